import { Link } from "@tanstack/react-router";
import { queryClient } from "../api/query.ts";
import { useFormat, useT } from "../i18n/index.ts";
import { cx } from "../ui/cx.ts";
import { Avatar, LabelChip, Tooltip } from "../ui/index.ts";
import { type ContactSummary, contactQuery, type Member } from "./contact-data.ts";
import { identityWords, mainIdentity, stageWords } from "./identity-words.ts";

const columns =
  "grid grid-cols-[minmax(0,2.4fr)_minmax(0,1.8fr)_minmax(0,1.8fr)_96px_minmax(0,1.2fr)_96px] items-center gap-x-4 px-4 medium:grid-cols-[minmax(0,2.2fr)_minmax(0,1.6fr)_minmax(0,1.4fr)_88px_88px] phone:grid-cols-[minmax(0,1fr)_auto]";

export function ContactListHead() {
  const t = useT();
  return (
    <div aria-hidden className={cx(columns, "h-8 shrink-0 border-b text-12 font-medium text-subtle phone:hidden")}>
      <span>{t("contacts.name")}</span>
      <span>{t("contacts.reached_by")}</span>
      <span>{t("contacts.tags")}</span>
      <span>{t("contacts.stage")}</span>
      <span className="medium:hidden">{t("contacts.owner")}</span>
      <span className="text-end">{t("contacts.last_seen")}</span>
    </div>
  );
}

export function ContactRow({
  contact,
  active,
  owner,
  onOpen,
}: {
  contact: ContactSummary;
  active: boolean;
  owner: Member | undefined;
  onOpen: () => void;
}) {
  const t = useT();
  const format = useFormat();
  const identity = mainIdentity(contact.identities);
  const more = contact.identities.length - 1;
  const Icon = identity && identityWords[identity.kind].icon;
  return (
    <Link
      to="/contacts/$contactId"
      params={{ contactId: contact.id }}
      preload="intent"
      onClick={onOpen}
      onPointerEnter={() => void queryClient.prefetchQuery(contactQuery(contact.id))}
      className={cx(
        columns,
        "h-13 border-b outline-offset-[-2px] hover:bg-surface-hover phone:h-15",
        active && "bg-surface-selected hover:bg-surface-selected",
      )}
    >
      <span className="flex min-w-0 items-center gap-3">
        <Avatar name={contact.name} size={32} />
        <span className="flex min-w-0 flex-col">
          <bdi className="cut font-medium">{contact.name}</bdi>
          {contact.company && <bdi className="cut text-12 text-subtle">{contact.company}</bdi>}
          {!contact.company && identity && identity.display !== contact.name && (
            <bdi dir="ltr" className="cut text-start text-12 text-subtle desk:hidden">
              {identity.display}
            </bdi>
          )}
        </span>
      </span>
      <span className="flex min-w-0 items-center gap-2 text-muted phone:hidden">
        {identity && Icon ? (
          <>
            <Icon size={14} className="text-subtle" role="img" aria-label={t(identityWords[identity.kind].label)} />
            <bdi dir="ltr" className="num cut">
              {identity.display}
            </bdi>
            {more > 0 && (
              <Tooltip label={contact.identities.map((each) => each.display).join(" · ")}>
                <bdi dir="ltr" className="shrink-0 text-12 text-subtle">
                  +{format.number(more)}
                </bdi>
              </Tooltip>
            )}
          </>
        ) : (
          <span className="text-subtle">{t("contacts.no_identity")}</span>
        )}
      </span>
      <span className="flex min-w-0 items-center gap-1 overflow-hidden phone:hidden">
        {contact.tags.slice(0, 2).map((tag) => (
          <LabelChip key={tag.id} name={tag.name} hue={tag.hue} />
        ))}
        {contact.tags.length > 2 && (
          <bdi dir="ltr" className="text-12 text-subtle">
            +{format.number(contact.tags.length - 2)}
          </bdi>
        )}
      </span>
      <span className="cut text-muted phone:hidden">{t(stageWords[contact.stage])}</span>
      <span className="flex min-w-0 items-center gap-2 medium:hidden">
        {owner ? (
          <>
            <Avatar name={owner.name} size={20} />
            <bdi className="cut text-muted">{owner.name}</bdi>
          </>
        ) : (
          <span className="sr-only">{t("contacts.no_owner")}</span>
        )}
      </span>
      <span className="num text-end text-12 text-subtle">
        {contact.lastSeenAt ? format.short(contact.lastSeenAt) : <span className="phone:hidden">{t("contacts.never_seen")}</span>}
      </span>
    </Link>
  );
}
