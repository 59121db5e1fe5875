import { z } from "zod";

export const ArrivalQuery = z.object({
  name: z.string().max(200).optional().describe("Only this name"),
  keyId: z.uuid().optional().describe("Only from this write key or API key"),
  bots: z.enum(["with", "without", "only"]).default("with"),
  limit: z.coerce.number().int().min(1).max(100).default(50).describe("How many, newest first; at most 100"),
});
export const Arrival = z
  .object({
    id: z.uuid(),
    at: z.date().describe("When it arrived"),
    outcome: z.enum(["accepted", "refused", "duplicate", "dropped"]),
    kind: z.string().describe("track, page, identify, alias"),
    name: z.string(),
    keyId: z.uuid().nullable(),
    bot: z.boolean(),
    contactId: z.uuid().nullable(),
    visitorId: z.uuid().nullable(),
    field: z.string().nullable().describe("Of a refused one, what is wrong"),
    reason: z.string().nullable().describe("Why it was not taken"),
    hidden: z.array(z.string()).describe("Personal properties you may not see"),
    raw: z.unknown().describe("Accepted ones as they are kept, others as they were sent (shortened to 4,000 characters)"),
  })
  .meta({ id: "Arrival" });
