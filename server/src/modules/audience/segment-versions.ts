import { sql } from "kysely";
import type { Tx } from "../../kernel/db/pools.ts";
import { newId } from "../../kernel/id.ts";
import { enqueue } from "../../kernel/jobs.ts";
import type { Actor } from "../../kernel/module.ts";
import { hasState, leafHash, leafKeys } from "./leaf.ts";
import type { RuleGroup, RuleLeaf } from "./rule.api.ts";
import { leavesOf } from "./rule.ts";
import { plansChanged } from "./segment-plan.ts";
import { rememberShape } from "./segment-shape.ts";

export type Reason = "made" | "edited" | "rebuilt" | "restored";

/** Whoever writes rules of an organization waits for whoever does: questions are shared, and dropped when nobody asks them. */
export const holdRules = (tx: Tx, organizationId: string) =>
  sql`select pg_advisory_xact_lock(hashtextextended(${`segment-rules:${organizationId}`}, 0))`.execute(tx);

/** Writes a rule down as the next version of a segment and asks for it to be built. The one in force stays until then. */
export const putVersion = async (
  tx: Tx,
  organizationId: string,
  version: { segmentId: string; rule: RuleGroup; reason: Reason; by: Actor },
): Promise<string> => {
  await holdRules(tx, organizationId);
  await plansChanged(tx, organizationId);
  const { generation } = await tx
    .selectFrom("segment_plans")
    .select("generation")
    .where("organization_id", "=", organizationId)
    .executeTakeFirstOrThrow();
  const questions = leavesOf(version.rule).map(({ leaf }) => leaf);
  const leaves = await putLeaves(tx, organizationId, questions, generation);
  await rememberShape(tx, organizationId, questions);
  const id = newId();
  await sql`
    update segment_versions v set replaced_at = now() from segments s
     where s.organization_id = ${organizationId} and s.id = ${version.segmentId} and v.organization_id = s.organization_id and v.id = s.next_version_id`.execute(
    tx,
  );
  await sql`
    insert into segment_versions (organization_id, id, segment_id, number, rule, leaves, reason, created_by)
    select ${organizationId}, ${id}, ${version.segmentId}, coalesce(max(v.number), 0) + 1, ${JSON.stringify(version.rule)}::jsonb, ${leaves}::int[], ${version.reason}, ${JSON.stringify(version.by)}::jsonb
      from segment_versions v where v.organization_id = ${organizationId} and v.segment_id = ${version.segmentId}`.execute(tx);
  await sql`update segments set next_version_id = ${id}, updated_at = now() where organization_id = ${organizationId} and id = ${version.segmentId}`.execute(
    tx,
  );
  await askToBuild(tx, organizationId);
  return id;
};

/** One job per organization does all there is to build, drop and empty. */
export const askToBuild = (tx: Tx, organizationId: string) =>
  enqueue(tx, "segments_build", { organizationId }, { key: `segments:${organizationId}`, queue: `segments:${organizationId}` });

/** Ids in the order of the questions; what is already asked elsewhere is shared. */
const putLeaves = async (tx: Tx, organizationId: string, questions: RuleLeaf[], generation: number): Promise<number[]> => {
  if (questions.length === 0) return [];
  const hashes = questions.map((leaf) => leafHash(leaf, generation));
  const fresh = [...new Map(questions.map((leaf, at) => [hashes[at], leaf])).entries()].map(([hash, leaf]) => ({
    hash,
    about: leaf.about,
    definition: leaf,
    keys: leafKeys(leaf),
    // Without state there is nothing to build.
    state: hasState(leaf) ? "building" : "ready",
  }));
  await sql`
    insert into segment_leaves (organization_id, hash, about, definition, keys, state)
    select ${organizationId}, hash, about, definition, keys, state
      from jsonb_to_recordset(${JSON.stringify(fresh)}::jsonb) as n (hash text, about text, definition jsonb, keys text[], state text)
    on conflict (organization_id, hash) where state <> 'dropped' do nothing`.execute(tx);
  const { rows } = await sql<{ id: number; hash: string }>`
    select id, hash from segment_leaves where organization_id = ${organizationId} and hash = any(${hashes}::text[]) and state <> 'dropped'`.execute(
    tx,
  );
  const ids = new Map(rows.map((row) => [row.hash, row.id]));
  return hashes.map((hash) => ids.get(hash) ?? 0);
};

/** Questions nobody asks any more are dropped: their states by the job, in pieces. */
export const dropUnasked = async (tx: Tx, organizationId: string): Promise<number> => {
  await holdRules(tx, organizationId);
  const { rows } = await sql<{ id: number }>`
    update segment_leaves l set state = 'dropped'
     where l.organization_id = ${organizationId} and l.state <> 'dropped' and not exists (
       select from segments s join segment_versions v on v.organization_id = s.organization_id and v.id in (s.version_id, s.next_version_id)
        where s.organization_id = l.organization_id and s.archived_at is null and s.removed_at is null and l.id = any(v.leaves))
    returning l.id`.execute(tx);
  if (rows.length > 0) await plansChanged(tx, organizationId);
  return rows.length;
};
