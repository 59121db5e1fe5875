export { formats, type Formats } from "./format.ts";
export { I18nProvider, useFormat, useI18n, useLanguage, useT } from "./provider.tsx";
export type { Params } from "./message.ts";
export type { Key, Language, Messages, Translate } from "./languages.ts";
export { languages } from "./languages.ts";
