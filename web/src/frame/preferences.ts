import { changeProfile, useMe } from "../api/session.ts";
import { type Language, useLanguage } from "../i18n/index.ts";
import { toastError } from "../ui/toast.ts";
import { setTheme, type Theme } from "./theme.ts";

/** Theme and language: at once in this browser, and in the account, so that the next browser begins with them. */
export function usePreferences() {
  const { data: me } = useMe();
  const [, setLanguage] = useLanguage();
  const keep = (change: Parameters<typeof changeProfile>[0]) => void (me && changeProfile(change).catch(toastError));
  return {
    chooseTheme: (theme: Theme) => {
      setTheme(theme);
      keep({ theme });
    },
    chooseLanguage: (language: Language) => {
      void setLanguage(language);
      keep({ language });
    },
  };
}
