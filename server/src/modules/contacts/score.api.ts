import { z } from "zod";
import { Condition } from "./condition.api.ts";

export const maximumRules = 50;

const about = {
  condition: Condition.describe("What must hold of the contact; neither the score itself nor a segment, which may depend on it"),
  event: z.string().trim().min(1).max(200).describe("The event's name, such as message.received, page.viewed or a name you track"),
  atMost: z.number().int().min(1).max(100).describe("How many of the newest events count"),
  windowDays: z.number().int().min(1).max(3650).nullable().describe("How old an event may be; null: as old as it is kept"),
  halfLifeDays: z
    .number()
    .int()
    .min(1)
    .max(3650)
    .nullable()
    .describe("After how many days an event counts half; null: it always counts whole"),
};
const what = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("condition"), condition: about.condition }),
  z.object({
    kind: z.literal("event"),
    event: about.event,
    atMost: about.atMost.default(1),
    windowDays: about.windowDays.default(null),
    halfLifeDays: about.halfLifeDays.default(null),
  }),
]);
const points = z
  .number()
  .int()
  .min(-1000)
  .max(1000)
  .refine((value) => value !== 0, "Give more or less than nothing.")
  .describe("What it adds to the score, for each event that counts; less than 0 takes away");

export const ScoreRule = z
  .object({
    id: z.uuid(),
    name: z.string(),
    points: z.number().int(),
    active: z.boolean(),
    rule: z.discriminatedUnion("kind", [
      z.object({ kind: z.literal("condition"), condition: about.condition }),
      z.object({
        kind: z.literal("event"),
        event: about.event,
        atMost: about.atMost,
        windowDays: about.windowDays,
        halfLifeDays: about.halfLifeDays,
      }),
    ]),
  })
  .meta({ id: "ScoreRule" });
export const ScoreRuleRequest = z
  .object({ name: z.string().trim().min(1).max(120), points, active: z.boolean().default(true), rule: what })
  .meta({ id: "ScoreRuleRequest" });
export const ScoreRuleChange = z
  .object({ name: z.string().trim().min(1).max(120), points, active: z.boolean(), rule: what })
  .partial()
  .meta({ id: "ScoreRuleChange" });
export const ScoreRulePath = z.object({ ruleId: z.uuid() });
export const ScoreRuleList = z.object({
  items: z.array(ScoreRule),
  counting: z
    .object({ counted: z.number().int(), startedAt: z.date() })
    .nullable()
    .describe("Everybody is being counted again after a change; null: all is up to date"),
});

export const ScorePart = z
  .object({
    ruleId: z.uuid(),
    name: z.string(),
    points: z.number().int().describe("What the rule gives now"),
    rule: ScoreRule.shape.rule,
    times: z.number().int().describe("How many events count; 0 for a condition"),
    newestAt: z.date().nullable().describe("When the newest of them was"),
    changesAt: z.date().nullable().describe("Not before this moment do the points change by time alone; null: time does not change them"),
  })
  .meta({ id: "ScorePart" });
export const ScoreExplained = z
  .object({
    score: z.number().int(),
    parts: z.array(ScorePart).describe("The rules that give something, the most first; their points add up to the score"),
  })
  .meta({ id: "ScoreExplained" });

export const ScorePreviewRequest = z.object({ contactId: z.uuid(), points, rule: what });
export const ScorePreview = z
  .object({
    points: z.number().int().describe("What the rule would give this contact now"),
    times: z.number().int(),
    newestAt: z.date().nullable(),
  })
  .meta({ id: "ScorePreview" });
