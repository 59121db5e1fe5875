import { beforeAll, expect, test } from "vitest";
import { type Sandbox, startSandbox } from "../../../sandbox/src/index.ts";
import { giveSession, sessionFor } from "../../src/modules/accounts/index.ts";
import { eventually } from "../builders.ts";
import { aWorld } from "../world.ts";
import { aBrowser, aVisitor, expectAccessible, type Visitor } from "./browser.ts";

// One shop's first day, in order: each test stands on the ones before, as a person's day does.
const world = await aWorld();
const browser = await aBrowser();
const number = {
  phoneNumberId: "100000000000001",
  accountId: "200000000000001",
  token: "browser-token-not-real",
  appSecret: "browser-app-secret",
};
const phone = "447700900123";

let sandbox: Sandbox;
let owner: Visitor;
let agent: Visitor;
let conversationUrl: string;

beforeAll(async () => {
  sandbox = await startSandbox({ seed: 3, clock: { scale: 20 } });
  sandbox.addApp({
    appId: "900000000000001",
    appSecret: number.appSecret,
    verifyToken: "unused-here",
    webhookUrl: `${world.url}/webhooks/meta`,
  });
  sandbox.addAccount({ accountId: number.accountId, appId: "900000000000001" });
  sandbox.addNumber({ ...number, displayPhoneNumber: "+1 202-555-0143", verifiedName: "Fernhill Coffee" });
  sandbox.addTemplate(number.accountId, {
    name: "order_shipped",
    language: "en_GB",
    category: "UTILITY",
    status: "APPROVED",
    parameter_format: "POSITIONAL",
    components: [{ type: "BODY", text: "Hello {{1}}, your order left the roastery today.", example: { body_text: [["Amara"]] } }],
  });
  sandbox.addCustomer({ userId: "GB.10000000000000000001", name: "Amara Okafor", phone, persona: "silent" });
  sandbox.addCustomer({ userId: "AU.10000000000000000003", name: "Mei Tanaka", username: "mei.tanaka", persona: "silent" });
  owner = await aVisitor(browser, world);
  return () => sandbox.close();
});

const sent = () => sandbox.receivedBy(number.phoneNumberId);
const messages = (visitor: Visitor) => visitor.page.getByRole("region", { name: "Messages", exact: true });

test("a newcomer signs up and lands in an inbox that says how to begin", async () => {
  const { page } = owner;
  await page.goto("/");
  await page.getByText("Open the demo organization").waitFor();
  await expectAccessible(page, "welcome");
  await page.getByText("Create your account").first().click();
  await page.getByLabel("Name", { exact: true }).fill("Olga Owner");
  await page.getByLabel("Organization").fill("Fernhill Coffee");
  await page.getByLabel("Email").fill("olga@example.test");
  await page.getByLabel("Password", { exact: true }).fill("a long enough password");
  await expectAccessible(page, "sign-up");
  await page.getByRole("button", { name: "Create your account" }).click();
  await page.waitForURL(/\/inbox/);
  await page.getByText("Connect a channel to begin").waitFor();
});

test("the connect page names a wrong value, then connects the sandbox's number", async () => {
  const { page } = owner;
  await page.goto("/settings/channels/new");
  await page.getByLabel("Phone number ID").fill(number.phoneNumberId);
  await page.getByLabel("WhatsApp Business account ID").fill(number.accountId);
  await page.getByLabel("Access token").fill("a-token-that-is-wrong");
  await page.getByLabel("App secret").fill(number.appSecret);
  await page.getByText("Advanced", { exact: true }).click();
  await page.getByLabel("Graph address").fill(sandbox.url);
  await page.getByLabel("Graph address").blur();
  await page.getByText("The access token does not work").first().waitFor();
  await page.getByLabel("Access token").fill(number.token);
  await page.getByLabel("Access token").blur();
  await page.getByText("The access token works").first().waitFor();
  await expectAccessible(page, "connect");
  await page.getByRole("button", { name: "Continue" }).click();
  await page.getByRole("button", { name: "Connect this number" }).click();
  await page.getByText("Waiting for the first webhook").first().waitFor();
  await page
    .getByText("/webhooks/meta")
    .first()
    .waitFor()
    .catch(() => page.getByLabel("Callback URL").waitFor());
});

test("a customer's message appears without a reload", async () => {
  const { page } = owner;
  sandbox.customerSends(number.phoneNumberId, phone, "Is the 5 kg bag of cocoa nibs back in stock?");
  await page.getByText("It works: the first webhook has arrived").waitFor();
  await page.goto("/inbox/open");
  await page.getByText("Amara Okafor").first().click();
  await messages(owner).getByText("Is the 5 kg bag of cocoa nibs back in stock?").waitFor();
  conversationUrl = page.url();
  sandbox.customerSends(number.phoneNumberId, phone, "And do you deliver to Hobart?");
  await messages(owner).getByText("And do you deliver to Hobart?").waitFor({ timeout: 3000 });
  await expectAccessible(page, "inbox");
});

test("a reply is sent once, and its ticks move to read", async () => {
  const { page } = owner;
  await page.getByRole("textbox", { name: /Reply to/ }).fill("Yes, 14 bags are left.");
  await page.getByRole("button", { name: "Send", exact: true }).dblclick();
  await messages(owner).getByText("Yes, 14 bags are left.").waitFor();
  await messages(owner).getByRole("img", { name: "Read" }).first().waitFor();
  expect(sent().filter((message) => message.type === "text")).toHaveLength(1);
});

test("an image is attached, sent and shown", async () => {
  const { page } = owner;
  const png = Buffer.from(
    "iVBORw0KGgoAAAANSUhEUgAAAAoAAAAKCAYAAACNMs+9AAAAFUlEQVR42mNk+M9Qz0AEYBxVSF+FABJADveWkH6oAAAAAElFTkSuQmCC",
    "base64",
  );
  const chooser = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "Add to the message" }).click();
  await page.getByRole("menuitem", { name: "Photo or video" }).click();
  await (await chooser).setFiles({ name: "bag.png", mimeType: "image/png", buffer: png });
  await page.getByRole("button", { name: "Send", exact: true }).click();
  await eventually(async () => sent().some((message) => message.type === "image"), "the image at the sandbox");
  await messages(owner).getByRole("img", { name: "Photo we sent" }).first().waitFor();
});

test("a second agent sees it live in a browser of their own", async () => {
  const { kernel } = world;
  const shop = await kernel.db.system.selectFrom("organizations").select("id").executeTakeFirstOrThrow();
  const person = await kernel.db.auth
    .insertInto("users")
    .values({ id: crypto.randomUUID(), name: "Tomás", email: "tomas@example.test" })
    .returning("id")
    .executeTakeFirstOrThrow();
  await kernel.db.system
    .insertInto("members")
    .values({
      organization_id: shop.id,
      id: crypto.randomUUID(),
      user_id: person.id,
      name: "Tomás",
      email: "tomas@example.test",
      role: "agent",
    })
    .execute();
  const session = await sessionFor(kernel, person.id, shop.id);
  let value = "";
  giveSession(
    kernel,
    {
      setCookie: (_name: string, given: string) => {
        value = encodeURIComponent(given);
      },
    } as never,
    session,
  );
  agent = await aVisitor(browser, world);
  await agent.context.addCookies([{ name: "token", value, url: world.url }]);
  await agent.page.goto(conversationUrl);
  await messages(agent).getByText("Yes, 14 bags are left.").waitFor();
  // Both stand in the thread before anything happens.
  await owner.page.getByRole("textbox", { name: /Reply to/ }).fill("They leave on Monday.");
  await owner.page.getByRole("button", { name: "Send", exact: true }).click();
  await messages(agent).getByText("They leave on Monday.").waitFor({ timeout: 3000 });
});

test("the keyboard alone answers and closes", async () => {
  const { page } = owner;
  await page.goto("/inbox/open");
  await page.getByText("Amara Okafor").first().waitFor();
  await page.keyboard.press("j");
  await page.keyboard.press("Enter");
  await messages(owner).getByText("They leave on Monday.").waitFor();
  const reply = page.getByRole("textbox", { name: /Reply to/ });
  await reply.waitFor();
  await page.keyboard.press("r");
  await eventually(() => reply.evaluate((field) => field === field.ownerDocument.activeElement), "the reply to have the focus");
  await page.keyboard.type("Written without a mouse.");
  await page.keyboard.press("Enter");
  await messages(owner).getByText("Written without a mouse.").waitFor();
  await page.keyboard.press("Escape");
  await page.locator("body").press("n");
  const note = page.getByRole("textbox", { name: /Private note about/ });
  await eventually(() => note.evaluate((field) => field === field.ownerDocument.activeElement), "the note to have the focus");
  await page.keyboard.type("A note nobody else sees.");
  await page.keyboard.press("Enter");
  await messages(owner).getByText("A note nobody else sees.").waitFor();
  expect(sent().some((message) => JSON.stringify(message.body).includes("nobody else sees"))).toBe(false);
});

test("a closed window turns the composer into the template picker, and a template goes out", async () => {
  const { page } = owner;
  await world.kernel.db.system
    .updateTable("conversations")
    .set({ window_until: new Date(Date.now() - 3_600_000) })
    .execute();
  await page.goto(conversationUrl);
  await page.getByText(/The reply window was open until/).waitFor();
  await expectAccessible(page, "closed window");
  await page.getByText("order_shipped").first().click();
  const blank = page.getByRole("textbox", { name: /1|Value/ }).first();
  if (await blank.isVisible().catch(() => false)) await blank.fill("Amara");
  await page.getByRole("button", { name: "Send template" }).click();
  await eventually(async () => sent().some((message) => message.type === "template"), "the template at the sandbox");
  await messages(owner)
    .getByText(/your order left the roastery today/)
    .last()
    .waitFor();
});

test("somebody without a phone number is a first-class contact", async () => {
  const { page } = owner;
  sandbox.customerSends(number.phoneNumberId, "AU.10000000000000000003", "Do you ship to Hobart?");
  await page.goto("/contacts");
  await page.getByRole("link", { name: "Mei Tanaka" }).first().click();
  await page.getByText("@mei.tanaka").first().waitFor();
  await expectAccessible(page, "contact");
});

test("the phone's width has a list, a thread and a way back", async () => {
  const small = await aVisitor(browser, world, {
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    storageState: await owner.context.storageState(),
  });
  await small.page.goto("/inbox/open");
  await small.page.getByText("Amara Okafor").first().click();
  await messages(small).getByText("They leave on Monday.").waitFor();
  const overflow = await small.page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth");
  expect(overflow).toBe(false);
  await expectAccessible(small.page, "phone thread");
  await small.page.getByRole("button", { name: "Back to the list" }).click();
  await small.page.getByText("Mei Tanaka").first().waitFor();
  small.wasClean();
});

test("Arabic reads from right to left, on every page one passes", async () => {
  const { page } = owner;
  await world.kernel.db.auth.updateTable("users").set({ language: "ar" }).where("email", "=", "olga@example.test").execute();
  const arab = await aVisitor(browser, world, { locale: "ar", storageState: await owner.context.storageState() });
  await arab.page.addInitScript("localStorage.setItem('candor.language', 'ar')");
  await arab.page.goto("/inbox/open");
  await eventually(async () => (await arab.page.locator("html").getAttribute("dir")) === "rtl", "right to left");
  await arab.page.getByText("Amara Okafor").first().click();
  await arab.page.getByText("They leave on Monday.").first().waitFor();
  await expectAccessible(arab.page, "Arabic inbox");
  for (const path of ["/contacts", "/settings/channels", "/settings/members"]) {
    await arab.page.goto(path);
    await arab.page.locator("h1").first().waitFor();
    expect(await arab.page.locator("html").getAttribute("dir")).toBe("rtl");
  }
  arab.wasClean();
  expect(page.isClosed()).toBe(false);
});

test("nothing left for another origin and no policy was broken", () => {
  owner.wasClean();
  agent.wasClean();
});
