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
  "message.reacted": z.object({ ...inThread, removed: z.boolean(), by: z.string() }),
  "message.edited": z.object(inThread),
  "message.revoked": z.object(inThread),
  "message.media_stored": z.object({ ...inThread, fileId: z.uuid() }),
  "message.media_failed": z.object({ ...inThread, fileId: z.uuid() }),
};
