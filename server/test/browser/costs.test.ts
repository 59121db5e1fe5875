import { readFileSync } from "node:fs";
import { beforeAll, expect, test } from "vitest";
import { browserOf } from "../accounts.builders.ts";
import { aMember, anOrganization, client, eventually, type Shop } from "../builders.ts";
import { aPricedMessage, freeReply, regular, type Sent } from "../costs.builders.ts";
import { aNumberOfItsOwn, type TestChannel } from "../whatsapp.builders.ts";
import { aWorld } from "../world.ts";
import { aBrowser, aVisitor, expectAccessible, type Visitor } from "./browser.ts";

const world = await aWorld();
const browser = await aBrowser();
let shop: Shop;
let channel: TestChannel;
let owner: Visitor;
let german: Sent;

const signedIn = async (userId: string, options = {}): Promise<Visitor> => {
  const visitor = await aVisitor(browser, world, options);
  const token = (await browserOf(shop, { userId })).cookie() ?? "";
  await visitor.context.addCookies([{ name: "token", value: token, url: world.url }]);
  return visitor;
};

beforeAll(async () => {
  shop = await anOrganization(world, "Fernhill Coffee");
  channel = await aNumberOfItsOwn(shop);
  const ada = await aMember(shop, { name: "Ada Lindgren" });
  german = await aPricedMessage(channel, regular("marketing"), { phone: "4915112345678", template: "autumn_offer", authorId: ada.id });
  await aPricedMessage(channel, regular("utility"), { template: "order_shipped", authorId: ada.id });
  const first = await aPricedMessage(channel, regular("service"), { body: "Yes.", at: new Date(Date.now() - 120_000) });
  await aPricedMessage(channel, regular("service"), {
    body: "Fourteen bags.",
    contactId: first.contactId,
    at: new Date(Date.now() - 100_000),
  });
  await aPricedMessage(channel, freeReply);
  owner = await signedIn(shop.ownerUserId);
});

test("the month shows its sum, the days, what is free, and a hint that is true", async () => {
  const { page } = owner;
  await page.goto("/costs");
  await page.getByRole("heading", { name: "Costs", exact: true }).waitFor();
  // 0.1365 for the German offer, 0.022 for each of the other three.
  await page.getByText("US$0.2025").first().waitFor();
  await page.getByText("4 of 5 messages charged by WhatsApp.").waitFor();
  await page.getByText("0 of 1,000").waitFor();
  await page.getByText("1 short reply followed another one within a minute").waitFor();
  await page.getByText("That would have saved US$0.0220.").waitFor();
  await expectAccessible(page, "costs");
});

test("every number leads to the messages it counts, and from there to the conversation", async () => {
  const { page } = owner;
  await page.getByRole("tab", { name: "Country" }).click();
  await page.getByRole("link", { name: "Germany" }).click();
  await page.getByRole("heading", { name: /^Messages of/ }).waitFor();
  await page.getByText("autumn_offer").waitFor();
  expect(await page.getByRole("row").count()).toBe(2);
  await expectAccessible(page, "messages of costs");
  await page.getByRole("link", { name: "Amara Okafor" }).click();
  await page.waitForURL(new RegExp(german.conversationId));
  await page.goBack();
  await page.getByRole("button", { name: "Remove Germany" }).click();
  await eventually(async () => (await page.getByRole("row").count()) === 6, "all five messages");
});

test("the CSV holds what the page says", async () => {
  const { page } = owner;
  await page.goto("/costs");
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "Download CSV" }).click();
  const file = readFileSync(await (await download).path(), "utf8");
  expect(file.trim().split("\r\n")).toHaveLength(6);
  expect(file).toContain("autumn_offer,marketing,regular,yes,DE,DE,USD,0.1365");
});

test("a file with mistakes names them, a right one counts the month anew", async () => {
  const { page } = owner;
  await page.goto("/costs/prices");
  await page.getByText("Germany").first().waitFor();
  await page.getByText("Estimate", { exact: true }).first().waitFor();
  await expectAccessible(page, "price table");
  await page.getByRole("button", { name: "Import", exact: true }).click();
  const upload = (csv: string) =>
    page.getByLabel("File").setInputFiles({ name: "prices.csv", mimeType: "text/csv", buffer: Buffer.from(csv) });
  await upload("market,category,price,currency,valid_from\nAtlantis,utility,0.03,USD,2026-10-01");
  await page.getByText("Line 2").waitFor();
  await page.getByText("“Atlantis” is no market and no country.").waitFor();
  await expectAccessible(page, "import with a mistake");
  const from = `${new Date().toISOString().slice(0, 7)}-01`;
  await upload(`market,category,price,currency,valid_from\nGermany,marketing,1.1365,USD,${from}`);
  await page.getByText("1 price can be imported.").waitFor();
  await page.getByRole("dialog").getByRole("button", { name: "Import", exact: true }).click();
  await page.getByText("1 price imported").first().waitFor();
  await page.getByText("Your own, imported").first().waitFor();
  await page.goto("/costs");
  await page.getByText("US$1.20").first().waitFor();
});

test("the template picker says what sending costs, the send button only when a reply does", async () => {
  const { page } = owner;
  const { system } = world.kernel.db;
  await system
    .insertInto("whatsapp_templates")
    .values({
      organization_id: shop.id,
      id: crypto.randomUUID(),
      account_id: channel.accountId,
      name: "autumn_offer",
      language: "en",
      category: "UTILITY",
      state: "APPROVED",
      components: JSON.stringify([{ type: "BODY", text: "Your order is on its way." }]),
    })
    .execute();
  await page.goto(`/inbox/open/${german.conversationId}`);
  await page.getByRole("button", { name: /^Costs: US\$0\.0550\. Price for Germany as published/ }).waitFor();
  await system
    .updateTable("conversations")
    .set({ window_until: new Date(Date.now() + 3_600_000) })
    .where("organization_id", "=", shop.id)
    .execute();
  await page.reload();
  await page.getByRole("textbox", { name: /Reply to/ }).waitFor();
  // WhatsApp has charged replies of this number, so none is free.
  await page.getByRole("button", { name: /^Costs: US\$0\.0550/ }).waitFor();
  const api = await client(shop);
  await api.patch("/costs/settings", { showReplyCost: false });
  await page.reload();
  await page.getByRole("textbox", { name: /Reply to/ }).waitFor();
  await page.getByRole("button", { name: "Send", exact: true }).waitFor();
  expect(await page.getByRole("button", { name: /^Costs: / }).count()).toBe(0);
});

test("on a phone and in Arabic it fits, and who may not see costs has no such place", async () => {
  const small = await signedIn(shop.ownerUserId, { viewport: { width: 390, height: 844 }, hasTouch: true, locale: "ar" });
  await small.page.addInitScript("localStorage.setItem('candor.language', 'ar')");
  for (const path of ["/costs", "/costs/messages", "/costs/prices"]) {
    await small.page.goto(path);
    await small.page.getByRole("table").first().waitFor();
    expect(await small.page.locator("html").getAttribute("dir")).toBe("rtl");
    expect(await small.page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"), path).toBe(false);
    await expectAccessible(small.page, `phone ${path}`);
  }
  small.wasClean();
  const agent = await aMember(shop, { role: "agent", name: "Ines" });
  const visitor = await signedIn(agent.userId);
  await visitor.page.goto("/inbox/open");
  await visitor.page.getByRole("link", { name: "Contacts" }).first().waitFor();
  expect(await visitor.page.getByRole("link", { name: "Costs" }).count()).toBe(0);
  visitor.wasClean();
  owner.wasClean();
});
