import { afterAll } from "vitest";
import { eventually } from "./builders.ts";
import type { World } from "./world.ts";

export type Heard = { id: string | null; event: string; data: Record<string, unknown> };
export type Listener = {
  status: number;
  headers: Headers;
  heard: Heard[];
  text: () => string;
  ended: () => boolean;
  close: () => void;
  next: (match: (heard: Heard) => boolean, what?: string) => Promise<Heard>;
};

/** Listens to GET /live as somebody, the way a browser does. */
export const listen = async (world: World, identity: Record<string, string>, lastEventId?: string): Promise<Listener> => {
  const stop = new AbortController();
  const response = await fetch(`${world.url}/api/v1/live`, {
    headers: { ...identity, ...(lastEventId ? { "last-event-id": lastEventId } : {}) },
    signal: stop.signal,
  });
  const heard: Heard[] = [];
  let text = "";
  let ended = false;
  afterAll(() => stop.abort());
  const read = async () => {
    const decoder = new TextDecoder();
    let rest = "";
    try {
      for await (const chunk of response.body ?? []) {
        const piece = decoder.decode(chunk as Uint8Array, { stream: true });
        text += piece;
        rest += piece;
        const blocks = rest.split("\n\n");
        rest = blocks.pop() ?? "";
        for (const block of blocks) {
          const field = (name: string) =>
            block
              .split("\n")
              .find((line) => line.startsWith(`${name}: `))
              ?.slice(name.length + 2);
          const data = field("data");
          if (data !== undefined)
            heard.push({ id: field("id") ?? null, event: field("event") ?? "message", data: JSON.parse(data) as Record<string, unknown> });
        }
      }
    } catch {
      // aborted, or the server went away: either way the stream has ended
    }
    ended = true;
  };
  void read();
  return {
    status: response.status,
    headers: response.headers,
    heard,
    text: () => text,
    ended: () => ended,
    close: () => stop.abort(),
    next: (match, what = "an event on the stream") => eventually(async () => heard.find(match), what, 5000),
  };
};
