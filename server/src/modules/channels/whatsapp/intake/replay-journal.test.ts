import { expect, test } from "vitest";
import { anOrganization, client, eventually } from "../../../../../test/builders.ts";
import { emptyProjection, intake, projectionOf, rowsOf } from "../../../../../test/projection.builders.ts";
import {
  aNumberOfItsOwn,
  anOutboundMessage,
  aText,
  aWamid,
  bodyOf,
  contactsOf,
  payload,
  payloadNames,
  person,
} from "../../../../../test/whatsapp.builders.ts";
import { aWorld } from "../../../../../test/world.ts";
import { replayFrom } from "./replay-journal.ts";

const world = await aWorld();
const { system } = world.kernel.db;
const aChannel = async () => aNumberOfItsOwn(await anOrganization(world));

/** Every example body of the reference, for one number. */
const examples = async () => {
  const channel = await aNumberOfItsOwn(await anOrganization(world));
  const bodies = payloadNames
    .filter((name) => !/messenger|instagram/.test(name))
    .map((name) =>
      payload(name)
        .toString()
        .replaceAll("100000000000001", channel.phoneNumberId)
        .replaceAll("200000000000001", channel.accountId)
        .replaceAll("12025550143", channel.displayPhoneNumber.replace(/\D/g, "")),
    );
  await intake(channel, bodies);
  return channel;
};

test("a replay into what is there changes no row of any table, and tells nobody anything", async () => {
  const channel = await examples();
  await intake(channel, [
    "{ not JSON",
    bodyOf(channel, { messages: [{ id: null }], statuses: [{ id: aWamid(), status: "read", timestamp: "1792000000" }] }),
  ]);
  const before = await rowsOf(channel.shop);
  expect(before.messages?.length).toBeGreaterThan(15);
  expect(before.intake_parked?.length).toBeGreaterThan(0);
  expect(before.early_arrivals?.length).toBeGreaterThan(0);
  for (let again = 0; again < 2; again++) {
    const done = await replayFrom(world.kernel, { appId: channel.appId });
    expect(done).toMatchObject({ apps: 1, left: 0 });
    expect(done.bodies).toBeGreaterThan(40);
  }
  expect(await rowsOf(channel.shop)).toEqual(before);
});

test("a replay into an empty projection gives the same rows", async () => {
  const channel = await examples();
  const before = await projectionOf(channel.shop);
  await emptyProjection(channel.shop);
  expect((await projectionOf(channel.shop)).contacts).toEqual([]);
  await replayFrom(world.kernel, { appId: channel.appId });
  expect(await projectionOf(channel.shop)).toEqual(before);
});

test("a replay begins where it is told to, and takes the apps it is told to", async () => {
  const [channel, other] = [await aChannel(), await aChannel()];
  const said = (text: string) => bodyOf(channel, { contacts: contactsOf(), messages: [aText(text)] });
  await intake(channel, [said("before")], [new Date("2026-11-01T08:00:00Z")]);
  await intake(channel, [said("after")], [new Date("2026-11-02T08:00:00Z")]);
  await intake(other, [bodyOf(other, { contacts: contactsOf(), messages: [aText("elsewhere")] })], [new Date("2026-11-02T08:00:00Z")]);
  await emptyProjection(channel.shop);
  await emptyProjection(other.shop);
  expect(await replayFrom(world.kernel, { appId: channel.appId, since: new Date("2026-11-02T00:00:00Z") })).toMatchObject({
    apps: 1,
    bodies: 1,
    items: 1,
  });
  const bodies = async (id: string) =>
    (await system.selectFrom("messages").select("body").where("organization_id", "=", id).execute()).map((row) => row.body);
  expect([await bodies(channel.shop.id), await bodies(other.shop.id)]).toEqual([["after"], []]);
});

test("what a member did stays as it is: names, closed conversations, read counts, outcomes they resolved", async () => {
  const channel = await aChannel();
  const api = await client(channel.shop);
  const message = aText("Is it back?");
  await intake(channel, [bodyOf(channel, { contacts: contactsOf(), messages: [message] })]);
  const sent = await anOutboundMessage(channel, { providerId: aWamid() });
  await intake(channel, [bodyOf(channel, { statuses: [{ id: sent.messageId, status: "sent", timestamp: "1792000000" }] })]);
  const conversation = await system
    .selectFrom("conversations")
    .selectAll()
    .where("organization_id", "=", channel.shop.id)
    .where("inbound_count", "=", 1)
    .executeTakeFirstOrThrow();
  await api.patch(`/contacts/${conversation.contact_id}`, { name: "Ana of the market" });
  const done = [await api.post(`/conversations/${conversation.id}/close`), await api.post(`/conversations/${conversation.id}/read`)];
  expect(done.map((answer) => answer.status)).toEqual([200, 200]);
  const before = await rowsOf(channel.shop);
  await replayFrom(world.kernel, { appId: channel.appId });
  expect(await rowsOf(channel.shop)).toEqual(before);
});

test("whom somebody erased does not come back, their neighbours do", async () => {
  const channel = await aChannel();
  const api = await client(channel.shop);
  const eve = { name: "Eve", phone: "447700900777", userId: "GB.777" };
  const first = aText("please forget me");
  await intake(channel, [
    bodyOf(channel, {
      contacts: [...contactsOf(), ...contactsOf(eve)],
      messages: [first, { ...aText("I stay"), from: eve.phone, from_user_id: eve.userId }],
    }),
    bodyOf(channel, {
      contacts: contactsOf(),
      messages: [
        { ...aText("-"), type: "edit", edit: { original_message_id: first.id, message: { type: "text", text: { body: "really" } } } },
      ],
    }),
  ]);
  const gone = await system
    .selectFrom("contacts")
    .select("id")
    .where("organization_id", "=", channel.shop.id)
    .where("name", "=", person.name)
    .executeTakeFirstOrThrow();
  expect((await api.delete(`/contacts/${gone.id}`)).status).toBeLessThan(300);
  const before = await projectionOf(channel.shop);
  expect(await replayFrom(world.kernel, { appId: channel.appId })).toMatchObject({ bodies: 2, left: 2 });
  expect(await projectionOf(channel.shop)).toEqual(before);
  // Writing again is a new beginning.
  await intake(channel, [bodyOf(channel, { contacts: contactsOf(), messages: [aText("me again")] })]);
  expect(((await projectionOf(channel.shop)).contacts as unknown[]).length).toBe(2);
});

test("what was put aside and goes through now is settled; what a member discarded stays away", async () => {
  const channel = await aChannel();
  const [late, unwanted] = [aText("for a number not connected yet"), aText("spam")];
  const stranger = { ...channel, phoneNumberId: `${channel.phoneNumberId}9` };
  await intake(channel, [
    bodyOf(stranger, { contacts: contactsOf(), messages: [late] }),
    bodyOf(stranger, { contacts: contactsOf(), messages: [unwanted] }),
  ]);
  const parked = await system
    .selectFrom("intake_parked")
    .select(["id"])
    .where("app_id", "=", channel.appId)
    .orderBy("journal_id")
    .execute();
  await system
    .updateTable("intake_parked")
    .set({ resolved_at: new Date(), resolution: "discarded" })
    .where("id", "=", parked[1]?.id ?? "")
    .execute();
  await system
    .updateTable("whatsapp_numbers")
    .set({ phone_number_id: stranger.phoneNumberId })
    .where("organization_id", "=", channel.shop.id)
    .execute();
  expect(await replayFrom(world.kernel, { appId: channel.appId })).toMatchObject({ bodies: 2, items: 1, parked: 0, left: 1 });
  expect(await system.selectFrom("messages").select("body").where("organization_id", "=", channel.shop.id).execute()).toEqual([
    { body: "for a number not connected yet" },
  ]);
  const after = await system
    .selectFrom("intake_parked")
    .select(["resolution"])
    .where("app_id", "=", channel.appId)
    .orderBy("journal_id")
    .execute();
  expect(after).toEqual([{ resolution: "replayed" }, { resolution: "discarded" }]);
});

test("a replay in turn with the projector at work loses and doubles nothing", async () => {
  const channel = await aChannel();
  const bodies = Array.from({ length: 60 }, (_, at) => bodyOf(channel, { contacts: contactsOf(), messages: [aText(String(at))] }));
  await intake(channel, bodies.slice(0, 30));
  await Promise.all([
    replayFrom(world.kernel, { appId: channel.appId }),
    intake(channel, bodies.slice(30)),
    replayFrom(world.kernel, { appId: channel.appId }),
  ]);
  await eventually(async () => {
    const rows = await system.selectFrom("messages").select("body").where("organization_id", "=", channel.shop.id).orderBy("id").execute();
    return rows.length === 60 && rows.every((row, at) => row.body === String(at));
  });
});
