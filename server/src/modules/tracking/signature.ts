import { createHmac, timingSafeEqual } from "node:crypto";
import type { Message } from "./message.ts";
import type { Sender } from "./senders.ts";

/** HMAC-SHA256 of the user id, in hexadecimal, by a secret only the organization's server and we know. */
export const isSigned = (sender: Sender, message: Pick<Message, "userId" | "userHash">): boolean => {
  if (sender.signingKey === null || message.userId === null || message.userHash === null) return false;
  const expected = createHmac("sha256", sender.signingKey).update(message.userId).digest();
  return timingSafeEqual(expected, Buffer.from(message.userHash, "hex"));
};
