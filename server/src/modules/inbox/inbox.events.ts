import { z } from "zod";

const inThread = { conversationId: z.uuid(), contactId: z.uuid() };

/** conversation.reopened is declared by the conversations module: a customer's message reopens too. */
export const inboxEvents = {
  "conversation.assigned": z.object({ ...inThread, from: z.uuid().nullable(), to: z.uuid().nullable() }),
  "conversation.closed": z.object({ ...inThread, by: z.string() }),
  "conversation.labelled": z.object({ ...inThread, added: z.array(z.uuid()), removed: z.array(z.uuid()) }),
  "conversation.read": z.object({ conversationId: z.uuid(), memberId: z.uuid(), unread: z.number().int() }),
  "note.added": z.object({ ...inThread, messageId: z.uuid() }),
  "note.deleted": z.object({ ...inThread, messageId: z.uuid() }),
  "label.changed": z.object({ labelId: z.uuid(), what: z.enum(["created", "changed", "deleted"]) }),
};
