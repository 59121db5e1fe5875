import { sql } from "kysely";
import type { z } from "zod";
import type { Tx } from "../../kernel/db/pools.ts";
import { invalid } from "../../kernel/errors.ts";
import type { ContactCondition, FieldCondition } from "./condition.api.ts";
import type { Known } from "./condition.ts";
import { isDateText } from "./condition-days.ts";
import { type Asked, askedField, type KnownField, operatorsOf } from "./condition-fields.ts";

const uuidText = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
/** Ten years: further than anybody asks, near enough for every calendar. */
const mostDays = 3660;

/** What conditions are asked with, as it is now. */
export const knownNow = async (tx: Tx, organizationId: string, now = new Date()): Promise<Known> => {
  const { time_zone } = await tx.selectFrom("organizations").select("time_zone").where("id", "=", organizationId).executeTakeFirstOrThrow();
  const fields =
    await sql<KnownField>`select key, type, slot from fields where organization_id = ${organizationId} and deleted_at is null`.execute(tx);
  return { fields: fields.rows, now, timeZone: time_zone };
};

/**
 * Refuses what no question can be made of, by its place below `path` (filter.2.value): a field there is not, an operator the field's type
 * does not know, a value of another type. Answers what the conditions are then asked with.
 */
export const checkConditions = async (
  tx: Tx,
  organizationId: string,
  conditions: readonly ContactCondition[],
  path = "filter",
): Promise<Known> => {
  const known = await knownNow(tx, organizationId);
  conditions.forEach((condition, at) => {
    if (condition.about === "field") checkField(condition, known, `${path}.${at}`);
  });
  return known;
};

export const checkField = ({ field, op, value }: z.output<typeof FieldCondition>, known: Known, at: string) => {
  const asked = askedField(field, known.fields);
  if (!asked)
    throw invalid(`${at}.field`, `There is no field ${field}.`, "Use a built-in field, or fields.<key> with a key of GET /fields.");
  if (!operatorsOf[asked.kind].includes(op))
    throw invalid(`${at}.op`, `${field} cannot be asked with ${op}.`, `Use one of ${operatorsOf[asked.kind].join(", ")}.`);
  const problem = problemOf(asked, op, value);
  if (problem) throw invalid(`${at}.value`, problem);
};

type Value = z.output<typeof FieldCondition>["value"];

const problemOf = (asked: Asked, op: z.output<typeof FieldCondition>["op"], value: Value): string | null => {
  if (op === "known" || op === "unknown") return value === undefined ? null : `${op} takes no value.`;
  if (op === "one_of" || op === "not_one_of")
    return Array.isArray(value) && value.length > 0 && value.every((each) => isValue(asked, each))
      ? null
      : `${op} takes a list of ${words(asked)}.`;
  if (op === "between")
    return Array.isArray(value) && value.length === 2 && value.every((each) => isValue(asked, each))
      ? null
      : `between takes a pair of ${words(asked)}, from and to.`;
  if (op === "in_last_days" || op === "not_in_last_days" || op === "in_next_days")
    return typeof value === "number" && Number.isInteger(value) && value >= 0 && value <= mostDays
      ? null
      : `${op} takes a whole number of days from 0 to ${mostDays}.`;
  return !Array.isArray(value) && isValue(asked, value) ? null : `${op} takes one of these: ${words(asked)}.`;
};

const isValue = (asked: Asked, value: unknown): boolean => {
  switch (asked.kind) {
    case "number":
      return typeof value === "number" && Number.isFinite(value);
    case "flag":
      return typeof value === "boolean";
    case "day":
    case "moment":
      return isDateText(value);
    case "choice":
      if (asked.values === "member") return typeof value === "string" && uuidText.test(value);
      return typeof value === "string" && value !== "";
    default:
      // Nothing is in every text: what is meant by it is `known`.
      return typeof value === "string" && value !== "" && !value.includes("\u0000");
  }
};

const words = (asked: Asked): string => {
  if (asked.values === "member") return "ids of members";
  switch (asked.kind) {
    case "number":
      return "numbers";
    case "flag":
      return "true or false";
    case "day":
    case "moment":
      return "dates as 2026-11-30 or moments as 2026-11-30T12:00:00Z";
    case "choice":
    case "choices":
      return "keys of the field's choices";
    default:
      return "texts";
  }
};
