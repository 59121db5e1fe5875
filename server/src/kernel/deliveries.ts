import type { Db, Tx } from "./db/pools.ts";
import type { Ctx, Kernel } from "./module.ts";
import type { Budget } from "./rate.ts";

export type ClaimedDelivery = {
  organizationId: string;
  id: string;
  channelId: string;
  contactId: string;
  conversationId: string | null;
  messageId: string | null;
  identityId: string | null;
  purpose: string;
  content: Record<string, unknown>;
  attempt: number;
};

/** Cause and remedy in stable codes; the web app has the words. `detail` is the provider's own sentence about its rule, never a body. */
export type Failure = {
  code: string;
  providerCode?: number;
  message: string;
  remedy?: "send_template" | "fix_number" | "renew_token" | "wait" | "fix_template" | "fix_media" | "contact_admin" | "none";
  detail?: string;
};

export type SendOutcome =
  | { state: "accepted"; providerId: string; heldForQuality?: boolean }
  | { state: "failed"; failure: Failure }
  /** The provider may have it: never sent again by itself, resolved by a status that carries the delivery's id. */
  | { state: "unknown"; failure: Failure }
  /** Nothing left us, or the provider surely refused before acting: try again after `waitSeconds`; `pause` names a budget that rests as long. */
  | { state: "retry"; waitSeconds: number; failure: Failure; pause?: string }
  /** The channel itself cannot send just now and says so to people: the delivery stays queued until it can, however long. */
  | { state: "held"; failure: Failure };

/** What somebody wants to send; `message` is the public body of the request, already of a valid shape. */
export type SendWish = { channelId: string; contactId: string; identityId: string | null; message: Record<string, unknown> };

/** What the channel makes of it: how it is shown, and the content to deliver, frozen. */
export type PlannedSend = {
  identityId: string;
  type: string;
  text: string | null;
  content: Record<string, unknown>;
  fileId: string | null;
  /** Needs the customer's window to be open. */
  freeForm: boolean;
  marketing: boolean;
  payload: Record<string, unknown>;
};

export type Pace = { key: string; budget: Budget };

/** What a channel declares to the pipeline. */
export type DeliveryChannel = {
  kind: string;
  /** Sends in flight at once per process and channel. */
  concurrency: number;
  /** Judges and freezes what somebody wants to send; throws the Refusal that names the field. */
  plan: (tx: Tx, ctx: Ctx, wish: SendWish) => Promise<PlannedSend>;
  /** Which identity of a contact the channel can reach, the one given first if it still holds. */
  reach: (db: Db, organizationId: string, channelId: string, contactId: string, identityId: string | null) => Promise<string | null>;
  /** The rules that may have changed since planning, asked again right before sending. */
  check: (db: Db, delivery: Omit<ClaimedDelivery, "attempt" | "id">) => Promise<Failure | null>;
  /** Token buckets a delivery draws from, narrowest first. */
  paces: (kernel: Kernel, delivery: ClaimedDelivery) => Promise<Pace[]>;
  /** All that may be repeated harmlessly (uploads); answers the one step that may not, or an outcome that needs none. */
  prepare: (kernel: Kernel, delivery: ClaimedDelivery) => Promise<SendOutcome | (() => Promise<SendOutcome>)>;
  /** The provider's id is known: what arrived before it can be applied, in the same transaction. */
  known?: (tx: Tx, delivery: ClaimedDelivery, providerId: string) => Promise<void>;
};
