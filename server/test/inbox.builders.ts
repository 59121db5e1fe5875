import { sql } from "kysely";
import { newId } from "../src/kernel/id.ts";
import type { Shop } from "./builders.ts";

export type Chat = { id: string; contactId: string; channelId: string };
type ChatOptions = {
  name?: string;
  state?: "open" | "closed";
  assigneeId?: string | null;
  channelId?: string;
  lastMessageAt?: Date;
  preview?: { direction?: string; type?: string; text?: string; state?: string | null };
};

/** A number of the shop, written directly: nothing is connected. */
export const aChannel = async (shop: Shop, more: { name?: string } = {}): Promise<string> => {
  const id = newId();
  await shop.world.kernel.db.system
    .insertInto("channels")
    .values({ organization_id: shop.id, id, kind: "whatsapp", name: more.name ?? "Shop" })
    .execute();
  return id;
};

const firstChannel = async (shop: Shop): Promise<string> => {
  const found = await shop.world.kernel.db.system
    .selectFrom("channels")
    .select("id")
    .where("organization_id", "=", shop.id)
    .orderBy("id")
    .limit(1)
    .executeTakeFirst();
  return found?.id ?? aChannel(shop);
};

/** A conversation with a contact of its own, on the shop's first channel unless told otherwise. No message in it yet. */
export const aConversation = async (shop: Shop, options: ChatOptions = {}): Promise<Chat> => {
  const { system } = shop.world.kernel.db;
  const [id, contactId, channelId] = [newId(), newId(), options.channelId ?? (await firstChannel(shop))];
  await system
    .insertInto("contacts")
    .values({ organization_id: shop.id, id: contactId, name: options.name ?? "Mia Costa" })
    .execute();
  await system
    .insertInto("conversations")
    .values({
      organization_id: shop.id,
      id,
      channel_id: channelId,
      contact_id: contactId,
      state: options.state ?? "open",
      assignee_id: options.assigneeId ?? null,
      preview: JSON.stringify(options.preview ?? {}),
      ...(options.lastMessageAt ? { last_message_at: options.lastMessageAt } : {}),
    })
    .execute();
  return { id, contactId, channelId };
};

type MessageOptions = {
  text?: string | null;
  at?: Date;
  type?: string;
  content?: Record<string, unknown>;
  providerId?: string | null;
  replyTo?: string;
  fileId?: string;
  revokedAt?: Date;
  authorId?: string;
  state?: string;
};

/** A message of the customer, with what the projector keeps on the conversation. */
export const anInboundMessage = async (
  shop: Shop,
  chat: Chat,
  options: MessageOptions = {},
): Promise<{ id: string; providerId: string | null }> => {
  const at = options.at ?? new Date();
  const message = await insert(shop, chat, "inbound", "customer", at, options);
  const preview = { direction: "inbound", type: options.type ?? "text", text: options.text ?? "", state: null };
  await shop.world.kernel.db.system
    .updateTable("conversations")
    .set({
      inbound_count: sql<number>`inbound_count + 1`,
      message_count: sql<number>`message_count + 1`,
      last_message_id: message.id,
      preview: JSON.stringify(preview),
      last_message_at: at,
      last_inbound_at: at,
      window_until: new Date(at.getTime() + 86_400_000),
    })
    .where("organization_id", "=", shop.id)
    .where("id", "=", chat.id)
    .execute();
  return message;
};

/** A message of the shop that has already gone. */
export const anOutboundMessage = (shop: Shop, chat: Chat, options: MessageOptions = {}) =>
  insert(shop, chat, "outbound", "api", options.at ?? new Date(), { state: "delivered", ...options });

const insert = async (shop: Shop, chat: Chat, direction: "inbound" | "outbound", origin: string, at: Date, options: MessageOptions) => {
  const id = newId();
  const providerId = options.providerId === undefined ? `wamid.${id}` : options.providerId;
  await shop.world.kernel.db.system
    .insertInto("messages")
    .values({
      organization_id: shop.id,
      id,
      conversation_id: chat.id,
      channel_id: chat.channelId,
      contact_id: chat.contactId,
      direction,
      origin,
      type: options.type ?? "text",
      body: options.text === undefined ? "Hello" : options.text,
      content: JSON.stringify(options.content ?? {}),
      provider_id: providerId,
      reply_to_provider_id: options.replyTo ?? null,
      file_id: options.fileId ?? null,
      author_id: options.authorId ?? null,
      occurred_at: at,
      state: options.state ?? null,
      revoked_at: options.revokedAt ?? null,
    })
    .execute();
  return { id, providerId };
};

export const aLabel = async (shop: Shop, name = "VIP"): Promise<string> => {
  const id = newId();
  await shop.world.kernel.db.system.insertInto("labels").values({ organization_id: shop.id, id, name }).execute();
  return id;
};
