import { describe, expect, test } from "vitest";
import { browserOf } from "../../../test/accounts.builders.ts";
import { aMember, anOrganization, client, eventsOf, eventsSoFar } from "../../../test/builders.ts";
import { aConversation, aLabel, anInboundMessage } from "../../../test/inbox.builders.ts";
import { aWorld } from "../../../test/world.ts";

const world = await aWorld();
type Item = {
  id: string;
  state: string;
  unread: number;
  labelIds: string[];
  contact: { name: string };
  assignee: { id: string; name: string } | null;
  preview: { text: string; direction: string | null };
};
type Page = { items: Item[]; next: string | null };
type Thread = {
  items: {
    id: string;
    direction: string;
    type: string;
    text: string | null;
    content: Record<string, unknown>;
    author: { id: string | null; name: string } | null;
  }[];
};
const ids = (page: { body: Page }) => page.body.items.map((item) => item.id);

describe("assignment", () => {
  test("giving a conversation to whom it already belongs tells nobody twice", async () => {
    const shop = await anOrganization(world);
    const [ada, chat] = [await aMember(shop), await aConversation(shop)];
    const api = await browserOf(shop, { userId: shop.ownerUserId });
    const since = await eventsSoFar(shop);
    const give = () => api.put(`/conversations/${chat.id}/assignment`, { assigneeId: ada.id });
    const answers = await Promise.all([give(), give(), give()]);

    expect(answers.map((answer) => answer.status)).toEqual([200, 200, 200]);
    expect(await eventsOf(shop, { since })).toEqual(["conversation.assigned"]);
    expect((await api.get<Item>(`/conversations/${chat.id}`)).body.assignee).toEqual({ id: ada.id, name: ada.name });
    const { items } = (await api.get<Thread>(`/conversations/${chat.id}/messages`)).body;
    expect(items).toMatchObject([
      {
        direction: "system",
        type: "system",
        content: { kind: "assigned", from: null, to: "Ada", byName: "Owner" },
        author: { id: shop.ownerMemberId, name: "Owner" },
      },
    ]);
  });

  test("it goes back into the queue with null", async () => {
    const shop = await anOrganization(world);
    const ada = await aMember(shop);
    const chat = await aConversation(shop, { assigneeId: ada.id });
    const api = await client(shop);
    expect((await api.put(`/conversations/${chat.id}/assignment`, { assigneeId: null })).body).toEqual({ assigneeId: null });
    expect(ids(await api.get<Page>("/conversations?view=unassigned"))).toEqual([chat.id]);
  });

  test("a member of another shop, a deactivated one and a stranger get nothing", async () => {
    const [shop, other] = [await anOrganization(world), await anOrganization(world)];
    const chat = await aConversation(shop);
    const gone = await aMember(shop);
    await world.kernel.db.system
      .updateTable("members")
      .set({ deactivated_at: new Date() })
      .where("organization_id", "=", shop.id)
      .where("id", "=", gone.id)
      .execute();
    const api = await client(shop);
    for (const assigneeId of [other.ownerMemberId, gone.id, crypto.randomUUID()]) {
      const answer = await api.put<{ error: { field: string } }>(`/conversations/${chat.id}/assignment`, { assigneeId });
      expect([answer.status, answer.body.error.field]).toEqual([400, "assigneeId"]);
    }
  });
});

describe("closing", () => {
  test("closing and reopening move it between the views, each told once", async () => {
    const shop = await anOrganization(world);
    const chat = await aConversation(shop);
    const label = await aLabel(shop);
    const api = await client(shop);
    await api.put(`/conversations/${chat.id}/labels`, { labelIds: [label] });
    const since = await eventsSoFar(shop);

    expect((await api.post(`/conversations/${chat.id}/close`)).body).toEqual({ state: "closed" });
    await api.post(`/conversations/${chat.id}/close`);
    expect(ids(await api.get<Page>(`/conversations?view=closed&label=${label}`))).toEqual([chat.id]);
    expect((await api.post(`/conversations/${chat.id}/reopen`)).body).toEqual({ state: "open" });
    await api.post(`/conversations/${chat.id}/reopen`);
    expect(ids(await api.get<Page>(`/conversations?label=${label}`))).toEqual([chat.id]);

    expect(await eventsOf(shop, { since })).toEqual(["conversation.closed", "conversation.reopened"]);
    const { items } = (await api.get<Thread>(`/conversations/${chat.id}/messages`)).body;
    expect(items.map((item) => item.content.kind)).toEqual(["reopened", "closed"]);
  });
});

describe("notes", () => {
  test("a note is in the thread and the preview, and a repeated request makes one", async () => {
    const shop = await anOrganization(world);
    const ada = await aMember(shop);
    const chat = await aConversation(shop);
    const api = await browserOf(shop, ada);
    const since = await eventsSoFar(shop);
    const write = () =>
      api.post<{ id: string }>(`/conversations/${chat.id}/notes`, { text: "Wants a refund" }, { "idempotency-key": "k1" });
    const answers = await Promise.all([write(), write(), write()]);

    expect(answers.map((answer) => answer.status)).toEqual([201, 201, 201]);
    expect(new Set(answers.map((answer) => answer.body.id)).size).toBe(1);
    expect(await eventsOf(shop, { since })).toEqual(["note.added"]);
    expect((await api.get<Thread>(`/conversations/${chat.id}/messages`)).body.items).toMatchObject([
      { direction: "note", type: "note", text: "Wants a refund", author: { id: ada.id, name: "Ada" } },
    ]);
    expect((await api.get<Item>(`/conversations/${chat.id}`)).body.preview).toMatchObject({ direction: "note", text: "Wants a refund" });
    expect(await world.kernel.db.system.selectFrom("deliveries").select("id").where("organization_id", "=", shop.id).execute()).toEqual([]);
    expect(
      (await api.post<{ error: { code: string } }>(`/conversations/${chat.id}/notes`, { text: "Another" }, { "idempotency-key": "k1" }))
        .body.error.code,
    ).toBe("idempotency_conflict");
  });

  test("only its author deletes a note, and the list forgets it", async () => {
    const shop = await anOrganization(world);
    const [ada, ben] = [await aMember(shop), await aMember(shop)];
    const chat = await aConversation(shop);
    await anInboundMessage(shop, chat, { text: "Hello there" });
    const [adas, bens] = [await browserOf(shop, ada), await browserOf(shop, ben)];
    const note = (await adas.post<{ id: string }>(`/conversations/${chat.id}/notes`, { text: "Secret" })).body;

    expect((await bens.delete(`/conversations/${chat.id}/notes/${note.id}`)).status).toBe(403);
    expect((await adas.delete(`/conversations/${chat.id}/notes/${note.id}`)).status).toBe(204);
    expect((await adas.delete(`/conversations/${chat.id}/notes/${note.id}`)).status).toBe(404);
    expect((await adas.get<Item>(`/conversations/${chat.id}`)).body.preview).toMatchObject({ direction: "inbound", text: "Hello there" });
  });

  test("a message of the customer cannot be deleted as a note", async () => {
    const shop = await anOrganization(world);
    const chat = await aConversation(shop);
    const message = await anInboundMessage(shop, chat);
    const api = await browserOf(shop, await aMember(shop));
    expect((await api.delete(`/conversations/${chat.id}/notes/${message.id}`)).status).toBe(404);
  });
});

describe("labels", () => {
  test("are made, renamed, given, taken and deleted", async () => {
    const shop = await anOrganization(world);
    const chat = await aConversation(shop);
    const api = await client(shop);
    const made = await api.post<{ id: string }>("/labels", { name: "Complaint", hue: 3 });
    expect([made.status, made.body]).toMatchObject([201, { name: "Complaint", hue: 3 }]);
    expect((await api.post<{ error: { code: string } }>("/labels", { name: "complaint" })).body.error.code).toBe("label_exists");
    expect((await api.patch(`/labels/${made.body.id}`, { name: "Praise" })).body).toEqual({ id: made.body.id, name: "Praise", hue: 3 });
    expect((await api.get<{ items: unknown[] }>("/labels")).body.items).toEqual([{ id: made.body.id, name: "Praise", hue: 3 }]);

    const since = await eventsSoFar(shop);
    await api.put(`/conversations/${chat.id}/labels`, { labelIds: [made.body.id] });
    await api.put(`/conversations/${chat.id}/labels`, { labelIds: [made.body.id] });
    expect((await api.get<Item>(`/conversations/${chat.id}`)).body.labelIds).toEqual([made.body.id]);
    expect((await api.delete(`/labels/${made.body.id}`)).status).toBe(204);
    expect((await api.get<Item>(`/conversations/${chat.id}`)).body.labelIds).toEqual([]);
    expect(await eventsOf(shop, { since })).toEqual(["conversation.labelled", "label.changed"]);
  });

  test("a label of another shop does not exist", async () => {
    const [shop, other] = [await anOrganization(world), await anOrganization(world)];
    const chat = await aConversation(shop);
    const foreign = await aLabel(other);
    const api = await client(shop);
    expect((await api.put(`/conversations/${chat.id}/labels`, { labelIds: [foreign] })).status).toBe(400);
    expect((await api.patch(`/labels/${foreign}`, { name: "Mine" })).status).toBe(404);
    expect((await api.delete(`/labels/${foreign}`)).status).toBe(404);
  });
});

describe("who may", () => {
  const calls = (chat: string): [string, string, string, unknown?][] => [
    ["inbox.read", "GET", `/conversations/${chat}`],
    ["inbox.read", "GET", `/conversations/${chat}/messages`],
    ["inbox.read", "POST", `/conversations/${chat}/read`, {}],
    ["inbox.read", "POST", `/conversations/${chat}/unread`, {}],
    ["inbox.read", "GET", `/conversations/${chat}/presence`],
    ["inbox.assign", "PUT", `/conversations/${chat}/assignment`, { assigneeId: null }],
    ["inbox.close", "POST", `/conversations/${chat}/close`, {}],
    ["inbox.close", "POST", `/conversations/${chat}/reopen`, {}],
    ["inbox.label", "PUT", `/conversations/${chat}/labels`, { labelIds: [] }],
    ["inbox.note", "POST", `/conversations/${chat}/notes`, { text: "x" }],
    ["inbox.note", "DELETE", `/conversations/${chat}/notes/${chat}`],
  ];

  test("another organization's conversation is not there", async () => {
    const [shop, other] = [await anOrganization(world), await anOrganization(world)];
    const chat = await aConversation(other);
    const api = await client(shop);
    for (const [, method, path, body] of calls(chat.id))
      expect([path, (await api.request(method, path, body)).status]).toEqual([path, 404]);
    expect(ids(await api.get<Page>("/conversations"))).toEqual([]);
    expect(ids(await api.get<Page>(`/conversations?contact=${chat.contactId}`))).toEqual([]);
  });

  test("each needs its own permission", async () => {
    const shop = await anOrganization(world);
    const chat = await aConversation(shop);
    const all = ["inbox.read", "inbox.assign", "inbox.close", "inbox.label", "inbox.note", "contacts.read"];
    for (const [permission, method, path, body] of [
      ...calls(chat.id),
      ["inbox.read", "GET", "/conversations"],
      ["inbox.read", "GET", "/search/messages?q=hello"],
      ["inbox.label", "POST", "/labels", { name: "x" }],
    ] as [string, string, string, unknown?][]) {
      const api = await client(shop, { can: all.filter((each) => each !== permission) });
      const answer = await api.request<{ error: { code: string; message: string } }>(method, path, body);
      expect([path, answer.status]).toEqual([path, 403]);
      expect(answer.body.error.message).toContain(permission);
    }
  });
});
