import { useQuery } from "@tanstack/react-query";
import { useLanguage } from "../i18n/index.ts";
import { Combobox } from "../ui/index.ts";
import { languagesQuery } from "./template-data.ts";
import { languageName } from "./template-words.ts";

/** Those in use first, then all that Meta takes. */
export function LanguageChoice({
  value,
  onChange,
  without = [],
  disabled,
}: {
  value: string | undefined;
  onChange: (language: string) => void;
  without?: string[];
  disabled?: boolean;
}) {
  const [language] = useLanguage();
  const { data } = useQuery(languagesQuery);
  const used = data?.used ?? [];
  const codes = [...used, ...(data?.all ?? []).filter((code) => !used.includes(code))].filter((code) => !without.includes(code));
  return (
    <Combobox
      value={value ?? null}
      onChange={onChange}
      disabled={disabled ?? false}
      options={codes.map((code) => ({ value: code, label: languageName(code, language), hint: code }))}
    />
  );
}
