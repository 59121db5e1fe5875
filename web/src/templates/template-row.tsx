import { TriangleAlert } from "lucide-react";
import { qualityOf } from "../channels/channel-words.ts";
import { useFormat, useLanguage, useT } from "../i18n/index.ts";
import { Badge, cx } from "../ui/index.ts";
import type { Template } from "./template-data.ts";
import { categoryKey, languageName, reasonOf, stateOf, wasRecategorised } from "./template-words.ts";

/** One name with its languages: the name stands once, each language has its own state. */
export function TemplateGroup({
  name,
  templates,
  open,
  onOpen,
}: {
  name: string;
  templates: Template[];
  open: string | undefined;
  onOpen: (template: Template) => void;
}) {
  const t = useT();
  const categories = [...new Set(templates.map((template) => template.category))];
  return (
    <li className="border-b last:border-b-0">
      <p className="flex items-baseline gap-2 px-4 pt-2.5">
        <bdi dir="ltr" className="cut font-medium">
          {name}
        </bdi>
        <span className="shrink-0 text-12 text-subtle">
          {categories.map((category) => t(categoryKey(category) ?? "templates.other_category")).join(", ")}
        </span>
      </p>
      <ul className="pb-1.5">
        {templates.map((template) => (
          <LanguageRow key={template.id} template={template} open={template.id === open} onOpen={() => onOpen(template)} />
        ))}
      </ul>
    </li>
  );
}

function LanguageRow({ template, open, onOpen }: { template: Template; open: boolean; onOpen: () => void }) {
  const t = useT();
  const format = useFormat();
  const [language] = useLanguage();
  const state = stateOf(template);
  const quality = qualityOf(template.quality);
  const reason = template.reason && template.state !== "APPROVED" ? reasonOf(template.reason) : undefined;
  const moves = (template.correctCategory && template.correctCategory !== template.category) || wasRecategorised(template);
  const facts = [
    template.use.sends30Days > 0 ? t("templates.sent_30", { count: template.use.sends30Days }) : undefined,
    quality.level > 0 ? t("channels.quality_is", { quality: t(quality.label).toLocaleLowerCase(language) }) : undefined,
    format.short(template.updatedAt),
  ].filter(Boolean);
  return (
    <li>
      <button
        type="button"
        aria-current={open ? "true" : undefined}
        onClick={onOpen}
        className={cx(
          "flex w-full items-start gap-3 px-4 py-1 text-start outline-offset-[-2px]",
          open ? "bg-surface-selected phone:bg-transparent" : "hover:bg-surface-hover",
        )}
      >
        <span className="min-w-0 flex-1">
          <span className="cut block text-muted">
            <span className="sr-only">{template.name} </span>
            {languageName(template.language, language)}
            <span className="text-12 text-subtle"> · {facts.join(" · ")}</span>
          </span>
          {reason && <span className="block text-12 text-danger-text">{reason.key ? t(reason.key) : reason.more}</span>}
          {moves && (
            <span className="flex items-center gap-1 text-12 text-warning-text">
              <TriangleAlert size={12} aria-hidden />
              {t(template.correctCategory ? "templates.moves" : "templates.moved", {
                category: t(categoryKey(template.correctCategory ?? template.category) ?? "templates.other_category"),
              })}
            </span>
          )}
        </span>
        <Badge tone={state.tone} dashed={state.dashed ?? false}>
          {t(state.label)}
        </Badge>
      </button>
    </li>
  );
}
