import { sql } from "kysely";
import type { ConsumedEvent } from "../../kernel/consumers.ts";
import type { Tx } from "../../kernel/db/pools.ts";
import { lockCosts } from "./cost-row.ts";

export const mergedEvents = ["contact.merged", "contact.unmerged"] as const;

/** Whose messages are whose has changed: the sums of both people are made anew from their messages' costs. */
export const followMerges = async (tx: Tx, events: ConsumedEvent[]): Promise<void> => {
  for (const [organizationId, own] of Map.groupBy(events, (event) => event.organizationId)) {
    const people = [...new Set(own.flatMap(({ payload }) => [String(payload.contactId), String(payload.otherContactId)]))];
    await lockCosts(tx, organizationId);
    await sql`delete from cost_totals where organization_id = ${organizationId} and dimension = 'contact' and key = any(${people}::text[])`.execute(
      tx,
    );
    await sql`
      insert into cost_totals (organization_id, month, dimension, key, currency, contact_id, messages, charged, free_replies, charged_replies, estimated, unpriced, amount_micros)
      select organization_id, date_trunc('month', day)::date, 'contact', contact_id::text, currency, contact_id, count(*), count(*) filter (where charged),
             count(*) filter (where category = 'service' and pricing_type = 'free_customer_service'), count(*) filter (where category = 'service' and charged),
             count(*) filter (where charged and exactness = 'estimate'), count(*) filter (where charged and amount_micros is null), coalesce(sum(amount_micros), 0)
        from message_costs where organization_id = ${organizationId} and contact_id = any(${people}::uuid[])
       group by organization_id, contact_id, date_trunc('month', day), currency`.execute(tx);
  }
};
