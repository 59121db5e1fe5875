import { z } from "zod";
import { PageQuery } from "../../kernel/page.ts";
import { ContactSummary } from "./contacts.api.ts";

/** The strong ones first: each of them alone is enough to ask. */
export const reasonKinds = [
  "seen_together",
  "same_phone",
  "same_email",
  "same_user_id",
  "claimed_phone",
  "claimed_email",
  "name_and_company",
  "name_and_address",
  "name_and_digits",
  "name_and_domain",
  "name_and_birthday",
  "last_digits",
] as const;
export type ReasonKind = (typeof reasonKinds)[number];

export const Duplicate = z
  .object({
    contact: ContactSummary,
    other: ContactSummary,
    score: z.number().int().describe("0 to 100: how likely the two are one person"),
    reasons: z.array(z.enum(reasonKinds)).describe("What the two share, the strongest first"),
    foundAt: z.date(),
    dismissedAt: z.date().nullable(),
    dismissedBy: z.string().nullable(),
  })
  .meta({ id: "Duplicate" });

export const DuplicateQuery = PageQuery.extend({
  state: z.enum(["open", "dismissed"]).default("open"),
  strength: z
    .enum(["strong", "weak"])
    .optional()
    .describe("strong: a number, an address or a user id in common; weak: a name and something else"),
  contactId: z.uuid().optional().describe("Only pairs of this contact"),
});
export const DuplicateCounts = z
  .object({ strong: z.number().int(), weak: z.number().int(), dismissed: z.number().int() })
  .describe("Counted up to 1,000")
  .meta({ id: "DuplicateCounts" });
export const DuplicatePath = z.object({ contactId: z.uuid(), otherContactId: z.uuid() });
