import { useQuery } from "@tanstack/react-query";
import { Pencil, Plus, Trash2 } from "lucide-react";
import { useState } from "react";
import { useForm } from "../accounts/use-form.ts";
import { api } from "../api/client.ts";
import { queryClient } from "../api/query.ts";
import { useCan } from "../api/session.ts";
import { SettingsPage } from "../frame/index.ts";
import { useT } from "../i18n/index.ts";
import { ConfirmDialog } from "../settings/confirm-dialog.tsx";
import { HuePicker } from "../settings/hue-picker.tsx";
import {
  Badge,
  Button,
  ErrorNotice,
  Field,
  type Hue,
  IconButton,
  Input,
  Section,
  Select,
  SkeletonRows,
  toast,
  toastError,
} from "../ui/index.ts";
import { isAbout, useRefresh } from "./contact-live.ts";
import { StageDot } from "./contact-stage.tsx";
import { OrderedList } from "./ordered-list.tsx";
import { refresh, type Stage, stageName, stagesQuery } from "./record-data.ts";

/** Where everybody begins. */
const first = "lead";

/** The stages of a relation: named, coloured, ordered; one goes only when its people have somewhere to go. */
export function StagesPage() {
  const t = useT();
  const may = useCan()("contacts.configure");
  const { data: stages, error, refetch } = useQuery(stagesQuery);
  /** "new", the key of the one being changed, or none. */
  const [editing, setEditing] = useState<string>();
  const [leaving, setLeaving] = useState<Stage>();
  const [successor, setSuccessor] = useState(first);
  useRefresh(
    (event) => isAbout(event, "stage"),
    () => void refresh("stages"),
  );

  const order = async (keys: string[]) => {
    const before = stages ?? [];
    queryClient.setQueryData(
      stagesQuery.queryKey,
      keys.flatMap((key) => before.find((stage) => stage.key === key) ?? []),
    );
    await api.PUT("/stages/order", { body: { keys } }).catch(toastError);
    await refresh("stages");
  };
  const done = async () => {
    await refresh("stages");
    setEditing(undefined);
  };
  const others = (stages ?? []).filter((stage) => stage.key !== leaving?.key);

  return (
    <SettingsPage
      title={t("record.stages")}
      description={t("record.stages_text")}
      actions={
        may &&
        editing !== "new" && (
          <Button variant="primary" icon={<Plus size={16} />} onClick={() => setEditing("new")}>
            {t("record.new_stage")}
          </Button>
        )
      }
    >
      <Section title={t("record.stages")} flush>
        {!stages && !error && <SkeletonRows rows={4} height={48} />}
        {error && !stages && (
          <div className="p-4">
            <ErrorNotice error={error} onRetry={() => void refetch()} />
          </div>
        )}
        {editing === "new" && (
          <StageForm next={(((stages?.length ?? 0) % 6) + 1) as Hue} onDone={done} onCancel={() => setEditing(undefined)} />
        )}
        {stages && (
          <OrderedList
            label={t("record.stages")}
            items={stages}
            nameOf={(stage) => stageName(t, stage)}
            may={may}
            onOrder={(keys) => void order(keys)}
          >
            {(stage) =>
              editing === stage.key ? (
                <StageForm stage={stage} onDone={done} onCancel={() => setEditing(undefined)} />
              ) : (
                <>
                  <StageDot hue={stage.hue as Hue} />
                  <span className="flex min-w-0 flex-1 flex-wrap items-center gap-x-2">
                    <bdi className="cut font-medium">{stageName(t, stage)}</bdi>
                    {stage.key === first && <Badge>{t("record.first_stage")}</Badge>}
                  </span>
                  {may && (
                    <>
                      <IconButton label={t("record.change_named", { name: stageName(t, stage) })} onClick={() => setEditing(stage.key)}>
                        <Pencil size={14} />
                      </IconButton>
                      <IconButton
                        label={t("record.delete_stage_title", { name: stageName(t, stage) })}
                        disabled={stage.key === first}
                        onClick={() => {
                          setSuccessor(first);
                          setLeaving(stage);
                        }}
                      >
                        <Trash2 size={14} />
                      </IconButton>
                    </>
                  )}
                </>
              )
            }
          </OrderedList>
        )}
      </Section>
      <ConfirmDialog
        subject={leaving}
        onClose={() => setLeaving(undefined)}
        title={(stage) => t("record.delete_stage_title", { name: stageName(t, stage) })}
        text={
          <span className="flex flex-col gap-3">
            <span>{t("record.delete_stage_text")}</span>
            <Field label={t("record.successor")}>
              <Select
                value={successor}
                onChange={setSuccessor}
                options={others.map((stage) => ({
                  value: stage.key,
                  label: stageName(t, stage),
                  icon: <StageDot hue={stage.hue as Hue} />,
                }))}
              />
            </Field>
          </span>
        }
        action={t("record.take_away")}
        onConfirm={async (stage) => {
          await api.DELETE("/stages/{stageKey}", { params: { path: { stageKey: stage.key }, query: { successor } } });
          await refresh("stages", "contacts", "contact");
          toast({ title: t("record.taken_away", { name: stageName(t, stage) }), tone: "success" });
        }}
      />
    </SettingsPage>
  );
}

function StageForm({
  stage,
  next = 1,
  onDone,
  onCancel,
}: {
  stage?: Stage;
  next?: Hue;
  onDone: () => Promise<void>;
  onCancel: () => void;
}) {
  const t = useT();
  const [hue, setHue] = useState((stage?.hue ?? next) as Hue);
  const form = useForm({
    initial: { name: stage ? stageName(t, stage) : "" },
    check: ({ name }) => (name.trim() ? {} : { name: t("record.field_name_needed") }),
    send: async ({ name }) => {
      const typed = name.trim();
      // A name we bring along stays ours, and is told in each reader's language, until somebody writes another.
      const own = stage && stage.name === null && typed === stageName(t, stage) ? {} : { name: typed };
      await (stage
        ? api.PATCH("/stages/{stageKey}", { params: { path: { stageKey: stage.key } }, body: { ...own, hue } })
        : api.POST("/stages", { body: { name: typed, hue } }));
      await onDone();
    },
    done: () => undefined,
  });
  return (
    <form
      {...form.form}
      className={stage ? "flex flex-1 flex-col gap-3 py-1" : "flex flex-col gap-3 border-b bg-surface-sunken px-4 py-3"}
      onKeyDown={(event) => event.key === "Escape" && onCancel()}
    >
      {form.error !== undefined && <ErrorNotice error={form.error} />}
      <div className="flex flex-wrap items-start gap-x-4 gap-y-3">
        <div className="min-w-48 flex-1">
          <Field label={t("record.field_name")} hideLabel required error={form.errorOf("name")}>
            <Input
              {...form.input("name")}
              maxLength={60}
              autoFocus
              placeholder={t("record.stage_placeholder")}
              autoComplete="off"
              dir="auto"
            />
          </Field>
        </div>
        <HuePicker value={hue} onChange={setHue} />
        <div className="flex gap-2 phone:w-full">
          <Button size="lg" onClick={onCancel}>
            {t("common.cancel")}
          </Button>
          <Button size="lg" type="submit" variant="primary" loading={form.working}>
            {stage ? t("common.save") : t("common.create")}
          </Button>
        </div>
      </div>
    </form>
  );
}
