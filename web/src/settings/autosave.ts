import { useState } from "react";
import { refusalText } from "../accounts/refusal.ts";
import { ApiError } from "../api/client.ts";
import { useT } from "../i18n/index.ts";
import { toastError } from "../ui/index.ts";

/** Settings are saved as they are changed. A refusal that names a field shows at it; the last good value stays. */
export function useAutosave<Values extends object>(send: (change: Partial<Values>) => Promise<unknown>) {
  const t = useT();
  const [saving, setSaving] = useState(false);
  const [savedAt, setSavedAt] = useState<number>();
  const [wrong, setWrong] = useState<Partial<Record<keyof Values, string>>>({});

  const save = async (change: Partial<Values>) => {
    const fields = Object.keys(change) as (keyof Values)[];
    setSaving(true);
    setWrong((before) => ({ ...before, ...Object.fromEntries(fields.map((field) => [field, undefined])) }));
    try {
      await send(change);
      setSavedAt(Date.now());
      return true;
    } catch (error) {
      const field = error instanceof ApiError ? (error.field as keyof Values | undefined) : undefined;
      if (field && fields.includes(field)) setWrong((before) => ({ ...before, [field]: refusalText(t, error) }));
      else toastError(error);
      return false;
    } finally {
      setSaving(false);
    }
  };
  const say = (field: keyof Values, problem: string | undefined) => setWrong((before) => ({ ...before, [field]: problem }));
  return { save, saving, savedAt, say, errorOf: (field: keyof Values) => wrong[field] };
}
