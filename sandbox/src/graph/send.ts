import { findCustomer } from "../customers/customer.ts";
import type { ReceivedMessage } from "../received.ts";
import { accountOf, chatOf, digitsOf, type Json, type PhoneNumber, type Template, type World } from "../world.ts";
import { needsPhone, selfSend } from "./error.ts";
import { takePairAllowance, takeThroughput } from "./limits.ts";
import { checkMedia } from "./media-send.ts";
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
  checkMedia(world, account, body);
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
