import { Direction } from "radix-ui";
import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from "react";
import { type Formats, formats } from "./format.ts";
import { directionOf, type Language, loadMessages, type Messages, rememberLanguage, type Translate, translator } from "./languages.ts";

interface I18n {
  language: Language;
  setLanguage: (language: Language) => Promise<void>;
  setTimeZone: (timeZone: string | undefined) => void;
  t: Translate;
  format: Formats;
}

const Context = createContext<I18n | null>(null);

/** `initial` is loaded by main.tsx before the first render, so no screen is drawn twice. */
export function I18nProvider({ initial, children }: { initial: { language: Language; messages: Messages }; children: ReactNode }) {
  const [loaded, setLoaded] = useState(initial);
  const [timeZone, setTimeZone] = useState<string>();
  const dir = directionOf(loaded.language);

  const setLanguage = useCallback(async (language: Language) => {
    const messages = await loadMessages(language);
    rememberLanguage(language);
    setLoaded({ language, messages });
  }, []);

  useEffect(() => {
    document.documentElement.lang = loaded.language;
    document.documentElement.dir = dir;
  }, [loaded.language, dir]);

  const value = useMemo(
    () => ({
      language: loaded.language,
      setLanguage,
      setTimeZone,
      t: translator(loaded.messages, loaded.language),
      format: formats(loaded.language, timeZone, regionOf(loaded.language)),
    }),
    [loaded, timeZone, setLanguage],
  );

  return (
    <Context value={value}>
      <Direction.Provider dir={dir}>{children}</Direction.Provider>
    </Context>
  );
}

export function useI18n(): I18n {
  const value = useContext(Context);
  if (!value) throw new Error("I18nProvider is missing above this component");
  return value;
}

/** `const t = useT(); t("common.save")`. Keys are those of the `*.en.ts` files. */
export const useT = () => useI18n().t;
/** `const format = useFormat(); format.short(message.at)`. */
export const useFormat = () => useI18n().format;
export const useLanguage = () => {
  const { language, setLanguage } = useI18n();
  return [language, setLanguage] as const;
};

/** A browser set to en-GB or en-US keeps its way of writing dates. */
const regionOf = (language: Language) =>
  navigator.languages.find((each) => each.startsWith(`${language}-`)) ?? (language === "en" ? "en-GB" : undefined);
