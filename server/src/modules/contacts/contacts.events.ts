import { z } from "zod";

const contactId = z.uuid();
const identity = { contactId, identityId: z.uuid(), kind: z.string() };
const consent = z.object({ contactId, channel: z.string(), purpose: z.string(), source: z.string() });

/** Public event names of this module: ids and facts, never a name, number or note. */
export const contactEvents = {
  "contact.created": z.object({ contactId, source: z.string() }),
  "contact.updated": z.object({ contactId, fields: z.array(z.string()) }),
  "contact.identity_added": z.object(identity),
  "contact.identity_removed": z.object(identity),
  "contact.identity_moved": z.object({ ...identity, fromIdentityId: z.uuid() }),
  "contact.duplicate_suspected": z.object({ ...identity, otherContactId: z.uuid() }),
  "contact.joined": z.object({ contactId, otherContactId: z.uuid() }),
  "contact.tagged": z.object({ contactId, added: z.array(z.uuid()), removed: z.array(z.uuid()) }),
  "contact.stage_changed": z.object({ contactId, from: z.string(), to: z.string() }),
  "contact.scored": z.object({ contactId, from: z.number().int(), to: z.number().int() }),
  "tag.deleted": z.object({ tagId: z.uuid() }),
  "contact.note_added": z.object({ contactId, noteId: z.uuid() }),
  "contact.erased": z.object({ contactId }),
  "consent.granted": consent,
  "consent.withdrawn": consent,
};
