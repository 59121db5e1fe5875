import { sql } from "kysely";
import type { Tx } from "../../kernel/db/pools.ts";
import { emitMany } from "../../kernel/events.ts";
import { newId } from "../../kernel/id.ts";
import type { Ctx } from "../../kernel/module.ts";
import { findIdentities, handle, type IdentityKey, insertIdentities, releaseIdentities } from "./identity-rows.ts";

/** Contacts by the handle of an identity they have; who gave one up does not have it. */
export const ownersOf = async (tx: Tx, organizationId: string, keys: IdentityKey[]): Promise<Map<string, string>> =>
  new Map(
    [...(await findIdentities(tx, organizationId, keys))]
      .filter(([, row]) => row.retired_at === null)
      .map(([key, row]) => [key, row.contact_id]),
  );

export type ManyClaims = { contactId: string; isNew: boolean; keys: IdentityKey[] }[];

/** Somebody else was first with one of the identities, between the look and the write: undo all and look again. */
export class IdentityRaced extends Error {}

/**
 * Gives many contacts identities somebody wrote down, set-based; whoever calls has looked with ownersOf that nobody else has them. What
 * the contact has already is left alone, what somebody gave up is theirs as history only. Answers how many each contact gained.
 */
export const claimMany = async (tx: Tx, ctx: Ctx, claims: ManyClaims, evidence: Record<string, unknown>): Promise<Map<string, number>> => {
  const gained = new Map<string, number>();
  const wanted = claims.flatMap(({ contactId, isNew, keys }) => keys.map((key) => ({ contactId, isNew, key })));
  if (wanted.length === 0) return gained;
  const { organizationId } = ctx;
  const found = await findIdentities(
    tx,
    organizationId,
    wanted.map(({ key }) => key),
  );
  const rowOf = (key: IdentityKey) => found.get(handle(key));
  if (wanted.some(({ key, contactId }) => rowOf(key)?.retired_at === null && rowOf(key)?.contact_id !== contactId))
    throw new IdentityRaced();

  const back = wanted.filter(({ key, contactId }) => rowOf(key)?.contact_id === contactId && rowOf(key)?.retired_at);
  await revive(
    tx,
    organizationId,
    back.map(({ key }) => rowOf(key)?.id ?? ""),
  );
  const fresh = wanted.filter(({ key, contactId }) => rowOf(key)?.contact_id !== contactId);
  await releaseIdentities(
    tx,
    organizationId,
    fresh.flatMap(({ key }) => rowOf(key)?.id ?? []),
  );
  const at = new Date();
  const rows = fresh.map(({ key, contactId, isNew }) => ({ ...key, id: newId(), contactId, isNew, at, evidence }));
  const added = await insertIdentities(tx, organizationId, rows);
  if (added.size < rows.length) throw new IdentityRaced();
  for (const { contactId } of [...fresh, ...back]) gained.set(contactId, (gained.get(contactId) ?? 0) + 1);
  await emitMany(
    tx,
    rows
      .filter((row) => !row.isNew)
      .map((row) => ({
        organizationId,
        name: "contact.identity_added",
        payload: { contactId: row.contactId, identityId: row.id, kind: row.kind },
        actor: ctx.actor,
      })),
  );
  return gained;
};

const revive = async (tx: Tx, organizationId: string, ids: string[]) => {
  if (ids.length > 0)
    await sql`update identities set retired_at = null where organization_id = ${organizationId} and id = any(${ids}::uuid[])`.execute(tx);
};
