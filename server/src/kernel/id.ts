import { randomFillSync } from "node:crypto";

const pool = new Uint8Array(16 * 256);
let next = pool.length;
let lastMillis = 0;
let sequence = 0;

/** UUIDv7 (RFC 9562 §5.7), strictly growing within a process: 12 bits of counter after the millisecond. */
export const newId = (): string => {
  if (next === pool.length) {
    randomFillSync(pool);
    next = 0;
  }
  const now = Date.now();
  if (now > lastMillis) {
    lastMillis = now;
    sequence = ((pool[next] ?? 0) << 3) | 0;
  } else if (++sequence > 0xfff) {
    lastMillis += 1;
    sequence = 0;
  }
  return compose(lastMillis, sequence);
};

/** An id that sorts at a given moment: for rows that carry their own past (demo data, history). */
export const idAt = (moment: Date): string => {
  if (next === pool.length) {
    randomFillSync(pool);
    next = 0;
  }
  return compose(moment.getTime(), ((pool[next] ?? 0) << 4) | ((pool[next + 1] ?? 0) & 15));
};

const compose = (millis: number, counter: number) => {
  const time = millis.toString(16).padStart(12, "0");
  let tail = "";
  for (let i = 0; i < 8; i++) tail += (pool[next++] ?? 0).toString(16).padStart(2, "0");
  next += 8;
  const variant = "89ab"[parseInt(tail[0] ?? "0", 16) & 3];
  return `${time.slice(0, 8)}-${time.slice(8)}-7${counter.toString(16).padStart(3, "0")}-${variant}${tail.slice(1, 4)}-${tail.slice(4)}`;
};
