import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useDeferredValue, useState } from "react";
import { request } from "../api/client.ts";
import type { Page } from "../api/query.ts";
import { useT } from "../i18n/index.ts";
import { Button, Combobox, Dialog, Field } from "../ui/index.ts";
import type { Contact, ContactSummary } from "./contact-data.ts";
import { mainIdentity } from "./identity-words.ts";

/** Two contacts nobody suspected: one chooses the other, and reviews them side by side. */
export function MergeWith({ contact, open, onOpenChange }: { contact: Contact; open: boolean; onOpenChange: (open: boolean) => void }) {
  const t = useT();
  const navigate = useNavigate();
  const [text, setText] = useState("");
  const [other, setOther] = useState<string | null>(null);
  const search = useDeferredValue(text.trim());
  const found = useQuery({
    queryKey: ["contacts", "merge-with", search],
    queryFn: ({ signal }) =>
      request<Page<ContactSummary>>("GET", "/contacts", { query: { search: search || undefined, limit: 20 }, signal }),
    enabled: open,
  });
  const options = (found.data?.items ?? [])
    .filter((each) => each.id !== contact.id)
    .map((each) => {
      const identity = mainIdentity(each.identities);
      return { value: each.id, label: identity ? `${each.name} · ${identity.display}` : each.name };
    });
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={t("merge.with_title", { name: contact.name })}
      description={t("merge.with_text")}
      size="sm"
      footer={
        <Button
          variant="primary"
          disabled={other === null}
          onClick={() => other && void navigate({ to: "/contacts/merge", search: { a: contact.id, b: other } })}
        >
          {t("merge.compare")}
        </Button>
      }
    >
      <Field label={t("merge.other_contact")}>
        <Combobox
          options={options}
          value={other}
          onChange={setOther}
          onSearch={setText}
          searching={found.isFetching}
          placeholder={t("merge.search")}
        />
      </Field>
    </Dialog>
  );
}
