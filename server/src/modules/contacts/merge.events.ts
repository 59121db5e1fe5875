import { z } from "zod";

const contactId = z.uuid();
const merge = { contactId, otherContactId: z.uuid(), mergeId: z.uuid() };

/** `contactId` is the one that stays; after contact.unmerged both exist again. */
export const mergeEvents = {
  "contact.merged": z.object(merge),
  "contact.unmerged": z.object(merge),
};
