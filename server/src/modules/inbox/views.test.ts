import { describe, expect, test } from "vitest";
import { browserOf } from "../../../test/accounts.builders.ts";
import { aMember, anOrganization, client, eventsOf, eventsSoFar } from "../../../test/builders.ts";
import { aChannel, aConversation, aLabel, anInboundMessage } from "../../../test/inbox.builders.ts";
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
const ids = (page: { body: Page }) => page.body.items.map((item) => item.id);

describe("views", () => {
  test("each view shows its own conversations, last talked in first", async () => {
    const shop = await anOrganization(world);
    const ada = await aMember(shop);
    const at = (minute: number) => new Date(Date.UTC(2026, 0, 1, 12, minute));
    const label = await aLabel(shop);
    const mine = await aConversation(shop, { assigneeId: ada.id, lastMessageAt: at(1) });
    const free = await aConversation(shop, { lastMessageAt: at(3) });
    const closed = await aConversation(shop, { state: "closed", lastMessageAt: at(4) });
    const failed = await aConversation(shop, {
      assigneeId: shop.ownerMemberId,
      lastMessageAt: at(2),
      preview: { direction: "outbound", type: "text", text: "Hi", state: "failed" },
    });
    const api = await browserOf(shop, ada);
    await api.put(`/conversations/${mine.id}/labels`, { labelIds: [label] });
    await api.put(`/conversations/${closed.id}/labels`, { labelIds: [label] });

    expect(ids(await api.get<Page>("/conversations?view=mine"))).toEqual([mine.id]);
    expect(ids(await api.get<Page>("/conversations?view=unassigned"))).toEqual([free.id]);
    expect(ids(await api.get<Page>("/conversations"))).toEqual([free.id, failed.id, mine.id]);
    expect(ids(await api.get<Page>("/conversations?view=closed"))).toEqual([closed.id]);
    expect(ids(await api.get<Page>("/conversations?view=failed"))).toEqual([failed.id]);
    expect(ids(await api.get<Page>(`/conversations?label=${label}`))).toEqual([mine.id]);
    expect(ids(await api.get<Page>(`/conversations?view=closed&label=${label}`))).toEqual([closed.id]);
    expect(ids(await api.get<Page>(`/conversations?contact=${free.contactId}`))).toEqual([free.id]);
    expect((await api.get("/conversations/counts")).body).toEqual({
      mine: 1,
      unassigned: 1,
      open: 3,
      closed: 1,
      failed: 1,
      unread: 0,
      labels: { [label]: 1 },
    });
  });

  test("pages follow one another without a gap, also at the same moment", async () => {
    const shop = await anOrganization(world);
    const at = new Date();
    const made = [];
    for (let n = 0; n < 5; n++) made.push(await aConversation(shop, { lastMessageAt: at }));
    const api = await client(shop, { can: ["inbox.read"] });
    for (const view of ["open", "unassigned"]) {
      const seen: string[] = [];
      let after = "";
      for (;;) {
        const page = await api.get<Page>(`/conversations?view=${view}&limit=2${after}`);
        seen.push(...ids(page));
        if (!page.body.next) break;
        after = `&after=${page.body.next}`;
      }
      expect(seen).toEqual(
        made
          .map((chat) => chat.id)
          .sort()
          .reverse(),
      );
    }
  });

  test("a channel narrows a view", async () => {
    const shop = await anOrganization(world);
    await aConversation(shop);
    const other = await aChannel(shop, { name: "Second" });
    const chat = await aConversation(shop, { channelId: other });
    const api = await client(shop, { can: ["inbox.read"] });
    expect(ids(await api.get<Page>(`/conversations?channel=${other}`))).toEqual([chat.id]);
  });

  test("a cursor made up by the caller is bad input, not a failure of ours", async () => {
    const shop = await anOrganization(world);
    const api = await client(shop, { can: ["inbox.read"] });
    for (const parts of [
      ["x", "y"],
      ["2026-01-01 00:00:00+00", "nobody"],
      ["2026-99-99 99:99:99+00", "00000000-0000-0000-0000-000000000000"],
      ["2026-01-01 00:00:00+00", "' or 1=1"],
      [1],
    ]) {
      const answer = await api.get<{ error: { field: string } }>(
        `/conversations?after=${Buffer.from(JSON.stringify(parts)).toString("base64url")}`,
      );
      expect(answer.status).toBe(400);
      expect(answer.body.error.field).toBe("after");
    }
  });

  test("an API key is nobody: nothing is its own and nothing unread", async () => {
    const shop = await anOrganization(world);
    const chat = await aConversation(shop);
    await anInboundMessage(shop, chat);
    const api = await client(shop, { can: ["inbox.read"] });
    expect(ids(await api.get<Page>("/conversations?view=mine"))).toEqual([]);
    expect((await api.get<Item>(`/conversations/${chat.id}`)).body.unread).toBe(0);
    expect((await api.post(`/conversations/${chat.id}/read`)).body).toEqual({ unread: 0 });
  });
});

describe("unread", () => {
  test("is counted for each member by themselves", async () => {
    const shop = await anOrganization(world);
    const [ada, ben] = [await aMember(shop), await aMember(shop, { name: "Ben" })];
    const chat = await aConversation(shop);
    await anInboundMessage(shop, chat);
    await anInboundMessage(shop, chat);
    const [adas, bens] = [await browserOf(shop, ada), await browserOf(shop, ben)];
    const unread = async (who: typeof adas) => (await who.get<Item>(`/conversations/${chat.id}`)).body.unread;
    expect([await unread(adas), await unread(bens)]).toEqual([2, 2]);

    const since = await eventsSoFar(shop);
    expect((await adas.post(`/conversations/${chat.id}/read`)).body).toEqual({ unread: 0 });
    await adas.post(`/conversations/${chat.id}/read`);
    expect(await eventsOf(shop, { since })).toEqual(["conversation.read"]);
    expect([await unread(adas), await unread(bens)]).toEqual([0, 2]);
    expect((await bens.get<{ unread: number }>("/conversations/counts")).body.unread).toBe(1);
    expect((await adas.get<{ unread: number }>("/conversations/counts")).body.unread).toBe(0);

    await anInboundMessage(shop, chat);
    expect([await unread(adas), await unread(bens)]).toEqual([1, 3]);
    await adas.post(`/conversations/${chat.id}/read`);
    expect((await adas.post(`/conversations/${chat.id}/unread`)).body).toEqual({ unread: 1 });
    expect(await unread(adas)).toBe(1);
  });

  test("reading tells the customer once, marking unread does not", async () => {
    const shop = await anOrganization(world);
    const chat = await aConversation(shop);
    await anInboundMessage(shop, chat);
    const api = await browserOf(shop, await aMember(shop));
    // The worker may be done with a job before we look: a trigger remembers.
    const { owner } = world.kernel.db.raw;
    await owner.query("create table queued (key text)");
    await owner.query(
      "create function remember() returns trigger language plpgsql as $$ begin insert into public.queued values (new.key); return null; end $$",
    );
    await owner.query("create trigger remember after insert on graphile_worker._private_jobs for each row execute function remember()");
    await api.post(`/conversations/${chat.id}/unread`);
    await api.post(`/conversations/${chat.id}/read`);
    await api.post(`/conversations/${chat.id}/read`);
    expect((await owner.query("select key from queued where key like 'mark-read:%'")).rows).toEqual([{ key: `mark-read:${chat.id}` }]);
    await owner.query("drop trigger remember on graphile_worker._private_jobs");
  });

  test("what came before somebody joined is not unread to them", async () => {
    const shop = await anOrganization(world);
    const chat = await aConversation(shop);
    await anInboundMessage(shop, chat, { at: new Date(Date.now() - 3_600_000) });
    const api = await browserOf(shop, await aMember(shop));
    expect((await api.get<Item>(`/conversations/${chat.id}`)).body.unread).toBe(0);
  });
});
