import { sql } from "kysely";
import type { Tx } from "../../kernel/db/pools.ts";
import { type Known, knownNow } from "../contacts/index.ts";
import { leafKeys } from "./leaf.ts";
import type { RuleLeaf } from "./rule.api.ts";

/** Key of a question -> what of the organization's own definitions its answer rests on. */
export type Shape = Record<string, string>;

/** The type and column of a field, the time zone days begin in, whether a tag or list is there. */
export const shapeOf = async (tx: Tx, organizationId: string, known: Known, leaves: RuleLeaf[]): Promise<Shape> => {
  const shape: Shape = {};
  const ids = { tag: new Set<string>(), list: new Set<string>() };
  for (const leaf of leaves) {
    if (leaf.about === "field") {
      const key = leaf.field.startsWith("fields.") ? leaf.field.slice("fields.".length) : null;
      const own = known.fields.find((field) => field.key === key);
      shape[leafKeys(leaf)[0] ?? ""] = key === null ? known.timeZone : own ? `${own.type} ${own.slot} ${known.timeZone}` : "none";
    }
    if (leaf.about === "tag") ids.tag.add(leaf.tagId);
    if (leaf.about === "list") ids.list.add(leaf.listId);
  }
  const there = await sql<{ key: string }>`
    select 'tag:' || id as key from tags where organization_id = ${organizationId} and id = any(${[...ids.tag]}::uuid[])
    union all select 'list:' || id from lists where organization_id = ${organizationId} and id = any(${[...ids.list]}::uuid[])`.execute(tx);
  const found = new Set(there.rows.map((row) => row.key));
  for (const key of [...[...ids.tag].map((id) => `tag:${id}`), ...[...ids.list].map((id) => `list:${id}`)])
    shape[key] = found.has(key) ? "there" : "none";
  return shape;
};

export const readShape = async (tx: Tx, organizationId: string): Promise<Shape> => {
  const row = await tx.selectFrom("segment_plans").select("shape").where("organization_id", "=", organizationId).executeTakeFirst();
  return row?.shape ? (JSON.parse(row.shape) as Shape) : {};
};
export const writeShape = (tx: Tx, organizationId: string, shape: Shape) =>
  tx
    .updateTable("segment_plans")
    .set({ shape: JSON.stringify(shape) })
    .where("organization_id", "=", organizationId)
    .execute();

/** What a new rule rests on is noted when it is written, so that no change after that is missed. */
export const rememberShape = async (tx: Tx, organizationId: string, leaves: RuleLeaf[]): Promise<void> => {
  const fresh = await shapeOf(tx, organizationId, await knownNow(tx, organizationId), leaves);
  await writeShape(tx, organizationId, { ...fresh, ...(await readShape(tx, organizationId)) });
};
