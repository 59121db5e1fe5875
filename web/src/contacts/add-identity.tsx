import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { ApiError, request } from "../api/client.ts";
import { useT } from "../i18n/index.ts";
import { Button, ErrorNotice, Field, Input, Segmented } from "../ui/index.ts";
import { contactChanged } from "./contact-data.ts";
import { ExistingContact } from "./existing-contact.tsx";

export function AddIdentity({ contactId, onDone }: { contactId: string; onDone: () => void }) {
  const t = useT();
  const [kind, setKind] = useState<"phone" | "email">("phone");
  const [value, setValue] = useState("");
  const add = useMutation({
    mutationFn: () => request("POST", `/contacts/${contactId}/identities`, { body: { kind, value: value.trim() } }),
    onSuccess: () => {
      contactChanged(contactId);
      onDone();
    },
  });
  const refused = add.error instanceof ApiError ? add.error : undefined;
  const taken = refused?.status === 409;

  return (
    <form
      className="mt-2 flex flex-col gap-2 rounded-8 border bg-surface-raised p-3"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (value.trim()) add.mutate();
      }}
    >
      <Segmented
        label={t("contacts.identity_kind")}
        value={kind}
        onChange={setKind}
        options={[
          { value: "phone", label: t("contacts.kind_phone") },
          { value: "email", label: t("contacts.kind_email") },
        ]}
      />
      <Field
        hideLabel
        label={kind === "phone" ? t("contacts.kind_phone") : t("contacts.kind_email")}
        hint={kind === "phone" ? t("contacts.phone_hint") : undefined}
        error={refused?.field === "value" ? t(kind === "phone" ? "contacts.phone_wrong" : "contacts.email_wrong") : undefined}
      >
        <Input
          autoFocus
          dir="ltr"
          type={kind === "phone" ? "tel" : "email"}
          value={value}
          maxLength={254}
          onChange={(event) => {
            setValue(event.target.value);
            if (add.isError) add.reset();
          }}
          onKeyDown={(event) => event.key === "Escape" && onDone()}
        />
      </Field>
      {add.error && refused?.field !== "value" && !taken && <ErrorNotice error={add.error} />}
      {taken && refused && <ExistingContact error={refused} identities={[{ value: value.trim() }]} />}
      <div className="flex justify-end gap-2">
        <Button onClick={onDone}>{t("common.cancel")}</Button>
        <Button variant="primary" type="submit" disabled={value.trim().length < 3} loading={add.isPending}>
          {t("common.add")}
        </Button>
      </div>
    </form>
  );
}
