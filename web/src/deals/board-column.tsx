// biome-ignore-all lint/a11y/noStaticElementInteractions: a column is where one drops, and by keyboard the cards and their menus do the same
import { type DragEvent, useState } from "react";
import { useKeyset } from "../api/query.ts";
import { useFormat, useT } from "../i18n/index.ts";
import { Button, cx, ErrorNotice, Skeleton } from "../ui/index.ts";
import type { BoardHands } from "./deal-board.tsx";
import { DealCard } from "./deal-card.tsx";
import type { DealStage, DealTotal, dealList } from "./deal-data.ts";
import { StageDot } from "./stage-dot.tsx";
import { useNames } from "./stage-words.ts";

/** The deals of a stage, what they sum up to, and where one may be put down. */
export function BoardColumn({
  stage,
  list,
  totals,
  hands,
}: {
  stage: DealStage;
  list: ReturnType<typeof dealList>;
  totals: DealTotal[] | undefined;
  hands: BoardHands;
}) {
  const t = useT();
  const format = useFormat();
  const names = useNames();
  const deals = useKeyset(list);
  /** Above which deal the dragged one would come to stand; "end" below the last. */
  const [over, setOver] = useState<string>();
  const count = totals?.reduce((sum, total) => sum + total.deals, 0) ?? 0;
  const name = names.stage(stage);

  const aim = (event: DragEvent, at: string) => {
    if (!hands.dragged) return;
    event.preventDefault();
    event.stopPropagation();
    event.dataTransfer.dropEffect = "move";
    if (over !== at) setOver(at);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    event.stopPropagation();
    const last = deals.items.findLast((deal) => deal.id !== hands.dragged?.id);
    hands.onDrop({ stage, ...(over && over !== "end" ? { beforeId: over } : last ? { afterId: last.id } : {}) });
    setOver(undefined);
  };

  return (
    <li className="flex min-h-0 min-w-60 flex-1 flex-col phone:w-[82vw] phone:flex-none phone:snap-center">
      <section aria-label={t("deals.column", { stage: name, count })} className="flex min-h-0 flex-1 flex-col">
        <header className="flex min-h-11 flex-col px-1 pb-1.5">
          <h2 className="flex items-center gap-2 font-semibold">
            <StageDot hue={stage.hue} />
            <bdi className="cut">{name}</bdi>
            <span className="num font-regular text-subtle">{totals ? format.number(count) : ""}</span>
          </h2>
          <p className="num cut text-12 text-subtle">
            {totals?.map((total, at) => (
              <span key={total.currency} title={t("deals.weighted", { amount: format.money(total.weighted, total.currency) })}>
                {at > 0 && " + "}
                {format.money(total.value, total.currency)}
                {stage.kind === "open" && totals.length === 1 && (
                  <span> · {t("deals.weighted", { amount: format.money(total.weighted, total.currency) })}</span>
                )}
              </span>
            ))}
          </p>
        </header>
        <div
          onDragOver={(event) => aim(event, "end")}
          onDragLeave={(event) => !event.currentTarget.contains(event.relatedTarget as Node | null) && setOver(undefined)}
          onDrop={drop}
          className={cx(
            "min-h-0 flex-1 overflow-y-auto rounded-8 bg-surface-sunken p-1.5 scrollbar-none",
            hands.dragged && over && "bg-accent-soft",
          )}
        >
          {deals.error && <ErrorNotice error={deals.error} onRetry={() => void deals.refetch()} />}
          {deals.isPending && <Skeleton className="h-20 w-full" />}
          {deals.data && deals.items.length === 0 && <p className="px-2 py-3 text-center text-12 text-subtle">{t("deals.column_empty")}</p>}
          <ul className="flex flex-col gap-1.5">
            {deals.items.map((deal) => (
              <li
                key={deal.id}
                onDragOver={(event) => aim(event, deal.id)}
                className={cx("rounded-8", hands.dragged && over === deal.id && "shadow-[0_-2px_0_0_var(--accent)]")}
              >
                <DealCard
                  deal={deal}
                  items={hands.items(deal)}
                  dragged={hands.dragged?.id === deal.id}
                  onKeyDown={(event) => hands.onKeyDown(deal, event)}
                  onDragStart={(event) => hands.onDragStart(deal, event)}
                  onDragEnd={hands.onDragEnd}
                />
              </li>
            ))}
          </ul>
          {deals.hasNextPage && (
            <Button variant="ghost" className="mt-1.5 w-full" loading={deals.isFetchingNextPage} onClick={() => void deals.fetchNextPage()}>
              {t("deals.load_more")}
            </Button>
          )}
        </div>
      </section>
    </li>
  );
}
