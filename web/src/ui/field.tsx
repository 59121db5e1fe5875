import { createContext, type ReactNode, useContext, useId } from "react";
import { useT } from "../i18n/index.ts";

interface Control {
  id: string;
  "aria-describedby"?: string | undefined;
  "aria-invalid"?: true | undefined;
  "aria-required"?: true | undefined;
}

const Context = createContext<Control | null>(null);

/** What a control inside a Field puts on its element: id, description, validity. */
export const useFieldControl = () => useContext(Context) ?? {};

/** Label, hint and error of one control; the control inside is wired by context. `error` replaces the hint. */
export function Field({
  label,
  hint,
  error,
  required,
  optional,
  hideLabel,
  aside,
  children,
}: {
  label: ReactNode;
  hint?: ReactNode;
  error?: ReactNode;
  required?: boolean;
  optional?: boolean;
  hideLabel?: boolean;
  /** At the end of the label's line, such as "Forgot it?". */
  aside?: ReactNode;
  children: ReactNode;
}) {
  const id = useId();
  const t = useT();
  const says = error ?? hint;
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <div className={hideLabel ? "sr-only" : "flex items-baseline gap-2"}>
        <label htmlFor={id} className="font-medium">
          {label}
        </label>
        {optional && <span className="text-12 text-subtle">{t("common.optional")}</span>}
        {aside && <span className="ms-auto text-12">{aside}</span>}
      </div>
      <Context
        value={{
          id,
          "aria-describedby": says ? `${id}-says` : undefined,
          "aria-invalid": error ? true : undefined,
          "aria-required": required ? true : undefined,
        }}
      >
        {children}
      </Context>
      {says && (
        <p id={`${id}-says`} className={error ? "text-12 text-danger-text" : "text-12 text-subtle"} role={error ? "alert" : undefined}>
          {says}
        </p>
      )}
    </div>
  );
}
