import type { Failure } from "../../kernel/deliveries.ts";

export type Outcome = "sent" | "delivered" | "read" | "failed";
export type StatusDraft = {
  channelId: string;
  providerId: string;
  state: Outcome;
  at: Date;
  /** Our own opaque key, if the provider gave it back: tells which delivery this is before we know the provider's id. */
  deliveryId: string | null;
  failure: Failure | null;
  pricing: Record<string, unknown> | null;
};
// `failed` ends an attempt: a late `sent` must not undo it, and it must not undo a delivery that was confirmed.
const ranks: Record<string, number> = {
  planned: 0,
  queued: 1,
  sending: 2,
  unknown: 3,
  accepted: 4,
  sent: 5,
  failed: 6,
  delivered: 7,
  read: 8,
};
const final = new Set(["failed", "cancelled", "skipped", "expired"]);

/** A member's word about an unknown outcome (outgoing-change.ts), kept until the provider speaks. */
export const saidByMember = "said_by_member";

/** The provider's word stands above a member's: "arrived" and "it did not" are both taken back by it, "arrived" by nothing less than it. */
export const movesFrom = (row: { state: string | null; reason: string | null }, to: Outcome): boolean =>
  row.reason === saidByMember ? moves("unknown", to) && !(to === "sent" && row.state === "delivered") : moves(row.state, to);

/** Statuses repeat, skip steps and come in any order; a state only ever moves forward. */
export const moves = (from: string | null, to: Outcome): boolean =>
  from === null || (!final.has(from) && (ranks[to] ?? 0) > (ranks[from] ?? 0));

export const keyOf = (status: { channelId: string; providerId: string }) => `${status.channelId} ${status.providerId}`;

export type Step = { state: Outcome; at: Date; code?: string };
export type Folded = StatusDraft & { steps: Step[] };

/** One per message: the furthest state with the steps that led there, and the last price told. */
export const fold = (statuses: StatusDraft[]): Map<string, Folded> => {
  const folded = new Map<string, Folded>();
  for (const status of statuses) {
    const before = folded.get(keyOf(status));
    const forward = !before || moves(before.state, status.state);
    const { state, at, failure } = status;
    folded.set(keyOf(status), {
      ...(forward ? status : before),
      steps: [...(before?.steps ?? []), ...(forward ? [{ state, at, ...(failure ? { code: failure.code } : {}) }] : [])],
      pricing: status.pricing ?? before?.pricing ?? null,
      deliveryId: status.deliveryId ?? before?.deliveryId ?? null,
    });
  }
  return folded;
};
