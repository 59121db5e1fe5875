import type pg from "pg";
import { idOf } from "./contacts-data.ts";

export const eventNames = Array.from({ length: 40 }, (_each, n) => `event_${String(n + 1).padStart(2, "0")}`);
const piece = 500_000;
const days = 360;

/**
 * `count` events of 40 names over the last 360 days, the first names far more frequent than the last (about 12 % down to 0.3 %), ten contacts
 * with about 10,000 each. As the owner with triggers and keys asleep and the indexes made afterwards. The same numbers give the same events.
 */
export const fillEvents = async (
  owner: pg.Pool,
  organizationId: string,
  contacts: number,
  count: number,
  tell: (done: number) => void,
): Promise<void> => {
  const client = await owner.connect();
  const step = (text: string, values: unknown[] = []) => client.query(text, values);
  try {
    await step("set session_replication_role = replica");
    await step("set synchronous_commit = off");
    await step("set maintenance_work_mem = '512MB'");
    for (let month = 0; month <= 13; month++)
      await step(`select candor_event_partition((date_trunc('month', now()) - ${month - 1} * interval '1 month')::date)`);
    const { rows } = await client.query<{ indexname: string; indexdef: string }>(
      "select indexname, indexdef from pg_indexes where schemaname = 'public' and tablename = 'events' and indexdef not like '%UNIQUE%'",
    );
    for (const { indexname } of rows) await step(`drop index ${indexname}`);
    const h = (salt: number) => `(hashint8(n * 1009::bigint + ${salt}) & 2147483647)`;
    for (let from = 1; from <= count; from += piece) {
      const to = Math.min(count, from + piece - 1);
      await step(
        `insert into events (organization_id, id, name, actor, contact_id, payload, occurred_at)
         select $1, candor_uuid7(at), ($4::text[])[1 + floor(40 * power(${h(1)} / 2147483648.0, 1.7))::int], '{"kind":"system","name":"bench"}', ${idOf("c")},
                jsonb_build_object('properties', jsonb_build_object('amount', ${h(2)} % 200, 'sku', 'sku_' || ${h(3)} % 60), 'context', '{}'::jsonb), at
           from (select n, now() - interval '${days} days' * (1 - n::float8 / $5::float8) as at,
                        case when n % 200 = 0 then 1 + n / 200 % 10 else 1 + ${h(4)} % $6::bigint end as c
                   from generate_series($2::bigint, $3::bigint) n) e`,
        [organizationId, from, to, eventNames, count, contacts],
      );
      tell(to);
    }
    for (const { indexdef } of rows) await step(indexdef.replace(" ON ONLY ", " ON "));
    await step("vacuum analyze events");
    // Consumers begin here: reading what was filled in is not what is measured.
    await step(`insert into event_cursors (consumer, xid, id) values ('segments', ((pg_snapshot_xmin(pg_current_snapshot())::text::bigint - 1)::text)::xid8, 'ffffffff-ffff-ffff-ffff-ffffffffffff')
      on conflict (consumer) do update set xid = excluded.xid, id = excluded.id`);
  } finally {
    client.release(true);
  }
};
