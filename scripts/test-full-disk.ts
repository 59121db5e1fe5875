import { execFileSync, spawnSync } from "node:child_process";
import { createHmac } from "node:crypto";
import { rmdirSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { candor, startServer } from "../server/bench/process.ts";
import { scratchFolder } from "../server/src/kernel/db/scratch.ts";

// A disk that really fills up: the data folder lies on a small memory disk (Linux, as root). The door must answer 503 and never 200 for
// what it cannot store, stay alive, store again once there is room, and have every message it answered 200 for in its thread.
const disk = scratchFolder("full-disk");
if (spawnSync("mount", ["-t", "tmpfs", "-o", "size=260m,mode=711", "tmpfs", disk]).status !== 0) {
  process.stderr.write("This check needs Linux and root: it mounts a small memory disk to fill it.\n");
  process.exit(1);
}
const data = join(disk, "data");
const number = { account: "200000000000001", phone: "100000000000001", secret: "full-disk-app-secret" };
candor(data, ["user", "create", "--email", "ada@example.test", "--password", "a long enough password", "--organization", "Shop"]);
candor(
  data,
  `channel add whatsapp --organization Shop --phone-number-id ${number.phone} --account-id ${number.account} --token full-disk-token --app-secret ${number.secret} --verify-token full-disk-verify --graph-url http://127.0.0.1:9`.split(
    " ",
  ),
);
const key = candor(data, ["api-key", "create", "--organization", "Shop", "--name", "check", "--permissions", "all"]);
const server = await startServer(data, { LOG_LEVEL: "silent" });
const answers: Record<number, number> = {};

const post = async (serial: number) => {
  const from = `4477009${10_000 + (serial % 50)}`;
  const value = {
    messaging_product: "whatsapp",
    metadata: { display_phone_number: "12025550143", phone_number_id: number.phone },
    contacts: [{ profile: { name: "Amara" }, wa_id: from }],
    messages: [
      {
        from,
        id: `wamid.full${serial}`,
        timestamp: String(Math.floor(Date.now() / 1000)),
        type: "text",
        text: { body: `${serial} ${"x".repeat(3500)}` },
      },
    ],
  };
  const body = JSON.stringify({
    object: "whatsapp_business_account",
    entry: [{ id: number.account, changes: [{ field: "messages", value }] }],
  });
  const signature = createHmac("sha256", number.secret).update(body).digest("hex");
  const headers = { "x-hub-signature-256": `sha256=${signature}`, "content-type": "application/json" };
  const status = await fetch(`${server.url}/webhooks/meta`, { method: "POST", headers, body }).then(
    (answer) => answer.status,
    () => 0,
  );
  answers[status] = (answers[status] ?? 0) + 1;
  return status;
};
const inThreads = async () => {
  const page = await fetch(`${server.url}/api/v1/conversations?limit=100`, { headers: { authorization: `Bearer ${key}` } }).then(
    (answer) => answer.json() as Promise<{ items?: { messageCount: number }[] }>,
    () => ({ items: [] }),
  );
  return (page.items ?? []).reduce((sum, conversation) => sum + conversation.messageCount, 0);
};
const within = async (seconds: number, check: () => Promise<boolean>) => {
  for (const end = Date.now() + seconds * 1000; Date.now() < end; await pause(250)) if (await check()) return true;
  return false;
};
let failures = 0;
const expect = (what: string, ok: boolean) => {
  process.stdout.write(`${ok ? "ok  " : "FAIL"} ${what}\n`);
  if (!ok) failures += 1;
};

try {
  let serial = 0;
  for (const end = Date.now() + 120_000; (answers[503] ?? 0) < 200 && Date.now() < end; )
    await Promise.all(Array.from({ length: 16 }, () => post(serial++)));
  expect(
    `a full disk is answered with 503 and nothing else (${JSON.stringify(answers)})`,
    (answers[503] ?? 0) >= 200 && Object.keys(answers).sort().join() === "200,503",
  );
  expect(
    "the process lives",
    await fetch(`${server.url}/healthz`).then(
      (answer) => answer.status === 200,
      () => false,
    ),
  );
  execFileSync("mount", ["-o", "remount,size=2g", disk]);
  expect("it stores again once there is room", await within(60, async () => (await post(serial++)) === 200));
  expect("all that was answered 200 is in its thread, once", await within(60, async () => (await inThreads()) === answers[200]));
} finally {
  await server.stop();
  execFileSync("umount", [disk]);
  rmdirSync(disk);
}
process.exit(failures === 0 ? 0 : 1);
