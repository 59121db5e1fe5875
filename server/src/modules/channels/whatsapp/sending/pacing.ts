import type { ClaimedDelivery, Pace } from "../../../../kernel/deliveries.ts";
import type { NumberRow } from "../numbers/number.ts";

/** Token buckets a delivery draws from, narrowest first. */
export const pacesOf = (number: NumberRow, delivery: Pick<ClaimedDelivery, "identityId" | "contactId">): Pace[] => [
  pairPace(number.phone_number_id, delivery.identityId ?? delivery.contactId),
  numberPace(number),
  accountPace(number.app_id, number.account_id),
];

/** Messages a second: 20 with coexistence, 1,000 when Meta has raised the number, else 80. */
export const throughputOf = (throughput: string | null, coexistence: boolean): number =>
  coexistence ? 20 : throughput === "HIGH" ? 1000 : 80;

/**
 * A bucket lets `capacity` through at once and `perSecond` within the second: together they stay at the limit of any second. It is named by
 * the app, too: whoever claims a number's id without its app's secret must not be able to use up its budget.
 */
export const numberPace = (number: Pick<NumberRow, "app_id" | "phone_number_id" | "throughput" | "coexistence">): Pace => {
  const limit = throughputOf(number.throughput, number.coexistence);
  const capacity = Math.max(2, limit / 8);
  return { key: numberKey(number.app_id, number.phone_number_id), budget: { capacity, perSecond: limit - capacity } };
};
export const numberKey = (appId: string | null, phoneNumberId: string) => `whatsapp:number:${phoneNumberId}|${appId}`;

/** One message in 6 s to one person, 45 in a burst. */
export const pairPace = (phoneNumberId: string, person: string): Pace => ({
  key: `whatsapp:pair:${phoneNumberId}|${person}`,
  budget: { capacity: 45, perSecond: 1 / 6 },
});

/** Holds nobody back by itself; it rests when Graph says of the whole account that it is too much (4, 80007, or its usage headers). */
export const accountPace = (appId: string | null, accountId: string): Pace => ({
  key: `whatsapp:account:${appId}|${accountId}`,
  budget: { capacity: 10_000, perSecond: 10_000 },
});

/** Calls of an app for an account in an hour: 5,000, or 200 while Graph knows no number of it. */
export const callLimit = (hasNumber: boolean): number => (hasNumber ? 5000 : 200);

/**
 * Draws for calls that read or change the account. Messages and media are not among them: 80 a second are more than 5,000 an hour, Meta
 * counts those by throughput. Half of the hour's calls may come at once.
 */
export const callPace = (appId: string, accountId: string, hasNumber = true): Pace => {
  const limit = callLimit(hasNumber);
  return { key: `whatsapp:calls:${appId}|${accountId}`, budget: { capacity: limit / 2, perSecond: limit / 2 / 3600 } };
};
