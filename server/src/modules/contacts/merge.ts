import { sql } from "kysely";
import type { z } from "zod";
import { audit } from "../../kernel/audit.ts";
import type { Tx } from "../../kernel/db/pools.ts";
import { invalid, notFound } from "../../kernel/errors.ts";
import { emit } from "../../kernel/events.ts";
import { newId } from "../../kernel/id.ts";
import type { Ctx } from "../../kernel/module.ts";
import { fieldsOf } from "./fields.ts";
import { goneInto } from "./gone-into.ts";
import type { MergeRequest } from "./merge.api.ts";
import { setPairsAside } from "./merge-duplicates.ts";
import { mergedFacts, partsOf, type Row, type Winners } from "./merge-facts.ts";
import { moveRows } from "./merge-rows.ts";
import { presentMerges } from "./merges.ts";
import { alonePeople } from "./people-lock.ts";
import { systemTransaction } from "./system-transaction.ts";

/**
 * Makes two contacts one: everything of the other becomes this one's, and the other's row goes. What is needed to undo it is kept with the
 * contact that stays. Whoever comes second with the same two finds the other gone.
 */
export const mergeContacts = async (ctx: Ctx, contactId: string, { otherContactId, winners }: z.output<typeof MergeRequest>) => {
  const mergeId = await systemTransaction(ctx, (tx) => merge(tx, ctx, contactId, otherContactId, winners));
  return ctx.transaction(async (tx) => {
    const [merge] = await presentMerges(tx, ctx.organizationId, [mergeId]);
    if (!merge) throw notFound("merge");
    return merge;
  });
};

const merge = async (tx: Tx, ctx: Ctx, contactId: string, otherContactId: string, winners: Winners): Promise<string> => {
  const { organizationId } = ctx;
  await alonePeople(tx, organizationId);
  const { mine, other } = await lockTwo(tx, organizationId, contactId, otherContactId);
  const fields = await fieldsOf(tx, organizationId);
  const unknown = Object.keys(winners).find((field) => !partsOf(fields).has(field));
  if (unknown) throw invalid(`winners.${unknown}`, "There is no such field.", `Choose from: ${[...partsOf(fields).keys()].join(", ")}.`);

  const mergeId = newId();
  const pair = { organizationId, into: contactId, from: otherContactId };
  const pairs = await setPairsAside(tx, pair, mergeId);
  const { records, counts } = await moveRows(tx, pair);
  const facts = await writeFacts(tx, organizationId, contactId, mine, mergedFacts(fields, mine, other, winners));
  await tx.deleteFrom("contacts").where("organization_id", "=", organizationId).where("id", "=", otherContactId).execute();
  const slots = Object.fromEntries(fields.flatMap((field) => (field.slot ? [[field.slot, field.key]] : [])));
  await tx
    .insertInto("merges")
    .values({
      organization_id: organizationId,
      id: mergeId,
      contact_id: contactId,
      other_contact_id: otherContactId,
      contact: JSON.stringify(other),
      facts: JSON.stringify({ ...facts, slots }),
      counts: JSON.stringify(counts),
      merged_by: JSON.stringify(ctx.actor),
    })
    .execute();
  for (const { relation, moved, kept, setAside, changed } of [...records, ...pairs]) {
    await tx
      .insertInto("merge_rows")
      .values({
        organization_id: organizationId,
        merge_id: mergeId,
        relation,
        moved: JSON.stringify(moved),
        kept: JSON.stringify(kept),
        set_aside: JSON.stringify(setAside),
        changed: JSON.stringify(changed),
      })
      .execute();
  }
  await audit(tx, ctx, "contact.merged", { contactId, otherContactId, mergeId });
  await emit(tx, ctx, "contact.merged", { contactId, otherContactId, mergeId });
  return mergeId;
};

/** In the order of their ids: two merges of the same people wait for one another instead of deadlocking. */
const lockTwo = async (tx: Tx, organizationId: string, contactId: string, otherContactId: string) => {
  if (contactId === otherContactId) throw invalid("otherContactId", "A contact cannot be merged with itself.");
  const { rows } = await sql<{ id: string; row: Row }>`
    select c.id, to_jsonb(c) as row from contacts c
     where c.organization_id = ${organizationId} and c.id in (${contactId}, ${otherContactId}) order by c.id for update`.execute(tx);
  const [mine, other] = [contactId, otherContactId].map((id) => rows.find((row) => row.id === id)?.row);
  if (!mine || !other) throw await goneInto(tx, organizationId, mine ? otherContactId : contactId);
  return { mine, other };
};

/** Answers what stood in the columns before and what stands there now, as the database tells it. */
export const writeFacts = async (tx: Tx, organizationId: string, contactId: string, before: Row, change: Row) => {
  const columns = Object.keys({ ...change, updated_at: true });
  const { rows } = await sql<{ row: Row }>`
    update contacts set ${sql.join(columns.map((column) => sql`${sql.id(column)} = ${sql.ref(`r.${column}`)}`))}
      from jsonb_populate_record(null::contacts, ${JSON.stringify({ updated_at: new Date(), ...change })}::jsonb) r
     where contacts.organization_id = ${organizationId} and contacts.id = ${contactId} returning to_jsonb(contacts) as row`.execute(tx);
  const now = rows[0]?.row ?? {};
  const pick = (row: Row) => Object.fromEntries(columns.map((column) => [column, row[column] ?? null]));
  return { before: pick(before), after: pick(now) };
};
