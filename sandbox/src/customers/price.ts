import type { Accepted } from "../graph/send.ts";
import type { Pricing } from "../webhooks/statuses.ts";
import { chatOf, numberOf, type PhoneNumber, type World } from "../world.ts";
import type { Customer } from "./customer.ts";

export const freeRepliesAMonth = 1000;

/** Free entry after an ad, then a thousand free replies of a number and month, then everything at its category's rate (whatsapp.md 0.2). */
export const priceOf = (world: World, { message, template }: Accepted, customer: Customer): Pricing => {
  const number = numberOf(world, message.phoneNumberId);
  const category = template?.category.toLowerCase() ?? "service";
  const chat = chatOf(world, number, customer.userId);
  if ((chat.freeEntryUntil ?? 0) > Date.now()) {
    return { billable: false, pricing_model: "PMP", type: "free_entry_point", category: "referral_conversion" };
  }
  if (!template && takeFreeReply(number)) return { billable: false, pricing_model: "PMP", type: "free_customer_service", category };
  return { billable: true, pricing_model: "PMP", type: "regular", category };
};

/** Counted anew from the first of the month. */
const takeFreeReply = (number: PhoneNumber): boolean => {
  const month = new Date().toISOString().slice(0, 7);
  if (number.freeReplies.month !== month) number.freeReplies = { month, used: 0 };
  if (number.freeReplies.used >= freeRepliesAMonth) return false;
  number.freeReplies.used += 1;
  return true;
};
