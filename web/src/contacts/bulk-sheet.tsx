import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useFormat, useLanguage, useT } from "../i18n/index.ts";
import { Button, Combobox, Dialog, ErrorNotice, Field, type Hue, Input, LabelDot, Select, Textarea, toast } from "../ui/index.ts";
import { type BulkAction, type BulkContacts, startBulk } from "./bulk-data.ts";
import { type AskedField, type ConditionFields, useConditionFields } from "./condition-fields.ts";
import { StageDot } from "./contact-stage.tsx";
import { typedValue } from "./field-words.ts";
import { regions, tongues, zones } from "./places.ts";
import { stageName } from "./record-data.ts";

export type BulkKind = Exclude<BulkAction["kind"], "erase">;
const nobody = "nobody";

/** Asks what to set, for how many, and starts it. */
export function BulkSheet({
  kind,
  contacts,
  count,
  onClose,
  onStarted,
}: {
  kind: BulkKind;
  contacts: BulkContacts;
  /** null: all that match, uncounted. */
  count: number | null;
  onClose: () => void;
  onStarted: () => void;
}) {
  const t = useT();
  const navigate = useNavigate();
  const known = useConditionFields();
  const [action, setAction] = useState<BulkAction>();
  const [error, setError] = useState<unknown>();
  const [working, setWorking] = useState(false);
  const apply = async () => {
    if (!action) return;
    setWorking(true);
    try {
      await startBulk(action, contacts);
      onStarted();
      onClose();
      toast({ title: t("bulk.started"), action: { label: t("bulk.follow"), onSelect: () => void navigate({ to: "/contacts/bulk" }) } });
    } catch (refusal) {
      setError(refusal);
    } finally {
      setWorking(false);
    }
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t(`bulk.${kind}`)}
      description={count === null ? t("bulk.for_all") : t("bulk.for_whom", { count })}
      footer={
        <>
          <Button size="lg" onClick={onClose}>
            {t("common.cancel")}
          </Button>
          <Button size="lg" variant="primary" disabled={!action} loading={working} onClick={() => void apply()}>
            {t("bulk.apply")}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3">
        <Choice kind={kind} known={known} action={action} onChange={setAction} />
        {error !== undefined && <ErrorNotice error={error} />}
      </div>
    </Dialog>
  );
}

interface ChoiceProps {
  kind: BulkKind;
  known: ConditionFields;
  action: BulkAction | undefined;
  onChange: (action: BulkAction | undefined) => void;
}

function Choice({ kind, known, action, onChange }: ChoiceProps) {
  const t = useT();
  if (kind === "add_tags" || kind === "remove_tags")
    return (
      <Field label={t("contacts.tags")}>
        <Combobox
          multiple
          value={action && "tagIds" in action ? action.tagIds : []}
          onChange={(tagIds) => onChange(tagIds.length > 0 ? { kind, tagIds } : undefined)}
          options={known.tags.map((tag) => ({ value: tag.id, label: tag.name, icon: <LabelDot name="" hue={tag.hue} /> }))}
        />
      </Field>
    );
  if (kind === "set_stage")
    return (
      <Field label={t("contacts.stage")}>
        <Select
          value={action?.kind === "set_stage" ? action.stage : undefined}
          onChange={(stage) => onChange({ kind, stage })}
          options={known.stages.map((stage) => ({
            value: stage.key,
            label: stageName(t, stage),
            icon: <StageDot hue={stage.hue as Hue} />,
          }))}
        />
      </Field>
    );
  if (kind === "set_owner")
    return (
      <Field label={t("contacts.owner")}>
        <Combobox
          value={action?.kind === "set_owner" ? (action.ownerId ?? nobody) : null}
          onChange={(id: string) => onChange({ kind, ownerId: id === nobody ? null : id })}
          options={[{ value: nobody, label: t("contacts.no_owner") }, ...known.members.map(({ id, name }) => ({ value: id, label: name }))]}
        />
      </Field>
    );
  return <FieldChoice known={known} onChange={onChange} />;
}

const settable = ["company", "language", "country", "time_zone"];

function FieldChoice({ known, onChange }: Pick<ChoiceProps, "known" | "onChange">) {
  const t = useT();
  const [field, setField] = useState<string>();
  const asked = known.fields.find((each) => each.field === field);
  const offered = known.fields.filter((each) => each.own || settable.includes(each.field));
  return (
    <>
      <Field label={t("filters.about")}>
        <Combobox
          value={field ?? null}
          onChange={(next: string) => {
            setField(next);
            onChange(undefined);
          }}
          options={offered.map((each) => ({ value: each.field, label: each.label }))}
        />
      </Field>
      {asked && (
        <Field label={t("filters.value")}>
          <FieldInput
            key={asked.field}
            asked={asked}
            onChange={(value) => onChange(value === undefined ? undefined : { kind: "set_field", field: asked.field, value })}
          />
        </Field>
      )}
    </>
  );
}

/** The value as it is typed or chosen; the server reads it like everywhere else. Empty empties the field. */
function FieldInput({ asked, onChange }: { asked: AskedField; onChange: (value: unknown) => void }) {
  const t = useT();
  const { locale } = useFormat();
  const [language] = useLanguage();
  const [value, setValue] = useState<string | string[]>("");
  const own = asked.own;
  const options = own
    ? own.type === "yes_no"
      ? [
          { value: "true", label: t("record.yes") },
          { value: "false", label: t("record.no") },
        ]
      : own.options
          .filter((option) => !option.archived)
          .map((option) => ({ value: option.key, label: option.name, icon: <LabelDot name="" hue={option.hue as Hue} /> }))
    : ({ country: regions(language, null), language: tongues(language, null), time_zone: zones(locale, null) }[asked.field] ?? []);
  const set = (next: string | string[]) => {
    setValue(next);
    if (Array.isArray(next)) return onChange(next.length > 0 ? next : null);
    if (own?.type === "yes_no") return onChange(next === "" ? null : next === "true");
    onChange(own ? typedValue(own, next) : next || null);
  };
  if (own?.type === "choices") return <Combobox multiple value={Array.isArray(value) ? value : []} onChange={set} options={options} />;
  if (options.length > 0)
    return <Combobox value={String(value)} onChange={set} options={[{ value: "", label: t("record.not_given") }, ...options]} />;
  if (own?.type === "long_text") return <Textarea value={String(value)} onChange={(event) => set(event.target.value)} />;
  const types: Record<string, string> = { date: "date", time: "datetime-local" };
  return <Input type={types[own?.type ?? ""] ?? "text"} value={String(value)} onChange={(event) => set(event.target.value)} />;
}
