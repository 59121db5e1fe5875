import { beforeAll, expect, test } from "vitest";
import { browserOf } from "../accounts.builders.ts";
import { anOrganization, client, eventually, type Shop } from "../builders.ts";
import { aWorld } from "../world.ts";
import { aBrowser, aVisitor, expectAccessible, type Visitor } from "./browser.ts";

const world = await aWorld();
const browser = await aBrowser();
let shop: Shop;
let owner: Visitor;

beforeAll(async () => {
  shop = await anOrganization(world, "Fernhill Coffee");
  const api = await client(shop);
  await api.post("/contacts", {
    name: "Jonas Weber",
    company: "Weber & Söhne",
    language: "de",
    identities: [{ kind: "email", value: "jonas@weber-soehne.example" }],
  });
  await api.post("/contacts", {
    name: "Weber, Jonas",
    company: "weber & sohne",
    language: "en",
    identities: [{ kind: "phone", value: "+49 30 901820114" }],
  });
  await eventually(async () => (await api.get<{ weak: number }>("/duplicates/counts")).body.weak === 1, "the pair to be found");
  owner = await aVisitor(browser, world);
  const token = (await browserOf(shop, { userId: shop.ownerUserId })).cookie() ?? "";
  await owner.context.addCookies([{ name: "token", value: token, url: world.url }]);
});

test("two that may be one are compared, merged, and told apart again", async () => {
  const { page } = owner;
  await page.goto("/contacts");
  await page.getByRole("link", { name: "Duplicates" }).click();
  await page.getByRole("tab", { name: "Possible" }).click();
  await page.getByText("Same name and company").waitFor();
  await expectAccessible(page, "duplicates");
  await page.getByRole("link", { name: "Compare Jonas Weber and Weber, Jonas" }).click();
  await page.getByText("They say different things").waitFor();
  await page.getByRole("group", { name: "Language" }).getByRole("radio").nth(1).check();
  await expectAccessible(page, "comparing two contacts");
  await page.getByRole("button", { name: "Merge", exact: true }).click();

  await page.getByText("Weber, Jonas is part of Jonas Weber now", { exact: true }).waitFor();
  await page.getByText("+49 30 901820114").first().waitFor();
  await page.getByText("jonas@weber-soehne.example").first().waitFor();
  await page.getByText("merged another contact into this one").waitFor();
  await expectAccessible(page, "a merged contact");
  await page.getByRole("button", { name: "Undo", exact: true }).click();
  await page.getByText("are two contacts again").first().waitFor();
  await eventually(async () => (await page.getByText("+49 30 901820114").count()) === 0);

  await page.goto("/contacts/duplicates?show=merges");
  await page.getByText(/^Undone by Owner/).waitFor();
  await page.goto("/contacts/duplicates?show=weak");
  await page.getByRole("button", { name: "Not the same person" }).click();
  await page.getByText("No two contacts look like one person").waitFor();
  expect(await page.getByRole("tab", { name: /Not the same/ }).textContent()).toContain("1");
  owner.wasClean();
});
