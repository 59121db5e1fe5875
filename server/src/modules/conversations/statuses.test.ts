import fc from "fast-check";
import { expect, test } from "vitest";
import { anOrganization, eventsOf, eventually } from "../../../test/builders.ts";
import {
  aNumberOfItsOwn,
  anOutboundMessage,
  aWamid,
  bodyOf,
  contactsOf,
  person,
  receive,
  type TestChannel,
} from "../../../test/whatsapp.builders.ts";
import { aWorld } from "../../../test/world.ts";
import { newId } from "../../kernel/id.ts";
import { applyEarly } from "./early.ts";
import { moves, type Outcome } from "./status-order.ts";
import { applyStatuses } from "./statuses.ts";

const world = await aWorld();
const { system } = world.kernel.db;
const aChannel = async () => aNumberOfItsOwn(await anOrganization(world));

const status = (id: string, state: string, more: Record<string, unknown> = {}) => ({
  id,
  status: state,
  timestamp: String(Math.floor(Date.now() / 1000)),
  recipient_id: person.phone,
  ...(state === "failed" ? { errors: [{ code: 131026, error_data: { details: "Receiver is incapable." } }] } : {}),
  ...more,
});
const tell = (channel: TestChannel, ...statuses: unknown[]) => receive(channel, bodyOf(channel, { contacts: contactsOf(), statuses }));
const message = (channel: TestChannel, id: string) =>
  system.selectFrom("messages").selectAll().where("organization_id", "=", channel.shop.id).where("id", "=", id).executeTakeFirstOrThrow();
const delivery = (channel: TestChannel, id: string) =>
  system.selectFrom("deliveries").selectAll().where("organization_id", "=", channel.shop.id).where("id", "=", id).executeTakeFirstOrThrow();
const early = (channel: TestChannel) =>
  system.selectFrom("early_arrivals").selectAll().where("organization_id", "=", channel.shop.id).execute();

const outcomes: Outcome[] = ["sent", "delivered", "read", "failed"];

test("whatever the order and however often, a state never goes back, and failed stays failed", () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...outcomes), { maxLength: 12 }), (told) => {
      let state: string | null = "accepted";
      const seen: string[] = [];
      for (const outcome of told) {
        if (!moves(state, outcome)) continue;
        state = outcome;
        seen.push(outcome);
      }
      const order = ["sent", "delivered", "read"];
      const forward = seen.filter((one) => one !== "failed").map((one) => order.indexOf(one));
      expect(forward).toEqual([...new Set(forward)].sort());
      if (seen.includes("failed")) expect(seen.at(-1)).toBe("failed");
      if (told.includes("read") && !seen.includes("failed")) expect(state).toBe("read");
    }),
  );
});

test("statuses in any order and nesting end at the furthest, and each step forward is told once", async () => {
  const channel = await aChannel();
  const [one, two, three] = [aWamid(), aWamid(), aWamid()];
  const [first, second, third] = [
    await anOutboundMessage(channel, { providerId: one }),
    await anOutboundMessage(channel, { providerId: two }),
    await anOutboundMessage(channel, { providerId: three }),
  ];
  await tell(
    channel,
    status(one, "read"),
    status(one, "sent"),
    status(two, "delivered"),
    status(three, "failed"),
    status(three, "sent"),
    status(two, "delivered"),
  );
  await tell(channel, status(one, "delivered"), status(two, "failed"), status(three, "delivered"));
  expect((await message(channel, first.messageId)).state).toBe("read");
  expect(await message(channel, second.messageId)).toMatchObject({ state: "delivered", failure: null });
  expect(await message(channel, third.messageId)).toMatchObject({
    state: "failed",
    failure: { code: "undeliverable", providerCode: 131026 },
  });
  expect((await eventsOf(channel.shop)).filter((name) => name === "message.status_changed")).toHaveLength(3);
});

test("played is read; a status word to come is put aside with its neighbours unharmed", async () => {
  const channel = await aChannel();
  const id = aWamid();
  const sent = await anOutboundMessage(channel, { providerId: id });
  await tell(channel, status(id, "teleported"), status(id, "played"));
  expect((await message(channel, sent.messageId)).state).toBe("read");
  expect(
    await system.selectFrom("intake_parked").select(["reason", "detail"]).where("organization_id", "=", channel.shop.id).execute(),
  ).toEqual([{ reason: "unknown_status", detail: "status teleported" }]);
});

test("a status that carries our delivery's id settles a delivery whose answer never came", async () => {
  const channel = await aChannel();
  const sent = await anOutboundMessage(channel, { providerId: null, state: "unknown" });
  const id = aWamid();
  await tell(
    channel,
    status(id, "delivered", {
      biz_opaque_callback_data: sent.deliveryId,
      pricing: { pricing_model: "PMP", type: "free_customer_service", category: "service" },
    }),
  );
  expect(await delivery(channel, sent.deliveryId)).toMatchObject({ state: "delivered", provider_id: id, failure: null });
  expect(await message(channel, sent.messageId)).toMatchObject({
    state: "delivered",
    provider_id: id,
    pricing: { type: "free_customer_service" },
  });
  await tell(channel, status(id, "read"));
  expect((await message(channel, sent.messageId)).state).toBe("read");
});

test("somebody else's delivery id in a status moves nothing", async () => {
  const [channel, other] = [await aChannel(), await aChannel()];
  const sent = await anOutboundMessage(other, { providerId: null, state: "unknown" });
  await tell(channel, status(aWamid(), "read", { biz_opaque_callback_data: sent.deliveryId }));
  expect(await delivery(other, sent.deliveryId)).toMatchObject({ state: "unknown", provider_id: null });
});

test("the status of an older attempt does not move the message that was sent again", async () => {
  const channel = await aChannel();
  const [old, now] = [aWamid(), aWamid()];
  const sent = await anOutboundMessage(channel, { providerId: old, state: "failed" });
  const again = newId();
  const row = await delivery(channel, sent.deliveryId);
  await system
    .insertInto("deliveries")
    .values({
      ...row,
      id: again,
      intent_key: `again:${again}`,
      provider_id: now,
      state: "accepted",
      content: "{}",
      created_by: "{}",
      failure: null,
    })
    .execute();
  await system
    .updateTable("messages")
    .set({ delivery_id: again, provider_id: now, state: "accepted" })
    .where("id", "=", sent.messageId)
    .execute();
  await system.updateTable("deliveries").set({ state: "accepted" }).where("id", "=", sent.deliveryId).execute();
  await tell(channel, status(old, "read"));
  expect((await delivery(channel, sent.deliveryId)).state).toBe("read");
  expect((await message(channel, sent.messageId)).state).toBe("accepted");
  await tell(channel, status(now, "delivered"));
  expect((await message(channel, sent.messageId)).state).toBe("delivered");
});

test("a status that comes before its message waits for it, and is applied when the id becomes known", async () => {
  const channel = await aChannel();
  const id = aWamid();
  await tell(channel, status(id, "read"), status(id, "sent", { pricing: { pricing_model: "PMP" } }));
  expect(await early(channel)).toHaveLength(2);
  const sent = await anOutboundMessage(channel, { providerId: null, state: "sending" });
  await system.transaction().execute(async (tx) => {
    await tx.updateTable("deliveries").set({ provider_id: id, state: "accepted" }).where("id", "=", sent.deliveryId).execute();
    await tx.updateTable("messages").set({ provider_id: id, state: "accepted" }).where("id", "=", sent.messageId).execute();
    await applyEarly(tx, channel.shop.id, channel.id, [id]);
  });
  expect(await message(channel, sent.messageId)).toMatchObject({ state: "read", pricing: { pricing_model: "PMP" } });
  expect((await delivery(channel, sent.deliveryId)).state).toBe("read");
  expect(await early(channel)).toEqual([]);
});

const sequences: [Outcome[], Outcome][] = [
  [["sent"], "sent"],
  [["delivered"], "delivered"],
  [["read"], "read"],
  [["failed"], "failed"],
  [["sent", "failed"], "failed"],
  [["failed", "sent"], "failed"],
  [["failed", "failed"], "failed"],
  // Meta ends an attempt with `failed` (whatsapp.md §2, lesson 8), unless it has confirmed it before.
  [["failed", "delivered"], "failed"],
  [["delivered", "failed"], "delivered"],
  [["sent", "delivered", "failed", "read"], "read"],
];
test.each(sequences)("%j is %s, one by one, in one body, and before our own answer", async (told, end) => {
  const channel = await aChannel();
  const [apart, together, early] = [aWamid(), aWamid(), aWamid()];
  const [first, second] = [
    await anOutboundMessage(channel, { providerId: apart }),
    await anOutboundMessage(channel, { providerId: together }),
  ];
  for (const state of told) await tell(channel, status(apart, state));
  await tell(channel, ...told.map((state) => status(together, state)));
  for (const state of told) await tell(channel, status(early, state));
  const third = await anOutboundMessage(channel, { providerId: null, state: "sending" });
  await system.transaction().execute(async (tx) => {
    await tx.updateTable("deliveries").set({ provider_id: early, state: "accepted" }).where("id", "=", third.deliveryId).execute();
    await tx.updateTable("messages").set({ provider_id: early, state: "accepted" }).where("id", "=", third.messageId).execute();
    await applyEarly(tx, channel.shop.id, channel.id, [early]);
  });
  for (const { messageId, deliveryId } of [first, second, third]) {
    expect((await delivery(channel, deliveryId)).state).toBe(end);
    const row = await message(channel, messageId);
    expect([row.state, (row.failure as { code: string } | null)?.code ?? null]).toEqual([end, end === "failed" ? "undeliverable" : null]);
  }
});

test("the same under row-level security, as the sender applies it", async () => {
  const channel = await aChannel();
  const id = aWamid();
  await tell(channel, status(id, "delivered"));
  const sent = await anOutboundMessage(channel, { providerId: id });
  await world.kernel.db.withOrganization(channel.shop.id, (tx) => applyEarly(tx, channel.shop.id, channel.id, [id]));
  expect((await message(channel, sent.messageId)).state).toBe("delivered");
});

test("two transactions that pass one another lose no status", async () => {
  const channel = await aChannel();
  const id = aWamid();
  const sent = await anOutboundMessage(channel, { providerId: null, state: "sending" });
  let learned: () => void = () => {};
  const open = new Promise<void>((resolve) => {
    learned = resolve;
  });
  // The sender has looked for early arrivals, but has not committed when the status is put aside.
  const sender = system.transaction().execute(async (tx) => {
    await tx.updateTable("messages").set({ provider_id: id, state: "accepted" }).where("id", "=", sent.messageId).execute();
    await applyEarly(tx, channel.shop.id, channel.id, [id]);
    await open;
  });
  await tell(channel, status(id, "delivered"));
  expect(await early(channel)).toHaveLength(1);
  learned();
  await sender;
  await eventually(async () => (await message(channel, sent.messageId)).state === "delivered", "the status to be found again");
  expect(await early(channel)).toEqual([]);
});

test("an echo's status that came first is applied with the echo", async () => {
  const channel = await aChannel();
  const id = aWamid();
  await tell(channel, status(id, "read"));
  await receive(
    channel,
    bodyOf(
      channel,
      {
        contacts: contactsOf(),
        message_echoes: [
          {
            from: "1",
            to: person.phone,
            id,
            timestamp: String(Math.floor(Date.now() / 1000)),
            type: "text",
            text: { body: "from the phone" },
          },
        ],
      },
      "smb_message_echoes",
    ),
  );
  const [row] = await system.selectFrom("messages").select(["state", "origin"]).where("organization_id", "=", channel.shop.id).execute();
  expect(row).toEqual({ state: "read", origin: "phone" });
});

test("thousands of statuses at once are a handful of statements", async () => {
  const channel = await aChannel();
  const sent = await anOutboundMessage(channel, { providerId: aWamid() });
  const many = Array.from({ length: 3000 }, () => ({
    channelId: channel.id,
    providerId: aWamid(),
    state: "sent" as const,
    at: new Date(),
    deliveryId: null,
    failure: null,
    pricing: null,
  }));
  expect(await system.transaction().execute((tx) => applyStatuses(tx, channel.shop.id, many))).toEqual({ changed: [], told: [] });
  expect(await early(channel)).toHaveLength(3000);
  expect((await message(channel, sent.messageId)).state).toBe("accepted");
});
