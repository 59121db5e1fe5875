import { sql } from "kysely";
import type { Tx } from "../../../../kernel/db/pools.ts";
import { cannotStore } from "../../../../kernel/errors.ts";
import type { Kernel } from "../../../../kernel/module.ts";
import { countReceived } from "../sending/pace-received.ts";
import { park } from "./park.ts";
import { parseBody } from "./parse.ts";
import type { Item } from "./parse-shapes.ts";
import { projectItems } from "./project.ts";
import { numbersNamed } from "./project-route.ts";

/** As much as one transaction takes. */
export const mostBodies = 600;
export const mostBytes = 8_000_000;

type Row = { id: string; received_at: Date; body: Buffer };
export type Body = { id: string; items: Item[] };
export type BatchResult = { bodies: number; items: number; parked: number; early: boolean; last: string | null };

/**
 * Which bodies are next, asked in the transaction that has the app to itself, and what is written about them when they are done; `parked`
 * names the items that were put aside (placeOf).
 */
export type Feed = {
  next: (tx: Tx) => Promise<Body[]>;
  done: (tx: Tx, bodies: Body[], parked: string[]) => Promise<void>;
};

/** The oldest bodies of an app that are not projected yet. */
export const pending = (appId: string): Feed => ({
  next: async (tx) => (await claim(tx, appId)).map((row) => ({ id: row.id, items: parseBody(row.body, row.received_at) })),
  done: (tx, bodies) => markProjected(tx, bodies),
});

/**
 * Projects the next bodies of one app, in their order, in one transaction; null when another process is at it. When something in the
 * batch fails it is undone and done again body by body, and within a body that fails item by item: only the item that fails is parked.
 */
export const projectBatch = async (kernel: Kernel, appId: string, feed: Feed = pending(appId)): Promise<BatchResult | null> => {
  let bodies: Body[] = [];
  const result = (parked: number, early: boolean): BatchResult => ({
    bodies: bodies.length,
    items: bodies.reduce((sum, body) => sum + body.items.length, 0),
    parked,
    early,
    last: bodies.at(-1)?.id ?? null,
  });
  try {
    const done = await alone(kernel, appId, async (tx) => {
      bodies = await feed.next(tx);
      const { parked, early } = await projectBodies(tx, appId, bodies, feed);
      return result(parked.length, early);
    });
    if (done)
      await countReceived(
        kernel,
        appId,
        bodies.flatMap((body) => body.items),
      );
    return done;
  } catch (error) {
    if (isPassing(error) || bodies.length === 0) throw error;
    kernel.log.warn({ err: error, app: appId, bodies: bodies.length }, "a batch failed; projecting its bodies one by one");
  }
  let parked = 0;
  for (const body of bodies) {
    const found = await projectOne(kernel, appId, body, feed);
    if (found === null) return null;
    parked += found;
  }
  return result(parked, true);
};

/** Answers how many items were parked. */
const projectOne = async (kernel: Kernel, appId: string, body: Body, feed: Feed): Promise<number | null> => {
  try {
    return await alone(kernel, appId, async (tx) => (await projectBodies(tx, appId, [body], feed)).parked.length);
  } catch (error) {
    if (isPassing(error)) throw error;
  }
  return alone(kernel, appId, async (tx) => {
    const parked: string[] = [];
    for (const item of body.items) if (await projectItem(kernel, tx, appId, body.id, item)) parked.push(placeOf(body.id, item.path));
    await feed.done(tx, [body], parked);
    return parked.length;
  });
};

const projectItem = async (kernel: Kernel, tx: Tx, appId: string, journalId: string, item: Item): Promise<boolean> => {
  await sql`savepoint item`.execute(tx);
  try {
    const { parked } = await projectItems(tx, appId, [item]);
    await park(
      tx,
      appId,
      parked.map((one) => ({ ...one, journalId })),
    );
    await sql`release savepoint item`.execute(tx);
    return parked.length > 0;
  } catch (error) {
    if (isPassing(error)) throw error;
    await sql`rollback to savepoint item`.execute(tx);
    kernel.log.error({ err: error, app: appId, journal: journalId, path: item.path }, "an item could not be projected and is parked");
    const { code, constraint } = error as { code?: string; constraint?: string };
    const route = (await numbersNamed(tx, appId, [item])).guess(item);
    await park(tx, appId, [
      { item, reason: "failed", detail: [code, constraint].filter(Boolean).join(" ") || (error as Error).name, route, journalId },
    ]);
    return true;
  }
};

const projectBodies = async (tx: Tx, appId: string, bodies: Body[], feed: Feed): Promise<{ parked: string[]; early: boolean }> => {
  if (bodies.length === 0) return { parked: [], early: false };
  const journalOf = new Map(bodies.flatMap((body) => body.items.map((item) => [item, body.id] as const)));
  const { parked, early } = await projectItems(
    tx,
    appId,
    bodies.flatMap((body) => body.items),
  );
  const aside = parked.map((one) => ({ ...one, journalId: journalOf.get(one.item) ?? "" }));
  await park(tx, appId, aside);
  const places = aside.map((one) => placeOf(one.journalId, one.item.path));
  await feed.done(tx, bodies, places);
  return { parked: places, early };
};

/** Where an item stood in the journal, as its row in intake_parked tells it. */
export const placeOf = (journalId: string, path: string) => `${journalId} ${path.slice(0, 500)}`;

/** One projector per app over all processes: the lock is the transaction's and ends with it, however that ends. */
export const alone = <T>(kernel: Kernel, appId: string, run: (tx: Tx) => Promise<T>): Promise<T | null> =>
  kernel.db.system.transaction().execute(async (tx) => {
    const { rows } = await sql<{
      mine: boolean;
    }>`select pg_try_advisory_xact_lock(hashtextextended(${`intake:${appId}`}, 0)) as mine`.execute(tx);
    return rows[0]?.mine ? run(tx) : null;
  });

const claim = async (tx: Tx, appId: string): Promise<Row[]> => {
  const { rows } = await sql<Row>`
    select id, received_at, body from (
      select id, received_at, body, sum(octet_length(body)) over (order by id) - octet_length(body) as before
        from (select id, received_at, body from intake_journal where app_id = ${appId} and projected_at is null order by id limit ${mostBodies}) oldest) counted
     where before < ${mostBytes} order by id`.execute(tx);
  return rows;
};

export const markProjected = async (tx: Tx, bodies: Body[]) => {
  await sql`update intake_journal set projected_at = now() where id = any(${bodies.map((body) => body.id)}::bigint[]) and projected_at is null`.execute(
    tx,
  );
};

/** Not the item's doing and over soon: the database away, a deadlock, a time-out. Nothing is parked for these. */
export const isPassing = (error: unknown) =>
  cannotStore(error) ||
  /^(40|55P03|57014)/.test((error as { code?: string } | null)?.code ?? "") ||
  /Connection|timeout/i.test(String((error as Error | null)?.message));
