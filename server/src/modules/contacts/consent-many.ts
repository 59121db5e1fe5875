import { sql } from "kysely";
import type { Tx } from "../../kernel/db/pools.ts";
import { emitMany } from "../../kernel/events.ts";
import { newId } from "../../kernel/id.ts";
import type { Ctx } from "../../kernel/module.ts";
import type { ConsentEntry } from "./consent.ts";

type Entry = Omit<ConsentEntry, "actor">;

/** recordConsent for many contacts in one statement. Answers the contacts whose entry was not in the ledger yet. */
export const recordConsents = async (tx: Tx, ctx: Pick<Ctx, "organizationId" | "actor">, entries: Entry[]): Promise<Set<string>> => {
  if (entries.length === 0) return new Set();
  const { rows } = await sql<{ id: string }>`
    insert into consent_ledger (organization_id, id, contact_id, channel, purpose, action, source, proof, actor, occurred_at)
    select ${ctx.organizationId}::uuid, n.id, n.contact_id, n.channel, n.purpose, n.action, n.source, n.proof, ${JSON.stringify(ctx.actor)}::jsonb, n.at
      from unnest(${entries.map(() => newId())}::uuid[], ${entries.map((one) => one.contactId)}::uuid[], ${entries.map((one) => one.channel)}::text[], ${entries.map((one) => one.purpose)}::text[],
        ${entries.map((one) => one.action)}::text[], ${entries.map((one) => one.source)}::text[], ${entries.map((one) => JSON.stringify(one.proof))}::jsonb[], ${entries.map((one) => one.occurredAt.toISOString())}::timestamptz[])
        as n (id, contact_id, channel, purpose, action, source, proof, at)
    on conflict (organization_id, contact_id, channel, purpose, action, occurred_at) do nothing returning contact_id as id`.execute(tx);
  const recorded = new Set(rows.map((row) => row.id));
  await emitMany(
    tx,
    entries
      .filter((entry) => recorded.has(entry.contactId))
      .map(({ contactId, channel, purpose, source, action }) => ({
        organizationId: ctx.organizationId,
        name: `consent.${action}`,
        payload: { contactId, channel, purpose, source },
        actor: ctx.actor,
      })),
  );
  return recorded;
};
