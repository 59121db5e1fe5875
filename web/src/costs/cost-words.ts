import type { Formats, Key, Translate } from "../i18n/index.ts";
import type { CostLine, CostMessage } from "./cost-data.ts";

/** "$1.25"; below one unit, where parts of a cent matter, with four digits: "$0.0034". */
export const money = (format: Formats, micros: string | number | bigint, currency: string): string => {
  const value = Number(micros) / 1_000_000;
  const digits = Math.abs(value) < 1 && Number(micros) % 10_000 !== 0 ? 4 : 2;
  return format.number(value, { style: "currency", currency, minimumFractionDigits: digits, maximumFractionDigits: digits });
};

/** The price of one message, with every digit it has: "€1.0895". */
export const unitPrice = (format: Formats, micros: string, currency: string): string => {
  const digits = Number(micros) % 10_000 === 0 ? 2 : Number(micros) % 100 === 0 ? 4 : 6;
  return format.number(Number(micros) / 1_000_000, {
    style: "currency",
    currency,
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
};

export const monthName = (format: Formats, month: string) =>
  new Intl.DateTimeFormat(format.locale, { month: "long", year: "numeric", timeZone: "UTC" }).format(new Date(`${month}-01T00:00:00Z`));
/** A calendar day of the organization: the same words in whatever time zone one reads. */
export const dayName = (format: Formats, day: string) =>
  new Intl.DateTimeFormat(format.locale, { day: "numeric", month: "long", timeZone: "UTC" }).format(new Date(`${day}T00:00:00Z`));
export const dateName = (format: Formats, day: string) =>
  new Intl.DateTimeFormat(format.locale, { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" }).format(
    new Date(`${day}T00:00:00Z`),
  );

const regions: Record<string, Key> = {
  north_america: "costs.market_north_america",
  rest_of_africa: "costs.market_rest_of_africa",
  rest_of_asia_pacific: "costs.market_rest_of_asia_pacific",
  rest_of_central_eastern_europe: "costs.market_rest_of_central_eastern_europe",
  rest_of_latin_america: "costs.market_rest_of_latin_america",
  rest_of_middle_east: "costs.market_rest_of_middle_east",
  rest_of_western_europe: "costs.market_rest_of_western_europe",
  other: "costs.market_other",
};
export const marketName = (t: Translate, format: Formats, market: string): string => {
  const region = regions[market];
  return region ? t(region) : countryName(t, format, market);
};
export const countryName = (t: Translate, format: Formats, country: string): string =>
  /^[A-Z]{2}$/.test(country)
    ? (new Intl.DisplayNames(format.locale, { type: "region", fallback: "code" }).of(country) ?? country)
    : t("costs.country_unknown");

const categories: Record<string, Key> = {
  marketing: "costs.category_marketing",
  marketing_lite: "costs.category_marketing_lite",
  utility: "costs.category_utility",
  authentication: "costs.category_authentication",
  authentication_international: "costs.category_authentication_international",
  service: "costs.category_service",
  referral_conversion: "costs.category_referral_conversion",
};
export const knownCategories = [
  "marketing",
  "marketing_lite",
  "utility",
  "authentication",
  "authentication_international",
  "service",
] as const;
export const categoryName = (t: Translate, category: string): string => {
  const key = categories[category];
  return key ? t(key) : category.replaceAll("_", " ");
};

export const senderName = (t: Translate, sender: string, name: string | null): string => {
  if (name) return sender.startsWith("api_key:") ? t("costs.sender_api_key", { name }) : name;
  return t(sender.startsWith("system") ? "costs.sender_system" : "costs.sender_gone");
};

export const lineName = (t: Translate, format: Formats, by: string, line: CostLine): string => {
  if (by === "category") return categoryName(t, line.key);
  if (by === "country") return countryName(t, format, line.key);
  if (by === "sender") return senderName(t, line.key, line.name);
  if (by === "template") return line.key;
  return line.name ?? t(by === "number" ? "costs.number_gone" : "costs.contact_erased");
};

/** Why a message cost nothing, or that it was charged. */
export const chargeWords = (t: Translate, message: Pick<CostMessage, "charged" | "pricingType">): string => {
  if (message.charged) return t("costs.charged");
  if (message.pricingType === "free_customer_service") return t("costs.free_reply");
  return t(message.pricingType === "free_entry_point" ? "costs.free_entry" : "costs.free");
};
