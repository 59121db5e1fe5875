/** One spelling for comparing words of people: no case, no accents, no spaces around. */
export const fold = (text: string) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/\s+/g, " ").trim();

const yes = new Set(
  [
    "yes",
    "y",
    "true",
    "1",
    "x",
    "ok",
    "opt-in",
    "optin",
    "subscribed",
    "granted",
    "ja",
    "oui",
    "o",
    "si",
    "s",
    "sim",
    "da",
    "tak",
    "да",
    "نعم",
    "✓",
    "✔",
  ].map(fold),
);
const no = new Set(
  [
    "no",
    "n",
    "false",
    "0",
    "-",
    "opt-out",
    "optout",
    "unsubscribed",
    "withdrawn",
    "nein",
    "non",
    "nao",
    "não",
    "net",
    "nie",
    "нет",
    "لا",
  ].map(fold),
);

export const readYesNo = (text: string): boolean | null => (yes.has(fold(text)) ? true : no.has(fold(text)) ? false : null);

const languages = ["en", "de", "fr", "es", "pt", "it", "nl", "ru", "ar", "tr", "pl"];
let countries: Map<string, string> | undefined;

/** ISO 3166 alpha-2 by its letters or by the country's name in one of eleven languages. */
export const readCountry = (text: string): string | null => {
  if (/^[a-z]{2}$/i.test(text)) return text.toUpperCase() === "UK" ? "GB" : text.toUpperCase();
  if (!countries) {
    countries = new Map([
      ["usa", "US"],
      ["england", "GB"],
    ]);
    const codes = Array.from({ length: 676 }, (_, at) => String.fromCharCode(65 + Math.floor(at / 26), 65 + (at % 26)));
    for (const language of languages) {
      const names = new Intl.DisplayNames([language], { type: "region", fallback: "none" });
      for (const code of codes) {
        const name = names.of(code);
        // Regions that are no countries any more bear the names of those they became.
        if (name && !retired.has(code) && !countries.has(fold(name))) countries.set(fold(name), code);
      }
    }
  }
  return countries.get(fold(text)) ?? null;
};
const retired = new Set(["AN", "BU", "CS", "DD", "FX", "NT", "SU", "TP", "YD", "YU", "ZR", "UK", "EU", "EZ", "UN", "QO", "XA", "XB", "ZZ"]);
