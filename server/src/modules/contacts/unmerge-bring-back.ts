import { sql } from "kysely";
import type { Tx } from "../../kernel/db/pools.ts";
import type { Relation } from "./merge-relations.ts";
import type { Key, Pair } from "./merge-rows.ts";

type Reference = { columns: string[]; table: string; theirs: string[]; clears: string[]; otherwise: "clear" | "drop" };

/**
 * Puts rows back that were set aside. What they named may be gone by now, a tag or a member: where its end would have taken the row, the
 * row stays away; where it would have emptied the column, the column is empty.
 */
export const bringBack = async (tx: Tx, { organizationId }: Pair, relation: Relation, rows: Key[]): Promise<void> => {
  if (rows.length === 0) return;
  const back = await standing(tx, organizationId, relation.name, rows);
  if (back.length === 0) return;
  const columns = sql.join(relation.columns.map((column) => sql.id(column)));
  await sql`
    insert into ${sql.table(relation.name)} (${columns}) select ${columns} from jsonb_populate_recordset(null::${sql.table(relation.name)}, ${JSON.stringify(back)}::jsonb)
    on conflict do nothing`.execute(tx);
};

/** The rows as they can stand today. */
export const standing = async (tx: Tx, organizationId: string, table: string, rows: Key[]): Promise<Key[]> => {
  let back = rows;
  for (const reference of await referencesOf(tx, table)) {
    const wanted = back.map((row, at) => ({ at, row }));
    const { rows: gone } = await sql<{ at: number }>`
      select w.at from jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb) as w (at int, "row" jsonb)
       cross join lateral jsonb_populate_record(null::${sql.table(table)}, w."row") r
       where ${sql.join(
         reference.columns.map((column) => sql`${sql.ref(`r.${column}`)} is not null`),
         sql` and `,
       )} and not exists (select from ${sql.table(reference.table)} p where p.organization_id = ${organizationId} and ${sql.join(
         reference.columns.map((column, at) => sql`${sql.ref(`p.${reference.theirs[at]}`)} = ${sql.ref(`r.${column}`)}`),
         sql` and `,
       )})`.execute(tx);
    const missing = new Set(gone.map((one) => one.at));
    const cleared = Object.fromEntries(reference.clears.map((column) => [column, null]));
    back = back.flatMap((row, at) => (!missing.has(at) ? [row] : reference.otherwise === "clear" ? [{ ...row, ...cleared }] : []));
  }
  return back;
};

const referencesOf = async (tx: Tx, table: string): Promise<Reference[]> => {
  const { rows } = await sql<{ reference: Reference }>`
    select json_build_object('columns', json_agg(a.attname order by a.attname), 'theirs', json_agg(t.attname order by a.attname), 'table', f.confrelid::regclass::text,
             'clears', coalesce((select json_agg(d.attname) from pg_attribute d where d.attrelid = f.conrelid and d.attnum = any(f.confdelsetcols)), '[]'),
             'otherwise', case when f.confdeltype = 'n' then 'clear' else 'drop' end) as reference
      from pg_constraint f, lateral unnest(f.conkey, f.confkey) k (own, theirs)
      join pg_attribute a on a.attnum = k.own join pg_attribute t on t.attnum = k.theirs
     where f.contype = 'f' and f.conrelid = ${table}::regclass and a.attrelid = f.conrelid and t.attrelid = f.confrelid
       and a.attname <> 'organization_id' and f.confrelid <> 'public.contacts'::regclass
     group by f.oid, f.conrelid, f.confrelid, f.confdeltype, f.confdelsetcols`.execute(tx);
  return rows.map((row) => row.reference);
};
