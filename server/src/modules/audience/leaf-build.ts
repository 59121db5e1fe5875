import { type RawBuilder, sql } from "kysely";
import type { Tx } from "../../kernel/db/pools.ts";
import type { Kernel } from "../../kernel/module.ts";
import { knownNow } from "../contacts/index.ts";
import { isRelative } from "./leaf.ts";
import { answersSql } from "./leaf-answers.ts";
import { alarmsSql } from "./leaf-dates.ts";
import type { RuleLeaf } from "./rule.api.ts";
import { holdOrganization } from "./segment-pass.ts";
import { type PlanLeaf, planOf, plansChanged } from "./segment-plan.ts";

const atOnce = 10_000;

export const leavesToBuild = async (kernel: Kernel, organizationId: string): Promise<number[]> => {
  const { rows } = await sql<{ id: number }>`
    select id from segment_leaves where organization_id = ${organizationId} and state = 'building' order by id`.execute(kernel.db.system);
  return rows.map((row) => row.id);
};

/**
 * Answers one question for everybody, in one statement read through a cursor: the transaction that reads writes nothing, for an open
 * writing one holds all readers of the event stream back. What the evaluator wrote meanwhile is newer and stays.
 */
export const buildLeaf = async (
  kernel: Kernel,
  organizationId: string,
  leafId: number,
  now: Date,
  between?: () => Promise<void>,
): Promise<void> => {
  await kernel.db.system
    .transaction()
    .setIsolationLevel("repeatable read")
    .execute(async (read) => {
      await sql`set transaction read only`.execute(read);
      const plan = await planOf(read, {}, organizationId);
      const leaf = plan?.leaves.get(leafId);
      if (!leaf || leaf.ready) return;
      const rows = await everybody(read, organizationId, leaf.leaf, now);
      if (!rows) return;
      // Prices of cached pages invite the planner to walk the index of contacts through all partitions: 44 s instead of 6.
      for (const setting of ["enable_indexscan = off", "enable_indexonlyscan = off", "work_mem = '64MB'", "cursor_tuple_fraction = 1"])
        await sql.raw(`set local ${setting}`).execute(read);
      await sql`declare answers no scroll cursor for
        select contact_id, ok, due_at::text as due from (${rows}) a where ok <> ${leaf.base} or due_at is not null`.execute(read);
      await between?.();
      for (;;) {
        const { rows: some } = await sql<Row>`fetch ${sql.raw(String(atOnce))} from answers`.execute(read);
        if (some.length === 0) return;
        await put(kernel, organizationId, leafId, some);
      }
    });
  await ready(kernel, organizationId, leafId);
};

type Row = { contact_id: string; ok: boolean; due: string | null };

const everybody = async (tx: Tx, organizationId: string, leaf: RuleLeaf, now: Date): Promise<RawBuilder<unknown> | null> => {
  if (leaf.about === "event") return answersSql(leaf, { organizationId, now, contact: sql`e.contact_id is not null` });
  if (!isRelative(leaf)) return null;
  const alarms = alarmsSql(leaf, await knownNow(tx, organizationId, now), organizationId, sql`true`);
  return alarms && sql`select contact_id, false as ok, due_at from (${alarms}) a`;
};

const put = (kernel: Kernel, organizationId: string, leafId: number, rows: Row[]) =>
  kernel.db.system.transaction().execute(async (tx) => {
    await sql`
      insert into leaf_state (organization_id, contact_id, leaf_id, ok, due_at)
      select ${organizationId}, c.id, ${leafId}::int, n.ok, n.due_at
        from unnest(${rows.map((row) => row.contact_id)}::uuid[], ${rows.map((row) => row.ok)}::boolean[], ${rows.map((row) => row.due)}::timestamptz[]) as n (contact_id, ok, due_at)
        join contacts c on c.organization_id = ${organizationId} and c.id = n.contact_id
       order by c.id for key share of c
      on conflict (organization_id, contact_id, leaf_id) do nothing`.execute(tx);
  });

const ready = (kernel: Kernel, organizationId: string, leafId: number) =>
  kernel.db.system.transaction().execute(async (tx) => {
    await holdOrganization(tx, organizationId, true);
    const leaf: PlanLeaf | undefined = (await planOf(tx, kernel, organizationId))?.leaves.get(leafId);
    if (!leaf || leaf.ready) return;
    // Rows that only said that the build's answer is old.
    await sql`delete from leaf_state where organization_id = ${organizationId} and leaf_id = ${leafId} and ok = ${leaf.base} and due_at is null`.execute(
      tx,
    );
    await sql`update segment_leaves set state = 'ready', built_at = now() where organization_id = ${organizationId} and id = ${leafId} and state = 'building'`.execute(
      tx,
    );
    await plansChanged(tx, organizationId);
  });
