export { type Formats, formats } from "./format.ts";
export type { Key, Language, Messages, Translate } from "./languages.ts";
export { languages } from "./languages.ts";
export type { Params } from "./message.ts";
export { I18nProvider, useFormat, useI18n, useLanguage, useT } from "./provider.tsx";
