import { expect, test } from "vitest";
import type { Message } from "./message-data.ts";
import { firstUnread, threadRows } from "./thread-rows.ts";

const message = (id: string, at: string, more: Partial<Message> = {}): Message => ({
  id,
  conversationId: "c",
  direction: "inbound",
  origin: "customer",
  type: "text",
  text: id,
  content: {},
  file: null,
  replyTo: null,
  author: null,
  reactions: [],
  state: null,
  failure: null,
  heldForQuality: false,
  waiting: null,
  saidByMember: false,
  at,
  editedAt: null,
  revokedAt: null,
  ...more,
});
const dayOf = (at: string) => at.slice(0, 10);
const shape = (messages: Message[], newFrom?: string) =>
  threadRows(messages, dayOf, newFrom).map((row) =>
    row.kind === "message" ? `${row.message.id}${row.first ? " first" : ""}${row.last ? " last" : ""}` : row.kind,
  );

test("messages of one sender within five minutes are a group, and each day begins with a line", () => {
  const rows = shape([
    message("a", "2026-11-21T10:00:00Z"),
    message("b", "2026-11-21T10:04:00Z"),
    message("c", "2026-11-21T10:20:00Z"),
    message("d", "2026-11-22T10:00:00Z", { direction: "outbound" }),
  ]);
  expect(rows).toEqual(["day", "a first", "b last", "c first last", "day", "d first last"]);
});

test("two of the team who answer in turn are two groups", () => {
  const by = (id: string) => ({ direction: "outbound", author: { id, name: id } }) as const;
  const rows = shape([message("a", "2026-11-21T10:00:00Z", by("ada")), message("b", "2026-11-21T10:01:00Z", by("bo"))]);
  expect(rows).toEqual(["day", "a first last", "b first last"]);
});

test("what was new when the thread was opened stands under its own line", () => {
  const messages = [
    message("a", "2026-11-21T10:00:00Z"),
    message("b", "2026-11-21T10:01:00Z"),
    message("mine", "2026-11-21T10:02:00Z", { direction: "outbound" }),
    message("c", "2026-11-21T10:03:00Z"),
  ];
  expect(firstUnread(messages, 2)).toBe("b");
  expect(firstUnread(messages, 0)).toBeUndefined();
  expect(firstUnread(messages, 50)).toBeUndefined();
  expect(shape(messages, "b")).toEqual(["day", "a first last", "new", "b first last", "mine first last", "c first last"]);
});
