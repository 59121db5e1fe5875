import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { request } from "../api/client.ts";
import { useT } from "../i18n/index.ts";
import { HuePicker } from "../settings/hue-picker.tsx";
import { Button, ErrorNotice, Field, type Hue, Input } from "../ui/index.ts";
import { type DealStage, type Pipeline, pipelinesChanged } from "./deal-data.ts";
import { useNames } from "./stage-words.ts";

/** Adds a stage, or changes `stage`. Escape leaves it. */
export function StageForm({ pipeline, stage, onClose }: { pipeline: Pipeline; stage?: DealStage; onClose: () => void }) {
  const t = useT();
  const names = useNames();
  const [name, setName] = useState(stage ? names.stage(stage) : "");
  const [chance, setChance] = useState(String(stage?.probability ?? 50));
  const [hue, setHue] = useState<Hue>((stage?.hue ?? (pipeline.stages.length % 6) + 1) as Hue);
  const decides = stage !== undefined && stage.kind !== "open";
  const right = /^\d{1,3}$/.test(chance) && Number(chance) <= 100;
  const save = useMutation({
    mutationFn: () => {
      // A name of ours stays ours until it is another one.
      const own = stage && name.trim() === names.stage(stage) ? {} : { name: name.trim() };
      const body = { ...own, hue, ...(decides ? {} : { probability: Number(chance) }) };
      return stage
        ? request("PATCH", `/pipelines/${pipeline.id}/stages/${stage.id}`, { body })
        : request("POST", `/pipelines/${pipeline.id}/stages`, { body });
    },
    onSuccess: async () => {
      await pipelinesChanged();
      onClose();
    },
  });
  return (
    <form
      className="flex flex-col gap-3 border-b bg-surface-sunken px-4 py-3 last:border-b-0"
      onKeyDown={(event) => event.key === "Escape" && onClose()}
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() && right) save.mutate();
      }}
    >
      {save.error && <ErrorNotice error={save.error} />}
      <div className="flex flex-wrap items-start gap-x-4 gap-y-3">
        <div className="min-w-40 flex-1">
          <Field label={t("deals.stage_name")} hideLabel>
            <Input
              autoFocus
              value={name}
              maxLength={60}
              dir="auto"
              placeholder={t("deals.stage_name")}
              onChange={(event) => setName(event.target.value)}
            />
          </Field>
        </div>
        {!decides && (
          <div className="w-32">
            <Field label={t("deals.probability")} hideLabel error={right ? undefined : t("deals.probability_wrong")}>
              <Input
                inputMode="numeric"
                value={chance}
                maxLength={3}
                className="num"
                end={<span className="px-1.5 text-subtle">%</span>}
                onChange={(event) => setChance(event.target.value)}
              />
            </Field>
          </div>
        )}
        <HuePicker value={hue} onChange={setHue} />
        <div className="flex gap-2 phone:w-full">
          <Button size="lg" onClick={onClose}>
            {t("common.cancel")}
          </Button>
          <Button size="lg" type="submit" variant="primary" disabled={!name.trim() || !right} loading={save.isPending}>
            {stage ? t("common.save") : t("common.add")}
          </Button>
        </div>
      </div>
    </form>
  );
}
