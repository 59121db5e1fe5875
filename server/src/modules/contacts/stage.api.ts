import { z } from "zod";

export const maximumStages = 30;
const hue = z.number().int().min(1).max(6);
const name = z.string().trim().min(1).max(60);

export const Stage = z
  .object({
    key: z.string().describe("What contacts, filters and exports call it; never changes"),
    name: z.string().nullable().describe("null: one Candor brings (lead, customer, loyal, lost), told in the reader's language"),
    hue,
  })
  .meta({ id: "Stage" });
export const StageRequest = z
  .object({
    name,
    hue: hue.optional(),
    key: z
      .string()
      .regex(/^[a-z0-9_]{1,40}$/)
      .optional()
      .describe("Made from the name where missing"),
  })
  .meta({ id: "StageRequest" });
export const StageChange = z.object({ name: name.optional(), hue: hue.optional() }).meta({ id: "StageChange" });
export const StagePath = z.object({ stageKey: z.string().max(40) });
export const StageOrder = z.object({ keys: z.array(z.string().max(40)).max(maximumStages) });
export const StageRemoval = z.object({ successor: z.string().max(40).describe("The stage the people in it go to") });
export const StageList = z.object({ items: z.array(Stage) });

export const StageEntry = Stage.extend({ enteredAt: z.date(), leftAt: z.date().nullable().describe("null: still in it") }).meta({
  id: "StageEntry",
});
export const StageHistory = z.object({ items: z.array(StageEntry).describe("Newest first, at most 200") });
