import type { Message } from "./api.ts";
import { uuid } from "./id.ts";

/** Bounds of what waits: count, bytes, age; the oldest go first. And of one message, in bytes. */
const most = { messages: 500, size: 400_000, age: 3 * 86_400_000, one: 30_000 };

export type Outbox = ReturnType<typeof outboxOf>;

/**
 * What waits to be sent: one storage entry per message, so that several tabs add and remove without ever writing over each other.
 * The name of an entry has its time and size: `candor.q.<time>.<size>.<random>`. Memory stands in where storage is blocked or full.
 */
export const outboxOf = (name: string, stored: boolean) => {
  const prefix = `${name}.q.`;
  const memory = new Map<string, string>();
  const own = new Set<string>();
  let clock = 0;

  const storedKeys = (): string[] => {
    try {
      return Object.keys(localStorage).filter((key) => key.startsWith(prefix));
    } catch {
      return [];
    }
  };
  const remove = (key: string) => {
    own.delete(key);
    memory.delete(key);
    try {
      localStorage.removeItem(key);
    } catch {}
  };
  const parts = (key: string) =>
    key
      .slice(prefix.length)
      .split(".")
      .map((part) => Number.parseInt(part, 36)) as [number, number];

  /** Oldest first, within the bounds; what is beyond them is dropped. */
  const keys = (): string[] => {
    let [count, total] = [0, 0];
    return [...memory.keys(), ...storedKeys()]
      .sort()
      .reverse()
      .filter((key) => {
        const [time, size] = parts(key);
        total += size;
        count += 1;
        if (count <= most.messages && total <= most.size && Date.now() - time <= most.age) return true;
        remove(key);
        return false;
      })
      .reverse();
  };

  return {
    keys,
    remove,
    timeOf: (key: string) => parts(key)[0],
    isOwn: (key: string) => own.has(key),
    read: (key: string): string | null => {
      try {
        return memory.get(key) ?? localStorage.getItem(key);
      } catch {
        return null;
      }
    },
    sizeOf: (key: string) => parts(key)[1],
    /** False when it is too large. Who somebody is stays in memory: names and addresses are not written to the device. */
    add: (message: Message): boolean => {
      const text = JSON.stringify(message);
      const size = new Blob([text]).size;
      if (size > most.one) return false;
      // Never the same twice in a tab, so that the order of names is the order of events.
      clock = Math.max(Date.now(), clock + 1);
      const key = `${prefix}${clock.toString(36)}.${size.toString(36)}.${uuid().slice(0, 8)}`;
      own.add(key);
      try {
        if (!stored || message.userId) throw 0;
        localStorage.setItem(key, text);
      } catch {
        memory.set(key, text);
      }
      keys();
      return true;
    },
    clear: () => {
      for (const key of [...memory.keys(), ...storedKeys()]) remove(key);
    },
  };
};
