import { z } from "zod";
import { FileView } from "../files/files.api.ts";

export const ConversationPath = z.object({ conversationId: z.uuid() });
export const MessagePath = ConversationPath.extend({ messageId: z.uuid() });

export const messageStates = ["queued", "sending", "unknown", "accepted", "sent", "delivered", "read", "failed", "cancelled"] as const;
export const MessageState = z.enum(messageStates).meta({
  id: "MessageState",
  description: "`unknown`: the provider did not answer in time and may have it; it is not sent again by itself",
});

export const FailureView = z
  .object({
    code: z.string(),
    providerCode: z.number().optional(),
    message: z.string(),
    remedy: z.enum(["send_template", "fix_number", "renew_token", "wait", "fix_template", "fix_media", "contact_admin", "none"]).optional(),
    detail: z.string().optional(),
  })
  .meta({ id: "Failure" });

export { FileView };

/** Kinds of whatsapp.md §3.4 and what we send. Anything else arrives as `unsupported`, with its own type kept in `content.type`. */
export const messageTypes = [
  "text",
  "image",
  "video",
  "audio",
  "document",
  "sticker",
  "location",
  "contacts",
  "button_reply",
  "list_reply",
  "flow_reply",
  "button",
  "order",
  "template",
  "interactive",
  "reaction",
  "call_permission",
  "system",
  "unsupported",
  "unavailable",
  "note",
] as const;

export const Message = z
  .object({
    id: z.uuid(),
    conversationId: z.uuid(),
    direction: z.enum(["inbound", "outbound", "note", "system"]),
    origin: z
      .enum(["customer", "api", "phone", "history", "demo"])
      .describe("`phone`: sent from the WhatsApp Business app on the shop's phone; `history`: older messages imported from it"),
    type: z.enum(messageTypes),
    text: z.string().nullable().describe("The body, caption, chosen button's title, or the rendered template"),
    content: z.record(z.string(), z.unknown()).describe("What only this type has: see docs/messages.md"),
    file: FileView.nullable(),
    replyTo: z
      .object({
        id: z.uuid().nullable(),
        direction: z.enum(["inbound", "outbound", "note", "system"]).nullable(),
        type: z.string().nullable(),
        text: z.string().nullable(),
      })
      .nullable()
      .describe("The quoted message; id is null while it is not known here"),
    author: z.object({ id: z.uuid().nullable(), name: z.string() }).nullable(),
    reactions: z.array(z.object({ emoji: z.string(), by: z.enum(["contact", "business"]), at: z.string() })),
    state: MessageState.nullable(),
    failure: FailureView.nullable(),
    at: z.date(),
    editedAt: z.date().nullable(),
    revokedAt: z.date().nullable(),
  })
  .meta({ id: "Message" });

const quoted = { replyTo: z.uuid().optional().describe("Id of the message to quote") };
/** Limits: whatsapp.md §3.7 and §3.11. */
export const SendMessage = z
  .discriminatedUnion("type", [
    z.object({
      type: z.literal("text"),
      text: z.string().min(1).max(4096).describe("At most 4,096 characters"),
      previewUrl: z.boolean().optional(),
      ...quoted,
    }),
    z.object({
      type: z.literal("image"),
      fileId: z.uuid().describe("From POST /files; JPEG or PNG, at most 5 MB"),
      text: z.string().max(1024).optional(),
      ...quoted,
    }),
    z.object({
      type: z.literal("document"),
      fileId: z.uuid().describe("From POST /files; at most 100 MB"),
      text: z.string().max(1024).optional(),
      ...quoted,
    }),
    z.object({
      type: z.literal("template"),
      name: z.string().regex(/^[a-z0-9_]{1,512}$/, "lower case, digits and underscore"),
      language: z.string().max(20),
      parameters: z
        .object({
          header: z.array(z.string().max(60)).max(1).optional(),
          body: z.union([z.array(z.string().min(1).max(1024)), z.record(z.string(), z.string().min(1).max(1024))]).optional(),
          buttons: z.array(z.object({ index: z.number().int().min(0).max(9), value: z.string().min(1).max(256) })).optional(),
          headerFileId: z.uuid().optional(),
        })
        .default({})
        .describe("Body parameters in order for a positional template, by name for a named one"),
      ...quoted,
    }),
  ])
  .meta({ id: "SendMessage" });

/** Any of these words mean the same, so that a script may send `{ "text": "Hello" }`. */
export const SendMessageBody = z.preprocess(
  (body) => (body && typeof body === "object" && !("type" in body) && "text" in body ? { ...body, type: "text" } : body),
  SendMessage,
);

export const ConversationItem = z
  .object({
    id: z.uuid(),
    state: z.enum(["open", "closed"]),
    contact: z.object({ id: z.uuid(), name: z.string() }),
    channel: z.object({ id: z.uuid(), kind: z.string(), name: z.string() }),
    assignee: z.object({ id: z.uuid(), name: z.string() }).nullable(),
    labelIds: z.array(z.uuid()),
    lastMessageAt: z.date(),
    preview: z.object({
      direction: z.enum(["inbound", "outbound", "note", "system"]).nullable(),
      type: z.string().nullable(),
      text: z.string(),
      state: MessageState.nullable(),
    }),
    unread: z.number().int(),
    windowUntil: z
      .date()
      .nullable()
      .describe("Until when free-form messages may be sent; null: no message of the customer has opened the window"),
    messageCount: z.number().int(),
  })
  .meta({ id: "Conversation" });
