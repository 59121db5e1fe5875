import { sql } from "kysely";
import type { Kernel } from "../../kernel/module.ts";
import type { Json } from "./message.ts";

type Kind = "texts" | "numbers" | "flags" | "dates" | "lists" | "objects" | "nulls";
type Counts = Record<Kind, number>;
type Seen = { received: number; bots: number; refused: number; properties: Map<string, Counts> };
export type Tally = {
  took: (organizationId: string, name: string, properties: Json, bot: boolean) => void;
  refused: (organizationId: string, name: string) => void;
  close: () => Promise<void>;
};

const everyMs = 1_000;

/**
 * Counts names, properties and their types in memory and writes the sums once a second: a row of the registry is then written once for
 * thousands of events. A process that is killed loses the counts of its last second, never an event.
 */
export const openTally = (kernel: Kernel): Tally => {
  let seen = new Map<string, Map<string, Seen>>();
  let writing: Promise<void> = Promise.resolve();

  const of = (organizationId: string, name: string): Seen => {
    const names = seen.get(organizationId) ?? new Map<string, Seen>();
    seen.set(organizationId, names);
    const found = names.get(name) ?? { received: 0, bots: 0, refused: 0, properties: new Map() };
    names.set(name, found);
    return found;
  };
  const write = () => {
    if (seen.size === 0) return writing;
    const batch = seen;
    seen = new Map();
    writing = writing.then(async () => {
      for (const [organizationId, names] of batch)
        await writeNames(kernel, organizationId, names).catch((error) =>
          kernel.log.warn({ code: (error as { code?: string }).code }, "the counts of a second of events were not written"),
        );
    });
    return writing;
  };
  const timer = setInterval(write, everyMs);
  timer.unref();

  return {
    took: (organizationId, name, properties, bot) => {
      const found = of(organizationId, name);
      found.received += 1;
      if (bot) found.bots += 1;
      for (const property in properties) {
        let counts = found.properties.get(property);
        if (!counts) {
          // What one sender makes up in a second must not fill the memory.
          if (found.properties.size >= 1_000) continue;
          counts = { texts: 0, numbers: 0, flags: 0, dates: 0, lists: 0, objects: 0, nulls: 0 };
          found.properties.set(property, counts);
        }
        counts[kindOf(properties[property])] += 1;
      }
    },
    refused: (organizationId, name) => {
      of(organizationId, name).refused += 1;
    },
    close: async () => {
      clearInterval(timer);
      await write();
    },
  };
};

const isDate = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)?)?$/;
export const kindOf = (value: unknown): Kind => {
  if (value === null || value === undefined) return "nulls";
  if (typeof value === "string") return isDate.test(value) ? "dates" : "texts";
  if (typeof value === "number") return "numbers";
  if (typeof value === "boolean") return "flags";
  return Array.isArray(value) ? "lists" : "objects";
};

/** Properties kept per name: beyond them the registry stops learning, the events keep theirs. */
const mostProperties = 500;

/** Names in their order, so that two processes wait for one another instead of deadlocking. */
const writeNames = (kernel: Kernel, organizationId: string, names: Map<string, Seen>) =>
  kernel.db.system.transaction().execute(async (tx) => {
    const sorted = [...names].sort(([a], [b]) => (a < b ? -1 : 1));
    const [keys, values] = [sorted.map(([name]) => name), sorted.map(([, one]) => one)];
    // A refused name is counted where it is known; it does not become known by being refused.
    await sql`
      insert into event_names as e (organization_id, name, received, bots)
      select ${organizationId}, n.name, n.received, n.bots
        from unnest(${keys}::text[], ${values.map((one) => one.received)}::bigint[], ${values.map((one) => one.bots)}::bigint[]) as n (name, received, bots)
       where n.received > 0
      on conflict (organization_id, name) do update set received = e.received + excluded.received, bots = e.bots + excluded.bots, last_seen_at = now()`.execute(
      tx,
    );
    await sql`
      update event_names e set refused = e.refused + n.refused
        from unnest(${keys}::text[], ${values.map((one) => one.refused)}::bigint[]) as n (name, refused)
       where e.organization_id = ${organizationId} and e.name = n.name and n.refused > 0`.execute(tx);
    await sql`
      insert into event_days as e (organization_id, name, day, received, bots)
      select ${organizationId}, n.name, (now() at time zone 'UTC')::date, n.received, n.bots
        from unnest(${keys}::text[], ${values.map((one) => one.received)}::bigint[], ${values.map((one) => one.bots)}::bigint[]) as n (name, received, bots)
       where n.received > 0
      on conflict (organization_id, name, day) do update set received = e.received + excluded.received, bots = e.bots + excluded.bots`.execute(
      tx,
    );
    const rows = sorted.flatMap(([name, one]) =>
      [...one.properties].sort(([a], [b]) => (a < b ? -1 : 1)).map(([property, counts]) => ({ name, property, ...counts })),
    );
    if (rows.length === 0) return;
    const numbers = (kind: Kind) => sql`${rows.map((row) => row[kind])}::bigint[]`;
    await sql`
      insert into event_properties as e (organization_id, name, property, texts, numbers, flags, dates, lists, objects, nulls)
      select ${organizationId}, n.*
        from unnest(${rows.map((row) => row.name)}::text[], ${rows.map((row) => row.property)}::text[], ${numbers("texts")}, ${numbers("numbers")},
          ${numbers("flags")}, ${numbers("dates")}, ${numbers("lists")}, ${numbers("objects")}, ${numbers("nulls")})
          as n (name, property, texts, numbers, flags, dates, lists, objects, nulls)
       where exists (select from event_properties p where p.organization_id = ${organizationId} and p.name = n.name and p.property = n.property)
          or (select count(*) from event_properties p where p.organization_id = ${organizationId} and p.name = n.name) < ${mostProperties}
      on conflict (organization_id, name, property) do update set texts = e.texts + excluded.texts, numbers = e.numbers + excluded.numbers,
        flags = e.flags + excluded.flags, dates = e.dates + excluded.dates, lists = e.lists + excluded.lists, objects = e.objects + excluded.objects,
        nulls = e.nulls + excluded.nulls, last_seen_at = now()`.execute(tx);
  });
