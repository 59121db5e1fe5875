import { sql } from "kysely";
import type { JobBodies } from "../../kernel/jobs.ts";
import type { Kernel } from "../../kernel/module.ts";
import { isSlot } from "./condition-fields.ts";

const batch = 2000;
const first = "00000000-0000-0000-0000-000000000000";

/**
 * Takes the values of a deleted field from all contacts and from their histories, then lets go of key and column. Each batch is a
 * transaction of its own and leaves nothing to do again, so the job may begin anew at any point.
 */
const emptyField = async (kernel: Kernel, organizationId: string, key: string): Promise<void> => {
  const field = await kernel.db.system
    .selectFrom("fields")
    .select("slot")
    .where("organization_id", "=", organizationId)
    .where("key", "=", key)
    .where("deleted_at", "is not", null)
    .executeTakeFirst();
  if (!field) return;
  for (let after: string | null = first; after !== null; ) after = await emptyContacts(kernel, organizationId, key, field.slot, after);
  for (let after: string | null = first; after !== null; ) after = await forgetChanges(kernel, organizationId, key, after);
  await kernel.db.system
    .deleteFrom("fields")
    .where("organization_id", "=", organizationId)
    .where("key", "=", key)
    .where("deleted_at", "is not", null)
    .execute();
};

const emptyContacts = async (kernel: Kernel, organizationId: string, key: string, slot: string | null, after: string) => {
  const column = isSlot(slot) ? sql.ref(`c.${slot}`) : null;
  const emptied = column === null ? sql`extra = c.extra - ${key}::text` : sql`${sql.id(slot ?? "")} = null`;
  const { rows } = await sql<{ last: string | null; seen: number }>`
    with page as materialized (select id from contacts where organization_id = ${organizationId} and id > ${after} order by id limit ${batch}),
    held as materialized (
      select c.id from contacts c join page p on p.id = c.id
       where c.organization_id = ${organizationId} and ${column === null ? sql`c.extra ? ${key}::text` : sql`${column} is not null`} order by c.id for no key update of c),
    done as (update contacts c set ${emptied} from held h where c.organization_id = ${organizationId} and c.id = h.id)
    select (select id from page order by id desc limit 1) as last, (select count(*)::int from page) as seen`.execute(kernel.db.system);
  return rows[0]?.seen === batch ? rows[0].last : null;
};

const forgetChanges = async (kernel: Kernel, organizationId: string, key: string, after: string) => {
  const { rows } = await sql<{ last: string | null; seen: number }>`
    with page as materialized (
      select event_id from field_changes where organization_id = ${organizationId} and event_id > ${after} and field = ${`fields.${key}`} order by event_id limit ${batch}),
    done as (delete from field_changes f using page p where f.organization_id = ${organizationId} and f.event_id = p.event_id and f.field = ${`fields.${key}`})
    select (select event_id from page order by event_id desc limit 1) as last, (select count(*)::int from page) as seen`.execute(
    kernel.db.system,
  );
  return rows[0]?.seen === batch ? rows[0].last : null;
};

export const fieldJobs: JobBodies = {
  contacts_empty_field: (kernel, payload) => emptyField(kernel, String(payload.organizationId), String(payload.key)),
};
