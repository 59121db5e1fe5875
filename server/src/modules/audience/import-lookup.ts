import { sql } from "kysely";
import type { Tx } from "../../kernel/db/pools.ts";
import { columnValue, type FieldDefinition, handle, ownersOf, readValue } from "../contacts/index.ts";
import type { Known } from "./import-known.ts";
import type { Draft } from "./import-row.ts";
import type { Settings } from "./import-settings.ts";

/** What a batch of rows meets in the database, by the keys it brings. */
export type Found = {
  owners: Map<string, string>;
  ids: Set<string>;
  /** Key of a field's value -> the contacts who have it. */
  byField: Map<string, string[]>;
};

export const lookUp = async (tx: Tx, organizationId: string, drafts: Draft[], settings: Settings, known: Known): Promise<Found> => {
  const good = drafts.filter((draft) => draft.reasons.length === 0);
  const owners = await ownersOf(tx, organizationId, [
    ...new Map(good.flatMap((draft) => draft.identities.map(({ key }) => [handle(key), key] as const))).values(),
  ]);
  const ids = good.flatMap((draft) => (draft.id === null ? [] : [draft.id]));
  const there =
    ids.length === 0
      ? []
      : await tx.selectFrom("contacts").select("id").where("organization_id", "=", organizationId).where("id", "in", ids).execute();
  const byField = new Map<string, string[]>();
  for (const field of keyFields(settings, known)) {
    const values = [...new Set(good.flatMap((draft) => fieldValue(draft, field, known) ?? []))];
    if (values.length === 0) continue;
    const type = field.slot?.startsWith("n") ? sql`float8[]` : sql`text[]`;
    const { rows } = await sql<{ id: string; value: string | number }>`
      select c.id, k.value from unnest(${values}::${type}) as k (value)
      cross join lateral (select c.id from contacts c where c.organization_id = ${organizationId} and ${sql.ref(`c.${field.slot}`)} = k.value limit 2) c`.execute(
      tx,
    );
    for (const { id, value } of rows) {
      const key = fieldKey(field, value);
      byField.set(key, [...(byField.get(key) ?? []), id]);
    }
  }
  return { owners, ids: new Set(there.map((row) => row.id)), byField };
};

export const keyFields = (settings: Settings, known: Known): FieldDefinition[] =>
  settings.match.flatMap((key) => known.definitions.find((field) => `fields.${field.key}` === key) ?? []);

export const fieldKey = (field: FieldDefinition, value: string | number) => `field\n${field.key}\n${value}`;

/** As the contact's column has it; null where the row has none, or what it has is wrong and will be told as that. */
export const fieldValue = (draft: Draft, field: FieldDefinition, known: Known): string | number | null => {
  const raw = draft.fields[field.key];
  if (raw === undefined) return null;
  const read = readValue(field, raw, { ...known.home, country: draft.facts.country ?? known.home.country });
  const value = "value" in read ? columnValue(read.value, field) : null;
  return typeof value === "string" || typeof value === "number" ? value : null;
};
