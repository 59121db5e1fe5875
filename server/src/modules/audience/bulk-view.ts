import { type Selectable, sql } from "kysely";
import type { z } from "zod";
import type { Tx } from "../../kernel/db/pools.ts";
import type { BulkJobs } from "../../kernel/db/schema.types.ts";
import { notFound } from "../../kernel/errors.ts";
import type { Actor, Ctx } from "../../kernel/module.ts";
import { idCursor, type PageQuery, toPage } from "../../kernel/page.ts";
import type { ContactCondition } from "../contacts/condition.api.ts";
import { namesOf } from "../contacts/index.ts";
import type { BulkJob, BulkProblem } from "./bulk.api.ts";
import type { Action } from "./bulk-action.ts";

type View = z.input<typeof BulkJob>;

/** Newest first. */
export const listBulk = (ctx: Ctx, query: z.output<typeof PageQuery>) =>
  ctx.transaction(async (tx) => {
    const before = idCursor(query.after);
    const rows = await tx
      .selectFrom("bulk_jobs")
      .selectAll()
      .where("organization_id", "=", ctx.organizationId)
      .$if(before !== undefined, (q) => q.where("id", "<", before ?? ""))
      .orderBy("id", "desc")
      .limit(query.limit + 1)
      .execute();
    return toPage(rows, query.limit, presented, (row) => [row.id]);
  });

export const readBulk = (ctx: Ctx, id: string) => ctx.transaction((tx) => jobView(tx, ctx.organizationId, id));

export const jobView = async (tx: Tx, organizationId: string, id: string): Promise<View> => {
  const row = await tx
    .selectFrom("bulk_jobs")
    .selectAll()
    .where("organization_id", "=", organizationId)
    .where("id", "=", id)
    .executeTakeFirst();
  if (!row) throw notFound("bulk job");
  return presented(row);
};

const presented = (row: Selectable<BulkJobs>): View => {
  const actor = row.actor as unknown as Actor;
  return {
    id: row.id,
    action: row.request as unknown as Action,
    filter: row.filter as ContactCondition[] | null,
    search: row.search,
    state: row.state as View["state"],
    failure: row.failure as View["failure"],
    total: row.total,
    changed: row.changed,
    unchanged: row.unchanged,
    skipped: row.skipped,
    problems: row.problems,
    undo: { state: undoState(row), until: row.undo_until, undone: row.undone, kept: row.kept },
    by: { kind: actor.kind, name: "name" in actor ? actor.name : null },
    createdAt: row.created_at,
    finishedAt: row.finished_at,
  };
};

const undoState = (row: Selectable<BulkJobs>): View["undo"]["state"] => {
  if (row.undo !== null) return row.undo as "running" | "done";
  const over = row.state === "done" || row.state === "cancelled" || row.state === "failed";
  return over && row.undo_until !== null && row.undo_until > new Date() ? "possible" : "impossible";
};

/** Contacts it could not change and why, for as long as their rows are kept. */
export const listProblems = (ctx: Ctx, id: string, query: z.output<typeof PageQuery>) =>
  ctx.transaction(async (tx) => {
    await jobView(tx, ctx.organizationId, id);
    const after = idCursor(query.after) ?? "00000000-0000-0000-0000-000000000000";
    const { rows } = await sql<{ contact_id: string; problem: z.input<typeof BulkProblem>["problems"] }>`
      select contact_id, problem from bulk_rows where organization_id = ${ctx.organizationId} and job_id = ${id} and state = 'problem' and contact_id > ${after}::uuid
       order by contact_id limit ${query.limit + 1}`.execute(tx);
    const names = await namesOf(
      tx,
      ctx.organizationId,
      rows.map((row) => row.contact_id),
    );
    return toPage(
      rows,
      query.limit,
      (row) => ({ contactId: row.contact_id, name: names.get(row.contact_id) ?? "", problems: row.problem }),
      (row) => [row.contact_id],
    );
  });
