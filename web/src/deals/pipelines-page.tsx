import { Plus } from "lucide-react";
import { useState } from "react";
import { useCan } from "../api/session.ts";
import { isAbout, useRefresh } from "../contacts/contact-live.ts";
import { SettingsPage } from "../frame/index.ts";
import { useT } from "../i18n/index.ts";
import { Button, ErrorNotice, SkeletonRows } from "../ui/index.ts";
import { pipelinesChanged, usePipelines } from "./deal-data.ts";
import { PipelineForm } from "./pipeline-form.tsx";
import { PipelineSection } from "./pipeline-section.tsx";
import { ReasonSection } from "./reason-section.tsx";

/** The stages deals go through, and why they are won or lost. */
export function PipelinesPage() {
  const t = useT();
  const may = useCan()("pipelines.manage");
  const { data: pipelines, error, refetch } = usePipelines();
  const [adding, setAdding] = useState(false);
  useRefresh(
    (event) => isAbout(event, "pipeline"),
    () => void pipelinesChanged(),
  );
  return (
    <SettingsPage
      title={t("deals.settings")}
      description={t("deals.settings_text")}
      actions={
        may &&
        !adding && (
          <Button icon={<Plus size={16} />} onClick={() => setAdding(true)}>
            {t("deals.new_pipeline")}
          </Button>
        )
      }
    >
      {error && <ErrorNotice error={error} onRetry={() => void refetch()} />}
      {!pipelines && !error && <SkeletonRows rows={6} height={44} />}
      {adding && <PipelineForm onClose={() => setAdding(false)} />}
      {pipelines?.map((pipeline) => (
        <PipelineSection key={pipeline.id} pipeline={pipeline} last={pipelines.length === 1} may={may} />
      ))}
      <ReasonSection kind="lost" may={may} />
      <ReasonSection kind="won" may={may} />
    </SettingsPage>
  );
}
