import type { Selectable } from "kysely";
import type { Db, Tx } from "../../kernel/db/pools.ts";
import type { Fields } from "../../kernel/db/schema.types.ts";
import type { FieldType, Option } from "./field.api.ts";
import type { StoredValue } from "./field-values.ts";
import type { Slot } from "./slots.ts";

/** One of an organization's own fields, as everything that reads or writes its values needs it. */
export type FieldDefinition = {
  key: string;
  name: string;
  help: string | null;
  type: FieldType;
  required: boolean;
  default: StoredValue | null;
  options: Option[];
  /** ISO 4217, of money. */
  currency: string | null;
  category: string;
  /** The column of contacts; null: its values stand in `extra` under the key. */
  slot: Slot | null;
  indexed: boolean;
  /** Values are kept, but neither shown nor asked nor written. */
  archived: boolean;
};

/** In their order, archived ones too; those being deleted are no more. */
export const fieldsOf = async (tx: Tx | Db, organizationId: string): Promise<FieldDefinition[]> => {
  const rows = await tx
    .selectFrom("fields")
    .selectAll()
    .where("organization_id", "=", organizationId)
    .where("deleted_at", "is", null)
    .orderBy("position")
    .orderBy("key")
    .execute();
  return rows.map(definitionOf);
};

export const definitionOf = (row: Selectable<Fields>): FieldDefinition => ({
  key: row.key,
  name: row.name,
  help: row.help,
  type: row.type as FieldType,
  required: row.required,
  default: row.default_value as StoredValue | null,
  options: row.options as Option[],
  currency: row.currency,
  category: row.category,
  slot: row.slot as Slot | null,
  indexed: row.indexed,
  archived: row.archived_at !== null,
});
