import { z } from "zod";
import { PageQuery } from "../../kernel/page.ts";
import { Currency } from "./pipelines.api.ts";

export const mostDealContacts = 20;
const Title = z
  .string()
  .trim()
  .min(1)
  .max(200)
  .describe("What it is about, at most 200 characters; it stays when a person of the deal is erased");
const Value = z
  .union([z.string().regex(/^\d{1,16}$/, "Minor units: digits only."), z.number().int().min(0).max(Number.MAX_SAFE_INTEGER)])
  .transform(String)
  .refine((text) => BigInt(text) <= 1_000_000_000_000_000n, "At most 1,000,000,000,000,000 minor units.")
  .describe("Minor units of the currency: 1250 is 12.50 EUR; at most 10^15");
const Probability = z.number().int().min(0).max(100).nullable().describe("The deal's own, in percent; null: its stage's");
const Named = z.object({ id: z.uuid(), name: z.string() });

export const Deal = z
  .object({
    id: z.uuid(),
    title: z.string(),
    pipelineId: z.uuid(),
    stageId: z.uuid(),
    state: z.enum(["open", "won", "lost"]),
    value: z.string().describe("Minor units of the currency"),
    currency: z.string(),
    probability: Probability,
    chance: z.number().int().describe("What counts: the deal's own probability, else its stage's"),
    expectedOn: z.iso.date().nullable(),
    company: Named.nullable(),
    contacts: z.array(Named).describe("The first is the main person"),
    ownerId: z.uuid().nullable(),
    reasonId: z.uuid().nullable().describe("Why it was won or lost"),
    reason: z.object({ key: z.string().nullable(), name: z.string().nullable() }).nullable(),
    reasonNote: z.string().nullable(),
    openTasks: z.number().int(),
    nextTaskAt: z.date().nullable().describe("When the next of its open tasks is due"),
    stageSince: z.date(),
    closedAt: z.date().nullable(),
    createdAt: z.date(),
    updatedAt: z.date(),
  })
  .meta({ id: "Deal" });

const facts = {
  title: Title,
  value: Value,
  currency: Currency,
  probability: Probability,
  expectedOn: z.iso.date().nullable(),
  companyId: z.uuid().nullable(),
  contactIds: z.array(z.uuid()).max(mostDealContacts).describe(`The whole list, the main person first; at most ${mostDealContacts}`),
  ownerId: z.uuid().nullable(),
};
const reasons = {
  reasonId: z.uuid().nullable().describe("One of GET /deal-reasons of the same kind as the stage"),
  reasonNote: z.string().trim().max(2000).nullable(),
};
export const DealRequest = z
  .object({ ...facts, ...reasons, pipelineId: z.uuid(), stageId: z.uuid() })
  .partial()
  .required({ title: true })
  .describe(
    "Without a pipeline the first one, without a stage its first, without an owner whoever asks, without a company that of the main person",
  )
  .meta({ id: "DealRequest" });
export const DealChange = z
  .object({ ...facts, ...reasons })
  .partial()
  .meta({ id: "DealChange" });
export const DealMove = z
  .object({
    stageId: z.uuid(),
    beforeId: z.uuid().optional().describe("The deal of that stage it comes to stand above; without one it comes to the top"),
    afterId: z.uuid().optional().describe("The deal of that stage it comes to stand below"),
    fromStageId: z.uuid().optional().describe("Where one saw it: 409 `deal_moved` where somebody has moved it meanwhile"),
    ...reasons,
  })
  .partial({ reasonId: true, reasonNote: true })
  .meta({ id: "DealMove" });
export const DealPath = z.object({ dealId: z.uuid() });

const filters = {
  pipeline: z.uuid().optional(),
  owner: z.union([z.uuid(), z.literal("nobody")]).optional(),
  expectedFrom: z.iso.date().optional().describe("Expected on or after this day"),
  expectedTo: z.iso.date().optional().describe("Expected on or before this day"),
};
export const DealQuery = PageQuery.extend({
  ...filters,
  stage: z.uuid().optional(),
  state: z.enum(["open", "won", "lost", "all"]).default("all"),
  company: z.uuid().optional(),
  contact: z.uuid().optional(),
  sort: z
    .enum(["newest", "expected", "value", "board"])
    .default("newest")
    .describe(
      "expected: soonest first, those without a date last; value: greatest number first, whatever the currency; board: as the column of `stage` stands",
    ),
});
export const TotalsQuery = z.object({ ...filters, pipeline: z.uuid() });
export const DealTotals = z
  .object({
    items: z.array(
      z.object({
        stageId: z.uuid(),
        currency: z.string(),
        deals: z.number().int(),
        value: z.string().describe("Minor units"),
        weighted: z.string().describe("Minor units, each deal by its chance, the sum rounded"),
      }),
    ),
  })
  .meta({ id: "DealTotals" });

const Place = z.object({
  id: z.uuid(),
  key: z.string().nullable(),
  name: z.string().nullable(),
  kind: z.enum(["open", "won", "lost"]),
  hue: z.number().int(),
});
export const DealHistory = z
  .object({
    items: z.array(
      z.object({
        id: z.uuid(),
        from: Place.nullable(),
        to: Place,
        by: z.object({ id: z.uuid(), name: z.string() }).nullable(),
        at: z.date(),
      }),
    ),
  })
  .meta({ id: "DealHistory" });
