import type { Module } from "../../kernel/module.ts";
import { attemptRoutes } from "./attempts.routes.ts";
import { conversationsData } from "./conversations.data.ts";
import { conversationEvents } from "./conversations.events.ts";
import { recordJobs } from "./record-forget.ts";
import { sendRoutes } from "./send.routes.ts";
import { threadRoutes } from "./thread.routes.ts";

export const conversations: Module = {
  name: "conversations",
  permissions: {
    "inbox.read": "Read conversations, messages and their files",
    "inbox.reply": "Send messages to customers",
  },
  routes: [...threadRoutes, ...sendRoutes, ...attemptRoutes],
  events: conversationEvents,
  jobs: recordJobs,
  data: conversationsData,
};
