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
  remedy?:
    | "send_template"
    | "fix_number"
    | "renew_token"
    | "wait"
    | "fix_template"
    | "fix_media"
    | "confirm_person"
    | "contact_admin"
    | "none";
  detail?: string;
  /** The right that is missing, as the provider calls it. */
  right?: string;
  /** Not before this moment (ISO 8601), for this person and purpose. */
  until?: string;
  /** What the template was when it was refused: as long as it is that, the same is refused again. */
  template?: string;
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
  /** Files sent in it besides, to be kept as long as the message. */
  moreFileIds?: string[];
  /** Needs the customer's window to be open. */
  freeForm: boolean;
  marketing: boolean;
  payload: Record<string, unknown>;
};

export type Pace = { key: string; budget: Budget };

/** A delivery that may go out now: the buckets it draws from, narrowest first, and the one step that must not happen twice. */
export type Ready = {
  paces: Pace[];
  send: () => Promise<SendOutcome>;
  /** It goes back to the queue without having been sent, or was taken back: what was set aside for it is free again. */
  unsent?: () => Promise<void>;
};
/** Not now, without an attempt: back to the queue for so long, with the reason for people to see. */
export type Postponed = { state: "postponed"; waitSeconds: number; failure: Failure };
export type Prepared = Ready | Postponed | Extract<SendOutcome, { state: "failed" | "retry" | "held" }>;

export type Objection = { code: string; message: string; remedy: string; confirm: boolean };

/** What a channel declares to the pipeline. */
export type DeliveryChannel = {
  kind: string;
  /** Sends in flight at once per process and channel. */
  concurrency: number;
  /** Before anything is planned and outside of any transaction: makes of a file what the channel can take, answers the message with it. */
  ready?: (ctx: Ctx, message: Record<string, unknown>) => Promise<Record<string, unknown>>;
  /** Judges and freezes what somebody wants to send; throws the Refusal that names the field. */
  plan: (tx: Tx, ctx: Ctx, wish: SendWish) => Promise<PlannedSend>;
  /** Which identity of a contact the channel can reach, the one given first if it still holds. */
  reach: (db: Db, organizationId: string, channelId: string, contactId: string, identityId: string | null) => Promise<string | null>;
  /** The rules that may have changed since planning, for one that a person wants to send again. */
  check: (db: Db, delivery: Omit<ClaimedDelivery, "attempt" | "id">) => Promise<Failure | null>;
  /**
   * Deliveries of one channel, right before they are sent. The rules are asked again for all of them together; the functions answered, one
   * for each in order, do what may be repeated harmlessly and takes a while (uploads), each at its own pace.
   */
  prepare: (kernel: Kernel, deliveries: ClaimedDelivery[]) => Promise<(() => Promise<Prepared>)[]>;
  /** What stands against sending a failed one again just as it is: it is refused, or a person has to confirm something first. */
  again?: (db: Db, delivery: Omit<ClaimedDelivery, "attempt" | "id">, failure: Failure) => Promise<Objection | null>;
  /** Provider ids are known from now on: what arrived before them can be applied, in the same transaction. */
  known?: (tx: Tx, organizationId: string, ids: { channelId: string; providerId: string }[]) => Promise<void>;
};
