import { sample } from "../media/samples.ts";
import { digitsOf, type Json } from "../world.ts";
import { asMessage, type CustomerContent, type CustomerMessage, defaultSamples, fileOf } from "./message.ts";

export type BodyNumber = { phoneNumberId: string; accountId: string; displayPhoneNumber: string };
export type BodyCustomer = { phone?: string; userId: string; name: string; username?: string };

export type BodyOptions = {
  /** The wamid. */
  id: string;
  /** Seconds since 1970. */
  timestamp: number;
  /** The message that is quoted, reacted to, answered, edited or revoked, and who had sent it. */
  about?: { id: string; from: "customer" | "shop" };
};

/** The whole body Meta would post for one message of a customer. Files named by sample get their fixed media id. */
export const webhookBody = (number: BodyNumber, customer: BodyCustomer, content: CustomerContent, options: BodyOptions): Json => ({
  object: "whatsapp_business_account",
  entry: [
    {
      id: number.accountId,
      changes: [{ field: "messages", value: messagesValue(number, customer, content, options) }],
    },
  ],
});

export const messagesValue = (number: BodyNumber, customer: BodyCustomer, content: CustomerContent, options: BodyOptions): Json => {
  const message = asMessage(content);
  // Meta leaves contacts out when it tells that someone's identity changed.
  const contacts = message.type === "system" ? {} : { contacts: [contactOf(customer)] };
  return { ...valueFor(number), ...contacts, messages: [messageOf(number, customer, message, options)] };
};

export const valueFor = (number: BodyNumber): Json => ({
  messaging_product: "whatsapp",
  metadata: { display_phone_number: digitsOf(number.displayPhoneNumber), phone_number_id: number.phoneNumberId },
});

export const contactOf = (customer: BodyCustomer, withUsername = true): Json => ({
  profile: {
    name: customer.name,
    ...(customer.username && withUsername ? { username: customer.username } : {}),
  },
  ...(customer.phone ? { wa_id: digitsOf(customer.phone) } : {}),
  user_id: customer.userId,
});

const messageOf = (number: BodyNumber, customer: BodyCustomer, message: CustomerMessage, { id, timestamp, about }: BodyOptions): Json => {
  const { type, context, ...rest } = message;
  return {
    ...(customer.phone ? { from: digitsOf(customer.phone) } : {}),
    from_user_id: customer.userId,
    id,
    timestamp: String(Math.floor(timestamp)),
    type,
    ...bodyOf(message, rest, about?.id),
    ...contextOf(number, customer, message, about),
  };
};

const bodyOf = (message: CustomerMessage, rest: object, aboutId: string | undefined): Json => {
  if (fileOf(message)) return { ...rest, [message.type]: fileFields(message) };
  if (message.type === "reaction") return { ...rest, reaction: { message_id: aboutId, ...message.reaction } };
  if (message.type === "edit") return { ...rest, edit: { original_message_id: aboutId, ...message.edit } };
  if (message.type === "revoke") return { ...rest, revoke: { original_message_id: aboutId, ...message.revoke } };
  return { ...rest };
};

const fileFields = (message: CustomerMessage): Json => {
  const { sample: name, base64, ...fields } = fileOf(message) ?? {};
  const found = fields.id ? undefined : sample(name ?? defaultSamples[message.type] ?? "photo");
  const made = found ? { mime_type: found.mimeType, sha256: found.sha256, id: found.id } : {};
  return {
    ...made,
    ...fields,
    ...(message.type === "audio" && !("voice" in fields) ? { voice: true } : {}),
    ...(message.type === "sticker" && !("animated" in fields) ? { animated: false } : {}),
  };
};

const aboutless = new Set(["reaction", "edit", "revoke", "system"]);

const contextOf = (number: BodyNumber, customer: BodyCustomer, message: CustomerMessage, about: BodyOptions["about"]): Json => {
  const quoted = about && !aboutless.has(message.type) ? about : undefined;
  const given = message.context;
  if (!quoted && !given) return {};
  const shop = digitsOf(number.displayPhoneNumber);
  const author = quoted?.from === "customer" ? customer.phone && digitsOf(customer.phone) : shop;
  const id = given?.id ?? quoted?.id;
  return { context: { ...(id && author ? { from: author } : {}), ...(id ? { id } : {}), ...given } };
};
