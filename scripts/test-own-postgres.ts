import { spawn, spawnSync } from "node:child_process";
import { chownSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { startSandbox } from "../sandbox/src/index.ts";
import { candor, startServer } from "../server/bench/process.ts";
import { unprivileged } from "../server/src/kernel/db/binaries.ts";

// A smoke run on the operator's own PostgreSQL (Debian's 15): start, migrate, webhook, reply, with DATABASE_URL only.
const findServer = () => {
  const root = "/usr/lib/postgresql";
  if (!existsSync(root)) return null;
  const version = readdirSync(root)
    .map(Number)
    .filter((number) => number >= 15 && existsSync(join(root, String(number), "bin/initdb")))
    .sort((a, b) => a - b)[0];
  return version ? join(root, String(version), "bin") : null;
};
if (!findServer() && process.getuid?.() === 0) {
  spawnSync("apt-get", ["update", "-qq"], { stdio: "ignore" });
  spawnSync("apt-get", ["install", "-y", "-qq", "postgresql-15"], {
    stdio: "ignore",
    env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
  });
}
const bin = findServer();
if (!bin) {
  process.stderr.write("This check needs a PostgreSQL server of 15 or newer: install it (Debian: apt-get install -y postgresql-15).\n");
  process.exit(1);
}

const folder = mkdtempSync(join(tmpdir(), "candor-postgres-"));
const cluster = join(folder, "cluster");
mkdirSync(cluster, { mode: 0o700 });
const owner = unprivileged(cluster);
if (owner.uid !== undefined && owner.gid !== undefined) {
  spawnSync("chmod", ["755", folder]);
  chownSync(cluster, owner.uid, owner.gid);
}
const port = 54329;
const passwordFile = join(folder, "password");
writeFileSync(passwordFile, "operator-secret\n");
spawnSync("chmod", ["644", passwordFile]);
const init = spawnSync(
  join(bin, "initdb"),
  ["-D", cluster, "-U", "operator", "--auth=scram-sha-256", `--pwfile=${passwordFile}`, "--encoding=UTF8", "--locale=C.UTF-8"],
  { ...owner, cwd: "/", encoding: "utf8" },
);
if (init.status !== 0) throw new Error(init.stderr);
const postgres = spawn(
  join(bin, "postgres"),
  ["-D", cluster, "-p", String(port), "-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories="],
  { ...owner, cwd: "/", stdio: "ignore" },
);
const env = { DATABASE_URL: `postgres://operator:operator-secret@127.0.0.1:${port}/postgres`, ALLOW_PRIVATE_GRAPH_URL: "true" };
const dataDir = join(folder, "data");
const sandbox = await startSandbox({ seed: 1, clock: { scale: 20 } });
let server: Awaited<ReturnType<typeof startServer>> | undefined;
try {
  for (let tries = 0; tries < 100; tries++) {
    if (spawnSync(join(bin, "pg_isready"), ["-h", "127.0.0.1", "-p", String(port)]).status === 0) break;
    await pause(100);
  }
  candor(dataDir, ["user", "create", "--email", "ada@example.test", "--password", "a long enough password", "--organization", "Shop"], env);
  server = await startServer(dataDir, env);
  sandbox.addApp({ appId: "9001", appSecret: "smoke-app-secret", verifyToken: "smoke-verify", webhookUrl: `${server.url}/webhooks/meta` });
  sandbox.addAccount({ accountId: "20000000001", appId: "9001" });
  sandbox.addNumber({
    phoneNumberId: "10000000001",
    accountId: "20000000001",
    displayPhoneNumber: "+1 202-555-0143",
    verifiedName: "Shop",
    token: "smoke-token-not-real",
  });
  sandbox.addCustomer({ userId: "GB.10000000000000000001", name: "Amara", phone: "447700900123", persona: "silent" });
  candor(
    dataDir,
    [
      "channel",
      "add",
      "whatsapp",
      "--organization",
      "Shop",
      "--phone-number-id",
      "10000000001",
      "--account-id",
      "20000000001",
      "--token",
      "smoke-token-not-real",
      "--app-secret",
      "smoke-app-secret",
      "--verify-token",
      "smoke-verify",
      "--graph-url",
      sandbox.url,
    ],
    env,
  );
  const key = candor(dataDir, ["api-key", "create", "--organization", "Shop", "--name", "smoke", "--permissions", "all"], env);
  const headers = { authorization: `Bearer ${key}`, "content-type": "application/json" };
  const get = async <T>(path: string) => (await (await fetch(`${server?.url}/api/v1${path}`, { headers })).json()) as T;

  sandbox.customerSends("10000000001", "447700900123", "Hello from PostgreSQL 15");
  const conversation = await until(async () => (await get<{ items: { id: string }[] }>("/conversations")).items[0]);
  await fetch(`${server.url}/api/v1/conversations/${conversation.id}/messages`, {
    method: "POST",
    headers: { ...headers, "idempotency-key": "one" },
    body: JSON.stringify({ type: "text", text: "Hello back" }),
  });
  await until(async () =>
    (await get<{ items: { direction: string; state: string }[] }>(`/conversations/${conversation.id}/messages`)).items.find(
      (message) => message.direction === "outbound" && message.state === "read",
    ),
  );
  if (sandbox.receivedBy("10000000001").length !== 1) throw new Error("the reply was not sent exactly once");
  process.stdout.write(`ok   start, migrate, webhook and reply on ${bin}\n`);
} finally {
  await server?.stop();
  await sandbox.close();
  postgres.kill("SIGINT");
  await new Promise((resolve) => postgres.once("exit", resolve));
  if (statSync(folder)) rmSync(folder, { recursive: true, force: true });
}

async function until<T>(check: () => Promise<T | undefined>): Promise<T> {
  const end = Date.now() + 30_000;
  for (;;) {
    const found = await check();
    if (found) return found;
    if (Date.now() > end) throw new Error("waited in vain");
    await pause(50);
  }
}
