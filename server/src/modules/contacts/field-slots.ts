import type { Tx } from "../../kernel/db/pools.ts";
import type { FieldType } from "./field.api.ts";
import { type Slot, slots } from "./slots.ts";

/** Long texts and lists have no column: they are read, and searched without an index. */
const kindOf: Record<FieldType, keyof typeof slots | null> = {
  text: "text",
  choice: "text",
  link: "text",
  phone: "text",
  email: "text",
  number: "number",
  money: "number",
  date: "date",
  time: "date",
  yes_no: "flag",
  long_text: null,
  choices: null,
};

/**
 * The lowest free column for a type, null where it has none or all are taken. Low numbers first: an index serves every organization that
 * uses the column, so few of them are needed. A column whose values are still being removed is not free.
 */
export const freeSlot = async (tx: Tx, organizationId: string, type: FieldType): Promise<Slot | null> => {
  const kind = kindOf[type];
  if (kind === null) return null;
  const rows = await tx
    .selectFrom("fields")
    .select("slot")
    .where("organization_id", "=", organizationId)
    .where("slot", "is not", null)
    .execute();
  const taken = new Set(rows.map((row) => row.slot));
  return slots[kind].find((slot) => !taken.has(slot)) ?? null;
};
