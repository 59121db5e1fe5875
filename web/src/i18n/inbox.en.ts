export const inbox = {
  "inbox.title": "Inbox",
  "inbox.views": "Inbox views",
  "inbox.view_mine": "Mine",
  "inbox.view_unassigned": "Unassigned",
  "inbox.view_open": "All open",
  "inbox.view_mentions": "Mentions",
  "inbox.view_waiting": "Waiting on them",
  "inbox.view_failed": "Not sent",
} as const;
