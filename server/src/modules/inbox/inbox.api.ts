import { z } from "zod";
import { PageQuery } from "../../kernel/page.ts";
import { ConversationItem, Message } from "../conversations/conversations.api.ts";

/** The five fixed views; a label's view is `all` or `closed` with `label`. */
export const ViewQuery = PageQuery.extend({
  view: z
    .enum(["mine", "unassigned", "open", "closed", "failed"])
    .default("open")
    .describe("`open`: all open conversations; `failed`: whose last message did not go out"),
  label: z.uuid().optional(),
  channel: z.uuid().optional(),
  contact: z.uuid().optional(),
});
/** Counted up to 1,000 (shown as 999+), so that no count costs more as the organization grows. */
export const ViewCounts = z
  .object({
    mine: z.number(),
    unassigned: z.number(),
    open: z.number(),
    closed: z.number(),
    failed: z.number(),
    unread: z
      .number()
      .describe("Of my and unassigned open conversations, those with something unread; looked for among the 250 last talked in of each"),
    labels: z.record(z.string(), z.number()).describe("Open conversations by label id"),
  })
  .meta({ id: "ViewCounts" });
export const Assignment = z
  .object({ assigneeId: z.uuid().nullable().describe("The member who answers; null puts it back into the queue") })
  .meta({ id: "Assignment" });
export const ConversationLabels = z.object({ labelIds: z.array(z.uuid()).max(50) });
export const ConversationState = z.object({ state: z.enum(["open", "closed"]) });
export const ReadMark = z.object({ unread: z.number().int() });
export const NoteBody = z.object({ text: z.string().trim().min(1).max(10_000) });
export const Label = z.object({ id: z.uuid(), name: z.string(), hue: z.number().int().min(1).max(6) }).meta({ id: "Label" });
export const LabelRequest = z.object({ name: z.string().trim().min(1).max(60), hue: z.number().int().min(1).max(6).default(1) });
export const LabelChange = z.object({ name: z.string().trim().min(1).max(60).optional(), hue: z.number().int().min(1).max(6).optional() });
export const LabelPath = z.object({ labelId: z.uuid() });
export const SearchQuery = PageQuery.extend({ q: z.string().trim().min(2, "at least two characters").max(200) });
export const MessageHit = z
  .object({ message: Message, conversation: z.object({ id: z.uuid(), contactId: z.uuid(), contactName: z.string() }) })
  .meta({ id: "MessageHit" });
export const Conversation = ConversationItem;
/** Somebody else looks at or types in this conversation. Lapses after 20 s without a new report. */
export const PresenceReport = z.object({ state: z.enum(["viewing", "typing", "left"]) });
export const Presence = z.object({ memberId: z.uuid(), name: z.string(), state: z.enum(["viewing", "typing"]) }).meta({ id: "Presence" });
export const TypingShown = z.object({ shown: z.boolean() }).meta({ id: "TypingShown" });
