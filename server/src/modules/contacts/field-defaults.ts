import type { Tx } from "../../kernel/db/pools.ts";
import { columnValue } from "./field-values.ts";
import { fieldsOf } from "./fields.ts";
import { holdFields } from "./write-known.ts";

/** What a contact begins with whom nobody makes by hand: columns of contacts. */
export const defaultColumns = async (tx: Tx, organizationId: string): Promise<Record<string, unknown>> => {
  await holdFields(tx, organizationId);
  const given = (await fieldsOf(tx, organizationId)).filter((field) => field.default !== null && !field.archived);
  const extra = given.filter((field) => field.slot === null).map((field) => [field.key, field.default]);
  return {
    ...Object.fromEntries(given.flatMap((field) => (field.slot === null ? [] : [[field.slot, columnValue(field.default, field)]]))),
    ...(extra.length === 0 ? {} : { extra: JSON.stringify(Object.fromEntries(extra)) }),
  };
};
