import type { Key } from "../i18n/index.ts";

export const builtInViews: { view: string; label: Key; tone?: "danger" }[] = [
  { view: "mine", label: "inbox.view_mine" },
  { view: "unassigned", label: "inbox.view_unassigned" },
  { view: "open", label: "inbox.view_open" },
  { view: "mentions", label: "inbox.view_mentions" },
  { view: "waiting", label: "inbox.view_waiting" },
  { view: "failed", label: "inbox.view_failed", tone: "danger" },
];

/** The slot of the rail: the frame shows these counts under Inbox, and `unread` at Inbox itself. */
export function useInboxCounts(): { views: Record<string, number | undefined>; unread: number } {
  return { views: {}, unread: 0 };
}
