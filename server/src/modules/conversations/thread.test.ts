import { expect, test } from "vitest";
import { aMember, anOrganization, client } from "../../../test/builders.ts";
import { aConversation, anInboundMessage, anOutboundMessage, type Chat } from "../../../test/inbox.builders.ts";
import { aWorld } from "../../../test/world.ts";
import { newId } from "../../kernel/id.ts";

const world = await aWorld();
type Message = {
  id: string;
  type: string;
  text: string | null;
  content: Record<string, unknown>;
  file: unknown;
  author: unknown;
  replyTo: unknown;
};
type Thread = { items: Message[]; next: string | null; newer: string | null };
const at = (minute: number) => new Date(Date.UTC(2026, 0, 1, 12, minute));

const aThread = async (shop: Parameters<typeof aConversation>[0], length: number): Promise<{ chat: Chat; newestFirst: string[] }> => {
  const chat = await aConversation(shop);
  const made: string[] = [];
  for (let n = 0; n < length; n++) made.push((await anInboundMessage(shop, chat, { text: `m${n}`, at: at(Math.floor(n / 2)) })).id);
  return { chat, newestFirst: made.reverse() };
};

test("a thread is read newest first, page after page", async () => {
  const shop = await anOrganization(world);
  const { chat, newestFirst } = await aThread(shop, 7);
  const api = await client(shop, { can: ["inbox.read"] });
  const seen: string[] = [];
  let after = "";
  for (;;) {
    const { body } = await api.get<Thread>(`/conversations/${chat.id}/messages?limit=3${after}`);
    seen.push(...body.items.map((item) => item.id));
    if (!body.next) break;
    after = `&after=${body.next}`;
  }
  expect(seen).toEqual(newestFirst);
});

test("a message written between two milliseconds is not skipped at the edge of a page", async () => {
  const shop = await anOrganization(world);
  const { chat } = await aThread(shop, 4);
  for (const n of [0, 1, 2, 3])
    await world.kernel.db.raw.system.query("update messages set occurred_at = $1 where organization_id = $2 and body = $3", [
      `2026-01-01 12:00:00.000${n + 1}00+00`,
      shop.id,
      `m${n}`,
    ]);
  const api = await client(shop, { can: ["inbox.read"] });
  const first = (await api.get<Thread>(`/conversations/${chat.id}/messages?limit=2`)).body;
  const second = (await api.get<Thread>(`/conversations/${chat.id}/messages?limit=2&after=${first.next}`)).body;
  expect([...first.items, ...second.items].map((item) => item.text)).toEqual(["m3", "m2", "m1", "m0"]);
});

test("a thread opens around a search hit and goes on both ways to its ends", async () => {
  const shop = await anOrganization(world);
  const { chat, newestFirst } = await aThread(shop, 11);
  const api = await client(shop, { can: ["inbox.read"] });
  const get = async (more: string) => (await api.get<Thread>(`/conversations/${chat.id}/messages?limit=4&${more}`)).body;
  const middle = await get(`around=${newestFirst[5]}`);
  expect(middle.items.map((item) => item.id)).toEqual(newestFirst.slice(3, 7));
  const above = await get(`before=${middle.newer}`);
  expect(above.items.map((item) => item.id)).toEqual(newestFirst.slice(0, 3));
  expect(above.newer).toBeNull();
  const below = await get(`after=${middle.next}`);
  expect(below.items.map((item) => item.id)).toEqual(newestFirst.slice(7, 11));
  expect(below.next).toBeNull();
  for (const hit of [newestFirst[0], newestFirst[10]]) expect((await get(`around=${hit}`)).items.map((item) => item.id)).toContain(hit);
  expect(
    (await api.get<Thread>(`/conversations/${chat.id}/messages?limit=1&around=${newestFirst[5]}`)).body.items.map((item) => item.id),
  ).toEqual([newestFirst[5]]);
});

test("a quoted message, its author and its file come with it", async () => {
  const shop = await anOrganization(world);
  const ada = await aMember(shop);
  const chat = await aConversation(shop);
  const fileId = newId();
  await world.kernel.db.system
    .insertInto("files")
    .values({
      organization_id: shop.id,
      id: fileId,
      state: "stored",
      name: "a.png",
      mime: "image/png",
      size: "12",
      width: 3,
      height: 4,
      source: "inbound_media",
    })
    .execute();
  const asked = await anOutboundMessage(shop, chat, { text: "Which colour?", at: at(1), authorId: ada.id });
  await anInboundMessage(shop, chat, { text: "This one", type: "image", fileId, at: at(2), replyTo: asked.providerId ?? "" });
  await anInboundMessage(shop, chat, { text: "?", at: at(3), replyTo: "wamid.never-seen" });
  const api = await client(shop, { can: ["inbox.read"] });
  const { items } = (await api.get<Thread>(`/conversations/${chat.id}/messages`)).body;
  expect(items).toMatchObject([
    { replyTo: { id: null, direction: null, type: null, text: null } },
    {
      file: { id: fileId, state: "stored", name: "a.png", mime: "image/png", size: 12, width: 3, height: 4 },
      replyTo: { id: asked.id, direction: "outbound", type: "text", text: "Which colour?" },
      author: null,
    },
    { author: { id: ada.id, name: "Ada" }, replyTo: null, file: null },
  ]);
});

test("a message taken back shows nothing of what it said, nor does a quote of it", async () => {
  const shop = await anOrganization(world);
  const chat = await aConversation(shop);
  const gone = await anInboundMessage(shop, chat, { text: "My card number is", content: { forwarded: true }, at: at(1), revokedAt: at(2) });
  await anInboundMessage(shop, chat, { text: "Sorry", at: at(3), replyTo: gone.providerId ?? "" });
  const answer = await (await client(shop, { can: ["inbox.read"] })).get<Thread>(`/conversations/${chat.id}/messages`);
  expect(answer.body.items[1]).toMatchObject({ text: null, content: {}, file: null });
  expect(JSON.stringify(answer.body)).not.toContain("card number");
});

test("a type nobody here knows is shown as unsupported, with its own name", async () => {
  const shop = await anOrganization(world);
  const chat = await aConversation(shop);
  await anInboundMessage(shop, chat, { type: "hologram", text: null });
  const { items } = (await (await client(shop, { can: ["inbox.read"] })).get<Thread>(`/conversations/${chat.id}/messages`)).body;
  expect(items).toMatchObject([{ type: "unsupported", content: { providerType: "hologram" } }]);
});
