/** Millionths of a currency's unit, as text "0.0534" -> 53400n; null for what is no price from 0 to 1,000 with at most six decimals. */
export const readMicros = (text: string): bigint | null => {
  const match = /^(?=.*\d)(\d{0,4})(?:[.,](\d{1,6}))?$/.exec(text.trim());
  if (!match) return null;
  const micros = BigInt(match[1] || "0") * 1_000_000n + BigInt((match[2] ?? "").padEnd(6, "0"));
  return micros <= 1_000_000_000n ? micros : null;
};

/** "0.0534": for spreadsheets, always with a point and never rounded. */
export const writeMicros = (micros: bigint): string => {
  const [sign, size] = micros < 0n ? ["-", -micros] : ["", micros];
  const decimals = String(size % 1_000_000n)
    .padStart(6, "0")
    .replace(/0{1,4}$/, "");
  return `${sign}${size / 1_000_000n}.${decimals}`;
};
