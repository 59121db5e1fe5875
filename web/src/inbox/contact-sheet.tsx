import { useQuery } from "@tanstack/react-query";
import { Plus, X } from "lucide-react";
import { useDeferredValue, useState } from "react";
import { queryClient } from "../api/query.ts";
import { useT } from "../i18n/index.ts";
import { Avatar, Button, Combobox, ErrorNotice, Field, IconButton, Input, Sheet, toastError } from "../ui/index.ts";
import { ContactCards } from "./contact-cards.tsx";
import { contactQuery } from "./contact-data.ts";
import { type ContactDraft, cardIsWhole, cardOf, draftOf, emailWrong, emptyContact, mostLines, phoneWrong } from "./contact-draft.ts";
import type { Conversation } from "./conversation-data.ts";
import { Counted } from "./counted.tsx";
import { useFormSend } from "./form-send.ts";
import { limits } from "./message-limits.ts";
import { contactHitsQuery, mainIdentity } from "./search-data.ts";

/** Somebody of the organization, or whoever is typed in; what is sent can be changed and is shown as it will look. */
export function ContactSheet({ conversation, onClose }: { conversation: Conversation; onClose: () => void }) {
  const t = useT();
  const [card, setCard] = useState(emptyContact);
  const [tried, setTried] = useState(false);
  const { busy, error, submit } = useFormSend(conversation.id, onClose);
  const change = (part: Partial<ContactDraft>) => setCard({ ...card, ...part });
  const made = cardOf(card);
  const unreachable = made.phones.length + made.emails.length === 0;
  const send = () => {
    setTried(true);
    if (!cardIsWhole(card)) return;
    void submit({ type: "contacts", contacts: [made] }, { text: made.name, content: { contacts: [made] } });
  };
  return (
    <Sheet
      open
      onOpenChange={(open) => !open && onClose()}
      title={t("sending.contact_title")}
      footer={
        <>
          <Button onClick={onClose}>{t("common.cancel")}</Button>
          <Button variant="primary" type="submit" form="inbox-contact-card" loading={busy}>
            {t("inbox.send")}
          </Button>
        </>
      }
    >
      <form
        id="inbox-contact-card"
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        <Known onChoose={setCard} />
        <Counted
          label={t("sending.name")}
          length={card.name.length}
          most={limits.contactName}
          error={tried && made.name === "" ? t("sending.needed") : undefined}
        >
          <Input dir="auto" value={card.name} onChange={(event) => change({ name: event.target.value })} />
        </Counted>
        <Lines
          label={t("inbox.phone")}
          add={t("sending.add_phone")}
          kind="tel"
          lines={card.phones}
          onChange={(phones) => change({ phones })}
          wrong={(line) => (tried && phoneWrong(line) ? t("sending.phone_wrong") : undefined)}
        />
        <Lines
          label={t("inbox.email")}
          add={t("sending.add_email")}
          kind="email"
          lines={card.emails}
          onChange={(emails) => change({ emails })}
          wrong={(line) => (tried && emailWrong(line) ? t("sending.email_wrong") : undefined)}
        />
        <Counted label={t("inbox.company")} optional length={card.organization.length} most={limits.organization}>
          <Input dir="auto" value={card.organization} onChange={(event) => change({ organization: event.target.value })} />
        </Counted>
        {tried && unreachable && (
          <p role="alert" className="text-12 text-danger-text">
            {t("sending.card_unreachable")}
          </p>
        )}
        {made.name && (
          <div className="rounded-12 rounded-ee-4 bg-bubble-out px-2.75 py-2">
            <ContactCards content={{ contacts: [made] }} />
          </div>
        )}
        {error && <ErrorNotice error={error} />}
      </form>
    </Sheet>
  );
}

/** Choosing fills the fields below, which stay open to change. */
function Known({ onChoose }: { onChoose: (card: ContactDraft) => void }) {
  const t = useT();
  const [query, setQuery] = useState("");
  const [contactId, setContactId] = useState<string | null>(null);
  const hits = useQuery(contactHitsQuery(useDeferredValue(query.trim()), 20));
  const options = (hits.data?.items ?? []).map((contact) => ({
    value: contact.id,
    label: contact.name,
    hint: <bdi dir="ltr">{mainIdentity(contact)}</bdi>,
    icon: <Avatar name={contact.name} size={24} />,
  }));
  const chosen = useQuery({ ...contactQuery(contactId ?? ""), enabled: contactId !== null }).data;
  if (chosen && !options.some(({ value }) => value === chosen.id))
    options.unshift({ value: chosen.id, label: chosen.name, hint: <bdi />, icon: <Avatar name={chosen.name} size={24} /> });
  const choose = (id: string) => {
    setContactId(id);
    queryClient.fetchQuery(contactQuery(id)).then((contact) => onChoose(draftOf(contact)), toastError);
  };
  return (
    <Field label={t("sending.known_contact")} optional hint={t("sending.known_contact_hint")}>
      <Combobox
        value={contactId}
        onChange={choose}
        onSearch={setQuery}
        searching={hits.isFetching}
        placeholder={t("inbox.new_contact_placeholder")}
        options={options}
      />
    </Field>
  );
}

function Lines({
  label,
  add,
  kind,
  lines,
  onChange,
  wrong,
}: {
  label: string;
  add: string;
  kind: "tel" | "email";
  lines: string[];
  onChange: (lines: string[]) => void;
  wrong: (line: string) => string | undefined;
}) {
  const t = useT();
  return (
    <div className="flex flex-col items-start gap-1.5">
      {lines.map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place
        <div key={index} className="w-full">
          <Field label={lines.length > 1 ? `${label} ${index + 1}` : label} error={wrong(line)}>
            <Input
              type={kind}
              dir="ltr"
              value={line}
              onChange={(event) => onChange(lines.map((each, at) => (at === index ? event.target.value : each)))}
              end={
                lines.length > 1 && (
                  <IconButton
                    size="sm"
                    label={t("common.remove_named", { name: line || label })}
                    onClick={() => onChange(lines.filter((_, at) => at !== index))}
                  >
                    <X size={14} />
                  </IconButton>
                )
              }
            />
          </Field>
        </div>
      ))}
      {lines.length < mostLines && (lines.at(-1) ?? "") !== "" && (
        <Button size="xs" variant="ghost" icon={<Plus size={13} />} onClick={() => onChange([...lines, ""])}>
          {add}
        </Button>
      )}
    </div>
  );
}
