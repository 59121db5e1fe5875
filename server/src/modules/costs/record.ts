import { sql } from "kysely";
import type { ConsumedEvent } from "../../kernel/consumers.ts";
import type { Tx } from "../../kernel/db/pools.ts";
import { type CostRow, costsByMessage, dropCosts, lockCosts, writeCosts } from "./cost-row.ts";
import { countryOf } from "./market.ts";
import { bookOf } from "./price-book.ts";
import { priceMessage } from "./price-message.ts";
import { changeTotals } from "./totals.ts";

/** `message.status_changed` too: a message that failed after all is not charged, and messages priced before there were costs are found. */
export const costEvents = ["message.priced", "message.status_changed"] as const;

/** Follows what the stream says about messages. Looks at the message as it is now, so repeats and disorder come to the same. */
export const recordCosts = async (tx: Tx, events: ConsumedEvent[]): Promise<void> => {
  for (const [organizationId, own] of Map.groupBy(events, (event) => event.organizationId)) {
    const ids = [...new Set(own.map((event) => event.payload.messageId).filter((id): id is string => typeof id === "string"))];
    await costMessages(tx, organizationId, ids);
  }
};

const costMessages = async (tx: Tx, organizationId: string, messageIds: string[]): Promise<void> => {
  const messages = await pricedMessages(tx, organizationId, messageIds);
  if (messages.length === 0) return;
  await lockCosts(tx, organizationId);
  const known = await costsByMessage(
    tx,
    organizationId,
    messages.map((message) => message.id),
  );
  const failed = messages.filter((message) => message.state === "failed" && known.has(message.id));
  // The price of the day it was first seen with stays, whatever the table says later: only a recalculation changes it.
  const changed = messages.filter((message) => message.state !== "failed" && !sameWord(message, known.get(message.id)));
  if (failed.length + changed.length === 0) return;
  const people = await identitiesOf(tx, organizationId, changed);
  const { book, settings } = await bookOf(tx, organizationId);
  const rows = changed.map((message): CostRow => {
    const facts = factsOf(message, countryOf(people(message)), known.get(message.id));
    return { ...facts, ...priceMessage(book, facts, settings.currency) };
  });
  await dropCosts(
    tx,
    organizationId,
    failed.map((message) => message.id),
  );
  await writeCosts(tx, organizationId, rows);
  const before = [...failed, ...changed].flatMap((message) => known.get(message.id) ?? []);
  await changeTotals(tx, organizationId, { before, after: rows });
};

type Message = {
  id: string;
  conversation_id: string;
  channel_id: string;
  contact_id: string;
  author_id: string | null;
  type: string;
  template: string | null;
  pricing: { pricing_model?: unknown; type?: unknown; category?: unknown; billable?: unknown };
  state: string | null;
  occurred_at: Date;
  day: string;
  identity_id: string | null;
  created_by: { kind?: string; memberId?: string; apiKeyId?: string; name?: string } | null;
};

const pricedMessages = async (tx: Tx, organizationId: string, messageIds: string[]): Promise<Message[]> => {
  const { rows } = await sql<Message>`
    select m.id, m.conversation_id, m.channel_id, m.contact_id, m.author_id, m.type, case when m.type = 'template' then m.content ->> 'name' end as template,
           m.pricing, m.state, m.occurred_at, (m.occurred_at at time zone o.time_zone)::date::text as day, d.identity_id, d.created_by
      from messages m join organizations o on o.id = m.organization_id
      left join deliveries d on d.organization_id = m.organization_id and d.id = m.delivery_id
     where m.organization_id = ${organizationId} and m.id = any(${messageIds}::uuid[]) and m.direction = 'outbound' and jsonb_typeof(m.pricing) = 'object'`.execute(
    tx,
  );
  return rows;
};

const word = (value: unknown, otherwise: string) =>
  typeof value === "string" && value !== "" ? value.toLowerCase().slice(0, 60) : otherwise;

/** What WhatsApp said, in our words. `billable` is being retired in favour of `type`: it counts only where there is no type. */
const wordOf = ({ pricing }: Message) => {
  const pricingType = word(pricing.type, pricing.billable === false ? "free" : "regular");
  return {
    category: word(pricing.category, "unknown"),
    pricingType,
    pricingModel: word(pricing.pricing_model, "pmp").toUpperCase(),
    charged: pricingType === "regular",
  };
};

const sameWord = (message: Message, row: CostRow | undefined): boolean => {
  if (!row) return false;
  const said = wordOf(message);
  return row.category === said.category && row.pricingType === said.pricingType && row.pricingModel === said.pricingModel;
};

/** Whose it is and of which day stays as first counted (the organization may have another time zone since): the sums hold it there. */
const factsOf = (message: Message, country: string | null, first: CostRow | undefined) => ({
  messageId: message.id,
  conversationId: first ? first.conversationId : message.conversation_id,
  channelId: first ? first.channelId : message.channel_id,
  contactId: first ? first.contactId : message.contact_id,
  authorId: first ? first.authorId : message.author_id,
  sender: first?.sender ?? senderOf(message),
  messageType: first?.messageType ?? message.type,
  template: first ? first.template : message.template,
  ...wordOf(message),
  country,
  day: first?.day ?? message.day,
  occurredAt: first?.occurredAt ?? message.occurred_at,
});

const senderOf = ({ author_id, created_by }: Message): string => {
  if (author_id !== null) return `member:${author_id}`;
  if (created_by?.kind === "api_key" && created_by.apiKeyId) return `api_key:${created_by.apiKeyId}`;
  return created_by?.kind === "system" && created_by.name ? `system:${created_by.name}`.slice(0, 80) : "system";
};

type Identity = { id: string; contact_id: string; kind: string; value: string; retired: boolean };

/** Each message's contact's identities, the one it went to first, then numbers, then ids. */
const identitiesOf = async (tx: Tx, organizationId: string, messages: Message[]): Promise<(message: Message) => Identity[]> => {
  const contacts = [...new Set(messages.map((message) => message.contact_id))];
  const { rows } = await sql<Identity>`
    select id, contact_id, kind, value, retired_at is not null as retired from identities
     where organization_id = ${organizationId} and contact_id = any(${contacts}::uuid[]) and kind in ('phone', 'whatsapp_user_id')
     order by last_seen_at desc, id`.execute(tx);
  const byContact = Map.groupBy(rows, (row) => row.contact_id);
  return (message) => {
    const rank = (one: Identity) => (one.kind === "phone" ? 0 : 4) + (one.id === message.identity_id ? 0 : 1) + (one.retired ? 1 : 0);
    return (byContact.get(message.contact_id) ?? []).toSorted((a, b) => rank(a) - rank(b));
  };
};
