import { expect, test } from "vitest";
import {
  aBrowser,
  aMailServer,
  anEmail,
  aPassword,
  auditOf,
  type MeBody,
  someoneSignedUp,
  tokenIn,
} from "../../../test/accounts.builders.ts";
import { eventually } from "../../../test/builders.ts";
import { aWorld } from "../../../test/world.ts";

const mail = await aMailServer();
const world = await aWorld({ SMTP_URL: mail.url });
const silent = await aWorld();

test("the letter after signing up confirms the address", async () => {
  const { browser, email } = await someoneSignedUp(world);
  const letter = await mail.letterTo(email, "/verify-email");
  expect(letter).toContain(`${world.kernel.publicUrl()}/verify-email?token=`);
  expect((await aBrowser(world).post("/email/verify", { token: tokenIn(letter) })).status).toBe(204);
  expect((await browser.get<MeBody>("/me")).body.user.emailVerified).toBe(true);
  expect((await aBrowser(world).post("/email/verify", { token: tokenIn(letter) })).status).toBe(204);
});

test("letters are in the person's language", async () => {
  const { email } = await someoneSignedUp(world, { language: "ar" });
  expect(await mail.letterTo(email, "/verify-email")).toContain("مرحبًا");
});

test("a made-up or altered link confirms nothing", async () => {
  const { browser, email } = await someoneSignedUp(world);
  const token = tokenIn(await mail.letterTo(email));
  for (const bad of ["nonsense", `${token.slice(0, -3)}abc`])
    expect(await aBrowser(world).post("/email/verify", { token: bad })).toMatchObject({
      status: 400,
      body: { error: { code: "link_over" } },
    });
  expect((await browser.get<MeBody>("/me")).body.user.emailVerified).toBe(false);
});

test("until the address is confirmed, inviting and API keys wait; reading does not", async () => {
  const { browser, email } = await someoneSignedUp(world);
  expect(await browser.post("/invitations", { email: anEmail(), role: "agent" })).toMatchObject({
    status: 403,
    body: { error: { code: "email_unconfirmed" } },
  });
  expect((await browser.post("/api-keys", { name: "k", permissions: "all" })).status).toBe(403);
  expect((await browser.get("/members")).status).toBe(200);
  await browser.post("/email/verify", { token: tokenIn(await mail.letterTo(email)) });
  expect((await browser.post("/api-keys", { name: "k", permissions: "all" })).status).toBe(201);
});

test("the confirming letter can be sent again, not without end", async () => {
  const { browser, email } = await someoneSignedUp(world);
  await mail.letterTo(email);
  const before = mail.letters.filter((letter) => letter.to === email).length;
  expect((await browser.post("/email/verification")).status).toBe(204);
  await eventually(async () => mail.letters.filter((letter) => letter.to === email).length > before, "the second letter");
  const statuses = [];
  for (let i = 0; i < 5; i++) statuses.push((await browser.post("/email/verification")).status);
  expect(statuses.at(-1)).toBe(429);
});

test("without mail nothing needs confirming, and asking for the letter says why there is none", async () => {
  const { browser } = await someoneSignedUp(silent);
  expect((await browser.post("/email/verification")).status).toBe(409);
  expect((await browser.post("/api-keys", { name: "k", permissions: "all" })).status).toBe(201);
});

test("a forgotten password is replaced once by the letter's link; every session ends and the address is confirmed", async () => {
  const { browser, email, password, shop } = await someoneSignedUp(world);
  expect((await aBrowser(world).post("/password/forgotten", { email })).status).toBe(204);
  const token = tokenIn(await mail.letterTo(email, "/reset?token="));
  expect(await aBrowser(world).post("/password/reset", { token, password: "short" })).toMatchObject({ status: 400 });
  expect((await aBrowser(world).post("/password/reset", { token, password: "a new long password" })).status).toBe(204);

  expect((await browser.get("/me")).status).toBe(401);
  expect((await aBrowser(world).post("/sign-in", { email, password })).status).toBe(401);
  const back = await aBrowser(world).post<MeBody>("/sign-in", { email, password: "a new long password" });
  expect(back.body.user.emailVerified).toBe(true);
  expect(await auditOf(shop)).toContain("password.reset");
  expect(await aBrowser(world).post("/password/reset", { token, password: "yet another password" })).toMatchObject({
    status: 400,
    body: { error: { code: "link_over" } },
  });
});

test("the database does not hold what a reset link holds, nor does any outbox show it", async () => {
  const { browser, email } = await someoneSignedUp(world);
  await aBrowser(world).post("/password/forgotten", { email });
  const token = tokenIn(await mail.letterTo(email, "/reset?token="));
  const rows = await world.kernel.db.auth.selectFrom("verifications").selectAll().execute();
  expect(JSON.stringify(rows)).not.toContain(token);
  expect((await browser.get<{ items: unknown[] }>("/outbox")).body.items).toEqual([]);
});

test("forgetting the password of an unknown address answers the same and writes nobody", async () => {
  const email = anEmail();
  const before = mail.letters.length;
  const answer = await aBrowser(world).post("/password/forgotten", { email });
  expect([answer.status, answer.body]).toEqual([204, ""]);
  const { email: known } = await someoneSignedUp(world);
  await mail.letterTo(known);
  expect(mail.letters.slice(before).filter((letter) => letter.to === email)).toEqual([]);
});

test("changing the password needs the current one, keeps this session in its organization and ends the others", async () => {
  const { browser, email, password, shop, me } = await someoneSignedUp(world);
  const other = aBrowser(world);
  await other.post("/sign-in", { email, password });
  expect(await browser.post("/password/change", { current: "not this one", password: "the next password" })).toMatchObject({
    status: 400,
    body: { error: { field: "current" } },
  });
  const before = browser.cookie();
  expect((await browser.post("/password/change", { current: password, password: "the next password" })).status).toBe(204);

  expect(browser.cookie()).not.toBe(before);
  expect((await browser.get<MeBody>("/me")).body.organization.id).toBe(me.organization.id);
  expect((await other.get("/me")).status).toBe(401);
  expect((await aBrowser(world).post("/sign-in", { email, password: aPassword })).status).toBe(401);
  expect(await auditOf(shop)).toContain("password.changed");
});
