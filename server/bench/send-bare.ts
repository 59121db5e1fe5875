import { Agent, request } from "node:http";

// A process of its own: the same bodies posted by plain node:http with the same concurrency and nothing else. Prints messages a second.
type Order = { url: string; phoneNumberId: string; token: string; messages: number; concurrency: number };
const order = JSON.parse(process.argv[2] ?? "{}") as Order;
const agent = new Agent({ keepAlive: true });
const url = `${order.url}/v26.0/${order.phoneNumberId}/messages`;

const post = (n: number) =>
  new Promise<void>((resolve, reject) => {
    const body = JSON.stringify({
      messaging_product: "whatsapp",
      recipient_type: "individual",
      to: `4477${String(n).padStart(8, "0")}`,
      type: "template",
      template: {
        name: "order_update",
        language: { code: "en" },
        components: [
          {
            type: "body",
            parameters: [
              { type: "text", text: `Person ${n}` },
              { type: "text", text: String(n) },
            ],
          },
        ],
      },
      biz_opaque_callback_data: crypto.randomUUID(),
    });
    const outgoing = request(
      url,
      {
        method: "POST",
        agent,
        headers: {
          authorization: `Bearer ${order.token}`,
          "content-type": "application/json",
          "content-length": Buffer.byteLength(body),
        },
      },
      (answer) => {
        answer.resume();
        answer.once("end", () => (answer.statusCode === 200 ? resolve() : reject(new Error(`answered ${answer.statusCode}`))));
      },
    );
    outgoing.once("error", reject);
    outgoing.end(body);
  });

let next = 0;
const began = performance.now();
await Promise.all(
  Array.from({ length: order.concurrency }, async () => {
    while (next < order.messages) await post(next++);
  }),
);
process.stdout.write(`${order.messages / ((performance.now() - began) / 1000)}\n`);
process.exit(0);
