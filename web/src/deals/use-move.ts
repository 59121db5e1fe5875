import type { InfiniteData } from "@tanstack/react-query";
import { useCallback, useState } from "react";
import { ApiError, request } from "../api/client.ts";
import { type Page, queryClient } from "../api/query.ts";
import { useT } from "../i18n/index.ts";
import { toast, toastError } from "../ui/index.ts";
import { type Deal, type DealStage, dealQuery, dealsChanged } from "./deal-data.ts";
import { useNames } from "./stage-words.ts";

export type Target = { stage: DealStage; beforeId?: string | undefined; afterId?: string | undefined };
/** `back`: where undo puts it. */
export type Decision = { deal: Deal; target: Target; back?: Target | undefined };
type Reason = { reasonId?: string | null; reasonNote?: string | null };

/**
 * Moves a deal at once on the screen and then on the server, with a way back. Into a deciding stage it asks for the reason first:
 * `deciding` is what to ask, `decide` goes on with the answer.
 */
export function useMove() {
  const t = useT();
  const names = useNames();
  const [deciding, setDeciding] = useState<Decision>();
  const [said, say] = useState("");

  const send = useCallback(
    async (deal: Deal, target: Target, reason: Reason = {}, back?: Target) => {
      const undo = place(deal, target);
      const stays = target.stage.id === deal.stageId;
      const sentence = t("deals.moved", { title: deal.title, stage: names.stage(target.stage) });
      say(sentence);
      try {
        const { beforeId, afterId } = target;
        const moved = await request<Deal>("PUT", `/deals/${deal.id}/stage`, {
          body: {
            stageId: target.stage.id,
            fromStageId: deal.stageId,
            ...(beforeId ? { beforeId } : afterId ? { afterId } : {}),
            ...reason,
          },
        });
        queryClient.setQueryData(dealQuery(deal.id).queryKey, moved);
        void dealsChanged();
        if (!stays && back) toast({ title: sentence, action: { label: t("common.undo"), onSelect: () => void send(moved, back) } });
      } catch (error) {
        undo();
        void dealsChanged();
        if (error instanceof ApiError && error.code === "deal_moved") toast({ title: t("deals.moved_elsewhere") });
        else toastError(error);
      }
    },
    [t, names],
  );

  return {
    said,
    deciding,
    cancel: () => setDeciding(undefined),
    move: (deal: Deal, target: Target, back?: Target) => {
      if (target.stage.kind !== "open" && target.stage.id !== deal.stageId) setDeciding({ deal, target, back });
      else void send(deal, target, {}, back);
    },
    decide: ({ deal, target, back }: Decision, reason: Reason) => {
      setDeciding(undefined);
      void send(deal, target, reason, back);
    },
  };
}

type Column = InfiniteData<Page<Deal>>;

/** The card leaves its column and stands in the other one before the server has answered. */
function place(deal: Deal, { stage, beforeId, afterId }: Target) {
  const key = ["deals", "list"];
  void queryClient.cancelQueries({ queryKey: key });
  const before = queryClient.getQueriesData<Column>({ queryKey: key });
  const moved = { ...deal, stageId: stage.id, state: stage.kind };
  for (const [each, data] of before) {
    const filters = each[2] as { stage?: string; sort?: string } | undefined;
    if (!data?.pages || filters?.sort !== "board") continue;
    const pages = data.pages.map((page) => ({ ...page, items: page.items.filter((other) => other.id !== deal.id) }));
    if (filters.stage === stage.id) {
      const at = (items: Deal[]) => {
        const named = items.findIndex((other) => other.id === (beforeId ?? afterId));
        return named < 0 ? -1 : beforeId ? named : named + 1;
      };
      const holder = pages.find((page) => at(page.items) >= 0) ?? pages[0];
      if (holder) holder.items = holder.items.toSpliced(Math.max(0, at(holder.items)), 0, moved);
    }
    queryClient.setQueryData<Column>(each, { ...data, pages });
  }
  return () => {
    for (const [each, data] of before) queryClient.setQueryData(each, data);
  };
}
