import type { Failure } from "../../../../kernel/deliveries.ts";
import type { Media } from "./parse-content.ts";
import type { Json } from "./parse-json.ts";

/** Where an item stood, and a body of its own that says only this: what is parked can be replayed by reading the slice again. */
export type Place = {
  path: string;
  field: string;
  accountId: string | null;
  phoneNumberId: string | null;
  displayNumber: string | null;
  entryAt: Date;
  receivedAt: Date;
  slice: () => unknown;
};

/** Whoever is on the other side: at least one of phone and user id, or nobody can be found. */
export type Person = { phone: string | null; userId: string | null; username: string | null; name: string | null };

export type MessageItem = Place & {
  kind: "message";
  origin: "customer" | "phone" | "history";
  direction: "inbound" | "outbound" | "system";
  person: Person;
  providerId: string;
  at: Date;
  type: string;
  body: string | null;
  content: Json;
  media: Media | null;
  replyTo: string | null;
  state: "sent" | "delivered" | "read" | "failed" | null;
};
export type ChangeItem = Place & {
  kind: "change";
  change: "reaction" | "edit" | "revoke";
  by: "contact" | "business";
  /** With whom, as far as it says. */
  peer: Person | null;
  target: string;
  at: Date;
  emoji: string | null;
  body: string | null;
};
export type MoveItem = Place & {
  kind: "move";
  what: string;
  identity: "phone" | "whatsapp_user_id";
  from: string | null;
  to: string;
  providerId: string;
  at: Date;
  body: string | null;
};
export type StatusItem = Place & {
  kind: "status";
  providerId: string;
  state: "sent" | "delivered" | "read" | "failed";
  at: Date;
  deliveryId: string | null;
  failure: Failure | null;
  pricing: Json | null;
};
export type PreferenceItem = Place & {
  kind: "preference";
  person: Person;
  action: "granted" | "withdrawn";
  value: string;
  detail: string | null;
  at: Date;
};
export type ContactItem = Place & { kind: "contact"; person: Person; at: Date };
export type AccountItem = Place & { kind: "account"; value: Json };
export type ParkedItem = Place & { kind: "parked"; reason: string; detail: string };
export type Item = MessageItem | ChangeItem | MoveItem | StatusItem | PreferenceItem | ContactItem | AccountItem | ParkedItem;
