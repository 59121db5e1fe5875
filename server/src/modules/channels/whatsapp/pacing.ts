import type { ClaimedDelivery, Pace } from "../../../kernel/deliveries.ts";
import type { NumberRow } from "./number.ts";

/** Token buckets a delivery draws from, narrowest first. */
export const pacesOf = (number: NumberRow, delivery: Pick<ClaimedDelivery, "identityId" | "contactId">): Pace[] => [
  pairPace(number.phone_number_id, delivery.identityId ?? delivery.contactId),
  numberPace(number.phone_number_id, number.throughput, number.coexistence),
];

/**
 * 80 messages in any second, 20 with coexistence, 1,000 when Meta has raised the number (whatsapp.md §3.9). A bucket lets `capacity`
 * through at once and `perSecond` within the second: together they stay at the limit.
 */
export const numberPace = (phoneNumberId: string, throughput: string | null, coexistence: boolean): Pace => {
  const limit = coexistence ? 20 : throughput === "HIGH" ? 1000 : 80;
  return {
    key: `whatsapp:number:${phoneNumberId}`,
    budget: { capacity: Math.max(2, limit / 8), perSecond: limit - Math.max(2, limit / 8) },
  };
};

/** One message in 6 s to one person, 45 in a burst. */
export const pairPace = (phoneNumberId: string, person: string): Pace => ({
  key: `whatsapp:pair:${phoneNumberId}|${person}`,
  budget: { capacity: 45, perSecond: 1 / 6 },
});
