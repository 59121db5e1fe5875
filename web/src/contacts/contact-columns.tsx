import type { ReactNode } from "react";
import { type Formats, type Key, type Translate, useFormat, useT } from "../i18n/index.ts";
import { Avatar, type Hue, LabelChip } from "../ui/index.ts";
import { type ContactSummary, type Member, useMembers } from "./contact-data.ts";
import { StageDot } from "./contact-stage.tsx";
import { shownText } from "./field-words.ts";
import { identityWords, mainIdentity } from "./identity-words.ts";
import { type OwnField, useFields, useStageOf } from "./record-data.ts";

export interface ContactColumn {
  key: string;
  label: string;
  width: number;
  /** The sort of the API; missing: it cannot be sorted by. */
  sort?: string;
  end?: boolean;
  cell: (contact: ContactSummary) => ReactNode;
}

const widths: Record<string, number> = {
  text: 180,
  long_text: 240,
  link: 200,
  choice: 140,
  choices: 200,
  number: 110,
  money: 120,
  date: 120,
  time: 160,
  yes_no: 90,
};

/** Every column there is: those every contact has, then the organization's own fields. */
export function useContactColumns(): ContactColumn[] {
  const t = useT();
  const format = useFormat();
  const [fields, members] = [useFields(), useMembers()];
  const stageOf = useStageOf(t);
  return [
    { key: "name", label: t("contacts.name"), width: 240, sort: "name", cell: (contact) => <NameCell contact={contact} /> },
    {
      key: "reached_by",
      label: t("contacts.reached_by"),
      width: 190,
      cell: (contact) => <ReachedCell contact={contact} t={t} format={format} />,
    },
    { key: "tags", label: t("contacts.tags"), width: 190, cell: (contact) => <TagsCell contact={contact} format={format} /> },
    {
      key: "company",
      label: t("contacts.company"),
      width: 170,
      sort: "company",
      cell: ({ company }) => company && <bdi className="cut">{company}</bdi>,
    },
    {
      key: "stage",
      label: t("contacts.stage"),
      width: 130,
      sort: "stage",
      cell: ({ stage }) => (
        <>
          <StageDot hue={stageOf(stage).hue} />
          <bdi className="cut">{stageOf(stage).name}</bdi>
        </>
      ),
    },
    {
      key: "owner",
      label: t("contacts.owner"),
      width: 160,
      cell: ({ ownerId }) => <OwnerCell owner={members.find((member) => member.id === ownerId)} />,
    },
    {
      key: "score",
      label: t("filters.score"),
      width: 90,
      sort: "score",
      end: true,
      cell: ({ score }) => <span className="num">{format.number(score)}</span>,
    },
    {
      key: "last_seen_at",
      label: t("contacts.last_seen"),
      width: 120,
      sort: "last_seen_at",
      end: true,
      cell: ({ lastSeenAt }) => (
        <span className="num text-12 text-subtle">{lastSeenAt ? format.short(lastSeenAt) : t("contacts.never_seen")}</span>
      ),
    },
    {
      key: "created_at",
      label: t("filters.created_at"),
      width: 120,
      sort: "created_at",
      end: true,
      cell: ({ createdAt }) => <span className="num text-12 text-subtle">{format.date(createdAt)}</span>,
    },
    ...fields.map((field) => ownColumn(field, t, format)),
  ];
}

const ownColumn = (field: OwnField, t: Translate, format: Formats): ContactColumn => ({
  key: `fields.${field.key}`,
  label: field.name,
  width: widths[field.type] ?? 170,
  end: field.type === "number" || field.type === "money",
  ...(field.filterable === "fast" ? { sort: `fields.${field.key}` } : {}),
  cell: (contact) => <FieldCell field={field} contact={contact} t={t} format={format} />,
});

function FieldCell({ field, contact, t, format }: { field: OwnField; contact: ContactSummary; t: Translate; format: Formats }) {
  const value = contact.fields[field.key];
  if (value === undefined) return null;
  if (field.type === "choice" || field.type === "choices")
    return (Array.isArray(value) ? value : [String(value)]).slice(0, 3).map((key) => {
      const option = field.options.find((each) => each.key === key);
      return <LabelChip key={key} name={option?.name ?? key} hue={(option?.hue ?? 1) as Hue} />;
    });
  const numeric = field.type === "number" || field.type === "money" || field.type === "date" || field.type === "time";
  return <bdi className={numeric ? "num cut" : "cut"}>{shownText(field, value, { t, format })}</bdi>;
}

const NameCell = ({ contact }: { contact: ContactSummary }) => (
  <>
    <Avatar name={contact.name} size={24} />
    <bdi className="cut font-medium">{contact.name}</bdi>
  </>
);

function ReachedCell({ contact, t, format }: { contact: ContactSummary; t: Translate; format: Formats }) {
  const identity = mainIdentity(contact.identities);
  if (!identity) return <span className="cut text-subtle">{t("contacts.no_identity")}</span>;
  const Icon = identityWords[identity.kind].icon;
  const more = contact.identities.length - 1;
  return (
    <>
      <Icon size={14} className="shrink-0 text-subtle" role="img" aria-label={t(identityWords[identity.kind].label as Key)} />
      <bdi dir="ltr" className="num cut text-muted">
        {identity.display}
      </bdi>
      {more > 0 && (
        <bdi dir="ltr" className="shrink-0 text-12 text-subtle">
          +{format.number(more)}
        </bdi>
      )}
    </>
  );
}

const TagsCell = ({ contact, format }: { contact: ContactSummary; format: Formats }) => (
  <>
    {contact.tags.slice(0, 2).map((tag) => (
      <LabelChip key={tag.id} name={tag.name} hue={tag.hue} />
    ))}
    {contact.tags.length > 2 && (
      <bdi dir="ltr" className="text-12 text-subtle">
        +{format.number(contact.tags.length - 2)}
      </bdi>
    )}
  </>
);

const OwnerCell = ({ owner }: { owner: Member | undefined }) =>
  owner ? (
    <>
      <Avatar name={owner.name} size={20} />
      <bdi className="cut text-muted">{owner.name}</bdi>
    </>
  ) : null;
