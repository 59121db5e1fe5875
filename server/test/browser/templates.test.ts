import { afterAll, beforeAll, expect, test } from "vitest";
import { browserOf } from "../accounts.builders.ts";
import { aMember, eventually } from "../builders.ts";
import { aConversation, aReachableShop, type Reachable, theSandbox } from "../outbound.builders.ts";
import { anApprovedTemplate } from "../template.builders.ts";
import { aWorld } from "../world.ts";
import { aBrowser, aVisitor, expectAccessible, type Visitor } from "./browser.ts";

// A template's life: written, wrong, submitted, approved while one looks, sent, paused, recategorised, deleted.
const world = await aWorld();
const browser = await aBrowser();
const sandbox = await theSandbox();
afterAll(() => sandbox.close());

let at: Reachable;
let owner: Visitor;
const visitor = async (member: { userId: string }, options: Parameters<typeof aVisitor>[2] = {}) => {
  const made = await aVisitor(browser, world, options);
  await made.context.addCookies([{ name: "token", value: (await browserOf(at.shop, member)).cookie() ?? "", url: world.url }]);
  return made;
};

beforeAll(async () => {
  at = await aReachableShop(world, sandbox);
  owner = await visitor({ userId: at.shop.ownerUserId });
});

const preview = () => owner.page.getByRole("figure", { name: "Preview" });
const metas = (name: string) => sandbox.account(at.number.accountId).templates.filter((one) => one.name === name);
const slowReview = () => sandbox.reviewTemplates({ outcome: "APPROVED", delayMs: 500_000 });

test("a template is written with a preview beside it, and a mistake is named before anything leaves", async () => {
  const { page } = owner;
  await page.goto("/settings/templates");
  await page.getByRole("link", { name: "New template" }).click();
  await page.getByLabel("Name", { exact: true }).fill("Order Ready");
  expect(await page.getByLabel("Name", { exact: true }).inputValue()).toBe("order_ready");
  await page.getByLabel("Language", { exact: true }).click();
  await page.getByPlaceholder("Search").last().fill("British");
  await page.getByRole("option", { name: /British English/ }).click();

  const text = page.getByRole("textbox", { name: "Text", exact: true });
  await text.fill("Hello ");
  await page.getByRole("button", { name: "Insert variable" }).click();
  await page.getByRole("menuitem", { name: /First name/ }).click();
  await eventually(async () => (await text.inputValue()) === "Hello {{first_name}}", "the variable in the text");
  await page.getByRole("textbox", { name: "Example for first_name" }).fill("Amara");
  await preview().getByText("Amara").waitFor();
  await page.getByText("It may not end with a variable. Put words after it.").first().waitFor();
  await expectAccessible(page, "template editor");

  await page.getByRole("button", { name: "Submit to Meta" }).click();
  await page.getByRole("alert").getByText("It may not end with a variable.").waitFor();
  await eventually(() => text.evaluate((field) => field === field.ownerDocument.activeElement), "the text to have the focus");
  expect(metas("order_ready")).toEqual([]);

  await text.fill("Hello {{first_name}}, your order is ready and waits for you at the roastery.");
  await page.getByRole("button", { name: "Add a button" }).click();
  await page.getByRole("menuitem", { name: /Quick reply/ }).click();
  await page.getByRole("textbox", { name: "What it says" }).fill("On my way");
  await preview().getByText("On my way").waitFor();
  await page.getByText("Nothing that Meta is known to refuse").waitFor();
});

test("what is not saved is not lost by a click", async () => {
  const { page } = owner;
  await page.getByRole("link", { name: "Channels", exact: true }).click();
  await page.getByRole("dialog").getByText("Leave without saving?").waitFor();
  await page.getByRole("button", { name: "Stay" }).click();
  await page.getByRole("button", { name: "Save draft" }).click();
  await page.waitForURL(/\/settings\/templates\/[0-9a-f-]{36}$/);
  await page.getByRole("heading", { name: "Draft" }).waitFor();
});

test("submitted, it is in review, and approved while one looks", async () => {
  const { page } = owner;
  slowReview();
  await page.getByRole("button", { name: "Submit to Meta" }).click();
  await page.getByText("Handed to Meta for review").first().waitFor();
  await page.getByText("Meta reviews it, usually within minutes", { exact: false }).waitFor();
  expect(metas("order_ready")).toHaveLength(1);
  await page.getByText("Approved: it can be sent now").first().waitFor();
  await page.getByText("It can be sent.", { exact: true }).waitFor();
  await expectAccessible(page, "approved template");
});

test("it goes out from a conversation whose window is closed", async () => {
  const { page } = owner;
  const chat = await aConversation(at, { windowUntil: new Date(Date.now() - 3_600_000) });
  await page.goto(`/inbox/open/${chat.id}`);
  await page.getByRole("option", { name: /order_ready/ }).click();
  await page.getByRole("button", { name: "Send template" }).click();
  await eventually(
    async () => sandbox.receivedBy(at.number.phoneNumberId).some((message) => JSON.stringify(message.body).includes("order_ready")),
    "the template at Meta",
  );
  await page.goto("/settings/templates?q=order_ready");
  await page.getByText("sent once in 30 days").first().waitFor();
});

test("a rejection says why and how to go on; changed, it is reviewed again", async () => {
  const { page } = owner;
  sandbox.reviewTemplates({ outcome: "REJECTED", reason: "PROMOTIONAL", delayMs: 3000 });
  const made = await at.api.post<{ id: string }>("/templates", {
    channelId: at.channelId,
    name: "winter_news",
    language: "en_GB",
    category: "UTILITY",
    components: [{ type: "BODY", text: "Our winter coffees are here and wait for you." }],
  });
  await at.api.post(`/templates/${made.body.id}/submission`);
  await page.goto("/settings/templates?q=winter_news");
  await page.getByText("Promotional content in the wrong category").first().waitFor();
  await page.getByRole("link", { name: "Edit" }).click();
  await page.getByRole("radio", { name: /Marketing/ }).click();
  slowReview();
  await page.getByRole("button", { name: "Submit changes" }).click();
  await page.getByText("Meta reviews it, usually within minutes", { exact: false }).waitFor();
  await page.getByText("Approved: it can be sent now").first().waitFor();
  expect(metas("winter_news")[0]?.category).toBe("MARKETING");
});

test("Meta's change of category is told with what it changes, and a pause with when it ends", async () => {
  const { page } = owner;
  sandbox.reviewTemplates({ outcome: "APPROVED", delayMs: 3000 });
  const { name } = await anApprovedTemplate(at);
  await page.goto(`/settings/templates?q=${name}`);
  await page.getByText("It can be sent.", { exact: true }).waitFor();
  await sandbox.recategoriseTemplate(at.number.accountId, { name }, { correct: "MARKETING" });
  await page.getByText("Meta will make it Marketing").waitFor();
  await sandbox.recategoriseTemplate(at.number.accountId, { name }, { category: "MARKETING" });
  await page.getByText(/Meta changed it from Utility to Marketing/).waitFor();
  await page.getByText(/each one is charged at the marketing rate/).waitFor();
  await sandbox.setTemplateStatus(at.number.accountId, { name }, "PAUSED");
  await page.getByText(/It comes back by itself/).waitFor();
  await expectAccessible(page, "templates");
  await sandbox.setTemplateStatus(at.number.accountId, { name }, "REINSTATED");
  await page.getByText("It can be sent.", { exact: true }).waitFor();
});

test("deleting names what is lost and asks for the name", async () => {
  const { page } = owner;
  await page.goto("/settings/templates?q=order_ready");
  await page.getByRole("button", { name: "More", exact: true }).click();
  await page.getByRole("menuitem", { name: "Delete" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByText("The name in this language, for 30 days").waitFor();
  await dialog.getByRole("textbox").fill("order_ready");
  await dialog.getByRole("button", { name: "Delete" }).click();
  await page.getByText("No template matches").waitFor();
  expect(metas("order_ready")).toEqual([]);
  owner.wasClean();
});

test("who may only look sees templates, and nothing to change them with; a phone shows the editor", async () => {
  const viewer = await visitor(await aMember(at.shop, { role: "viewer", name: "Vera" }));
  await viewer.page.goto("/settings/templates?q=winter_news");
  await viewer.page.getByText("winter_news").first().waitFor();
  expect(await viewer.page.getByRole("link", { name: /New template|Edit/ }).count()).toBe(0);
  viewer.wasClean();

  const phone = await visitor({ userId: at.shop.ownerUserId }, { viewport: { width: 390, height: 844 }, colorScheme: "dark" });
  await phone.page.goto("/settings/templates/new");
  await phone.page.getByRole("button", { name: "Submit to Meta" }).waitFor();
  await expectAccessible(phone.page, "template editor on a phone");
  const wide = await phone.page.evaluate("document.documentElement.scrollWidth > innerWidth");
  expect(wide).toBe(false);
  phone.wasClean();
});
