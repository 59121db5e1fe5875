import { ExternalLink } from "lucide-react";
import { useState } from "react";
import { refusalText } from "../accounts/refusal.ts";
import { useFormat, useT } from "../i18n/index.ts";
import { Combobox, type Hue, LabelChip, LabelDot } from "../ui/index.ts";
import { rawText, shownText, typedValue } from "./field-words.ts";
import { inlineClasses } from "./inline-text.tsx";
import { InlineValue } from "./inline-value.tsx";
import type { FieldValue, OwnField } from "./record-data.ts";

type Props = { field: OwnField; value: FieldValue | undefined; onSave: (value: unknown) => Promise<unknown> };

const inputs = {
  text: {},
  long_text: { lines: true },
  number: { inputMode: "decimal", dir: "ltr" },
  money: { inputMode: "decimal", dir: "ltr" },
  date: { type: "date", dir: "ltr" },
  time: { type: "datetime-local", dir: "ltr" },
  link: { type: "text", dir: "ltr" },
  phone: { type: "tel", dir: "ltr" },
  email: { type: "text", dir: "ltr" },
} as const;

/** The value of an own field, changed where it stands in the way its type is. */
export function FieldEditor({ field, value, onSave }: Props) {
  const t = useT();
  const format = useFormat();
  if (field.type === "choice" || field.type === "choices" || field.type === "yes_no")
    return <ChoiceEditor field={field} value={value} onSave={onSave} />;
  const shown = shownText(field, value, { t, format });
  return (
    <InlineValue
      key={field.key}
      label={field.name}
      help={field.help}
      raw={rawText(field, value)}
      shown={shown}
      {...inputs[field.type]}
      onSave={(text) => onSave(typedValue(field, text))}
      end={
        field.type === "link" && value ? (
          <a
            href={String(value)}
            target="_blank"
            rel="noreferrer noopener"
            aria-label={t("record.open_link", { name: field.name })}
            className="touch-target grid size-6 shrink-0 place-items-center rounded-6 text-subtle hover:bg-surface-hover hover:text-text"
          >
            <ExternalLink size={14} className="flip-rtl" />
          </a>
        ) : undefined
      }
    />
  );
}

const none = "";

function ChoiceEditor({ field, value, onSave }: Props) {
  const t = useT();
  const format = useFormat();
  const [error, setError] = useState<unknown>();
  const save = (next: unknown) =>
    onSave(next).then(
      () => setError(undefined),
      (refusal) => setError(refusal),
    );
  const offered =
    field.type === "yes_no"
      ? [
          { value: "true", label: t("record.yes") },
          { value: "false", label: t("record.no") },
        ]
      : field.options
          .filter((option) => !option.archived)
          .map((option) => ({ value: option.key, label: option.name, icon: <LabelDot name="" hue={option.hue as Hue} /> }));
  const chips = Array.isArray(value) ? value : field.type === "choice" && value !== undefined ? [String(value)] : [];
  const option = (key: string) => field.options.find((each) => each.key === key);
  const shown = shownText(field, value, { t, format });
  const trigger = (
    <button
      type="button"
      aria-label={`${field.name}: ${shown || t("record.not_given")}`}
      className={`${inlineClasses} flex h-auto! min-h-7 flex-wrap items-center gap-1 py-0.5 phone:min-h-10`}
    >
      {chips.map((key) => (
        <LabelChip key={key} name={option(key)?.name ?? key} hue={(option(key)?.hue ?? 0) as Hue} />
      ))}
      {chips.length === 0 && <bdi className={shown ? "cut" : "cut text-subtle"}>{shown || t("record.not_given")}</bdi>}
    </button>
  );
  return (
    <span className="flex min-w-0 flex-1 flex-col">
      {field.type === "choices" ? (
        <Combobox
          multiple
          label={field.name}
          value={chips}
          // What was archived meanwhile is kept by leaving it out of what is sent only when it is taken off.
          onChange={(keys) => void save(keys.filter((key) => !option(key)?.archived))}
          options={offered}
          trigger={trigger}
        />
      ) : (
        <Combobox
          label={field.name}
          value={value === undefined ? none : String(value)}
          onChange={(key) => void save(key === none ? null : field.type === "yes_no" ? key === "true" : key)}
          options={field.required ? offered : [{ value: none, label: t("record.not_given") }, ...offered]}
          trigger={trigger}
        />
      )}
      {error !== undefined && (
        <span role="alert" className="pb-1 text-12 text-danger-text">
          {refusalText(t, error)}
        </span>
      )}
    </span>
  );
}
