import { z } from "zod";

const inThread = { conversationId: z.uuid(), contactId: z.uuid(), messageId: z.uuid() };

/** Public event names of this module: ids and facts, never what was said. */
export const conversationEvents = {
  "conversation.started": z.object({ conversationId: z.uuid(), contactId: z.uuid(), channelId: z.uuid() }),
  "conversation.reopened": z.object({ conversationId: z.uuid(), contactId: z.uuid(), by: z.string() }),
  "message.received": z.object({ ...inThread, channelId: z.uuid(), type: z.string() }),
  "message.queued": z.object({ ...inThread, type: z.string() }),
  "message.recorded": z.object({ ...inThread, type: z.string(), origin: z.string() }),
  "message.status_changed": z.object({ ...inThread, from: z.string().nullable(), to: z.string(), code: z.string().optional() }),
  "message.attempt_changed": z.object({ ...inThread, deliveryId: z.uuid(), to: z.string() }),
  "message.priced": z.object({
    ...inThread,
    channelId: z.uuid(),
    pricing: z.object({
      model: z.string().nullable(),
      type: z.string().nullable(),
      category: z.string().nullable(),
      billable: z.boolean().nullable(),
    }),
  }),
  "message.reacted": z.object({ ...inThread, removed: z.boolean(), by: z.string() }),
  "message.reaction_failed": z.object({ ...inThread, state: z.string(), code: z.string().optional() }),
  "message.edited": z.object(inThread),
  "message.revoked": z.object(inThread),
  "message.media_requested": z.object({ ...inThread, fileId: z.uuid() }),
  "message.media_stored": z.object({ ...inThread, fileId: z.uuid() }),
  "message.media_failed": z.object({ ...inThread, fileId: z.uuid() }),
};
