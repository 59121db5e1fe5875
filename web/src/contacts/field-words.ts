import type { Formats, Key, Translate } from "../i18n/index.ts";
import type { FieldType, FieldValue, OwnField } from "./record-data.ts";

export const fieldTypes: FieldType[] = [
  "text",
  "long_text",
  "number",
  "money",
  "date",
  "time",
  "yes_no",
  "choice",
  "choices",
  "link",
  "phone",
  "email",
];
export const categories: OwnField["category"][] = [
  "user",
  "user.name",
  "user.contact",
  "user.contact.address",
  "user.demographic",
  "user.workplace",
  "user.behavior",
  "user.location",
  "user.financial",
  "user.health_and_medical",
  "user.government_id",
  "user.content.private",
  "user.unique_id",
];
export const typeWord = (type: FieldType): Key => `record.type_${type}`;
export const categoryWord = (category: OwnField["category"]): Key => `record.category_${category.replaceAll(".", "_")}` as Key;

const placesOf = (currency: string) =>
  new Intl.NumberFormat("en", { style: "currency", currency }).resolvedOptions().maximumFractionDigits ?? 2;

/** As one types it: money in whole units, a moment where the reader is. */
export const rawText = (field: OwnField, value: FieldValue | undefined): string => {
  if (value === undefined || Array.isArray(value) || typeof value === "boolean") return "";
  if (field.type === "money") {
    const places = placesOf(field.currency ?? "USD");
    return (Number(value) / 10 ** places).toFixed(places);
  }
  if (field.type === "time") return localText(String(value));
  return String(value);
};

/** "2026-11-30T14:30" of the clock in front of the reader, as a datetime-local input takes it. */
const localText = (moment: string) => {
  const date = new Date(moment);
  return new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
};

/** What to send for a text one typed; empty takes the value away. */
export const typedValue = (field: OwnField, text: string): unknown => {
  if (text === "") return null;
  // Without an offset it would be read where the organization is.
  return field.type === "time" ? new Date(text).toISOString() : text;
};

/** Written out for reading. */
export const shownText = (field: OwnField, value: FieldValue | undefined, { t, format }: { t: Translate; format: Formats }): string => {
  if (value === undefined) return "";
  const optionName = (key: string) => field.options.find((option) => option.key === key)?.name ?? key;
  if (Array.isArray(value)) return format.list(value.map(optionName));
  switch (field.type) {
    case "number":
      return format.number(Number(value), { maximumFractionDigits: 10 });
    case "money":
      return format.money(Number(value), field.currency ?? "USD");
    case "date":
      // A day is the same everywhere: noon of it here is that day.
      return format.date(`${value}T12:00:00`);
    case "time":
      return format.dateTime(String(value));
    case "yes_no":
      return t(value === true ? "record.yes" : "record.no");
    case "choice":
      return optionName(String(value));
    case "link":
      return String(value)
        .replace(/^https?:\/\/(www\.)?/, "")
        .replace(/\/$/, "");
    default:
      return String(value);
  }
};
