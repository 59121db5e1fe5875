import type { Read } from "./field-read.ts";

/** Digits and separators of Arabic and Persian as the ones programs know. */
export const westernDigits = (text: string): string =>
  text
    .replace(/[\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/[\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0))
    .replaceAll("\u066b", ".")
    .replaceAll("\u066c", "")
    .replaceAll("\u061b", ";");

const ambiguous = {
  message: "It is not clear whether this separator divides thousands or decimals.",
  remedy: "Write 1234 or 1.234 as 1234 and 1.2340.",
};

/** Plain decimal text ("-1234.5"), or null; "unclear" where "1,234" could be either. */
const decimalOf = (written: string): string | null | "unclear" => {
  const bare = westernDigits(written)
    .replace(/[\s\u00a0\u202f'’_]/g, "")
    .replace(/^\u2212/, "-");
  const parts = /^([+-]?)(\d[\d.,]*|[.,]\d+)(e[+-]?\d{1,3})?$/i.exec(bare);
  if (!parts) return null;
  const [, sign, digits = "", power = ""] = parts;
  const marks = [...digits.replace(/\d/g, "")];
  const last = marks.at(-1);
  let plain = digits;
  if (last !== undefined) {
    const kinds = new Set(marks);
    const count = marks.filter((mark) => mark === last).length;
    const groups = digits.split(/[.,]/);
    const thousands = groups.slice(1).every((group) => group.length === 3);
    if (kinds.size === 2) {
      // The last one divides decimals, the other thousands, and is not met after it.
      if (count !== 1 || !groups.slice(1, -1).every((group) => group.length === 3)) return null;
      plain = digits.replaceAll(last === "." ? "," : ".", "").replace(last, ".");
    } else if (count > 1) {
      if (!thousands) return null;
      plain = digits.replaceAll(last, "");
    } else if (last === ",") {
      if (thousands && groups[0] !== "" && groups[0] !== "0" && (groups[0]?.length ?? 0) <= 3) return "unclear";
      plain = digits.replace(",", ".");
    }
  }
  return `${sign === "-" ? "-" : ""}${plain}${power}`;
};

export const readNumber = (raw: unknown): Read => {
  const read = typeof raw === "number" ? raw : typeof raw === "string" ? decimalOf(raw.replace(/^'/, "")) : null;
  if (read === "unclear") return ambiguous;
  const number = read === null ? Number.NaN : Number(read);
  if (!Number.isFinite(number)) return { message: "This is not a number.", remedy: "Write it as 1234.5." };
  return { value: number === 0 ? 0 : number };
};

type Currency = { places: number; names: string[] };
const currencies = new Map<string, Currency>();
/** How many decimals a currency has and what people write for it. */
const currencyOf = (code: string): Currency => {
  const found = currencies.get(code);
  if (found) return found;
  const format = new Intl.NumberFormat("en", { style: "currency", currency: code, currencyDisplay: "narrowSymbol" });
  const symbol = format.formatToParts(0).find((part) => part.type === "currency")?.value;
  const made = { places: format.resolvedOptions().maximumFractionDigits ?? 2, names: [code, symbol ?? code] };
  currencies.set(code, made);
  return made;
};
export const isCurrency = (code: string) => Intl.supportedValuesOf("currency").includes(code);

/**
 * A number is minor units, as everywhere in the API; a text is what a person writes, in whole units: "12.50", "EUR 12.50", "1.250,00 €".
 * Another currency is refused, and so are more decimals than the currency has.
 */
export const readMoney = (raw: unknown, currency: string): Read => {
  if (typeof raw === "number" || typeof raw === "bigint") {
    const minor = Number(raw);
    return Number.isSafeInteger(minor)
      ? { value: minor === 0 ? 0 : minor }
      : { message: "An amount is a whole number of minor units.", remedy: `Send 1250 for ${currency} 12.50, or the text "12.50".` };
  }
  if (typeof raw !== "string") return { message: "This is not an amount.", remedy: "Write it as 12.50." };
  const { places, names } = currencyOf(currency);
  const word = /^([^\d.,+\-\u2212\u0660-\u0669\u06f0-\u06f9]*)(.*?)([^\d.,\u0660-\u0669\u06f0-\u06f9]*)$/s.exec(raw);
  const [, before = "", amount = "", after = ""] = word ?? [];
  for (const named of [before.trim(), after.trim()])
    if (named !== "" && !names.some((known) => known.toLowerCase() === named.toLowerCase()))
      return { message: `This amount is not in ${currency}.`, remedy: `Write it as ${currency} 12.50.` };
  const plain = decimalOf(amount);
  if (plain === "unclear") return ambiguous;
  const parts = plain === null ? null : /^(-?)(\d*)(?:\.(\d*))?$/.exec(plain);
  if (!parts) return { message: "This is not an amount.", remedy: "Write it as 12.50." };
  const decimals = (parts[3] ?? "").replace(/0+$/, "");
  if (decimals.length > places)
    return { message: places === 0 ? `${currency} has no decimals.` : `${currency} has ${places} decimals.`, remedy: "Round the amount." };
  const minor = Number(`${parts[1]}${parts[2] || "0"}${decimals.padEnd(places, "0")}`);
  return Number.isSafeInteger(minor) ? { value: minor === 0 ? 0 : minor } : { message: "This amount is too large." };
};
