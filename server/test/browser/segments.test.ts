import { beforeAll, expect, test } from "vitest";
import { browserOf } from "../accounts.builders.ts";
import { anOrganization, eventually, type Shop } from "../builders.ts";
import { aContact } from "../contacts.builders.ts";
import { aWorld } from "../world.ts";
import { aBrowser, aVisitor, expectAccessible, type Visitor } from "./browser.ts";

// A segment is put together as a sentence with the count beside it, saved, and explains itself.
const world = await aWorld();
const browser = await aBrowser();

let shop: Shop;
let owner: Visitor;
beforeAll(async () => {
  shop = await anOrganization(world);
  for (const name of ["Ada Lovelace", "Grace Hopper"]) {
    const { id } = await aContact(shop, { name });
    await world.kernel.db.system
      .updateTable("contacts")
      .set({ stage: "customer" })
      .where("organization_id", "=", shop.id)
      .where("id", "=", id)
      .execute();
  }
  await aContact(shop, { name: "Bo Lead" });
  owner = await aVisitor(browser, world);
  await owner.context.addCookies([
    { name: "token", value: (await browserOf(shop, { userId: shop.ownerUserId })).cookie() ?? "", url: world.url },
  ]);
});

const segmentId = async () =>
  (await world.kernel.db.system.selectFrom("segments").select("id").where("organization_id", "=", shop.id).executeTakeFirst())?.id;

test("the count follows the rule while one edits it, and each condition says how many it holds for alone", async () => {
  const { page } = owner;
  await page.goto("/segments");
  await page.getByText("No segments yet").waitFor();
  await page.getByRole("main").getByRole("link", { name: "New segment" }).first().click();
  const now = page.getByRole("region", { name: "Right now" }).or(page.locator("section", { hasText: "Right now" }));
  await now.getByText("3", { exact: true }).waitFor();
  await page.getByRole("textbox", { name: "Name", exact: true }).fill("Customers");
  await page.getByRole("button", { name: "Condition", exact: true }).click();
  await page.getByRole("menuitem", { name: "A field of the contact" }).click();
  await now.getByText("2", { exact: true }).waitFor();
  await now.getByRole("link", { name: "Ada Lovelace" }).waitFor();
  expect(await now.getByText("Bo Lead").count()).toBe(0);
  await expectAccessible(page, "segment builder");
  await page.getByRole("button", { name: "Undo the last change" }).click();
  await now.getByText("3", { exact: true }).waitFor();
  await page.getByRole("button", { name: "Condition", exact: true }).click();
  await page.getByRole("menuitem", { name: "A field of the contact" }).click();
  await page.getByRole("button", { name: "Condition", exact: true }).click();
  await page.getByRole("menuitem", { name: "Something that happened" }).click();
  await now.getByText("Nobody fits.").waitFor();
  await page.getByRole("button", { name: "Actions for this condition" }).nth(1).click();
  await page.getByRole("menuitem", { name: "Remove" }).click();
  await now.getByText("2", { exact: true }).waitFor();
});

test("saved, it is built at once, and a changed contact enters it", async () => {
  const { page } = owner;
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await page.getByRole("heading", { name: "Customers" }).waitFor();
  await page.getByRole("tab", { name: /^Members/ }).click();
  await page.getByRole("link", { name: "Ada Lovelace" }).waitFor();
  const bo = await world.kernel.db.system
    .selectFrom("contacts")
    .select("id")
    .where("organization_id", "=", shop.id)
    .where("name", "=", "Bo Lead")
    .executeTakeFirstOrThrow();
  await world.kernel.db.system.updateTable("contacts").set({ name: "Bo Buyer" }).where("id", "=", bo.id).execute();
  const answer = await page.evaluate(
    (id) =>
      fetch(`/api/v1/contacts/${id}`, {
        method: "PATCH",
        headers: { "content-type": "application/json" },
        body: '{"stage":"customer"}',
      }).then((a) => a.status),
    bo.id,
  );
  expect(answer).toBe(200);
  await page.getByRole("link", { name: "Bo Buyer" }).waitFor();
  await eventually(async () => (await page.getByText("3 people").count()) > 0, "the count beside the name");
});

test("why somebody is in is told condition by condition", async () => {
  const { page } = owner;
  await page.goto(`/segments/${await segmentId()}?tab=why`);
  await page.getByRole("combobox", { name: "Choose a contact" }).click();
  await page.getByRole("option", { name: /Ada Lovelace/ }).click();
  await page.getByText("Ada Lovelace is in this segment").waitFor();
  await page.getByRole("img", { name: "Holds", exact: true }).first().waitFor();
  await page.getByText(/Stage is Customer/).waitFor();
  await expectAccessible(page, "segment explanation");
});

test("the list shows how it moved, and a segment is archived and brought back", async () => {
  const { page } = owner;
  await page.goto("/segments");
  await page.getByRole("link", { name: "Customers" }).waitFor();
  await expectAccessible(page, "segments");
  await page.getByRole("link", { name: "Customers" }).click();
  await page.getByRole("button", { name: "Actions", exact: true }).click();
  await page.getByRole("menuitem", { name: "Archive" }).click();
  await page.getByText("Archived", { exact: true }).waitFor();
  await page.getByRole("button", { name: "Actions", exact: true }).click();
  await page.getByRole("menuitem", { name: "Restore" }).click();
  await page.getByText("3 people").waitFor();
});
