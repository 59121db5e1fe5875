import { execFile } from "node:child_process";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { aBrowser, anEmail, type MeBody } from "../../test/accounts.builders.ts";
import { speaker } from "../../test/builders.ts";
import { aWorld } from "../../test/world.ts";

// Each command is a process of its own that loads the whole server: seconds on a busy machine.
vi.setConfig({ testTimeout: 120_000 });
const world = await aWorld({ SIGN_UP: "closed" });
const main = join(import.meta.dirname, "../main.ts");

/** The command as an operator types it, beside the running server. */
const candor = (...args: string[]) =>
  new Promise<{ code: number; out: string; err: string }>((resolve) => {
    const env = {
      PATH: process.env.PATH ?? "",
      DATABASE_URL: world.databaseUrl,
      DATA_DIR: world.dataDir,
      CANDOR_KEY: "07".repeat(32),
      PASSWORD_COST: "4",
    };
    execFile(process.execPath, ["--no-deprecation", main, ...args], { env }, (error, out, err) =>
      resolve({ code: error ? Number(error.code) : 0, out, err }),
    );
  });

test("user create makes person and organization, then joins others as admins, and may be repeated", async () => {
  const [email, second] = [anEmail(), anEmail()];
  const made = await candor("user", "create", "--email", email, "--password", "correct horse battery", "--organization", "Kiosk");
  expect(made).toMatchObject({ code: 0, err: "" });
  const first = JSON.parse(made.out);
  expect(first).toMatchObject({ email, organization: "Kiosk", role: "owner", created: true });
  expect(
    JSON.parse((await candor("user", "create", "--email", email, "--password", "correct horse battery", "--organization", "Kiosk")).out),
  ).toEqual({ ...first, created: false });
  expect(
    JSON.parse(
      (
        await candor(
          "user",
          "create",
          "--email",
          second,
          "--password",
          "correct horse battery",
          "--organization",
          "Kiosk",
          "--name",
          "Zwei",
        )
      ).out,
    ),
  ).toMatchObject({ role: "admin", organizationId: first.organizationId });
  expect((await aBrowser(world).post<MeBody>("/sign-in", { email, password: "correct horse battery" })).body).toMatchObject({
    organization: { name: "Kiosk" },
    user: { emailVerified: true },
  });

  expect((await candor("user", "password", "--email", email, "--password", "a password anew")).code).toBe(0);
  expect((await aBrowser(world).post("/sign-in", { email, password: "a password anew" })).status).toBe(200);
});

test("api-key create prints the key and nothing else, and the running server takes it at once", async () => {
  await candor("user", "create", "--email", anEmail(), "--password", "correct horse battery", "--organization", "Markt");
  const { out, err } = await candor(
    "api-key",
    "create",
    "--organization",
    "Markt",
    "--name",
    "ci",
    "--permissions",
    "members.read, audit.read",
  );
  expect(err).toBe("");
  expect(out).toMatch(/^candor_[\w-]{43}\n$/);
  const api = speaker(world, { authorization: `Bearer ${out.trim()}` });
  expect((await api.get("/members")).status).toBe(200);
  expect((await api.get("/audit-log")).status).toBe(200);
  expect((await api.get("/outbox")).status).toBe(403);
});

test.each([
  [["user", "create", "--email", "a@example.test"], "Missing --password, --organization."],
  [["user", "create", "--email", "no", "--password", "correct horse battery", "--organization", "X"], "--email: "],
  [["user", "create", "--email", "a@example.test", "--password", "short", "--organization", "X"], "--password: at least 10 characters."],
  [["user", "create", "--mail", "a@example.test"], "--mail"],
  [["api-key", "create", "--organization", "Nobody", "--name", "n", "--permissions", "all"], "--organization: there is none named Nobody."],
  [["api-key", "create", "--organization", "Nobody", "--name", "n"], "Missing --permissions."],
])("what is missing or wrong is named, without a stack: %j", async (args, sentence) => {
  const { code, out, err } = await candor(...args);
  expect([code, out]).toEqual([1, ""]);
  expect(err).toContain(sentence);
  expect(err).not.toMatch(/\n\s+at /);
});
