import { sql } from "kysely";
import type { Tx } from "../../kernel/db/pools.ts";
import { emitMany } from "../../kernel/events.ts";
import { newId } from "../../kernel/id.ts";
import {
  findIdentities,
  handle,
  type IdentityKey,
  identityKey,
  insertIdentities,
  type KnownIdentity,
  releaseIdentities,
} from "./identity-rows.ts";
import type { IdentityKind } from "./match-key.ts";
import { holdPeople } from "./people-lock.ts";

type Named = { kind: IdentityKind; scope: string; value: string };
export type Move = { from: Named; to: Named; at: Date; evidence: Record<string, unknown> };

/**
 * A person changed their number or user id: the contact gets the new identity and keeps its history, the old one is retired. Where the
 * new one already belongs to another contact it stays there (merging is a member's decision) and contact.duplicate_suspected is emitted.
 * Answers the contact, or null where neither identity is known. The same move again changes nothing and tells nobody.
 */
export const moveIdentity = async (tx: Tx, organizationId: string, move: Move): Promise<string | null> => {
  const [from, to] = [identityKey(move.from), identityKey(move.to)];
  if (!from || !to) return null;
  await holdPeople(tx, organizationId);
  const rows = await findIdentities(tx, organizationId, [from, to]);
  const old = rows.get(handle(from));
  const target = rows.get(handle(to));
  if (await wasMoved(tx, organizationId, from, target)) return target?.contact_id ?? null;
  if (!old) return target ? remember(tx, organizationId, from, target, move) : null;
  // Two spellings of one number: nothing moved, the newer spelling is the one to send to.
  if (old.id === target?.id) {
    await tx
      .updateTable("identities")
      .set({ value: to.value })
      .where("organization_id", "=", organizationId)
      .where("id", "=", old.id)
      .where("last_seen_at", "<=", move.at)
      .execute();
    return old.contact_id;
  }
  const contactId = old.contact_id;
  const actor = { kind: "contact", contactId } as const;
  if (target && target.contact_id !== contactId && !(target.retired_at && target.retired_at < move.at)) {
    await retire(tx, organizationId, old, move.at);
    if (target.suspects.includes(contactId)) return contactId;
    await sql`update identities set evidence = jsonb_set(evidence, '{suspects}', ${JSON.stringify([...target.suspects, contactId])}::jsonb) where organization_id = ${organizationId} and id = ${target.id}`.execute(
      tx,
    );
    await emitMany(tx, [
      {
        organizationId,
        name: "contact.duplicate_suspected",
        payload: { contactId, otherContactId: target.contact_id, identityId: target.id, kind: to.kind },
        actor,
      },
    ]);
    return contactId;
  }
  const identityId =
    target?.contact_id === contactId
      ? await adopt(tx, organizationId, target, old, move)
      : await add(tx, organizationId, contactId, to, old, target, move);
  // Somebody added it meanwhile: look again, it is there now.
  if (!identityId) return moveIdentity(tx, organizationId, move);
  await retire(tx, organizationId, old, move.at);
  await emitMany(tx, [
    { organizationId, name: "contact.identity_moved", payload: { contactId, identityId, fromIdentityId: old.id, kind: to.kind }, actor },
  ]);
  return contactId;
};

/**
 * Who wrote under the new identity first is known by it alone. The old one is kept beside it as given up, so that what was said under it
 * and comes later finds the same person; unless the new one was somebody's before, who need not be the one who moved.
 */
const remember = async (tx: Tx, organizationId: string, from: IdentityKey, target: KnownIdentity, move: Move): Promise<string> => {
  if (target.first_seen_at < move.at) return target.contact_id;
  const id = newId();
  const added = await insertIdentities(tx, organizationId, [
    { ...from, id, contactId: target.contact_id, at: move.at, evidence: move.evidence, mergedFrom: target.merged_from },
  ]);
  if (!added.has(id)) return target.contact_id;
  await retire(tx, organizationId, { id, moved_at: null }, move.at);
  await adopt(tx, organizationId, target, { id }, move);
  return target.contact_id;
};

/** The new identity remembers which row it replaced, by id: that row's key may since belong to somebody else. */
const wasMoved = async (tx: Tx, organizationId: string, from: IdentityKey, target: KnownIdentity | undefined): Promise<boolean> => {
  if (!target?.moved_from) return false;
  const before = await tx
    .selectFrom("identities")
    .select(["kind", "scope", "value"])
    .where("organization_id", "=", organizationId)
    .where("id", "=", target.moved_from)
    .executeTakeFirst();
  const key = before && identityKey(before as Named);
  return key ? handle(key) === handle(from) : false;
};

const adopt = async (
  tx: Tx,
  organizationId: string,
  target: KnownIdentity,
  old: Pick<KnownIdentity, "id">,
  move: Move,
): Promise<string> => {
  const evidence = { ...move.evidence, movedFrom: old.id, movedAt: move.at };
  // Given up later than this: the notices came in another order, and it stays given up.
  await sql`
    update identities set evidence = evidence || ${JSON.stringify(evidence)}::jsonb, first_seen_at = least(first_seen_at, ${move.at}),
           retired_at = case when retired_at < ${move.at} then null else retired_at end
     where organization_id = ${organizationId} and id = ${target.id}`.execute(tx);
  return target.id;
};

const add = async (
  tx: Tx,
  organizationId: string,
  contactId: string,
  to: IdentityKey,
  old: KnownIdentity,
  target: KnownIdentity | undefined,
  move: Move,
): Promise<string | null> => {
  if (target) await releaseIdentities(tx, organizationId, [target.id]);
  const id = newId();
  const added = await insertIdentities(tx, organizationId, [
    { ...to, id, contactId, at: move.at, evidence: { ...move.evidence, movedFrom: old.id, movedAt: move.at }, mergedFrom: old.merged_from },
  ]);
  return added.has(id) ? id : null;
};

/** Unless it was moved back to since. */
const retire = async (tx: Tx, organizationId: string, old: Pick<KnownIdentity, "id" | "moved_at">, at: Date) => {
  if (old.moved_at && old.moved_at > at) return;
  await tx
    .updateTable("identities")
    .set({ retired_at: at })
    .where("organization_id", "=", organizationId)
    .where("id", "=", old.id)
    .where((eb) => eb.or([eb("retired_at", "is", null), eb("retired_at", ">", at)]))
    .execute();
};
