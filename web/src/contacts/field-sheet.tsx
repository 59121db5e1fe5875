import { useId, useState } from "react";
import { useForm } from "../accounts/use-form.ts";
import { ApiError, api } from "../api/client.ts";
import { useLanguage, useT } from "../i18n/index.ts";
import { Button, Checkbox, Combobox, ErrorNotice, Field, Input, Select, Sheet, Textarea, toastError } from "../ui/index.ts";
import { type Entered, enteredValue, FieldInput } from "./field-input.tsx";
import { type DraftOption, FieldOptions } from "./field-options.tsx";
import { categories, categoryWord, fieldTypes, rawText, typeWord } from "./field-words.ts";
import { type FieldType, type OwnField, refresh } from "./record-data.ts";

/** Makes a field, or changes `field`; its type and currency stay then. */
export function FieldSheet({
  field,
  onClose,
  onSaved,
}: {
  field: OwnField | undefined;
  onClose: () => void;
  onSaved: (field: OwnField) => void;
}) {
  const t = useT();
  const id = useId();
  const [language] = useLanguage();
  const [type, setType] = useState<FieldType>(field?.type ?? "text");
  const [category, setCategory] = useState(field?.category ?? "user");
  const [required, setRequired] = useState(field?.required ?? false);
  const [options, setOptions] = useState<DraftOption[]>(() => (field?.options ?? []).filter((option) => !option.archived));
  const [given, setGiven] = useState<Entered>(() => defaultOf(field));
  const [currency, setCurrency] = useState(field?.currency ?? "EUR");
  const chosen = type === "choice" || type === "choices";
  const kept = options.filter((option) => option.name.trim() !== "");
  const form = useForm({
    initial: { name: field?.name ?? "", help: field?.help ?? "", options: "", default: "", currency: "" },
    check: ({ name }) => ({
      ...(name.trim() ? {} : { name: t("record.field_name_needed") }),
      ...(chosen && kept.length === 0 ? { options: t("record.option_needed") } : {}),
    }),
    send: async ({ name, help }) => {
      const body = {
        name: name.trim(),
        help: help.trim() || null,
        category,
        required,
        default: enteredValue({ type }, given) as string | null,
        ...(chosen ? { options: kept.map(({ key, name, hue }) => ({ ...(key ? { key } : {}), name: name.trim(), hue })) } : {}),
      };
      const answer = await (field
        ? api.PATCH("/fields/{fieldKey}", { params: { path: { fieldKey: field.key } }, body })
        : api.POST("/fields", { body: { ...body, type, ...(type === "money" ? { currency } : {}) } })
      ).catch((error) => {
        // Which option it was stands in the sentence; the field in the form is one.
        throw error instanceof ApiError && error.field?.startsWith("options")
          ? new ApiError(error.status, { code: error.code, message: error.message, field: "options" })
          : error;
      });
      return answer.data as OwnField;
    },
    done: (saved) => {
      void refresh("fields").catch(toastError);
      onSaved(saved);
    },
  });
  const sketch = {
    type,
    options: kept.filter((option) => option.key).map((option) => ({ ...option, key: option.key ?? "", archived: false })),
    currency,
  };

  return (
    <Sheet
      open
      onOpenChange={(open) => !open && onClose()}
      title={t(field ? "record.edit_field" : "record.new_field")}
      footer={
        <>
          <Button size="lg" onClick={onClose}>
            {t("common.cancel")}
          </Button>
          <Button size="lg" variant="primary" type="submit" form={id} loading={form.working}>
            {field ? t("common.save") : t("common.create")}
          </Button>
        </>
      }
    >
      <form id={id} {...form.form} className="flex flex-col gap-4">
        {form.error !== undefined && <ErrorNotice error={form.error} />}
        <Field label={t("record.field_name")} required error={form.errorOf("name")}>
          <Input {...form.input("name")} maxLength={80} autoComplete="off" dir="auto" />
        </Field>
        <Field label={t("record.field_type")} hint={field && t("record.field_type_stays")}>
          <Select
            value={type}
            disabled={field !== undefined}
            onChange={(next) => {
              setType(next);
              setGiven(next === "choices" ? [] : "");
            }}
            options={fieldTypes.map((each) => ({ value: each, label: t(typeWord(each)) }))}
          />
        </Field>
        {type === "money" && (
          <Field label={t("record.field_currency")} error={form.errorOf("currency")}>
            <Combobox
              value={currency}
              disabled={field !== undefined}
              onChange={setCurrency}
              options={Intl.supportedValuesOf("currency").map((code) => ({
                value: code,
                label: `${code} – ${currencyName(code, language)}`,
              }))}
            />
          </Field>
        )}
        {chosen && <FieldOptions options={options} onChange={setOptions} error={form.errorOf("options")} />}
        <Field label={t("record.field_help")} optional hint={t("record.field_help_hint")}>
          <Textarea {...form.input("help")} rows={2} maxLength={500} dir="auto" />
        </Field>
        <Field label={t("record.field_category")} hint={t("record.field_category_hint")}>
          <Select
            value={category}
            onChange={setCategory}
            options={categories.map((each) => ({ value: each, label: t(categoryWord(each)) }))}
          />
        </Field>
        {(!chosen || sketch.options.length > 0) && (
          <Field label={t("record.field_default")} optional hint={t("record.field_default_hint")} error={form.errorOf("default")}>
            <FieldInput field={{ ...blank, ...sketch }} value={given} onChange={setGiven} />
          </Field>
        )}
        <Checkbox checked={required} onChange={setRequired} label={t("record.field_required")} hint={t("record.field_required_hint")} />
        {field && (
          <Field label={t("record.field_key")} hint={t("record.field_key_hint")}>
            <Input value={field.key} readOnly mono dir="ltr" />
          </Field>
        )}
      </form>
    </Sheet>
  );
}

const blank = { name: "", help: null, required: false, default: null, category: "user", archived: false, filterable: "slow" } as const;

const defaultOf = (field: OwnField | undefined): Entered => {
  if (!field || field.default === null) return field?.type === "choices" ? [] : "";
  if (Array.isArray(field.default)) return field.default;
  return typeof field.default === "boolean" ? String(field.default) : rawText(field, field.default);
};

const currencyName = (code: string, language: string) => new Intl.DisplayNames(language, { type: "currency" }).of(code) ?? code;
