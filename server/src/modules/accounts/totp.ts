import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";

// RFC 6238 with what every authenticator app understands: SHA-1, six digits, thirty seconds.
const stepSeconds = 30;
const digits = 6;
const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/** 160 random bits in base32 (RFC 4648, no padding), as apps want it typed. */
export const newSecret = (): string => base32(randomBytes(20));

export const stepAt = (at: number): number => Math.floor(at / 1000 / stepSeconds);

export const codeOf = (secret: string, step: number): string => {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const digest = createHmac("sha1", fromBase32(secret)).update(counter).digest();
  const offset = (digest.at(-1) ?? 0) & 15;
  return String((digest.readUInt32BE(offset) & 0x7fffffff) % 10 ** digits).padStart(digits, "0");
};

/** The step whose code this is, one before and after now included (clocks differ); null where none is. A step up to `used` is spent. */
export const stepOf = (secret: string, code: string, now: number, used: number): number | null => {
  const given = Buffer.from(code.padEnd(digits).slice(0, digits));
  let found: number | null = null;
  // All three are always compared: the time taken tells nothing.
  for (const step of [stepAt(now) - 1, stepAt(now), stepAt(now) + 1])
    if (timingSafeEqual(given, Buffer.from(codeOf(secret, step))) && step > used) found ??= step;
  return code.length === digits ? found : null;
};

/** What the app's camera reads (Google's Key Uri Format). */
export const keyUri = (secret: string, email: string, issuer: string): string =>
  `otpauth://totp/${encodeURIComponent(issuer)}:${encodeURIComponent(email)}?secret=${secret}&issuer=${encodeURIComponent(issuer)}&algorithm=SHA1&digits=${digits}&period=${stepSeconds}`;

const base32 = (bytes: Buffer): string => {
  let bits = "";
  for (const byte of bytes) bits += byte.toString(2).padStart(8, "0");
  return (bits.match(/.{5}/g) ?? []).map((five) => alphabet[Number.parseInt(five, 2)]).join("");
};
const fromBase32 = (text: string): Buffer => {
  let bits = "";
  for (const letter of text) bits += alphabet.indexOf(letter).toString(2).padStart(5, "0");
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((eight) => Number.parseInt(eight, 2)));
};
