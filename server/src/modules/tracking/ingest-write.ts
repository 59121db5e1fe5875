import type pg from "pg";
import { newId } from "../../kernel/id.ts";
import type { Entry, Outcome } from "./ingest.ts";

/** Cannot stand in names, ids or JSON text: what many values are joined with, so that one parameter carries a column. */
const between = "\u001e";
const columnOf = (values: string[]) => values.join(between);
const uuids = (values: (string | null)[]) => `{${values.map((value) => value ?? "NULL").join(",")}}`;

/**
 * Everything of one flush in one transaction on a connection of its own. A message that was taken before, or comes twice at once, is told
 * as a duplicate: the second writer waits at the message's key until the first has committed.
 */
export const writeEntries = async (client: pg.PoolClient, entries: Entry[]): Promise<Outcome[]> => {
  await client.query("begin");
  try {
    await holdVisitors(client, entries);
    const fresh = await takeMessages(client, entries);
    const kept = entries.filter((_, at) => fresh[at]);
    const visitors = await visitorsOf(client, kept);
    const people = await peopleOf(client, kept);
    await insertEvents(client, kept, visitors, people);
    await client.query("commit");
    return fresh.map((isFresh) => (isFresh ? "accepted" : "duplicate"));
  } catch (error) {
    await client.query("rollback").catch(() => {});
    throw error;
  }
};

/**
 * Who links a visitor to a contact takes this lock alone (link.ts): so an event is either written before the link and given to the contact
 * with the visitor's past, or after it and knows its contact. It costs no write, unlike a lock on the visitor's row.
 */
const holdVisitors = async (client: pg.PoolClient, entries: Entry[]) => {
  const organizations = [...new Set(entries.filter((entry) => entry.visitor).map((entry) => entry.organizationId))].sort();
  for (const organizationId of organizations)
    await client.query({
      name: "tracking-hold",
      text: "select pg_advisory_xact_lock_shared(hashtextextended('visitors:' || $1, 0))",
      values: [organizationId],
    });
};

const takeMessages = async (client: pg.PoolClient, entries: Entry[]): Promise<boolean[]> => {
  const first = new Map<string, number>();
  entries.forEach((entry, at) => {
    const handle = entry.message && `${entry.organizationId}${entry.message}`;
    if (handle && !first.has(handle)) first.set(handle, at);
  });
  if (first.size === 0) return entries.map(() => true);
  // In the order of their keys, so that two writers wait for one another instead of deadlocking.
  const asked = [...first].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, at]) => entries[at] as Entry);
  const { rows } = await client.query<{ handle: string }>({
    name: "tracking-messages",
    text: `insert into event_messages (organization_id, message) select * from unnest($1::uuid[], $2::uuid[])
      on conflict do nothing returning organization_id::text || message::text as handle`,
    values: [uuids(asked.map((entry) => entry.organizationId)), uuids(asked.map((entry) => entry.message))],
  });
  const taken = new Set(rows.map((row) => row.handle));
  return entries.map((entry, at) => {
    if (entry.message === null) return true;
    const handle = `${entry.organizationId}${entry.message}`;
    return first.get(handle) === at && taken.has(handle);
  });
};

export type Visitor = { id: string; contactId: string | null };
const visitorHandle = (organizationId: string, key: string) => `${organizationId}${key}`;

/** Finds or makes the visitors, and says that they were here: not more often than once a minute, as each time is a write. */
const visitorsOf = async (client: pg.PoolClient, entries: Entry[]): Promise<Map<string, Visitor>> => {
  const wanted = new Map<string, Entry>();
  for (const entry of entries) if (entry.visitor) wanted.set(visitorHandle(entry.organizationId, entry.visitor.key), entry);
  if (wanted.size === 0) return new Map();
  const sorted = [...wanted].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, entry]) => entry);
  const found = await findVisitors(client, sorted);
  const missing = sorted.filter((entry) => !found.has(visitorHandle(entry.organizationId, entry.visitor?.key ?? "")));
  if (missing.length > 0) {
    await insertVisitors(client, missing);
    for (const [handle, visitor] of await findVisitors(client, missing)) found.set(handle, visitor);
  }
  const stale = [...found.values()].filter((visitor) => visitor.stale).map((visitor) => visitor.id);
  if (stale.length > 0)
    await client.query({
      name: "tracking-seen",
      text: "update visitors v set last_seen_at = now() from unnest($1::uuid[]) as s (id) where v.id = s.id and v.organization_id = any($2::uuid[])",
      values: [uuids(stale.sort()), uuids([...new Set(sorted.map((entry) => entry.organizationId))])],
    });
  return found;
};

const findVisitors = async (client: pg.PoolClient, entries: Entry[]) => {
  const { rows } = await client.query<{ handle: string; id: string; contact_id: string | null; stale: boolean }>({
    name: "tracking-visitors",
    text: `select v.organization_id::text || v.anonymous_key as handle, v.id, v.contact_id, v.last_seen_at < now() - interval '1 minute' as stale
      from unnest($1::uuid[], string_to_array($2, $3)) as k (organization_id, key)
      join visitors v on v.organization_id = k.organization_id and v.anonymous_key = k.key`,
    values: [uuids(entries.map((entry) => entry.organizationId)), columnOf(entries.map((entry) => entry.visitor?.key ?? "")), between],
  });
  return new Map(rows.map((row) => [row.handle, { id: row.id, contactId: row.contact_id, stale: row.stale }]));
};

const insertVisitors = (client: pg.PoolClient, entries: Entry[]) =>
  client.query({
    name: "tracking-new-visitors",
    text: `insert into visitors (organization_id, id, anonymous_key, bot, device, browser, os, language, time_zone, country)
      select n.organization_id, n.id, n.key, n.bot, nullif(n.device, ''), nullif(n.browser, ''), nullif(n.os, ''), nullif(n.language, ''), nullif(n.zone, ''), nullif(n.country, '')
        from unnest($1::uuid[], $2::uuid[], string_to_array($3, $10), $4::bool[], string_to_array($5, $10), string_to_array($6, $10),
          string_to_array($7, $10), string_to_array($8, $10), string_to_array($9, $10), string_to_array($11, $10))
          as n (organization_id, id, key, bot, device, browser, os, language, zone, country)
      on conflict (organization_id, anonymous_key) do nothing`,
    values: [
      uuids(entries.map((entry) => entry.organizationId)),
      uuids(entries.map(() => newId())),
      columnOf(entries.map((entry) => entry.visitor?.key ?? "")),
      `{${entries.map((entry) => entry.bot).join(",")}}`,
      columnOf(entries.map((entry) => entry.visitor?.agent.device?.type ?? "")),
      columnOf(entries.map((entry) => entry.visitor?.agent.browser?.name ?? "")),
      columnOf(entries.map((entry) => entry.visitor?.agent.os?.name ?? "")),
      columnOf(entries.map((entry) => entry.visitor?.language ?? "")),
      columnOf(entries.map((entry) => entry.visitor?.timeZone ?? "")),
      between,
      columnOf(entries.map((entry) => entry.visitor?.country ?? "")),
    ],
  });

/** `mergedFrom`: whose the id was before a merge; what it tells goes with it if the merge is undone. */
type Person = { contactId: string; mergedFrom: string | null };

/** Contacts by the organization's own ids. Those it does not know were made before the events came here (people.ts). */
const peopleOf = async (client: pg.PoolClient, entries: Entry[]): Promise<Map<string, Person>> => {
  const wanted = new Map<string, Entry>();
  for (const entry of entries) if (entry.externalId !== null) wanted.set(visitorHandle(entry.organizationId, entry.externalId), entry);
  if (wanted.size === 0) return new Map();
  const asked = [...wanted.values()];
  const { rows } = await client.query<{ handle: string; contact_id: string; merged_from: string | null }>({
    name: "tracking-people",
    text: `select i.organization_id::text || i.match_key as handle, i.contact_id, i.merged_from
      from unnest($1::uuid[], string_to_array($2, $3)) as k (organization_id, key)
      join identities i on i.organization_id = k.organization_id and i.kind = 'external_id' and i.scope = '' and i.match_key = k.key`,
    values: [uuids(asked.map((entry) => entry.organizationId)), columnOf(asked.map((entry) => entry.externalId ?? "")), between],
  });
  return new Map(rows.map((row) => [row.handle, { contactId: row.contact_id, mergedFrom: row.merged_from }]));
};

const insertEvents = async (client: pg.PoolClient, entries: Entry[], visitors: Map<string, Visitor>, people: Map<string, Person>) => {
  if (entries.length === 0) return;
  const whose = entries.map((entry) => entry.visitor && visitors.get(visitorHandle(entry.organizationId, entry.visitor.key)));
  const named = entries.map(({ organizationId, externalId }) =>
    externalId === null ? null : people.get(visitorHandle(organizationId, externalId)),
  );
  await client.query({
    name: "tracking-events",
    text: `insert into events (organization_id, id, name, actor, contact_id, visitor_id, bot, payload, occurred_at, merged_from)
      select n.organization_id, n.id, n.name, n.actor::jsonb, n.contact_id, n.visitor_id, n.bot, n.payload::jsonb, to_timestamp(n.at / 1000), n.merged_from
        from unnest($1::uuid[], $2::uuid[], string_to_array($3, $10), string_to_array($4, $10), $5::uuid[], $6::uuid[], $7::bool[],
          string_to_array($8, $10), $9::float8[], $11::uuid[]) as n (organization_id, id, name, actor, contact_id, visitor_id, bot, payload, at, merged_from)`,
    values: [
      uuids(entries.map((entry) => entry.organizationId)),
      uuids(entries.map((entry) => entry.id)),
      columnOf(entries.map((entry) => entry.name)),
      columnOf(entries.map((entry) => entry.actor)),
      uuids(entries.map((entry, at) => (entry.externalId === null ? (whose[at]?.contactId ?? null) : (named[at]?.contactId ?? null)))),
      uuids(whose.map((visitor) => visitor?.id ?? null)),
      `{${entries.map((entry) => entry.bot).join(",")}}`,
      // The payload names its visitor, who is known only now.
      columnOf(entries.map((entry, at) => (whose[at] ? `{"visitorId":"${whose[at].id}",${entry.payload.slice(1)}` : entry.payload))),
      `{${entries.map((entry) => entry.occurredAt).join(",")}}`,
      between,
      uuids(named.map((person) => person?.mergedFrom ?? null)),
    ],
  });
};
