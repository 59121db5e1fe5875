import type { Kernel } from "./module.ts";

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
export type Failure = { code: string; providerCode?: number; message: string; remedy?: "send_template" | "fix_number" | "renew_token" | "wait" | "fix_template" | "fix_media" | "contact_admin" | "none"; detail?: string };

export type SendOutcome =
  | { state: "accepted"; providerId: string; heldForQuality?: boolean }
  | { state: "failed"; failure: Failure }
  /** The provider may have it: never sent again by itself, resolved by a status that carries the delivery's id. */
  | { state: "unknown"; failure: Failure }
  /** Nothing left us, or the provider surely refused before acting: try again after `waitSeconds`. */
  | { state: "retry"; waitSeconds: number; failure: Failure };

/** What a channel declares to the pipeline. */
export type DeliveryChannel = {
  kind: string;
  send: (kernel: Kernel, delivery: ClaimedDelivery) => Promise<SendOutcome>;
  /** Sends in flight at once per process and channel. */
  concurrency: number;
};
