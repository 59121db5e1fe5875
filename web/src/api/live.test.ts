import { expect, test } from "vitest";
import { eventStreamParser, type StreamEvent } from "./event-stream.ts";
import { retryAfter } from "./live.ts";

const read = (...chunks: string[]) => {
  const events: StreamEvent[] = [];
  const parse = eventStreamParser((event) => events.push(event));
  for (const chunk of chunks) parse(chunk);
  return events;
};

test("events are put together across the chunks they arrive in", () => {
  expect(read(": hello\n\nid: 7\nda", 'ta: {"name":"message.re', 'ceived"}\n', "\nevent: resync\ndata:\n\n")).toEqual([
    { id: "7", event: "message", data: '{"name":"message.received"}' },
    { event: "resync", data: "" },
  ]);
});

test("lines may end in CRLF, even when a chunk ends between the two", () => {
  expect(read("data: a\r", "\ndata: b\r\n\r\n")).toEqual([{ event: "message", data: "a\nb" }]);
});

test("reconnecting waits longer each time, at most about half a minute", () => {
  expect(retryAfter(1, 0.5)).toBe(1000);
  expect(retryAfter(3, 0.5)).toBe(4000);
  expect(retryAfter(50, 1)).toBeLessThanOrEqual(37_500);
});
