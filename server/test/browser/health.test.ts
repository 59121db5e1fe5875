import { afterAll, beforeAll, expect, test } from "vitest";
import { giveSession, sessionFor } from "../../src/modules/accounts/index.ts";
import { anOrganization, client, eventually } from "../builders.ts";
import { aConversation, aNumber, connection, type Reachable, sampleTemplates, send, theSandbox } from "../outbound.builders.ts";
import { bodyOf, projected, receive } from "../whatsapp.builders.ts";
import { aWorld } from "../world.ts";
import { aBrowser, aVisitor, expectAccessible, type Visitor } from "./browser.ts";

const world = await aWorld();
const browser = await aBrowser();
const sandbox = await theSandbox();
afterAll(() => sandbox.close());
const db = world.kernel.db.system;

let at: Reachable;
let owner: Visitor;
const wide = { width: 1440, height: 900 };

beforeAll(async () => {
  const shop = await anOrganization(world, "Fernhill Coffee");
  const api = await client(shop);
  const number = aNumber(sandbox, world);
  for (const template of sampleTemplates) sandbox.addTemplate(number.accountId, structuredClone(template));
  const made = await api.post<{ id: string }>("/channels/whatsapp", { ...connection(sandbox, number), name: "Front desk" });
  at = { shop, api, sandbox, number, channelId: made.body.id };
  await api.post(`/channels/${at.channelId}/templates/sync`);
  const customer = sandbox.addCustomer({ userId: "GB.70000000001", name: "Amara Okafor", phone: "447700900123", persona: "silent" });
  sandbox.customerSends(number.phoneNumberId, customer, "Is the Guji back?");
  await sandbox.idle();
  await projected(world);
  await api.post(`/channels/${at.channelId}/check`);
  owner = await aVisitor(browser, world);
  let value = "";
  const setCookie = (_name: string, given: string) => {
    value = encodeURIComponent(given);
  };
  giveSession(world.kernel, { setCookie } as never, await sessionFor(world.kernel, shop.ownerUserId, shop.id));
  await owner.context.addCookies([{ name: "token", value, url: world.url }]);
});

const verdict = () => owner.page.getByRole("region", { name: "Verdict" });

test("a number that works says so in a word", async () => {
  await owner.page.goto(`/settings/channels/${at.channelId}`);
  await verdict().getByText("All is well").waitFor();
  await expectAccessible(owner.page, "health, good");
});

test("what is in the way comes first, each with its button, and the button mends it", async () => {
  const { page } = owner;
  sandbox.changeAccount(at.number.accountId, { subscribed: false });
  sandbox.changeNumber(at.number.phoneNumberId, { quality: "YELLOW" });
  await page.getByRole("button", { name: "Check again" }).click();
  await verdict().getByText("Works, with something to look at").waitFor();
  await verdict().getByText("what customers write does not arrive").waitFor();
  await expectAccessible(page, "health, attention");
  await verdict().getByRole("button", { name: "Repair the webhooks" }).click();
  await page.getByText("Meta sends the webhooks here again").first().waitFor();
  await verdict().getByText("what customers write does not arrive").waitFor({ state: "detached" });
  await verdict().getByText("The quality is medium").waitFor();
  expect(sandbox.account(at.number.accountId).subscribed).toBe(true);
  await page.getByText(/changes? so far/).click();
  await page.getByText("found by a check").first().waitFor();
});

test("a token that ended stops sending; its button leads to where a new one is entered, by keyboard", async () => {
  const { page } = owner;
  sandbox.expireToken(at.number.token);
  await page.getByRole("button", { name: "Check again" }).click();
  await verdict().getByText("Sending is stopped").waitFor();
  const button = verdict().getByRole("button", { name: "Enter a new token" });
  await button.focus();
  await page.keyboard.press("Enter");
  await page.waitForFunction("document.activeElement?.closest('#channel-token') !== null");
  sandbox.renewToken(at.number.token);
  sandbox.changeNumber(at.number.phoneNumberId, { quality: "GREEN" });
  await page.getByRole("button", { name: "Check again" }).click();
  await verdict().getByText("All is well").waitFor();
});

test("items that could not be understood are discarded by reason, after saying what is lost", async () => {
  const { page } = owner;
  const channel = { ...at.number, shop: at.shop, id: at.channelId };
  for (let n = 0; n < 3; n += 1)
    await receive(channel, bodyOf(channel, { messages: [{ type: "text", id: `wamid.odd${n}`, timestamp: "1792000000" }] }));
  await page.reload();
  await verdict().getByText("3 received items could not be understood").waitFor();
  await page.getByRole("button", { name: "Try all again" }).click();
  await page.getByText("0 items understood").first().waitFor();
  await page.getByRole("button", { name: "Discard all" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Discard all" }).click();
  await page.getByText("3 items discarded").first().waitFor();
  await verdict().getByText("All is well").waitFor();
});

test("the limits show what is used and what waits because of them", async () => {
  const { page } = owner;
  await db.updateTable("whatsapp_portfolios").set({ people_limit: 2, tier: "TIER_2" }).where("organization_id", "=", at.shop.id).execute();
  for (let n = 0; n < 5; n += 1) {
    const chat = await aConversation(at, { windowUntil: null });
    await send(at, chat.id, {
      type: "template",
      name: "order_named",
      language: "en_GB",
      parameters: { header: ["7"], body: { first_name: "Mei" } },
    });
  }
  await eventually(async () => {
    const { body } = await at.api.get<{ waiting: { code: string; count: number }[] }>(`/channels/${at.channelId}/limits`);
    return body.waiting.some((one) => one.code === "portfolio_limit" && one.count === 3);
  }, "three to wait");
  await page.getByRole("link", { name: "Limits" }).click();
  const portfolio = page.getByRole("region", { name: "New people in 24 hours" });
  await portfolio.getByText("of 2").waitFor();
  await portfolio.getByText("3 wait").waitFor();
  await page.getByText("The limit of people in 24 hours is reached").waitFor();
  await expectAccessible(page, "limits");
});

test("a raw webhook is shown when asked, and who looked is in the audit log", async () => {
  const { page } = owner;
  await page.getByRole("link", { name: "Journal" }).click();
  await page.getByRole("button", { name: "Look at it" }).last().click();
  await page.getByRole("dialog").getByText("Is the Guji back?").waitFor();
  await expectAccessible(page, "journal, opened");
  await page.keyboard.press("Escape");
  const looked = await db
    .selectFrom("audit_log")
    .select("actor")
    .where("organization_id", "=", at.shop.id)
    .where("action", "=", "journal.opened")
    .execute();
  expect(looked).toMatchObject([{ actor: { kind: "member" } }]);
  await page.getByRole("button", { name: "Read again from here" }).first().click();
  await page.getByRole("dialog").getByRole("button", { name: "Read again from here" }).click();
  await page.getByText("The webhooks are being read again").first().waitFor();
  await expectAccessible(page, "journal");
});

test("all of it fits a phone, in the dark and from right to left", async () => {
  const { page } = owner;
  await page.setViewportSize({ width: 390, height: 844 });
  await page.emulateMedia({ colorScheme: "dark" });
  for (const path of ["", "/limits", "/journal"]) {
    await page.goto(`/settings/channels/${at.channelId}${path}`);
    await page.getByRole("heading", { name: "Front desk" }).waitFor();
    await expectAccessible(page, `phone ${path}`);
    expect(await page.evaluate("document.documentElement.scrollWidth <= innerWidth"), path).toBe(true);
  }
  await page.setViewportSize(wide);
  owner.wasClean();
});
