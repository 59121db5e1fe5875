import { parsePhoneNumberFromString } from "libphonenumber-js/max";
import { shippedMarkets } from "./shipped.ts";

export const otherMarket = "other";

/** The market that prices a country's numbers on a day. Countries Meta does not name are "other". */
export const marketOf = (country: string, day: string): string =>
  shippedMarkets()
    .get(country)
    ?.findLast((row) => row.validFrom <= day)?.market ?? otherMarket;

/** Every market there is on some day. */
export const allMarkets = (): string[] => [...new Set([...[...shippedMarkets().values()].flat().map((row) => row.market), otherMarket])];

export type IdentityOf = { kind: string; value: string };

/**
 * The country a person's number belongs to: WhatsApp prices by calling code. Somebody known by a business-scoped id only has the country
 * at its beginning ("GB.1349"). Null where neither says.
 */
export const countryOf = (identities: IdentityOf[]): string | null => {
  for (const { kind, value } of identities) {
    const country = kind === "phone" ? countryOfPhone(value) : kind === "whatsapp_user_id" ? /^([A-Z]{2})\./.exec(value)?.[1] : undefined;
    if (country) return country;
  }
  return null;
};

const known = new Map<string, string | null>();

const countryOfPhone = (digits: string): string | null => {
  const before = known.get(digits);
  if (before !== undefined) return before;
  const number = parsePhoneNumberFromString(`+${digits}`);
  const country = number?.country ?? number?.getPossibleCountries()[0] ?? null;
  // Reading a number takes some 20 µs; a batch of statuses names the same people again and again.
  if (known.size > 5000) known.clear();
  known.set(digits, country);
  return country;
};
