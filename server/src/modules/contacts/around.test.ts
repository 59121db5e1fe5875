import { Readable } from "node:stream";
import { expect, test } from "vitest";
import { aMember, anOrganization, client, eventsOf, eventsSoFar, eventually, type Shop } from "../../../test/builders.ts";
import { aContact } from "../../../test/contacts.builders.ts";
import { aWorld } from "../../../test/world.ts";
import { newId } from "../../kernel/id.ts";
import { contextFor } from "../../kernel/module.ts";
import { mayContact, namesOf, recordConsent } from "./index.ts";
import { addNote, removeNote } from "./notes.ts";

const world = await aWorld();
type Page<T> = { items: T[]; next: string | null };
type Note = { id: string; body: string; authorName: string | null };
type Item = { name: string; actor: { kind: string; name: string | null }; payload: Record<string, unknown> };
const asMember = (shop: Shop, member: { id: string; userId: string; name: string }, can: string[] = []) =>
  contextFor(world.kernel, shop.id, { kind: "member", memberId: member.id, userId: member.userId, name: member.name }, new Set(can));

test("tags: made once per name, renamed, recoloured, listed by name, taken from everybody", async () => {
  const shop = await anOrganization(world);
  const api = await client(shop);
  const vip = await api.post<{ id: string; hue: number }>("/tags", { name: "VIP" });
  expect(vip.status).toBe(201);
  const twin = await api.post<{ error: { code: string; remedy: string } }>("/tags", { name: "vip" });
  expect([twin.status, twin.body.error.code, twin.body.error.remedy]).toEqual([409, "tag_exists", `Use tag ${vip.body.id}.`]);
  const early = (await api.post<{ id: string }>("/tags", { name: "early bird", hue: 3 })).body;
  expect((await api.patch(`/tags/${early.id}`, { name: "Vip" })).status).toBe(409);
  expect((await api.patch(`/tags/${vip.body.id}`, { hue: 6 })).body).toEqual({ id: vip.body.id, name: "VIP", hue: 6 });
  expect((await api.get<Page<{ name: string }>>("/tags?limit=1")).body).toMatchObject({
    items: [{ name: "early bird" }],
    next: expect.any(String),
  });
  const ada = await aContact(shop);
  const since = await eventsSoFar(shop);
  expect((await api.put(`/contacts/${ada.id}/tags`, { tagIds: [vip.body.id, early.id] })).body).toMatchObject({
    tags: [{ name: "early bird" }, { name: "VIP" }],
  });
  await api.put(`/contacts/${ada.id}/tags`, { tagIds: [early.id, vip.body.id] });
  await api.put(`/contacts/${ada.id}/tags`, { tagIds: [vip.body.id] });
  expect(await eventsOf(shop, { since })).toEqual(["contact.tagged", "contact.tagged"]);
  expect((await api.put(`/contacts/${ada.id}/tags`, { tagIds: [newId()] })).status).toBe(400);
  expect((await api.delete(`/tags/${vip.body.id}`)).status).toBe(204);
  expect((await api.get<{ tags: unknown[] }>(`/contacts/${ada.id}`)).body.tags).toEqual([]);
});

test("notes: newest first with their author, removed by the author or by who may write contacts", async () => {
  const shop = await anOrganization(world);
  const api = await client(shop);
  const [ada, eve] = [await aMember(shop, { name: "Ada" }), await aMember(shop, { name: "Eve" })];
  const contact = await aContact(shop);
  const since = await eventsSoFar(shop);
  const first = await addNote(asMember(shop, ada), contact.id, "likes tea");
  expect((await api.post<Note>(`/contacts/${contact.id}/notes`, { body: " by key " })).body).toMatchObject({
    body: "by key",
    authorName: null,
  });
  expect((await api.get<Page<Note>>(`/contacts/${contact.id}/notes`)).body.items.map((note) => [note.body, note.authorName])).toEqual([
    ["by key", null],
    ["likes tea", "Ada"],
  ]);
  await expect(removeNote(asMember(shop, eve), contact.id, first.id)).rejects.toMatchObject({ status: 403 });
  await removeNote(asMember(shop, ada), contact.id, first.id);
  const [left] = (await api.get<Page<Note>>(`/contacts/${contact.id}/notes`)).body.items;
  expect((await api.delete(`/contacts/${contact.id}/notes/${left?.id}`)).status).toBe(204);
  expect((await api.delete(`/contacts/${contact.id}/notes/${left?.id}`)).status).toBe(404);
  const events = await world.kernel.db.system
    .selectFrom("events")
    .select("payload")
    .where("organization_id", "=", shop.id)
    .where("id", ">", since)
    .execute();
  expect(JSON.stringify(events)).not.toContain("tea");
  expect(events).toHaveLength(2);
});

test("the timeline tells who did what, newest first, in pages", async () => {
  const shop = await anOrganization(world);
  const api = await client(shop);
  const ada = await aMember(shop, { name: "Ada" });
  const contact = await aContact(shop, { name: "Bo" });
  await addNote(asMember(shop, ada), contact.id, "x");
  await world.kernel.db.system
    .updateTable("members")
    .set({ name: "Ada L." })
    .where("organization_id", "=", shop.id)
    .where("id", "=", ada.id)
    .execute();
  await api.patch(`/contacts/${contact.id}`, { stage: "customer" });
  const first = (await api.get<Page<Item>>(`/contacts/${contact.id}/timeline?limit=2`)).body;
  const second = (await api.get<Page<Item>>(`/contacts/${contact.id}/timeline?limit=2&after=${first.next}`)).body;
  expect([...first.items, ...second.items].map((item) => [item.name, item.actor.kind, item.actor.name])).toEqual([
    ["contact.stage_changed", "api_key", "test"],
    ["contact.updated", "api_key", "test"],
    ["contact.note_added", "member", "Ada L."],
    ["contact.created", "contact", "Bo"],
  ]);
  expect(second.next).toBeNull();
  expect(first.items.map((item) => item.payload)).toEqual([
    { contactId: contact.id, from: "lead", to: "customer" },
    { contactId: contact.id, fields: ["stage"] },
  ]);
});

test("marketing needs a grant as the last word, a withdrawal refuses it, an answer to a customer needs nothing", async () => {
  const shop = await anOrganization(world);
  const api = await client(shop);
  const contact = await aContact(shop);
  const may = (purpose: string) =>
    world.kernel.db.system.transaction().execute((tx) => mayContact(tx, shop.id, contact.id, "whatsapp", purpose));
  const record = (action: "granted" | "withdrawn", day: number) =>
    world.kernel.db.system.transaction().execute((tx) =>
      recordConsent(tx, shop.id, {
        contactId: contact.id,
        channel: "whatsapp",
        purpose: "marketing",
        action,
        source: "whatsapp_preference",
        proof: { messageId: "wamid.1" },
        actor: { kind: "contact", contactId: contact.id },
        occurredAt: new Date(Date.UTC(2026, 10, day)),
      }),
    );
  expect(await may("marketing")).toEqual({ allowed: false, reason: "consent_missing" });
  expect([await may("customer_support"), await may("utility")]).toEqual([{ allowed: true }, { allowed: true }]);
  const since = await eventsSoFar(shop);
  expect(await record("granted", 2)).toEqual({ recorded: true });
  expect(await record("granted", 2)).toEqual({ recorded: false });
  expect(await may("marketing")).toEqual({ allowed: true });
  await record("withdrawn", 3);
  expect(await may("marketing")).toEqual({ allowed: false, reason: "consent_withdrawn" });
  // A grant from before, told late, does not undo the withdrawal.
  await record("granted", 1);
  expect(await may("marketing")).toEqual({ allowed: false, reason: "consent_withdrawn" });
  expect(await may("customer_support")).toEqual({ allowed: true });
  expect(await eventsOf(shop, { since })).toEqual(["consent.granted", "consent.withdrawn", "consent.granted"]);
  expect((await api.get<{ consents: unknown[] }>(`/contacts/${contact.id}`)).body.consents).toMatchObject([
    { channel: "whatsapp", purpose: "marketing", state: "withdrawn", source: "whatsapp_preference", at: "2026-11-03T00:00:00.000Z" },
  ]);
  await expect(
    world.kernel.db.withOrganization(shop.id, (tx) => tx.deleteFrom("consent_ledger").where("organization_id", "=", shop.id).execute()),
  ).rejects.toThrow(/permission denied/);
});

test("names of many, as candor_app: strangers and erased people are left out", async () => {
  const [shop, other] = [await anOrganization(world), await anOrganization(world)];
  const [named, phone, foreign] = [
    await aContact(shop, { name: "Bo" }),
    await aContact(shop, { phone: "442079460321" }),
    await aContact(other, { name: "Eve" }),
  ];
  const names = await world.kernel.db.withOrganization(shop.id, (tx) => namesOf(tx, shop.id, [named.id, phone.id, foreign.id, newId()]));
  expect(names).toEqual(
    new Map([
      [named.id, "Bo"],
      [phone.id, "+44 20 7946 0321"],
    ]),
  );
});

test("erasing a person removes their rows and their files' bytes, but not what was also sent to others", async () => {
  const shop = await anOrganization(world);
  const api = await client(shop);
  const db = world.kernel.db.system;
  const [ada, bob] = [await aContact(shop, { name: "Ada" }), await aContact(shop, { name: "Bob" })];
  const channelId = newId();
  await db.insertInto("channels").values({ organization_id: shop.id, id: channelId, kind: "whatsapp", name: "Desk" }).execute();
  const [own, shared] = [await aFile(shop), await aFile(shop)];
  const say = async (contactId: string, fileIds: string[]) => {
    const conversationId = newId();
    await db
      .insertInto("conversations")
      .values({ organization_id: shop.id, id: conversationId, channel_id: channelId, contact_id: contactId })
      .execute();
    for (const fileId of fileIds)
      await db
        .insertInto("messages")
        .values({
          organization_id: shop.id,
          id: newId(),
          conversation_id: conversationId,
          channel_id: channelId,
          contact_id: contactId,
          direction: "inbound",
          type: "image",
          file_id: fileId,
          occurred_at: new Date(),
        })
        .execute();
  };
  await say(ada.id, [own, shared]);
  await say(bob.id, [shared]);
  await api.post(`/contacts/${ada.id}/notes`, { body: "x" });
  await db.transaction().execute((tx) =>
    recordConsent(tx, shop.id, {
      contactId: ada.id,
      channel: "whatsapp",
      purpose: "marketing",
      action: "granted",
      source: "form",
      proof: {},
      actor: { kind: "system", name: "test" },
      occurredAt: new Date(),
    }),
  );
  const since = await eventsSoFar(shop);

  expect((await api.delete(`/contacts/${ada.id}`)).status).toBe(204);

  expect((await api.get(`/contacts/${ada.id}`)).status).toBe(404);
  for (const table of ["identities", "conversations", "messages", "contact_notes", "consent_ledger"] as const) {
    expect(
      await db.selectFrom(table).select("id").where("organization_id", "=", shop.id).where("contact_id", "=", ada.id).execute(),
      table,
    ).toEqual([]);
  }
  await eventually(async () => (await world.kernel.files.size(shop.id, own)) === null, "the file to leave the disk");
  expect(await world.kernel.files.size(shop.id, shared)).toBe(5);
  expect((await db.selectFrom("files").select("id").where("organization_id", "=", shop.id).execute()).map((row) => row.id)).toEqual([
    shared,
  ]);
  const events = await db
    .selectFrom("events")
    .select(["name", "payload"])
    .where("organization_id", "=", shop.id)
    .where("id", ">", since)
    .execute();
  expect(events).toEqual([{ name: "contact.erased", payload: { contactId: ada.id } }]);
  expect(await db.selectFrom("audit_log").select(["action", "target"]).where("organization_id", "=", shop.id).execute()).toEqual([
    { action: "contact.erased", target: { contactId: ada.id } },
  ]);
  expect((await api.delete(`/contacts/${ada.id}`)).status).toBe(404);
});

const aFile = async (shop: Shop) => {
  const id = newId();
  await world.kernel.files.write(shop.id, id, Readable.from(["bytes"]), 100);
  await world.kernel.db.system
    .insertInto("files")
    .values({ organization_id: shop.id, id, state: "stored", source: "inbound_media", size: "5" })
    .execute();
  return id;
};
