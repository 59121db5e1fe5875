import { type RawBuilder, sql } from "kysely";
import type { Tx } from "../../kernel/db/pools.ts";
import type { StoredValue } from "./field-values.ts";
import type { ContactRow } from "./present.ts";

/** Whole rows, locked in one order: two who write the same people do not wait for one another in a circle. Messages may go on coming. */
export const lockContacts = async (tx: Tx, organizationId: string, contactIds: string[]): Promise<Map<string, ContactRow>> => {
  const { rows } = await sql<ContactRow>`
    select * from contacts where organization_id = ${organizationId} and id = any(${contactIds}::uuid[]) order by id for no key update`.execute(
    tx,
  );
  return new Map(rows.map((row) => [row.id, row]));
};

/** Sets the columns in which any of the rows differs; the rows are locked, so the others' values are still what they were. */
export const updateRows = async (tx: Tx, organizationId: string, before: Map<string, ContactRow>, after: Map<string, ContactRow>) => {
  const columns = new Set<string>();
  const changed: ContactRow[] = [];
  for (const [id, row] of after) {
    const old = before.get(id) as ContactRow;
    const differing = (Object.keys(row) as (keyof ContactRow)[]).filter((column) => !same(old[column], row[column]));
    for (const column of differing) columns.add(column);
    if (differing.length > 0) changed.push(row);
  }
  if (changed.length === 0) return;
  const names = [...columns];
  const { arrays, aliases } = unnested(changed, ["id", ...names]);
  await sql`
    update contacts c set ${sql.join(names.map((name) => sql`${sql.id(name)} = v.${sql.id(name)}`))}, updated_at = now()
      from unnest(${arrays}) as v (${aliases}) where c.organization_id = ${organizationId} and c.id = v.id`.execute(tx);
};

export const insertRows = async (tx: Tx, organizationId: string, rows: ContactRow[]) => {
  if (rows.length === 0) return;
  const columns = new Set<string>();
  for (const row of rows) for (const [column, value] of Object.entries(row)) if (value !== null && value !== undefined) columns.add(column);
  const names = [...columns];
  // What none of them has keeps its column's default; these two have one that a null would stand in the way of.
  for (const row of rows) Object.assign(row, { name: row.name ?? "", name_source: row.name_source ?? "profile" });
  const { arrays, aliases } = unnested(rows, names);
  await sql`
    insert into contacts (organization_id, ${aliases}) select ${organizationId}::uuid, v.* from unnest(${arrays}) as v (${aliases})`.execute(
    tx,
  );
};

export type FieldChange = { eventId: string; contactId: string; field: string; before: StoredValue | null; after: StoredValue | null };
export const insertFieldChanges = async (tx: Tx, organizationId: string, changes: FieldChange[]) => {
  if (changes.length === 0) return;
  const json = (value: StoredValue | null) => (value === null || value === "" ? null : JSON.stringify(value));
  await sql`
    insert into field_changes (organization_id, event_id, contact_id, field, before, after)
    select ${organizationId}::uuid, * from unnest(${changes.map((each) => each.eventId)}::uuid[], ${changes.map((each) => each.contactId)}::uuid[],
      ${changes.map((each) => each.field)}::text[], ${changes.map((each) => json(each.before))}::jsonb[], ${changes.map((each) => json(each.after))}::jsonb[])`.execute(
    tx,
  );
};

const types: Record<string, string> = { id: "uuid", owner_id: "uuid", company_id: "uuid", extra: "jsonb", score: "int" };
const slotTypes: Record<string, string> = { t: "text", n: "float8", d: "timestamptz", b: "boolean" };
const typeOf = (column: string) => types[column] ?? (/^[tndb]\d\d$/.test(column) ? slotTypes[column.charAt(0)] : undefined) ?? "text";

const unnested = (rows: ContactRow[], columns: string[]): { arrays: RawBuilder<unknown>; aliases: RawBuilder<unknown> } => ({
  arrays: sql.join(
    columns.map((column) => sql`${rows.map((row) => written(row[column as keyof ContactRow]))}::${sql.raw(typeOf(column))}[]`),
  ),
  aliases: sql.join(columns.map((column) => sql.id(column))),
});

const written = (value: unknown) =>
  value instanceof Date ? value.toISOString() : value !== null && typeof value === "object" ? JSON.stringify(value) : (value ?? null);

const same = (a: unknown, b: unknown) =>
  a === b || (a instanceof Date && b instanceof Date ? a.getTime() === b.getTime() : written(a) === written(b));
