import { Link } from "@tanstack/react-router";
import { ArrowLeft, CircleCheck, Ellipsis, Eye, MailOpen, PanelRight, PencilLine, RotateCcw, Tag } from "lucide-react";
import { useCan } from "../api/session.ts";
import { useT } from "../i18n/index.ts";
import { Avatar, Button, type ChannelKind, IconButton, Menu, Tooltip, toastError } from "../ui/index.ts";
import { AssignMenu } from "./assign-menu.tsx";
import { markUnread, setState, useClose } from "./conversation-actions.ts";
import type { Conversation } from "./conversation-data.ts";
import { useNeighbours } from "./inbox-items.ts";
import { LabelMenu } from "./label-menu.tsx";
import type { Presence } from "./presence.ts";

export function ThreadHeader({
  conversation,
  others,
  onBack,
  panelOpen,
  onPanel,
}: {
  conversation: Conversation;
  others: Presence[];
  onBack: () => void;
  panelOpen: boolean;
  onPanel: () => void;
}) {
  const t = useT();
  const can = useCan();
  const { contact, channel } = conversation;
  const open = conversation.state === "open";
  const close = useClose();
  const { next, previous } = useNeighbours(conversation.id);
  const toggle = () => (open ? close(conversation, next ?? previous) : void setState(conversation.id, "open").catch(toastError));

  return (
    <header className="flex h-bar shrink-0 items-center gap-1.5 border-b ps-4 pe-3 phone:gap-1 phone:px-1">
      <button
        type="button"
        onClick={onBack}
        aria-label={t("inbox.back")}
        className="grid size-11 shrink-0 place-items-center rounded-6 text-muted desk:hidden"
      >
        <ArrowLeft size={18} className="flip-rtl" />
      </button>
      <Avatar name={contact.name} channel={channel.kind as ChannelKind} />
      <div className="ms-1.5 min-w-0 flex-1">
        <h1 className="cut text-14 leading-4.5 font-semibold">
          <Link to="/contacts/$contactId" params={{ contactId: contact.id }} className="hover:underline" dir="auto">
            {contact.name}
          </Link>
        </h1>
        <p className="cut text-12 text-subtle">
          {t(open ? "inbox.channel_line" : "inbox.channel_line_closed", {
            channel: t(`common.channel_${channel.kind as ChannelKind}`),
            name: channel.name,
          })}
        </p>
      </div>
      <Others others={others} />
      <span className="contents phone:hidden">
        {can("inbox.assign") && <AssignMenu conversation={conversation} />}
        {can("inbox.label") && (
          <LabelMenu
            conversation={conversation}
            trigger={
              <IconButton label={t("inbox.labels")} shortcut="l" data-key="inbox-labels">
                <Tag size={16} />
              </IconButton>
            }
          />
        )}
      </span>
      {can("inbox.close") && (
        <>
          <Tooltip label={t(open ? "inbox.close" : "inbox.reopen")} shortcut="e">
            <Button
              onClick={toggle}
              className="phone:hidden"
              icon={open ? <CircleCheck size={16} className="text-subtle" /> : <RotateCcw size={14} className="text-subtle" />}
            >
              {t(open ? "inbox.close" : "inbox.reopen")}
            </Button>
          </Tooltip>
          <IconButton label={t(open ? "inbox.close" : "inbox.reopen")} onClick={toggle} className="desk:hidden phone:size-11!">
            {open ? <CircleCheck size={18} /> : <RotateCcw size={18} />}
          </IconButton>
        </>
      )}
      <Menu
        align="end"
        trigger={
          <IconButton label={t("common.more")} className="phone:hidden">
            <Ellipsis size={16} />
          </IconButton>
        }
        items={[
          { label: t("inbox.mark_unread"), icon: <MailOpen size={14} />, shortcut: "u", onSelect: () => void markUnread(conversation.id) },
        ]}
      />
      <IconButton
        label={t("inbox.panel")}
        shortcut="]"
        onClick={onPanel}
        aria-expanded={panelOpen}
        className="phone:size-11! aria-expanded:bg-transparent! aria-expanded:text-subtle! hover:aria-expanded:bg-surface-hover!"
      >
        <PanelRight size={16} className="flip-rtl phone:size-4.5" />
      </IconButton>
    </header>
  );
}

/** Who else looks at this or writes in it. */
function Others({ others }: { others: Presence[] }) {
  const t = useT();
  if (others.length === 0) return null;
  return (
    <span className="me-1 flex items-center gap-1 phone:hidden">
      {others.slice(0, 3).map((other) => {
        const says = t(other.state === "typing" ? "inbox.typing" : "inbox.viewing", { name: other.name });
        return (
          <Tooltip key={other.memberId} label={says}>
            <span className="flex items-center gap-1">
              <Avatar name={other.name} size={20} />
              {other.state === "typing" ? (
                <PencilLine size={14} className="text-accent-text" aria-hidden />
              ) : (
                <Eye size={14} className="text-subtle" aria-hidden />
              )}
              <span className="sr-only">{says}</span>
            </span>
          </Tooltip>
        );
      })}
    </span>
  );
}
