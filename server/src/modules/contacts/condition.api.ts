import { z } from "zod";

/**
 * One question about a contact as they are now. The same shape filters lists and saved views, chooses for bulk actions, and is a leaf of a
 * segment's rule: what one can see one can segment.
 */
export const operators = [
  "is",
  "is_not",
  "one_of",
  "not_one_of",
  "contains",
  "not_contains",
  "starts_with",
  "known",
  "unknown",
  "more_than",
  "at_least",
  "less_than",
  "at_most",
  "between",
  "before",
  "after",
  "in_last_days",
  "not_in_last_days",
  "in_next_days",
] as const;

/** Fields every contact has; an organization's own are `fields.<key>`. */
export const builtInFields = [
  "name",
  "company",
  "language",
  "country",
  "time_zone",
  "stage",
  "owner",
  "score",
  "created_at",
  "last_seen_at",
] as const;

const one = z.union([z.string().max(1000), z.number(), z.boolean()]);
export const FieldCondition = z.object({
  about: z.literal("field"),
  field: z
    .string()
    .max(80)
    .describe(
      "One of name, company, language, country, time_zone, stage (a key), owner (a member id), score, created_at, last_seen_at; or fields.<key>",
    ),
  op: z.enum(operators),
  value: z
    .union([one, z.array(one).max(200)])
    .optional()
    .describe(
      "Text, number (money in minor units), true or false, or an ISO date; a list for one_of and not_one_of, a pair for between; days for in_last_days and its like; nothing for known and unknown",
    ),
});
export const TagCondition = z.object({ about: z.literal("tag"), op: z.enum(["has", "has_not"]), tagId: z.uuid() });
export const ConsentCondition = z.object({
  about: z.literal("consent"),
  op: z.enum(["granted", "not_granted"]),
  channel: z.string().max(40),
  purpose: z.string().max(60),
});
export const ReachableCondition = z.object({
  about: z.literal("reachable"),
  op: z.enum(["is", "is_not"]),
  by: z.enum(["whatsapp", "phone", "email"]).describe("By an identity in use that was not found undeliverable"),
});
export const ConversationCondition = z.object({
  about: z.literal("conversation"),
  op: z.enum(["is", "is_not"]),
  state: z
    .enum(["open", "closed", "unanswered", "any"])
    .describe("unanswered: open, and the last word is the customer's; any: there is one at all"),
});
export const SegmentCondition = z.object({ about: z.literal("segment"), op: z.enum(["in", "not_in"]), segmentId: z.uuid() });

/** What can be asked of a contact without looking at events. */
export const Condition = z
  .discriminatedUnion("about", [
    FieldCondition,
    TagCondition,
    ConsentCondition,
    ReachableCondition,
    ConversationCondition,
    SegmentCondition,
  ])
  .meta({ id: "Condition" });
export type ContactCondition = z.output<typeof Condition>;
