import { expect, test } from "vitest";
import {
  aBrowser,
  aMailServer,
  auditOf,
  type Browser,
  type MeBody,
  type SignedUp,
  someoneSignedUp,
} from "../../../test/accounts.builders.ts";
import { aMember, eventually } from "../../../test/builders.ts";
import { aWorld } from "../../../test/world.ts";
import { codeOf, stepAt } from "./totp.ts";

const mail = await aMailServer();
const world = await aWorld({ SMTP_URL: mail.url });
const now = (secret: string, off = 0) => codeOf(secret, stepAt(Date.now()) + off);
type Refused = { error: { code: string; field?: string; challenge?: string } };

/** Somebody with a second step: the code of this half minute is spent by switching it on. */
const withTwoFactor = async () => {
  const person = await someoneSignedUp(world);
  const begun = await person.browser.post<{ secret: string; uri: string }>("/me/two-factor", { password: person.password });
  expect(begun.status).toBe(200);
  const { secret } = begun.body;
  const on = await person.browser.post<{ codes: string[] }>("/me/two-factor/confirmation", { code: now(secret) });
  expect(on.status).toBe(200);
  return { ...person, secret, codes: on.body.codes };
};
const challengeFor = async (browser: Browser, { email, password }: SignedUp) => {
  const answer = await browser.post<Refused>("/sign-in", { email, password });
  expect(answer).toMatchObject({ status: 401, body: { error: { code: "second_factor_needed" } } });
  return answer.body.error.challenge ?? "";
};

const subjectsTo = async (email: string) =>
  (await world.kernel.db.raw.owner.query<{ subject: string }>("select subject from mail_outbox where recipient = $1", [email])).rows.map(
    (row) => row.subject,
  );

test("the second step is asked after the password, and no cookie is given before it", async () => {
  const person = await withTwoFactor();
  const browser = aBrowser(world);
  const challenge = await challengeFor(browser, person);
  expect(browser.cookie()).toBeUndefined();
  const entered = await browser.post<MeBody>("/sign-in/second-step", { challenge, code: now(person.secret, 1) });
  expect(entered).toMatchObject({ status: 200, body: { user: { email: person.email }, twoFactor: { enabled: true, required: false } } });
  expect((await browser.get("/me")).status).toBe(200);
  expect(await auditOf(person.shop)).toEqual(expect.arrayContaining(["two_factor.enabled", "sign_in.succeeded"]));
});

test("a code counts once, also when it comes twice at the same moment", async () => {
  const person = await withTwoFactor();
  const code = now(person.secret, 1);
  const tries = await Promise.all(
    [aBrowser(world), aBrowser(world), aBrowser(world)].map(async (browser) => {
      const challenge = await challengeFor(browser, person);
      return browser.post("/sign-in/second-step", { challenge, code });
    }),
  );
  // A sign-in ends the other challenges of the person, so a late one is over rather than wrong.
  expect(tries.map((answer) => answer.status).sort()).toEqual([200, expect.toBeOneOf([400, 401]), expect.toBeOneOf([400, 401])]);
});

test("the code that switched it on does not sign in, nor does one of two minutes ago", async () => {
  const person = await withTwoFactor();
  const challenge = await challengeFor(aBrowser(world), person);
  for (const code of [now(person.secret, -4), now(person.secret, -1), "000000", "nonsense"])
    expect(await aBrowser(world).post("/sign-in/second-step", { challenge, code })).toMatchObject({
      status: 400,
      body: { error: { field: "code" } },
    });
});

test("a challenge allows five tries, belongs to one sign-in and is over after it", async () => {
  const person = await withTwoFactor();
  const challenge = await challengeFor(aBrowser(world), person);
  for (let tries = 0; tries < 5; tries++)
    expect((await aBrowser(world).post("/sign-in/second-step", { challenge, code: "000000" })).status).toBe(400);
  const late = await aBrowser(world).post("/sign-in/second-step", { challenge, code: now(person.secret, 1) });
  expect(late).toMatchObject({ status: 401, body: { error: { code: "challenge_over" } } });
  const unknown = await aBrowser(world).post("/sign-in/second-step", { challenge: "made-up", code: now(person.secret, 1) });
  expect([unknown.status, unknown.body]).toEqual([late.status, late.body]);
  const fresh = await challengeFor(aBrowser(world), person);
  expect((await aBrowser(world).post("/sign-in/second-step", { challenge: fresh, code: now(person.secret, 1) })).status).toBe(200);
  expect((await aBrowser(world).post("/sign-in/second-step", { challenge: fresh, code: person.codes[0] })).status).toBe(401);
  await eventually(async () => (await auditOf(person.shop)).includes("sign_in.second_step_failed"), "the wrong codes in the log");
});

test("a recovery code works once, however it is written", async () => {
  const person = await withTwoFactor();
  expect(new Set(person.codes).size).toBe(10);
  const code = (person.codes[3] ?? "").toUpperCase().replaceAll("-", " ");
  const challenge = await challengeFor(aBrowser(world), person);
  const browser = aBrowser(world);
  expect((await browser.post("/sign-in/second-step", { challenge, code })).status).toBe(200);
  expect((await browser.get("/me/two-factor")).body).toMatchObject({ enabled: true, recoveryCodesLeft: 9 });
  const again = await challengeFor(aBrowser(world), person);
  expect((await aBrowser(world).post("/sign-in/second-step", { challenge: again, code })).status).toBe(400);
  expect(await auditOf(person.shop)).toContain("two_factor.recovery_code_used");
});

test("switching it on ends every other session; switching it off asks for password and code", async () => {
  const person = await someoneSignedUp(world);
  const elsewhere = aBrowser(world);
  await elsewhere.post("/sign-in", { email: person.email, password: person.password });
  const { secret } = (await person.browser.post<{ secret: string }>("/me/two-factor", { password: person.password })).body;
  const { codes } = (await person.browser.post<{ codes: string[] }>("/me/two-factor/confirmation", { code: now(secret) })).body;
  expect((await elsewhere.get("/me")).status).toBe(401);
  expect((await person.browser.get("/me")).status).toBe(200);
  const off = (body: object) => person.browser.post("/me/two-factor/removal", body);
  expect((await off({ password: "wrong password", code: codes[0] })).status).toBe(401);
  expect((await off({ password: person.password, code: "000000" })).status).toBe(400);
  expect((await person.browser.post("/me/two-factor", { password: person.password })).status).toBe(409);
  expect((await off({ password: person.password, code: codes[0] })).status).toBe(204);
  expect((await aBrowser(world).post("/sign-in", { email: person.email, password: person.password })).status).toBe(200);
});

test("the secret is sealed and recovery codes are digests: the database holds neither", async () => {
  const person = await withTwoFactor();
  const { rows } = await world.kernel.db.raw.owner.query<{ text: string }>(
    "select t::text as text from two_factors t where user_id = $1 union all select c::text from recovery_codes c where user_id = $1",
    [person.me.user.id],
  );
  expect(rows).toHaveLength(11);
  const all = rows.map((row) => row.text).join("\n");
  expect(all).toContain("v1.");
  for (const word of [person.secret, ...person.codes, ...person.codes.map((code) => code.replaceAll("-", ""))])
    expect(all).not.toContain(word);
});

test("where a role asks for it, a member without it can set it up and nothing else", async () => {
  const owner = await withTwoFactor();
  const agent = await someoneSignedUp(world);
  await world.kernel.db.system
    .insertInto("members")
    .values({
      organization_id: owner.shop.id,
      id: crypto.randomUUID(),
      user_id: agent.me.user.id,
      name: "Ag",
      email: agent.email,
      role: "agent",
    })
    .execute();
  expect((await agent.browser.put("/me/organization", { organizationId: owner.shop.id })).status).toBe(200);
  expect((await agent.browser.get("/contacts")).status).toBe(200);
  expect((await owner.browser.put("/organization/two-factor", { roles: ["agent", "admin", "agent"] })).body).toEqual({
    roles: ["admin", "agent"],
  });
  expect((await agent.browser.get("/contacts")).status).toBe(403);
  expect((await agent.browser.get("/me")).body).toMatchObject({ permissions: [], twoFactor: { enabled: false, required: true } });
  const { secret } = (await agent.browser.post<{ secret: string }>("/me/two-factor", { password: agent.password })).body;
  await agent.browser.post("/me/two-factor/confirmation", { code: now(secret) });
  expect((await agent.browser.get("/contacts")).status).toBe(200);
  expect((await owner.browser.get("/contacts")).status).toBe(200);
});

test("who has no second step cannot ask it of others", async () => {
  const { browser } = await someoneSignedUp(world);
  expect(await browser.put("/organization/two-factor", { roles: ["owner"] })).toMatchObject({
    status: 409,
    body: { error: { code: "own_two_factor_first" } },
  });
});

test("an invitation is not a way around the second step", async () => {
  const person = await withTwoFactor();
  const host = await someoneSignedUp(world);
  await world.kernel.db.auth.updateTable("users").set({ email_verified: true }).where("id", "=", host.me.user.id).execute();
  const { link } = (await host.browser.post<{ link: string }>("/invitations", { email: person.email, role: "agent" })).body;
  const token = new URL(link).searchParams.get("token");
  const answer = await aBrowser(world).post("/invitation", { token, password: person.password });
  expect(answer).toMatchObject({ status: 401, body: { error: { code: "sign_in_first" } } });
  expect((await person.browser.post("/invitation", { token })).status).toBe(200);
});

test("one sees one's sessions with device and network, and ends them: elsewhere at once", async () => {
  const person = await someoneSignedUp(world);
  const phone = aBrowser(world);
  await phone.request(
    "POST",
    "/sign-in",
    { email: person.email, password: person.password },
    {
      "user-agent":
        "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1",
    },
  );
  type Row = { id: string; current: boolean; device: string | null; network: string | null };
  const list = (await person.browser.get<Row[]>("/me/sessions")).body;
  expect(list).toHaveLength(2);
  const other = list.find((session) => !session.current);
  expect(other).toMatchObject({ device: "Safari on iOS", network: "127.0.0.0/24" });
  await eventually(async () => (await subjectsTo(person.email)).includes("New sign-in to your account"), "a letter");
  const stranger = await someoneSignedUp(world);
  expect((await stranger.browser.delete(`/me/sessions/${other?.id}`)).status).toBe(404);
  expect((await person.browser.delete(`/me/sessions/${other?.id}`)).status).toBe(204);
  expect((await phone.get("/me")).status).toBe(401);
  await phone.post("/sign-in", { email: person.email, password: person.password });
  expect((await person.browser.delete("/me/sessions")).status).toBe(204);
  expect((await phone.get("/me")).status).toBe(401);
  expect((await person.browser.get("/me")).status).toBe(200);
});

test("a session ends for good after ninety days, however often it was used", async () => {
  const { browser, me } = await someoneSignedUp(world);
  await world.kernel.db.raw.owner.query("update sessions set created_at = now() - interval '91 days' where user_id = $1", [me.user.id]);
  expect((await browser.get("/me")).status).toBe(401);
});

test("a member's own page needs a person: an API key has no second step", async () => {
  const { shop } = await someoneSignedUp(world);
  await aMember(shop);
  expect((await aBrowser(world).get("/me/two-factor")).status).toBe(401);
});
