import { expect, test } from "vitest";
import type { TimelineItem } from "./contact-data.ts";
import { entriesOf } from "./timeline-entries.ts";

let minute = 60;
/** Newest first, a minute apart, as the server gives them. */
const event = (name: string, payload: Record<string, unknown> = {}, actor = "Mara"): TimelineItem => ({
  id: `${name} ${minute}`,
  name,
  at: new Date(Date.UTC(2026, 10, 22, 12, minute--)).toISOString(),
  actor: { kind: "member", name: actor },
  payload,
  changes: [],
});
const shown = (items: TimelineItem[]) => entriesOf(items).map((entry) => [entry.item.name, entry.count, entry.state]);

test("a message of ours is one line that says how far it came", () => {
  const items = [
    event("message.status_changed", { messageId: "m", to: "read" }),
    event("message.status_changed", { messageId: "m", to: "delivered" }),
    event("message.queued", { messageId: "m" }),
  ];
  expect(shown(items)).toEqual([["message.queued", 1, "read"]]);
});

test("a failure is told even where the message itself is further back; an ordinary tick is not", () => {
  const items = [
    event("message.status_changed", { messageId: "a", to: "failed", code: "window_closed" }),
    event("message.status_changed", { messageId: "b", to: "read" }),
  ];
  expect(shown(items)).toEqual([["message.status_changed", 1, "failed"]]);
});

test("messages in a row are one line, those of another conversation are not", () => {
  const items = [
    event("message.received", { conversationId: "one" }),
    event("message.media_stored", { conversationId: "one" }),
    event("message.received", { conversationId: "one" }),
    event("message.received", { conversationId: "two" }),
  ];
  expect(shown(items)).toEqual([
    ["message.received", 2, undefined],
    ["message.received", 1, undefined],
  ]);
});

test("facts one member fills in one after the other are one change with every field once", () => {
  const entries = entriesOf([
    event("contact.updated", { fields: ["stage"] }),
    event("contact.updated", { fields: ["company", "stage"] }),
    event("contact.updated", { fields: ["name"] }, "Tomás"),
  ]);
  expect(entries.map((entry) => entry.item.payload.fields)).toEqual([["stage", "company"], ["name"]]);
});
