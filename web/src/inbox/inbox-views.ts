import { useQuery } from "@tanstack/react-query";
import { useLive } from "../api/live.ts";
import { useCan } from "../api/session.ts";
import type { Key } from "../i18n/index.ts";
import { refreshCounts } from "./conversation-cache.ts";
import { countsQuery, type View } from "./conversation-data.ts";

export const builtInViews: { view: View; label: Key; tone?: "danger" }[] = [
  { view: "mine", label: "inbox.view_mine" },
  { view: "unassigned", label: "inbox.view_unassigned" },
  { view: "open", label: "inbox.view_open" },
  { view: "failed", label: "inbox.view_failed", tone: "danger" },
  { view: "closed", label: "inbox.view_closed" },
];

/** The slot of the rail: the frame shows these counts under Inbox, and `unread` at Inbox itself. */
export function useInboxCounts(): { views: Record<string, number | undefined>; unread: number; labels: Record<string, number> } {
  const can = useCan();
  const { data } = useQuery({ ...countsQuery, enabled: can("inbox.read") });
  useLive(({ name }) => {
    if (name.startsWith("message.") || name.startsWith("conversation.")) refreshCounts();
  });
  if (!data) return { views: {}, unread: 0, labels: {} };
  const { unread, labels, ...views } = data;
  return { views, unread, labels };
}

/** A view of the address is one of the five or the id of a label. */
export const isBuiltIn = (view: string): view is View => builtInViews.some((each) => each.view === view);

/** What the address of the inbox may say beside its path. */
export type InboxFilters = {
  q?: string | undefined;
  channel?: string | undefined;
  state?: string | undefined;
  message?: string | undefined;
  new?: string | undefined;
};
