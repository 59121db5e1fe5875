import { sql } from "kysely";
import type { z } from "zod";
import type { Tx } from "../../kernel/db/pools.ts";
import { invalid } from "../../kernel/errors.ts";
import type { Ctx } from "../../kernel/module.ts";
import { type PageQuery, readCursor, toPage } from "../../kernel/page.ts";
import { namesOf } from "../contacts/index.ts";
import type { Breakdown } from "./costs.api.ts";
import { marketOf } from "./market.ts";
import { type SumRow, sumColumns, sumOf } from "./months.ts";
import { unknownCountry } from "./totals.ts";

type By = z.output<typeof Breakdown>;

/** A month by number, sender, contact, template, category or country, dearest first. */
export const costBreakdown = (ctx: Ctx, month: string, by: By, page: z.output<typeof PageQuery>) =>
  ctx.transaction(async (tx) => {
    const { organizationId } = ctx;
    const after = place(page.after);
    const { rows } = await sql<SumRow & { key: string }>`
      select key, ${sumColumns} from cost_totals
       where organization_id = ${organizationId} and month = ${`${month}-01`}::date and dimension = ${by} and messages > 0
         ${after ? sql`and amount_micros <= ${after.amount}::bigint and (amount_micros < ${after.amount}::bigint or messages < ${after.messages}::int or (messages = ${after.messages}::int and (key, currency) > (${after.key}, ${after.currency})))` : sql``}
       order by amount_micros desc, messages desc, key, currency limit ${page.limit + 1}`.execute(tx);
    const names = await namesFor(
      tx,
      organizationId,
      by,
      rows.map((row) => row.key),
    );
    return toPage(
      rows,
      page.limit,
      (row) => ({
        key: row.key,
        name: names.get(row.key) ?? null,
        market: by === "country" && row.key !== unknownCountry ? marketOf(row.key, `${month}-28`) : null,
        ...sumOf(row),
      }),
      (row) => [row.amount_micros, row.messages, row.key, row.currency],
    );
  });

const place = (after: string | undefined) => {
  const [amount, messages, key, currency] = readCursor(after, 4) ?? [];
  if (amount === undefined || messages === undefined || key === undefined || currency === undefined) return null;
  if (!/^-?\d{1,18}$/.test(amount) || !/^\d{1,9}$/.test(messages)) throw invalid("after", "This is not a page cursor.");
  return { amount: BigInt(amount), messages: Number(messages), key, currency };
};

export const senderNames = async (tx: Tx, organizationId: string, senders: string[]): Promise<Map<string, string>> => {
  const idsOf = (kind: string) => senders.filter((sender) => sender.startsWith(`${kind}:`)).map((sender) => sender.slice(kind.length + 1));
  const { rows } = await sql<{ sender: string; name: string }>`
    select 'member:' || id as sender, name from members where organization_id = ${organizationId} and id = any(${idsOf("member")}::uuid[])
    union all
    select 'api_key:' || id, name from api_keys where organization_id = ${organizationId} and id = any(${idsOf("api_key")}::uuid[])`.execute(
    tx,
  );
  return new Map(rows.map((row) => [row.sender, row.name]));
};

export const channelNames = async (tx: Tx, organizationId: string, ids: string[]): Promise<Map<string, string>> => {
  const { rows } = await sql<{ id: string; name: string }>`
    select id, name from channels where organization_id = ${organizationId} and id::text = any(${ids}::text[])`.execute(tx);
  return new Map(rows.map((row) => [row.id, row.name]));
};

const namesFor = async (tx: Tx, organizationId: string, by: By, keys: string[]): Promise<Map<string, string>> => {
  if (keys.length === 0) return new Map();
  if (by === "number") return channelNames(tx, organizationId, keys);
  if (by === "sender") return senderNames(tx, organizationId, keys);
  return by === "contact" ? namesOf(tx, organizationId, keys) : new Map();
};
