import { sql } from "kysely";
import type { Tx } from "../../kernel/db/pools.ts";
import { keyOf, type Relation, relationsOf, sameKey, treatment } from "./merge-relations.ts";
import { makeRoom } from "./merge-room.ts";

/** What is done to which two: `from` becomes part of `into`. */
export type Pair = { organizationId: string; into: string; from: string };
export type Key = Record<string, unknown>;
/** What one table needs to be undone. */
export type TableMoves = { relation: string; moved: Key[]; kept: Key[]; setAside: Key[]; changed: { key: Key; before: Key; after: Key }[] };

/**
 * Gives every row of one contact to another, in all tables that have a key on contacts. What the other one has already is set aside; what
 * hangs on a row that moved but was the other one's all along is noted as staying. Runs as candor_system; both contacts are locked, so
 * nothing new comes to either meanwhile. Answers what undoing it takes.
 */
export const moveRows = async (tx: Tx, pair: Pair): Promise<{ records: TableMoves[]; counts: Record<string, number> }> => {
  const all = await relationsOf(tx);
  const relations = all.filter((relation) => treatment[relation.name] === undefined);
  const kept = new Map<Relation, Key[]>();
  for (const relation of relations) kept.set(relation, relation.marked ? [] : await keptRows(tx, pair, relation));
  for (const relation of relations) if (relation.marked) await mark(tx, pair, relation);
  const records: TableMoves[] = [];
  const counts: Record<string, number> = {};
  for (const relation of relations) {
    const changed = await makeRoom(tx, pair, relation);
    const setAside = await setAsideRows(tx, pair, relation);
    const moved = await giveRows(tx, pair, relation);
    const count = moved.length + setAside.length;
    if (count > 0) counts[relation.name] = (counts[relation.name] ?? 0) + count;
    const record = {
      relation: relation.name,
      moved: relation.marked ? [] : moved,
      kept: kept.get(relation) ?? [],
      setAside,
      changed,
    };
    if (record.moved.length + record.kept.length + setAside.length + changed.length > 0) records.push(record);
  }
  for (const relation of all.filter(({ name }) => treatment[name]?.how === "aside")) {
    const setAside = await takeRows(tx, pair, relation);
    if (setAside.length > 0) records.push({ relation: relation.name, moved: [], kept: [], setAside, changed: [] });
  }
  await moveEvents(tx, pair);
  return { records, counts };
};

/** Whatever else there is of a contact that is joined with another for good, by itself (absorb.ts): nothing of it is lost with its row. */
export const giveRest = async (tx: Tx, pair: Pair, mergedFrom: string | null): Promise<void> => {
  for (const relation of await relationsOf(tx)) {
    if (relation.marked || treatment[relation.name] !== undefined) continue;
    await setAsideRows(tx, pair, relation);
    await giveRows(tx, pair, relation);
  }
  await sql`update visitors set contact_id = ${pair.into}, merged_from = ${mergedFrom} where organization_id = ${pair.organizationId} and contact_id = ${pair.from}`.execute(
    tx,
  );
  await sql`update events set contact_id = ${pair.into}, merged_from = ${mergedFrom} where organization_id = ${pair.organizationId} and contact_id = ${pair.from}`.execute(
    tx,
  );
};

/** Rows of the survivor that hang on a row which now comes to it: a task on the other one's conversation, say. They stay. */
const keptRows = async (tx: Tx, { organizationId, into, from }: Pair, relation: Relation): Promise<Key[]> => {
  if (relation.parents.length === 0) return [];
  const { rows } = await sql<{ key: Key }>`
    select ${keyOf(relation, "t")} as key from ${sql.table(relation.name)} t
     where t.organization_id = ${organizationId} and ${sql.ref(`t.${relation.column}`)} = ${into} and (${hangsOn(relation, organizationId, from)})`.execute(
    tx,
  );
  return rows.map((row) => row.key);
};

/** Whether the row `t` hangs on one of the contact's: what it names first decides, a conversation before all else. */
export const hangsOn = (relation: Relation, organizationId: string, contactId: string) =>
  sql`case ${sql.join(
    relation.parents.map(
      (parent) =>
        sql`when ${sql.join(
          parent.pairs.map(({ own }) => sql`${sql.ref(`t.${own}`)} is not null`),
          sql` and `,
        )} then exists (select from ${sql.table(parent.name)} p where p.organization_id = ${organizationId} and ${sql.ref(`p.${parent.column}`)} = ${contactId} and ${sql.join(
          parent.pairs.map(({ own, theirs }) => sql`${sql.ref(`p.${theirs}`)} = ${sql.ref(`t.${own}`)}`),
          sql` and `,
        )})`,
    ),
    sql` `,
  )} else false end`;

const mark = (tx: Tx, { organizationId, from }: Pair, { name, column }: Relation) =>
  sql`update ${sql.table(name)} set merged_from = ${from} where organization_id = ${organizationId} and ${sql.id(column)} = ${from} and merged_from is null`.execute(
    tx,
  );

const setAsideRows = async (tx: Tx, { organizationId, into, from }: Pair, relation: Relation): Promise<Key[]> => {
  const rows: Key[] = [];
  for (const unique of relation.uniques) {
    const side = (contactId: string) =>
      sql`(select ${sql.join([
        ...relation.key.map(({ name }) => sql.id(name)),
        ...unique.keys.map((key, at) => sql`${sql.raw(key)} as ${sql.id(`u${at}`)}`),
        sql`1 as one`,
      ])} from ${sql.table(relation.name)} where organization_id = ${organizationId} and ${sql.id(relation.column)} = ${contactId}
         ${unique.where === null ? sql`` : sql`and (${sql.raw(unique.where)})`})`;
    const same = unique.keys.map((_, at) =>
      unique.nullsDiffer
        ? sql`${sql.ref(`l.u${at}`)} = ${sql.ref(`s.u${at}`)}`
        : sql`${sql.ref(`l.u${at}`)} is not distinct from ${sql.ref(`s.u${at}`)}`,
    );
    const found = await sql<{ row: Key }>`
      delete from ${sql.table(relation.name)} t using ${side(from)} l join ${side(into)} s on ${same.length === 0 ? sql`true` : sql.join(same, sql` and `)}
       where t.organization_id = ${organizationId} and ${sql.ref(`t.${relation.column}`)} = ${from} and ${sameKey(relation, "t", "l")}
      returning to_jsonb(t) as row`.execute(tx);
    rows.push(...found.rows.map((one) => one.row));
  }
  return rows;
};

const takeRows = async (tx: Tx, { organizationId, from }: Pair, { name, column }: Relation): Promise<Key[]> => {
  const { rows } = await sql<{ row: Key }>`
    delete from ${sql.table(name)} t where organization_id = ${organizationId} and ${sql.id(column)} = ${from} returning to_jsonb(t) as row`.execute(
    tx,
  );
  return rows.map((one) => one.row);
};

const giveRows = async (tx: Tx, { organizationId, into, from }: Pair, relation: Relation): Promise<Key[]> => {
  const { rows } = await sql<{ key: Key }>`
    update ${sql.table(relation.name)} t set ${sql.id(relation.column)} = ${into}
     where t.organization_id = ${organizationId} and ${sql.ref(`t.${relation.column}`)} = ${from} returning ${keyOf(relation, "t")} as key`.execute(
    tx,
  );
  return rows.map((row) => row.key);
};

/** Events have no key on contacts, because they outlive the person; their own mark says whose they were. */
const moveEvents = async (tx: Tx, { organizationId, into, from }: Pair) => {
  await sql`update events set contact_id = ${into}, merged_from = coalesce(merged_from, ${from}) where organization_id = ${organizationId} and contact_id = ${from}`.execute(
    tx,
  );
};
