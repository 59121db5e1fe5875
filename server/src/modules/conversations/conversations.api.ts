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
    remedy: z
      .enum(["send_template", "fix_number", "renew_token", "wait", "fix_template", "fix_media", "confirm_person", "contact_admin", "none"])
      .optional(),
    detail: z.string().optional().describe("The provider's own sentence about its rule"),
    right: z.string().optional().describe("The right the access token lacks, as the provider calls it"),
    until: z.string().optional().describe("Not before this moment (ISO 8601)"),
  })
  .meta({ id: "Failure" });

export { FileView };

/** What the Cloud API knows and what we send. Anything else arrives as `unsupported`, with its own type kept in `content.type`. */
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

export const Reaction = z
  .object({
    emoji: z.string().describe("Empty in one that failed to take a reaction back"),
    by: z.enum(["contact", "business"]),
    at: z.string(),
    state: MessageState.optional().describe("Of ours. `failed` and `cancelled`: the customer never saw it, the one before it holds"),
    failure: FailureView.optional(),
  })
  .meta({ id: "Reaction" });

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
    reactions: z.array(Reaction),
    state: MessageState.nullable(),
    failure: FailureView.nullable(),
    heldForQuality: z.boolean().describe("Taken by WhatsApp, but kept back until it has seen how people like the template"),
    waiting: z
      .object({ until: z.date().nullable(), failure: FailureView.nullable() })
      .nullable()
      .describe("Queued and waiting for a reason: `until` is when it is tried next, null while the number itself cannot send"),
    saidByMember: z.boolean().describe("What became of it is a member's word; the provider has not said"),
    at: z.date(),
    editedAt: z.date().nullable(),
    revokedAt: z.date().nullable(),
  })
  .meta({ id: "Message" });

const quoted = { replyTo: z.uuid().optional().describe("Id of the message to quote") };
const caption = z.string().max(1024).optional().describe("Shown under the file; at most 1,024 characters");
const Place = z.object({
  latitude: z.number().min(-90).max(90),
  longitude: z.number().min(-180).max(180),
  name: z.string().max(100).optional(),
  address: z.string().max(300).optional().describe("Shown only below a name"),
});
const ContactCard = z.object({
  name: z.string().min(1).max(100),
  phones: z
    .array(z.object({ phone: z.string().min(3).max(30), type: z.string().max(20).optional() }))
    .max(10)
    .default([]),
  emails: z
    .array(z.object({ email: z.email(), type: z.string().max(20).optional() }))
    .max(10)
    .default([]),
  organization: z.string().max(100).optional(),
});
/** What a person may press below a message. */
const InteractiveAction = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("buttons"),
    buttons: z
      .array(z.object({ id: z.string().min(1).max(256).describe("Comes back with the answer"), title: z.string().min(1).max(20) }))
      .min(1)
      .max(3)
      .describe("1 to 3, of different ids and titles"),
  }),
  z.object({
    kind: z.literal("list"),
    button: z.string().min(1).max(20),
    sections: z
      .array(
        z.object({
          title: z.string().max(24).optional(),
          rows: z
            .array(
              z.object({ id: z.string().min(1).max(200), title: z.string().min(1).max(24), description: z.string().max(72).optional() }),
            )
            .min(1),
        }),
      )
      .min(1)
      .max(10)
      .describe("At most 10 rows in all sections together, of different ids; with more than one section each needs a title"),
  }),
  z.object({ kind: z.literal("link"), title: z.string().min(1).max(20), url: z.url().describe("http or https, at most 2,000 characters") }),
  z.object({
    kind: z.literal("flow"),
    flowId: z.string().regex(/^\d{5,25}$/),
    title: z.string().min(1).max(30),
    token: z.string().max(200).optional().describe("Comes back with the answers"),
    screen: z.string().max(100).optional().describe("The first screen; without one the flow's own endpoint decides"),
    data: z.record(z.string(), z.unknown()).optional().describe("What the first screen is given"),
    draft: z.boolean().optional().describe("Sends the flow's unpublished draft"),
  }),
  z.object({ kind: z.literal("ask_location").describe("Without header and footer") }),
]);
const ButtonValue = z.object({
  index: z.number().int().min(0).max(9).describe("The button's place, from 0"),
  value: z
    .string()
    .min(1)
    .max(2000)
    .describe(
      "The end of an address, the code to copy (20 characters), what a quick reply carries (256), a flow's token, the product shown of a catalogue",
    ),
});
const BodyValues = z.union([z.array(z.string().min(1).max(1024)), z.record(z.string(), z.string().min(1).max(1024))]);
/** Limits as Meta names them; what depends on the channel, the file or the template is judged by the channel's planner. */
export const SendMessage = z
  .discriminatedUnion("type", [
    z.object({
      type: z.literal("text"),
      text: z.string().min(1).max(4096).describe("At most 4,096 characters"),
      previewUrl: z.boolean().optional().describe("Shows a preview of the first link"),
      ...quoted,
    }),
    z.object({
      type: z.literal("image"),
      fileId: z.uuid().describe("From POST /files; JPEG or PNG of 8 bits in RGB or RGBA, at most 5 MB"),
      text: caption,
      ...quoted,
    }),
    z.object({
      type: z.literal("video"),
      fileId: z.uuid().describe("From POST /files; MP4 or 3GP (H.264, and AAC in at most one audio track), at most 16 MB"),
      text: caption,
      ...quoted,
    }),
    z.object({
      type: z.literal("audio"),
      fileId: z
        .uuid()
        .describe("From POST /files; AAC, AMR, MP3, MP4 with AAC or OGG with Opus, at most 16 MB; WebM with Opus is converted to OGG"),
      voice: z.boolean().optional().describe("Shown as a voice message; needs OGG or WebM with Opus, which is sent in one channel"),
      ...quoted,
    }),
    z.object({
      type: z.literal("document"),
      fileId: z.uuid().describe("From POST /files; PDF, plain text, Word, Excel or PowerPoint, at most 100 MB"),
      text: caption,
      ...quoted,
    }),
    z.object({
      type: z.literal("sticker"),
      fileId: z.uuid().describe("From POST /files; WebP, at most 100 kB still, 500 kB animated"),
      ...quoted,
    }),
    z.object({ type: z.literal("location"), location: Place, ...quoted }),
    z.object({ type: z.literal("contacts"), contacts: z.array(ContactCard).min(1).max(257), ...quoted }),
    z.object({
      type: z.literal("interactive"),
      text: z.string().min(1).max(4096).describe("At most 1,024 characters, 4,096 above a list"),
      header: z
        .object({
          text: z.string().min(1).max(60).optional(),
          fileId: z.uuid().optional().describe("An image, a video or a document; not above a list"),
        })
        .optional()
        .describe("A text or a file"),
      footer: z.string().min(1).max(60).optional(),
      action: InteractiveAction,
      ...quoted,
    }),
    z.object({
      type: z.literal("reaction"),
      messageId: z.uuid().describe("The message reacted to, at most 30 days old. The answer is this message, with the reaction on it"),
      emoji: z.string().max(32).describe("One emoji; empty takes the reaction back"),
      replyTo: z.undefined().optional(),
    }),
    z.object({
      type: z.literal("template"),
      name: z.string().regex(/^[a-z0-9_]{1,512}$/, "lower case, digits and underscore"),
      language: z.string().max(20),
      parameters: z
        .object({
          header: z.union([z.array(z.string().max(60)).max(1), z.record(z.string(), z.string().max(60))]).optional(),
          body: BodyValues.optional(),
          buttons: z.array(ButtonValue).max(10).optional(),
          headerFileId: z.uuid().optional(),
          location: Place.extend({ name: z.string().min(1).max(100), address: z.string().min(1).max(300) }).optional(),
          cards: z
            .array(
              z.object({ headerFileId: z.uuid().optional(), body: BodyValues.optional(), buttons: z.array(ButtonValue).max(2).optional() }),
            )
            .max(10)
            .optional()
            .describe("One for each card of a carousel, in order"),
          offerEndsAt: z.iso.datetime({ offset: true }).optional().describe("For a template with a limited-time offer"),
        })
        .default({})
        .describe(
          "Parameters in order for a positional template, by name for a named one; without line breaks, tabs or more than four spaces in a row. Filled in, a header has at most 60 characters and a body 1,024. An authentication template's code (at most 15) is given once, in the body",
        ),
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
