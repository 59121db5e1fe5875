import { afterAll, expect, test } from "vitest";
import { eventually } from "../../../../../test/builders.ts";
import { aConversation, aReachableShop, becomes, type Reachable, send, theSandbox } from "../../../../../test/outbound.builders.ts";
import { aWorld } from "../../../../../test/world.ts";
import { numberOf } from "../numbers/number.ts";
import { numberPace } from "./pacing.ts";

// Waiting for a place in the portfolio's limit, and giving it back.
const world = await aWorld();
const sandbox = await theSandbox();
afterAll(() => sandbox.close());
const db = world.kernel.db.system;

const aLimitedShop = async (people: number) => {
  const at = await aReachableShop(world, sandbox);
  sandbox.addTemplate(at.number.accountId, {
    name: "plain_news",
    language: "en_GB",
    category: "UTILITY",
    components: [{ type: "BODY", text: "We are open." }],
  });
  await at.api.post(`/channels/${at.channelId}/templates/sync`);
  await db
    .insertInto("whatsapp_portfolios")
    .values({ organization_id: at.shop.id, portfolio_id: at.number.portfolioId, tier: "TIER_250", people_limit: people })
    .onConflict((one) => one.columns(["organization_id", "portfolio_id"]).doUpdateSet({ people_limit: people }))
    .execute();
  return at;
};
const news = { type: "template", name: "plain_news", language: "en_GB" };
const deliveryOf = (messageId: string) =>
  db.selectFrom("deliveries").selectAll().where("message_id", "=", messageId).executeTakeFirstOrThrow();
const waits = (messageId: string) =>
  eventually(async () => (await deliveryOf(messageId)).due_at.getTime() > Date.now() + 5000, "it to wait in the queue");
const places = async (at: Reachable) =>
  (await db.selectFrom("whatsapp_portfolio_people").select("contact_id").where("organization_id", "=", at.shop.id).execute()).length;

test("once the person has written, what waited for a place goes out before the answer to them", async () => {
  const at = await aLimitedShop(0);
  const chat = await aConversation(at, { windowUntil: null });
  const sent = await send(at, chat.id, news);
  await waits(sent.body.id);
  expect((await deliveryOf(sent.body.id)).failure).toMatchObject({ code: "portfolio_limit" });
  const windowUntil = new Date(Date.now() + 20 * 3600_000);
  await db.updateTable("conversations").set({ window_until: windowUntil }).where("id", "=", chat.id).execute();
  sandbox.openWindow(at.number.phoneNumberId, chat.customer);
  const answer = await send(at, chat.id, { text: "Yes, we are." });
  for (const one of [sent, answer]) await becomes(at, one.body.id, "accepted", "sent", "delivered", "read");
  expect(sandbox.received.messages.filter((one) => one.to === chat.phone).map((one) => one.body.type)).toEqual(["template", "text"]);
});

test("what goes back to the queue unsent keeps no place meanwhile", async () => {
  const at = await aLimitedShop(10);
  const chat = await aConversation(at, { windowUntil: null });
  const number = await numberOf(db, at.shop.id, at.channelId);
  if (!number) throw new Error("no number");
  const { key } = numberPace(number);
  await db
    .insertInto("rate_buckets")
    .values({ key, tokens: -70 * 60, updated_at: new Date() })
    .onConflict((one) => one.column("key").doUpdateSet({ tokens: -70 * 60, updated_at: new Date() }))
    .execute();
  const sent = await send(at, chat.id, news);
  await waits(sent.body.id);
  expect(await places(at)).toBe(0);
  await db.deleteFrom("rate_buckets").where("key", "=", key).execute();
  await db.updateTable("deliveries").set({ due_at: new Date() }).where("message_id", "=", sent.body.id).execute();
  await becomes(at, sent.body.id, "accepted", "sent", "delivered", "read");
  expect(await places(at)).toBe(1);
});
