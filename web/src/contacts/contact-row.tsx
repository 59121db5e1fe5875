import { Link } from "@tanstack/react-router";
import { queryClient } from "../api/query.ts";
import { useFormat, useT } from "../i18n/index.ts";
import { Avatar, Checkbox, cx, LabelChip } from "../ui/index.ts";
import { type ContactSummary, contactQuery } from "./contact-data.ts";
import { StageDot } from "./contact-stage.tsx";
import { mainIdentity } from "./identity-words.ts";
import { useStageOf } from "./record-data.ts";
import type { Selection } from "./use-selection.ts";

/** A contact on a phone: a card of what one looks for, instead of the columns of a table. */
export function ContactCard({
  contact,
  selection,
  onOpen,
}: {
  contact: ContactSummary;
  selection: Selection | undefined;
  onOpen: () => void;
}) {
  const t = useT();
  const format = useFormat();
  const stage = useStageOf(t)(contact.stage);
  const identity = mainIdentity(contact.identities);
  const chosen = selection?.has(contact.id) ?? false;
  return (
    <div className={cx("flex items-center border-b", chosen && "bg-accent-soft")}>
      {selection && (
        <span className="ps-4 pe-2">
          <Checkbox
            hideLabel
            label={t("list.select", { name: contact.name })}
            checked={chosen}
            onChange={() => selection.toggle(contact.id, false)}
          />
        </span>
      )}
      <Link
        to="/contacts/$contactId"
        params={{ contactId: contact.id }}
        onClick={onOpen}
        onPointerEnter={() => void queryClient.prefetchQuery(contactQuery(contact.id))}
        className="flex min-w-0 flex-1 items-center gap-3 py-2.5 ps-2 pe-4 outline-offset-[-2px]"
      >
        <Avatar name={contact.name} size={32} />
        <span className="flex min-w-0 flex-1 flex-col gap-0.5">
          <bdi className="cut max-w-full self-start font-medium">{contact.name}</bdi>
          <span className="flex min-w-0 items-center gap-2 text-12 text-subtle">
            <StageDot hue={stage.hue} />
            <bdi className="shrink-0">{stage.name}</bdi>
            {contact.company ? (
              <bdi className="cut">{contact.company}</bdi>
            ) : (
              identity &&
              identity.display !== contact.name && (
                <bdi dir="ltr" className="cut">
                  {identity.display}
                </bdi>
              )
            )}
          </span>
          {contact.tags.length > 0 && (
            <span className="flex min-w-0 gap-1 overflow-hidden">
              {contact.tags.slice(0, 3).map((tag) => (
                <LabelChip key={tag.id} name={tag.name} hue={tag.hue} />
              ))}
            </span>
          )}
        </span>
        <span className="num shrink-0 text-12 text-subtle">{contact.lastSeenAt ? format.short(contact.lastSeenAt) : ""}</span>
      </Link>
    </div>
  );
}
