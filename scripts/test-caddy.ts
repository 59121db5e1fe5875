import { spawn, spawnSync } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { request } from "node:https";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { startServer } from "../server/bench/process.ts";
import { scratchFolder } from "../server/src/kernel/db/scratch.ts";

// The Caddy recipe, tried on loopback with Caddy's own local authority: certificate, HSTS, Secure cookie, redirect, live stream, metrics hidden.
const root = join(import.meta.dirname, "..");
if (spawnSync("caddy", ["version"]).status !== 0) {
  if (process.getuid?.() === 0) {
    spawnSync("apt-get", ["update", "-qq"], { stdio: "ignore" });
    spawnSync("apt-get", ["install", "-y", "-qq", "caddy"], {
      stdio: "ignore",
      env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
    });
  }
  if (spawnSync("caddy", ["version"]).status !== 0) {
    process.stderr.write("This check needs Caddy: install it (Debian: apt-get install -y caddy).\n");
    process.exit(1);
  }
}

const folder = scratchFolder("caddy");
const [httpsPort, httpPort] = [8443, 8480];
const origin = `https://localhost:${httpsPort}`;
const server = await startServer(join(folder, "data"), { PUBLIC_URL: origin, TRUSTED_PROXIES: "127.0.0.1", SIGN_UP: "open", PORT: "3987" });
const caddy = spawn("caddy", ["run", "--config", join(root, "deploy/Caddyfile"), "--adapter", "caddyfile"], {
  env: {
    ...process.env,
    HOME: folder,
    XDG_DATA_HOME: folder,
    XDG_CONFIG_HOME: folder,
    CANDOR_DOMAIN: `localhost:${httpsPort}`,
    CANDOR_PORT: "3987",
    CANDOR_TLS: "tls internal",
    CANDOR_CADDY_OPTIONS: `http_port ${httpPort}\nskip_install_trust\nadmin off`,
  },
  stdio: "ignore",
});

type Answer = { status: number; headers: Record<string, string | string[] | undefined>; body: string };
const authority = join(folder, "caddy/pki/authorities/local/root.crt");
const call = (path: string, options: { method?: string; body?: string; headers?: Record<string, string> } = {}) =>
  new Promise<Answer>((resolve, reject) => {
    const outgoing = request(
      `${origin}${path}`,
      {
        method: options.method ?? "GET",
        ca: readFileSync(authority),
        headers: { ...(options.body ? { "content-type": "application/json" } : {}), ...options.headers },
      },
      (incoming) => {
        let body = "";
        incoming.on("data", (chunk: Buffer) => {
          body += chunk.toString();
          if (incoming.headers["content-type"]?.startsWith("text/event-stream")) {
            incoming.destroy();
            resolve({ status: incoming.statusCode ?? 0, headers: incoming.headers, body });
          }
        });
        incoming.on("end", () => resolve({ status: incoming.statusCode ?? 0, headers: incoming.headers, body }));
      },
    );
    outgoing.on("error", reject);
    outgoing.end(options.body);
  });

let failures = 0;
const expect = (what: string, ok: boolean) => {
  process.stdout.write(`${ok ? "ok  " : "FAIL"} ${what}\n`);
  if (!ok) failures += 1;
};
try {
  for (
    let tries = 0;
    tries < 100 &&
    !(
      existsSync(authority) &&
      (await call("/readyz").then(
        (answer) => answer.status === 200,
        () => false,
      ))
    );
    tries++
  )
    await pause(200);
  const home = await call("/");
  expect("the page comes over a certificate of the local authority", home.status === 200);
  expect("HSTS is sent", String(home.headers["strict-transport-security"]).includes("max-age="));
  const signUp = await call("/api/v1/sign-up", {
    method: "POST",
    headers: { origin },
    body: JSON.stringify({ name: "Ada", email: "ada@example.test", password: "a long enough password", organization: "Shop" }),
  });
  const cookie = String(signUp.headers["set-cookie"]);
  expect(
    "the session cookie is named token and is Secure, HttpOnly and SameSite",
    signUp.status === 201 &&
      /^token=/.test(cookie) &&
      /; Secure/i.test(cookie) &&
      /; HttpOnly/i.test(cookie) &&
      /; SameSite=/i.test(cookie),
  );
  const live = await call("/api/v1/live", { headers: { cookie: cookie.split(";")[0] ?? "" } });
  expect("the live stream passes unbuffered", live.status === 200 && live.body.length > 0);
  expect("metrics stay inside", (await call("/metrics")).status === 404);
  const stranger = await call("/api/v1/sign-in", {
    method: "POST",
    headers: { origin: "https://elsewhere.example", "sec-fetch-site": "cross-site" },
    body: JSON.stringify({ email: "ada@example.test", password: "a long enough password" }),
  });
  expect("another site's request is refused", stranger.status === 403);
} finally {
  caddy.kill("SIGTERM");
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}
process.exit(failures === 0 ? 0 : 1);
