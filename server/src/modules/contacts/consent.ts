import { sql } from "kysely";
import type { Db, Tx } from "../../kernel/db/pools.ts";
import { emitMany } from "../../kernel/events.ts";
import { newId } from "../../kernel/id.ts";
import type { Actor, Ctx } from "../../kernel/module.ts";

export type ConsentEntry = {
  contactId: string;
  channel: string;
  purpose: string;
  action: "granted" | "withdrawn";
  source: string;
  proof: Record<string, unknown>;
  actor: Actor;
  occurredAt: Date;
  /** Through which of the person's identities it was told, where it was. */
  identityId?: string;
};

/** Adds to the ledger; the same entry again (contact, channel, purpose, action, moment) is not added twice and tells nobody. */
export const recordConsent = async (
  tx: Tx,
  of: string | Pick<Ctx, "organizationId">,
  entry: ConsentEntry,
): Promise<{ recorded: boolean }> => {
  const organizationId = typeof of === "string" ? of : of.organizationId;
  const { contactId, channel, purpose, action, source } = entry;
  const added = await sql`
    insert into consent_ledger (organization_id, id, contact_id, channel, purpose, action, source, proof, actor, occurred_at, identity_id)
    values (${organizationId}, ${newId()}, ${contactId}, ${channel}, ${purpose}, ${action}, ${source}, ${JSON.stringify(entry.proof)}::jsonb, ${JSON.stringify(entry.actor)}::jsonb, ${entry.occurredAt}, ${entry.identityId ?? null})
    on conflict (organization_id, contact_id, channel, purpose, action, occurred_at) do nothing returning id`.execute(tx);
  if (added.rows.length === 0) return { recorded: false };
  await emitMany(tx, [{ organizationId, name: `consent.${action}`, payload: { contactId, channel, purpose, source }, actor: entry.actor }]);
  return { recorded: true };
};

export type Permit = { allowed: true } | { allowed: false; reason: "consent_missing" | "consent_withdrawn" };
const needOptIn = new Set(["marketing", "direct_messaging"]);

/**
 * The planner's question, asked in the transaction that queues a delivery. The last entry counts, of the same moment the withdrawal.
 * Marketing needs it to be a grant; any other purpose is refused only by a withdrawal of that purpose, and an answer to a customer's own
 * message by nothing.
 */
export const mayContact = async (db: Db, organizationId: string, contactId: string, channel: string, purpose: string): Promise<Permit> =>
  (await mayContactAll(db, organizationId, [contactId], channel, purpose))(contactId);

/** The same for many contacts at once. */
export const mayContactAll = async (
  db: Db,
  organizationId: string,
  contactIds: string[],
  channel: string,
  purpose: string,
): Promise<(contactId: string) => Permit> => {
  if (purpose === "customer_support" || contactIds.length === 0) return () => ({ allowed: true });
  const rows = await db
    .selectFrom("consent_ledger")
    .distinctOn("contact_id")
    .select(["contact_id", "action"])
    .where("organization_id", "=", organizationId)
    .where("contact_id", "in", contactIds)
    .where("channel", "=", channel)
    .where("purpose", "=", purpose)
    .orderBy("contact_id")
    .orderBy("occurred_at", "desc")
    .orderBy("action", "desc")
    .execute();
  const last = new Map(rows.map((row) => [row.contact_id, row.action]));
  return (contactId) => {
    const action = last.get(contactId);
    if (action === "withdrawn") return { allowed: false, reason: "consent_withdrawn" };
    return action || !needOptIn.has(purpose) ? { allowed: true } : { allowed: false, reason: "consent_missing" };
  };
};
