import { sql } from "kysely";
import type { z } from "zod";
import type { Ctx } from "../../kernel/module.ts";
import type { CostHints } from "./costs.api.ts";

const seconds = 60;
/** Two texts that together fit into one message of WhatsApp (4,096 characters) with room to spare. */
const short = 400;

/**
 * What a habit costs. A reply counts when the message before it in the conversation was ours too, by the same sender, less than a minute
 * earlier, with nothing from the customer between, and both are short texts: then one message would have done. A report: reads the month's
 * replies.
 */
export const costHints = (ctx: Ctx, month: string): Promise<z.input<typeof CostHints>> =>
  ctx.transaction(async (tx) => {
    const { organizationId } = ctx;
    const first = `${month}-01`;
    const { rows } = await sql<{
      conversation_id: string;
      charged: boolean;
      currency: string;
      amount_micros: string | null;
      pricing_type: string;
    }>`
      with ours as (
        select c.message_id, c.conversation_id, c.occurred_at, c.charged, c.currency, c.amount_micros, c.pricing_type, c.sender, c.message_type,
               lag(c.message_id) over same as before_id, lag(c.occurred_at) over same as before_at, lag(c.sender) over same as before_sender, lag(c.message_type) over same as before_type
          from message_costs c
         where c.organization_id = ${organizationId} and c.day >= ${first}::date and c.day < ${first}::date + interval '1 month' and c.conversation_id is not null
        window same as (partition by c.conversation_id order by c.occurred_at, c.message_id))
      select o.conversation_id, o.charged, o.currency, o.amount_micros::text, o.pricing_type from ours o
        join messages m on m.organization_id = ${organizationId} and m.id = o.message_id
        join messages b on b.organization_id = ${organizationId} and b.id = o.before_id
       where o.message_type = 'text' and o.before_type = 'text' and o.sender = o.before_sender and o.occurred_at - o.before_at < make_interval(secs => ${seconds}::int)
         and length(m.body) <= ${short} and length(b.body) <= ${short}
         and not exists (select from messages i where i.organization_id = ${organizationId} and i.conversation_id = o.conversation_id and i.direction = 'inbound'
               and i.occurred_at between o.before_at and o.occurred_at)`.execute(tx);
    const savings = new Map<string, bigint>();
    for (const row of rows)
      if (row.charged && row.amount_micros) savings.set(row.currency, (savings.get(row.currency) ?? 0n) + BigInt(row.amount_micros));
    const conversations = Map.groupBy(rows, (row) => row.conversation_id);
    return {
      shortReplies: {
        count: rows.length,
        free: rows.filter((row) => row.pricing_type === "free_customer_service").length,
        savings: [...savings].map(([currency, amount]) => ({ currency, amountMicros: String(amount) })),
        examples: [...conversations]
          .map(([conversationId, same]) => ({ conversationId, messages: same.length }))
          .toSorted((a, b) => b.messages - a.messages)
          .slice(0, 3),
      },
    };
  });
