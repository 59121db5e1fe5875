import { sql } from "kysely";
import type { Tx } from "../../../kernel/db/pools.ts";
import { cannotStore } from "../../../kernel/errors.ts";
import type { Kernel } from "../../../kernel/module.ts";
import { park } from "./park.ts";
import { parseBody } from "./parse.ts";
import type { Item } from "./parse-shapes.ts";
import { projectItems } from "./project.ts";
import { numbersNamed } from "./project-route.ts";

const mostBodies = 600;
const mostBytes = 8_000_000;

type Row = { id: string; received_at: Date; body: Buffer };
type Body = { id: string; items: Item[] };
export type BatchResult = { bodies: number; early: boolean };

/**
 * Projects the oldest bodies of one app, in their order, in one transaction; null when another process is at it. When something in the
 * batch fails it is undone and done again body by body, and within a body that fails item by item: only the item that fails is parked.
 */
export const projectBatch = async (kernel: Kernel, appId: string): Promise<BatchResult | null> => {
  let bodies: Body[] = [];
  try {
    return await alone(kernel, appId, async (tx) => {
      bodies = (await claim(tx, appId)).map((row) => ({ id: row.id, items: parseBody(row.body, row.received_at) }));
      return { bodies: bodies.length, early: await projectBodies(tx, appId, bodies) };
    });
  } catch (error) {
    if (isPassing(error) || bodies.length === 0) throw error;
    kernel.log.warn({ err: error, app: appId, bodies: bodies.length }, "a batch failed; projecting its bodies one by one");
  }
  for (const body of bodies) if ((await projectOne(kernel, appId, body)) === null) return null;
  return { bodies: bodies.length, early: true };
};

const projectOne = async (kernel: Kernel, appId: string, body: Body): Promise<boolean | null> => {
  try {
    return await alone(kernel, appId, async (tx) => {
      await projectBodies(tx, appId, [body]);
      return true;
    });
  } catch (error) {
    if (isPassing(error)) throw error;
  }
  return alone(kernel, appId, async (tx) => {
    for (const item of body.items) await projectItem(kernel, tx, appId, body.id, item);
    await markProjected(tx, [body.id]);
    return true;
  });
};

const projectItem = async (kernel: Kernel, tx: Tx, appId: string, journalId: string, item: Item) => {
  await sql`savepoint item`.execute(tx);
  try {
    const { parked } = await projectItems(tx, appId, [item]);
    await park(
      tx,
      appId,
      parked.map((one) => ({ ...one, journalId })),
    );
    await sql`release savepoint item`.execute(tx);
  } catch (error) {
    if (isPassing(error)) throw error;
    await sql`rollback to savepoint item`.execute(tx);
    kernel.log.error({ err: error, app: appId, journal: journalId, path: item.path }, "an item could not be projected and is parked");
    const { code, constraint } = error as { code?: string; constraint?: string };
    const route = (await numbersNamed(tx, appId, [item])).guess(item);
    await park(tx, appId, [
      { item, reason: "failed", detail: [code, constraint].filter(Boolean).join(" ") || (error as Error).name, route, journalId },
    ]);
  }
};

const projectBodies = async (tx: Tx, appId: string, bodies: Body[]): Promise<boolean> => {
  if (bodies.length === 0) return false;
  const journalOf = new Map(bodies.flatMap((body) => body.items.map((item) => [item, body.id] as const)));
  const { parked, early } = await projectItems(
    tx,
    appId,
    bodies.flatMap((body) => body.items),
  );
  await park(
    tx,
    appId,
    parked.map((one) => ({ ...one, journalId: journalOf.get(one.item) ?? "" })),
  );
  await markProjected(
    tx,
    bodies.map((body) => body.id),
  );
  return early;
};

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

const markProjected = async (tx: Tx, ids: string[]) => {
  await sql`update intake_journal set projected_at = now() where id = any(${ids}::bigint[])`.execute(tx);
};

/** Not the item's doing and over soon: the database away, a deadlock, a time-out. Nothing is parked for these. */
export const isPassing = (error: unknown) =>
  cannotStore(error) ||
  /^(40|55P03|57014)/.test((error as { code?: string } | null)?.code ?? "") ||
  /Connection|timeout/i.test(String((error as Error | null)?.message));
