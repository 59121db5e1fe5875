import type { ServerResponse } from "node:http";
import { type RawBuilder, sql } from "kysely";
import type { z } from "zod";
import type { Tx } from "../../kernel/db/pools.ts";
import type { Ctx } from "../../kernel/module.ts";
import { slots } from "../../kernel/slots.ts";
import { type Known, knownNow } from "../contacts/index.ts";
import { baseOf, leafHash } from "./leaf.ts";
import { answersOf, answersSql } from "./leaf-answers.ts";
import type { RuleGroup, RuleLeaf } from "./rule.api.ts";
import { leavesOf, mapRule, treeSql } from "./rule.ts";
import { checkRule } from "./rule-check.ts";
import { plainSql } from "./segment-fold.ts";
import { limits } from "./segment-limits.ts";
import { summariesOf } from "./segment-people.ts";
import type { SegmentPreview } from "./segments.api.ts";

/** Counting everybody uses a core for up to two seconds: two at once in a process, others wait. */
const room = slots(2);
const shown = 10;

type Counted = { count: number; total: number; leaves: number[]; ids: string[]; sampled: number | null };

/**
 * How many a rule that is not saved would hold of, and some of them. Exact where that can be said in time, else from a sample of contacts.
 * Whoever hangs up (the next key was pressed) ends the work in the database too.
 */
export const previewRule = async (ctx: Ctx, rule: RuleGroup, answer?: ServerResponse): Promise<z.input<typeof SegmentPreview>> => {
  await ctx.transaction((tx) => checkRule(tx, ctx.organizationId, rule));
  await room.enter();
  try {
    const counted =
      (await bounded(ctx, answer, (tx) => countAll(tx, ctx.organizationId, rule))) ??
      (await bounded(ctx, answer, (tx) => countSample(tx, ctx.organizationId, rule)));
    const { count, total, leaves, ids, sampled } = counted ?? { count: 0, total: 0, leaves: [], ids: [], sampled: 0 };
    return {
      count,
      exact: sampled === null,
      total,
      sampled,
      leaves: leavesOf(rule).map(({ path }, at) => ({ path, count: leaves[at] ?? 0 })),
      sample: ctx.permissions.has("contacts.read") ? await ctx.transaction((tx) => summariesOf(tx, ctx.organizationId, ids)) : [],
    };
  } finally {
    room.leave();
  }
};

/** Null where it took too long. As candor_system, for whom operators that are not leakproof may use an index; every part names the organization. */
const bounded = async (ctx: Ctx, answer: ServerResponse | undefined, run: (tx: Tx) => Promise<Counted>): Promise<Counted | null> => {
  if (answer?.destroyed) return null;
  let over = () => {};
  try {
    return await ctx.kernel.db.system.transaction().execute(async (tx) => {
      const { rows } = await sql<{ pid: number }>`
        select pg_backend_pid() as pid, set_config('transaction_read_only', 'on', true), set_config('statement_timeout', ${String(limits.previewMs)}, true),
               set_config('work_mem', '64MB', true)`.execute(tx);
      const cancel = () => void sql`select pg_cancel_backend(${rows[0]?.pid})`.execute(ctx.kernel.db.system).catch(() => {});
      answer?.once("close", cancel);
      over = () => answer?.off("close", cancel);
      try {
        return await run(tx);
      } finally {
        over();
      }
    });
  } catch (error) {
    over();
    if ((error as { code?: string }).code === "57014") return null;
    throw error;
  }
};

type Kept = Map<string, number>;

/** Questions that are already answered for everybody. */
const keptLeaves = async (tx: Tx, organizationId: string, rule: RuleGroup): Promise<Kept> => {
  const plan = await tx.selectFrom("segment_plans").select("generation").where("organization_id", "=", organizationId).executeTakeFirst();
  const hashes = leavesOf(rule).map(({ leaf }) => leafHash(leaf, plan?.generation ?? 0));
  const { rows } = await sql<{ id: number; hash: string }>`
    select id, hash from segment_leaves where organization_id = ${organizationId} and hash = any(${hashes}::text[]) and state = 'ready' and about = 'event'`.execute(
    tx,
  );
  const byHash = new Map(rows.map((row) => [row.hash, row.id]));
  return new Map(
    leavesOf(rule).flatMap(({ path }, at) => (byHash.has(hashes[at] ?? "") ? [[path, byHash.get(hashes[at] ?? "") ?? 0] as const] : [])),
  );
};

/** `people`: null for everybody, else the array they are in. */
const leafSql = (
  organizationId: string,
  known: Known,
  kept: Kept,
  path: string,
  leaf: RuleLeaf,
  people: RawBuilder<unknown> | null,
): RawBuilder<boolean> => {
  if (leaf.about !== "event") return plainSql(leaf, known);
  const base = baseOf(leaf);
  const stored = kept.get(path);
  const answers =
    stored !== undefined
      ? sql`select contact_id, ok from leaf_state where organization_id = ${organizationId} and leaf_id = ${stored}::int`
      : people
        ? answersOf(leaf, { organizationId, now: known.now }, people)
        : answersSql(leaf, { organizationId, now: known.now, contact: sql`e.contact_id is not null` });
  return base
    ? sql<boolean>`(c.id not in (select contact_id from (${answers}) a where not ok))`
    : sql<boolean>`(c.id in (select contact_id from (${answers}) a where ok))`;
};

type CountRow = Record<string, number> & { ids: string[] | null };

const counts = async (
  tx: Tx,
  organizationId: string,
  rule: RuleGroup,
  people: string[] | null,
): Promise<{ count: number; total: number; leaves: number[]; ids: string[] }> => {
  const known = await knownNow(tx, organizationId);
  const kept = await keptLeaves(tx, organizationId, rule);
  const list = people && sql`${people}`;
  const asked = leavesOf(rule);
  const columns = asked.map(({ leaf, path }, at) => sql`${leafSql(organizationId, known, kept, path, leaf, list)} as ${sql.ref(`l${at}`)}`);
  let at = 0;
  const tree = treeSql(
    mapRule(rule, () => at++),
    (leaf) => sql<boolean>`${sql.ref(`l${leaf}`)}`,
  );
  const { rows } = await sql<CountRow>`
    with asked as materialized (
      select c.id${columns.length > 0 ? sql`, ${sql.join(columns)}` : sql``} from contacts c
       where c.organization_id = ${organizationId} ${list ? sql`and c.id = any(${list}::uuid[])` : sql``})
    select count(*)::int as total, count(*) filter (where ${tree})::int as count
           ${asked.length > 0 ? sql`, ${sql.join(asked.map((_leaf, n) => sql`count(*) filter (where ${sql.ref(`l${n}`)})::int as ${sql.ref(`c${n}`)}`))}` : sql``},
           array(select id from asked where ${tree} order by id desc limit ${shown}) as ids
      from asked`.execute(tx);
  const row = rows[0];
  return { count: row?.count ?? 0, total: row?.total ?? 0, leaves: asked.map((_leaf, n) => row?.[`c${n}`] ?? 0), ids: row?.ids ?? [] };
};

const countAll = async (tx: Tx, organizationId: string, rule: RuleGroup): Promise<Counted> => ({
  ...(await counts(tx, organizationId, rule, null)),
  sampled: null,
});

const stretches = 40;

/** Contacts from forty places of the order of their ids, each with those that follow. */
const countSample = async (tx: Tx, organizationId: string, rule: RuleGroup): Promise<Counted> => {
  await sql`set local enable_seqscan = off`.execute(tx);
  const { rows } = await sql<{ id: string }>`
    with ends as (select (select id from contacts where organization_id = ${organizationId} order by id limit 1) as low,
                         (select id from contacts where organization_id = ${organizationId} order by id desc limit 1) as high),
      times as (select ('x' || left(replace(low::text, '-', ''), 12))::bit(48)::bigint as low, ('x' || left(replace(high::text, '-', ''), 12))::bit(48)::bigint as high from ends),
      places as (select (lpad(to_hex(low + (high - low) * n / ${stretches}::bigint), 12, '0') || '00000000000000000000')::uuid as id from times, generate_series(0, ${stretches - 1}) as n)
    select distinct k.id from places p cross join lateral (
      select id from contacts c where c.organization_id = ${organizationId} and c.id >= p.id order by c.id limit ${limits.previewSample / stretches}) k`.execute(
    tx,
  );
  const people = rows.map((row) => row.id);
  const total = await estimatedTotal(tx, organizationId);
  if (people.length === 0) return { count: 0, total, leaves: [], ids: [], sampled: 0 };
  const found = await counts(tx, organizationId, rule, people);
  const scale = (count: number) => Math.round((count / people.length) * total);
  return { count: scale(found.count), total, leaves: found.leaves.map(scale), ids: found.ids, sampled: people.length };
};

/** From the index alone; where even that takes too long there is no estimate at all. */
const estimatedTotal = async (tx: Tx, organizationId: string): Promise<number> => {
  const { rows } = await sql<{
    count: number;
  }>`select count(*)::int as count from contacts where organization_id = ${organizationId}`.execute(tx);
  return rows[0]?.count ?? 0;
};
