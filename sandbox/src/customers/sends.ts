import { countThroughput } from "../graph/limits.ts";
import { keep } from "../graph/media.ts";
import { sample } from "../media/samples.ts";
import { contactOf, messagesValue, valueFor } from "../webhooks/body.ts";
import type { Delivery } from "../webhooks/deliver.ts";
import { asMessage, type CustomerContent, type CustomerMessage, defaultSamples, fileOf } from "../webhooks/message.ts";
import { chatOf, digitsOf, type Json, numberOf, type PhoneNumber, type World } from "../world.ts";
import { type Customer, customerOf } from "./customer.ts";

export type Sent = { id: string /** Resolves when the app was first reached. */; reached: Promise<void> };
export type SendOptions = { id?: string; timestamp?: number; about?: { id: string; from: "customer" | "shop" } };

/** A customer writes to a number of the business. Opens the 24-hour window as it does at Meta. */
export const customerSends = (
  world: World,
  delivery: Delivery,
  phoneNumberId: string,
  who: Customer | string,
  content: CustomerContent,
  options: SendOptions = {},
): Sent => {
  const number = numberOf(world, phoneNumberId);
  const customer = customerOf(world, who);
  const message = withFile(world, number, asMessage(content));
  const id = options.id ?? world.newMessageId();
  const timestamp = options.timestamp ?? Date.now() / 1000;
  const value = messagesValue(number, customer, message, { ...options, id, timestamp });
  const order = `${phoneNumberId}:${customer.phone ?? customer.userId}`;
  note(world, number, customer, message, id, timestamp);
  const reached = delivery.post({ accountId: number.accountId, field: "messages", value, order });
  if (message.type === "system") moveIdentity(world, customer, message.system);
  return { id, reached };
};

/** The shop writes from its phone on a coexistence number: the app hears an echo. */
export const phoneSends = (
  world: World,
  delivery: Delivery,
  phoneNumberId: string,
  who: Customer | string,
  content: CustomerContent,
): Sent => {
  const number = numberOf(world, phoneNumberId);
  const customer = customerOf(world, who);
  const id = world.newMessageId();
  const message = withFile(world, number, asMessage(content));
  const inbound = messagesValue(number, customer, message, { id, timestamp: Date.now() / 1000 });
  const { from: _, from_user_id: __, ...echo } = (inbound.messages as Json[])[0] ?? {};
  const to = { ...(customer.phone ? { to: customer.phone } : {}), to_user_id: customer.userId };
  const value = {
    ...valueFor(number),
    contacts: [contactOf(customer)],
    message_echoes: [{ from: number.digits, ...to, ...echo }],
  };
  const order = `${phoneNumberId}:${customer.phone ?? customer.userId}`;
  return { id, reached: delivery.post({ accountId: number.accountId, field: "smb_message_echoes", value, order }) };
};

/** A customer stops or resumes marketing in WhatsApp itself; marketing templates then fail with 131050. */
export const customerPrefers = (
  world: World,
  delivery: Delivery,
  phoneNumberId: string,
  who: Customer | string,
  marketing: "stop" | "resume",
): Promise<void> => {
  const number = numberOf(world, phoneNumberId);
  const customer = customerOf(world, who);
  customer.stoppedMarketing = marketing === "stop";
  const preference = {
    ...(customer.phone ? { wa_id: customer.phone } : { user_id: customer.userId }),
    detail: `User requested to ${marketing} marketing messages`,
    category: "marketing_messages",
    value: marketing,
    timestamp: Math.floor(Date.now() / 1000),
  };
  return delivery.post({
    accountId: number.accountId,
    field: "user_preferences",
    value: { ...valueFor(number), contacts: [contactOf(customer)], user_preferences: [preference] },
    order: `${phoneNumberId}:${customer.phone ?? customer.userId}`,
  });
};

/** Gives the message's file an id under which this account can fetch it. */
const withFile = (world: World, number: PhoneNumber, message: CustomerMessage): CustomerMessage => {
  const file = fileOf(message);
  if (!file || file.id) return message;
  const { sample: name, base64, ...fields } = file;
  const shipped = sample(name ?? defaultSamples[message.type] ?? "photo");
  const bytes = base64 ? Buffer.from(base64, "base64") : shipped.bytes;
  const mimeType = fields.mime_type ?? shipped.mimeType;
  const media = keep(world, { bytes, mimeType, accountId: number.accountId });
  return { ...message, [message.type]: { mime_type: mimeType, sha256: media.sha256, id: media.id, ...fields } };
};

const silentKinds = new Set(["system", "unsupported"]);

const note = (world: World, number: PhoneNumber, customer: Customer, message: CustomerMessage, id: string, at: number) => {
  countThroughput(world, number, 1);
  const chat = chatOf(world, number, customer.userId);
  chat.lastMessageId = id;
  if (!silentKinds.has(message.type)) chat.lastInbound = Math.max(chat.lastInbound ?? 0, at * 1000);
  if (message.referral) chat.freeEntryUntil = at * 1000 + 72 * 3600_000;
  world.changed();
};

/** After a change of number or id the person is reached under the new one. */
const moveIdentity = (world: World, customer: Customer, system: { wa_id?: string; user_id?: string }): void => {
  if (system.wa_id) customer.phone = digitsOf(system.wa_id);
  if (!system.user_id) return;
  world.customers.delete(customer.userId);
  for (const number of world.numbers.values()) {
    const chat = world.chats.get(`${number.phoneNumberId}:${customer.userId}`);
    if (chat) world.chats.set(`${number.phoneNumberId}:${system.user_id}`, chat);
  }
  customer.userId = system.user_id;
  world.customers.set(customer.userId, customer);
};
