import { sql } from "kysely";
import { audit } from "../../kernel/audit.ts";
import type { Tx } from "../../kernel/db/pools.ts";
import { conflict, notFound } from "../../kernel/errors.ts";
import { emit } from "../../kernel/events.ts";
import type { Ctx } from "../../kernel/module.ts";
import { fieldsOf } from "./fields.ts";
import { bringPairsBack } from "./merge-duplicates.ts";
import { type Row, restoredFacts } from "./merge-facts.ts";
import type { Pair, TableMoves } from "./merge-rows.ts";
import { laterMerge, presentMerges } from "./merges.ts";
import { alonePeople } from "./people-lock.ts";
import { systemTransaction } from "./system-transaction.ts";
import { restoreConsents, seenSince } from "./unmerge-between.ts";
import { standing } from "./unmerge-bring-back.ts";
import { returnRows } from "./unmerge-rows.ts";

/**
 * Makes two contacts of one again: the other comes back with everything it had and all that came since through its identities and
 * conversations; what members put to the merged contact stays with the one that stayed. The last merge into a contact is undone first.
 */
export const undoMerge = async (ctx: Ctx, mergeId: string) => {
  await systemTransaction(ctx, (tx) => unmerge(tx, ctx, mergeId));
  return ctx.transaction(async (tx) => {
    const [merge] = await presentMerges(tx, ctx.organizationId, [mergeId]);
    if (!merge) throw notFound("merge");
    return merge;
  });
};

type Facts = { before: Row; after: Row; slots: Record<string, string> };

const unmerge = async (tx: Tx, ctx: Ctx, mergeId: string): Promise<void> => {
  const { organizationId } = ctx;
  await alonePeople(tx, organizationId);
  const merge = await lockMerge(tx, organizationId, mergeId);
  // Pressed twice: it is undone.
  if (merge.undone_at !== null) return;
  const later = await laterMerge(tx, organizationId, merge.contact_id, mergeId);
  if (later)
    throw conflict("later_merge", "Another contact was merged in after this one.", `Undo merge ${later} first; the last one goes first.`);

  const pair: Pair = { organizationId, into: merge.contact_id, from: merge.other_contact_id };
  const records = await recordsOf(tx, organizationId, mergeId);
  const { before, after, slots } = merge.facts as Facts;
  const kept = await slotsThatHold(tx, organizationId, slots);
  await insertContact(tx, organizationId, kept(merge.contact as Row));
  await returnRows(tx, pair, mergeId, await originsOf(tx, pair, records), records);
  await bringPairsBack(tx, pair, mergeId, records);
  await restoreConsents(tx, pair, mergeId, merge.merged_at);
  await restoreFacts(tx, pair, { before: kept(before), after: kept(after) });
  await seenSince(tx, pair, merge.merged_at);
  await sql`update merges set contact = null, facts = '{}', undone_at = now(), undone_by = ${JSON.stringify(ctx.actor)}::jsonb where organization_id = ${organizationId} and id = ${mergeId}`.execute(
    tx,
  );
  await tx.deleteFrom("merge_rows").where("organization_id", "=", organizationId).where("merge_id", "=", mergeId).execute();
  const payload = { contactId: pair.into, otherContactId: pair.from, mergeId };
  await audit(tx, ctx, "contact.unmerged", payload);
  await emit(tx, ctx, "contact.unmerged", payload);
};

const lockMerge = async (tx: Tx, organizationId: string, mergeId: string) => {
  const find = () => tx.selectFrom("merges").selectAll().where("organization_id", "=", organizationId).where("id", "=", mergeId);
  const found = await find().executeTakeFirst();
  if (!found) throw notFound("merge");
  // The contact before the merge, as everywhere: a second merge into it waits here.
  await tx
    .selectFrom("contacts")
    .select("id")
    .where("organization_id", "=", organizationId)
    .where("id", "=", found.contact_id)
    .forUpdate()
    .execute();
  const merge = await find().forUpdate().executeTakeFirst();
  if (!merge) throw notFound("merge");
  return merge;
};

const recordsOf = async (tx: Tx, organizationId: string, mergeId: string): Promise<TableMoves[]> => {
  const rows = await tx
    .selectFrom("merge_rows")
    .selectAll()
    .where("organization_id", "=", organizationId)
    .where("merge_id", "=", mergeId)
    .execute();
  return rows.map((row) => ({
    relation: row.relation,
    moved: row.moved as TableMoves["moved"],
    kept: row.kept as TableMoves["kept"],
    setAside: row.set_aside as TableMoves["setAside"],
    changed: row.changed as TableMoves["changed"],
  }));
};

/** The contact itself, and those that had become part of it before. */
const originsOf = async (tx: Tx, { organizationId, from }: Pair, records: TableMoves[]): Promise<string[]> => {
  const ids = (records.find((record) => record.relation === "merges")?.moved ?? []).map(({ id }) => String(id));
  const { rows } = await sql<{ id: string }>`
    select other_contact_id as id from merges where organization_id = ${organizationId} and id = any(${ids}::uuid[]) and undone_at is null`.execute(
    tx,
  );
  return [from, ...rows.map((row) => row.id)];
};

/** A field may have been deleted meanwhile, and its column may hold another one's values: such a value does not come back. */
const slotsThatHold = async (tx: Tx, organizationId: string, slots: Record<string, string>) => {
  const now = new Map((await fieldsOf(tx, organizationId)).map((field) => [field.slot, field.key]));
  const isSlot = /^[tndb]\d\d$/;
  const holds = (column: string) => !isSlot.test(column) || (slots[column] !== undefined && now.get(column as never) === slots[column]);
  return (row: Row): Row => Object.fromEntries(Object.entries(row).filter(([column]) => holds(column)));
};

const insertContact = async (tx: Tx, organizationId: string, row: Row) => {
  const stage = await tx
    .selectFrom("stages")
    .select(["key", "removed_at", "successor"])
    .where("organization_id", "=", organizationId)
    .where("key", "=", String(row.stage))
    .executeTakeFirst();
  // A stage that was taken away meanwhile: whoever was in it is in its successor.
  const key = stage?.removed_at === null ? stage.key : (stage?.successor ?? "lead");
  const [contact] = await standing(tx, organizationId, "contacts", [{ ...row, stage: key }]);
  const columns = sql.join(Object.keys(row).map((column) => sql.id(column)));
  await sql`insert into contacts (${columns}) select ${columns} from jsonb_populate_record(null::contacts, ${JSON.stringify(contact)}::jsonb)`.execute(
    tx,
  );
};

const restoreFacts = async (tx: Tx, { organizationId, into }: Pair, facts: { before: Row; after: Row }) => {
  const { rows } = await sql<{
    row: Row;
  }>`select to_jsonb(c) as row from contacts c where c.organization_id = ${organizationId} and c.id = ${into}`.execute(tx);
  const now = rows[0]?.row ?? {};
  const back = restoredFacts(facts, now);
  const [change] = await standing(tx, organizationId, "contacts", [{ organization_id: organizationId, id: into, ...back }]);
  const columns = Object.keys(back);
  if (columns.length === 0 || !change) return;
  await sql`
    update contacts c set ${sql.join(columns.map((column) => sql`${sql.id(column)} = ${sql.ref(`r.${column}`)}`))}
      from jsonb_populate_record(null::contacts, ${JSON.stringify(change)}::jsonb) r
     where c.organization_id = ${organizationId} and c.id = ${into}`.execute(tx);
  if (!("stage" in back)) return;
  // Neither the stage the merge gave nor the way back from it was ever an entry of this person's.
  await sql`
    delete from stage_entries where organization_id = ${organizationId} and contact_id = ${into} and (
      (stage = ${facts.after.stage} and entered_at = ${facts.after.stage_since}::text::timestamptz) or (stage = ${facts.before.stage} and entered_at = ${facts.before.stage_since}::text::timestamptz))`.execute(
    tx,
  );
};
