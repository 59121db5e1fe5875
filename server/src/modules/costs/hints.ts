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
    const { rows } = await sql<z.input<typeof CostHints>["shortReplies"]>`
      with ours as (
        select c.message_id, c.conversation_id, c.occurred_at, c.charged, c.currency, c.amount_micros, c.pricing_type, c.sender, c.message_type,
               lag(c.message_id) over same as before_id, lag(c.occurred_at) over same as before_at, lag(c.sender) over same as before_sender, lag(c.message_type) over same as before_type
          from message_costs c
         where c.organization_id = ${organizationId} and c.day >= ${first}::date and c.day < ${first}::date + interval '1 month' and c.conversation_id is not null
        window same as (partition by c.conversation_id order by c.occurred_at, c.message_id)),
      replies as (
        select o.conversation_id, o.charged, o.currency, o.amount_micros, o.pricing_type from ours o
          join messages m on m.organization_id = ${organizationId} and m.id = o.message_id
          join messages b on b.organization_id = ${organizationId} and b.id = o.before_id
         where o.message_type = 'text' and o.before_type = 'text' and o.sender = o.before_sender and o.occurred_at - o.before_at < make_interval(secs => ${seconds}::int)
           and length(m.body) <= ${short} and length(b.body) <= ${short}
           and not exists (select from messages i where i.organization_id = ${organizationId} and i.conversation_id = o.conversation_id and i.direction = 'inbound'
                 and i.occurred_at between o.before_at and o.occurred_at))
      select (select count(*)::int from replies) as count, (select count(*)::int from replies where pricing_type = 'free_customer_service') as free,
             (select coalesce(jsonb_agg(jsonb_build_object('currency', s.currency, 'amountMicros', s.amount::text) order by s.currency), '[]')
                from (select currency, sum(amount_micros) as amount from replies where charged group by currency having sum(amount_micros) > 0) s) as savings,
             (select coalesce(jsonb_agg(jsonb_build_object('conversationId', e.conversation_id, 'messages', e.messages) order by e.messages desc, e.conversation_id), '[]')
                from (select conversation_id, count(*)::int as messages from replies group by conversation_id order by messages desc, conversation_id limit 3) e) as examples`.execute(
      tx,
    );
    return { shortReplies: rows[0] ?? { count: 0, free: 0, savings: [], examples: [] } };
  });
