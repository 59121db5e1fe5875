import { z } from "zod";

const segmentId = z.uuid();
const listId = z.uuid();
const moved = z.object({ contactId: z.uuid(), segmentId, by: z.enum(["change", "build", "gone"]) });

/** `by`: a change of the contact or of time; a rule that was made or edited; or that the contact is no more. */
export const segmentEvents = {
  "segment.entered": moved,
  "segment.left": moved,
  "segment.created": z.object({ segmentId }),
  "segment.changed": z.object({ segmentId, what: z.array(z.string()) }),
  "segment.built": z.object({ segmentId, version: z.number(), members: z.number() }),
  "segment.archived": z.object({ segmentId }),
  "segment.restored": z.object({ segmentId }),
  "segment.deleted": z.object({ segmentId }),
  "list.created": z.object({ listId }),
  "list.changed": z.object({ listId, added: z.number(), removed: z.number() }),
  "list.deleted": z.object({ listId }),
};
