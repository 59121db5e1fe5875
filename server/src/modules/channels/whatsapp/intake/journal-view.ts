import { sql } from "kysely";
import type { z } from "zod";
import { audit } from "../../../../kernel/audit.ts";
import { invalid, notFound, Refusal } from "../../../../kernel/errors.ts";
import { emit } from "../../../../kernel/events.ts";
import { enqueue } from "../../../../kernel/jobs.ts";
import { type Ctx, type Kernel, systemContext } from "../../../../kernel/module.ts";
import { readCursor, toPage } from "../../../../kernel/page.ts";
import type { JournalBody, JournalPage, JournalQuery } from "../../health.api.ts";
import { connectedNumber } from "../numbers/change.ts";
import type { NumberRow } from "../numbers/number.ts";
import { isOwn, type Own, ownPart } from "./journal-own.ts";
import { parseBody } from "./parse.ts";
import { readJson } from "./parse-json.ts";
import { replayFrom } from "./replay-journal.ts";

/** As whatsapp.data.ts promises. */
export const journalDays = 7;
/** Bodies are looked through for the channel's ids; a page does not keep the database at it for longer. */
const patienceMs = 8000;

type Row = { id: string; received_at: Date; projected_at: Date | null; body: Buffer };

/**
 * What arrived for a number and its account, newest first, since it was connected here: who had the number before is none of our business.
 * Counts by kind, no words.
 */
export const journalPage = async (
  ctx: Ctx,
  channelId: string,
  query: z.output<typeof JournalQuery>,
): Promise<z.input<typeof JournalPage>> => {
  const [after] = readCursor(query.after, 1) ?? [];
  if (after !== undefined && !/^\d{1,18}$/.test(after)) throw invalid("after", "This is not a page cursor.");
  const number = await connectedNumber(ctx, channelId);
  const own = await ownOf(ctx, number);
  const rows = await patiently(ctx.kernel, async (tx) => {
    const found = await sql<Row>`
      select id, received_at, projected_at, body from intake_journal
       where app_id = ${number.app_id} and received_at >= ${number.connected_at} ${after ? sql`and id < ${after}::bigint` : sql``}
         ${query.before ? sql`and received_at <= ${query.before}::timestamptz` : sql``}
         and (position(convert_to(${number.phone_number_id}, 'UTF8') in body) > 0 or position(convert_to(${number.account_id}, 'UTF8') in body) > 0)
       order by id desc limit ${query.limit + 1}`.execute(tx);
    return found.rows;
  });
  const parked = await parkedIn(ctx, rows);
  const line = (row: Row) => {
    const items = parseBody(row.body, row.received_at);
    const mine = items.filter((item) => isOwn(own, item) && (item.phoneNumberId ?? number.phone_number_id) === number.phone_number_id);
    const kinds = Map.groupBy(mine, (item) => (item.kind === "account" || item.kind === "parked" ? item.field || item.kind : item.kind));
    return {
      id: row.id,
      receivedAt: row.received_at,
      projectedAt: row.projected_at,
      bytes: row.body.length,
      kinds: [...kinds].map(([kind, list]) => ({ kind, count: list.length })),
      parked: parked.filter((one) => one.journal_id === row.id).length,
      others: items.some((item) => !isOwn(own, item)),
    };
  };
  return { ...toPage(rows, query.limit, line, (row) => [row.id]), keptDays: journalDays };
};

/** One body as it came, without what is others'. Each look is recorded before it is answered. */
export const openJournalBody = async (ctx: Ctx, channelId: string, journalId: string): Promise<z.input<typeof JournalBody>> => {
  const number = await connectedNumber(ctx, channelId);
  const own = await ownOf(ctx, number);
  const { rows } = await sql<Row>`
    select id, received_at, projected_at, body from intake_journal
     where id = ${journalId}::bigint and app_id = ${number.app_id} and received_at >= ${number.connected_at}`.execute(ctx.kernel.db.system);
  const row = rows[0];
  const part = row && shown(row.body, own);
  if (!row || !part) throw notFound("body in the journal");
  const parked = await parkedIn(ctx, [row]);
  await ctx.transaction((tx) =>
    audit(
      tx,
      ctx,
      "journal.opened",
      { channelId, journalId },
      { receivedAt: row.received_at.toISOString(), bytes: row.body.length, leftOut: part.leftOut },
    ),
  );
  return {
    id: row.id,
    receivedAt: row.received_at,
    projectedAt: row.projected_at,
    ...part,
    parked: parked.map(({ id, path, reason }) => ({ id, path, reason })),
  };
};

const shown = (bytes: Buffer, own: Own): { body: string; asReceived: boolean; leftOut: number } | null => {
  try {
    const text = bytes.toString("utf8");
    const { body, leftOut } = ownPart(readJson(text), own);
    if (Array.isArray(body.entry) && body.entry.length === 0) return null;
    return leftOut === 0 ? { body: text, asReceived: true, leftOut } : { body: JSON.stringify(body), asReceived: false, leftOut };
  } catch {
    return null;
  }
};

const ownOf = async (ctx: Ctx, number: NumberRow): Promise<Own> => {
  const rows = await ctx.transaction((tx) =>
    tx
      .selectFrom("whatsapp_numbers")
      .select(["phone_number_id", "account_id"])
      .where("organization_id", "=", ctx.organizationId)
      .where("app_id", "=", number.app_id)
      .execute(),
  );
  return { numbers: new Set(rows.map((row) => row.phone_number_id)), accounts: new Set(rows.map((row) => row.account_id)) };
};

const parkedIn = (ctx: Ctx, rows: Row[]) =>
  ctx.transaction((tx) =>
    tx
      .selectFrom("intake_parked")
      .select(["id", "journal_id", "path", "reason"])
      .where("organization_id", "=", ctx.organizationId)
      .where("journal_id", "=", sql<string>`any(${rows.map((row) => row.id)}::bigint[])`)
      .where("resolved_at", "is", null)
      .execute(),
  );

const patiently = <T>(
  kernel: Kernel,
  run: (tx: Parameters<Parameters<ReturnType<Kernel["db"]["system"]["transaction"]>["execute"]>[0]>[0]) => Promise<T>,
) =>
  kernel.db.system
    .transaction()
    .execute(async (tx) => {
      await sql`select set_config('statement_timeout', ${String(patienceMs)}, true)`.execute(tx);
      return run(tx);
    })
    .catch((error) => {
      if ((error as { code?: string }).code !== "57014") throw error;
      throw new Refusal(503, "journal_too_busy", "Looking through the journal took too long.", {
        remedy: "Name a moment to look back from.",
        retryAfter: 30,
      });
    });

/** Feeds what arrived since a moment through the projector again: what is there already stays as it is. */
export const replayJournal = async (ctx: Ctx, channelId: string, since: Date) => {
  const number = await connectedNumber(ctx, channelId);
  const from = new Date(Math.max(since.getTime(), number.connected_at.getTime()));
  await ctx.transaction(async (tx) => {
    await audit(tx, ctx, "journal.replay_started", { channelId }, { since: from.toISOString() });
    const payload = { organizationId: ctx.organizationId, channelId, appId: number.app_id, since: from.toISOString() };
    await enqueue(tx, "whatsapp.replay-journal", payload, { key: `replay-journal:${number.app_id}`, attempts: 5 });
  });
  return { since: from };
};

export const runJournalReplay = async (
  kernel: Kernel,
  job: { organizationId: string; channelId: string; appId: string; since: string },
) => {
  const { bodies, items, parked } = await replayFrom(kernel, { since: new Date(job.since), appId: job.appId });
  const ctx = systemContext(kernel, job.organizationId, "whatsapp");
  await ctx.transaction(async (tx) => {
    await audit(tx, ctx, "journal.replayed", { channelId: job.channelId }, { since: job.since, bodies, items, parked });
    await emit(tx, ctx, "journal.replayed", { channelId: job.channelId, bodies, items, parked });
  });
};
