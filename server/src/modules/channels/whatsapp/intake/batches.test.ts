import { expect, test } from "vitest";
import { anOrganization, client, eventsOf } from "../../../../../test/builders.ts";
import {
  aMessage,
  aNumberOfItsOwn,
  anOutboundMessage,
  aText,
  aWamid,
  aWhatsAppChannel,
  bodyOf,
  contactsOf,
  postWebhook,
  projected,
  receive,
  signatureOf,
  type TestChannel,
} from "../../../../../test/whatsapp.builders.ts";
import { aWorld } from "../../../../../test/world.ts";
import { replayParkedFor } from "./replay.ts";

const world = await aWorld();
const { system } = world.kernel.db;
const owner = world.kernel.db.raw.owner;
const aChannel = async () => aNumberOfItsOwn(await anOrganization(world));
const texts = async (shop: { id: string }) =>
  (await system.selectFrom("messages").select("body").where("organization_id", "=", shop.id).orderBy("id").execute()).map(
    (row) => row.body,
  );
const parked = (appId: string) => system.selectFrom("intake_parked").selectAll().where("app_id", "=", appId).orderBy("id").execute();
const changeOf = (channel: TestChannel, value: Record<string, unknown>, field = "messages") =>
  bodyOf(channel, value, field).entry[0]?.changes[0];

test("every entry, change, message and status of a body is taken, whatever stands between them", async () => {
  const channel = await aChannel();
  const id = aWamid();
  const sent = await anOutboundMessage(channel, { providerId: id });
  const status = { id, status: "delivered", timestamp: "1792000000" };
  const broken = [null, 7, "text", [], {}, { id: null }, { id: aWamid(), type: "text" }, { id: aWamid(), type: "reaction" }];
  await receive(channel, {
    object: "whatsapp_business_account",
    entry: [
      null,
      {
        id: channel.accountId,
        changes: [
          changeOf(channel, {
            contacts: contactsOf(),
            messages: [aText("1"), ...broken, aText("2")],
            statuses: [null, { status: "read" }, status],
          }),
          null,
          { field: "messages" },
          { field: "messages", value: "x" },
        ],
      },
      { id: channel.accountId },
      {
        id: channel.accountId,
        changes: [
          { field: "messages", value: { messages: [aText("no metadata")] } },
          changeOf(channel, { contacts: [null, ...contactsOf()], messages: [aText("3")] }),
        ],
      },
      "entry",
    ],
  });
  expect(await texts(channel.shop)).toEqual(expect.arrayContaining(["1", "2", "3"]));
  expect(await texts(channel.shop)).not.toContain("no metadata");
  expect(await system.selectFrom("messages").select("state").where("id", "=", sent.messageId).executeTakeFirstOrThrow()).toEqual({
    state: "delivered",
  });
  const rows = await parked(channel.appId);
  expect(rows.map((row) => row.path)).toEqual(
    expect.arrayContaining([
      "entry[0]",
      "entry[1].changes[0].value.messages[1]",
      "entry[1].changes[0].value.messages[8]",
      "entry[1].changes[0].value.statuses[1]",
      "entry[1].changes[1]",
      "entry[2]",
      "entry[4]",
    ]),
  );
  expect(new Set(rows.map((row) => row.reason))).toEqual(new Set(["malformed"]));
});

test.each([
  ["truncated", (body: string) => body.slice(0, -30)],
  ["empty", () => ""],
  ["no JSON", () => "hello"],
  ["a list", () => "[]"],
  ["null", () => "null"],
  ["an object of nothing", () => "{}"],
  ["entries that are none", () => '{"object":"whatsapp_business_account","entry":[]}'],
  ["another object", () => '{"object":"threads","entry":[{"id":"1","changes":[{"field":"x","value":{}}]}]}'],
  ["bytes that are no text", () => "\ufffd\u0001"],
])("a signed body that is %s is kept to be seen, and the next one is taken", async (_name, mangle) => {
  const channel = await aChannel();
  await receive(channel, Buffer.from(mangle(JSON.stringify(bodyOf(channel, { contacts: contactsOf(), messages: [aText("lost?")] })))));
  await receive(channel, bodyOf(channel, { contacts: contactsOf(), messages: [aText("next")] }));
  expect(await parked(channel.appId)).toHaveLength(1);
  expect(await texts(channel.shop)).toEqual(["next"]);
});

test("two organizations share an app and a body: each gets its own and nothing of the other", async () => {
  const [shop, other] = [await anOrganization(world), await anOrganization(world)];
  const one = await aNumberOfItsOwn(shop);
  const two = await aNumberOfItsOwn(other, { appSecret: one.appSecret });
  expect(two.appId).toBe(one.appId);
  const id = aWamid();
  await receive(one, {
    object: "whatsapp_business_account",
    entry: [
      { id: one.accountId, changes: [changeOf(one, { contacts: contactsOf(), messages: [aText("for one")] })] },
      {
        id: two.accountId,
        changes: [
          changeOf(two, {
            contacts: contactsOf(),
            messages: [aMessage({ type: "text", text: { body: "for two" } }), { ...aText("same id"), id }],
          }),
          changeOf(one, { contacts: contactsOf(), messages: [{ ...aText("same id"), id }] }),
        ],
      },
    ],
  });
  expect(await texts(shop)).toEqual(["for one", "same id"]);
  expect(await texts(other)).toEqual(["for two", "same id"]);
  expect(await eventsOf(shop)).toHaveLength((await eventsOf(other)).length);
  const contacts = await system
    .selectFrom("contacts")
    .select(["organization_id", "id"])
    .where("organization_id", "in", [shop.id, other.id])
    .execute();
  expect(contacts).toHaveLength(2);
});

test("a body that names a number of another app is put aside, not projected", async () => {
  const [mine, theirs] = [await aChannel(), await aChannel()];
  await receive(
    mine,
    bodyOf(theirs, {
      contacts: contactsOf(),
      messages: [aText("forged")],
      statuses: [{ id: aWamid(), status: "read", timestamp: "1792000000" }],
    }),
  );
  await receive(mine, {
    object: "whatsapp_business_account",
    entry: [{ id: theirs.accountId, time: 1792000000, changes: [{ field: "account_update", value: { event: "ACCOUNT_DELETED" } }] }],
  });
  expect(await texts(theirs.shop)).toEqual([]);
  expect((await parked(mine.appId)).map((row) => [row.reason, row.organization_id])).toEqual([
    ["unknown_number", null],
    ["unknown_number", null],
    ["unknown_account", null],
  ]);
  expect(await system.selectFrom("channels").select("state").where("id", "=", theirs.id).executeTakeFirstOrThrow()).toEqual({
    state: "active",
  });
});

test("what came for a number before it was connected becomes messages when it is", async () => {
  const channel = await aChannel();
  const later = { phoneNumberId: "1199999999", accountId: channel.accountId, displayPhoneNumber: "+1 202 555 0199" };
  await receive(channel, bodyOf(later, { contacts: contactsOf(), messages: [aText("too early"), aText("this too")] }));
  expect(await parked(channel.appId)).toMatchObject([
    { reason: "unknown_number", organization_id: channel.shop.id, resolved_at: null },
    { reason: "unknown_number" },
  ]);
  await aWhatsAppChannel(channel.shop, { ...later, appSecret: channel.appSecret });
  expect(await replayParkedFor(world.kernel, channel.appId)).toBe(2);
  expect(await texts(channel.shop)).toEqual(["too early", "this too"]);
  expect((await parked(channel.appId)).map((row) => row.resolution)).toEqual(["replayed", "replayed"]);
  expect(await replayParkedFor(world.kernel, channel.appId)).toBe(0);
});

test("an item the database refuses is put aside with its reason; its neighbours in the same batch are stored", async () => {
  const channel = await aChannel();
  await owner.query("alter table messages add constraint no_poison check (body is distinct from 'poison')");
  try {
    const bodies = [
      bodyOf(channel, { contacts: contactsOf(), messages: [aText("a"), aText("poison"), aText("b")] }),
      bodyOf(channel, { contacts: contactsOf(), messages: [aText("c")] }),
    ].map((body) => JSON.stringify(body));
    await Promise.all(bodies.map((body) => postWebhook(world, body, signatureOf(body, channel.appSecret))));
    await projected(world);
    expect((await texts(channel.shop)).sort()).toEqual(["a", "b", "c"]);
    expect(await parked(channel.appId)).toMatchObject([
      { reason: "failed", detail: "23514 no_poison", kind: "message", path: "entry[0].changes[0].value.messages[1]", resolved_at: null },
    ]);
  } finally {
    await owner.query("alter table messages drop constraint no_poison");
  }
  const api = await client(channel.shop);
  await receive(channel, bodyOf({ ...channel, phoneNumberId: "1188888888" }, { contacts: contactsOf(), messages: [aText("for nobody")] }));
  const list = await api.get<{ items: { id: string; reason: string }[] }>("/parked");
  expect(list.body.items.map((item) => item.reason)).toEqual(["unknown_number", "failed"]);
  const [stuck] = list.body.items;
  expect((await api.post<{ error: { code: string } }>(`/parked/${stuck?.id}/replay`)).body.error.code).toBe("still_parked");
  expect((await api.delete(`/parked/${stuck?.id}`)).status).toBe(204);
  expect((await api.get<{ items: unknown[] }>("/parked")).body.items).toHaveLength(1);
  const actions = await system
    .selectFrom("audit_log")
    .select("action")
    .where("organization_id", "=", channel.shop.id)
    .orderBy("position")
    .execute();
  expect(actions.map((row) => row.action)).toEqual(["intake.replayed", "intake.discarded"]);
});

test("a parked item of a known number is seen by its organization, replayed by who may, and by nobody else", async () => {
  const channel = await aChannel();
  const api = await client(channel.shop);
  await owner.query("alter table messages add constraint no_poison check (body is distinct from 'poison')");
  await receive(
    channel,
    bodyOf(channel, {
      contacts: contactsOf(),
      statuses: [{ id: aWamid(), status: "teleported", timestamp: "1792000000" }],
      messages: [aText("poison")],
    }),
  );
  await owner.query("alter table messages drop constraint no_poison");
  const list = await api.get<{ items: { id: string; kind: string; channelId: string | null; tries: number }[] }>("/parked?limit=1");
  expect(list.body).toMatchObject({ next: expect.any(String), items: [{ tries: 1 }] });
  const rest = await api.get<{ items: { id: string; kind: string }[]; next: null }>(
    `/parked?limit=1&after=${(list.body as unknown as { next: string }).next}`,
  );
  const all = [...list.body.items, ...rest.body.items];
  const message = all.find((item) => item.kind === "message");
  expect(all).toHaveLength(2);

  const stranger = await client(await anOrganization(world));
  const reader = await client(channel.shop, { can: ["inbox.read"] });
  for (const [who, status] of [
    [stranger, 404],
    [reader, 403],
  ] as const) {
    expect((await who.post(`/parked/${message?.id}/replay`)).status).toBe(status);
    expect((await who.delete(`/parked/${message?.id}`)).status).toBe(status);
  }
  expect((await stranger.get<{ items: unknown[] }>("/parked")).body.items).toEqual([]);

  expect((await api.post(`/parked/${message?.id}/replay`)).status).toBe(204);
  expect(await texts(channel.shop)).toEqual(["poison"]);
  expect((await api.post(`/parked/${message?.id}/replay`)).status).toBe(404);
});

test("repeats of whole bodies, at once and later, store each message once", async () => {
  const channel = await aChannel();
  const body = JSON.stringify(bodyOf(channel, { contacts: contactsOf(), messages: [aText("once"), aText("only")] }));
  await Promise.all(Array.from({ length: 8 }, () => postWebhook(world, body, signatureOf(body, channel.appSecret))));
  await projected(world);
  await receive(channel, Buffer.from(body));
  expect(await texts(channel.shop)).toEqual(["once", "only"]);
  const conversation = await system
    .selectFrom("conversations")
    .select(["inbound_count", "message_count"])
    .where("organization_id", "=", channel.shop.id)
    .executeTakeFirstOrThrow();
  expect(conversation).toEqual({ inbound_count: 2, message_count: 2 });
  expect((await eventsOf(channel.shop)).filter((name) => name === "message.received")).toHaveLength(2);
});

test("the channel says when a webhook last came", async () => {
  const channel = await aChannel();
  await receive(channel, bodyOf(channel, { contacts: contactsOf(), messages: [aText("hi")] }));
  expect(
    (await system.selectFrom("channels").select("last_received_at").where("id", "=", channel.id).executeTakeFirstOrThrow())
      .last_received_at,
  ).toBeInstanceOf(Date);
});
