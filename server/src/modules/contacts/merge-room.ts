import { sql } from "kysely";
import type { Tx } from "../../kernel/db/pools.ts";
import { keyOf, keyRows, type Relation, sameKey } from "./merge-relations.ts";
import type { Key, Pair } from "./merge-rows.ts";

export type Change = { key: Key; before: Key; after: Key };

/** Of what a person may have only one, and where the second is worth keeping all the same: it steps back instead of being set aside. */
const stepsBack: Record<string, Record<string, boolean>> = { contact_addresses: { main: false } };

/** Rows of the other contact that keep their place by giving up something, where the survivor has it already. */
export const makeRoom = async (tx: Tx, { organizationId, into, from }: Pair, relation: Relation): Promise<Change[]> => {
  const changes: Change[] = [];
  for (const [column, value] of Object.entries(stepsBack[relation.name] ?? {})) {
    const { rows } = await sql<{ key: Key }>`
      update ${sql.table(relation.name)} t set ${sql.id(column)} = ${value}
       where t.organization_id = ${organizationId} and ${sql.ref(`t.${relation.column}`)} = ${from} and ${sql.ref(`t.${column}`)} = ${!value}
         and exists (select from ${sql.table(relation.name)} s where s.organization_id = t.organization_id and ${sql.ref(`s.${relation.column}`)} = ${into} and ${sql.ref(`s.${column}`)} = ${!value})
      returning ${keyOf(relation, "t")} as key`.execute(tx);
    changes.push(...rows.map(({ key }) => ({ key, before: { [column]: !value }, after: { [column]: value } })));
  }
  return changes;
};

/** Gives back what was given up, in rows that are still there and still as they were left. */
export const giveBackRoom = async (tx: Tx, { organizationId, from }: Pair, relation: Relation, changes: Change[]): Promise<void> => {
  for (const { key, before, after } of changes) {
    for (const [column, value] of Object.entries(after)) {
      await sql`
        update ${sql.table(relation.name)} t set ${sql.id(column)} = ${before[column]}
          from ${keyRows(relation, [key])}
         where t.organization_id = ${organizationId} and ${sql.ref(`t.${relation.column}`)} = ${from} and ${sameKey(relation, "t", "k")} and ${sql.ref(`t.${column}`)} = ${value}`.execute(
        tx,
      );
    }
  }
};
