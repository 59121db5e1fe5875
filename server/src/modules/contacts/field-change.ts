import type { z } from "zod";
import { audit } from "../../kernel/audit.ts";
import type { Tx } from "../../kernel/db/pools.ts";
import { conflict, invalid, notFound } from "../../kernel/errors.ts";
import { emit } from "../../kernel/events.ts";
import { enqueue } from "../../kernel/jobs.ts";
import type { Ctx } from "../../kernel/module.ts";
import { type Field, type FieldChange, type FieldRequest, maximumFields } from "./field.api.ts";
import { keyFor, nextOptions } from "./field-options.ts";
import { readValue } from "./field-read.ts";
import { isCurrency } from "./field-read-number.ts";
import { freeSlot } from "./field-slots.ts";
import type { StoredValue } from "./field-values.ts";
import { definitionOf, type FieldDefinition, fieldsOf } from "./fields.ts";
import { lockFields } from "./write-known.ts";

type Request = z.output<typeof FieldRequest>;
type Change = z.output<typeof FieldChange>;
type Shown = z.input<typeof Field>;

export const listFields = (ctx: Ctx) =>
  ctx.transaction(async (tx) => ({ items: (await fieldsOf(tx, ctx.organizationId)).map(presentField) }));

/** What the organization's own fields are in its data register. One that is being deleted still holds values, and says so. */
export const listFieldCategories = (ctx: Ctx) =>
  ctx.transaction(async (tx) => {
    const rows = await tx.selectFrom("fields").selectAll().where("organization_id", "=", ctx.organizationId).orderBy("position").execute();
    return {
      items: rows.map((row) => {
        const { key, name, type, category, archived } = presentField(definitionOf(row));
        return { key, name, type, category, archived, deleting: row.deleted_at !== null };
      }),
    };
  });

export const makeField = (ctx: Ctx, request: Request) =>
  ctx.transaction(async (tx) => {
    await lockFields(tx, ctx.organizationId);
    const there = await tx.selectFrom("fields").select(["key", "position"]).where("organization_id", "=", ctx.organizationId).execute();
    if (there.length >= maximumFields)
      throw conflict(
        "too_many_fields",
        `An organization has at most ${maximumFields} fields, archived ones counted.`,
        "Delete one that is not used.",
      );
    const taken = there.map((field) => field.key);
    if (request.key !== undefined && taken.includes(request.key))
      throw conflict("field_exists", "There is a field of this key, or its values are still being removed.", "Choose another key.", "key");
    const currency = request.currency?.toUpperCase() ?? null;
    if (request.type === "money" && (currency === null || !isCurrency(currency)))
      throw invalid("currency", "Money needs a currency.", "Use three letters of ISO 4217, such as EUR.");
    if (request.type !== "money" && currency !== null) throw invalid("currency", "Only money has a currency.");
    const definition: FieldDefinition = {
      key: request.key ?? keyFor(request.name, taken, "field"),
      name: request.name,
      help: request.help || null,
      type: request.type,
      required: request.required ?? false,
      default: null,
      options: optionsFor(request.type, request.options, []),
      currency,
      category: request.category,
      slot: await freeSlot(tx, ctx.organizationId, request.type),
      indexed: false,
      archived: false,
    };
    definition.default = readDefault(definition, request.default ?? null);
    await requireOwnName(tx, ctx.organizationId, definition);
    await tx
      .insertInto("fields")
      .values({
        organization_id: ctx.organizationId,
        ...columnsOf(definition),
        key: definition.key,
        type: definition.type,
        currency,
        slot: definition.slot,
        position: Math.max(0, ...there.map((field) => field.position)) + 1,
      })
      .execute();
    await audit(tx, ctx, "field.created", { key: definition.key }, { type: definition.type, category: definition.category });
    await emit(tx, ctx, "field.created", { key: definition.key });
    return presentField(definition);
  });

/** The type and the currency stay: what is stored is of that type. */
export const changeField = (ctx: Ctx, key: string, change: Change) =>
  ctx.transaction(async (tx) => {
    const before = await requireField(tx, ctx.organizationId, key);
    const after: FieldDefinition = {
      ...before,
      ...(change.name === undefined ? {} : { name: change.name }),
      ...(change.help === undefined ? {} : { help: change.help || null }),
      ...(change.required === undefined ? {} : { required: change.required }),
      ...(change.category === undefined ? {} : { category: change.category }),
      ...(change.options === undefined ? {} : { options: optionsFor(before.type, change.options, before.options) }),
    };
    after.default = readDefault(after, change.default === undefined ? before.default : change.default);
    if (JSON.stringify(before) === JSON.stringify(after)) return presentField(after);
    await requireOwnName(tx, ctx.organizationId, after);
    await setColumns(tx, ctx.organizationId, key, columnsOf(after));
    await audit(tx, ctx, "field.changed", { key }, before.category === after.category ? {} : { category: after.category });
    await emit(tx, ctx, "field.changed", { key });
    return presentField(after);
  });

/** Its values are kept, but it is neither shown nor asked nor filtered by until it is brought back. */
export const archiveField = (ctx: Ctx, key: string, archived: boolean) =>
  ctx.transaction(async (tx) => {
    const field = await requireField(tx, ctx.organizationId, key);
    if (field.archived === archived) return presentField(field);
    await setColumns(tx, ctx.organizationId, key, { archived_at: archived ? new Date() : null });
    const name = archived ? "field.archived" : "field.unarchived";
    await audit(tx, ctx, name, { key });
    await emit(tx, ctx, name, { key });
    return presentField({ ...field, archived });
  });

/** Gone at once for everybody; a job takes the values from all contacts before key and column are free again. */
export const deleteField = (ctx: Ctx, key: string) =>
  ctx.transaction(async (tx) => {
    await requireField(tx, ctx.organizationId, key);
    await setColumns(tx, ctx.organizationId, key, { deleted_at: new Date() });
    await enqueue(tx, "contacts_empty_field", { organizationId: ctx.organizationId, key }, { key: `field:${ctx.organizationId}:${key}` });
    await audit(tx, ctx, "field.deleted", { key });
    await emit(tx, ctx, "field.deleted", { key });
  });

export const orderFields = (ctx: Ctx, keys: string[]) =>
  ctx.transaction(async (tx) => {
    await lockFields(tx, ctx.organizationId);
    const fields = await fieldsOf(tx, ctx.organizationId);
    if (keys.length !== fields.length || fields.some((field) => !keys.includes(field.key)))
      throw invalid("keys", "The order names every field once.", "Read GET /fields again: another member may have added one.");
    for (const [at, key] of keys.entries()) await setColumns(tx, ctx.organizationId, key, { position: at + 1 });
    return { items: keys.map((key) => presentField(fields.find((field) => field.key === key) as FieldDefinition)) };
  });

export const presentField = ({
  key,
  name,
  help,
  type,
  required,
  default: given,
  options,
  currency,
  category,
  archived,
  slot,
}: FieldDefinition): Shown => ({
  key,
  name,
  help,
  type,
  required,
  default: given,
  options,
  currency,
  category: category as Shown["category"],
  archived,
  filterable: slot === null ? "slow" : "fast",
});

const requireField = async (tx: Tx, organizationId: string, key: string): Promise<FieldDefinition> => {
  await lockFields(tx, organizationId);
  const field = (await fieldsOf(tx, organizationId)).find((each) => each.key === key);
  if (!field) throw notFound("field");
  return field;
};

const requireOwnName = async (tx: Tx, organizationId: string, { key, name }: FieldDefinition) => {
  const twin = (await fieldsOf(tx, organizationId)).find((field) => field.key !== key && field.name.toLowerCase() === name.toLowerCase());
  if (twin) throw conflict("field_exists", "There is a field of this name.", `See the field ${twin.key}.`, "name");
};

const optionsFor = (type: FieldDefinition["type"], asked: Request["options"], before: FieldDefinition["options"]) => {
  const chosen = type === "choice" || type === "choices";
  if (!chosen && asked?.length) throw invalid("options", "Only choice and choices have options.");
  if (chosen && (asked ?? []).length === 0) throw invalid("options", "There is nothing to choose.", "Give at least one option.");
  return chosen ? nextOptions(asked ?? [], before) : [];
};

const readDefault = (definition: FieldDefinition, given: unknown): StoredValue | null => {
  const read = readValue(definition, given, { country: null, timeZone: "UTC" });
  if ("message" in read) throw invalid("default", read.message, read.remedy);
  return read.value;
};

const columnsOf = (definition: FieldDefinition) => ({
  name: definition.name,
  help: definition.help,
  required: definition.required,
  default_value: definition.default === null ? null : JSON.stringify(definition.default),
  options: JSON.stringify(definition.options),
  category: definition.category,
});

type Columns = Partial<ReturnType<typeof columnsOf>> & { archived_at?: Date | null; deleted_at?: Date; position?: number };
const setColumns = (tx: Tx, organizationId: string, key: string, columns: Columns) =>
  tx.updateTable("fields").set(columns).where("organization_id", "=", organizationId).where("key", "=", key).execute();
