import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { request } from "../api/client.ts";
import { useT } from "../i18n/index.ts";
import { Button, Card, ErrorNotice, Field, Input, Select } from "../ui/index.ts";
import { type Pipeline, pipelinesChanged, usePipelines } from "./deal-data.ts";
import { currencies } from "./money.ts";
import { useNames } from "./stage-words.ts";

/** Makes a pipeline, or renames `pipeline`. */
export function PipelineForm({ pipeline, onClose }: { pipeline?: Pipeline; onClose: () => void }) {
  const t = useT();
  const names = useNames();
  const first = usePipelines().data?.[0];
  const [name, setName] = useState(pipeline ? names.pipeline(pipeline) : "");
  const [currency, setCurrency] = useState(pipeline?.currency ?? first?.currency ?? "USD");
  const save = useMutation({
    mutationFn: () => {
      const body = { name: name.trim(), currency };
      return pipeline ? request("PATCH", `/pipelines/${pipeline.id}`, { body }) : request("POST", "/pipelines", { body });
    },
    onSuccess: async () => {
      await pipelinesChanged();
      onClose();
    },
  });
  return (
    <Card>
      <form
        className="flex flex-wrap items-end gap-3"
        onKeyDown={(event) => event.key === "Escape" && onClose()}
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim()) save.mutate();
        }}
      >
        <div className="min-w-48 flex-1">
          <Field label={t("deals.pipeline_name")}>
            <Input autoFocus value={name} maxLength={80} dir="auto" onChange={(event) => setName(event.target.value)} />
          </Field>
        </div>
        <div className="w-28">
          <Field label={t("deals.currency")}>
            <Select
              value={currency}
              onChange={setCurrency}
              options={[...new Set([currency, ...currencies])].map((code) => ({ value: code, label: code }))}
            />
          </Field>
        </div>
        <Button size="lg" onClick={onClose}>
          {t("common.cancel")}
        </Button>
        <Button size="lg" type="submit" variant="primary" disabled={!name.trim()} loading={save.isPending}>
          {pipeline ? t("common.save") : t("common.create")}
        </Button>
      </form>
      {save.error && (
        <div className="pt-3">
          <ErrorNotice error={save.error} />
        </div>
      )}
    </Card>
  );
}
