import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useCan } from "../api/session.ts";
import { useFormat, useT } from "../i18n/index.ts";
import { Button, type Hue, LabelChip, Skeleton } from "../ui/index.ts";
import { changeContact } from "./contact-data.ts";
import { FieldEditor } from "./field-editor.tsx";
import { shownText } from "./field-words.ts";
import { type FieldValue, fieldsQuery, type OwnField, useFields } from "./record-data.ts";

/** The organization's own fields of one person. `most`: how many are shown before one asks for the others. */
export function ContactFields({ contact, most = 60 }: { contact: { id: string; fields: Record<string, FieldValue> }; most?: number }) {
  const t = useT();
  const can = useCan();
  const { isPending } = useQuery(fieldsQuery);
  const fields = useFields();
  const [all, setAll] = useState(false);
  // Where there is little room, what is known comes before what is not.
  const known = (field: OwnField) => (contact.fields[field.key] === undefined ? 1 : 0);
  const shown = all || fields.length <= most ? fields : [...fields].sort((a, b) => known(a) - known(b)).slice(0, most);
  if (isPending) return <Skeleton className="h-3 w-40" />;
  if (fields.length === 0)
    return can("contacts.configure") ? (
      <Button asChild size="xs" variant="ghost" className="-ms-2">
        <Link to="/settings/fields">{t("record.add_fields")}</Link>
      </Button>
    ) : null;
  return (
    <>
      <dl className="flex flex-col gap-0.5">
        {shown.map((field) => (
          <div key={field.key} className="grid grid-cols-[92px_minmax(0,1fr)] gap-x-2">
            <dt className="min-w-0 py-1 leading-5 text-subtle phone:py-2.5" title={field.help ?? undefined}>
              <bdi className="line-clamp-2 break-words">{field.name}</bdi>
            </dt>
            <dd className="flex min-h-7 min-w-0 items-center phone:min-h-10">
              {can("contacts.write") ? (
                <FieldEditor
                  field={field}
                  value={contact.fields[field.key]}
                  onSave={(value) => changeContact(contact.id, { fields: { [field.key]: value } })}
                />
              ) : (
                <ShownValue field={field} value={contact.fields[field.key]} />
              )}
            </dd>
          </div>
        ))}
      </dl>
      {shown.length < fields.length && (
        <Button size="xs" variant="ghost" className="-ms-2" onClick={() => setAll(true)}>
          {t("record.more_fields", { count: fields.length - shown.length })}
        </Button>
      )}
    </>
  );
}

function ShownValue({ field, value }: { field: OwnField; value: FieldValue | undefined }) {
  const t = useT();
  const format = useFormat();
  if (value === undefined) return <span className="text-subtle">{t("record.not_given")}</span>;
  if (field.type === "choice" || field.type === "choices")
    return (
      <span className="flex flex-wrap gap-1 py-0.5">
        {(Array.isArray(value) ? value : [String(value)]).map((key) => {
          const option = field.options.find((each) => each.key === key);
          return <LabelChip key={key} name={option?.name ?? key} hue={(option?.hue ?? 0) as Hue} />;
        })}
      </span>
    );
  const text = shownText(field, value, { t, format });
  if (field.type === "link")
    return (
      <a href={String(value)} target="_blank" rel="noreferrer noopener" dir="ltr" className="cut text-accent-text hover:underline">
        {text}
      </a>
    );
  return (
    <bdi
      className={field.type === "long_text" ? "py-1 break-words whitespace-pre-line" : "cut"}
      dir={field.type === "phone" ? "ltr" : undefined}
    >
      {text}
    </bdi>
  );
}
