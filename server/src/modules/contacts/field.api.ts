import { z } from "zod";

export const fieldTypes = [
  "text",
  "long_text",
  "number",
  "money",
  "date",
  "time",
  "yes_no",
  "choice",
  "choices",
  "link",
  "phone",
  "email",
] as const;
export type FieldType = (typeof fieldTypes)[number];

/** Fideslang's words (https://ethyca.com/fideslang) for what a field of one's own may hold, the vaguest first. */
export const fieldCategories = [
  "user",
  "user.name",
  "user.contact",
  "user.contact.address",
  "user.demographic",
  "user.workplace",
  "user.behavior",
  "user.location",
  "user.financial",
  "user.health_and_medical",
  "user.government_id",
  "user.content.private",
  "user.unique_id",
] as const;

export const maximumFields = 60;
export const maximumOptions = 200;

const key = z.string().regex(/^[a-z][a-z0-9_]{0,39}$/, "Small letters, digits and _ only, beginning with a letter, at most 40.");
const name = z.string().trim().min(1).max(80);
export const FieldValue = z
  .union([z.string(), z.number(), z.boolean(), z.array(z.string())])
  .describe(
    "By type: text, long_text, link, phone (+ and digits), email: a string; number: a number; money: a whole number of the currency's minor units; date: 2026-11-30; time: a moment as 2026-11-30T12:00:00.000Z; yes_no: a boolean; choice: an option's key; choices: a list of them",
  );

export const FieldOption = z
  .object({
    key: z.string().regex(/^[a-z0-9][a-z0-9_]{0,39}$/),
    name: z.string().trim().min(1).max(80),
    hue: z.number().int().min(1).max(6),
    archived: z.boolean().describe("No longer offered; contacts who have it keep it"),
  })
  .meta({ id: "FieldOption" });
export type Option = z.output<typeof FieldOption>;

export const Field = z
  .object({
    key: z.string().describe("How values and conditions name it (`fields.<key>`); never changes"),
    name: z.string(),
    help: z.string().nullable(),
    type: z.enum(fieldTypes),
    required: z.boolean().describe("A contact made by hand, by the API or by an import must have it; one who writes on a channel need not"),
    default: FieldValue.nullable().describe("What a new contact gets where nothing else is given"),
    options: z.array(FieldOption),
    currency: z.string().nullable().describe("ISO 4217, of money"),
    category: z.enum(fieldCategories).describe("What its values are in the data register"),
    archived: z.boolean(),
    filterable: z
      .enum(["fast", "slow"])
      .describe("fast: has a column of its own, which an index can serve; slow: lists, long texts and overflow"),
  })
  .meta({ id: "Field" });

const request = {
  name,
  help: z.string().trim().max(500).nullable().optional(),
  required: z.boolean().optional(),
  default: FieldValue.nullable().optional(),
  options: z
    .array(z.object({ key: FieldOption.shape.key.optional(), name: FieldOption.shape.name, hue: FieldOption.shape.hue.optional() }))
    .max(maximumOptions)
    .optional()
    .describe(`Of choice and choices, in their order, at most ${maximumOptions}. One left out is archived: who has it keeps it`),
  category: z.enum(fieldCategories),
};
export const FieldRequest = z
  .object({
    ...request,
    key: key.optional().describe("Made from the name where missing"),
    type: z.enum(fieldTypes),
    currency: z
      .string()
      .regex(/^[A-Za-z]{3}$/)
      .optional()
      .describe("ISO 4217; money needs it"),
  })
  .meta({ id: "FieldRequest" });
export const FieldChange = z.object(request).partial().meta({ id: "FieldChange" });
export const FieldPath = z.object({ fieldKey: z.string().max(40) });
export const FieldOrder = z.object({
  keys: z.array(z.string().max(40)).max(maximumFields).describe("All fields, archived ones too, in their new order"),
});
export const FieldList = z.object({ items: z.array(Field) });

/** The part of the data register that differs by organization. */
export const FieldCategories = z.object({
  items: z.array(
    z.object({
      key: z.string(),
      name: z.string(),
      type: z.enum(fieldTypes),
      category: z.enum(fieldCategories),
      archived: z.boolean(),
      deleting: z.boolean(),
    }),
  ),
});
