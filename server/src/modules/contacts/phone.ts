import { type CountryCode, isSupportedCountry, parsePhoneNumberFromString } from "libphonenumber-js/max";
import { internationalDigits } from "./match-key.ts";

/** "+44 20 7946 0018"; what libphonenumber does not know is shown with a plus and as it is. */
export const displayPhone = (digits: string): string => parsePhoneNumberFromString(`+${digits}`)?.formatInternational() ?? `+${digits}`;

/**
 * The E.164 digits of a number as people write it: "+44 (0)20 ...", "0044 ...", and national notation where the country is known
 * (ISO 3166 alpha-2). Null where it is not clear which number is meant.
 */
export const readPhone = (text: string, country: string | null): string | null => {
  const written = text.trim();
  if (!/^\+?[\d\s().\-/\u2010-\u2015\u00a0]+$/.test(written)) return null;
  const region = country && isSupportedCountry(country.toUpperCase()) ? (country.toUpperCase() as CountryCode) : undefined;
  const foreign = /^(\+|00)/.test(written);
  const readings = foreign
    ? [[`+${internationalDigits(written)}`] as const]
    : [...(region ? [[written, region] as const] : []), [`+${internationalDigits(written)}`] as const];
  for (const valid of [true, false]) {
    for (const [number, home] of readings) {
      const read = parsePhoneNumberFromString(number, home);
      // Not every number that exists is in the library's plan (new ranges, Brazil's eight-digit mobiles): possible is enough in a second round.
      if (read && (valid ? read.isValid() : read.isPossible() && (foreign || home !== undefined))) return read.number.slice(1);
    }
  }
  return null;
};
