import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useCan } from "../api/session.ts";
import { channelsQuery } from "../channels/channel-data.ts";
import { qualityOf } from "../channels/channel-words.ts";
import { useFormat, useLanguage, useT } from "../i18n/index.ts";
import { Badge, Facts, Section, Switch } from "../ui/index.ts";
import { CategoryWarning } from "./category-warning.tsx";
import { TemplateActions } from "./template-actions.tsx";
import type { Template } from "./template-data.ts";
import { TemplatePreview } from "./template-preview.tsx";
import { categoryKey, languageName, reasonOf, stateOf } from "./template-words.ts";

/** What state it is in and what to do, how the customer sees it, and what can be done with it. */
export function TemplateDetails({
  template,
  onGone,
  here,
}: {
  template: Template;
  onGone: () => void /** On the template's own page. */;
  here?: boolean;
}) {
  const t = useT();
  const format = useFormat();
  const can = useCan();
  const [language] = useLanguage();
  const [examples, setExamples] = useState(false);
  const { data: channels = [] } = useQuery({ ...channelsQuery, enabled: can("channels.read") });
  const state = stateOf(template);
  const category = categoryKey(template.category);
  const quality = qualityOf(template.quality);
  const numbers = channels.filter((channel) => channel.accountId === template.accountId).map((channel) => channel.name);
  return (
    <Section
      title={t("templates.template")}
      aside={
        <Badge tone={state.tone} dashed={state.dashed ?? false}>
          {t(state.label)}
        </Badge>
      }
      footer={
        can("templates.manage") &&
        template.state !== "DELETED" && <TemplateActions template={template} onGone={onGone} here={here ?? false} />
      }
    >
      <p className="text-pretty text-muted">{t(state.says)}</p>
      {template.reason && template.state !== "APPROVED" && <Reason reason={template.reason} />}
      <CategoryWarning template={template} />
      <TemplatePreview template={template} examples={examples} />
      {template.variables.length > 0 && <Switch checked={examples} onChange={setExamples} label={t("templates.with_examples")} />}
      <Facts
        items={[
          [
            t("templates.name"),
            <bdi key="name" dir="ltr" className="font-mono text-12 break-all">
              {template.name}
            </bdi>,
          ],
          [t("templates.language"), languageName(template.language, language)],
          [t("templates.category"), category ? t(category) : template.category],
          [t("channels.quality"), t(quality.label)],
          numbers.length > 0 && [t("templates.numbers"), format.list(numbers)],
          [
            t("templates.used"),
            template.use.lastAt
              ? `${t("templates.sent_30", { count: template.use.sends30Days })}, ${t("templates.last_used", { when: format.short(template.use.lastAt) })}`
              : t("templates.never_used"),
          ],
          [t("templates.changed"), format.dateTime(template.updatedAt)],
        ]}
      />
    </Section>
  );
}

export function Reason({ reason }: { reason: string }) {
  const t = useT();
  const { key, more } = reasonOf(reason);
  return (
    <div className="rounded-8 border border-danger-line bg-danger-soft px-3 py-2 text-danger-text">
      {key && <p className="font-medium">{t(key)}</p>}
      {more && (
        <p dir="auto" className={key ? undefined : "font-medium"}>
          {more}
        </p>
      )}
    </div>
  );
}
