import type { Module } from "../../kernel/module.ts";
import { conversationRoutes } from "./conversation.routes.ts";
import { inboxData } from "./inbox.data.ts";
import { inboxEvents } from "./inbox.events.ts";
import { inboxJobs, inboxSchedules } from "./inbox.jobs.ts";
import { labelRoutes, searchRoutes } from "./label.routes.ts";

export const inbox: Module = {
  name: "inbox",
  permissions: {
    "inbox.assign": "Give conversations to members",
    "inbox.close": "Close and reopen conversations",
    "inbox.label": "Label conversations, and make and change labels",
    "inbox.note": "Write private notes",
  },
  routes: [...conversationRoutes, ...labelRoutes, ...searchRoutes],
  events: inboxEvents,
  jobs: inboxJobs,
  schedules: inboxSchedules,
  data: inboxData,
};
