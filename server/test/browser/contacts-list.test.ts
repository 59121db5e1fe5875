import { sql } from "kysely";
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
  await api.post("/fields", {
    name: "Roast",
    key: "roast",
    type: "choice",
    category: "user",
    options: [
      { key: "light", name: "Light" },
      { key: "dark", name: "Dark" },
    ],
  });
  await api.post("/fields", { name: "Visits", key: "visits", type: "number", category: "user.behavior" });
  await api.post("/tags", { name: "Wholesale" });
  await world.kernel.db.raw.owner.query(
    `insert into contacts (organization_id, id, name, stage, score, t01, n01)
     select $1, candor_uuid7(), 'Person ' || lpad(n::text, 3, '0'), case when n % 3 = 0 then 'customer' else 'lead' end, n, case when n % 2 = 0 then 'light' else 'dark' end, n from generate_series(1, 130) n`,
    [shop.id],
  );
  owner = await aVisitor(browser, world);
  const token = (await browserOf(shop, { userId: shop.ownerUserId })).cookie() ?? "";
  await owner.context.addCookies([{ name: "token", value: token, url: world.url }]);
});

const names = async (page: Visitor["page"], count: number) =>
  (await page.locator("[role=row][data-contact] a").allInnerTexts()).slice(0, count).map((text) => text.replace(/^\S*\s*\n/, "").trim());

test("a filter is put together, sorted, counted, and saved as a view that opens again from its address", async () => {
  const { page } = owner;
  await page.goto("/contacts");
  await page.getByText("130 contacts").waitFor();
  await page.getByRole("button", { name: "Filter", exact: true }).click();
  await page.getByRole("option", { name: /^Visits/ }).click();
  await page.getByRole("combobox", { name: "Question" }).click();
  await page.getByRole("option", { name: "is more than" }).click();
  await page.getByRole("spinbutton", { name: "Value" }).fill("125");
  await page.getByRole("button", { name: "Done" }).click();
  await page.getByText("5 contacts").waitFor();
  await page.getByRole("button", { name: "Name", exact: true }).click();
  await eventually(async () => (await names(page, 1))[0]?.endsWith("Person 126"), "the first by name");
  expect(new URL(page.url()).searchParams.get("sort")).toBe("name");
  await expectAccessible(page, "filtered contacts");

  await page.getByRole("button", { name: "Save as new" }).click();
  await page.getByLabel("Name of the view").fill("Regulars");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await page.getByRole("button", { name: "Regulars", exact: true }).waitFor();
  await eventually(async () => new URL(page.url()).searchParams.get("view") !== null, "the view in the address");
  await page.reload();
  await page.getByText("5 contacts").waitFor();
  await page.getByText("Visits is more than 125").waitFor();
});

test("those selected get a tag as a job whose progress is told, and it is taken back", async () => {
  const { page } = owner;
  await page.getByRole("checkbox", { name: "Select all shown" }).click();
  await page.getByText("5 selected").waitFor();
  await page.getByRole("button", { name: "Add tags" }).click();
  await page.getByRole("combobox", { name: "Tags" }).click();
  await page.getByRole("option", { name: "Wholesale" }).click();
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Apply" }).click();
  await page.getByRole("button", { name: "Follow it" }).click();
  await page.getByText("5 changed").waitFor();
  await expectAccessible(page, "bulk changes");
  const tagged = async () =>
    Number(
      (await sql<{ n: string }>`select count(*) as n from contact_tags where organization_id = ${shop.id}`.execute(world.kernel.db.system))
        .rows[0]?.n,
    );
  expect(await tagged()).toBe(5);
  await page.getByRole("button", { name: "Take back" }).click();
  await page.getByText("Taken back for 5").waitFor();
  expect(await tagged()).toBe(0);
  owner.wasClean();
});

test("on a phone contacts are cards, which can be sorted and selected too", async () => {
  const { page } = owner;
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto("/contacts");
  await page.getByRole("button", { name: "Sort" }).click();
  await page.getByRole("menuitemcheckbox", { name: "Score, downwards" }).click();
  await page.getByRole("link", { name: /Person 130/ }).waitFor();
  await page.getByRole("checkbox", { name: "Select Person 130" }).click();
  await page.getByText("1 selected").waitFor();
  await expectAccessible(page, "contacts on a phone");
  owner.wasClean();
});
