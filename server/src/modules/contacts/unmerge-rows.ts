import { sql } from "kysely";
import type { Tx } from "../../kernel/db/pools.ts";
import { keyOf, keyRows, type Relation, relationsOf, sameKey, treatment } from "./merge-relations.ts";
import { giveBackRoom } from "./merge-room.ts";
import { hangsOn, type Pair, type TableMoves } from "./merge-rows.ts";
import { bringBack } from "./unmerge-bring-back.ts";

/**
 * The way back of moveRows: what was moved, what came since through an identity or a conversation that goes back, and what was set aside.
 * `origins` are the marks that go back: the contact itself, and those that had become part of it before.
 */
export const returnRows = async (tx: Tx, pair: Pair, mergeId: string, origins: string[], records: TableMoves[]): Promise<void> => {
  const all = await relationsOf(tx);
  const relations = all.filter((relation) => treatment[relation.name] === undefined);
  const recordOf = (relation: Relation) => records.find((record) => record.relation === relation.name);
  for (const relation of relations) {
    if (relation.marked) await returnMarked(tx, pair, relation, origins);
    else await returnNamed(tx, pair, relation, recordOf(relation)?.moved ?? []);
  }
  for (const relation of all.filter(({ name }) => treatment[name]?.how !== "pairs")) {
    const record = recordOf(relation);
    if (record) await bringBack(tx, pair, relation, record.setAside);
    if (record) await giveBackRoom(tx, pair, relation, record.changed);
  }
  // A message follows its conversation, what hangs on the message follows that: until nothing follows any more.
  const followers = relations.filter((relation) => !relation.marked && relation.parents.length > 0);
  for (let more = true; more; ) {
    more = false;
    for (const relation of followers) if ((await follow(tx, pair, relation, recordOf(relation)?.kept ?? [])) > 0) more = true;
  }
  await returnEvents(tx, pair, mergeId, origins, records);
};

const returnMarked = (tx: Tx, { organizationId, into, from }: Pair, { name, column }: Relation, origins: string[]) =>
  sql`
    update ${sql.table(name)} set ${sql.id(column)} = ${from}, merged_from = nullif(merged_from, ${from})
     where organization_id = ${organizationId} and ${sql.id(column)} = ${into} and merged_from = any(${origins}::uuid[])`.execute(tx);

const returnNamed = async (tx: Tx, { organizationId, into, from }: Pair, relation: Relation, moved: TableMoves["moved"]) => {
  if (moved.length === 0) return;
  await sql`
    update ${sql.table(relation.name)} t set ${sql.id(relation.column)} = ${from} from ${keyRows(relation, moved)}
     where t.organization_id = ${organizationId} and ${sql.ref(`t.${relation.column}`)} = ${into} and ${sameKey(relation, "t", "k")}`.execute(
    tx,
  );
};

const follow = async (tx: Tx, { organizationId, into, from }: Pair, relation: Relation, kept: TableMoves["kept"]): Promise<number> => {
  const { rows } = await sql<{ key: unknown }>`
    update ${sql.table(relation.name)} t set ${sql.id(relation.column)} = ${from}
     where t.organization_id = ${organizationId} and ${sql.ref(`t.${relation.column}`)} = ${into} and (${hangsOn(relation, organizationId, from)})
       and not exists (select from ${keyRows(relation, kept)} where ${sameKey(relation, "t", "k")})
    returning ${keyOf(relation, "t")} as key`.execute(tx);
  return rows.length;
};

/** An event of the time in between goes with what it names: a conversation, a browser, or any row that went back. */
const returnEvents = async (tx: Tx, { organizationId, into, from }: Pair, mergeId: string, origins: string[], records: TableMoves[]) => {
  await sql`
    update events set contact_id = ${from}, merged_from = nullif(merged_from, ${from})
     where organization_id = ${organizationId} and contact_id = ${into} and merged_from = any(${origins}::uuid[])`.execute(tx);
  const named = records.flatMap((record) => record.moved.flatMap(({ id }) => (typeof id === "string" ? [id] : [])));
  await sql`
    update events e set contact_id = ${from}
     where e.organization_id = ${organizationId} and e.contact_id = ${into} and e.id > ${mergeId} and e.payload ->> 'mergeId' is distinct from ${mergeId}::text and (
           e.conversation_id in (select id from conversations where organization_id = ${organizationId} and contact_id = ${from})
        or e.visitor_id in (select id from visitors where organization_id = ${organizationId} and contact_id = ${from})
        or exists (select from jsonb_each_text(e.payload) p join (
             select id::text as id from identities where organization_id = ${organizationId} and contact_id = ${from}
             union all select unnest(${named}::text[])) own on own.id = p.value where p.key like '%Id'))`.execute(tx);
};
