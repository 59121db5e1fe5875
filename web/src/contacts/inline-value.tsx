import { type ReactNode, useId, useState } from "react";
import { refusalText } from "../accounts/refusal.ts";
import { useT } from "../i18n/index.ts";
import { cx } from "../ui/cx.ts";
import { inlineClasses } from "./inline-text.tsx";

/**
 * A value one types where it stands: written out (`shown`) until one comes to it, then as it is stored (`raw`). Enter or leaving it saves,
 * Escape takes the change back; a text the server refuses stays with the reason under it.
 */
export function InlineValue({
  label,
  raw,
  shown,
  help,
  type = "text",
  inputMode,
  lines,
  dir,
  end,
  onSave,
}: {
  label: string;
  raw: string;
  shown: string;
  help?: string | null;
  type?: "text" | "date" | "datetime-local" | "email" | "tel" | "url";
  inputMode?: "decimal" | "numeric";
  /** Several lines: Enter is part of the text, Control and Enter save. */
  lines?: boolean;
  dir?: "ltr" | "auto";
  end?: ReactNode;
  onSave: (value: string) => Promise<unknown>;
}) {
  const t = useT();
  const id = useId();
  const [typed, setTyped] = useState<string>();
  const [near, setNear] = useState(false);
  const [error, setError] = useState<unknown>();
  const [saving, setSaving] = useState(false);

  const leave = async () => {
    setNear(false);
    const next = typed?.trim();
    if (next === undefined || next === raw) {
      setTyped(undefined);
      setError(undefined);
      return;
    }
    setSaving(true);
    try {
      await onSave(next);
      setTyped(undefined);
      setError(undefined);
    } catch (refusal) {
      setError(refusal);
    } finally {
      setSaving(false);
    }
  };
  const dated = type === "date" || type === "datetime-local";
  const says = error !== undefined ? refusalText(t, error) : near ? help : null;
  const control = {
    "aria-label": label,
    "aria-invalid": error !== undefined || undefined,
    "aria-describedby": says ? id : undefined,
    "aria-busy": saving || undefined,
    placeholder: t("record.not_given"),
    autoComplete: "off",
    dir: dir ?? ("auto" as const),
    value: typed ?? (near ? raw : shown),
    onFocus: () => setNear(true),
    onBlur: () => void leave(),
    onChange: (event: { target: { value: string } }) => setTyped(event.target.value),
    onKeyDown: (event: React.KeyboardEvent<HTMLInputElement | HTMLTextAreaElement>) => {
      if (event.key === "Enter" && (!lines || event.ctrlKey || event.metaKey)) event.currentTarget.blur();
      if (event.key === "Escape") {
        event.stopPropagation();
        setTyped(undefined);
        setError(undefined);
      }
    },
  };
  const wrong = error !== undefined && "border-danger!";
  return (
    <span className="flex min-w-0 flex-1 flex-col">
      <span className="flex min-w-0 items-center">
        {lines ? (
          <textarea
            {...control}
            rows={near || raw ? 2 : 1}
            className={cx(inlineClasses, wrong, "field-sizing-content h-auto! max-h-60 min-h-7 resize-none py-1")}
          />
        ) : (
          <input
            {...control}
            type={dated && !near && typed === undefined ? "text" : type}
            // Reading it needs no keyboard; coming near makes it a date with its calendar.
            inputMode={dated && !near ? "none" : inputMode}
            className={cx(inlineClasses, wrong, dir === "ltr" && "rtl:text-right")}
          />
        )}
        {end}
      </span>
      {says && (
        <span
          id={id}
          role={error === undefined ? undefined : "alert"}
          className={cx("pb-1 text-12", error === undefined ? "text-subtle" : "text-danger-text")}
        >
          {says}
        </span>
      )}
    </span>
  );
}
