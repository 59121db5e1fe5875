import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { anOrganization, type Shop } from "../../../../../test/builders.ts";
import { aNumberOfItsOwn, type TestChannel } from "../../../../../test/whatsapp.builders.ts";
import { aWorld } from "../../../../../test/world.ts";
import { type Running, start } from "../../../../app.ts";
import { readConfig } from "../../../../config.ts";
import { newId } from "../../../../kernel/id.ts";
import { type NumberRow, numberOf } from "../numbers/number.ts";
import { peopleOf, portfolioKey, releasePortfolio, reservePortfolio, tellLimit, tidyPortfolios } from "./portfolio.ts";

const world = await aWorld();
const db = world.kernel.db.system;

const aNumberWith = async (shop: Shop, tier: string | null, portfolioId: string): Promise<NumberRow & { channel: TestChannel }> => {
  const channel = await aNumberOfItsOwn(shop, { portfolioId });
  await db.updateTable("whatsapp_numbers").set({ messaging_limit: tier }).where("channel_id", "=", channel.id).execute();
  const row = await numberOf(db, shop.id, channel.id);
  if (!row) throw new Error("no number");
  return { ...row, channel };
};
const someone = () => ({ id: newId(), identityId: newId(), contactId: newId() });
const people = (n: number) => Array.from({ length: n }, someone);
const placesOf = async (number: NumberRow) =>
  Number(
    (
      await db
        .selectFrom("whatsapp_portfolio_people")
        .select((eb) => eb.fn.countAll().as("n"))
        .where("organization_id", "=", number.organization_id)
        .where("portfolio_id", "=", portfolioKey(number))
        .executeTakeFirstOrThrow()
    ).n,
  );
const usedOf = async (number: NumberRow) =>
  (
    await db
      .selectFrom("whatsapp_portfolios")
      .select("used")
      .where("organization_id", "=", number.organization_id)
      .where("portfolio_id", "=", portfolioKey(number))
      .executeTakeFirst()
  )?.used;
/** As if so many hours had passed since everybody so far was written to. */
const later = async (number: NumberRow, hours: number) => {
  await world.kernel.db.raw.owner.query(
    `update whatsapp_portfolio_people set expires_at = expires_at - make_interval(hours => $2), before_that = before_that - make_interval(hours => $2) where organization_id = $1`,
    [number.organization_id, hours],
  );
};

test.each([
  ["TIER_250", 250],
  ["TIER_2K", 2000],
  ["TIER_10K", 10_000],
  ["TIER_100K", 100_000],
  ["TIER_UNLIMITED", null],
  ["TIER_NOT_SET", null],
  [null, null],
])("%s is %s people", (tier, limit) => {
  expect(peopleOf(tier)).toBe(limit);
});

test("so many people and no more find a place; the others are told how long to wait", async () => {
  const number = await aNumberWith(await anOrganization(world), "TIER_250", "710");
  expect((await reservePortfolio(world.kernel, number, people(249))).size).toBe(0);
  const [last, one, two] = people(3) as [ReturnType<typeof someone>, ReturnType<typeof someone>, ReturnType<typeof someone>];
  const waits = await reservePortfolio(world.kernel, number, [last, one, two]);
  expect([...waits.keys()]).toEqual([one.id, two.id]);
  const wait = waits.get(one.id);
  expect([wait?.limit, wait?.used]).toEqual([250, 250]);
  expect(wait?.waitSeconds).toBeGreaterThan(24 * 3600 - 60);
  expect(wait?.waitSeconds).toBeLessThanOrEqual(24 * 3600);
});

test("the same person takes one place, however many messages, deliveries and retries there are", async () => {
  const number = await aNumberWith(await anOrganization(world), "TIER_250", "711");
  const amara = someone();
  for (let n = 0; n < 3; n += 1)
    await reservePortfolio(world.kernel, number, [amara, { ...amara, id: newId() }, { ...amara, id: newId() }]);
  expect([await usedOf(number), await placesOf(number)]).toEqual([1, 1]);
  await reservePortfolio(world.kernel, number, people(249));
  expect((await reservePortfolio(world.kernel, number, [{ ...amara, id: newId() }])).size).toBe(0);
});

test("a place falls free 24 hours after the last message to its person, and the next in turn gets it", async () => {
  const number = await aNumberWith(await anOrganization(world), "TIER_250", "712");
  const [first, ...others] = people(250);
  await reservePortfolio(world.kernel, number, [first ?? someone(), ...others]);
  await later(number, 23);
  await reservePortfolio(world.kernel, number, [first ?? someone()]);
  const waiting = people(2);
  const waits = await reservePortfolio(world.kernel, number, waiting);
  expect([...waits.values()].every((wait) => wait.waitSeconds > 3500 && wait.waitSeconds <= 3600)).toBe(true);
  await later(number, 1);
  expect((await reservePortfolio(world.kernel, number, waiting)).size).toBe(0);
  // The one written to again an hour ago still counts.
  expect([await usedOf(number), await placesOf(number)]).toEqual([3, 3]);
});

test("whoever was surely refused gives the place back, but not an earlier one", async () => {
  const number = await aNumberWith(await anOrganization(world), "TIER_250", "713");
  const [known, fresh] = [someone(), someone()];
  await reservePortfolio(world.kernel, number, [known]);
  await later(number, 20);
  await reservePortfolio(world.kernel, number, [known, fresh]);
  await releasePortfolio(world.kernel, number, [known.identityId, fresh.identityId]);
  expect([await usedOf(number), await placesOf(number)]).toEqual([1, 1]);
  await later(number, 5);
  await reservePortfolio(world.kernel, number, [someone()]);
  expect(await usedOf(number)).toBe(1);
});

test("the limit belongs to the portfolio: numbers of it share, others do not, and organizations are kept apart", async () => {
  const shop = await anOrganization(world);
  const [one, two] = [await aNumberWith(shop, "TIER_250", "714"), await aNumberWith(shop, "TIER_250", "714")];
  const elsewhere = await aNumberWith(shop, "TIER_250", "715");
  const stranger = await aNumberWith(await anOrganization(world), "TIER_250", "714");
  await reservePortfolio(world.kernel, one, people(250));
  expect((await reservePortfolio(world.kernel, two, [someone()])).size).toBe(1);
  expect((await reservePortfolio(world.kernel, elsewhere, [someone()])).size).toBe(0);
  expect((await reservePortfolio(world.kernel, stranger, [someone()])).size).toBe(0);
});

test("unlimited and unknown hold nobody back, and are counted all the same", async () => {
  const shop = await anOrganization(world);
  for (const [tier, portfolio] of [
    ["TIER_UNLIMITED", "716"],
    [null, "717"],
  ] as const) {
    const number = await aNumberWith(shop, tier, portfolio);
    expect((await reservePortfolio(world.kernel, number, people(300))).size).toBe(0);
    expect(await usedOf(number)).toBe(300);
  }
});

test("a limit that Meta raises holds at once for every number, and wakes what waited", async () => {
  const shop = await anOrganization(world);
  const [one, two] = [await aNumberWith(shop, "TIER_250", "718"), await aNumberWith(shop, "TIER_250", "718")];
  await reservePortfolio(world.kernel, one, people(250));
  expect((await reservePortfolio(world.kernel, one, [someone()])).size).toBe(1);
  await db.transaction().execute((tx) => tellLimit(tx, two, "TIER_2K", "webhook"));
  expect((await numberOf(db, shop.id, one.channel_id))?.messaging_limit).toBe("TIER_2K");
  expect((await reservePortfolio(world.kernel, one, people(1750))).size).toBe(0);
  expect((await reservePortfolio(world.kernel, one, [someone()])).size).toBe(1);
});

test("a limit that Meta lowers lets nobody new through until enough places are free again", async () => {
  const shop = await anOrganization(world);
  const number = await aNumberWith(shop, "TIER_2K", "719");
  await reservePortfolio(world.kernel, number, people(300));
  await later(number, 10);
  await reservePortfolio(world.kernel, number, people(100));
  await db.transaction().execute((tx) => tellLimit(tx, number, "TIER_250", "graph"));
  const [wait] = [...(await reservePortfolio(world.kernel, number, [someone()])).values()];
  expect(wait?.waitSeconds).toBeLessThanOrEqual(14 * 3600);
  expect(wait?.waitSeconds).toBeGreaterThan(14 * 3600 - 120);
});

test("places that ended are tidied away, and a wrong count is put right", async () => {
  const number = await aNumberWith(await anOrganization(world), "TIER_250", "720");
  await reservePortfolio(world.kernel, number, people(5));
  await later(number, 25);
  await db.updateTable("whatsapp_portfolios").set({ used: 99 }).where("organization_id", "=", number.organization_id).execute();
  await tidyPortfolios(world.kernel);
  expect([await usedOf(number), await placesOf(number)]).toEqual([0, 0]);
});

describe("two processes", () => {
  let other: Running;
  beforeAll(async () => {
    other = await start(
      readConfig({
        PORT: "0",
        DATABASE_URL: world.databaseUrl,
        DATA_DIR: world.dataDir,
        CANDOR_KEY: "07".repeat(32),
        LOG_LEVEL: "silent",
        PASSWORD_COST: "4",
      }),
      "web",
    );
  });
  afterAll(() => other.stop());

  test("share the places: what both ask for at once, in any order, never makes more than the limit", async () => {
    const number = await aNumberWith(await anOrganization(world), "TIER_250", "721");
    const crowd = people(400);
    const asked = Array.from({ length: 60 }, (_, at) => crowd.slice((at * 7) % 380, ((at * 7) % 380) + 20));
    const answers = await Promise.all(
      asked.map((some, at) =>
        reservePortfolio(at % 2 === 0 ? world.kernel : other.kernel, number, at % 3 === 0 ? some.toReversed() : some),
      ),
    );
    const through = new Set(asked.flatMap((some, at) => some.filter((one) => !answers[at]?.has(one.id)).map((one) => one.contactId)));
    expect(through.size).toBe(250);
    expect([await usedOf(number), await placesOf(number)]).toEqual([250, 250]);
  });
});
