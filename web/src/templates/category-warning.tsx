import { TriangleAlert } from "lucide-react";
import { useFormat, useT } from "../i18n/index.ts";
import { type Categories, categoryKey, wasRecategorised } from "./template-words.ts";

/** Meta finds another category right: that it will be changed, or was, and what that changes for price, window and opt-out. */
export function CategoryWarning({ template }: { template: Categories }) {
  const t = useT();
  const format = useFormat();
  const name = (category: string) => t(categoryKey(category) ?? "templates.other_category");
  const coming = template.correctCategory !== null && template.correctCategory !== template.category ? template.correctCategory : null;
  if (!coming && !wasRecategorised(template)) return null;
  const to = coming ?? template.category;
  const effects = {
    MARKETING: ["templates.becomes_marketing_price", "templates.becomes_marketing_window", "templates.becomes_marketing_stop"],
    UTILITY: ["templates.becomes_utility_price", "templates.becomes_utility_window", "templates.becomes_utility_stop"],
  } as const;
  return (
    <div role="note" className="flex gap-2 rounded-8 border border-warning-line bg-warning-soft px-3 py-2 text-warning-text">
      <TriangleAlert size={16} className="mt-0.5 shrink-0" aria-hidden />
      <div className="min-w-0">
        <p className="font-medium">
          {coming
            ? t("templates.will_become", { category: name(coming) })
            : t("templates.has_become", {
                from: name(template.previousCategory ?? ""),
                to: name(template.category),
                when: format.date(template.categoryChangedAt ?? template.updatedAt),
              })}
        </p>
        {to in effects && (
          <ul className="ms-4 list-disc">
            {effects[to as keyof typeof effects].map((effect) => (
              <li key={effect}>{t(effect)}</li>
            ))}
          </ul>
        )}
      </div>
    </div>
  );
}
