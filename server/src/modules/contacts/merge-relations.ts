import { sql } from "kysely";
import type { Tx } from "../../kernel/db/pools.ts";

type Column = { name: string; type: string };
/** Columns may be expressions; `where` is the condition of a partial index. */
type Unique = { keys: string[]; where: string | null; nullsDiffer: boolean };
/** Another table of a person's rows that this one's rows hang on. */
type Parent = { name: string; column: string; pairs: { own: string; theirs: string }[] };

/** A table whose rows belong to a contact, as the database itself describes it: a new one is merged without a word said about it. */
export type Relation = {
  name: string;
  /** The column that names the contact. */
  column: string;
  /** What tells its rows apart beside organization and contact. */
  key: Column[];
  /** Whether rows carry `merged_from`, by which they go back. */
  marked: boolean;
  /** All columns that are stored rather than computed. */
  columns: string[];
  /** Uniqueness within a contact: what both have cannot be had twice. */
  uniques: Unique[];
  parents: Parent[];
};

export const relationsOf = async (tx: Tx): Promise<Relation[]> => {
  const { rows } = await sql<{ relation: Omit<Relation, "parents"> & { parents: Parent[] | null } }>`
    with keyed as materialized (
      select f.conrelid as oid, f.conrelid::regclass::text as name, a.attname as "column", a.attnum
        from pg_constraint f join pg_class c on c.oid = f.conrelid and not c.relispartition
        join lateral unnest(f.conkey, f.confkey) k (own, theirs) on true
        join pg_attribute a on a.attrelid = f.conrelid and a.attnum = k.own
        join pg_attribute t on t.attrelid = f.confrelid and t.attnum = k.theirs and t.attname = 'id'
       where f.contype = 'f' and f.confrelid = 'public.contacts'::regclass),
    -- Messages name their contact beside their conversation, which has the key.
    owned as materialized (
      select * from keyed union all
      select distinct a.attrelid, a.attrelid::regclass::text, a.attname, a.attnum from pg_attribute a
        join pg_constraint f on f.conrelid = a.attrelid and f.contype = 'f' and f.confrelid in (select oid from keyed)
        join pg_class c on c.oid = a.attrelid and not c.relispartition
       where a.attname = 'contact_id' and not a.attisdropped and a.attrelid not in (select oid from keyed))
    select json_build_object(
      'name', o.name, 'column', o."column",
      'key', (select json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod)) order by a.attnum)
                from pg_index i join pg_attribute a on a.attrelid = o.oid and a.attnum = any(i.indkey::int2[])
               where i.indrelid = o.oid and i.indisprimary and a.attname <> 'organization_id' and a.attnum <> o.attnum),
      'marked', exists (select from pg_attribute a where a.attrelid = o.oid and a.attname = 'merged_from' and not a.attisdropped),
      'columns', (select json_agg(a.attname order by a.attnum) from pg_attribute a where a.attrelid = o.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''),
      'uniques', coalesce((select json_agg(json_build_object(
          'keys', (select json_agg(pg_get_indexdef(i.indexrelid, n, false) order by n) from generate_series(1, i.indnkeyatts) n
                    where i.indkey[n - 1] <> o.attnum and pg_get_indexdef(i.indexrelid, n, false) <> 'organization_id'),
          'where', pg_get_expr(i.indpred, i.indrelid), 'nullsDiffer', not i.indnullsnotdistinct))
        from pg_index i where i.indrelid = o.oid and i.indisunique and o.attnum = any(i.indkey::int2[])), '[]'),
      'parents', (select json_agg(json_build_object('name', p.name, 'column', p."column", 'pairs', (
          select json_agg(json_build_object('own', a.attname, 'theirs', t.attname)) from unnest(f.conkey, f.confkey) k (own, theirs)
            join pg_attribute a on a.attrelid = f.conrelid and a.attnum = k.own join pg_attribute t on t.attrelid = f.confrelid and t.attnum = k.theirs
           where a.attname <> 'organization_id')) order by p.name <> 'conversations', p.name)
        from pg_constraint f join owned p on p.oid = f.confrelid where f.contype = 'f' and f.conrelid = o.oid and f.confrelid <> f.conrelid)) as relation
      from owned o order by o.name, o."column"`.execute(tx);
  return rows.map(({ relation }) => ({
    ...relation,
    key: relation.key ?? [],
    uniques: relation.uniques.map((unique) => ({ ...unique, keys: unique.keys ?? [] })),
    parents: relation.parents ?? [],
  }));
};

/**
 * Tables whose rows are not simply given to the other contact. `computed`: made from other rows, and made again for both after a merge and
 * after its undoing. `aside`: speaks of that one contact, and rests until it is back. `pairs`: merge-duplicates.ts.
 */
export const treatment: Record<string, { how: "computed" | "aside" | "pairs"; why: string }> = {
  leaf_state: { how: "computed", why: "segments evaluate both contacts" },
  segment_members: { how: "computed", why: "segments evaluate both contacts, and tell who enters and leaves" },
  segment_next: { how: "computed", why: "segments evaluate both contacts" },
  score_states: { how: "computed", why: "scores are counted again" },
  duplicate_keys: { how: "computed", why: "what people are known by is looked up again" },
  cost_totals: { how: "computed", why: "sums of message_costs, whose rows move" },
  bulk_rows: { how: "aside", why: "undoing a bulk change must not put one person's values to the other" },
  import_contacts: { how: "aside", why: "undoing an import takes away whom it made, not whom they were merged into" },
  duplicates: { how: "pairs", why: "two contacts a row" },
};

/** "k"."id" = t."id" and ..: the rows a list of keys names. */
export const sameKey = (relation: Relation, one: string, other: string) =>
  relation.key.length === 0
    ? sql`true`
    : sql.join(
        relation.key.map(({ name }) => sql`${sql.ref(`${one}.${name}`)} = ${sql.ref(`${other}.${name}`)}`),
        sql` and `,
      );

/** The keys in a jsonb list as rows `k`. A table with one row per contact has no key: then the list holds one empty object. */
export const keyRows = (relation: Relation, list: unknown[]) =>
  relation.key.length === 0
    ? sql`(select ${list.length > 0}::boolean as there) k`
    : sql`jsonb_to_recordset(${JSON.stringify(list)}::jsonb) as k (${sql.join(relation.key.map(({ name, type }) => sql`${sql.id(name)} ${sql.raw(type)}`))})`;

/** The key of a row as jsonb. */
export const keyOf = (relation: Relation, alias: string) =>
  sql`jsonb_build_object(${sql.join(relation.key.flatMap(({ name }) => [sql.lit(name), sql.ref(`${alias}.${name}`)]))})`;
