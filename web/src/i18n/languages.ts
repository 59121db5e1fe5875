import type { Catalogue } from "./catalogue.ts";
import { en } from "./en.ts";
import { formatMessage, type Params } from "./message.ts";

export type Key = keyof typeof en;
export type Messages = Catalogue<typeof en>;
export type Language = "en" | "ar";
export type Translate = (key: Key, params?: Params) => string;

export const languages: { code: Language; name: string; dir: "ltr" | "rtl" }[] = [
  { code: "en", name: "English", dir: "ltr" },
  { code: "ar", name: "العربية", dir: "rtl" },
];

export const directionOf = (language: Language) => languages.find((each) => each.code === language)?.dir ?? "ltr";

/** English is in the first load; every other language is a chunk of its own. */
export const loadMessages = async (language: Language): Promise<Messages> => (language === "ar" ? (await import("./ar.ts")).ar : en);

export const translator =
  (messages: Messages, language: Language): Translate =>
  (key, params) =>
    formatMessage(messages[key] ?? en[key] ?? key, params, language);

const stored = "candor.language";

export function preferredLanguage(): Language {
  const choices = [readStored(), ...navigator.languages.map((each) => each.slice(0, 2))];
  return languages.find((each) => choices.find((choice) => languages.some((l) => l.code === choice)) === each.code)?.code ?? "en";
}

export function rememberLanguage(language: Language) {
  try {
    localStorage.setItem(stored, language);
  } catch {
    // Storage is blocked: the choice lasts for this page.
  }
}

function readStored() {
  try {
    return localStorage.getItem(stored);
  } catch {
    return null;
  }
}
