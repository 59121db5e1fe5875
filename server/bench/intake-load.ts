import { createHmac } from "node:crypto";
import { connect } from "node:net";

// The load, in a process of its own: plain sockets with one request in flight each, bodies signed as they are sent.
type Order = {
  host: string;
  port: number;
  seconds: number;
  connections: number;
  secret: string;
  phoneNumberId: string;
  accountId: string;
  conversations: number;
  hot: number;
};
const order = JSON.parse(process.argv[2] ?? "{}") as Order;
const latencies: number[] = [];
const statuses: Record<string, number> = {};
let sent = 0;
const end = performance.now() + order.seconds * 1000;

const body = (serial: number) => {
  // One in five messages goes to a few hot conversations.
  const person = serial % 5 === 0 ? serial % order.hot : order.hot + ((serial * 7919) % order.conversations);
  const phone = `4477${String(10_000_000 + person)}`;
  return JSON.stringify({
    object: "whatsapp_business_account",
    entry: [
      {
        id: order.accountId,
        changes: [
          {
            field: "messages",
            value: {
              messaging_product: "whatsapp",
              metadata: { display_phone_number: "12025550143", phone_number_id: order.phoneNumberId },
              contacts: [{ profile: { name: `Customer ${person}` }, wa_id: phone, user_id: `GB.${10_000_000_000 + person}` }],
              messages: [
                {
                  from: phone,
                  from_user_id: `GB.${10_000_000_000 + person}`,
                  id: `wamid.bench${process.pid}x${serial}`,
                  timestamp: String(Math.floor(Date.now() / 1000)),
                  type: "text",
                  text: { body: `Is order ${serial} on its way? We would like two more bags of the house blend, ground for filter.` },
                },
              ],
            },
          },
        ],
      },
    ],
  });
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
      const text = body(sent++);
      const signature = createHmac("sha256", order.secret).update(text).digest("hex");
      started = performance.now();
      socket.write(
        `POST /webhooks/meta HTTP/1.1\r\nhost: ${order.host}\r\ncontent-type: application/json\r\nx-hub-signature-256: sha256=${signature}\r\ncontent-length: ${Buffer.byteLength(text)}\r\n\r\n${text}`,
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
process.stdout.write(`${JSON.stringify({ answered: latencies.length, seconds, statuses, p50: at(0.5), p99: at(0.99), max: at(1) })}\n`);
