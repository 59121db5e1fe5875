import { newId } from "../src/kernel/id.ts";
import { eventually, type Shop } from "./builders.ts";
import { anOutboundMessage, aWamid, bodyOf, contactsOf, receive, type TestChannel } from "./whatsapp.builders.ts";

export type Sent = { messageId: string; conversationId: string; contactId: string; providerId: string };
type SentOptions = {
  contactId?: string;
  phone?: string;
  userId?: string;
  at?: Date;
  authorId?: string;
  template?: string;
  body?: string;
  apiKey?: { id: string; name: string };
};

const now = () => String(Math.floor(Date.now() / 1000));
let phones = 7700900300;

/** Something the shop sent from its number; to somebody with a British number unless told otherwise. */
export const aSentMessage = async (channel: TestChannel, options: SentOptions = {}): Promise<Sent> => {
  const { system } = channel.shop.world.kernel.db;
  const providerId = aWamid();
  const sent = await anOutboundMessage(channel, { providerId, contactId: options.contactId, body: options.body });
  const organization_id = channel.shop.id;
  if (!options.contactId) {
    const identity = options.userId
      ? { kind: "whatsapp_user_id", scope: channel.portfolioId, value: options.userId }
      : { kind: "phone", scope: "", value: options.phone ?? `44${phones++}` };
    await system
      .insertInto("identities")
      .values({ organization_id, id: newId(), contact_id: sent.contactId, ...identity, match_key: identity.value })
      .execute();
  }
  await system
    .updateTable("messages")
    .set({
      occurred_at: options.at ?? new Date(),
      author_id: options.authorId ?? null,
      ...(options.template ? { type: "template", content: JSON.stringify({ name: options.template, language: "en" }) } : {}),
    })
    .where("id", "=", sent.messageId)
    .execute();
  if (options.apiKey)
    await system
      .updateTable("deliveries")
      .set({ created_by: JSON.stringify({ kind: "api_key", apiKeyId: options.apiKey.id, name: options.apiKey.name }) })
      .where("id", "=", sent.deliveryId)
      .execute();
  return { ...sent, providerId };
};

export type Pricing = { type?: string; category?: string; billable?: boolean; pricing_model?: string };
export const regular = (category: string): Pricing => ({ type: "regular", category, billable: true });
export const freeReply: Pricing = { type: "free_customer_service", category: "service", billable: false };

/** One status as Meta writes it. */
export const statusOf = (sent: Sent, status: string, pricing?: Pricing) => ({
  id: sent.providerId,
  status,
  timestamp: now(),
  recipient_id: "447700900123",
  ...(pricing ? { pricing: { pricing_model: "PMP", ...pricing } } : {}),
  ...(status === "failed" ? { errors: [{ code: 131026, error_data: { details: "Receiver is incapable." } }] } : {}),
});

export const tellStatuses = (channel: TestChannel, ...statuses: unknown[]) =>
  receive(channel, bodyOf(channel, { contacts: contactsOf(), statuses }));

/** Sent and priced, and counted. */
export const aPricedMessage = async (channel: TestChannel, pricing: Pricing, options: SentOptions = {}): Promise<Sent> => {
  const sent = await aSentMessage(channel, options);
  await tellStatuses(channel, statusOf(sent, "sent", pricing));
  await counted(channel.shop);
  return sent;
};

/** Until the reader of costs has looked at everything the shop's stream holds. */
export const counted = async (shop: Shop): Promise<void> => {
  const { system } = shop.world.kernel.db;
  const { id, xid } = await system
    .selectFrom("events")
    .select(["id", "xid"])
    .where("organization_id", "=", shop.id)
    .orderBy("xid", "desc")
    .orderBy("id", "desc")
    .limit(1)
    .executeTakeFirstOrThrow();
  await eventually(async () => {
    const { rows } = await shop.world.kernel.db.raw.system.query(
      "select from event_cursors where consumer = 'costs' and (xid, id) >= ($1::text::xid8, $2::uuid)",
      [String(xid), id],
    );
    return rows.length > 0;
  }, "the costs to be counted");
};

export const costsOf = (shop: Shop) =>
  shop.world.kernel.db.system
    .selectFrom("message_costs")
    .selectAll()
    .where("organization_id", "=", shop.id)
    .orderBy("occurred_at")
    .execute();

/** The sums as they are, and as they should be by the rows. */
export const totalsOf = async (shop: Shop) => {
  const { rows } = await shop.world.kernel.db.raw.owner.query<{ kept: string | null; counted: string | null }>(
    `select (select string_agg(k::text, '|' order by k) from (select to_char(month, 'YYYY-MM') || ' ' || dimension || ' ' || key || ' ' || currency || ' ' || messages || ' ' || charged || ' ' || amount_micros as k
         from cost_totals where organization_id = $1 and messages <> 0) kept) as kept,
       (select string_agg(k::text, '|' order by k) from (
         select to_char(day, 'YYYY-MM') || ' ' || d.dimension || ' ' || d.key || ' ' || currency || ' ' || count(*) || ' ' || count(*) filter (where charged) || ' ' || coalesce(sum(amount_micros), 0) as k
           from message_costs c cross join lateral (values ('all', ''), ('day', day::text), ('number', channel_id::text), ('sender', sender), ('contact', contact_id::text), ('template', template),
             ('category', category), ('country', coalesce(country, '??'))) as d (dimension, key)
          where organization_id = $1 and d.key is not null group by to_char(day, 'YYYY-MM'), d.dimension, d.key, currency) c) as counted`,
    [shop.id],
  );
  return { kept: rows[0]?.kept?.split("|") ?? [], counted: rows[0]?.counted?.split("|") ?? [] };
};
