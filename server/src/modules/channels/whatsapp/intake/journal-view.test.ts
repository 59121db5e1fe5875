import { describe, expect, test } from "vitest";
import { anOrganization, client, eventsOf, eventually, type Shop } from "../../../../../test/builders.ts";
import { aNumberOfItsOwn, aText, bodyOf, contactsOf, projected, receive, type TestChannel } from "../../../../../test/whatsapp.builders.ts";
import { aWorld } from "../../../../../test/world.ts";
import { permissionsOf } from "../../../accounts/index.ts";

type Line = { id: string; kinds: { kind: string; count: number }[]; others: boolean; parked: number; bytes: number; projectedAt: string };
type Page<T> = { items: T[]; next: string | null };
type Journal = Page<Line> & { keptDays: number };
type Opened = { body: string; asReceived: boolean; leftOut: number; parked: { path: string; reason: string }[] };

const world = await aWorld();
const db = world.kernel.db.system;
const audited = async (shop: Shop, action: string) =>
  await db
    .selectFrom("audit_log")
    .select(["target", "details"])
    .where("organization_id", "=", shop.id)
    .where("action", "=", action)
    .execute();
const says = (channel: TestChannel, text: string) => bodyOf(channel, { contacts: contactsOf(), messages: [aText(text)] });

describe("the journal", () => {
  test("lists what arrived by kind and without a word of it, newest first, page by page", async () => {
    const shop = await anOrganization(world);
    const channel = await aNumberOfItsOwn(shop);
    const api = await client(shop);
    for (const text of ["first secret", "second secret", "third secret"]) await receive(channel, says(channel, text));
    await receive(channel, {
      object: "whatsapp_business_account",
      entry: [{ id: channel.accountId, time: 1792000000, changes: [{ field: "account_update", value: { event: "ACCOUNT_VIOLATION" } }] }],
    });
    const first = await api.get<Journal>(`/channels/${channel.id}/journal?limit=2`);
    expect(first.body.items.map((one) => one.kinds)).toEqual([[{ kind: "account_update", count: 1 }], [{ kind: "message", count: 1 }]]);
    expect([first.body.keptDays, first.body.items[0]?.others]).toEqual([7, false]);
    const rest = await api.get<Journal>(`/channels/${channel.id}/journal?limit=2&after=${first.body.next}`);
    expect([rest.body.items.length, rest.body.next]).toEqual([2, null]);
    expect(JSON.stringify([first.body, rest.body])).not.toContain("secret");
    const before = new Date(Date.now() - 3600_000).toISOString();
    expect((await api.get<Journal>(`/channels/${channel.id}/journal?before=${encodeURIComponent(before)}`)).body.items).toEqual([]);
    expect((await api.get(`/channels/${channel.id}/journal?after=odd`)).status).toBe(400);
  });

  test("shows a body byte for byte, and records who looked at which before it is shown", async () => {
    const shop = await anOrganization(world);
    const channel = await aNumberOfItsOwn(shop);
    const api = await client(shop);
    const bytes = JSON.stringify(says(channel, "word for word é"), null, 3);
    await receive(channel, bytes);
    const [line] = (await api.get<Journal>(`/channels/${channel.id}/journal`)).body.items;
    expect(await audited(shop, "journal.opened")).toEqual([]);
    const opened = await api.get<Opened>(`/channels/${channel.id}/journal/${line?.id}`);
    expect([opened.body.body, opened.body.asReceived, opened.body.leftOut]).toEqual([bytes, true, 0]);
    expect(await audited(shop, "journal.opened")).toMatchObject([
      { target: { channelId: channel.id, journalId: line?.id }, details: { leftOut: 0, bytes: Buffer.byteLength(bytes) } },
    ]);
  });

  test("of a body that several organizations are in, each sees its own entries and how many were left out", async () => {
    const [mine, theirs] = [await anOrganization(world), await anOrganization(world)];
    const channel = await aNumberOfItsOwn(mine);
    const other = await aNumberOfItsOwn(theirs, { appSecret: channel.appSecret });
    const inSameAccount = await aNumberOfItsOwn(theirs, { appSecret: channel.appSecret, accountId: channel.accountId });
    const [a, b, c] = [says(channel, "it is ours"), says(other, "it is theirs"), says(inSameAccount, "theirs in our account")];
    await receive(channel, {
      object: "whatsapp_business_account",
      entry: [...b.entry, { id: channel.accountId, changes: [...(c.entry[0]?.changes ?? []), ...(a.entry[0]?.changes ?? [])] }],
    });
    const api = await client(mine);
    const { items } = (await api.get<Journal>(`/channels/${channel.id}/journal`)).body;
    expect(items).toMatchObject([{ others: true, kinds: [{ kind: "message", count: 1 }] }]);
    const { body } = await api.get<Opened>(`/channels/${channel.id}/journal/${items[0]?.id}`);
    expect(body.body).toContain("it is ours");
    expect(body.body).not.toMatch(/theirs/);
    expect([body.asReceived, body.leftOut]).toEqual([false, 2]);
    const foreign = await client(theirs);
    expect((await foreign.get(`/channels/${channel.id}/journal/${items[0]?.id}`)).status).toBe(404);
    // A body without anything of theirs does not exist for them, whatever its number.
    await receive(channel, says(channel, "ours alone"));
    const last = (await api.get<Journal>(`/channels/${channel.id}/journal?limit=1`)).body.items[0];
    expect((await foreign.get(`/channels/${other.id}/journal/${last?.id}`)).status).toBe(404);
  });

  test("what came before the number was connected here is nobody's business", async () => {
    const shop = await anOrganization(world);
    const channel = await aNumberOfItsOwn(shop);
    await receive(channel, says(channel, "to whom it belonged before"));
    await db.updateTable("whatsapp_numbers").set({ connected_at: new Date() }).where("channel_id", "=", channel.id).execute();
    const api = await client(shop);
    expect((await api.get<Journal>(`/channels/${channel.id}/journal`)).body.items).toEqual([]);
    const row = await db.selectFrom("intake_journal").select("id").where("app_id", "=", channel.appId).executeTakeFirstOrThrow();
    expect((await api.get(`/channels/${channel.id}/journal/${row.id}`)).status).toBe(404);
  });

  test("only owners may look by default", () => {
    const may = (role: "owner" | "admin" | "agent" | "viewer") => permissionsOf(world.kernel, role).has("journal.raw");
    expect([may("owner"), may("admin"), may("agent"), may("viewer")]).toEqual([true, false, false, false]);
  });

  test("read again from a moment, it makes the same rows and no more", async () => {
    const shop = await anOrganization(world);
    const channel = await aNumberOfItsOwn(shop);
    const since = new Date(Date.now() - 1000).toISOString();
    await receive(channel, says(channel, "once and no more"));
    await db.deleteFrom("messages").where("organization_id", "=", shop.id).execute();
    const api = await client(shop);
    expect((await api.post(`/channels/${channel.id}/journal/replays`, { since })).status).toBe(202);
    await eventually(async () => (await eventsOf(shop)).includes("journal.replayed"), "the replay");
    const rows = await db.selectFrom("messages").select("body").where("organization_id", "=", shop.id).execute();
    expect(rows.map((row) => row.body)).toEqual(["once and no more"]);
    expect(await audited(shop, "journal.replayed")).toMatchObject([{ details: { bodies: 1 } }]);
    expect((await api.post(`/channels/${channel.id}/journal/replays`, { since: "yesterday" })).status).toBe(400);
  });
});

describe("parked items", () => {
  type Reason = { reason: string; kind: string; count: number };
  type Run = { id: string; total: number; replayed: number; stillParked: number; finishedAt: string | null };
  const aShopWithParked = async () => {
    const shop = await anOrganization(world);
    const channel = await aNumberOfItsOwn(shop);
    const strange = (messages: unknown[]) => receive(channel, bodyOf(channel, { messages }));
    for (let n = 0; n < 3; n += 1) await strange([{ type: "text", id: `wamid.odd${channel.id}${n}`, timestamp: "1792000000" }]);
    await receive(
      channel,
      bodyOf(channel, { statuses: [{ id: "wamid.x", status: "teleported", timestamp: "1792000000", recipient_id: "1" }] }),
    );
    return { shop, channel, api: await client(shop) };
  };
  const openIn = (shop: Shop) =>
    db
      .selectFrom("intake_parked")
      .select(["id", "reason"])
      .where("organization_id", "=", shop.id)
      .where("resolved_at", "is", null)
      .orderBy("id")
      .execute();

  test("are counted by reason, and one reason is discarded at once, with a record of it", async () => {
    const { shop, api, channel } = await aShopWithParked();
    const reasons = (await api.get<Page<Reason>>(`/parked/reasons?channel=${channel.id}`)).body.items;
    expect(reasons.map((one) => [one.reason, one.count])).toEqual([
      ["malformed", 3],
      ["unknown_status", 1],
    ]);
    expect((await api.get<Page<unknown>>("/parked?reason=malformed")).body.items).toHaveLength(3);
    expect((await api.post("/parked/discards", { reason: "malformed" })).body).toEqual({ discarded: 3 });
    expect((await openIn(shop)).map((row) => row.reason)).toEqual(["unknown_status"]);
    expect(await audited(shop, "intake.discarded_many")).toMatchObject([{ details: { reason: "malformed", count: 3 } }]);
    const stranger = await client(await anOrganization(world));
    expect((await stranger.post("/parked/discards", {})).body).toEqual({ discarded: 0 });
    expect(await openIn(shop)).toHaveLength(1);
  });

  test("are tried again all together, in the background, with progress and an end", async () => {
    const { shop, api } = await aShopWithParked();
    const [mended] = await openIn(shop);
    // As after an update that understands it: the item now says who wrote.
    const row = await db
      .selectFrom("intake_parked")
      .select("item")
      .where("id", "=", mended?.id ?? "")
      .executeTakeFirstOrThrow();
    await db
      .updateTable("intake_parked")
      .set({
        item: JSON.stringify(row.item).replace('"type":"text"', '"type":"text","from":"447700900123","text":{"body":"understood at last"}'),
      })
      .where("id", "=", mended?.id ?? "")
      .execute();
    const started = await api.post<Run>("/parked/replays", {});
    expect([started.status, started.body.total]).toEqual([202, 4]);
    const done = await eventually(async () => {
      const { body } = await api.get<Run>(`/parked/replays/${started.body.id}`);
      return body.finishedAt !== null && body;
    }, "the replay to end");
    expect([done.replayed, done.stillParked]).toEqual([1, 3]);
    expect(await eventsOf(shop)).toContain("intake.replayed");
    expect(await openIn(shop)).toHaveLength(3);
    expect(
      await db
        .selectFrom("messages")
        .select("id")
        .where("organization_id", "=", shop.id)
        .where("body", "=", "understood at last")
        .executeTakeFirst(),
    ).toBeDefined();
    expect((await (await client(await anOrganization(world))).get(`/parked/replays/${started.body.id}`)).status).toBe(404);
    await projected(world);
  });
});
