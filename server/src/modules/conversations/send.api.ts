import { z } from "zod";
import { Message, SendMessageBody } from "./conversations.api.ts";

export const StartConversation = z
  .object({
    contactId: z.uuid(),
    channelId: z.uuid(),
    message: SendMessageBody.optional().describe("Usually a template: the customer has to write before anything else may be sent"),
  })
  .meta({ id: "StartConversation" });
export const StartedConversation = z
  .object({ conversationId: z.uuid(), created: z.boolean(), message: Message.nullable() })
  .meta({ id: "StartedConversation" });
export const Resend = z
  .object({ confirm: z.boolean().default(false).describe("Needed for a message of unknown outcome: the customer may get it twice") })
  .default({ confirm: false });
export const Resolution = z.object({ outcome: z.enum(["arrived", "not_arrived"]) });
