import { type FormEvent, useRef, useState } from "react";
import { ApiError } from "../api/client.ts";
import { useT } from "../i18n/index.ts";
import { inWords, refusalText } from "./refusal.ts";

type Texts = Record<string, string>;

/**
 * A form of texts: `check` answers what is wrong by field, `send` what the server says. A refusal that names a field shows at it,
 * any other as `error`. The first wrong field gets the focus.
 */
export function useForm<Values extends Texts, Result>({
  initial,
  check,
  send,
  done,
}: {
  initial: Values;
  check?: (values: Values) => Partial<Record<keyof Values, string>>;
  send: (values: Values) => Promise<Result>;
  done: (result: Result, values: Values) => void;
}) {
  const t = useT();
  const [values, setValues] = useState(initial);
  const [wrong, setWrong] = useState<Partial<Record<keyof Values, string>>>({});
  const [error, setError] = useState<unknown>();
  const [working, setWorking] = useState(false);
  const form = useRef<HTMLFormElement>(null);

  const set = (name: keyof Values, value: string) => {
    setValues((before) => ({ ...before, [name]: value }));
    setWrong((before) => ({ ...before, [name]: undefined }));
  };
  const complain = (problems: Partial<Record<keyof Values, string>>) => {
    setWrong(problems);
    requestAnimationFrame(() => form.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus());
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (working) return;
    setError(undefined);
    const problems = check?.(values) ?? {};
    if (Object.values(problems).some(Boolean)) return complain(problems);
    setWorking(true);
    try {
      done(await send(values), values);
    } catch (refusal) {
      const field = refusal instanceof ApiError ? refusal.field : undefined;
      if (field !== undefined && field in values) complain({ [field]: refusalText(t, refusal) } as Partial<Record<keyof Values, string>>);
      else setError(inWords(t, refusal));
    } finally {
      setWorking(false);
    }
  };

  return {
    values,
    set,
    error,
    working,
    reset: () => setValues(initial),
    errorOf: (name: keyof Values) => wrong[name],
    form: { ref: form, onSubmit: submit, noValidate: true },
    input: (name: keyof Values & string) => ({
      name,
      value: values[name],
      onChange: (event: { target: { value: string } }) => set(name, event.target.value),
    }),
  };
}

export const looksLikeEmail = (text: string) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text.trim());
