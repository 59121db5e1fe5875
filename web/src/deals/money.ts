/** How many digits a currency has behind the point: 2 for EUR, 0 for JPY, 3 for KWD. */
export const digitsOf = (currency: string): number => {
  try {
    return new Intl.NumberFormat("en", { style: "currency", currency }).resolvedOptions().maximumFractionDigits ?? 2;
  } catch {
    return 2;
  }
};

/**
 * Minor units of what a person types: "1,250.50", "1.250,50", "1 250" and Arabic digits alike; the last mark counts as the point unless three
 * digits follow it. Null where it is no amount.
 */
export const readMoney = (text: string, currency: string): string | null => {
  const plain = text
    .trim()
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/٫/g, ".")
    .replace(/[\s\u00a0\u202f'’٬]/g, "");
  if (plain === "") return "0";
  if (!/^\d[\d.,]*$/.test(plain)) return null;
  const digits = digitsOf(currency);
  const mark = Math.max(plain.lastIndexOf("."), plain.lastIndexOf(","));
  const behind = mark < 0 ? "" : plain.slice(mark + 1);
  const isPoint = mark >= 0 && (behind.length !== 3 || digits === 3) && behind.length <= digits;
  if (mark >= 0 && !isPoint && behind.length !== 3) return null;
  const front = isPoint ? plain.slice(0, mark) : plain;
  // Thousands in threes, in India also in twos before the last three.
  if (!/^\d+$/.test(front) && !/^\d{1,3}([.,]\d{2,3})*[.,]\d{3}$/.test(front)) return null;
  const whole = front.replace(/[.,]/g, "");
  const minor = `${whole}${(isPoint ? behind : "").padEnd(digits, "0")}`.replace(/^0+(?=\d)/, "");
  return minor.length > 15 ? null : minor;
};

/** The same back into a field: "1250.5" as people of no particular country write it. */
export const writeMoney = (minor: string, currency: string): string => {
  const digits = digitsOf(currency);
  if (digits === 0) return minor;
  const padded = minor.padStart(digits + 1, "0");
  const behind = padded.slice(-digits);
  return /^0+$/.test(behind) ? padded.slice(0, -digits) : `${padded.slice(0, -digits)}.${behind}`;
};

export const currencies = [
  ...[
    "EUR",
    "USD",
    "GBP",
    "CHF",
    "AED",
    "AUD",
    "BRL",
    "CAD",
    "CNY",
    "CZK",
    "DKK",
    "EGP",
    "HKD",
    "HUF",
    "IDR",
    "ILS",
    "INR",
    "JOD",
    "JPY",
    "KES",
  ],
  ...[
    "KRW",
    "KWD",
    "MAD",
    "MXN",
    "MYR",
    "NGN",
    "NOK",
    "NZD",
    "PHP",
    "PKR",
    "PLN",
    "QAR",
    "RON",
    "SAR",
    "SEK",
    "SGD",
    "THB",
    "TRY",
    "UAH",
    "ZAR",
  ],
];
