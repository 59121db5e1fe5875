import type { Option } from "../ui/index.ts";

const offset = (timeZone: string) =>
  new Intl.DateTimeFormat("en", { timeZone, timeZoneName: "shortOffset" })
    .formatToParts(new Date())
    .find((part) => part.type === "timeZoneName")?.value ?? "";

/** Every time zone this browser knows, with how far it is from Greenwich now; `also` is there even if it is not among them. */
export function timeZoneOptions(also: string): Option[] {
  const zones = new Set(["UTC", ...(also ? [also] : []), ...Intl.supportedValuesOf("timeZone")]);
  return [...zones].sort().map((value) => ({ value, label: `${value.replaceAll("_", " ")} (${offset(value)})` }));
}

/** The countries of ISO 3166 in the reader's language: two letters that have a name, and are nobody's old or group code. */
export function countryOptions(locale: string): Option[] {
  const names = new Intl.DisplayNames(locale, { type: "region", fallback: "none" });
  const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ".split("");
  return letters
    .flatMap((first) => letters.map((second) => first + second))
    .flatMap((code) => {
      const name = groups.has(code) || Intl.getCanonicalLocales(`und-${code}`)[0] !== `und-${code}` ? undefined : names.of(code);
      return name ? [{ value: code, label: name }] : [];
    })
    .sort((a, b) => a.label.localeCompare(b.label, locale));
}

const groups = new Set(["AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "ZZ"]);
