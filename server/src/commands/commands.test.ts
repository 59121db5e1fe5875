import { execFile } from "node:child_process";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { aBrowser, anEmail, type MeBody } from "../../test/accounts.builders.ts";
import { anOrganization, speaker } from "../../test/builders.ts";
import { emptyProjection } from "../../test/projection.builders.ts";
import { aNumberOfItsOwn, aText, bodyOf, contactsOf, receive } from "../../test/whatsapp.builders.ts";
import { aWorld } from "../../test/world.ts";
import { newId } from "../kernel/id.ts";

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

test("parked lists, discards and replays what belongs to no organization, and nothing else", async () => {
  const { system } = world.kernel.db;
  const parked = (organizationId: string | null, at: number) => ({
    organization_id: organizationId,
    id: newId(),
    app_id: newId(),
    journal_id: String(at),
    path: "entry[0]",
    kind: "message",
    reason: at % 2 === 0 ? "unknown_account" : "malformed",
    item: JSON.stringify({ said: "words of a customer" }),
  });
  const first = JSON.parse(
    (await candor("user", "create", "--email", anEmail(), "--password", "correct horse battery", "--organization", "Basar")).out,
  ) as { organizationId: string };
  const own = parked(first.organizationId, 910);
  const [one, two, three] = [parked(null, 911), parked(null, 912), parked(null, 913)];
  await system.insertInto("intake_parked").values([own, one, two, three]).execute();
  const listed = async (...more: string[]) =>
    (await candor("parked", "list", ...more)).out
      .split("\n")
      .filter(Boolean)
      .map((line) => (JSON.parse(line) as { id: string }).id);
  expect((await candor("parked", "list")).out).not.toContain("words of a customer");
  expect(await listed()).toEqual([one.id, two.id, three.id]);
  expect(await listed("--reason", "malformed")).toEqual([one.id, three.id]);
  expect((await candor("parked", "discard")).code).toBe(1);
  expect((await candor("parked", "discard", "--id", two.id)).out).toBe('{"discarded":1}\n');
  expect(await listed()).toEqual([one.id, three.id]);
  expect((await candor("parked", "replay", "--reason", "malformed")).out).toMatch(/"replayed":\d,"stillParked":\d/);
  await candor("parked", "discard", "--all", "yes");
  expect(await listed()).toEqual([]);
  const kept = await system.selectFrom("intake_parked").select("resolved_at").where("id", "=", own.id).executeTakeFirstOrThrow();
  expect(kept.resolved_at).toBeNull();
});

test("replay feeds the journal again, and into an empty projection only where it is one", async () => {
  expect(await candor("replay")).toMatchObject({ code: 1, err: "Missing --since.\n" });
  expect((await candor("replay", "--since", "yesterday")).err).toMatch(/^--since: a moment such as/);
  expect((await candor("replay", "--since", "beginning", "--app", "7")).err).toMatch(/^--app: the id of an app/);
  const channel = await aNumberOfItsOwn(await anOrganization(world, "Market stall"));
  await receive(channel, bodyOf(channel, { contacts: contactsOf(), messages: [aText("hello")] }));
  const again = await candor("replay", "--since", "beginning");
  expect(again).toEqual({ code: 0, err: "", out: "Replayed 1 webhooks of 1 apps: 1 items, 0 put aside.\n" });
  expect((await candor("replay", "--since", "beginning", "--into-empty")).err).toMatch(
    /^--into-empty: there are contacts or messages already in Market stall/,
  );
  await emptyProjection(channel.shop);
  expect((await candor("replay", "--since", "2026-01-01T00:00:00Z", "--into-empty")).code).toBe(0);
  expect(
    await world.kernel.db.system.selectFrom("messages").select("body").where("organization_id", "=", channel.shop.id).execute(),
  ).toEqual([{ body: "hello" }]);
});
