import { z } from "zod";
import {
  ConsentCondition,
  ConversationCondition,
  FieldCondition,
  ReachableCondition,
  SegmentCondition,
  TagCondition,
} from "../contacts/condition.api.ts";

const one = z.union([z.string().max(1000), z.number(), z.boolean()]);

/** A question about one property of an event: `price`, `items.0.sku`. Compared as a number where the value is one. */
export const PropertyCondition = z.object({
  property: z.string().min(1).max(200).describe("Path within the event's properties, parts divided by dots"),
  op: z.enum(["is", "is_not", "contains", "known", "unknown", "more_than", "at_least", "less_than", "at_most"]),
  value: one.optional(),
});

export const Window = z
  .discriminatedUnion("kind", [
    z.object({ kind: z.literal("ever") }),
    z.object({ kind: z.literal("last"), amount: z.number().int().min(1).max(1000), unit: z.enum(["minutes", "hours", "days"]) }),
    z.object({ kind: z.literal("between"), from: z.iso.datetime().nullable(), to: z.iso.datetime().nullable() }),
  ])
  .meta({ id: "EventWindow" });

/** Something that happened. "Not" is a group around it. */
export const EventLeaf = z.object({
  about: z.literal("event"),
  event: z.string().min(1).max(200).describe("The event's name, such as page.viewed, message.received or a name you track"),
  where: z.array(PropertyCondition).max(10).default([]),
  measure: z
    .discriminatedUnion("kind", [
      z.object({ kind: z.literal("happened") }),
      z.object({ kind: z.literal("count"), op: z.enum(["at_least", "at_most", "exactly"]), value: z.number().int().min(0).max(10_000) }),
      z.object({
        kind: z.literal("distinct"),
        property: z.string().min(1).max(200),
        op: z.enum(["at_least", "at_most", "exactly"]),
        value: z.number().int().min(0).max(10_000),
      }),
      z.object({ kind: z.literal("sum"), property: z.string().min(1).max(200), op: z.enum(["at_least", "at_most"]), value: z.number() }),
      z.object({
        kind: z.literal("first"),
        is: PropertyCondition.nullable().describe("What holds of the first such event ever; null: it lies in the window"),
      }),
      z.object({
        kind: z.literal("last"),
        is: PropertyCondition.nullable().describe("What holds of the newest such event; null: it lies in the window"),
      }),
    ])
    .default({ kind: "happened" }),
  window: Window.default({ kind: "ever" }),
  relation: z
    .object({
      order: z.enum(["before", "after"]),
      event: z.string().min(1).max(200),
      within: z.object({ amount: z.number().int().min(1).max(1000), unit: z.enum(["minutes", "hours", "days"]) }).nullable(),
    })
    .nullable()
    .default(null)
    .describe("Counts only where another event of the same contact follows it (before) or precedes it (after), within a time or at all"),
});
export const ListLeaf = z.object({ about: z.literal("list"), op: z.enum(["in", "not_in"]), listId: z.uuid() });

export const Leaf = z
  .discriminatedUnion("about", [
    FieldCondition,
    TagCondition,
    ConsentCondition,
    ReachableCondition,
    ConversationCondition,
    SegmentCondition,
    EventLeaf,
    ListLeaf,
  ])
  .meta({ id: "RuleLeaf" });
export type RuleLeaf = z.output<typeof Leaf>;

export type RuleGroup = { match: "all" | "any" | "none"; rules: (RuleGroup | RuleLeaf)[] };
/** A tree: all of these, any of these, none of these. At most 5 deep, 60 leaves (checked when it is saved). An empty group of `all` and `none` is everybody, of `any` nobody. */
export const Rule: z.ZodType<RuleGroup, RuleGroup> = z
  .object({ match: z.enum(["all", "any", "none"]), rules: z.array(z.union([z.lazy(() => Rule), Leaf])).max(60) })
  .meta({ id: "Rule" }) as unknown as z.ZodType<RuleGroup, RuleGroup>;
