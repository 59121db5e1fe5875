import { expect, test } from "vitest";
import { belongs, placed } from "./conversation-cache.ts";
import type { Conversation } from "./conversation-data.ts";

const conversation = (id: string, lastMessageAt: string, more: Partial<Conversation> = {}): Conversation => ({
  id,
  state: "open",
  contact: { id: `contact ${id}`, name: id },
  channel: { id: "shop", kind: "whatsapp", name: "Shop" },
  assignee: null,
  labelIds: [],
  lastMessageAt,
  preview: { direction: "inbound", type: "text", text: "", state: null },
  unread: 0,
  windowUntil: null,
  messageCount: 1,
  ...more,
});
const pages = (next: string | null, ...ids: [string, string][]) => ({
  pages: [{ items: ids.map(([id, at]) => conversation(id, at)), next }],
  pageParams: [""],
});
const idsOf = (data: ReturnType<typeof placed>) => data.pages.flatMap((page) => page.items.map((item) => item.id));

test("a conversation somebody writes in moves to the top of the list, once", () => {
  const list = pages(null, ["b", "2026-11-22T10:00Z"], ["a", "2026-11-22T09:00Z"]);
  expect(idsOf(placed(list, conversation("a", "2026-11-22T11:00Z"), true))).toEqual(["a", "b"]);
});

test("one that no longer fits leaves the list, and undoing the change puts it back in its place", () => {
  const list = pages(null, ["c", "2026-11-22T12:00Z"], ["b", "2026-11-22T11:00Z"], ["a", "2026-11-22T10:00Z"]);
  const without = placed(list, conversation("b", "2026-11-22T11:00Z"), false);
  expect(idsOf(without)).toEqual(["c", "a"]);
  expect(idsOf(placed(without, conversation("b", "2026-11-22T11:00Z"), true))).toEqual(["c", "b", "a"]);
});

test("one older than what is loaded waits for its page", () => {
  const list = pages("more", ["b", "2026-11-22T10:00Z"]);
  expect(idsOf(placed(list, conversation("a", "2026-11-22T09:00Z"), true))).toEqual(["b"]);
});

test("each view holds what the server would put into it", () => {
  const mine = conversation("a", "", { assignee: { id: "me", name: "Me" }, labelIds: ["vip"] });
  const fits = (item: Conversation, view: "mine" | "unassigned" | "open" | "closed" | "failed", label?: string) =>
    belongs(item, { view, ...(label ? { label } : {}) }, "me");
  expect([fits(mine, "mine"), fits(mine, "unassigned"), fits(mine, "open"), fits(mine, "closed")]).toEqual([true, false, true, false]);
  expect([fits({ ...mine, state: "closed" }, "mine"), fits({ ...mine, state: "closed" }, "closed")]).toEqual([false, true]);
  expect([fits(mine, "open", "vip"), fits(mine, "open", "wholesale")]).toEqual([true, false]);
  expect(fits({ ...mine, preview: { ...mine.preview, state: "failed" } }, "failed")).toBe(true);
});
