import type { Tx } from "../../kernel/db/pools.ts";
import { type EventRow, emitMany } from "../../kernel/events.ts";
import { newId } from "../../kernel/id.ts";
import type { Ctx } from "../../kernel/module.ts";
import { companiesByName } from "./company-by-name.ts";
import { type Facts, factOf, type KnownFacts } from "./facts.ts";
import type { Home } from "./field-read.ts";
import { columnValue, ownValue, type StoredValue } from "./field-values.ts";
import type { FieldDefinition } from "./fields.ts";
import type { ContactRow } from "./present.ts";
import { type KnownWrites, knownFor } from "./write-known.ts";
import { type ReadWrite, readWrite } from "./write-read.ts";
import { type FieldChange, insertFieldChanges, insertRows, lockContacts, updateRows } from "./write-rows.ts";
import { writeTags } from "./write-tags.ts";

/** What to put to a contact: fields by key with raw values, null clears. Tags by id. */
export type ContactWrite = {
  contactId: string;
  facts?: Partial<Facts>;
  fields?: Record<string, unknown>;
  tags?: { add?: string[]; remove?: string[] };
};
/** `field` as the API calls it: name, ownerId, fields.<key>, tags. */
export type WriteProblem = { field: string; message: string; remedy?: string };
export type Written = { changed: string[]; problems: WriteProblem[] };

/** What is wrong with these values, without writing: for dry runs. What `known` leaves out (stages, members) is not checked. */
export const checkFacts = (
  definitions: readonly FieldDefinition[],
  write: Pick<ContactWrite, "facts" | "fields">,
  known: KnownFacts & { home?: Home; isNew?: boolean } = {},
): WriteProblem[] => {
  const home = known.home ?? { country: null, timeZone: "UTC" };
  return readWrite(definitions, write, known, { ...home, country: write.facts?.country || home.country }, known.isNew ?? false).problems;
};

/**
 * The one way contacts are changed by members, programs, imports and automation. Set-based: some ten statements however many writes (up to
 * a thousand at once); rows are locked in the order of their ids. Writes what differs and tells who changed what from what to what; a
 * contact with a problem stays as it was, and a write that changes nothing tells nobody. Several writes to one contact count in their order.
 */
export const writeContacts = async (tx: Tx, ctx: Ctx, writes: ContactWrite[]): Promise<Map<string, Written>> => {
  const answers = new Map<string, Written>();
  if (writes.length === 0) return answers;
  const known = await knownFor(tx, ctx.organizationId, writes);
  const rows = await lockContacts(tx, ctx.organizationId, [...new Set(writes.map((write) => write.contactId))]);
  const read = writes.map((write) => {
    const row = rows.get(write.contactId);
    return { write, row, ...(row ? readOne(known, write, row.country, false) : { columns: {}, values: new Map(), problems: [missing] }) };
  });
  for (const { write, problems } of read) {
    const answer = answers.get(write.contactId) ?? { changed: [], problems: [] };
    answer.problems.push(...problems);
    answers.set(write.contactId, answer);
  }
  const good = read.filter((item) => item.row && answers.get(item.write.contactId)?.problems.length === 0);
  await nameCompanies(tx, ctx, good);

  const after = new Map<string, ContactRow>();
  const changes: FieldChange[] = [];
  const events: EventRow[] = [];
  for (const [contactId, items] of Map.groupBy(good, (item) => item.write.contactId)) {
    const before = rows.get(contactId) as ContactRow;
    const row = items.reduce((current, item) => applied(current, item, known.definitions), before);
    const differences = differencesOf(before, row, known.definitions);
    after.set(contactId, row);
    const answer = answers.get(contactId) as Written;
    answer.changed = differences.map((difference) => difference.field);
    if (answer.changed.length === 0) continue;
    const id = newId();
    changes.push(...differences.map((difference) => ({ ...difference, eventId: id, contactId })));
    events.push({ ...told(ctx, "contact.updated", { contactId, fields: answer.changed }), id });
    if (before.stage !== row.stage) events.push(told(ctx, "contact.stage_changed", { contactId, from: before.stage, to: row.stage }));
  }
  await updateRows(tx, ctx.organizationId, rows, after);
  events.push(...(await tagged(tx, ctx, good, answers)));
  await emitMany(tx, events);
  await insertFieldChanges(tx, ctx.organizationId, changes);
  return answers;
};

/** The same for contacts there are not yet, under the ids given. A row with problems is not inserted; what is required must be there. */
export const insertContacts = async (tx: Tx, ctx: Ctx, rows: (ContactWrite & { source: string })[]): Promise<Map<string, Written>> => {
  const answers = new Map<string, Written>();
  if (rows.length === 0) return answers;
  const known = await knownFor(tx, ctx.organizationId, rows, true);
  const read = rows.map((write) => ({ write, ...readOne(known, write, null, true) }));
  for (const { write, problems } of read) answers.set(write.contactId, { changed: [], problems });
  const good = read.filter((item) => item.problems.length === 0);
  await nameCompanies(tx, ctx, good);

  const fresh = good.map((item) => applied({ id: item.write.contactId, extra: {} } as ContactRow, item, known.definitions));
  await insertRows(tx, ctx.organizationId, fresh);
  const events = good.map(({ write }) => told(ctx, "contact.created", { contactId: write.contactId, source: write.source }));
  events.push(...(await tagged(tx, ctx, good, answers)));
  await emitMany(tx, events);
  return answers;
};

const missing: WriteProblem = { field: "contactId", message: "There is no such contact." };

const readOne = (known: KnownWrites, write: ContactWrite, country: string | null, isNew: boolean): ReadWrite => {
  const home = { ...known.home, country: write.facts?.country || country || known.home.country };
  const read = readWrite(known.definitions, write, known, home, isNew);
  const strange = [...(write.tags?.add ?? []), ...(write.tags?.remove ?? [])].find((id) => !known.tags.has(id));
  if (strange === undefined) return read;
  return {
    ...read,
    problems: [...read.problems, { field: "tags", message: "One of these tags does not exist.", remedy: "Choose from GET /tags." }],
  };
};

/** A company that is only named is found or made, and the contact keeps the company's own spelling. */
const nameCompanies = async (tx: Tx, ctx: Ctx, items: ReadWrite[]) => {
  const named = items.filter(({ columns }) => typeof columns.company === "string" && columns.company_id === undefined);
  const companies = await companiesByName(
    tx,
    ctx,
    named.map(({ columns }) => columns.company as string),
  );
  for (const { columns } of named) {
    const company = companies.get(columns.company as string);
    Object.assign(columns, { company: company?.name ?? null, company_id: company?.id ?? null });
  }
};

const applied = (row: ContactRow, { columns, values }: ReadWrite, definitions: readonly FieldDefinition[]): ContactRow => {
  const next: Record<string, unknown> = { ...row, ...columns };
  for (const definition of definitions) {
    const value = values.get(definition.key);
    if (value === undefined) continue;
    if (definition.slot !== null) next[definition.slot] = columnValue(value, definition);
    else {
      const { [definition.key]: _old, ...others } = next.extra as Record<string, unknown>;
      next.extra = value === null ? others : { ...others, [definition.key]: value };
    }
  }
  return next as ContactRow;
};

type Difference = { field: string; before: StoredValue | null; after: StoredValue | null };
const differencesOf = (before: ContactRow, after: ContactRow, definitions: readonly FieldDefinition[]): Difference[] => {
  const facts = Object.entries(factOf).map(([column, field]) => ({
    field,
    before: before[column as keyof ContactRow] as string | null,
    after: after[column as keyof ContactRow] as string | null,
  }));
  const own = definitions.map((definition) => ({
    field: `fields.${definition.key}`,
    before: ownValue(definition, before),
    after: ownValue(definition, after),
  }));
  return [...facts, ...own].filter((each) => JSON.stringify(each.before) !== JSON.stringify(each.after));
};

const tagged = async (tx: Tx, ctx: Ctx, items: { write: ContactWrite }[], answers: Map<string, Written>): Promise<EventRow[]> => {
  const moved = await writeTags(
    tx,
    ctx.organizationId,
    items.map(({ write }) => write),
  );
  return [...moved].map(([contactId, { added, removed }]) => {
    answers.get(contactId)?.changed.push("tags");
    return told(ctx, "contact.tagged", { contactId, added, removed });
  });
};

const told = (ctx: Ctx, name: string, payload: EventRow["payload"]): EventRow => ({
  organizationId: ctx.organizationId,
  name,
  payload,
  actor: ctx.actor,
});
