import { sql } from "kysely";
import type { Tx } from "../../kernel/db/pools.ts";
import type { CostRow } from "./cost-row.ts";

export const dimensions = ["all", "day", "number", "sender", "contact", "template", "category", "country"] as const;
export type Dimension = (typeof dimensions)[number];

type Sum = {
  month: string;
  dimension: Dimension;
  key: string;
  currency: string;
  contactId: string | null;
  memberId: string | null;
  messages: number;
  charged: number;
  freeReplies: number;
  chargedReplies: number;
  estimated: number;
  unpriced: number;
  amount: bigint;
};

export const monthOf = (day: string) => `${day.slice(0, 7)}-01`;
export const unknownCountry = "??";

/** Changes the sums by what was taken away and what was added. The caller holds the organization's lock. */
export const changeTotals = async (
  tx: Tx,
  organizationId: string,
  { before, after }: { before: CostRow[]; after: CostRow[] },
): Promise<void> => {
  const sums = new Map<string, Sum>();
  for (const row of before) addTo(sums, row, -1);
  for (const row of after) addTo(sums, row, 1);
  const changes = [...sums.values()].filter(
    (sum) => sum.messages || sum.charged || sum.freeReplies || sum.chargedReplies || sum.estimated || sum.unpriced || sum.amount,
  );
  if (changes.length === 0) return;
  const json = changes.map((sum) => ({ ...sum, amount: String(sum.amount) }));
  await sql`
    insert into cost_totals as t (organization_id, month, dimension, key, currency, contact_id, member_id, messages, charged, free_replies, charged_replies, estimated, unpriced, amount_micros)
    select ${organizationId}, s.month, s.dimension, s.key, s.currency, s."contactId", s."memberId", s.messages, s.charged, s."freeReplies", s."chargedReplies", s.estimated, s.unpriced, s.amount
      from jsonb_to_recordset(${JSON.stringify(json)}::jsonb) as s (month date, dimension text, key text, currency text, "contactId" uuid, "memberId" uuid, messages int, charged int,
        "freeReplies" int, "chargedReplies" int, estimated int, unpriced int, amount bigint)
    on conflict (organization_id, month, dimension, key, currency) do update set messages = t.messages + excluded.messages, charged = t.charged + excluded.charged,
      free_replies = t.free_replies + excluded.free_replies, charged_replies = t.charged_replies + excluded.charged_replies,
      estimated = t.estimated + excluded.estimated, unpriced = t.unpriced + excluded.unpriced, amount_micros = t.amount_micros + excluded.amount_micros`.execute(
    tx,
  );
};

const addTo = (sums: Map<string, Sum>, row: CostRow, sign: 1 | -1) => {
  const month = monthOf(row.day);
  const reply = row.category === "service";
  for (const [dimension, key] of keysOf(row)) {
    const at = `${month} ${dimension} ${key} ${row.currency}`;
    const sum = sums.get(at) ?? {
      month,
      dimension,
      key,
      currency: row.currency,
      contactId: dimension === "contact" ? row.contactId : null,
      memberId: dimension === "sender" ? row.authorId : null,
      messages: 0,
      charged: 0,
      freeReplies: 0,
      chargedReplies: 0,
      estimated: 0,
      unpriced: 0,
      amount: 0n,
    };
    sum.messages += sign;
    if (row.charged) sum.charged += sign;
    if (reply && row.pricingType === "free_customer_service") sum.freeReplies += sign;
    if (reply && row.charged) sum.chargedReplies += sign;
    if (row.charged && row.exactness === "estimate") sum.estimated += sign;
    if (row.charged && row.amount === null) sum.unpriced += sign;
    sum.amount += BigInt(sign) * (row.amount ?? 0n);
    sums.set(at, sum);
  }
};

const keysOf = (row: CostRow): [Dimension, string][] => [
  ["all", ""],
  ["day", row.day],
  ["number", row.channelId ?? ""],
  ["sender", row.sender],
  ...(row.contactId === null ? [] : [["contact", row.contactId] as [Dimension, string]]),
  ...(row.template === null ? [] : [["template", row.template] as [Dimension, string]]),
  ["category", row.category],
  ["country", row.country ?? unknownCountry],
];
