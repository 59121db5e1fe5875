import type { z } from "zod";
import type { Reaction } from "./conversations.api.ts";

type Shown = z.input<typeof Reaction>;
/**
 * As kept in `messages.reactions`. Ours carries the delivery that brings it to the customer, and the one it takes the place of, which holds
 * again when that delivery fails; the database copies its state (migration 0016). Its emoji is empty where it takes one back.
 */
export type KeptReaction = {
  emoji: string;
  by: "contact" | "business";
  at: string;
  deliveryId?: string;
  before?: { emoji: string; at: string } | null;
  state?: string;
  failure?: Shown["failure"] | null;
};

const undone = new Set(["failed", "cancelled", "expired", "skipped"]);

/** What the customer sees of ours, as far as we know. */
export const inForce = (entry: KeptReaction | undefined): { emoji: string; at: string } | null => {
  const held = entry && undone.has(entry.state ?? "") ? entry.before : entry;
  return held && held.emoji !== "" ? { emoji: held.emoji, at: held.at } : null;
};

/** What holds, and beside it what did not go out. */
export const presentReactions = (kept: KeptReaction[]): Shown[] => kept.flatMap(present);

const present = (entry: KeptReaction): Shown[] => {
  const { emoji, by, at, state, failure, before } = entry;
  if (!entry.deliveryId) return emoji === "" ? [] : [{ emoji, by, at }];
  const shown = { by, state: state as Shown["state"], ...(failure ? { failure } : {}) };
  if (!undone.has(state ?? "")) return emoji === "" && state !== "unknown" ? [] : [{ emoji, at, ...shown }];
  const lost: Shown = { emoji, at, ...shown, state: state === "failed" ? "failed" : "cancelled" };
  return before && before.emoji !== "" ? [{ emoji: before.emoji, by, at: before.at }, lost] : [lost];
};
