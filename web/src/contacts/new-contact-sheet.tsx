import { useMutation } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { Plus, X } from "lucide-react";
import { useId, useState } from "react";
import { ApiError, request } from "../api/client.ts";
import { queryClient } from "../api/query.ts";
import { useT } from "../i18n/index.ts";
import { Button, ErrorNotice, Field, IconButton, Input, Sheet, toast } from "../ui/index.ts";
import type { Contact } from "./contact-data.ts";
import { ExistingContact } from "./existing-contact.tsx";
import { type Entered, enteredValue, FieldInput } from "./field-input.tsx";
import { rawText } from "./field-words.ts";
import { type OwnField, useFields } from "./record-data.ts";

const blank = { name: "", company: "", phones: [""], emails: [""], fields: {} as Record<string, Entered> };

export function NewContactSheet({ open, onOpenChange }: { open: boolean; onOpenChange: (open: boolean) => void }) {
  const t = useT();
  const form = useId();
  const navigate = useNavigate();
  const [values, setValues] = useState(blank);
  const filled = (list: string[]) => list.map((each) => each.trim()).filter(Boolean);
  const identities = [
    ...filled(values.phones).map((value) => ({ kind: "phone", value })),
    ...filled(values.emails).map((value) => ({ kind: "email", value })),
  ];
  const needed = useFields().filter((field) => field.required);
  const entered = (field: OwnField): Entered => values.fields[field.key] ?? beginning(field);
  const enough =
    (values.name.trim() !== "" || identities.length > 0) && needed.every((field) => enteredValue(field, entered(field)) !== null);

  const create = useMutation({
    mutationFn: () =>
      request<Contact>("POST", "/contacts", {
        body: {
          name: values.name.trim(),
          ...(values.company.trim() ? { company: values.company.trim() } : {}),
          identities,
          fields: Object.fromEntries(needed.map((field) => [field.key, enteredValue(field, entered(field))])),
        },
      }),
    onSuccess: (contact) => {
      void queryClient.invalidateQueries({ queryKey: ["contacts"] });
      close(false);
      toast({ title: t("contacts.created", { name: contact.name }), tone: "success" });
      void navigate({ to: "/contacts/$contactId", params: { contactId: contact.id } });
    },
  });
  const close = (next: boolean) => {
    onOpenChange(next);
    if (!next) {
      setValues(blank);
      create.reset();
    }
  };
  const refused = create.error instanceof ApiError ? create.error : undefined;
  const taken = refused?.status === 409;
  const wrong = identities[Number(/identities[.[](\d+)/.exec(refused?.field ?? "")?.[1] ?? -1)]?.value;

  return (
    <Sheet
      open={open}
      onOpenChange={close}
      title={t("contacts.new")}
      footer={
        <>
          <Button size="lg" onClick={() => close(false)}>
            {t("common.cancel")}
          </Button>
          <Button size="lg" variant="primary" type="submit" form={form} disabled={!enough} loading={create.isPending}>
            {t("contacts.create")}
          </Button>
        </>
      }
    >
      <form
        id={form}
        className="flex flex-col gap-4"
        noValidate
        onChange={() => create.isError && create.reset()}
        onSubmit={(event) => {
          event.preventDefault();
          if (enough) create.mutate();
        }}
      >
        <Field label={t("contacts.name")}>
          <Input
            value={values.name}
            maxLength={200}
            autoComplete="off"
            onChange={(event) => setValues({ ...values, name: event.target.value })}
          />
        </Field>
        <Field label={t("contacts.company")} optional>
          <Input
            value={values.company}
            maxLength={200}
            autoComplete="off"
            onChange={(event) => setValues({ ...values, company: event.target.value })}
          />
        </Field>
        <Several
          label={t("contacts.kind_phone")}
          hint={t("contacts.phone_hint")}
          add={t("contacts.add_phone")}
          type="tel"
          values={values.phones}
          wrong={taken ? undefined : wrong}
          error={t("contacts.phone_wrong")}
          onChange={(phones) => setValues({ ...values, phones })}
        />
        <Several
          label={t("contacts.kind_email")}
          add={t("contacts.add_email")}
          type="email"
          values={values.emails}
          wrong={taken ? undefined : wrong}
          error={t("contacts.email_wrong")}
          onChange={(emails) => setValues({ ...values, emails })}
        />
        {needed.map((field) => (
          <Field
            key={field.key}
            label={field.name}
            hint={field.help ?? undefined}
            required
            error={refused?.field === `fields.${field.key}` ? refused.message : undefined}
          >
            <FieldInput
              field={field}
              value={entered(field)}
              onChange={(value) => setValues({ ...values, fields: { ...values.fields, [field.key]: value } })}
            />
          </Field>
        ))}
        {taken && refused ? (
          <ExistingContact error={refused} identities={identities} onOpen={() => close(false)} />
        ) : (
          create.error && !wrong && !refused?.field?.startsWith("fields.") && <ErrorNotice error={create.error} />
        )}
      </form>
    </Sheet>
  );
}

/** A default is there to be changed. */
const beginning = (field: OwnField): Entered => {
  if (field.default === null) return field.type === "choices" ? [] : "";
  if (Array.isArray(field.default)) return field.default;
  return typeof field.default === "boolean" ? String(field.default) : rawText(field, field.default);
};

/** One or more of a kind; the first says what it is for, each further one can be taken away. */
function Several({
  label,
  hint,
  add,
  type,
  values,
  wrong,
  error,
  onChange,
}: {
  label: string;
  hint?: string;
  add: string;
  type: "tel" | "email";
  values: string[];
  wrong: string | undefined;
  error: string;
  onChange: (values: string[]) => void;
}) {
  const t = useT();
  return (
    <div className="flex flex-col gap-2">
      {values.map((value, index) => (
        <Field
          // biome-ignore lint/suspicious/noArrayIndexKey: what is being typed has no identity but its place
          key={index}
          label={index === 0 ? label : `${label} ${index + 1}`}
          hideLabel={index > 0}
          hint={index === 0 ? hint : undefined}
          error={wrong && value.trim() === wrong ? error : undefined}
        >
          <Input
            type={type}
            dir="ltr"
            value={value}
            maxLength={254}
            autoComplete="off"
            onChange={(event) => onChange(values.map((each, at) => (at === index ? event.target.value : each)))}
            end={
              index > 0 ? (
                <IconButton size="sm" label={t("common.remove")} onClick={() => onChange(values.filter((_, at) => at !== index))}>
                  <X size={14} />
                </IconButton>
              ) : undefined
            }
          />
        </Field>
      ))}
      <Button size="xs" variant="ghost" className="self-start" icon={<Plus size={14} />} onClick={() => onChange([...values, ""])}>
        {add}
      </Button>
    </div>
  );
}
