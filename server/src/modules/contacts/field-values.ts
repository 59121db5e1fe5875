import type { FieldDefinition } from "./fields.ts";
import type { ContactRow } from "./present.ts";

/** What a field's value is for the world: money in minor units, a date as 2026-11-30, a moment as ISO with Z, a choice as its key. */
export type StoredValue = string | number | boolean | string[];

type Columns = Pick<ContactRow, "extra"> & Partial<ContactRow>;

/** Values by key, of the fields that are not archived; who has none has no entry. */
export const valuesOf = (definitions: readonly FieldDefinition[], row: Columns): Record<string, StoredValue> => {
  const values: Record<string, StoredValue> = {};
  for (const definition of definitions) {
    const value = definition.archived ? null : ownValue(definition, row);
    if (value !== null) values[definition.key] = value;
  }
  return values;
};

export const ownValue = (definition: FieldDefinition, row: Columns): StoredValue | null => {
  if (definition.slot === null) return ((row.extra as Record<string, StoredValue>)[definition.key] as StoredValue | undefined) ?? null;
  const held = row[definition.slot as keyof ContactRow] as string | number | boolean | Date | null | undefined;
  if (held === null || held === undefined) return null;
  if (held instanceof Date) return definition.type === "date" ? held.toISOString().slice(0, 10) : held.toISOString();
  return held;
};

/** As the column takes it: a date is midnight UTC, whatever the time zone of server or reader. */
export const columnValue = (value: StoredValue | null, definition: FieldDefinition): string | number | boolean | Date | null => {
  if (value === null || Array.isArray(value)) return null;
  return definition.slot?.startsWith("d") ? new Date(value as string) : value;
};
