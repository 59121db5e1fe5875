import { sql } from "kysely";
import type { Tx } from "../../kernel/db/pools.ts";
import type { Exactness } from "./price-book.ts";

/** What one message cost. `charged` is WhatsApp's word; the amount is ours, from the price table of its day. */
export type CostRow = {
  messageId: string;
  conversationId: string | null;
  channelId: string | null;
  contactId: string | null;
  authorId: string | null;
  /** Who sent it: `member:<id>`, `api_key:<id>`, or the name of the program part that did. */
  sender: string;
  messageType: string;
  template: string | null;
  category: string;
  pricingType: string;
  pricingModel: string;
  charged: boolean;
  country: string | null;
  market: string | null;
  currency: string;
  amount: bigint | null;
  exactness: Exactness | null;
  priceValidFrom: string | null;
  day: string;
  occurredAt: Date;
};

/** Writers of an organization's costs follow one another: sums are changed by what the rows were before. Ends with the transaction. */
export const lockCosts = (tx: Tx, organizationId: string) =>
  sql`select pg_advisory_xact_lock(hashtextextended(${`costs:${organizationId}`}, 0))`.execute(tx);

const columns = sql`message_id, conversation_id, channel_id, contact_id, author_id, sender, message_type, template, category, pricing_type, pricing_model, charged,
  country, market, currency, amount_micros::text, exactness, price_valid_from::text, day::text, occurred_at`;

type Stored = {
  message_id: string;
  conversation_id: string | null;
  channel_id: string | null;
  contact_id: string | null;
  author_id: string | null;
  sender: string;
  message_type: string;
  template: string | null;
  category: string;
  pricing_type: string;
  pricing_model: string;
  charged: boolean;
  country: string | null;
  market: string | null;
  currency: string;
  amount_micros: string | null;
  exactness: Exactness | null;
  price_valid_from: string | null;
  day: string;
  occurred_at: Date;
};

const costRow = (row: Stored): CostRow => ({
  messageId: row.message_id,
  conversationId: row.conversation_id,
  channelId: row.channel_id,
  contactId: row.contact_id,
  authorId: row.author_id,
  sender: row.sender,
  messageType: row.message_type,
  template: row.template,
  category: row.category,
  pricingType: row.pricing_type,
  pricingModel: row.pricing_model,
  charged: row.charged,
  country: row.country,
  market: row.market,
  currency: row.currency,
  amount: row.amount_micros === null ? null : BigInt(row.amount_micros),
  exactness: row.exactness,
  priceValidFrom: row.price_valid_from,
  day: row.day,
  occurredAt: row.occurred_at,
});

export const costsByMessage = async (tx: Tx, organizationId: string, messageIds: string[]): Promise<Map<string, CostRow>> => {
  const { rows } =
    await sql<Stored>`select ${columns} from message_costs where organization_id = ${organizationId} and message_id = any(${messageIds}::uuid[])`.execute(
      tx,
    );
  return new Map(rows.map((row) => [row.message_id, costRow(row)]));
};

/** A stretch of a month's rows in the order of their day and message. */
export const costsOfMonth = async (
  tx: Tx,
  organizationId: string,
  month: string,
  after: { day: string; messageId: string } | null,
  limit: number,
): Promise<CostRow[]> => {
  const { rows } = await sql<Stored>`
    select ${columns} from message_costs
     where organization_id = ${organizationId} and day >= ${month}::date and day < ${month}::date + interval '1 month'
       and (day, message_id) > (${after?.day ?? "0001-01-01"}::date, ${after?.messageId ?? "00000000-0000-0000-0000-000000000000"}::uuid)
     order by day, message_id limit ${limit}`.execute(tx);
  return rows.map(costRow);
};

export const writeCosts = async (tx: Tx, organizationId: string, rows: CostRow[]): Promise<void> => {
  if (rows.length === 0) return;
  const json = rows.map(({ amount, ...row }) => ({ ...row, amount: amount === null ? null : String(amount) }));
  await sql`
    insert into message_costs (organization_id, message_id, conversation_id, channel_id, contact_id, author_id, sender, message_type, template, category,
      pricing_type, pricing_model, charged, country, market, currency, amount_micros, exactness, price_valid_from, day, occurred_at)
    select ${organizationId}, c."messageId", c."conversationId", c."channelId", c."contactId", c."authorId", c.sender, c."messageType", c.template, c.category,
      c."pricingType", c."pricingModel", c.charged, c.country, c.market, c.currency, c.amount, c.exactness, c."priceValidFrom", c.day, c."occurredAt"
      from jsonb_to_recordset(${JSON.stringify(json)}::jsonb) as c ("messageId" uuid, "conversationId" uuid, "channelId" uuid, "contactId" uuid, "authorId" uuid,
        sender text, "messageType" text, template text, category text, "pricingType" text, "pricingModel" text, charged boolean, country text, market text,
        currency text, amount bigint, exactness text, "priceValidFrom" date, day date, "occurredAt" timestamptz)
    on conflict (organization_id, message_id) do update set category = excluded.category, pricing_type = excluded.pricing_type,
      pricing_model = excluded.pricing_model, charged = excluded.charged, country = excluded.country, market = excluded.market, currency = excluded.currency,
      amount_micros = excluded.amount_micros, exactness = excluded.exactness, price_valid_from = excluded.price_valid_from, recorded_at = now()`.execute(
    tx,
  );
};

export const dropCosts = async (tx: Tx, organizationId: string, messageIds: string[]): Promise<void> => {
  if (messageIds.length === 0) return;
  await sql`delete from message_costs where organization_id = ${organizationId} and message_id = any(${messageIds}::uuid[])`.execute(tx);
};
