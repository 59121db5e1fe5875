import { type RawBuilder, sql } from "kysely";
import type { z } from "zod";
import type { Tx } from "../../kernel/db/pools.ts";
import type { Ctx } from "../../kernel/module.ts";
import { type Place, readPlace, toPage } from "../../kernel/page.ts";
import { namesOf } from "../contacts/index.ts";
import { channelNames, senderNames } from "./breakdown.ts";
import type { CostFilter, CostMessage, CostMessageQuery } from "./costs.api.ts";
import type { Exactness } from "./price-book.ts";
import { unknownCountry } from "./totals.ts";

export type Filter = z.output<typeof CostFilter>;

/** What a sum counts, newest first. */
export const costMessages = (ctx: Ctx, month: string, { limit, after, ...filter }: z.output<typeof CostMessageQuery>) =>
  ctx.transaction(async (tx) => {
    const rows = await readCosts(tx, ctx.organizationId, month, filter, readPlace(after), limit + 1);
    const views = await present(tx, ctx.organizationId, rows);
    return toPage(
      rows.map((row, at) => ({ row, view: views[at] as z.input<typeof CostMessage> })),
      limit,
      ({ view }) => view,
      ({ row }) => [row.at_text, row.message_id],
    );
  });

type Row = {
  message_id: string;
  conversation_id: string | null;
  channel_id: string | null;
  contact_id: string | null;
  sender: string;
  message_type: string;
  template: string | null;
  category: string;
  pricing_type: string;
  charged: boolean;
  country: string | null;
  market: string | null;
  currency: string;
  amount_micros: string | null;
  exactness: Exactness | null;
  price_valid_from: string | null;
  day: string;
  occurred_at: Date;
  at_text: string;
};

/** A month's rows are found by their moment: its days begin and end somewhere within a day of UTC's, whatever the time zone. */
export const readCosts = async (
  tx: Tx,
  organizationId: string,
  month: string,
  filter: Filter,
  after: Place | null,
  limit: number,
): Promise<Row[]> => {
  const first = `${month}-01`;
  const { rows } = await sql<Row>`
    select message_id, conversation_id, channel_id, contact_id, sender, message_type, template, category, pricing_type, charged, country, market, currency,
           amount_micros::text, exactness, price_valid_from::text, day::text, occurred_at, occurred_at::text as at_text
      from message_costs
     where organization_id = ${organizationId}
       and occurred_at >= ${first}::date - interval '1 day' and occurred_at < ${first}::date + interval '1 month 1 day'
       and day >= ${first}::date and day < ${first}::date + interval '1 month'
       ${sql.join(conditions(filter), sql` `)}
       ${after ? sql`and (occurred_at, message_id) < (${after.at}::timestamptz, ${after.id}::uuid)` : sql``}
     order by occurred_at desc, message_id desc limit ${limit}`.execute(tx);
  return rows;
};

const conditions = (filter: Filter): RawBuilder<unknown>[] => [
  sql``,
  ...(filter.number ? [sql`and channel_id = ${filter.number}`] : []),
  ...(filter.sender ? [sql`and sender = ${filter.sender}`] : []),
  ...(filter.contact ? [sql`and contact_id = ${filter.contact}`] : []),
  ...(filter.template ? [sql`and template = ${filter.template}`] : []),
  ...(filter.category ? [sql`and category = ${filter.category}`] : []),
  ...(filter.country ? [filter.country === unknownCountry ? sql`and country is null` : sql`and country = ${filter.country}`] : []),
  ...(filter.day ? [sql`and day = ${filter.day}::date`] : []),
  ...(filter.charged ? [sql`and charged = ${filter.charged === "yes"}`] : []),
  ...(filter.unpriced ? [sql`and charged and amount_micros is null`] : []),
];

const present = async (tx: Tx, organizationId: string, rows: Row[]): Promise<z.input<typeof CostMessage>[]> => {
  const { contacts, channels, senders } = await namesAround(tx, organizationId, rows);
  return rows.map((row) => ({
    messageId: row.message_id,
    conversationId: row.conversation_id,
    contact: row.contact_id === null ? null : { id: row.contact_id, name: contacts.get(row.contact_id) ?? "" },
    channel: row.channel_id === null ? null : { id: row.channel_id, name: channels.get(row.channel_id) ?? "" },
    sender: row.sender,
    senderName: senders.get(row.sender) ?? null,
    messageType: row.message_type,
    template: row.template,
    category: row.category,
    pricingType: row.pricing_type,
    charged: row.charged,
    country: row.country,
    market: row.market,
    currency: row.currency,
    amountMicros: row.amount_micros,
    exactness: row.exactness,
    priceValidFrom: row.price_valid_from,
    at: row.occurred_at,
  }));
};

export const namesAround = async (tx: Tx, organizationId: string, rows: Row[]) => {
  const unique = (values: (string | null)[]) => [...new Set(values.filter((value) => value !== null))];
  return {
    contacts: await namesOf(tx, organizationId, unique(rows.map((row) => row.contact_id))),
    channels: await channelNames(tx, organizationId, unique(rows.map((row) => row.channel_id))),
    senders: await senderNames(tx, organizationId, unique(rows.map((row) => row.sender))),
  };
};
