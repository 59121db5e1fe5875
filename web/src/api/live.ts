import { useEffect, useRef, useSyncExternalStore } from "react";
import { refusal } from "./client.ts";
import { eventStreamParser, type StreamEvent } from "./event-stream.ts";
import { queryClient } from "./query.ts";

export interface LiveEvent {
  name: string;
  organizationId: string;
  id?: string;
  conversationId?: string;
  contactId?: string;
  [more: string]: unknown;
}

type Message = { kind: "event"; event: StreamEvent } | { kind: "state"; connected: boolean };

const listeners = new Set<(event: LiveEvent) => void>();
const watchers = new Set<() => void>();
let connected = true;
let lastId: string | undefined;
let stop: (() => void) | undefined;

/** `useLive((event) => …)`: what happens in the organization, as it happens. On a resync all queries are refetched. */
export function useLive(handler: (event: LiveEvent) => void) {
  const latest = useRef(handler);
  latest.current = handler;
  useEffect(() => {
    const listener = (event: LiveEvent) => latest.current(event);
    listeners.add(listener);
    stop ??= start();
    return () => {
      listeners.delete(listener);
      // A navigation unmounts and mounts again at once; only when nobody listens for a while the stream ends.
      setTimeout(() => {
        if (listeners.size || !stop) return;
        stop();
        stop = undefined;
      }, 1000);
    };
  }, []);
}

/** False while the stream is broken: the frame says so. */
export const useLiveConnected = () =>
  useSyncExternalStore(
    (changed) => {
      watchers.add(changed);
      return () => watchers.delete(changed);
    },
    () => connected,
  );

/**
 * One stream per browser: HTTP/1.1 allows six connections to a host, and ten tabs are usual. The tab that gets the lock
 * reads the stream and tells the others; when it closes, the next one gets the lock and goes on after the last id.
 */
function start(): () => void {
  const ended = new AbortController();
  if (!("locks" in navigator) || !("BroadcastChannel" in globalThis)) {
    void readForever(ended.signal, receive);
    return () => ended.abort();
  }
  const channel = new BroadcastChannel("candor.live");
  channel.onmessage = ({ data }: MessageEvent<Message>) => receive(data);
  navigator.locks
    .request("candor.live", { signal: ended.signal }, () =>
      readForever(ended.signal, (message) => {
        receive(message);
        channel.postMessage(message);
      }),
    )
    .catch(() => undefined);
  return () => {
    ended.abort();
    channel.close();
  };
}

function receive(message: Message) {
  if (message.kind === "state") {
    if (connected === message.connected) return;
    connected = message.connected;
    for (const watcher of watchers) watcher();
    return;
  }
  const { id, event, data } = message.event;
  if (id) lastId = id;
  if (event === "resync") {
    void queryClient.invalidateQueries();
    return;
  }
  if (event !== "message" || !data) return;
  const body = JSON.parse(data) as LiveEvent;
  for (const listener of listeners) listener(body);
}

/** The server sends a comment at least every 30 s; a stream silent for longer than this is dead without knowing it. */
const silence = 75_000;

async function readForever(signal: AbortSignal, tell: (message: Message) => void) {
  for (let failures = 0; !signal.aborted; ) {
    const attempt = new AbortController();
    const both = AbortSignal.any([signal, attempt.signal]);
    let watchdog = setTimeout(() => attempt.abort(), silence);
    try {
      const response = await fetch("/api/v1/live", {
        credentials: "same-origin",
        signal: both,
        headers: { accept: "text/event-stream", ...(lastId ? { "last-event-id": lastId } : {}) },
      });
      if (!response.ok || !response.body) {
        const refused = await refusal(response);
        // Signed out or not allowed: asking again would not change it.
        if (refused.status === 401 || refused.status === 403) return;
        throw refused;
      }
      failures = 0;
      tell({ kind: "state", connected: true });
      const parse = eventStreamParser((event) => tell({ kind: "event", event }));
      for await (const text of chunks(response.body)) {
        clearTimeout(watchdog);
        watchdog = setTimeout(() => attempt.abort(), silence);
        parse(text);
      }
    } catch {
      failures++;
      if (!signal.aborted && failures > 1) tell({ kind: "state", connected: false });
    } finally {
      clearTimeout(watchdog);
    }
    if (!signal.aborted) await pause(retryAfter(failures), signal);
  }
}

/** 1, 2, 4 … 30 s, spread so that a restarted server is not met by everybody at once. */
export const retryAfter = (failures: number, random = Math.random()) =>
  Math.min(30_000, 1000 * 2 ** Math.max(0, failures - 1)) * (0.75 + random / 2);

async function* chunks(body: ReadableStream<Uint8Array>) {
  const reader = body.pipeThrough(new TextDecoderStream() as unknown as TransformStream<Uint8Array, string>).getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    yield value;
  }
}

const pause = (ms: number, signal: AbortSignal) =>
  new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, ms);
    const now = () => {
      clearTimeout(timer);
      resolve();
    };
    signal.addEventListener("abort", now, { once: true });
    addEventListener("online", now, { once: true });
  });
