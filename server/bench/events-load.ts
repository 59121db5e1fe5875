import { randomUUID } from "node:crypto";
import { connect } from "node:net";

// The load, in a process of its own: plain sockets with one request in flight each, batches written as they are sent.
type Order = { host: string; port: number; seconds: number; connections: number; batch: number; key: string; visitors: number };
const order = JSON.parse(process.argv[2] ?? "{}") as Order;
const latencies: number[] = [];
const statuses: Record<string, number> = {};
const end = performance.now() + order.seconds * 1000;
const visitors = Array.from({ length: order.visitors }, () => randomUUID());
const names = Array.from({ length: 40 }, (_, at) => ["Product Viewed", "Cart Opened", "Search Done", "Video Played"][at] ?? `Event ${at}`);
const run = randomUUID().slice(0, 8);
let serial = 0;
let accepted = 0;

const message = () => {
  const at = serial++;
  const visitor = visitors[(at * 7919) % visitors.length];
  const page = `"context":{"page":{"url":"https://shop.example/tea/${at % 500}","title":"Tea ${at % 500}"},"locale":"en-GB","timezone":"Europe/London"}`;
  return at % 3 === 0
    ? `{"type":"page","anonymousId":"${visitor}","messageId":"${run}-${at}","properties":{"url":"https://shop.example/tea/${at % 500}"},${page}}`
    : `{"type":"track","event":"${names[at % names.length]}","anonymousId":"${visitor}","messageId":"${run}-${at}","properties":{"sku":"T-${at % 900}","price":${(at % 90) + 0.5},"currency":"EUR","list":"spring"},${page}}`;
};

const one = () =>
  new Promise<void>((resolve) => {
    const socket = connect(order.port, order.host);
    socket.setNoDelay(true);
    let started = 0;
    let pending = "";
    const next = () => {
      if (performance.now() >= end) {
        socket.end();
        resolve();
        return;
      }
      const text = `{"sentAt":"${new Date().toISOString()}","batch":[${Array.from({ length: order.batch }, message).join(",")}]}`;
      started = performance.now();
      socket.write(
        `POST /api/v1/events HTTP/1.1\r\nhost: ${order.host}\r\ncontent-type: application/json\r\nauthorization: Bearer ${order.key}\r\ncontent-length: ${Buffer.byteLength(text)}\r\n\r\n${text}`,
      );
    };
    socket.on("connect", next);
    socket.on("data", (chunk) => {
      pending += chunk.toString("latin1");
      const head = pending.indexOf("\r\n\r\n");
      if (head < 0) return;
      const length = Number(/content-length: (\d+)/i.exec(pending.slice(0, head))?.[1] ?? 0);
      if (pending.length < head + 4 + length) return;
      const status = pending.slice(9, 12);
      accepted += Number(/"accepted":(\d+)/.exec(pending)?.[1] ?? 0);
      pending = "";
      statuses[status] = (statuses[status] ?? 0) + 1;
      latencies.push(performance.now() - started);
      next();
    });
    socket.on("error", () => {
      statuses.error = (statuses.error ?? 0) + 1;
      resolve();
    });
  });

const began = performance.now();
await Promise.all(Array.from({ length: order.connections }, one));
const seconds = (performance.now() - began) / 1000;
latencies.sort((a, b) => a - b);
const at = (share: number) => latencies[Math.floor((latencies.length - 1) * share)] ?? 0;
process.stdout.write(`${JSON.stringify({ accepted, seconds, statuses, p50: at(0.5), p99: at(0.99), max: at(1) })}\n`);
