import { execFile } from "node:child_process";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { anOrganization, client } from "../../test/builders.ts";
import { aConversation, aNumber, becomes, type ShopNumber, send, theSandbox } from "../../test/outbound.builders.ts";
import { aWorld } from "../../test/world.ts";

const world = await aWorld();
const sandbox = await theSandbox();
afterAll(() => sandbox.close());
const main = join(import.meta.dirname, "../main.ts");

/** The command as an operator types it, beside the running server. */
const candor = (...args: string[]) =>
  new Promise<{ code: number; out: string; err: string }>((resolve) => {
    const env = {
      PATH: process.env.PATH ?? "",
      DATABASE_URL: world.databaseUrl,
      DATA_DIR: world.dataDir,
      CANDOR_KEY: "07".repeat(32),
      PUBLIC_URL: "http://localhost:3999",
    };
    execFile(process.execPath, ["--no-deprecation", main, ...args], { env }, (error, out, err) =>
      resolve({ code: error ? Number(error.code) : 0, out, err }),
    );
  });
const add = (organization: string, number: ShopNumber, ...more: string[]) =>
  candor(
    "channel",
    "add",
    "whatsapp",
    "--organization",
    organization,
    "--phone-number-id",
    number.phoneNumberId,
    "--account-id",
    number.accountId,
    "--token",
    number.token,
    "--app-secret",
    number.appSecret,
    "--verify-token",
    "typed-by-an-operator",
    "--graph-url",
    sandbox.url,
    ...more,
  );

test("channel add prints the channel and nothing else, the running server sends on it, and repeating it changes nothing", async () => {
  const shop = await anOrganization(world, "Werkstatt");
  const number = aNumber(sandbox, world);
  const { code, out, err } = await add("Werkstatt", number);
  expect([code, err]).toEqual([0, ""]);
  const channel = JSON.parse(out);
  expect(channel).toMatchObject({
    kind: "whatsapp",
    state: "active",
    tokenState: "valid",
    phoneNumberId: number.phoneNumberId,
    webhook: { url: "http://localhost:3999/webhooks/meta", verifyTokenEndsWith: "ator" },
  });
  expect(out).not.toContain(number.token);
  const at = { shop, api: await client(shop), sandbox, number, channelId: channel.id };
  const sent = await send(at, (await aConversation(at)).id, { text: "From the command line's number" });
  await becomes(at, sent.body.id, "accepted", "sent", "delivered", "read");
  expect(JSON.parse((await add("Werkstatt", number)).out).id).toBe(channel.id);
});

test("a number is connected while Graph cannot be reached, and says what was not checked", async () => {
  await anOrganization(world, "Insel");
  const { code, out } = await add("Insel", aNumber(sandbox, world), "--graph-url", "http://127.0.0.1:9");
  expect(code).toBe(0);
  const channel = JSON.parse(out);
  expect(channel).toMatchObject({ state: "active", tokenState: "unknown", checkedAt: null });
  expect(channel.checks.find((check: { check: string }) => check.check === "token").ok).toBeNull();
});

test.each<[string, (number: ShopNumber) => Partial<ShopNumber>, string]>([
  ["what Graph proves wrong", () => ({ token: "nobody-knows-this-token" }), "--token: Meta does not know this access token."],
  ["what cannot be right", () => ({ phoneNumberId: "+49 30" }), "--phone-number-id: digits only"],
])("%s is named by its flag, without a stack", async (_what, wrong, sentence) => {
  await anOrganization(world, "Markt");
  const number = aNumber(sandbox, world);
  const { code, out, err } = await add((await anOrganization(world)).name, { ...number, ...wrong(number) });
  expect([code, out]).toEqual([1, ""]);
  expect(err).toContain(sentence);
  expect(err).not.toMatch(/\n\s+at /);
});
