import { expect, test } from "vitest";
import { merged } from "./message-cache.ts";
import type { Message } from "./message-data.ts";

const message = (id: string, at: string, state: Message["state"] = null) => ({ id, at, state }) as Message;
const thread = (newer: string | null, ...items: Message[]) => ({ pages: [{ items, next: null, newer }], pageParams: [{}] });
const shown = (data: ReturnType<typeof merged>) =>
  data.pages.flatMap((page) => page.items.map((item) => `${item.id} ${item.state ?? ""}`.trim()));

test("a new message is added at the new end and a known one takes its new state", () => {
  const data = thread(null, message("b", "2", "sent"), message("a", "1"));
  expect(shown(merged(data, [message("c", "3"), message("b", "2", "read")]))).toEqual(["c", "b read", "a"]);
});

test("the answer to a send and the live stream together show a message once", () => {
  const data = merged(thread(null), [message("a", "1", "queued")]);
  expect(shown(merged(data, [message("a", "1", "sent")]))).toEqual(["a sent"]);
});

test("a thread opened in its middle does not get the newest messages under it", () => {
  expect(shown(merged(thread("more", message("a", "1")), [message("z", "9")]))).toEqual(["a"]);
});
