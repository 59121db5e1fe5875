import { expect, test } from "vitest";
import { aBrowser, anEmail, aPassword, auditOf, type MeBody, someoneSignedUp } from "../../../test/accounts.builders.ts";
import { eventsOf, eventually } from "../../../test/builders.ts";
import { aWorld } from "../../../test/world.ts";

const world = await aWorld({ TRUSTED_PROXIES: "127.0.0.1" });

test("signing up makes the person, their organization and its owner, and signs them in", async () => {
  const { browser, me, shop, email } = await someoneSignedUp(world, { organization: "Blumen Özil", language: "ar-EG" });
  expect(me.user).toMatchObject({ email, emailVerified: false, language: "ar", theme: "system", timeZone: "UTC" });
  expect(me.member.role).toBe("owner");
  expect(me.permissions).toContain("organization.manage");
  expect(await eventsOf(shop)).toEqual(["organization.created", "member.joined"]);
  expect((await browser.get<MeBody>("/me")).body).toEqual(me);
});

test("the cookie is called token, hidden from scripts, kept to this site, and plain over http", async () => {
  const { browser, email, password } = await someoneSignedUp(world);
  browser.forget();
  await browser.post("/sign-in", { email, password });
  expect(browser.setCookie()).toMatch(/^token=[^;]+; Max-Age=1209600; Path=\/; HttpOnly; SameSite=Lax$/);
});

test("an address has one account", async () => {
  const { email } = await someoneSignedUp(world);
  const again = await aBrowser(world).post("/sign-up", {
    name: "Other",
    email: email.toUpperCase(),
    password: "another password",
    organization: "Other",
  });
  expect(again.status).toBe(409);
  expect(again.body).toMatchObject({ error: { code: "email_taken", field: "email" } });
});

test("what a sign-up lacks is named", async () => {
  const short = await aBrowser(world).post("/sign-up", { name: "A", email: anEmail(), password: "short", organization: "B" });
  expect(short).toMatchObject({ status: 400, body: { error: { field: "password" } } });
});

test("signing in starts a new session and ends the one the browser came with", async () => {
  const { browser, email, password } = await someoneSignedUp(world);
  const before = browser.cookie() ?? "";
  expect((await browser.post("/sign-in", { email: ` ${email.toUpperCase()}`.trim(), password })).status).toBe(200);
  expect(browser.cookie()).not.toBe(before);
  const old = aBrowser(world);
  old.carry(before);
  expect((await old.get("/me")).status).toBe(401);
});

test("a planted session name does not become a signed-in one", async () => {
  const { email, password } = await someoneSignedUp(world);
  const browser = aBrowser(world);
  browser.carry("planted.c2lnbmF0dXJl");
  expect((await browser.get("/me")).status).toBe(401);
  await browser.post("/sign-in", { email, password });
  expect(browser.cookie()).not.toContain("planted");
});

test("a cookie somebody changed opens nothing", async () => {
  const { browser } = await someoneSignedUp(world);
  const good = decodeURIComponent(browser.cookie() ?? "");
  for (const bad of [`x${good}`, good.slice(0, -2), `${good.split(".")[0]}.`, good.split(".")[0] ?? ""]) {
    browser.carry(encodeURIComponent(bad));
    expect((await browser.get("/me")).status).toBe(401);
  }
});

test("a wrong password and an unknown address get the same words", async () => {
  const { email, shop } = await someoneSignedUp(world);
  const wrong = await aBrowser(world).post("/sign-in", { email, password: "not the password" });
  const unknown = await aBrowser(world).post("/sign-in", { email: anEmail(), password: "not the password" });
  expect(wrong.status).toBe(401);
  expect([unknown.status, unknown.body]).toEqual([wrong.status, wrong.body]);
  await eventually(async () => (await auditOf(shop)).includes("sign_in.failed"), "the failure in the organization's log");
});

test("a sign-in is in the organization's log", async () => {
  const { email, password, shop } = await someoneSignedUp(world);
  await aBrowser(world).post("/sign-in", { email, password });
  expect(await auditOf(shop)).toContain("sign_in.succeeded");
});

test("signing out ends the session here, not only in the browser", async () => {
  const { browser } = await someoneSignedUp(world);
  const before = browser.cookie() ?? "";
  expect((await browser.post("/sign-out")).status).toBe(204);
  expect(browser.cookie()).toBeUndefined();
  browser.carry(before);
  expect((await browser.get("/me")).status).toBe(401);
});

test("a session that ran out is over", async () => {
  const { browser, me } = await someoneSignedUp(world);
  await world.kernel.db.auth
    .updateTable("sessions")
    .set({ expires_at: new Date(Date.now() - 1000) })
    .where("user_id", "=", me.user.id)
    .execute();
  expect((await browser.get("/me")).status).toBe(401);
});

test("a session in use is moved on, and its cookie with it", async () => {
  const { browser, me } = await someoneSignedUp(world);
  const inTwoDays = new Date(Date.now() + 2 * 24 * 3600_000);
  await world.kernel.db.auth.updateTable("sessions").set({ expires_at: inTwoDays }).where("user_id", "=", me.user.id).execute();
  const before = decodeURIComponent(browser.cookie() ?? "");
  expect((await browser.get("/me")).status).toBe(200);
  expect(browser.setCookie()).toMatch(/^token=[^;]+; Max-Age=1209600; Path=\/; HttpOnly; SameSite=Lax$/);
  expect(decodeURIComponent(browser.cookie() ?? "")).toBe(before);
  const { expires_at } = await world.kernel.db.auth
    .selectFrom("sessions")
    .select("expires_at")
    .where("user_id", "=", me.user.id)
    .executeTakeFirstOrThrow();
  expect(expires_at.getTime()).toBeGreaterThan(inTwoDays.getTime());
});

test("after ten wrong tries an address has to wait, wherever they come from, and others do not", async () => {
  const { email, password } = await someoneSignedUp(world);
  const tries = [];
  for (let i = 0; i < 11; i++)
    tries.push((await aBrowser(world, { ip: `203.0.113.${i}` }).post("/sign-in", { email, password: "wrong again" })).status);
  expect(tries).toEqual([...Array(10).fill(401), 429]);
  const right = await aBrowser(world, { ip: "203.0.113.99" }).post("/sign-in", { email, password });
  expect(right.status).toBe(429);
  expect(Number(right.headers.get("retry-after"))).toBeGreaterThan(0);
  const other = await someoneSignedUp(world);
  expect((await aBrowser(world).post("/sign-in", { email: other.email, password: other.password })).status).toBe(200);
});

test("one address trying many people has to wait", async () => {
  const statuses = new Set<number>();
  for (let i = 0; i < 110 && !statuses.has(429); i++)
    statuses.add((await aBrowser(world, { ip: "198.51.100.7" }).post("/sign-in", { email: anEmail(), password: aPassword })).status);
  expect(statuses).toContain(429);
});

test("of two long passwords that begin alike only the right one opens, and neither is cut", async () => {
  const seventyTwo = "ü".repeat(36);
  const { email, password } = await someoneSignedUp(world, { password: `${seventyTwo}A` });
  const enter = (given: string) => aBrowser(world).post("/sign-in", { email, password: given });
  expect((await enter(`${seventyTwo}B`)).status).toBe(401);
  expect((await enter(seventyTwo)).status).toBe(401);
  expect((await enter(password)).status).toBe(200);
});

test("a password with a zero byte does not end there", async () => {
  const { email, password } = await someoneSignedUp(world, { password: "0123456789\0the rest" });
  expect((await aBrowser(world).post("/sign-in", { email, password: "0123456789\0another" })).status).toBe(401);
  expect((await aBrowser(world).post("/sign-in", { email, password })).status).toBe(200);
});

test("a request another site causes changes nothing", async () => {
  const { browser } = await someoneSignedUp(world);
  const answer = await browser.request(
    "PATCH",
    "/me",
    { name: "Mallory" },
    { origin: "https://evil.example", "sec-fetch-site": "cross-site" },
  );
  expect(answer.status).toBe(403);
});

test("an API key is no person", async () => {
  const { browser, shop } = await someoneSignedUp(world);
  const { body } = await browser.post<{ key: string }>("/api-keys", { name: "k", permissions: "all" });
  const answer = await fetch(`${shop.world.url}/api/v1/me`, { headers: { authorization: `Bearer ${body.key}` } });
  expect(answer.status).toBe(403);
});

test("an account whose making broke off does not block its address", async () => {
  const email = anEmail();
  await world.kernel.db.auth
    .insertInto("users")
    .values({ id: crypto.randomUUID(), name: "Half", email, created_at: new Date(Date.now() - 120_000) })
    .execute();
  expect((await someoneSignedUp(world, { email })).me.user.email).toBe(email);
});
