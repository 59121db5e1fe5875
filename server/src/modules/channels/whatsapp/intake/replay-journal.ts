import { setTimeout as pause } from "node:timers/promises";
import { sql } from "kysely";
import type { Tx } from "../../../../kernel/db/pools.ts";
import type { Kernel } from "../../../../kernel/module.ts";
import { erasedAt } from "../../../contacts/index.ts";
import { parseBody } from "./parse.ts";
import type { Item, Person } from "./parse-shapes.ts";
import { type Body, type Feed, markProjected, mostBodies, mostBytes, placeOf, projectBatch } from "./project-batch.ts";
import { numbersNamed } from "./project-route.ts";

export type JournalReplay = { apps: number; bodies: number; items: number; parked: number; left: number };

/**
 * Feeds the journal through the projector again, in its order, app by app and in turn with the projector at work: into what is there,
 * which it then does not change, or into an empty projection, which it fills with the same. Left out is what a member discarded and what
 * had come from people who were erased since. `left` counts those items. Can be broken off and begun again at any time.
 */
export const replayFrom = async (kernel: Kernel, from: { since?: Date; appId?: string } = {}): Promise<JournalReplay> => {
  const since = from.since ?? new Date(0);
  const { rows: apps } = await sql<{ app_id: string; last: string }>`
    select app_id, max(id) as last from intake_journal where received_at >= ${since} and app_id = coalesce(${from.appId ?? null}::uuid, app_id)
     group by app_id order by app_id`.execute(kernel.db.system);
  const sum: JournalReplay = { apps: apps.length, bodies: 0, items: 0, parked: 0, left: 0 };
  for (const { app_id: appId, last } of apps) {
    let after = "0";
    for (;;) {
      let left = 0;
      const feed: Feed = {
        next: async (tx) => {
          const bodies = await following(tx, appId, since, after, last);
          const kept = await without(kernel, tx, appId, bodies);
          left = count(bodies) - count(kept);
          return kept;
        },
        done: async (tx, bodies, parked) => {
          await markProjected(tx, bodies);
          await settleParked(tx, bodies, parked);
        },
      };
      const done = await projectBatch(kernel, appId, feed);
      if (done === null) {
        await pause(50);
        continue;
      }
      if (done.last === null) break;
      after = done.last;
      sum.bodies += done.bodies;
      sum.items += done.items;
      sum.parked += done.parked;
      sum.left += left;
    }
  }
  kernel.live.wake();
  return sum;
};

const count = (bodies: Body[]) => bodies.reduce((sum, body) => sum + body.items.length, 0);

const following = async (tx: Tx, appId: string, since: Date, after: string, last: string): Promise<Body[]> => {
  const { rows } = await sql<{ id: string; received_at: Date; body: Buffer }>`
    select id, received_at, body from (
      select id, received_at, body, sum(octet_length(body)) over (order by id) - octet_length(body) as before
        from (select id, received_at, body from intake_journal
               where app_id = ${appId} and received_at >= ${since} and id > ${after}::bigint and id <= ${last}::bigint order by id limit ${mostBodies}) next) counted
     where before < ${mostBytes} order by id`.execute(tx);
  return rows.map((row) => ({ id: row.id, items: parseBody(row.body, row.received_at) }));
};

/** The bodies without what must not come back. */
const without = async (kernel: Kernel, tx: Tx, appId: string, bodies: Body[]): Promise<Body[]> => {
  const { rows } = await sql<{ journal_id: string; path: string }>`
    select journal_id, path from intake_parked where journal_id = any(${bodies.map((body) => body.id)}::bigint[]) and resolution = 'discarded'`.execute(
    tx,
  );
  const discarded = new Set(rows.map((row) => placeOf(row.journal_id, row.path)));
  const erased = await erasedIn(
    kernel,
    tx,
    appId,
    bodies.flatMap((body) => body.items),
  );
  return bodies.map(({ id, items }) => ({
    id,
    items: items.filter((item) => !discarded.has(placeOf(id, item.path)) && !erased.has(item)),
  }));
};

const erasedIn = async (kernel: Kernel, tx: Tx, appId: string, items: Item[]): Promise<Set<Item>> => {
  const numbers = await numbersNamed(tx, appId, items);
  const named = items.flatMap((item) => {
    const route = numbers.ofNumber(item.phoneNumberId);
    const identities = route ? identitiesOf(item, route.portfolioId) : [];
    return route && identities.length > 0 ? [{ item, identities, organizationId: route.organizationId }] : [];
  });
  const found = new Set<Item>();
  for (const [organizationId, own] of Map.groupBy(named, (one) => one.organizationId)) {
    const at = await erasedAt(
      kernel,
      tx,
      organizationId,
      own.flatMap((one) => one.identities),
    );
    for (const { item, identities } of own)
      if (identities.some((identity) => (at(identity)?.getTime() ?? 0) > item.receivedAt.getTime())) found.add(item);
  }
  return found;
};

const identitiesOf = (item: Item, portfolioId: string) => {
  const phone = (value: string) => ({ kind: "phone" as const, scope: "", value });
  const userId = (value: string) => ({ kind: "whatsapp_user_id" as const, scope: portfolioId, value });
  const of = (person: Person | null) => [
    ...(person?.phone ? [phone(person.phone)] : []),
    ...(person?.userId ? [userId(person.userId)] : []),
  ];
  if (item.kind === "change") return of(item.peer);
  if (item.kind === "move")
    return [item.from, item.to].flatMap((value) => (value ? [item.identity === "phone" ? phone(value) : userId(value)] : []));
  return "person" in item ? of(item.person) : [];
};

/** What had been parked in these bodies and went through now is settled. */
const settleParked = async (tx: Tx, bodies: Body[], parked: string[]) => {
  await sql`
    update intake_parked set resolved_at = now(), resolution = 'replayed', tries = tries + 1
     where journal_id = any(${bodies.map((body) => body.id)}::bigint[]) and resolved_at is null and journal_id || ' ' || path <> all(${parked}::text[])`.execute(
    tx,
  );
};
