import { useFormat } from "../i18n/index.ts";

/** "German" for `de` and `de_DE`; the code itself where nobody knows it. */
export function useLanguageName() {
  const format = useFormat();
  const names = new Intl.DisplayNames(format.locale, { type: "language" });
  return (code: string) => {
    try {
      return names.of(code.replace("_", "-")) ?? code;
    } catch {
      return code;
    }
  };
}
