import { z } from "zod";
import { PageQuery } from "../../kernel/page.ts";
import { FieldValue } from "./field.api.ts";

/** What a person looks for in somebody's history. `website`: what their browser and the organization's own systems told. */
export const timelineKinds = ["messages", "notes", "website", "changes", "consents", "sales", "segments", "campaigns"] as const;

export const TimelineQuery = PageQuery.extend({
  kind: z.enum(timelineKinds).optional().describe("Only what is of this kind"),
});

const value = FieldValue.nullable();
export const TimelineItem = z
  .object({
    id: z.uuid(),
    name: z.string().describe("The event's public name, such as message.received"),
    at: z.date(),
    actor: z.object({ kind: z.string(), name: z.string().nullable() }),
    payload: z.record(z.string(), z.unknown()),
    changes: z
      .array(z.object({ field: z.string(), from: value, to: value }))
      .describe("What changed from what to what, where values are kept"),
  })
  .meta({ id: "TimelineItem" });
