import { sql } from "kysely";
import { expect, test } from "vitest";
import { anOrganization, type Client, client } from "../../../test/builders.ts";
import { aPricedMessage, aSentMessage, freeReply, regular } from "../../../test/costs.builders.ts";
import { aMessage, aNumberOfItsOwn, bodyOf, contactsOf, receive, type TestChannel } from "../../../test/whatsapp.builders.ts";
import { aWorld } from "../../../test/world.ts";
import { newId } from "../../kernel/id.ts";

const world = await aWorld();
const { system } = world.kernel.db;
const aShop = async () => {
  const shop = await anOrganization(world);
  return { shop, channel: await aNumberOfItsOwn(shop), api: await client(shop) };
};
const aTemplate = async (channel: TestChannel, category: string) => {
  const id = newId();
  await system
    .insertInto("whatsapp_templates")
    .values({
      organization_id: channel.shop.id,
      id,
      account_id: channel.accountId,
      name: `t_${id.slice(-6)}`,
      language: "en",
      category,
      state: "APPROVED",
    })
    .execute();
  return id;
};

type Estimate = {
  category: string;
  amountMicros: string | null;
  priceMicros: string | null;
  free: string | null;
  freeRepliesLeft: number | null;
  exactness: string | null;
  market: string | null;
  currency: string;
};
const ask = async (api: Client, channel: TestChannel, sent: { contactId: string }, templateId?: string) =>
  (
    await api.get<Estimate>(
      `/costs/estimate?channelId=${channel.id}&contactId=${sent.contactId}${templateId ? `&templateId=${templateId}` : ""}`,
    )
  ).body;

test("a template costs its category's price in the person's market, also inside the window", async () => {
  const { channel, api } = await aShop();
  const sent = await aSentMessage(channel, { phone: "4915112345678" });
  expect(await ask(api, channel, sent, await aTemplate(channel, "MARKETING"))).toMatchObject({
    category: "marketing",
    market: "DE",
    currency: "USD",
    amountMicros: "136500",
    free: null,
    exactness: "published",
  });
  await system
    .updateTable("conversations")
    .set({ window_until: new Date(Date.now() + 3_600_000) })
    .where("organization_id", "=", channel.shop.id)
    .execute();
  expect(await ask(api, channel, sent, await aTemplate(channel, "UTILITY"))).toMatchObject({ amountMicros: "55000", free: null });
});

test("a category may be asked for without a template", async () => {
  const { channel, api } = await aShop();
  const sent = await aSentMessage(channel);
  const answer = await api.get(`/costs/estimate?channelId=${channel.id}&contactId=${sent.contactId}&category=Authentication`);
  expect(answer.body).toMatchObject({ category: "authentication", amountMicros: "22000", free: null });
});

test("a reply is free while free ones are left, and then costs the utility price", async () => {
  const { shop, channel, api } = await aShop();
  const sent = await aPricedMessage(channel, freeReply);
  expect(await ask(api, channel, sent)).toMatchObject({
    category: "service",
    amountMicros: "0",
    priceMicros: "22000",
    free: "free_replies",
    freeRepliesLeft: 999,
  });
  await sql`update cost_totals set free_replies = 1000 where organization_id = ${shop.id} and dimension = 'number'`.execute(system);
  expect(await ask(api, channel, sent)).toMatchObject({ amountMicros: "22000", free: null, freeRepliesLeft: 0 });
});

test("once WhatsApp has charged a reply none is left, whatever we counted", async () => {
  const { channel, api } = await aShop();
  const sent = await aPricedMessage(channel, regular("service"));
  expect(await ask(api, channel, sent)).toMatchObject({ amountMicros: "22000", freeRepliesLeft: 0 });
});

test("a click on an ad makes 72 hours free, an old one does not, nor one that was not answered within a day", async () => {
  const { shop, channel, api } = await aShop();
  const who = { name: "Bruno", phone: "447700900987", userId: "GB.99" };
  const click = (hoursAgo: number) => ({
    ...aMessage(
      { type: "text", text: { body: "I saw your ad" }, referral: { source_type: "ad", source_id: "1", source_url: "https://fb.me/x" } },
      who,
    ),
    timestamp: String(Math.floor(Date.now() / 1000 - hoursAgo * 3600)),
  });
  await receive(channel, bodyOf(channel, { contacts: contactsOf(who), messages: [click(1)] }));
  const contact = await system.selectFrom("contacts").select("id").where("organization_id", "=", shop.id).executeTakeFirstOrThrow();
  const template = await aTemplate(channel, "MARKETING");
  const told = () => ask(api, channel, { contactId: contact.id }, template);
  const move = (hoursAgo: number) =>
    sql`update messages set occurred_at = now() - make_interval(hours => ${hoursAgo}::int) where organization_id = ${shop.id} and direction = 'inbound'`.execute(
      system,
    );
  expect(await told()).toMatchObject({ free: "free_entry_point", amountMicros: "0", priceMicros: "52900" });
  await move(30);
  expect((await told()).free).toBeNull();
  await aSentMessage(channel, { contactId: contact.id, at: new Date(Date.now() - 29 * 3_600_000) });
  expect((await told()).free).toBe("free_entry_point");
  await move(73);
  expect((await told()).free).toBeNull();
});

test("nobody's country known: no price is made up", async () => {
  const { shop, channel, api } = await aShop();
  const contactId = newId();
  await system.insertInto("contacts").values({ organization_id: shop.id, id: contactId, name: "?" }).execute();
  expect(await ask(api, channel, { contactId }, await aTemplate(channel, "UTILITY"))).toMatchObject({
    market: null,
    amountMicros: null,
    exactness: null,
  });
});

test("a foreign contact, number or template is not found; who may not reply is not told", async () => {
  const [here, there] = [await aShop(), await aShop()];
  const theirs = await aSentMessage(there.channel);
  const ours = await aSentMessage(here.channel);
  const template = await aTemplate(there.channel, "UTILITY");
  const path = (channelId: string, contactId: string) => `/costs/estimate?channelId=${channelId}&contactId=${contactId}`;
  expect((await here.api.get(path(there.channel.id, ours.contactId))).status).toBe(404);
  expect((await here.api.get(path(here.channel.id, theirs.contactId))).status).toBe(404);
  expect((await here.api.get(`${path(here.channel.id, ours.contactId)}&templateId=${template}`)).status).toBe(404);
  const reader = await client(here.shop, { can: ["inbox.read"] });
  expect((await reader.get(path(here.channel.id, ours.contactId))).status).toBe(403);
});
