import { expect, test } from "vitest";
import { aBrowser, anEmail, aPassword, someoneSignedUp } from "../../../test/accounts.builders.ts";
import { aWorld } from "../../../test/world.ts";
import { createOrganization, createUserWithPassword } from "./index.ts";

const first = await aWorld({ SIGN_UP: "first", PUBLIC_URL: "https://candor.example", DEMO: "true" });
const closed = await aWorld({ SIGN_UP: "closed", DEMO: "false" });

const wanted = (organization: string) => ({ name: "A", email: anEmail(), password: aPassword, organization });

test("with SIGN_UP=first the first person makes the organization, and of two at once one does; the demo does not count", async () => {
  const guide = { name: "Guide", email: anEmail() };
  const { userId } = await createUserWithPassword(first.kernel, { ...guide, password: aPassword });
  await createOrganization(first.kernel, { name: "Demo", demo: true, owner: { userId, ...guide } });
  expect((await aBrowser(first).get("/welcome")).body).toEqual({ signUpOpen: true, demoAvailable: true, mailConfigured: false });

  const loser = wanted("Two");
  const answers = await Promise.all([aBrowser(first).post("/sign-up", wanted("One")), aBrowser(first).post("/sign-up", loser)]);
  expect(answers.map((answer) => answer.status).sort()).toEqual([201, 403]);
  expect((await first.kernel.db.system.selectFrom("users").select("id").execute()).length).toBe(2);
  expect((await aBrowser(first).get("/welcome")).body).toMatchObject({ signUpOpen: false });
});

test("over https the cookie is Secure and still called token", async () => {
  const email = anEmail();
  const { userId } = await createUserWithPassword(first.kernel, { name: "S", email, password: aPassword });
  await createOrganization(first.kernel, { name: "Safe", owner: { userId, name: "S", email } });
  const browser = aBrowser(first);
  await browser.post("/sign-in", { email, password: aPassword });
  expect(browser.setCookie()).toMatch(/^token=[^;]+; Max-Age=1209600; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
  expect((await browser.get("/me")).status).toBe(200);
  await browser.post("/sign-out");
  expect(browser.setCookie()).toMatch(/^token=; .*HttpOnly; Secure/);
});

test("with SIGN_UP=closed nobody makes an organization on the page", async () => {
  expect((await aBrowser(closed).get("/welcome")).body).toMatchObject({ signUpOpen: false, demoAvailable: false });
  const answer = await aBrowser(closed).post("/sign-up", wanted("None"));
  expect(answer).toMatchObject({ status: 403, body: { error: { code: "sign_up_closed" } } });
  await expect(someoneSignedUp(closed)).rejects.toThrow("403");
});
