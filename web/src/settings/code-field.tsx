import { useT } from "../i18n/index.ts";
import { Field, Input, type InputProps } from "../ui/index.ts";

export function CodeField({
  error,
  input,
  hint,
  autoFocus,
}: {
  error: string | undefined;
  input: InputProps;
  hint?: string;
  autoFocus?: boolean;
}) {
  const t = useT();
  return (
    <Field label={t("security.code")} required error={error} hint={hint}>
      <Input
        {...input}
        inputMode={hint ? "text" : "numeric"}
        autoComplete="one-time-code"
        dir="ltr"
        mono
        maxLength={40}
        autoFocus={autoFocus}
      />
    </Field>
  );
}
