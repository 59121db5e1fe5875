import { sql } from "kysely";
import type { Tx } from "../../kernel/db/pools.ts";
import { newId } from "../../kernel/id.ts";
import { hueOf } from "./tags.ts";

/** Tags by their names in small letters, made where there are none; whoever needs many at once. */
export const tagsByName = async (tx: Tx, organizationId: string, names: string[]): Promise<Map<string, string>> => {
  // Of two spellings the first is the tag's name.
  const wanted = new Map(names.toReversed().map((name) => [name.toLowerCase(), name]));
  if (wanted.size === 0) return new Map();
  const found = await lookUp(tx, organizationId, [...wanted.keys()]);
  const missing = [...wanted].filter(([key]) => !found.has(key)).sort(([a], [b]) => (a < b ? -1 : 1));
  if (missing.length === 0) return found;
  await tx
    .insertInto("tags")
    .values(missing.map(([, name]) => ({ organization_id: organizationId, id: newId(), name, hue: hueOf(name) })))
    .onConflict((at) => at.expression(sql`organization_id, lower(name)`).doNothing())
    .execute();
  return lookUp(tx, organizationId, [...wanted.keys()]);
};

const lookUp = async (tx: Tx, organizationId: string, keys: string[]) => {
  const { rows } = await sql<{ key: string; id: string }>`
    select k.key, t.id from unnest(${keys}::text[]) as k (key) join tags t on t.organization_id = ${organizationId} and lower(t.name) = lower(k.key)`.execute(
    tx,
  );
  return new Map(rows.map((row) => [row.key, row.id]));
};
