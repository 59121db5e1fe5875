import { afterAll, expect, test } from "vitest";
import { anOrganization, client, eventually } from "../../../../../test/builders.ts";
import { aConversation, aNumber, aReachableShop, connection, send, theSandbox } from "../../../../../test/outbound.builders.ts";
import { aText, bodyOf, contactsOf, postWebhook, projected, signatureOf } from "../../../../../test/whatsapp.builders.ts";
import { aWorld } from "../../../../../test/world.ts";
import { strayItems } from "../intake/stray.ts";
import { tidyApps } from "./disconnect.ts";

const world = await aWorld();
const sandbox = await theSandbox();
afterAll(() => sandbox.close());
const db = world.kernel.db.system;
const appOf = (graphAppId: string) => db.selectFrom("meta_apps").selectAll().where("graph_app_id", "=", graphAppId).executeTakeFirst();

test("letting go of a number ends receiving, wipes what opens anything, and keeps the conversations", async () => {
  const at = await aReachableShop(world, sandbox);
  const chat = await aConversation(at);
  expect((await send(at, chat.id, { type: "text", text: "We are open again" })).status).toBeLessThan(300);
  const body = JSON.stringify(bodyOf(at.number, { contacts: contactsOf(), messages: [aText("right before the end")] }));
  expect((await postWebhook(world, body, signatureOf(body, at.number.appSecret))).status).toBe(200);
  expect((await at.api.delete(`/channels/${at.channelId}`)).status).toBe(204);

  // What had been received became rows first.
  expect(await db.selectFrom("messages").select("id").where("body", "=", "right before the end").executeTakeFirst()).toBeDefined();
  expect(sandbox.account(at.number.accountId).subscribed).toBe(false);
  const row = await db.selectFrom("whatsapp_numbers").selectAll().where("channel_id", "=", at.channelId).executeTakeFirstOrThrow();
  expect([row.token_sealed, row.verify_token_sealed, row.token_scopes]).toEqual(["", "", null]);
  const app = await appOf(at.number.appId);
  expect(app?.secret_sealed).toBe("");
  expect(
    await db
      .selectFrom("meta_verify_tokens")
      .selectAll()
      .where("app_id", "=", app?.id ?? "")
      .execute(),
  ).toEqual([]);
  const late = JSON.stringify(bodyOf(at.number, { contacts: contactsOf(), messages: [aText("too late")] }));
  await eventually(
    async () => (await postWebhook(world, late, signatureOf(late, at.number.appSecret))).status === 401,
    "the door to be closed",
  );
  expect((await at.api.get<{ id: string }>(`/conversations/${chat.id}`)).status).toBe(200);

  // The app goes when nothing of it is kept any more, not before.
  await tidyApps(world.kernel);
  expect(await appOf(at.number.appId)).toBeDefined();

  const again = await at.api.post<{ id: string }>("/channels/whatsapp", connection(sandbox, at.number));
  expect([again.status, again.body.id]).toEqual([201, at.channelId]);
  expect((await appOf(at.number.appId))?.id).toBe(app?.id);
  const back = JSON.stringify(bodyOf(at.number, { contacts: contactsOf(), messages: [aText("back again")] }));
  await eventually(async () => (await postWebhook(world, back, signatureOf(back, at.number.appSecret))).status === 200, "the door to open");
  await projected(world);
  const threads = await db
    .selectFrom("messages")
    .select("conversation_id")
    .where("organization_id", "=", at.shop.id)
    .where("body", "in", ["right before the end", "back again"])
    .execute();
  expect(new Set(threads.map((one) => one.conversation_id)).size).toBe(1);
  expect(threads).toHaveLength(2);
});

test("while another number of the account is connected, Meta goes on sending for it", async () => {
  const shop = await anOrganization(world);
  const api = await client(shop);
  const one = aNumber(sandbox, world);
  const two = aNumber(sandbox, world, {
    appId: one.appId,
    appSecret: one.appSecret,
    accountId: one.accountId,
    portfolioId: one.portfolioId,
  });
  const first = await api.post<{ id: string }>("/channels/whatsapp", connection(sandbox, one));
  const second = await api.post<{ id: string }>("/channels/whatsapp", connection(sandbox, two));
  await api.delete(`/channels/${first.body.id}`);
  expect([sandbox.account(one.accountId).subscribed, (await appOf(one.appId))?.secret_sealed === ""]).toEqual([true, false]);
  await api.delete(`/channels/${second.body.id}`);
  expect([sandbox.account(one.accountId).subscribed, (await appOf(one.appId))?.secret_sealed === ""]).toEqual([false, true]);
});

test("what was parked for a number nobody has is the operator's, and becomes rows once somebody connects it", async () => {
  const at = await aReachableShop(world, sandbox);
  const other = aNumber(sandbox, world, { appId: at.number.appId, appSecret: at.number.appSecret });
  const body = JSON.stringify(bodyOf(other, { contacts: contactsOf(), messages: [aText("is anybody there?")] }));
  expect((await postWebhook(world, body, signatureOf(body, at.number.appSecret))).status).toBe(200);
  await projected(world);
  const stray = (await strayItems(world.kernel, {})).filter((one) => one.app === at.number.appId);
  expect(stray).toMatchObject([{ kind: "message", reason: "unknown_number", detail: other.phoneNumberId }]);
  expect(JSON.stringify(stray)).not.toContain("anybody");
  expect((await at.api.get<{ items: unknown[] }>("/parked")).body.items).toEqual([]);

  const newcomer = await anOrganization(world);
  const made = await (await client(newcomer)).post("/channels/whatsapp", connection(sandbox, other));
  expect(made.status).toBe(201);
  await eventually(
    () =>
      db
        .selectFrom("messages")
        .select("id")
        .where("organization_id", "=", newcomer.id)
        .where("body", "=", "is anybody there?")
        .executeTakeFirst(),
    "the parked message",
  );
  expect((await strayItems(world.kernel, {})).filter((one) => one.app === at.number.appId)).toEqual([]);
});
