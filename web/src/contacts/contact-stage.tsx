import { useQuery } from "@tanstack/react-query";
import { useFormat, useT } from "../i18n/index.ts";
import { cx } from "../ui/cx.ts";
import { ErrorNotice, type Hue, Popover, Select, SkeletonRows } from "../ui/index.ts";
import { inlineClasses } from "./inline-text.tsx";
import { type Stage, stageHistoryQuery, stageName, useStageOf, useStages } from "./record-data.ts";

export const StageDot = ({ hue }: { hue: Hue }) => (
  <span aria-hidden className={cx("inline-block size-2 shrink-0 rounded-full bg-hue", `hue-${hue}`)} />
);

/** The stage of a person, changed where it stands. */
export function StageSelect({ stage, onChange, mayWrite }: { stage: string; onChange: (stage: string) => void; mayWrite: boolean }) {
  const t = useT();
  const stages = useStages();
  const here = useStageOf(t)(stage);
  if (!mayWrite || stages.length === 0)
    return (
      <span className="flex min-w-0 items-center gap-1.5">
        <StageDot hue={here.hue} />
        <bdi className="cut">{here.name}</bdi>
      </span>
    );
  const options = stages.map((each: Stage) => ({ value: each.key, label: stageName(t, each), icon: <StageDot hue={each.hue as Hue} /> }));
  return (
    <span className="relative flex min-w-0 flex-1 items-center">
      <span className="pointer-events-none absolute start-0 flex">
        <StageDot hue={here.hue} />
      </span>
      <Select
        className={selectClasses}
        label={t("contacts.stage")}
        value={stage}
        onChange={onChange}
        // Somebody in a stage that is being taken away is still in it.
        options={options.some((option) => option.value === stage) ? options : [{ value: stage, label: here.name }, ...options]}
      />
    </span>
  );
}

export const selectClasses = `${inlineClasses} w-[calc(100%+14px)]! border-transparent! bg-transparent! h-7! ps-5! pe-1.5! hover:border-line-strong! phone:h-10!`;

/** Since when, for how many days, and the way there. */
export function StageSince({ contactId, since }: { contactId: string; since: string }) {
  const t = useT();
  const format = useFormat();
  const days = Math.max(0, Math.floor((Date.now() - Date.parse(since)) / 86_400_000));
  return (
    <Popover
      label={t("record.stage_history")}
      reading
      trigger={
        <button
          type="button"
          title={t("record.stage_history")}
          className="-mx-[7px] mt-0.5 flex min-h-6 items-center gap-1 rounded-6 px-1.5 text-start text-12 text-subtle hover:bg-surface-hover hover:text-text"
        >
          {t("record.stage_since", { date: format.date(since) })} · <span className="num">{t("record.stage_days", { count: days })}</span>
        </button>
      }
    >
      <History contactId={contactId} />
    </Popover>
  );
}

function History({ contactId }: { contactId: string }) {
  const t = useT();
  const format = useFormat();
  const { data, error, refetch } = useQuery(stageHistoryQuery(contactId));
  if (error) return <ErrorNotice error={error} onRetry={() => void refetch()} />;
  if (!data) return <SkeletonRows rows={3} height={36} />;
  return (
    <>
      <h3 className="mb-2 text-13 font-semibold">{t("record.stage_history")}</h3>
      <ol className="flex flex-col gap-2">
        {data.map((entry) => (
          <li key={entry.enteredAt} className="flex items-start gap-2">
            <span className="mt-1.5">
              <StageDot hue={entry.hue as Hue} />
            </span>
            <span className="min-w-0 flex-1">
              <bdi className="block font-medium">{stageName(t, entry)}</bdi>
              <span className="block text-12 text-subtle">
                {entry.leftAt === null
                  ? t("record.stage_now", { from: format.dateTime(entry.enteredAt) })
                  : t("record.stage_until", { from: format.dateTime(entry.enteredAt), to: format.dateTime(entry.leftAt) })}
              </span>
            </span>
          </li>
        ))}
      </ol>
    </>
  );
}
