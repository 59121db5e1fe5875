import type { Outbox } from "./outbox.ts";

/** Browsers let 64 KiB of requests outlive their page: two batches. */
const batchLimit = { messages: 50, size: 31_000 };
const [batchDelay, longestWait, patience] = [800, 300_000, 15_000];

type Line = { address: string; writeKey: string; name: string; outbox: Outbox; allowed: () => boolean; say: (...words: unknown[]) => void };
export type Sender = ReturnType<typeof senderOf>;

export const senderOf = ({ address, writeKey, name, outbox, allowed, say }: Line) => {
  const flying = new Set<string>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let failures = 0;
  let notBefore = 0;
  let line: Promise<unknown> = Promise.resolve();

  const later = (delay: number) => {
    timer ??= setTimeout(() => void flush(), delay);
  };

  const take = (candidate: (key: string) => boolean): string[] => {
    let size = 0;
    return outbox
      .keys()
      .filter((key) => !flying.has(key) && candidate(key))
      .slice(0, batchLimit.messages)
      .filter((key, at) => {
        size += outbox.sizeOf(key);
        return at === 0 || size <= batchLimit.size;
      });
  };
  /** A string body is text/plain: no preflight, which a page that is going away could not wait for. */
  const bodyOf = (keys: string[]) =>
    `{"writeKey":${JSON.stringify(writeKey)},"sentAt":"${new Date().toISOString()}","batch":[${keys
      .map((key) => outbox.read(key))
      .filter(Boolean)
      .join()}]}`;

  const post = async (keys: string[], leaving?: boolean): Promise<boolean> => {
    for (const key of keys) flying.add(key);
    let [status, asked, said] = [0, 0, ""];
    const abort = new AbortController();
    const hurry = setTimeout(() => abort.abort(), patience);
    try {
      const body = bodyOf(keys);
      const answer = await fetch(address, {
        method: "POST",
        body,
        // After a failure without: another script of the page may have used up what may outlive it.
        keepalive: leaving || !failures,
        credentials: "omit",
        signal: abort.signal,
      });
      status = answer.status;
      asked = Number(answer.headers.get("retry-after")) * 1000 || 0;
      // Read to its end: until then Chromium counts it among the 64 KiB. What was refused and why is for whoever debugs.
      said = await answer.text();
    } catch {}
    clearTimeout(hurry);
    for (const key of keys) flying.delete(key);

    // Refused for good: it would be refused again. Too many, too slow or broken: later.
    const settled = status >= 200 && status < 500 && status !== 429 && status !== 408;
    say(status || "no answer", settled ? (status < 300 ? "sent" : "dropped") : "kept for later", keys.length, said);
    if (settled) {
      keys.forEach(outbox.remove);
      failures = notBefore = 0;
      return true;
    }
    failures += 1;
    const wait = Math.max(asked, Math.min(longestWait, 1000 * 2 ** failures) * (0.5 + Math.random() / 2));
    notBefore = Date.now() + wait;
    later(wait);
    return false;
  };

  /**
   * Sends what waits, one tab at a time where the browser has locks. A tab sends its own; what others added is theirs for a while, because
   * storage reaches other processes later than locks do, and then everybody's: they were closed.
   */
  const drain = async (locked: boolean) => {
    const theirs = locked ? 10_000 : 60_000;
    while (allowed()) {
      const keys = take((key) => outbox.isOwn(key) || Date.now() - outbox.timeOf(key) > theirs);
      if (keys.length > 0 && (await post(keys))) continue;
      if (outbox.keys().length > flying.size) later(theirs);
      return;
    }
    // Consent was withdrawn, here or in another tab: what is in this tab's memory goes, too.
    outbox.clear();
  };
  const flush = (): Promise<unknown> => {
    clearTimeout(timer);
    timer = undefined;
    line = line
      .then(() => (navigator.locks ? navigator.locks.request(`${name}.send`, () => drain(true)) : drain(false)))
      // A sandboxed frame has locks that refuse.
      .catch(() => drain(false))
      .catch(() => {});
    return line;
  };

  return {
    soon: () => later(Math.max(batchDelay, notBefore - Date.now())),
    flush,
    /** The network is back: no reason to wait longer. */
    now: () => {
      failures = notBefore = 0;
      void flush();
    },
    /** The page may be going: the browser carries what this tab has not sent yet, without anybody waiting for locks or answers. */
    leave: () => {
      if (!allowed() || Date.now() < notBefore) return;
      for (let rounds = 0; rounds < 2; rounds += 1) {
        const keys = take(outbox.isOwn);
        if (keys.length === 0) return;
        if ("keepalive" in Request.prototype) void post(keys, true);
        else if (navigator.sendBeacon?.(address, bodyOf(keys))) keys.forEach(outbox.remove);
      }
    },
  };
};
