import { z } from "zod";
import { PageQuery } from "../../kernel/page.ts";

const Micros = z
  .string()
  .regex(/^-?\d+$/)
  .describe("Millionths of the currency's unit: 53400 is 0.0534");
const Currency = z
  .string()
  .transform((text) => text.toUpperCase())
  .pipe(z.string().regex(/^[A-Z]{3}$/, "A currency is three letters, such as USD."));
const Day = z.iso.date();
const Exactness = z
  .enum(["published", "estimate", "own"])
  .describe("Of the shipped table as published, an estimate of ours, or the organization's own price");

export const MonthPath = z.object({ month: z.string().regex(/^20\d\d-(0[1-9]|1[0-2])$/, "A month is written as 2026-11.") });

const Sums = {
  messages: z.number().int(),
  charged: z.number().int().describe("Of them charged by WhatsApp"),
  estimated: z.number().int().describe("Of those charged, priced by an estimate"),
  unpriced: z.number().int().describe("Of those charged, without a known price: not in the amount"),
  currency: z.string(),
  amountMicros: Micros,
};
export const CostSum = z.object(Sums).meta({ id: "CostSum" });

export const MonthOfCosts = z
  .object({
    month: z.string(),
    timeZone: z.string(),
    totals: z.array(CostSum).describe("One per currency"),
    days: z.array(z.object({ day: z.string(), messages: z.number().int(), currency: z.string(), amountMicros: Micros })),
    freeReplies: z.array(
      z.object({
        channelId: z.uuid(),
        name: z.string(),
        used: z.number().int(),
        charged: z.number().int(),
        allowance: z.number().int().nullable().describe("How many are free in the month; null: all"),
        left: z.number().int().nullable(),
      }),
    ),
  })
  .meta({ id: "MonthOfCosts" });
export const MonthList = z.object({ items: z.array(z.object({ month: z.string() })), next: z.null() });

export const Breakdown = z.enum(["number", "sender", "contact", "template", "category", "country"]);
export const BreakdownPath = MonthPath.extend({ by: Breakdown });
export const CostLine = z
  .object({
    key: z.string(),
    name: z.string().nullable().describe("Null where the key says it, or nobody knows any more"),
    market: z.string().nullable(),
    ...Sums,
  })
  .meta({ id: "CostLine" });

export const CostFilter = z.object({
  number: z.uuid().optional(),
  sender: z.string().max(120).optional(),
  contact: z.uuid().optional(),
  template: z.string().max(512).optional(),
  category: z.string().max(60).optional(),
  country: z.string().max(2).optional(),
  day: Day.optional(),
  charged: z.enum(["yes", "no"]).optional(),
  unpriced: z.enum(["yes"]).optional().describe("Only those charged for which no price is known"),
});
export const CostMessageQuery = PageQuery.extend(CostFilter.shape);
export const CostMessage = z
  .object({
    messageId: z.uuid(),
    conversationId: z.uuid().nullable(),
    contact: z.object({ id: z.uuid(), name: z.string() }).nullable().describe("Null: erased"),
    channel: z.object({ id: z.uuid(), name: z.string() }).nullable(),
    sender: z.string(),
    senderName: z.string().nullable(),
    messageType: z.string(),
    template: z.string().nullable(),
    category: z.string(),
    pricingType: z.string(),
    charged: z.boolean(),
    country: z.string().nullable(),
    market: z.string().nullable(),
    currency: z.string(),
    amountMicros: Micros.nullable(),
    exactness: Exactness.nullable(),
    priceValidFrom: z.string().nullable(),
    at: z.date(),
  })
  .meta({ id: "CostMessage" });

export const CostHints = z
  .object({
    shortReplies: z.object({
      count: z
        .number()
        .int()
        .describe("Replies that followed another of ours within a minute, before the customer wrote, and would have fitted into it"),
      free: z.number().int().describe("Of them free replies used up"),
      savings: z.array(z.object({ currency: z.string(), amountMicros: Micros })),
      examples: z.array(z.object({ conversationId: z.uuid(), messages: z.number().int() })),
    }),
  })
  .meta({ id: "CostHints" });

export const Category = z
  .string()
  .transform((text) =>
    text
      .trim()
      .toLowerCase()
      .replace(/[\s-]+/g, "_"),
  )
  .pipe(z.string().regex(/^[a-z_]{2,60}$/, "A category is a word such as marketing, utility, authentication or service."));

export const EstimateQuery = z.object({
  channelId: z.uuid(),
  contactId: z.uuid(),
  templateId: z.uuid().optional().describe("A template of the number; without it and without a category a free-form reply"),
  category: Category.optional().describe("Instead of a template"),
});
export const CostEstimate = z
  .object({
    category: z.string(),
    country: z.string().nullable(),
    market: z.string().nullable(),
    currency: z.string(),
    amountMicros: Micros.nullable().describe("What sending costs now; null: no price is known"),
    priceMicros: Micros.nullable().describe("What it costs when it is not free"),
    free: z.enum(["free_entry_point", "free_replies", "not_charged"]).nullable().describe("Why it costs nothing"),
    freeRepliesLeft: z.number().int().nullable(),
    validFrom: z.string().nullable(),
    exactness: Exactness.nullable(),
    source: z.string().nullable(),
    showReplyCost: z.boolean(),
  })
  .meta({ id: "CostEstimate" });

const Price = z.union([z.string(), z.number()]).transform(String).describe("In the currency's unit, such as 0.0534");
export const NewPrice = z
  .object({ currency: Currency, market: z.string().min(2).max(60), category: Category, price: Price, validFrom: Day })
  .meta({ id: "NewPrice" });
export const PriceRowView = z
  .object({
    key: z.string(),
    id: z.uuid().nullable().describe("Null: ships with the program"),
    currency: z.string(),
    market: z.string(),
    category: z.string(),
    priceMicros: Micros,
    validFrom: z.string(),
    exactness: Exactness,
    source: z.string(),
    inForce: z.boolean().describe("What a message of today is priced with"),
    retired: z.boolean().describe("Corrected or taken back; kept for the record"),
  })
  .meta({ id: "PriceRow" });
export const PriceQuery = PageQuery.extend({
  market: z.string().max(60).optional(),
  category: z.string().max(60).optional(),
  show: z.enum(["now", "all"]).default("now").describe("Only what holds today, or every row there ever was"),
});
export const PricePath = z.object({ priceId: z.uuid() });
export const Markets = z.object({
  items: z.array(z.object({ market: z.string(), countries: z.array(z.string()) })),
  next: z.null(),
});

export const PriceImport = z
  .object({
    csv: z.string().min(1).max(1_000_000),
    currency: Currency.optional().describe("For rows that name none"),
    validFrom: Day.optional().describe("For rows that name none"),
    dryRun: z.boolean().default(false).describe("Only say what would be stored"),
  })
  .meta({ id: "PriceImport" });
export const PriceImported = z
  .object({
    stored: z.boolean(),
    prices: z.number().int().describe("How many prices the file holds"),
    unchanged: z.number().int().describe("Of them already in the organization's table"),
    errors: z.array(z.object({ line: z.number().int(), column: z.string(), message: z.string() })),
  })
  .meta({ id: "PriceImported" });

export const CostSettings = z.object({ currency: z.string(), showReplyCost: z.boolean() }).meta({ id: "CostSettings" });
export const CostSettingsChange = z.object({ currency: Currency.optional(), showReplyCost: z.boolean().optional() });
