import { sql } from "kysely";
import type { Tx } from "../../kernel/db/pools.ts";
import type { StoredValue } from "./field-values.ts";

export type Change = { field: string; from: StoredValue | null; to: StoredValue | null };

/** What changed from what to what, by the id of the event that tells there was a change. Events without values have no entry. */
export const changesOf = async (tx: Tx, organizationId: string, eventIds: string[]): Promise<Map<string, Change[]>> => {
  const changes = new Map<string, Change[]>();
  if (eventIds.length === 0) return changes;
  const { rows } = await sql<{ event_id: string; field: string; before: StoredValue | null; after: StoredValue | null }>`
    select event_id, field, before, after from field_changes where organization_id = ${organizationId} and event_id = any(${eventIds}::uuid[]) order by field`.execute(
    tx,
  );
  for (const row of rows)
    changes.set(row.event_id, [...(changes.get(row.event_id) ?? []), { field: row.field, from: row.before, to: row.after }]);
  return changes;
};
