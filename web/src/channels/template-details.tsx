import { useState } from "react";
import { useFormat, useLanguage, useT } from "../i18n/index.ts";
import { Badge, Facts, Section, Switch } from "../ui/index.ts";
import type { Template } from "./channel-data.ts";
import { qualityOf } from "./channel-words.ts";
import { TemplatePreview } from "./template-preview.tsx";
import { languageName } from "./template-row.tsx";
import { categoryKey, reasonKey, templateState } from "./template-words.ts";

/** A template as the customer sees it, and what Meta says of it. */
export function TemplateDetails({ template }: { template: Template }) {
  const t = useT();
  const format = useFormat();
  const [language] = useLanguage();
  const [examples, setExamples] = useState(false);
  const state = templateState(template.state);
  const category = categoryKey(template.category);
  const quality = qualityOf(template.quality);
  const reason = template.reason ? reasonKey(template.reason) : undefined;
  return (
    <Section title={t("channels.preview")} aside={<Badge tone={state.tone}>{state.label ? t(state.label) : template.state}</Badge>}>
      <TemplatePreview template={template} examples={examples} />
      {template.variables.length > 0 && <Switch checked={examples} onChange={setExamples} label={t("channels.with_examples")} />}
      <Facts
        items={[
          [
            t("channels.template_name"),
            <bdi key="name" dir="ltr" className="cut font-mono text-12">
              {template.name}
            </bdi>,
          ],
          [t("channels.template_language"), languageName(template.language, language)],
          [t("channels.category"), category ? t(category) : template.category],
          [t("channels.quality"), t(quality.label)],
          template.reason ? [t("channels.reason"), reason ? t(reason) : template.reason] : null,
          template.variables.length > 0 && [
            t("channels.variables"),
            <bdi key="variables" dir="ltr">
              {template.variables.map((name) => `{{${name}}}`).join(" ")}
            </bdi>,
          ],
          [t("channels.changed"), format.dateTime(template.updatedAt)],
        ]}
      />
    </Section>
  );
}
