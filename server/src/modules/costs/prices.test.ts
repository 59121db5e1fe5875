import { expect, test } from "vitest";
import { anOrganization, client, eventsOf, eventually } from "../../../test/builders.ts";
import { aPricedMessage, costsOf, freeReply, regular, totalsOf } from "../../../test/costs.builders.ts";
import { aNumberOfItsOwn } from "../../../test/whatsapp.builders.ts";
import { aWorld } from "../../../test/world.ts";

const world = await aWorld();
const { system } = world.kernel.db;
const month = new Date().toISOString().slice(0, 7);
type Sum = { currency: string; messages: number; charged: number; estimated: number; unpriced: number; amountMicros: string };
type Page<T> = { items: T[]; next: string | null };
type Refused = { error: { code: string; field?: string; message: string } };

const aShop = async () => {
  const shop = await anOrganization(world);
  return { shop, channel: await aNumberOfItsOwn(shop), api: await client(shop) };
};

test("a price of one's own is counted with from its day, and months since are priced anew", async () => {
  const { shop, channel, api } = await aShop();
  await aPricedMessage(channel, regular("utility"));
  const added = await api.post("/costs/prices", {
    currency: "usd",
    market: "United Kingdom",
    category: "Utility",
    price: 0.03,
    validFrom: `${month}-01`,
  });
  expect([added.status, added.body]).toEqual([
    201,
    { market: "GB", category: "utility", currency: "USD", priceMicros: "30000", validFrom: `${month}-01` },
  ]);
  await eventually(async () => (await costsOf(shop))[0]?.amount_micros === "30000", "the month to be priced anew");
  await eventually(async () => (await eventsOf(shop)).includes("costs.recalculated"));
  expect((await costsOf(shop))[0]).toMatchObject({ exactness: "own" });
  expect((await totalsOf(shop)).kept).toEqual((await totalsOf(shop)).counted);

  type Row = { id: string | null; priceMicros: string; inForce: boolean; retired: boolean; exactness: string };
  const rows = async (show: string) => (await api.get<Page<Row>>(`/costs/prices?market=GB&category=utility&show=${show}`)).body.items;
  expect(await rows("now")).toEqual([expect.objectContaining({ priceMicros: "30000", exactness: "own", inForce: true })]);
  // A correction keeps the row before it.
  await api.post("/costs/prices", { currency: "USD", market: "GB", category: "utility", price: "0.031", validFrom: `${month}-01` });
  expect((await rows("all")).filter((row) => row.exactness === "own").map((row) => [row.priceMicros, row.retired])).toEqual(
    expect.arrayContaining([
      ["30000", true],
      ["31000", false],
    ]),
  );
  const mine = (await rows("now"))[0];
  expect((await api.delete(`/costs/prices/${mine?.id}`)).status).toBe(204);
  expect((await api.delete(`/costs/prices/${mine?.id}`)).status).toBe(404);
  expect(await rows("now")).toEqual([expect.objectContaining({ id: null, priceMicros: "22000" })]);
  await eventually(async () => (await costsOf(shop))[0]?.amount_micros === "22000", "the shipped price to hold again");
  expect(await rows("all")).toHaveLength(3);
});

test("an older message keeps its price when a new one begins later", async () => {
  const { shop, channel, api } = await aShop();
  const yesterday = new Date(Date.now() - 86_400_000);
  const tomorrow = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
  await aPricedMessage(channel, regular("utility"), { at: yesterday });
  await api.post("/costs/prices", { currency: "USD", market: "GB", category: "utility", price: "0.9", validFrom: tomorrow });
  await api.post(`/costs/months/${yesterday.toISOString().slice(0, 7)}/recalculation`);
  await eventually(async () => (await eventsOf(shop)).includes("costs.recalculated"));
  expect((await costsOf(shop))[0]?.amount_micros).toBe("22000");
});

test.each([
  [{ price: "-1" }, "price"],
  [{ price: "0.00000001" }, "price"],
  [{ market: "Atlantis" }, "market"],
  [{ currency: "EURO" }, "currency"],
  [{ validFrom: "2026-02-30" }, "validFrom"],
  [{ category: "!" }, "category"],
])("%j is refused by naming %s", async (wrong, field) => {
  const { api } = await aShop();
  const answer = await api.post<Refused>("/costs/prices", {
    currency: "USD",
    market: "GB",
    category: "utility",
    price: "0.03",
    validFrom: "2026-11-01",
    ...wrong,
  });
  expect([answer.status, answer.body.error.field]).toEqual([400, field]);
});

test("a CSV with errors stores nothing and names each line and column", async () => {
  const { shop, api } = await aShop();
  const csv = [
    "Country;Category;Price;Currency;Valid from",
    "Germany;marketing;0,1234;EUR;2026-10-01",
    "Atlantis;utility;0,1;EUR;2026-10-01",
    "FR;shopping list!;x;EURO;1.10.26",
  ].join("\n");
  const answer = await api.post<{ stored: boolean; prices: number; errors: { line: number; column: string }[] }>("/costs/prices/import", {
    csv,
  });
  expect(answer.body).toMatchObject({ stored: false, prices: 1 });
  expect(answer.body.errors.map(({ line, column }) => [line, column])).toEqual([
    [3, "market"],
    [4, "currency"],
    [4, "valid_from"],
    [4, "category"],
    [4, "price"],
  ]);
  expect(await system.selectFrom("price_rows").select("id").where("organization_id", "=", shop.id).execute()).toEqual([]);
  const nothing = await api.post<{ errors: { message: string }[] }>("/costs/prices/import", { csv: "a,b\n1,2" });
  expect(nothing.body.errors).toEqual([{ line: 1, column: "market", message: "There is no column market or country." }]);
});

test("Meta's own card, a column for each category, is taken as it is; the same file again changes nothing", async () => {
  const { shop, api } = await aShop();
  const csv =
    'Market,Currency,Marketing,Utility,Authentication,Authentication-International,Service\nGermany,$US,$0.1365,0.0550,0.0550,n/a,0.0550\n"Rest of Central & Eastern Europe",USD,0.0860,0.0212,0.0212,n/a,0.0212\nIndia,USD,0.0118,0.0014,0.0014,0.0304,0.0014\n';
  const dry = await api.post("/costs/prices/import", { csv, validFrom: "2026-10-01", dryRun: true });
  expect(dry.body).toEqual({ stored: false, prices: 13, unchanged: 0, errors: [] });
  const first = await api.post("/costs/prices/import", { csv, validFrom: "2026-10-01" });
  expect(first.body).toEqual({ stored: true, prices: 13, unchanged: 0, errors: [] });
  expect((await api.post("/costs/prices/import", { csv, validFrom: "2026-10-01" })).body).toMatchObject({ unchanged: 13 });
  const rows = await system
    .selectFrom("price_rows")
    .select(["market", "category"])
    .where("organization_id", "=", shop.id)
    .where("retired_at", "is", null)
    .execute();
  expect(rows).toHaveLength(13);
  expect(rows).toContainEqual({ market: "rest_of_central_eastern_europe", category: "utility" });
  expect((await eventsOf(shop)).filter((name) => name === "costs.prices_changed")).toHaveLength(1);
});

test("a price without a zero is read as it is meant, and a minus is no currency's sign", async () => {
  const { api, shop } = await aShop();
  const csv = (price: string) => ({ csv: `market;category;price\nGB;utility;${price}`, currency: "USD", validFrom: "2026-10-01" });
  for (const price of ["-0.05", "\u22120.05", "$-0.05", "(0.05)"])
    expect((await api.post("/costs/prices/import", csv(price))).body).toMatchObject({
      stored: false,
      errors: [{ line: 2, column: "price" }],
    });
  expect((await api.post("/costs/prices/import", csv("US$ .0534"))).body).toMatchObject({ stored: true, prices: 1 });
  const rows = await system.selectFrom("price_rows").select("price_micros").where("organization_id", "=", shop.id).execute();
  expect(rows.map((row) => Number(row.price_micros))).toEqual([53400]);
});

test("two who give a price for the same day at once leave one in force", async () => {
  const { api, shop } = await aShop();
  const price = { currency: "USD", market: "GB", category: "utility", validFrom: "2026-11-01" };
  const answers = await Promise.all(["0.031", "0.032", "0.033"].map((each) => api.post("/costs/prices", { ...price, price: each })));
  expect(answers.map((answer) => answer.status)).toEqual([201, 201, 201]);
  const rows = await system.selectFrom("price_rows").select("retired_at").where("organization_id", "=", shop.id).execute();
  expect(rows.filter((row) => row.retired_at === null)).toHaveLength(1);
});

test("one's own rows are nobody else's", async () => {
  const [here, there] = [await aShop(), await aShop()];
  await here.api.post("/costs/prices", { currency: "USD", market: "GB", category: "utility", price: "0.9", validFrom: "2026-10-01" });
  const [row] = await system.selectFrom("price_rows").select("id").where("organization_id", "=", here.shop.id).execute();
  expect((await there.api.delete(`/costs/prices/${row?.id}`)).status).toBe(404);
  await aPricedMessage(there.channel, regular("utility"));
  expect((await costsOf(there.shop))[0]?.amount_micros).toBe("22000");
});

test("another currency counts the running month anew in it, and the setting is kept", async () => {
  const { shop, channel, api } = await aShop();
  await aPricedMessage(channel, freeReply);
  await aPricedMessage(channel, regular("utility"));
  await api.post("/costs/prices", { currency: "EUR", market: "GB", category: "utility", price: "0.02", validFrom: "2026-10-01" });
  expect((await api.patch("/costs/settings", { currency: "eur", showReplyCost: false })).body).toEqual({
    currency: "EUR",
    showReplyCost: false,
  });
  await eventually(async () => (await costsOf(shop)).every((row) => row.currency === "EUR"), "the costs in euro");
  const { body } = await api.get<{ totals: Sum[] }>(`/costs/months/${month}`);
  expect(body.totals).toEqual([{ currency: "EUR", messages: 2, charged: 1, estimated: 0, unpriced: 0, amountMicros: "20000" }]);
  expect((await api.get("/costs/settings")).body).toEqual({ currency: "EUR", showReplyCost: false });
});
