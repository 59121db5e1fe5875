export type FileDraft = { name: string | null; mime: string | null };

/** A message as a channel tells it. Which channel it is does not matter here. */
export type MessageDraft = {
  channelId: string;
  contactId: string;
  /** Whom to answer, when known. */
  identityId: string | null;
  /** Where nobody is to be answered: the identity it came through, which says whose thread it belongs to. */
  via?: string | null;
  direction: "inbound" | "outbound" | "note" | "system";
  origin: "customer" | "api" | "phone" | "history" | "demo";
  type: string;
  body: string | null;
  content: Record<string, unknown>;
  occurredAt: Date;
  id?: string;
  /** What has one is stored once per channel, however often it is told. */
  providerId?: string | null;
  /** A file that has still to be fetched, or (by id) one that is there. */
  file?: FileDraft | null;
  fileId?: string | null;
  authorId?: string | null;
  replyToProviderId?: string | null;
  state?: string | null;
  failure?: unknown;
  deliveryId?: string | null;
};

export const isFromCustomer = (draft: Pick<MessageDraft, "direction" | "origin">) =>
  draft.direction === "inbound" && draft.origin === "customer";

const origins = ["history", "phone", "customer"];

/** Who tells a message best: the history that comes later tells less than the customer's or the phone's own webhook. */
export const originRank = (origin: string): number => origins.indexOf(origin);
