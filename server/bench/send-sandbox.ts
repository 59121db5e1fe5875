import { startSandbox } from "../../sandbox/src/index.ts";

// A process of its own: the provider's side of the send benchmark. Prints its address when it is ready.
const order = JSON.parse(process.argv[2] ?? "{}") as {
  people: number;
  answerMs: number;
  phoneNumberId: string;
  accountId: string;
  token: string;
};
const sandbox = await startSandbox({ seed: 1 });
sandbox.addApp({ appId: "900000000000001", appSecret: "bench-app-secret", verifyToken: "bench-verify", webhookUrl: "http://127.0.0.1:9/" });
sandbox.addAccount({ accountId: order.accountId, appId: "900000000000001", subscribed: false });
sandbox.addNumber({
  phoneNumberId: order.phoneNumberId,
  accountId: order.accountId,
  displayPhoneNumber: "+1 202-555-0100",
  verifiedName: "Bench",
  token: order.token,
  limit: "TIER_UNLIMITED",
  throughput: 1_000_000,
});
sandbox.addTemplate(order.accountId, {
  name: "order_update",
  language: "en",
  category: "UTILITY",
  components: [{ type: "BODY", text: "Hello {{1}}, your order {{2}} is on its way.", example: { body_text: [["Ada", "1001"]] } }],
});
for (let n = 0; n < order.people; n += 1)
  sandbox.addCustomer({
    userId: `GB.${1_000_000 + n}`,
    name: `Person ${n}`,
    phone: `4477${String(n).padStart(8, "0")}`,
    persona: "silent",
  });
sandbox.hold();
sandbox.graphFaults({ lateMs: order.answerMs });
process.stdout.write(`${sandbox.url}\n`);
process.once("SIGTERM", () => process.exit(0));
