import { z } from "zod";

const id = z.string().min(1).max(200);
const moment = z.string().describe("ISO 8601 with its zone, or milliseconds since 1970").optional();
const EventMessage = z
  .object({
    type: z.enum(["track", "page", "identify", "alias"]),
    event: z.string().min(1).max(200).optional().describe("The name of what happened; of track only"),
    name: z.string().max(500).optional().describe("The page's name; of page only"),
    messageId: id.optional().describe("Makes it this one and no other: sent again within 30 days it is a duplicate"),
    anonymousId: id.optional().describe("The browser's own id. A browser always says it"),
    userId: id.optional().describe("Your id of the person"),
    previousId: id.optional().describe("The id used before; of alias only"),
    userHash: z
      .string()
      .optional()
      .describe("HMAC-SHA256 of userId with the write key's signing secret, in hexadecimal: proves from a browser who it is"),
    properties: z.record(z.string(), z.unknown()).optional().describe("Of track and page: at most 250, nested at most 8 deep"),
    traits: z
      .record(z.string(), z.unknown())
      .optional()
      .describe("Of identify: name, email, phone, company, and your own fields by their keys"),
    timestamp: moment.describe("When it happened; corrected by sentAt, never in the future"),
    sentAt: moment.describe("When it was sent, by the sender's clock"),
    context: z
      .record(z.string(), z.unknown())
      .optional()
      .describe("page, campaign, locale, timezone, screen, library; of a server also ip and userAgent"),
  })
  .meta({ id: "EventMessage" });
export const EventMessages = z
  .union([
    EventMessage.extend({ writeKey: z.string().optional() }),
    z.object({ batch: z.array(EventMessage).min(1).max(1000), sentAt: moment, writeKey: z.string().optional() }),
  ])
  .meta({ id: "EventMessages" });
export const EventVerdicts = z
  .object({
    accepted: z.number().int(),
    duplicate: z.number().int(),
    dropped: z.number().int().describe("Not taken because of a choice of the visitor's (GPC) or of yours"),
    refused: z.number().int(),
    results: z
      .array(
        z.object({
          status: z.enum(["accepted", "duplicate", "dropped", "refused"]),
          reason: z.string().optional(),
          field: z.string().optional(),
          code: z.string().optional(),
          message: z.string().optional(),
        }),
      )
      .describe("One for each message, in their order"),
  })
  .meta({ id: "EventVerdicts" });
