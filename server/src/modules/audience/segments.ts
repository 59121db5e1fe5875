import { sql } from "kysely";
import type { z } from "zod";
import type { Tx } from "../../kernel/db/pools.ts";
import { conflict, notFound } from "../../kernel/errors.ts";
import { emit } from "../../kernel/events.ts";
import { newId } from "../../kernel/id.ts";
import type { Ctx } from "../../kernel/module.ts";
import { leafHash } from "./leaf.ts";
import type { RuleGroup } from "./rule.api.ts";
import { leavesOf } from "./rule.ts";
import { checkRule, checkUnused } from "./rule-check.ts";
import { limits } from "./segment-limits.ts";
import { plansChanged } from "./segment-plan.ts";
import { askToBuild, holdRules, putVersion } from "./segment-versions.ts";
import { presentSegment } from "./segment-view.ts";
import type { SegmentChange, SegmentRequest } from "./segments.api.ts";

export const makeSegment = (ctx: Ctx, request: z.output<typeof SegmentRequest>) =>
  ctx.transaction(async (tx) => {
    await holdRules(tx, ctx.organizationId);
    const id = await insertSegment(tx, ctx, request);
    return presentSegment(tx, ctx.organizationId, id);
  });

/** Within a transaction that holds the rules. */
export const insertSegment = async (
  tx: Tx,
  ctx: Ctx,
  { name, description, rule }: { name: string; description: string; rule: RuleGroup },
): Promise<string> => {
  const { organizationId } = ctx;
  await checkRoom(tx, organizationId, rule);
  await checkName(tx, organizationId, name);
  await checkRule(tx, organizationId, rule);
  const id = newId();
  await tx
    .insertInto("segments")
    .values({ organization_id: organizationId, id, name, description, created_by: JSON.stringify(ctx.actor) })
    .execute();
  await putVersion(tx, organizationId, { segmentId: id, rule, reason: "made", by: ctx.actor });
  await emit(tx, ctx, "segment.created", { segmentId: id });
  return id;
};

/** A new rule is built beside the one in force, which holds until then. The same rule again is no change. */
export const changeSegment = (ctx: Ctx, segmentId: string, change: z.output<typeof SegmentChange>) =>
  ctx.transaction(async (tx) => {
    const { organizationId } = ctx;
    const segment = await holdSegment(tx, organizationId, segmentId);
    const what: string[] = [];
    if (change.name !== undefined && change.name !== segment.name) {
      await checkName(tx, organizationId, change.name, segmentId);
      what.push("name");
    }
    if (change.description !== undefined && change.description !== segment.description) what.push("description");
    if (change.rule && JSON.stringify(sortedLeaves(change.rule)) !== JSON.stringify(sortedLeaves(segment.rule))) {
      await checkRoom(tx, organizationId, change.rule, true);
      await checkRule(tx, organizationId, change.rule, segmentId);
      await putVersion(tx, organizationId, { segmentId, rule: change.rule, reason: "edited", by: ctx.actor });
      what.push("rule");
    }
    if (what.length > 0) {
      await sql`
        update segments set name = ${change.name ?? segment.name}, description = ${change.description ?? segment.description}, updated_at = now()
         where organization_id = ${organizationId} and id = ${segmentId}`.execute(tx);
      await emit(tx, ctx, "segment.changed", { segmentId, what });
    }
    return presentSegment(tx, organizationId, segmentId);
  });

/** Two spellings of one rule compare equal only where groups and questions stand in the same order. */
const sortedLeaves = (rule: RuleGroup): unknown => ({
  match: rule.match,
  rules: rule.rules.map((node) => ("match" in node ? sortedLeaves(node) : leafHash(node, 0))),
});

export const copySegment = (ctx: Ctx, segmentId: string, name?: string) =>
  ctx.transaction(async (tx) => {
    const segment = await holdSegment(tx, ctx.organizationId, segmentId);
    const id = await insertSegment(tx, ctx, {
      name: name ?? (await freeName(tx, ctx.organizationId, segment.name)),
      description: segment.description,
      rule: segment.rule,
    });
    return presentSegment(tx, ctx.organizationId, id);
  });

const freeName = async (tx: Tx, organizationId: string, name: string): Promise<string> => {
  const { rows } = await sql<{
    name: string;
  }>`select lower(name) as name from segments where organization_id = ${organizationId} and archived_at is null and removed_at is null`.execute(
    tx,
  );
  const taken = new Set(rows.map((row) => row.name));
  for (let n = 2; ; n++) {
    const free = `${name.slice(0, 110)} (${n})`;
    if (!taken.has(free.toLowerCase())) return free;
  }
};

/** Kept, with its rule, but nobody is in it any more. Told by one event, not one for each member. */
export const archiveSegment = (ctx: Ctx, segmentId: string) =>
  ctx.transaction(async (tx) => {
    const { organizationId } = ctx;
    await holdSegment(tx, organizationId, segmentId);
    await checkUnused(tx, organizationId, segmentId);
    await sql`update segments set archived_at = now(), updated_at = now() where organization_id = ${organizationId} and id = ${segmentId}`.execute(
      tx,
    );
    await emptied(tx, organizationId);
    await emit(tx, ctx, "segment.archived", { segmentId });
    return presentSegment(tx, organizationId, segmentId);
  });

export const restoreSegment = (ctx: Ctx, segmentId: string) =>
  ctx.transaction(async (tx) => {
    const { organizationId } = ctx;
    const segment = await holdSegment(tx, organizationId, segmentId, true);
    if (!segment.archived) return presentSegment(tx, organizationId, segmentId);
    if (segment.version_id !== null || segment.next_version_id !== null || segment.members > 0)
      throw conflict("segment_emptying", "The archived segment is still being emptied.", "Try again in a few seconds.");
    await checkRoom(tx, organizationId, segment.rule);
    await checkName(tx, organizationId, segment.name, segmentId);
    await checkRule(tx, organizationId, segment.rule, segmentId);
    await sql`update segments set archived_at = null where organization_id = ${organizationId} and id = ${segmentId}`.execute(tx);
    await putVersion(tx, organizationId, { segmentId, rule: segment.rule, reason: "restored", by: ctx.actor });
    await emit(tx, ctx, "segment.restored", { segmentId });
    return presentSegment(tx, organizationId, segmentId);
  });

export const removeSegment = (ctx: Ctx, segmentId: string) =>
  ctx.transaction(async (tx) => {
    const { organizationId } = ctx;
    await holdSegment(tx, organizationId, segmentId, true);
    await checkUnused(tx, organizationId, segmentId);
    await sql`update segments set removed_at = now() where organization_id = ${organizationId} and id = ${segmentId}`.execute(tx);
    await emptied(tx, organizationId);
    await emit(tx, ctx, "segment.deleted", { segmentId });
  });

/** The same rule from what is true now; for whoever doubts. */
export const rebuildSegment = (ctx: Ctx, segmentId: string) =>
  ctx.transaction(async (tx) => {
    const { organizationId } = ctx;
    const { rule } = await holdSegment(tx, organizationId, segmentId);
    await plansChanged(tx, organizationId);
    await sql`update segment_plans set generation = generation + 1 where organization_id = ${organizationId}`.execute(tx);
    await putVersion(tx, organizationId, { segmentId, rule, reason: "rebuilt", by: ctx.actor });
    return presentSegment(tx, organizationId, segmentId);
  });

const emptied = async (tx: Tx, organizationId: string) => {
  await plansChanged(tx, organizationId);
  await askToBuild(tx, organizationId);
};

type Held = {
  name: string;
  description: string;
  archived: boolean;
  version_id: string | null;
  next_version_id: string | null;
  members: number;
  rule: RuleGroup;
};

/** Its last rule, whatever became of it. */
const holdSegment = async (tx: Tx, organizationId: string, segmentId: string, archivedToo = false): Promise<Held> => {
  await holdRules(tx, organizationId);
  const { rows } = await sql<Held>`
    select s.name, s.description, s.archived_at is not null as archived, s.version_id, s.next_version_id, s.members,
           (select v.rule from segment_versions v where v.organization_id = s.organization_id and v.segment_id = s.id order by v.number desc limit 1) as rule
      from segments s where s.organization_id = ${organizationId} and s.id = ${segmentId} and s.removed_at is null for update of s`.execute(
    tx,
  );
  const segment = rows[0];
  if (!segment) throw notFound("segment");
  if (segment.archived && !archivedToo) throw conflict("segment_archived", "This segment is archived.", "Restore it first.");
  return segment;
};

const checkName = async (tx: Tx, organizationId: string, name: string, but: string | null = null) => {
  const { rows } = await sql`
    select from segments where organization_id = ${organizationId} and lower(name) = lower(${name}) and archived_at is null and removed_at is null and id is distinct from ${but}::uuid`.execute(
    tx,
  );
  if (rows.length > 0) throw conflict("segment_exists", "There is a segment of this name.", "Choose another name.", "name");
};

const checkRoom = async (tx: Tx, organizationId: string, rule: RuleGroup, edited = false) => {
  const { rows } = await sql<{ segments: number; questions: number }>`
    select (select count(*)::int from segments where organization_id = ${organizationId} and archived_at is null and removed_at is null) as segments,
           (select count(*)::int from segment_leaves where organization_id = ${organizationId} and state <> 'dropped') as questions`.execute(
    tx,
  );
  const { segments, questions } = rows[0] ?? { segments: 0, questions: 0 };
  if (!edited && segments >= limits.segments)
    throw conflict("too_many_segments", `An organization has at most ${limits.segments} segments.`, "Archive or delete some.");
  if (questions + leavesOf(rule).length > limits.questions)
    throw conflict(
      "too_many_questions",
      `All segments together ask at most ${limits.questions} different questions.`,
      "Archive or delete some segments.",
      "rule",
    );
};
