import { Link } from "@tanstack/react-router";
import { CircleCheckBig, Inbox, type LucideIcon, MailCheck, Tag, UserCheck, UserX } from "lucide-react";
import { useCan } from "../api/session.ts";
import { useFilters } from "../frame/index.ts";
import { type Key, useT } from "../i18n/index.ts";
import { Button, EmptyState } from "../ui/index.ts";
import { useChannels } from "./conversation-data.ts";
import { type InboxFilters, isBuiltIn } from "./inbox-views.ts";

const empty: Record<string, [LucideIcon, Key, Key]> = {
  mine: [UserCheck, "inbox.empty_mine_title", "inbox.empty_mine_text"],
  unassigned: [UserX, "inbox.empty_unassigned_title", "inbox.empty_unassigned_text"],
  open: [Inbox, "inbox.empty_open_title", "inbox.empty_open_text"],
  failed: [MailCheck, "inbox.empty_failed_title", "inbox.empty_failed_text"],
  closed: [CircleCheckBig, "inbox.empty_closed_title", "inbox.empty_closed_text"],
  label: [Tag, "inbox.empty_label_title", "inbox.empty_label_text"],
};

/** Says what will be here; before the first channel, how to get there. */
export function ListEmpty({ view, filtered }: { view: string; filtered: boolean }) {
  const t = useT();
  const can = useCan();
  const channels = useChannels();
  const [, setFilters] = useFilters<InboxFilters>();
  const [Icon, title, text] = empty[isBuiltIn(view) ? view : "label"] ?? (empty.open as [LucideIcon, Key, Key]);
  if (filtered) {
    return (
      <EmptyState
        icon={<Icon size={20} />}
        title={t("inbox.empty_filtered_title")}
        action={<Button onClick={() => void setFilters({ channel: undefined })}>{t("inbox.clear_filters")}</Button>}
      >
        {t("inbox.empty_filtered_text")}
      </EmptyState>
    );
  }
  if (channels.data?.length === 0 && can("channels.manage")) {
    return (
      <EmptyState
        icon={<Inbox size={20} />}
        title={t("inbox.empty_channel_title")}
        action={
          <Button asChild variant="primary">
            <Link to="/settings/channels/new">{t("inbox.connect_channel")}</Link>
          </Button>
        }
      >
        {t("inbox.empty_channel_text")}
      </EmptyState>
    );
  }
  return (
    <EmptyState
      icon={<Icon size={20} />}
      title={t(title)}
      action={
        view !== "open" && (
          <Button asChild>
            <Link to="/inbox/$view" params={{ view: "open" }}>
              {t("inbox.show_open")}
            </Link>
          </Button>
        )
      }
    >
      {t(text)}
    </EmptyState>
  );
}
