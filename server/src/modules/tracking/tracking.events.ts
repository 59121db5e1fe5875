import { z } from "zod";

/**
 * Events that outsiders send are not listed: their names are the organization's own. Their payload is `{ type, messageId?, key, visitorId?,
 * properties, personal?, context }`.
 */
export const trackingEvents = {
  "page.viewed": z.object({
    type: z.literal("page"),
    visitorId: z.uuid().optional(),
    properties: z.looseObject({}),
    context: z.looseObject({}),
  }),
  "visitor.identified": z.object({ contactId: z.uuid(), visitorId: z.uuid() }),
  "write_key.created": z.object({ writeKeyId: z.uuid() }),
  "write_key.changed": z.object({ writeKeyId: z.uuid(), fields: z.array(z.string()) }),
  "write_key.revoked": z.object({ writeKeyId: z.uuid() }),
  "event_name.changed": z.object({ name: z.string(), fields: z.array(z.string()) }),
};
