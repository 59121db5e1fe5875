import { findCustomer } from "../customers/customer.ts";
import { sampleById } from "../media/samples.ts";
import type { ReceivedMessage } from "../received.ts";
import { type Account, accountOf, chatOf, digitsOf, type Json, type PhoneNumber, type Template, type World } from "../world.ts";
import { GraphError, needsPhone, selfSend } from "./error.ts";
import { takePairAllowance, takeThroughput } from "./limits.ts";
import { checkMessage } from "./message-shape.ts";
import { templateToSend } from "./template-send.ts";

export type Accepted = { message: ReceivedMessage; template?: Template; answer: Json };

/** POST /{phone_number_id}/messages with a message: taken and recorded, or refused by GraphError. */
export const acceptMessage = (world: World, number: PhoneNumber, body: Json): Accepted => {
  checkMessage(body);
  const account = accountOf(world, number.accountId);
  const type = String(body.type ?? "text");
  const to = body.to ? digitsOf(String(body.to)) : String(body.recipient);
  if (to === number.digits) throw selfSend("The sender and the recipient are the same number.");
  const template = type === "template" ? templateToSend(account, body.template as Json) : undefined;
  if (template?.category === "AUTHENTICATION" && !body.to) {
    throw needsPhone("Authentication templates need the phone number of the recipient.");
  }
  for (const id of mediaIdsOf(body)) checkMedia(world, account, id);
  takeThroughput(world, number);
  takePairAllowance(world, number, to);

  const customer = findCustomer(world, to);
  const opaque = body.biz_opaque_callback_data;
  const message: ReceivedMessage = {
    id: world.newMessageId(),
    phoneNumberId: number.phoneNumberId,
    to,
    type,
    body,
    ...(typeof opaque === "string" ? { biz_opaque_callback_data: opaque } : {}),
    windowOpen: customer !== undefined && isWindowOpen(world, number, customer.userId),
    statuses: [],
    at: Date.now(),
  };
  world.received.messages.push(message);
  world.changed();
  return {
    message,
    template,
    answer: {
      messaging_product: "whatsapp",
      contacts: [body.to ? { input: String(body.to), wa_id: to } : { input: to, user_id: to }],
      messages: [{ id: message.id, message_status: "accepted" }],
    },
  };
};

/** Marking read, with or without showing that somebody types. */
export const acceptRead = (world: World, number: PhoneNumber, body: Json): Json => {
  checkMessage(body);
  world.received.reads.push({
    phoneNumberId: number.phoneNumberId,
    messageId: String(body.message_id),
    typing: body.typing_indicator !== undefined,
  });
  world.changed();
  return { success: true };
};

export const isWindowOpen = (world: World, number: PhoneNumber, userId: string): boolean => {
  const chat = chatOf(world, number, userId);
  const now = Date.now();
  return (chat.lastInbound ?? 0) > now - 24 * 3600_000 || (chat.freeEntryUntil ?? 0) > now;
};

/** Every `{ image: { id } }` and the like, wherever in the body: headers and template parameters have them too. */
const mediaIdsOf = (value: unknown): string[] => {
  if (Array.isArray(value)) return value.flatMap(mediaIdsOf);
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inside]) => {
    const file = ["image", "video", "audio", "document", "sticker"].includes(key) && (inside as Json | null)?.id;
    return file ? [String(file)] : mediaIdsOf(inside);
  });
};

const checkMedia = (world: World, account: Account, id: string): void => {
  const media = world.media.get(id);
  if (media ? media.accountId === account.accountId : sampleById(id)) return;
  throw new GraphError(100, `(#100) Param media id '${id}' is not a valid whatsapp business account media attachment ID`, {
    details: `Media with id '${id}' was not uploaded to this account.`,
  });
};
