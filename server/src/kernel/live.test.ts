import pg from "pg";
import { expect, test } from "vitest";
import { anOrganization, client, eventually, type Shop } from "../../test/builders.ts";
import { aConversation } from "../../test/inbox.builders.ts";
import { listen } from "../../test/live.builders.ts";
import { aWorld } from "../../test/world.ts";
import { isAfter, type LiveEvent } from "./live.ts";

const world = await aWorld();
const insert = "insert into events (organization_id, id, name, actor) values ($1, candor_uuid7(), $2, '{}')";

const collect = (shop: Shop) => {
  const heard: LiveEvent[] = [];
  const off = world.kernel.live.subscribe((event) => {
    if (event.organizationId === shop.id) heard.push(event);
  });
  return { heard, off };
};

test("an event of a transaction that commits late is told late, not skipped", async () => {
  const shop = await anOrganization(world);
  const { heard, off } = collect(shop);
  const slow = new pg.Client({ connectionString: world.databaseUrl });
  await slow.connect();
  await slow.query("begin");
  await slow.query("set local role candor_system");
  await slow.query(insert, [shop.id, "test.early"]);
  await world.kernel.db.raw.system.query(insert, [shop.id, "test.late"]);
  world.kernel.live.wake();
  // The later one is committed, but an older transaction is still open: telling it now would move the cursor past the older.
  const horizonHeld = await world.kernel.live.position();
  await slow.query("commit");
  await slow.end();
  await eventually(async () => heard.length === 2, "both events");
  expect(heard.map((event) => event.name)).toEqual(["test.early", "test.late"]);
  expect(heard.every((event) => isAfter(event.cursor, horizonHeld))).toBe(true);
  off();
});

test("events come in order however the numbers of their transactions are spelled", async () => {
  const shop = await anOrganization(world);
  const from = await world.kernel.live.position();
  // Across a power of ten, where text would sort 100 before 99.
  const { rows } = await world.kernel.db.raw.system.query<{ x: string }>("select pg_current_xact_id()::text as x");
  const now = Number(rows[0]?.x);
  const until = Math.max(30, Math.min(1200, 10 ** String(now).length - now + 5));
  for (let n = 0; n < until; n++) await world.kernel.db.raw.system.query(insert, [shop.id, `test.n${n}`]);
  const replayed = await eventually(async () => {
    const events = await world.kernel.live.since(from, shop.id);
    return events?.length === until ? events : null;
  });
  expect(replayed.map((event) => event.name)).toEqual(Array.from({ length: until }, (_each, n) => `test.n${n}`));
  expect(replayed.every((event, at) => at === 0 || isAfter(event.cursor, replayed[at - 1]?.cursor ?? ""))).toBe(true);
});

test("a replay holds one organization's events only", async () => {
  const [shop, other] = [await anOrganization(world), await anOrganization(world)];
  const from = await world.kernel.live.position();
  await world.kernel.db.raw.system.query(insert, [other.id, "test.theirs"]);
  expect(await world.kernel.live.since(from, shop.id)).toEqual([]);
});

test("a lost connection for wake-ups is made again and nothing is missed", async () => {
  const shop = await anOrganization(world);
  const { heard, off } = collect(shop);
  await world.kernel.db.raw.owner.query(
    "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'candor live' and datname = current_database()",
  );
  await world.kernel.db.raw.system.query(insert, [shop.id, "test.meanwhile"]);
  await eventually(async () => heard.length === 1, "the event in spite of the lost connection");
  off();
});

test("what was said on a topic while the connection was lost is looked after when it is back", async () => {
  let heard = 0;
  const off = world.kernel.live.on("access", () => {
    heard += 1;
  });
  world.kernel.live.wake("access");
  await eventually(async () => heard > 0, "the topic");
  const before = heard;
  await world.kernel.db.raw.owner.query(
    "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'candor live' and datname = current_database()",
  );
  await eventually(async () => heard > before, "the topic after the connection was lost");
  off();
});

test("a graceful stop ends open streams instead of waiting for them", async () => {
  const ending = await aWorld();
  const shop = await anOrganization(ending);
  await aConversation(shop);
  const { key } = await client(shop);
  const stream = await listen(ending, { authorization: `Bearer ${key}` });
  expect(stream.status).toBe(200);
  const since = Date.now();
  ending.kernel.live.drain();
  await ending.edge.close();
  expect(Date.now() - since).toBeLessThan(5000);
  await eventually(async () => stream.ended(), "the stream's end");
});
