import { sql } from "kysely";
import { afterEach, expect, test } from "vitest";
import { anOrganization, eventually, type Shop } from "../../test/builders.ts";
import { aWorld } from "../../test/world.ts";
import { type ConsumedEvent, type Consumer, consume, takeBatch } from "./consumers.ts";
import { emitMany } from "./events.ts";

const world = await aWorld();
const { kernel } = world;
const { system } = kernel.db;
let serial = 0;
const aName = () => `test-${++serial}`;
const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});
const start = (name: string, consumer: Consumer) => void stops.push(consume(kernel, name, consumer));

const happen = async (shop: Shop, count: number, name = "label.changed") => {
  const ids = Array.from({ length: count }, () => `${++serial}`);
  await system.transaction().execute((tx) =>
    emitMany(
      tx,
      ids.map((id) => ({ organizationId: shop.id, name, payload: { labelId: id }, actor: { kind: "system", name: "test" } })),
    ),
  );
  kernel.live.wake();
  return ids;
};
const heard = (events: ConsumedEvent[], shop: Shop) =>
  events.filter((event) => event.organizationId === shop.id).map((event) => String(event.payload.labelId));
const cursor = async (name: string) =>
  system.selectFrom("event_cursors").select(["xid", "id"]).where("consumer", "=", name).executeTakeFirst();
/** What a consumer did, kept where it is undone with its transaction. */
const note = async (tx: Parameters<Consumer["handle"]>[0], shop: Shop, words: string[]) => {
  for (const word of words)
    await tx.insertInto("labels").values({ organization_id: shop.id, id: crypto.randomUUID(), name: word }).execute();
};
const notes = async (shop: Shop) =>
  (await system.selectFrom("labels").select("name").where("organization_id", "=", shop.id).execute()).map((row) => row.name);

test("events come in the order of the stream, once each, only those named, with what they carry", async () => {
  const shop = await anOrganization(world);
  const seen: ConsumedEvent[] = [];
  await happen(shop, 3, "tag.changed");
  const before = await happen(shop, 5);
  start(aName(), {
    names: ["label.changed"],
    batch: 4,
    handle: async (_tx, events) => {
      seen.push(...events);
    },
  });
  const after = await happen(shop, 5);
  await eventually(async () => heard(seen, shop).length >= 10);
  expect(heard(seen, shop)).toEqual([...before, ...after]);
  expect(new Set(seen.map((event) => event.name))).toEqual(new Set(["label.changed"]));
  expect(seen.find((event) => event.organizationId === shop.id)).toMatchObject({
    actor: { kind: "system", name: "test" },
    occurredAt: expect.any(Date),
  });
});

test("a reader stopped between effects and cursor begins again with neither gap nor double", async () => {
  const shop = await anOrganization(world);
  const name = aName();
  const words = await happen(shop, 20);
  let rounds = 0;
  start(name, {
    names: ["label.changed"],
    batch: 6,
    handle: async (tx, events) => {
      await note(tx, shop, heard(events, shop));
      // Whatever ends it here ends its effects too: every second time.
      if (rounds++ % 2 === 0) throw new Error("killed in the middle");
    },
  });
  await eventually(async () => (await notes(shop)).length >= 20, "all events to be handled", 25_000);
  expect((await notes(shop)).toSorted()).toEqual(words.toSorted());
});

test("an event that cannot be handled stops its consumer there, those before it are done, and it goes on once it can", async () => {
  const shop = await anOrganization(world);
  const name = aName();
  const words = await happen(shop, 9);
  let broken = true;
  start(name, {
    names: ["label.changed"],
    handle: async (tx, events) => {
      if (broken && heard(events, shop).includes(words[4] ?? "")) throw new Error("not this one");
      await note(tx, shop, heard(events, shop));
    },
  });
  await eventually(async () => (await notes(shop)).length === 4, "the four before it");
  expect(await kernel.metrics.text()).toMatch(new RegExp(`candor_consumer_lag_seconds\\{consumer="${name}"\\} 0?\\.?\\d`));
  broken = false;
  await eventually(async () => (await notes(shop)).length === 9, "the rest");
  expect((await notes(shop)).toSorted()).toEqual(words.toSorted());
});

test("two holders of the same name take turns and handle everything once", async () => {
  const shop = await anOrganization(world);
  const name = aName();
  let atOnce = 0;
  let most = 0;
  const consumer: Consumer = {
    names: ["label.changed"],
    batch: 5,
    handle: async (tx, events) => {
      most = Math.max(most, ++atOnce);
      await note(tx, shop, heard(events, shop));
      await sql`select pg_sleep(0.01)`.execute(tx);
      atOnce--;
    },
  };
  start(name, consumer);
  start(name, consumer);
  const words = [...(await happen(shop, 30)), ...(await happen(shop, 30))];
  await eventually(async () => (await notes(shop)).length >= 60);
  expect((await notes(shop)).toSorted()).toEqual(words.toSorted());
  expect(most).toBe(1);
});

test("what commits late is not skipped, and waits for the transaction before it", async () => {
  const shop = await anOrganization(world);
  const name = aName();
  const seen: string[] = [];
  const consumer: Consumer = {
    names: ["label.changed"],
    handle: async (_tx, events) => {
      seen.push(...heard(events, shop));
    },
  };
  while ((await takeBatch(kernel, name, consumer, 500)).scanned > 0);
  let commit: () => void = () => {};
  const open = new Promise<void>((resolve) => {
    commit = resolve;
  });
  const slow = system.transaction().execute(async (tx) => {
    await emitMany(tx, [
      { organizationId: shop.id, name: "label.changed", payload: { labelId: "early" }, actor: { kind: "system", name: "t" } },
    ]);
    await open;
  });
  await eventually(async () => {
    const { rows } = await sql<{
      open: boolean;
    }>`select exists (select from pg_stat_activity where state = 'idle in transaction' and backend_xid is not null and query like '%events%') as open`.execute(
      kernel.db.system,
    );
    return rows[0]?.open;
  }, "the slow transaction to have written").catch(() => {});
  const [later] = await happen(shop, 1);
  await takeBatch(kernel, name, consumer, 500);
  expect(seen).toEqual([]);
  commit();
  await slow;
  await eventually(async () => {
    await takeBatch(kernel, name, consumer, 500);
    return seen.length === 2;
  });
  expect(seen).toEqual(["early", later]);
});

test("after a restored backup, whose transaction numbers begin again, what is new is still read", async () => {
  const shop = await anOrganization(world);
  const name = aName();
  const seen: string[] = [];
  const consumer: Consumer = {
    names: ["label.changed"],
    handle: async (_tx, events) => {
      seen.push(...heard(events, shop));
    },
  };
  const [before] = await happen(shop, 1);
  await eventually(async () => {
    await takeBatch(kernel, name, consumer, 500);
    return seen.includes(before ?? "");
  });
  // As after a restore: the cursor names a transaction this server has not come to.
  await sql`update event_cursors set xid = '900000000000' where consumer = ${name}`.execute(system);
  const [missed] = await happen(shop, 1);
  await eventually(async () => {
    await takeBatch(kernel, name, consumer, 500);
    return seen.includes(missed ?? "") && BigInt(String((await cursor(name))?.xid)) < 900_000_000_000n;
  });
  const [next] = await happen(shop, 1);
  await eventually(async () => {
    await takeBatch(kernel, name, consumer, 500);
    return seen.includes(next ?? "");
  });
  expect(seen.filter((word) => word === before)).toHaveLength(1);
});
