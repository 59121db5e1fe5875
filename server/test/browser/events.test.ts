import { beforeAll, expect, test } from "vitest";
import { browserOf } from "../accounts.builders.ts";
import { anOrganization, eventually, type Shop } from "../builders.ts";
import { aWriteKey, fromBrowser, type WriteKey } from "../tracking.builders.ts";
import { aWorld } from "../world.ts";
import { aBrowser, aVisitor, expectAccessible, type Visitor } from "./browser.ts";

const world = await aWorld();
const browser = await aBrowser();
let shop: Shop;
let key: WriteKey;
let owner: Visitor;

beforeAll(async () => {
  shop = await anOrganization(world, "Fernhill Coffee");
  key = await aWriteKey(shop);
  owner = await aVisitor(browser, world);
  const token = (await browserOf(shop, { userId: shop.ownerUserId })).cookie() ?? "";
  await owner.context.addCookies([{ name: "token", value: token, url: world.url }]);
});

const viewed = (price: unknown) => ({ type: "track", event: "Product Viewed", anonymousId: "anon", properties: { price, sku: "T-1" } });

test("somebody building a website watches events arrive, pauses, and sees why one was refused", async () => {
  const { page } = owner;
  await page.goto("/events/live");
  await page.getByText("Nothing has arrived in the last day").waitFor();
  await fromBrowser(shop, key, [viewed(12.5), { type: "track", event: "contact.created", anonymousId: "anon" }]);
  const arrived = page.getByRole("button", { name: /Product Viewed/ });
  await arrived.waitFor();
  await arrived.click();
  await page.getByText('"price": 12.5').waitFor();
  await page.getByRole("button", { name: /contact\.created.*Refused/ }).click();
  await page.getByText("event: reserved_name").waitFor();
  await expectAccessible(page, "live view");

  await page.getByRole("button", { name: "Pause" }).click();
  await fromBrowser(shop, key, { type: "page", anonymousId: "anon" });
  await page.getByText("Paused.").waitFor();
  await page.getByRole("button", { name: "Go on" }).click();
  await page.getByRole("button", { name: /page\.viewed/ }).waitFor();
});

test("the registry shows names, a type conflict, and blocks a name", async () => {
  const { page } = owner;
  await fromBrowser(shop, key, viewed("12.50"));
  await eventually(async () => {
    await page.goto("/events");
    await page.getByRole("link", { name: "Product Viewed" }).waitFor();
    return (await page.getByText("1 type conflict").count()) > 0;
  });
  await expectAccessible(page, "registry");
  await page.getByRole("link", { name: "Product Viewed" }).click();
  await page.getByText("Comes as more than one type").waitFor();
  await expectAccessible(page, "one name");
  await page.getByRole("switch", { name: "Block" }).click();
  await page.getByText("Blocked", { exact: true }).waitFor();
  await eventually(async () => (await fromBrowser(shop, key, viewed(1))).body.error?.code === "blocked_name");
});

test("a website is added with its origins, and shows what to put into its pages", async () => {
  const { page } = owner;
  await page.goto("/settings/websites");
  await page.getByRole("button", { name: "New website" }).first().click();
  await page.getByRole("textbox", { name: "Website" }).fill("Tea shop");
  await page.getByRole("textbox", { name: "Origins" }).fill("https://tea.example");
  await expectAccessible(page, "new website");
  await page.getByRole("button", { name: "Make key" }).click();
  await page.getByText("Install on Tea shop").waitFor();
  await page.getByRole("button", { name: "Show the secret" }).click();
  await page.getByText("On your server").waitFor();
  await expectAccessible(page, "install");
  expect(await page.getByRole("dialog").textContent()).toContain("candor.identify");
  owner.wasClean();
});
