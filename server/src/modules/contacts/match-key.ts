/**
 * `external_id` is the organization's own id of a person. What a browser claimed without proof is of kinds of its own: nothing that looks for
 * a number or address to recognise somebody by, or to write to, ever meets it.
 */
export type IdentityKind = "phone" | "whatsapp_user_id" | "whatsapp_username" | "email" | "external_id" | "claimed_email" | "claimed_phone";

/**
 * The one spelling under which variants of a value meet. Two values with the same key reach the same person; the reverse does not
 * hold. Empty when nothing usable is left. Idempotent: the key of a key is the key.
 */
export const matchKey = (kind: IdentityKind, value: string): string => {
  const clean = value.replaceAll("\u0000", "").trim();
  if (kind === "phone" || kind === "claimed_phone") return phoneKey(clean);
  if (kind === "email" || kind === "claimed_email") return clean.toLowerCase();
  if (kind === "whatsapp_username") return clean.replace(/^@+/, "").toLowerCase();
  return clean;
};

/** What is kept as the identity's value: readable and sendable, close to what was seen. */
export const storedValue = (kind: IdentityKind, value: string): string => {
  const clean = value.replaceAll("\u0000", "").trim();
  if (kind === "phone" || kind === "claimed_phone") return internationalDigits(clean);
  if (kind === "email" || kind === "claimed_email") return clean.toLowerCase();
  return kind === "whatsapp_username" ? clean.replace(/^@+/, "") : clean;
};

/** Digits of an E.164 number; "+44 (0)20 ..." and "0044 ..." lose what is not dialled from abroad (Italy dials its zero). */
export const internationalDigits = (value: string): string =>
  value
    .replace(/\(0\)/g, /^\s*(\+|00)\s*39/.test(value) ? "0" : "")
    .replace(/\D/g, "")
    .replace(/^0+/, "");

const phoneKey = (value: string): string => {
  const digits = internationalDigits(value);
  if (digits.startsWith("55")) return brazil(digits);
  if (digits.startsWith("54")) return argentina(digits);
  if (digits.startsWith("52")) return mexico(digits);
  return digits;
};

// Mobiles got a ninth digit between 2012 and 2016; WhatsApp still names older accounts without it. Only numbers that began with 6 to 9
// existed then: 2 to 5 are landlines, which must not meet a newer mobile such as 9 5xxx-xxxx.
const brazil = (digits: string) => (/^55[1-9][1-9][6-9]\d{7}$/.test(digits) ? `${digits.slice(0, 4)}9${digits.slice(4)}` : digits);

// Mobiles are 54 9 <area> <number> from abroad and <area> 15 <number> at home. Landlines and mobiles share one numbering space, so the
// bare form is unique. Area codes: 11, the three-digit ones below, else four digits, some of which begin like one of three (383, 3837);
// area and number are ten digits together (ENACOM's plan).
const argentina = (digits: string) => {
  const national = digits.slice(2).replace(/^9/, "");
  if (national.length === 10) return `54${national}`;
  if (national.length !== 12) return digits;
  const areas = national.startsWith("11") ? [2] : threeDigitAreas.has(national.slice(0, 3)) ? [3, 4] : [4];
  const area = areas.find((length) => national.slice(length, length + 2) === "15");
  return area === undefined ? digits : `54${national.slice(0, area)}${national.slice(area + 2)}`;
};

const threeDigitAreas = new Set(
  "220 221 223 230 236 237 249 260 261 263 264 266 280 291 294 297 298 299 336 341 342 343 345 348 351 353 358 362 364 370 376 379 380 381 383 385 387 388".split(
    " ",
  ),
);

// Mobiles were 52 1 <ten digits> until 2019; WhatsApp still names many so.
const mexico = (digits: string) => (/^521\d{10}$/.test(digits) ? `52${digits.slice(3)}` : digits);
