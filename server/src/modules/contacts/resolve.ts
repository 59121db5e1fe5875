import type { Tx } from "../../kernel/db/pools.ts";

/** A person seen on a channel: every identity the provider named for them in one item. */
export type Sighting = {
  /** The caller's handle for the answer. */
  key: string;
  identities: { kind: "phone" | "whatsapp_user_id" | "whatsapp_username" | "email"; scope: string; value: string }[];
  name: string | null;
  at: Date;
  evidence: Record<string, unknown>;
};
export type Resolved = { contactId: string; identityId: string };

/**
 * Finds or makes the contact of each sighting, set-based: runs as candor_system for one organization. Learns identities named together
 * (a phone and a user id are then one contact), refreshes last seen, keeps a name a member gave. Emits contact.created and contact.identity_added.
 * `identityId` is the one to answer to: the phone where there is one, else the user id.
 */
export const resolveSightings = async (_tx: Tx, _organizationId: string, _sightings: Sighting[]): Promise<Map<string, Resolved>> => new Map();
