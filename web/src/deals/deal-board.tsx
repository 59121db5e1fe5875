import { useQuery } from "@tanstack/react-query";
import { type DragEvent, type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import { queryClient } from "../api/query.ts";
import { useCan } from "../api/session.ts";
import { useT } from "../i18n/index.ts";
import type { MenuItem } from "../ui/index.ts";
import { BoardColumn } from "./board-column.tsx";
import { type Deal, type DealFilters, dealList, type Pipeline, totalsQuery } from "./deal-data.ts";
import { DecideDialog } from "./decide-dialog.tsx";
import { useNames } from "./stage-words.ts";
import { type Target, useMove } from "./use-move.ts";

/** What a column needs to know of the others: who is being dragged, and what the keyboard does. */
export type BoardHands = {
  dragged: Deal | undefined;
  items: (deal: Deal) => MenuItem[];
  onKeyDown: (deal: Deal, event: KeyboardEvent) => void;
  onDragStart: (deal: Deal, event: DragEvent) => void;
  onDragEnd: () => void;
  onDrop: (target: Target) => void;
};

/** One column per stage. Whatever the mouse does here, the arrow keys and each card's menu do, too. */
export function DealBoard({ pipeline, filters }: { pipeline: Pipeline; filters: DealFilters }) {
  const t = useT();
  const names = useNames();
  const help = useId();
  const mayWrite = useCan()("sales.write");
  const board = useRef<HTMLUListElement>(null);
  const [dragged, setDragged] = useState<Deal>();
  const { move, deciding, decide, cancel, said } = useMove();
  const focus = useFocusAfterMove(board);
  const totals = useQuery(totalsQuery({ ...filters, pipeline: pipeline.id }));
  const listOf = (stageId: string) => dealList({ ...filters, pipeline: pipeline.id, stage: stageId, sort: "board" });
  const column = (stageId: string) => queryClient.getQueryData(listOf(stageId).queryKey)?.pages.flatMap((page) => page.items) ?? [];

  const go = (deal: Deal, target: Target) => {
    const from = pipeline.stages.find((stage) => stage.id === deal.stageId);
    const here = column(deal.stageId);
    const at = here.findIndex((each) => each.id === deal.id);
    move(deal, target, from && { stage: from, beforeId: here[at + 1]?.id, afterId: here[at - 1]?.id });
  };
  const sideways = (deal: Deal, by: number) => {
    const at = pipeline.stages.findIndex((stage) => stage.id === deal.stageId);
    return pipeline.stages[at + by];
  };
  const within = (deal: Deal, by: number): Target | undefined => {
    const here = column(deal.stageId);
    const at = here.findIndex((each) => each.id === deal.id);
    const neighbour = here[at + by];
    const stage = pipeline.stages.find((each) => each.id === deal.stageId);
    return neighbour && stage && (by < 0 ? { stage, beforeId: neighbour.id } : { stage, afterId: neighbour.id });
  };

  const hands: BoardHands = {
    dragged,
    items: (deal) =>
      mayWrite
        ? [
            { heading: t("deals.move_to") },
            ...pipeline.stages.map((stage) => ({
              label: names.stage(stage),
              checked: stage.id === deal.stageId,
              onSelect: () => stage.id !== deal.stageId && go(deal, { stage }),
            })),
            "separator",
            { label: t("deals.move_up"), disabled: !within(deal, -1), onSelect: () => step(within(deal, -1), deal) },
            { label: t("deals.move_down"), disabled: !within(deal, 1), onSelect: () => step(within(deal, 1), deal) },
          ]
        : [],
    onKeyDown: (deal, event) => {
      const forward = document.documentElement.dir === "rtl" ? "ArrowLeft" : "ArrowRight";
      const across = /^Arrow(Left|Right)$/.test(event.key) ? (event.key === forward ? 1 : -1) : 0;
      const along = { ArrowUp: -1, ArrowDown: 1 }[event.key] ?? 0;
      if (!across && !along) return;
      event.preventDefault();
      if (!event.shiftKey) return walk(deal, across, along);
      if (!mayWrite) return;
      focus(deal.id);
      const stage = across ? sideways(deal, across) : undefined;
      if (stage) go(deal, { stage });
      else if (along) step(within(deal, along), deal);
    },
    onDragStart: (deal, event) => {
      event.dataTransfer.effectAllowed = "move";
      event.dataTransfer.setData("text/plain", deal.title);
      setDragged(deal);
    },
    onDragEnd: () => setDragged(undefined),
    onDrop: (target) => {
      if (dragged && target.beforeId !== dragged.id) go(dragged, target);
      setDragged(undefined);
    },
  };
  const step = (target: Target | undefined, deal: Deal) => target && move(deal, target);
  const walk = (deal: Deal, across: number, along: number) => {
    const columns = pipeline.stages.map((stage) => column(stage.id));
    const x = pipeline.stages.findIndex((stage) => stage.id === deal.stageId);
    const y = columns[x]?.findIndex((each) => each.id === deal.id) ?? 0;
    let next = columns[x]?.[y + along];
    if (across) {
      next = undefined;
      // Over empty columns to the next one with deals.
      for (let at = x + across; at >= 0 && at < columns.length && !next; at += across) next = columns[at]?.[y] ?? columns[at]?.at(-1);
    }
    if (next) board.current?.querySelector<HTMLElement>(`[data-deal="${next.id}"]`)?.focus();
  };

  return (
    <>
      <p id={help} className="sr-only">
        {t("deals.board_help")}
      </p>
      <ul
        ref={board}
        aria-describedby={help}
        className="flex min-h-0 flex-1 gap-3 overflow-x-auto overscroll-x-contain p-4 phone:snap-x phone:snap-mandatory phone:p-3"
      >
        {pipeline.stages.map((stage) => (
          <BoardColumn
            key={stage.id}
            stage={stage}
            list={listOf(stage.id)}
            totals={totals.data?.filter((total) => total.stageId === stage.id)}
            hands={hands}
          />
        ))}
      </ul>
      <p className="sr-only" aria-live="polite">
        {said}
      </p>
      <DecideDialog deciding={deciding} onCancel={cancel} onDecide={decide} />
    </>
  );
}

/** A card that moves is drawn anew elsewhere: the keyboard goes with it. */
function useFocusAfterMove(board: React.RefObject<HTMLElement | null>) {
  const [wanted, setWanted] = useState<{ id: string }>();
  useEffect(() => {
    if (!wanted) return;
    let frames = 0;
    const look = () => {
      const card = board.current?.querySelector<HTMLElement>(`[data-deal="${wanted.id}"]`);
      if (card && document.activeElement !== card && (document.activeElement === document.body || frames > 1)) card.focus();
      frames += 1;
      if (frames < 12) handle = requestAnimationFrame(look);
    };
    let handle = requestAnimationFrame(look);
    return () => cancelAnimationFrame(handle);
  }, [wanted, board]);
  return (id: string) => setWanted({ id });
}
