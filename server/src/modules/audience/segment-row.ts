import { type RawBuilder, sql } from "kysely";
import type { Known } from "../contacts/index.ts";
import { plainSql } from "./segment-fold.ts";
import type { Plan } from "./segment-plan.ts";

/** The answer to a kept question as SQL on contacts as `c`; of event leaves the stored one, one probe into its key. */
export const rowSql = (plan: Plan, known: Known, leafId: number): RawBuilder<boolean> => {
  const found = plan.leaves.get(leafId);
  if (!found) throw new Error("a rule asks a question that is not kept");
  const { leaf, base } = found;
  if (leaf.about !== "event") return plainSql(leaf, known);
  return sql<boolean>`coalesce((select s.ok from leaf_state s where s.organization_id = c.organization_id and s.contact_id = c.id and s.leaf_id = ${leafId}::int), ${base})`;
};
