import { sql } from "kysely";
import type { Tx } from "../../kernel/db/pools.ts";
import type { Kernel } from "../../kernel/module.ts";
import { knownNow } from "../contacts/index.ts";
import type { RuleGroup, RuleLeaf } from "./rule.api.ts";
import { plansChanged } from "./segment-plan.ts";
import { readShape, shapeOf, writeShape } from "./segment-shape.ts";
import { holdRules, putVersion } from "./segment-versions.ts";

/** Fields, tags, lists or the time zone were changed: segments that ask about them are built anew. Answers how many. */
export const followDefinitions = (kernel: Kernel, organizationId: string): Promise<number> =>
  kernel.db.system.transaction().execute(async (tx) => {
    await holdRules(tx, organizationId);
    const before = await readShape(tx, organizationId);
    const { rows } = await sql<{ definition: RuleLeaf }>`
      select definition from segment_leaves where organization_id = ${organizationId} and about in ('field', 'tag', 'list') and state <> 'dropped'`.execute(
      tx,
    );
    const now = await shapeOf(
      tx,
      organizationId,
      await knownNow(tx, organizationId),
      rows.map((row) => row.definition),
    );
    const changed = Object.keys(now).filter((key) => before[key] !== undefined && before[key] !== now[key]);
    if (JSON.stringify(now) !== JSON.stringify(before)) await writeShape(tx, organizationId, now);
    return changed.length === 0 ? 0 : rebuild(tx, organizationId, changed);
  });

/** Builds segments anew from what is true, beside what there is; `keys`: only those that ask about one of these. */
export const rebuild = async (tx: Tx, organizationId: string, keys: string[] | null): Promise<number> => {
  await holdRules(tx, organizationId);
  const { rows } = await sql<{ id: string; rule: RuleGroup }>`
    select s.id, v.rule from segments s
      join segment_versions v on v.organization_id = s.organization_id and v.id = coalesce(s.next_version_id, s.version_id)
     where s.organization_id = ${organizationId} and s.archived_at is null and s.removed_at is null
       and (${keys}::text[] is null or exists (select from segment_leaves l where l.organization_id = v.organization_id and l.id = any(v.leaves) and l.keys && ${keys}::text[]))
     order by s.id for no key update of s`.execute(tx);
  await plansChanged(tx, organizationId);
  await sql`update segment_plans set generation = generation + 1 where organization_id = ${organizationId}`.execute(tx);
  for (const { id, rule } of rows)
    await putVersion(tx, organizationId, { segmentId: id, rule, reason: "rebuilt", by: { kind: "system", name: "segments" } });
  return rows.length;
};

/** For the command: all segments of an organization. */
export const rebuildSegments = (kernel: Kernel, organizationId: string): Promise<number> =>
  kernel.db.system.transaction().execute((tx) => rebuild(tx, organizationId, null));
