import { Link } from "@tanstack/react-router";
import { Building2 } from "lucide-react";
import type { ReactNode } from "react";
import { useCan } from "../api/session.ts";
import { useFormat, useLanguage, useT } from "../i18n/index.ts";
import { Avatar, Combobox } from "../ui/index.ts";
import { ContactAddresses } from "./contact-addresses.tsx";
import { ContactConsents } from "./contact-consents.tsx";
import { type Contact, useMembers } from "./contact-data.ts";
import { ContactFields } from "./contact-fields.tsx";
import { ContactIdentities } from "./contact-identities.tsx";
import { ContactScore } from "./contact-score.tsx";
import { StageSelect, StageSince } from "./contact-stage.tsx";
import { ContactTags } from "./contact-tags.tsx";
import { InlineText, inlineClasses } from "./inline-text.tsx";
import { nameOf, regions, tongues, zones } from "./places.ts";
import { RecordPart } from "./record-part.tsx";
import type { Saving } from "./use-saving.ts";

const nobody = "nobody";

/** Who the person is. Each fact is changed where it stands. */
export function ContactFacts({ contact, saving }: { contact: Contact; saving: Saving }) {
  const t = useT();
  const format = useFormat();
  const [language] = useLanguage();
  const mayWrite = useCan()("contacts.write");
  const members = useMembers();
  const owner = members.find((member) => member.id === contact.ownerId);
  // Somebody we do not know (yet) is not nobody.
  const ownerName = owner?.name ?? (contact.ownerId ? (members.length > 0 ? t("contacts.former_member") : "…") : null);
  const here = (kind: "language" | "region", code: string | null) => (code ? nameOf(kind, code, language) : null);

  return (
    <>
      <dl className="flex flex-col gap-0.5 px-4 py-3">
        <Fact label={t("contacts.company")}>
          {mayWrite ? (
            <InlineText
              label={t("contacts.company")}
              value={contact.company ?? ""}
              placeholder={t("contacts.not_given")}
              onSave={(company) => saving.save({ company: company || null })}
            />
          ) : (
            <Value>{contact.company}</Value>
          )}
          {contact.company && contact.companyId && (
            <Link
              to="/companies/$companyId"
              params={{ companyId: contact.companyId }}
              aria-label={t("record.company_open", { name: contact.company })}
              title={t("record.company_open", { name: contact.company })}
              className="touch-target grid size-6 shrink-0 place-items-center rounded-6 text-subtle hover:bg-surface-hover hover:text-text"
            >
              <Building2 size={14} />
            </Link>
          )}
        </Fact>
        <Fact label={t("contacts.stage")}>
          <span className="flex min-w-0 flex-1 flex-col items-start">
            <StageSelect stage={contact.stage} mayWrite={mayWrite} onChange={(stage) => saving.save({ stage })} />
            <StageSince contactId={contact.id} since={contact.stageSince} />
          </span>
        </Fact>
        <Fact label={t("scoring.score")}>
          <ContactScore contactId={contact.id} score={contact.score} />
        </Fact>
        <Fact label={t("contacts.owner")}>
          {mayWrite ? (
            <Chosen
              label={t("contacts.owner")}
              value={contact.ownerId ?? nobody}
              shown={ownerName}
              icon={owner && <Avatar name={owner.name} size={20} />}
              empty={t("contacts.no_owner")}
              onChange={(ownerId) => saving.save({ ownerId: ownerId === nobody ? null : ownerId })}
              options={[
                { value: nobody, label: t("contacts.no_owner") },
                ...members
                  .filter((member) => member.active)
                  .map((member) => ({ value: member.id, label: member.name, icon: <Avatar name={member.name} size={20} /> })),
              ]}
            />
          ) : (
            <Value>{ownerName ?? t("contacts.no_owner")}</Value>
          )}
        </Fact>
        {(
          [
            ["language", t("contacts.language"), here("language", contact.language), tongues],
            ["country", t("contacts.country"), here("region", contact.country), regions],
            ["timeZone", t("contacts.time_zone"), contact.timeZone?.replaceAll("_", " ") ?? null, zones],
          ] as const
        ).map(([field, label, shown, options]) => (
          <Fact key={field} label={label}>
            {mayWrite ? (
              <Chosen
                label={label}
                value={contact[field] ?? nobody}
                shown={shown}
                empty={t("contacts.not_given")}
                onChange={(value) => saving.save({ [field]: value === nobody ? null : value })}
                options={() => [{ value: nobody, label: t("contacts.not_given") }, ...options(language, contact[field])]}
              />
            ) : (
              <Value>{shown}</Value>
            )}
          </Fact>
        ))}
        <Fact label={t("contacts.tags")}>
          <ContactTags contact={contact} mayWrite={mayWrite} />
        </Fact>
        <Fact label={t("contacts.since")}>
          <Value>{format.date(contact.createdAt)}</Value>
        </Fact>
      </dl>
      <RecordPart title={t("record.own_fields")}>
        <ContactFields contact={contact} />
      </RecordPart>
      <ContactIdentities contact={contact} mayWrite={mayWrite} />
      <ContactAddresses contact={contact} mayWrite={mayWrite} />
      <ContactConsents consents={contact.consents} />
    </>
  );
}

const Fact = ({ label, children }: { label: string; children: ReactNode }) => (
  <div className="grid grid-cols-[92px_minmax(0,1fr)] gap-x-2">
    <dt className="leading-7 text-subtle phone:leading-10">{label}</dt>
    <dd className="flex min-h-7 min-w-0 items-center phone:min-h-10">{children}</dd>
  </div>
);

function Value({ children }: { children: ReactNode }) {
  const t = useT();
  return children ? <bdi className="cut">{children}</bdi> : <span className="text-subtle">{t("contacts.not_given")}</span>;
}

/** A searchable choice that looks like text until one comes near. Its options may be made when they are asked for. */
function Chosen({
  label,
  value,
  shown,
  icon,
  empty,
  options,
  onChange,
}: {
  label: string;
  value: string;
  shown: string | null;
  icon?: ReactNode;
  empty: string;
  options: { value: string; label: string; icon?: ReactNode }[] | (() => { value: string; label: string }[]);
  onChange: (value: string) => void;
}) {
  return (
    <Combobox
      label={label}
      value={value}
      onChange={onChange}
      options={typeof options === "function" ? options() : options}
      trigger={
        <button type="button" aria-label={`${label}: ${shown ?? empty}`} className={`${inlineClasses} flex items-center gap-1.5`}>
          {icon}
          <bdi className={shown ? "cut" : "cut text-subtle"}>{shown ?? empty}</bdi>
        </button>
      }
    />
  );
}
