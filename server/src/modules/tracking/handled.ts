import { sql } from "kysely";
import type { Kernel } from "../../kernel/module.ts";

const atOnce = 5_000;
const first = "00000000-0000-0000-0000-000000000000";

/**
 * Brings the events that are here in line with what was decided about a property, in batches by id; it reads the decision anew each time, so
 * that a change of mind while it runs ends with the last word. Twice is as good as once.
 */
export const moveHandled = async (kernel: Kernel, payload: Record<string, unknown>): Promise<void> => {
  const { organizationId, name, property } = payload as { organizationId: string; name: string; property: string };
  let from: string | null = first;
  while (from !== null) {
    from = await kernel.db.system.transaction().execute(async (tx) => {
      const row = await tx
        .selectFrom("event_properties")
        .select("handling")
        .where("organization_id", "=", organizationId)
        .where("name", "=", name)
        .where("property", "=", property)
        .executeTakeFirst();
      if (!row) return null;
      const without = sql`jsonb_set(e.payload #- array['personal', ${property}]::text[], '{properties}', (e.payload -> 'properties') - ${property}::text)`;
      const held = sql`coalesce(e.payload -> 'properties' -> ${property}::text, e.payload -> 'personal' -> ${property}::text)`;
      const put =
        row.handling === "dropped"
          ? without
          : row.handling === "personal"
            ? sql`${without} || jsonb_build_object('personal', coalesce(e.payload -> 'personal', '{}') || jsonb_build_object(${property}::text, ${held}))`
            : sql`jsonb_set(${without}, array['properties', ${property}]::text[], ${held})`;
      const { rows } = await sql<{ seen: number; last: string | null }>`
        with looked as materialized (
            select id, name from events where organization_id = ${organizationId} and id > ${from}::uuid order by id limit ${atOnce}),
          moved as (
            update events e set payload = ${put} from looked
             where e.organization_id = ${organizationId} and e.id = looked.id and looked.name = ${name} and e.payload ? 'key' and ${held} is not null)
        select count(*)::int as seen, max(id::text) as last from looked`.execute(tx);
      return (rows[0]?.seen ?? 0) < atOnce ? null : (rows[0]?.last ?? null);
    });
  }
};
