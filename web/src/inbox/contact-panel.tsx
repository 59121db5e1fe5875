import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Ban, ChevronRight, CircleCheck, ExternalLink } from "lucide-react";
import type { ReactNode } from "react";
import { useLive } from "../api/live.ts";
import { queryClient } from "../api/query.ts";
import { useCan } from "../api/session.ts";
import { changeContact } from "../contacts/contact-data.ts";
import { ContactFields } from "../contacts/contact-fields.tsx";
import { ContactScore } from "../contacts/contact-score.tsx";
import { StageSelect } from "../contacts/contact-stage.tsx";
import { useFields } from "../contacts/record-data.ts";
import { PanelDeals, PanelTasks } from "../deals/panel-sales.tsx";
import { useFormat, useT } from "../i18n/index.ts";
import { Avatar, ErrorNotice, Facts, Skeleton, toastError } from "../ui/index.ts";
import { AssignMenu } from "./assign-menu.tsx";
import { type ContactRecord, contactQuery } from "./contact-data.ts";
import { type Conversation, useMembers } from "./conversation-data.ts";
import { LabelsAndTags } from "./labels-and-tags.tsx";

/** Who one talks with, beside the thread. The whole record is a click away. */
export function ContactPanel({ conversation, inSheet }: { conversation: Conversation; inSheet?: boolean }) {
  const t = useT();
  const can = useCan();
  const contactId = conversation.contact.id;
  const query = useQuery(contactQuery(contactId));
  useLive((event) => {
    if (event.contactId === contactId && /^(contact|tag|consent)/.test(event.name))
      void queryClient.invalidateQueries({ queryKey: ["contact", contactId] });
  });
  const { data: contact } = query;
  const fields = useFields();
  return (
    <>
      {!inSheet && (
        <header className="flex h-bar shrink-0 items-center gap-2 border-b ps-4 pe-3">
          <h2 className="flex-1 text-14 font-semibold tracking-title">{t("inbox.contact")}</h2>
          <Link
            to="/contacts/$contactId"
            params={{ contactId }}
            aria-label={t("inbox.open_contact")}
            title={t("inbox.open_contact")}
            className="grid size-control-sm place-items-center rounded-6 text-subtle hover:bg-surface-hover hover:text-text"
          >
            <ExternalLink size={16} className="flip-rtl" />
          </Link>
        </header>
      )}
      <div className="min-h-0 flex-1 overflow-y-auto scrollbar-none">
        <Head name={conversation.contact.name} contact={contact} />
        {query.error && !contact && (
          <div className="px-4">
            <ErrorNotice error={query.error} onRetry={() => void query.refetch()} />
          </div>
        )}
        <div className="px-4 pb-3">
          {contact ? <TheFacts contact={contact} conversation={conversation} /> : !query.error && <FactsSkeleton />}
        </div>
        {contact && fields.length > 0 && (
          <Part title={t("record.own_fields")}>
            <ContactFields contact={contact} most={6} />
          </Part>
        )}
        <Part title={t("inbox.labels_and_tags")}>
          <LabelsAndTags conversation={conversation} contact={contact} />
        </Part>
        {can("sales.read") && (
          <>
            <Part title={t("deals.title")}>
              <PanelDeals contact={conversation.contact} />
            </Part>
            <Part title={t("tasks.title")}>
              <PanelTasks contactId={contactId} conversationId={conversation.id} />
            </Part>
          </>
        )}
        {contact && <Consents contact={contact} />}
        {contact && <Earlier contact={contact} current={conversation.id} />}
      </div>
    </>
  );
}

function Head({ name, contact }: { name: string; contact: ContactRecord | undefined }) {
  const t = useT();
  const format = useFormat();
  return (
    <div className="flex items-center gap-3 px-4 pt-4 pb-3">
      <Avatar name={name} size={40} />
      <div className="min-w-0">
        <p className="cut text-14 font-semibold tracking-title">
          <bdi>{name}</bdi>
        </p>
        <p className="cut h-4 text-12 text-subtle">{contact && t("inbox.known_since", { date: format.date(contact.createdAt) })}</p>
      </div>
    </div>
  );
}

function TheFacts({ contact, conversation }: { contact: ContactRecord; conversation: Conversation }) {
  const t = useT();
  const can = useCan();
  const format = useFormat();
  const owner = useMembers().find((member) => member.id === contact.ownerId);
  const names = {
    phone: "inbox.phone",
    email: "inbox.email",
    whatsapp_username: "inbox.username",
    whatsapp_user_id: "inbox.user_id",
    external_id: "contacts.kind_external_id",
    claimed_email: "contacts.kind_claimed_email",
    claimed_phone: "contacts.kind_claimed_phone",
  } as const;
  const identities = contact.identities.filter(
    (identity) => !identity.retired && (identity.kind !== "whatsapp_user_id" || contact.identities.length === 1),
  );
  const none = <span className="text-subtle">{t("common.none")}</span>;
  return (
    <Facts
      items={[
        ...identities.map((identity) => {
          const label = names[identity.kind as keyof typeof names];
          return [
            label ? t(label) : identity.kind,
            <span key={identity.id} dir="ltr" className="num cut" title={identity.display}>
              {identity.display}
            </span>,
          ] as const;
        }),
        [t("inbox.company"), contact.company ? cut(contact.company) : none],
        contact.language ? [t("inbox.language"), languageName(contact.language, format.locale)] : null,
        contact.timeZone
          ? [
              t("inbox.local_time"),
              <span key="time" className="num">
                {localTime(contact.timeZone, format.locale)}
              </span>,
            ]
          : null,
        [
          t("inbox.stage"),
          <StageSelect
            key="stage"
            stage={contact.stage}
            mayWrite={can("contacts.write")}
            onChange={(stage) => void changeContact(contact.id, { stage }).catch(toastError)}
          />,
        ],
        [t("scoring.score"), <ContactScore key="score" contactId={contact.id} score={contact.score} />],
        owner
          ? [
              t("inbox.owner"),
              <span key="owner" className="flex min-w-0 items-center gap-1.5">
                <Avatar name={owner.name} size={20} />
                <span className="cut">{owner.name}</span>
              </span>,
            ]
          : null,
        can("inbox.assign") ? [t("inbox.assignee"), <AssignMenu key="assignee" conversation={conversation} wide />] : null,
      ]}
    />
  );
}

const cut = (text: string) => <span className="cut">{text}</span>;
const languageName = (code: string, locale: string) => {
  try {
    return new Intl.DisplayNames(locale, { type: "language" }).of(code) ?? code;
  } catch {
    return code;
  }
};
const localTime = (timeZone: string, locale: string) => {
  const place = timeZone.split("/").at(-1)?.replaceAll("_", " ") ?? timeZone;
  try {
    return `${new Intl.DateTimeFormat(locale, { timeZone, hour: "2-digit", minute: "2-digit" }).format(new Date())}, ${place}`;
  } catch {
    return place;
  }
};

const FactsSkeleton = () => (
  <div className="flex flex-col gap-3.5 pt-2">
    {["w-40", "w-48", "w-32"].map((width) => (
      <Skeleton key={width} className={`h-3 ${width}`} />
    ))}
  </div>
);

export const Part = ({ title, count, children }: { title: string; count?: number; children: ReactNode }) => (
  <details open className="group/part border-t">
    <summary className="flex h-9.5 items-center gap-1.5 px-4 font-semibold outline-offset-[-2px]">
      <ChevronRight
        size={14}
        className="-ms-0.75 text-subtle transition-transform duration-fast group-open/part:rotate-90 rtl:rotate-180 rtl:group-open/part:rotate-90"
        aria-hidden
      />
      <h3>{title}</h3>
      {count !== undefined && <span className="num font-regular text-subtle">{count}</span>}
    </summary>
    <div className="px-4 pb-3">{children}</div>
  </details>
);

function Consents({ contact }: { contact: ContactRecord }) {
  const t = useT();
  const format = useFormat();
  return (
    <Part title={t("inbox.consents")}>
      {contact.consents.length === 0 && <p className="text-subtle">{t("inbox.consents_none")}</p>}
      <ul>
        {contact.consents.map((consent) => {
          const granted = consent.state === "granted";
          const Icon = granted ? CircleCheck : Ban;
          return (
            <li key={`${consent.channel} ${consent.purpose}`} className="flex min-h-7.5 items-center gap-2 border-t first:border-t-0">
              <Icon
                size={16}
                className={granted ? "text-success" : "text-danger"}
                role="img"
                aria-label={t(granted ? "inbox.granted" : "inbox.withdrawn")}
              />
              <span className="cut flex-1">
                {consent.channel === "whatsapp" ? t("common.channel_whatsapp") : consent.channel},{" "}
                {consent.purpose === "marketing" ? t("inbox.purpose_marketing") : consent.purpose.replaceAll("_", " ")}
              </span>
              <span className="num shrink-0 text-subtle">{format.short(consent.at)}</span>
            </li>
          );
        })}
      </ul>
    </Part>
  );
}

function Earlier({ contact, current }: { contact: ContactRecord; current: string }) {
  const t = useT();
  const format = useFormat();
  const others = contact.conversations.filter((each) => each.id !== current);
  if (others.length === 0) return null;
  return (
    <Part title={t("inbox.earlier")} count={others.length}>
      <ul>
        {others.map((each) => (
          <li key={each.id} className="border-t first:border-t-0">
            <Link
              to="/inbox/$view/$conversationId"
              params={{ view: each.state === "open" ? "open" : "closed", conversationId: each.id }}
              className="flex min-h-7.5 items-center gap-3 hover:text-accent-text"
            >
              <span className="cut flex-1">
                <bdi>{each.preview || each.channelName}</bdi>
              </span>
              <span className="num shrink-0 text-subtle">{format.short(each.lastMessageAt)}</span>
            </Link>
          </li>
        ))}
      </ul>
    </Part>
  );
}
