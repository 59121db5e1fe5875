import { useFormat, useLanguage, useT } from "../i18n/index.ts";
import { cx } from "../ui/cx.ts";
import { Badge } from "../ui/index.ts";
import type { Template } from "./channel-data.ts";
import { qualityOf } from "./channel-words.ts";
import { categoryKey, reasonKey, templateState } from "./template-words.ts";

export function TemplateRow({ template, open, onOpen }: { template: Template; open: boolean; onOpen: () => void }) {
  const t = useT();
  const format = useFormat();
  const [language] = useLanguage();
  const state = templateState(template.state);
  const category = categoryKey(template.category);
  const quality = qualityOf(template.quality);
  return (
    <li className="border-b last:border-b-0">
      <button
        type="button"
        aria-current={open ? "true" : undefined}
        onClick={onOpen}
        className={cx(
          "flex w-full items-start gap-3 px-4 py-2.5 text-start outline-offset-[-2px]",
          open ? "bg-surface-selected phone:bg-transparent" : "hover:bg-surface-hover",
        )}
      >
        <span className="min-w-0 flex-1">
          <bdi dir="ltr" className="cut block text-start font-medium rtl:text-right">
            {template.name}
          </bdi>
          <span className="block text-12 text-subtle">
            {category ? t(category) : template.category} · {languageName(template.language, language)}
            {quality.level > 0 && ` · ${t("channels.quality_is", { quality: t(quality.label).toLocaleLowerCase(language) })}`}
          </span>
          {template.reason && template.state !== "APPROVED" && (
            <span className="block text-12 text-danger-text">
              {reasonKey(template.reason) ? t(reasonKey(template.reason) ?? "channels.not_told") : template.reason}
            </span>
          )}
          {template.correctCategory && template.correctCategory !== template.category && (
            <span className="block text-12 text-warning-text">
              {t("channels.becomes_category", { category: t(categoryKey(template.correctCategory) ?? "channels.not_told") })}
            </span>
          )}
        </span>
        <span className="flex shrink-0 flex-col items-end gap-1">
          <Badge tone={state.tone}>{state.label ? t(state.label) : template.state}</Badge>
          <span className="num text-12 text-subtle">{format.short(template.updatedAt)}</span>
        </span>
      </button>
    </li>
  );
}

/** "pt_BR" as the reader calls it. */
export function languageName(code: string, language: string) {
  try {
    return new Intl.DisplayNames(language, { type: "language" }).of(code.replace("_", "-")) ?? code;
  } catch {
    // Not a code the standard knows: shown as it came.
    return code;
  }
}
