import { z } from "zod";
import { PageQuery, pageOf } from "../../kernel/page.ts";
import { Message } from "./conversations.api.ts";

export const ThreadQuery = PageQuery.extend({
  around: z.uuid().optional().describe("Opens the thread at this message instead of at its end"),
  before: z.string().max(500).optional().describe("The `newer` of the page before: goes on towards today"),
});
export const Thread = pageOf(Message)
  .extend({ newer: z.string().nullable().describe("For `before`, when a page opened by `around` does not reach today") })
  .meta({ id: "Thread", description: "Newest first; `next` leads to older messages" });
