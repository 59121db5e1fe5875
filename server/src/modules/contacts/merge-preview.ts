import { sql } from "kysely";
import type { Tx } from "../../kernel/db/pools.ts";
import { invalid } from "../../kernel/errors.ts";
import type { Ctx } from "../../kernel/module.ts";
import { contactPage } from "./contact.ts";
import { fieldsOf } from "./fields.ts";
import { goneInto } from "./gone-into.ts";
import { choices, type Row } from "./merge-facts.ts";

/** Counted no further: a merge takes along however many there are. */
const most = 1000;
/** What a person looks for when they compare two. */
const counted = ["conversations", "messages", "contact_notes", "contact_tags", "deal_contacts", "tasks", "activities"];

/** The two side by side before they become one: what differs, what we would take, and how much there is of each. */
export const previewMerge = (ctx: Ctx, contactId: string, otherContactId: string) =>
  ctx.transaction(async (tx) => {
    if (contactId === otherContactId) throw invalid("otherContactId", "A contact cannot be merged with itself.");
    const { organizationId } = ctx;
    const { rows } = await sql<{ id: string; row: Row }>`
      select c.id, to_jsonb(c) as row from contacts c where c.organization_id = ${organizationId} and c.id in (${contactId}, ${otherContactId})`.execute(
      tx,
    );
    const rowOf = (id: string) => rows.find((row) => row.id === id)?.row;
    const [mine, other] = [rowOf(contactId), rowOf(otherContactId)];
    if (!mine || !other) throw await goneInto(tx, organizationId, mine ? otherContactId : contactId);
    return {
      contact: await contactPage(tx, ctx, contactId),
      other: await contactPage(tx, ctx, otherContactId),
      fields: choices(await fieldsOf(tx, organizationId), mine, other),
      counts: { contact: await countsOf(tx, organizationId, contactId), other: await countsOf(tx, organizationId, otherContactId) },
    };
  });

const countsOf = async (tx: Tx, organizationId: string, contactId: string): Promise<Record<string, number>> => {
  const { rows } = await sql<{ counts: Record<string, number> }>`
    select jsonb_build_object(${sql.join(
      counted.flatMap((table) => [
        sql.lit(table),
        sql`(select count(*) from (select from ${sql.table(table)} where organization_id = ${organizationId} and contact_id = ${contactId} limit ${most}) c)`,
      ]),
    )}) as counts`.execute(tx);
  return rows[0]?.counts ?? {};
};
