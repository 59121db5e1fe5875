import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Lightbulb } from "lucide-react";
import { useFormat, useT } from "../i18n/index.ts";
import { hintsQuery } from "./cost-data.ts";
import { money } from "./cost-words.ts";

/** Said only when it is so: replies that could have been one message. */
export function HintNotice({ month }: { month: string }) {
  const t = useT();
  const format = useFormat();
  const { data } = useQuery(hintsQuery(month));
  const hint = data?.shortReplies;
  if (!hint || hint.count === 0) return null;
  const saved = hint.savings.map((sum) => money(format, sum.amountMicros, sum.currency));
  return (
    <section className="flex items-start gap-3 rounded-12 border border-info-line bg-info-soft px-4 py-3" aria-label={t("costs.hint")}>
      <Lightbulb size={16} className="mt-0.5 text-info-text" aria-hidden />
      <div className="min-w-0 text-pretty">
        <p className="font-medium">{t("costs.hint_short_replies", { count: hint.count })}</p>
        <p className="text-muted">
          {saved.length > 0 && t("costs.hint_saving", { amount: format.list(saved) })}
          {saved.length > 0 && hint.free > 0 && " "}
          {hint.free > 0 && t("costs.hint_free", { count: hint.free })}
        </p>
        {hint.examples.length > 0 && (
          <p className="mt-1 flex flex-wrap gap-x-3">
            {hint.examples.map((example, at) => (
              <Link
                key={example.conversationId}
                to="/inbox/$view/$conversationId"
                params={{ view: "open", conversationId: example.conversationId }}
                className="link"
              >
                {t("costs.hint_example", { number: at + 1, count: example.messages })}
              </Link>
            ))}
          </p>
        )}
      </div>
    </section>
  );
}
