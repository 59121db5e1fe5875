import { type RawBuilder, sql } from "kysely";
import type { z } from "zod";
import type { PropertyCondition } from "./rule.api.ts";

/** A property of the event `e`: of what was tracked, or of the payload of one of our own. */
const inPayload = (property: string): RawBuilder<unknown> =>
  sql`((case when jsonb_typeof(e.payload -> 'properties') = 'object' then e.payload -> 'properties' else e.payload end) #> ${property.split(".")}::text[])`;

export const textOf = (property: string): RawBuilder<unknown> => sql`(${inPayload(property)} #>> '{}')`;

/** The number it is, or that its text is; else null. */
export const numberOf = (property: string): RawBuilder<unknown> => {
  const text = textOf(property);
  return sql`(case when jsonb_typeof(${inPayload(property)}) = 'number' or (jsonb_typeof(${inPayload(property)}) = 'string' and ${text} ~ '^-?[0-9]{1,15}(\\.[0-9]{1,10})?$') then ${text}::numeric end)`;
};

const orders = { more_than: sql`>`, at_least: sql`>=`, less_than: sql`<`, at_most: sql`<=` };

/** Never null. */
export const propertySql = ({ property, op, value }: z.output<typeof PropertyCondition>): RawBuilder<boolean> => {
  const text = textOf(property);
  switch (op) {
    case "known":
      return sql<boolean>`(${text} is not null)`;
    case "unknown":
      return sql<boolean>`(${text} is null)`;
    case "is":
      return sql<boolean>`coalesce(${equal(property, value)}, false)`;
    case "is_not":
      return sql<boolean>`(not coalesce(${equal(property, value)}, false))`;
    case "contains":
      return sql<boolean>`coalesce(case jsonb_typeof(${inPayload(property)}) when 'array' then ${inPayload(property)} @> ${JSON.stringify(value)}::jsonb
        else strpos(lower(${text}), lower(${String(value)}::text)) > 0 end, false)`;
    default:
      return typeof value === "number"
        ? sql<boolean>`coalesce(${numberOf(property)} ${orders[op]} ${String(value)}::numeric, false)`
        : sql<boolean>`coalesce(${text} collate "C" ${orders[op]} ${String(value)}::text collate "C", false)`;
  }
};

const equal = (property: string, value: z.output<typeof PropertyCondition>["value"]) =>
  typeof value === "number" ? sql`${numberOf(property)} = ${String(value)}::numeric` : sql`${textOf(property)} = ${String(value)}::text`;
