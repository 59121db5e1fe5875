import { ArrowDown, ArrowUp, Pencil, Plus, Trash2 } from "lucide-react";
import { useState } from "react";
import { request } from "../api/client.ts";
import { useFormat, useT } from "../i18n/index.ts";
import { ConfirmDialog } from "../settings/confirm-dialog.tsx";
import { Badge, Button, Field, type Hue, IconButton, LabelChip, Section, Select, toastError } from "../ui/index.ts";
import { type DealStage, type Pipeline, pipelinesChanged } from "./deal-data.ts";
import { PipelineForm } from "./pipeline-form.tsx";
import { StageForm } from "./stage-form.tsx";
import { useNames } from "./stage-words.ts";

/** One pipeline: its stages in their order, made, renamed, ordered and removed in place. */
export function PipelineSection({ pipeline, last, may }: { pipeline: Pipeline; last: boolean; may: boolean }) {
  const t = useT();
  const format = useFormat();
  const names = useNames();
  const [editing, setEditing] = useState<string>();
  const [removing, setRemoving] = useState<DealStage>();
  const [successor, setSuccessor] = useState<string>();
  const [deleting, setDeleting] = useState<Pipeline>();
  const open = pipeline.stages.filter((stage) => stage.kind === "open");
  const others = open.filter((stage) => stage.id !== removing?.id);
  const name = names.pipeline(pipeline);
  const order = (stage: DealStage, by: number) => {
    const ids = open.map((each) => each.id);
    const at = ids.indexOf(stage.id);
    const stageIds = ids.toSpliced(at, 1).toSpliced(at + by, 0, stage.id);
    void request("PUT", `/pipelines/${pipeline.id}/stage-order`, { body: { stageIds } }).then(pipelinesChanged, toastError);
  };
  if (editing === "pipeline") return <PipelineForm pipeline={pipeline} onClose={() => setEditing(undefined)} />;
  return (
    <Section
      flush
      title={<bdi>{name}</bdi>}
      aside={pipeline.currency}
      actions={
        may && (
          <>
            <IconButton label={t("deals.rename_pipeline", { name })} onClick={() => setEditing("pipeline")}>
              <Pencil size={14} />
            </IconButton>
            {!last && (
              <IconButton label={t("deals.delete_pipeline", { name })} onClick={() => setDeleting(pipeline)}>
                <Trash2 size={14} />
              </IconButton>
            )}
            <Button icon={<Plus size={16} />} onClick={() => setEditing("new")}>
              {t("deals.add_stage")}
            </Button>
          </>
        )
      }
    >
      <ul aria-label={name}>
        {pipeline.stages.map((stage) =>
          editing === stage.id ? (
            <li key={stage.id}>
              <StageForm pipeline={pipeline} stage={stage} onClose={() => setEditing(undefined)} />
            </li>
          ) : (
            <li key={stage.id} className="flex min-h-11 items-center gap-2 border-b px-4 py-1.5 last:border-b-0">
              <span className="flex min-w-0 flex-1 items-center gap-2">
                <LabelChip name={names.stage(stage)} hue={stage.hue as Hue} />
                {stage.kind === "open" ? (
                  <span className="num text-12 text-subtle">
                    {t("deals.stage_probability", { percent: format.percent(stage.probability / 100) })}
                  </span>
                ) : (
                  <Badge tone={stage.kind === "won" ? "success" : "danger"}>{t(`deals.stage_${stage.kind}`)}</Badge>
                )}
              </span>
              {may && (
                <>
                  {stage.kind === "open" && (
                    <>
                      <IconButton
                        label={t("deals.stage_up", { name: names.stage(stage) })}
                        disabled={open[0]?.id === stage.id}
                        onClick={() => order(stage, -1)}
                      >
                        <ArrowUp size={14} />
                      </IconButton>
                      <IconButton
                        label={t("deals.stage_down", { name: names.stage(stage) })}
                        disabled={open.at(-1)?.id === stage.id}
                        onClick={() => order(stage, 1)}
                      >
                        <ArrowDown size={14} />
                      </IconButton>
                    </>
                  )}
                  <IconButton label={t("settings.edit_named", { name: names.stage(stage) })} onClick={() => setEditing(stage.id)}>
                    <Pencil size={14} />
                  </IconButton>
                  {stage.kind === "open" && (
                    <IconButton
                      label={t("deals.remove_stage", { name: names.stage(stage) })}
                      disabled={open.length < 2}
                      onClick={() => {
                        setRemoving(stage);
                        setSuccessor(undefined);
                      }}
                    >
                      <Trash2 size={14} />
                    </IconButton>
                  )}
                </>
              )}
            </li>
          ),
        )}
      </ul>
      {editing === "new" && <StageForm pipeline={pipeline} onClose={() => setEditing(undefined)} />}
      <ConfirmDialog
        subject={removing}
        onClose={() => setRemoving(undefined)}
        title={(stage) => t("deals.remove_stage", { name: names.stage(stage) })}
        text={
          <>
            {t("deals.remove_stage_text")}
            <span className="mt-3 block text-text">
              <Field label={t("deals.successor")}>
                <Select
                  value={successor ?? others[0]?.id}
                  onChange={setSuccessor}
                  options={others.map((stage) => ({ value: stage.id, label: names.stage(stage) }))}
                />
              </Field>
            </span>
          </>
        }
        action={t("common.remove")}
        onConfirm={async (stage) => {
          await request("POST", `/pipelines/${pipeline.id}/stages/${stage.id}/removal`, {
            body: { successorId: successor ?? others[0]?.id },
          });
          await pipelinesChanged();
        }}
      />
      <ConfirmDialog
        subject={deleting}
        onClose={() => setDeleting(undefined)}
        title={() => t("deals.delete_pipeline", { name })}
        text={t("deals.delete_pipeline_text")}
        action={t("common.delete")}
        onConfirm={async ({ id }) => {
          await request("DELETE", `/pipelines/${id}`);
          await pipelinesChanged();
        }}
      />
    </Section>
  );
}
