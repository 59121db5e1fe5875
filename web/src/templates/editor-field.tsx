import type { ReactNode } from "react";
import { useFormat } from "../i18n/index.ts";
import { Field } from "../ui/index.ts";
import { useEditing } from "./editor-context.ts";

/** A control of the editor: `field` is what the checker calls it. */
export function EditorField({
  field,
  label,
  hint,
  optional,
  hideLabel,
  used,
  most,
  children,
}: {
  field: string;
  label: ReactNode;
  hint?: ReactNode;
  optional?: boolean;
  hideLabel?: boolean;
  /** Characters there are, of how many. */
  used?: number;
  most?: number;
  children: ReactNode;
}) {
  const { wrong } = useEditing();
  const format = useFormat();
  return (
    <div data-field={field} className="min-w-0">
      <Field
        label={label}
        hint={hint}
        error={wrong(field)}
        optional={optional ?? false}
        hideLabel={hideLabel ?? false}
        aside={
          most !== undefined && (
            <span className={(used ?? 0) > most ? "num text-danger-text" : "num text-subtle"}>
              {format.number(used ?? 0)} / {format.number(most)}
            </span>
          )
        }
      >
        {children}
      </Field>
    </div>
  );
}

/** A problem of a part as a whole, which no control of its own shows. */
export function PartProblem({ field }: { field: string }) {
  const { wrong } = useEditing();
  const says = wrong(field);
  return says ? (
    <p role="alert" className="text-12 text-danger-text">
      {says}
    </p>
  ) : null;
}
