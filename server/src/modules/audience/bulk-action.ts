import { sql } from "kysely";
import type { z } from "zod";
import type { Tx } from "../../kernel/db/pools.ts";
import { invalid } from "../../kernel/errors.ts";
import type { Ctx } from "../../kernel/module.ts";
import { type ContactWrite, checkFacts, type FieldDefinition, fieldsOf, knownFor, ownValue } from "../contacts/index.ts";
import type { BulkAction } from "./bulk.api.ts";

export type Action = z.output<typeof BulkAction>;
/** What a contact has of what an action touches. */
export type Held = { tags: string[] } | { value: unknown };

const facts: Record<string, { fact: "company" | "language" | "country" | "timeZone"; column: string }> = {
  company: { fact: "company", column: "company" },
  language: { fact: "language", column: "language" },
  country: { fact: "country", column: "country" },
  time_zone: { fact: "timeZone", column: "time_zone" },
};

/** As one write among many; `value` instead of the action's own puts something back. */
export const writeOf = (action: Action, contactId: string, value: unknown = valueIn(action)): ContactWrite => {
  switch (action.kind) {
    case "add_tags":
      return { contactId, tags: { add: action.tagIds } };
    case "remove_tags":
      return { contactId, tags: { remove: action.tagIds } };
    case "set_stage":
      return { contactId, facts: { stage: value as string } };
    case "set_owner":
      return { contactId, facts: { ownerId: value as string | null } };
    case "set_field": {
      const fact = facts[action.field]?.fact;
      return fact ? { contactId, facts: { [fact]: value } } : { contactId, fields: { [keyOf(action.field)]: value } };
    }
    case "erase":
      return { contactId };
  }
};

const valueIn = (action: Action): unknown => {
  if (action.kind === "set_stage") return action.stage;
  if (action.kind === "set_owner") return action.ownerId;
  return action.kind === "set_field" ? action.value : null;
};
const keyOf = (field: string) => field.replace(/^fields\./, "");

/** Refuses what would be a problem with every contact. */
export const checkAction = async (tx: Tx, ctx: Ctx, action: Action): Promise<void> => {
  if (action.kind === "erase") return;
  if (action.kind === "set_field" && !facts[action.field]) {
    const known = (await fieldsOf(tx, ctx.organizationId)).some((field) => !field.archived && `fields.${field.key}` === action.field);
    if (!known)
      throw invalid(
        "action.field",
        `There is no field ${action.field} to set.`,
        "Use company, language, country, time_zone or fields.<key>.",
      );
  }
  const write = writeOf(action, ctx.organizationId);
  const known = await knownFor(tx, ctx.organizationId, [write]);
  const [problem] = checkFacts(known.definitions, write, known);
  if (problem) throw invalid("action.value", problem.message, problem.remedy);
  const tagIds = "tagIds" in action ? action.tagIds : [];
  if (tagIds.some((id) => !known.tags.has(id)))
    throw invalid("action.tagIds", "One of these tags does not exist.", "Choose from GET /tags.");
};

/** What these contacts have now, and holds them until the transaction ends, in the order of their ids. */
export const heldBy = async (tx: Tx, organizationId: string, action: Action, ids: string[]): Promise<Map<string, Held>> => {
  const rows = await tx
    .selectFrom("contacts")
    .selectAll()
    .where("organization_id", "=", organizationId)
    .where("id", "in", ids)
    .orderBy("id")
    .forUpdate()
    .execute();
  if ("tagIds" in action) {
    const given = await sql<{ contact_id: string; tags: string[] }>`
      select contact_id, array_agg(tag_id::text order by tag_id) as tags from contact_tags
       where organization_id = ${organizationId} and contact_id = any (${ids}::uuid[]) and tag_id = any (${action.tagIds}::uuid[]) group by 1`.execute(
      tx,
    );
    const tags = new Map(given.rows.map((row) => [row.contact_id, row.tags]));
    return new Map(rows.map((row) => [row.id, { tags: tags.get(row.id) ?? [] }]));
  }
  const definition = action.kind === "set_field" ? await definitionOf(tx, organizationId, action.field) : undefined;
  return new Map(rows.map((row) => [row.id, { value: valueOfRow(action, row, definition) }]));
};

const definitionOf = async (tx: Tx, organizationId: string, field: string) =>
  facts[field] ? undefined : (await fieldsOf(tx, organizationId)).find((each) => each.key === keyOf(field));

const valueOfRow = (
  action: Action,
  row: Parameters<typeof ownValue>[1] & Record<string, unknown>,
  definition: FieldDefinition | undefined,
): unknown => {
  if (action.kind === "set_stage") return row.stage;
  if (action.kind === "set_owner") return row.owner_id;
  if (action.kind !== "set_field") return null;
  const column = facts[action.field]?.column;
  return (column ? row[column] : definition && ownValue(definition, row)) ?? null;
};

/** What takes an action back from one contact; null where somebody has changed since what it had put there. */
export const takingBack = (action: Action, contactId: string, before: Held, after: Held, now: Held): ContactWrite | null => {
  if ("tags" in before && "tags" in after && "tags" in now) {
    const [had, got, has] = [new Set(before.tags), new Set(after.tags), new Set(now.tags)];
    const added = [...got.difference(had)];
    const removed = [...had.difference(got)];
    // Each tag for itself: what somebody took or gave again meanwhile is theirs.
    const tags = { remove: added.filter((id) => has.has(id)), add: removed.filter((id) => !has.has(id)) };
    return tags.remove.length + tags.add.length === 0 ? null : { contactId, tags };
  }
  if (!("value" in before && "value" in after && "value" in now)) return null;
  return JSON.stringify(now.value) === JSON.stringify(after.value) ? writeOf(action, contactId, before.value) : null;
};
