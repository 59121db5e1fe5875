import { useQuery } from "@tanstack/react-query";
import { useFormat, useT } from "../i18n/index.ts";
import { cx } from "../ui/cx.ts";
import { ErrorNotice, Popover, SkeletonRows } from "../ui/index.ts";
import { scoreQuery } from "./record-data.ts";
import { useRuleSentence } from "./score-words.ts";

/** The lead score, and behind it which rules gave how much and why. */
export function ContactScore({ contactId, score }: { contactId: string; score: number }) {
  const t = useT();
  const format = useFormat();
  return (
    <Popover
      label={t("scoring.why", { score: format.number(score) })}
      className="w-88"
      reading
      trigger={
        <button
          type="button"
          aria-label={t("scoring.why", { score: format.number(score) })}
          className="num -mx-[7px] rounded-6 px-1.5 font-medium leading-6 underline decoration-line-strong decoration-dotted underline-offset-3 hover:bg-surface-hover"
        >
          {format.number(score)}
        </button>
      }
    >
      <Parts contactId={contactId} />
    </Popover>
  );
}

function Parts({ contactId }: { contactId: string }) {
  const t = useT();
  const format = useFormat();
  const sentence = useRuleSentence();
  const { data, error, refetch } = useQuery(scoreQuery(contactId));
  if (error) return <ErrorNotice error={error} onRetry={() => void refetch()} />;
  if (!data) return <SkeletonRows rows={3} height={40} />;
  return (
    <>
      <h3 className="mb-2 text-13 font-semibold">{t("scoring.why", { score: format.number(data.score) })}</h3>
      {data.parts.length === 0 && <p className="text-subtle">{t("scoring.no_parts")}</p>}
      <ul className="flex flex-col">
        {data.parts.map((part) => (
          <li key={part.ruleId} className="flex items-start gap-3 border-b py-1.5 last:border-b-0">
            <span className="min-w-0 flex-1">
              <bdi className="block font-medium break-words">{part.name}</bdi>
              <span className="block text-12 text-subtle">
                {part.rule.kind === "condition" ? (
                  <bdi>{sentence(part.rule, part.points)}</bdi>
                ) : (
                  part.newestAt && t("scoring.part_times", { count: part.times, when: format.short(part.newestAt) })
                )}
                {part.changesAt && part.rule.kind === "event" && part.rule.halfLifeDays !== null && (
                  <> · {t("scoring.part_fades", { when: format.short(part.changesAt) })}</>
                )}
                {part.changesAt && !(part.rule.kind === "event" && part.rule.halfLifeDays !== null) && (
                  <> · {t("scoring.part_until", { when: format.date(part.changesAt) })}</>
                )}
              </span>
            </span>
            <Points points={part.points} />
          </li>
        ))}
      </ul>
      {data.parts.length > 0 && (
        <p className="flex justify-between border-t pt-2 font-semibold">
          {t("scoring.sum")}
          <span className="num">{format.number(data.score)}</span>
        </p>
      )}
    </>
  );
}

export function Points({ points }: { points: number }) {
  const format = useFormat();
  return (
    <bdi dir="ltr" className={cx("num shrink-0 font-medium", points < 0 ? "text-danger-text" : "text-success-text")}>
      {format.number(points, { signDisplay: "exceptZero" })}
    </bdi>
  );
}
