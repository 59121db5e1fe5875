import type { Leaf } from "./rule.ts";

export const propertyOperators = ["is", "is_not", "contains", "known", "unknown", "more_than", "at_least", "less_than", "at_most"] as const;

/** Events Candor records by itself that make sense to ask for, in the order one looks for them. */
export const ownEvents = [
  "message.received",
  "page.viewed",
  "contact.created",
  "contact.stage_changed",
  "conversation.started",
  "conversation.closed",
  "deal.created",
  "deal.won",
  "deal.lost",
  "task.done",
] as const;
export type OwnEvent = (typeof ownEvents)[number];
export const isOwnEvent = (name: string): name is OwnEvent => (ownEvents as readonly string[]).includes(name);

/** A question of each kind, as it stands when one has just chosen it. */
export const freshLeaf = (about: Leaf["about"], first: { tagId?: string; segmentId?: string; listId?: string } = {}): Leaf => {
  switch (about) {
    case "field":
      return { about, field: "stage", op: "is", value: "customer" };
    case "tag":
      return { about, op: "has", tagId: first.tagId ?? "" };
    case "consent":
      return { about, op: "granted", channel: "whatsapp", purpose: "marketing" };
    case "reachable":
      return { about, op: "is", by: "whatsapp" };
    case "conversation":
      return { about, op: "is", state: "open" };
    case "segment":
      return { about, op: "in", segmentId: first.segmentId ?? "" };
    case "list":
      return { about, op: "in", listId: first.listId ?? "" };
    case "event":
      return {
        about,
        event: "message.received",
        where: [],
        measure: { kind: "happened" },
        window: { kind: "last", amount: 30, unit: "days" },
        relation: null,
      };
  }
};
