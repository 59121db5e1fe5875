import { Refusal } from "../../../../kernel/errors.ts";
import type { Kernel } from "../../../../kernel/module.ts";
import { OutboundFailure } from "../../../../kernel/outbound.ts";
import { take } from "../../../../kernel/rate.ts";
import { tellRead } from "./read-receipts.ts";

/** Meta shows it for 25 s or until the answer; telling it every 20 s keeps it on without a gap. */
const onceIn20s = { capacity: 1, perSecond: 1 / 20 };
/** Later than this it says something that is no longer so. */
const timeoutMs = 4000;

/**
 * Lets the customer see that somebody types; Meta marks their message as read with it. At once or not at all, never queued, at most once in
 * 20 s for a conversation however many people and processes ask. Answers whether WhatsApp took it.
 */
export const showTyping = async (kernel: Kernel, organizationId: string, conversationId: string): Promise<boolean> => {
  if ((await take(kernel.db, `whatsapp:typing:${conversationId}`, onceIn20s)) > 0) return false;
  try {
    const answer = await tellRead(kernel, { organizationId, conversationId }, { typing_indicator: { type: "text" } }, timeoutMs);
    return answer !== null && answer.status < 300;
  } catch (error) {
    if (error instanceof OutboundFailure || error instanceof Refusal) return false;
    throw error;
  }
};
