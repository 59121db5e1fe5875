import type { ReactNode } from "react";
import { Field } from "../ui/index.ts";

/** A field with what WhatsApp allows beside its name: how much is written of how much. */
export const Counted = ({
  label,
  length,
  most,
  error,
  hint,
  optional,
  children,
}: {
  label: ReactNode;
  length: number;
  most: number;
  error?: ReactNode;
  hint?: ReactNode;
  optional?: boolean;
  children: ReactNode;
}) => (
  <Field
    label={label}
    error={error}
    hint={hint}
    optional={optional}
    aside={
      <span className={length > most ? "num text-danger-text" : "num text-subtle"} dir="ltr">
        {length}/{most}
      </span>
    }
  >
    {children}
  </Field>
);
