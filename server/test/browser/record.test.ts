import { beforeAll, expect, test } from "vitest";
import { browserOf } from "../accounts.builders.ts";
import { anOrganization, eventually, type Shop } from "../builders.ts";
import { aContact } from "../contacts.builders.ts";
import { aWorld } from "../world.ts";
import { aBrowser, aVisitor, expectAccessible, type Visitor } from "./browser.ts";

// Fields, stages and scoring are set up, and a person's record is filled in where it stands.
const world = await aWorld();
const browser = await aBrowser();

let shop: Shop;
let owner: Visitor;
let contactId: string;
beforeAll(async () => {
  shop = await anOrganization(world);
  contactId = (await aContact(shop, { name: "Ada Lovelace" })).id;
  owner = await aVisitor(browser, world);
  await owner.context.addCookies([
    { name: "token", value: (await browserOf(shop, { userId: shop.ownerUserId })).cookie() ?? "", url: world.url },
  ]);
});

const contact = () =>
  world.kernel.db.system
    .selectFrom("contacts")
    .select(["stage", "score", "t01", "n01", "extra"])
    .where("organization_id", "=", shop.id)
    .where("id", "=", contactId)
    .executeTakeFirstOrThrow();

test("fields are made, ordered by keyboard, and named in the register's words", async () => {
  const { page } = owner;
  await page.goto("/settings/fields");
  await page.getByText("No fields of your own yet").waitFor();
  const make = async (name: string, type: string, more: () => Promise<void> = async () => {}) => {
    await page.getByRole("button", { name: "New field" }).click();
    await page.getByLabel("Name", { exact: true }).fill(name);
    await page.getByRole("combobox", { name: "Type" }).click();
    await page.getByRole("option", { name: type, exact: true }).click();
    await more();
    await page.getByRole("button", { name: "Create" }).click();
    await page.getByRole("button", { name: `Change ${name}` }).waitFor();
  };
  await make("Roast", "One choice", async () => {
    await page.getByRole("button", { name: "Create" }).click();
    await page.getByRole("alert").getByText("Give at least one choice.").waitFor();
    await page.getByRole("button", { name: "Add a choice" }).click();
    await page.getByRole("textbox", { name: "Choice 1", exact: true }).fill("Light");
    await page.getByRole("textbox", { name: "Choice 1", exact: true }).press("Enter");
    await page.getByRole("textbox", { name: "Choice 2", exact: true }).fill("Dark");
    await expectAccessible(page, "field sheet");
  });
  await make("Spent", "Money");
  await make("Notes", "Long text");
  await page.getByRole("button", { name: /^Drag to move Notes/ }).press("ArrowUp");
  await page.getByText("Notes is now at place 2 of 3").waitFor({ state: "attached" });
  await eventually(async () => {
    const rows = await world.kernel.db.system
      .selectFrom("fields")
      .select("key")
      .where("organization_id", "=", shop.id)
      .orderBy("position")
      .execute();
    return rows.map((row) => row.key).join() === "roast,notes,spent";
  }, "the new order");
  await expectAccessible(page, "fields");
});

test("a value is changed where it stands; what cannot be one is told under it and kept to be mended", async () => {
  const { page } = owner;
  await page.goto(`/contacts/${contactId}`);
  await page.getByRole("button", { name: "Roast: Not given" }).click();
  await page.getByRole("option", { name: "Dark" }).click();
  await page.getByRole("button", { name: "Roast: Dark" }).waitFor();
  const spent = page.getByLabel("Spent");
  await spent.fill("a lot");
  await spent.press("Enter");
  await page
    .getByRole("alert")
    .getByText(/This is not an amount|not in EUR/)
    .waitFor();
  expect(await spent.inputValue()).toBe("a lot");
  await spent.fill("1.250,50");
  await spent.press("Enter");
  await eventually(async () => (await contact()).n01 === 125050, "the amount");
  await eventually(async () => (await spent.inputValue()).includes("1,250.50"), "the amount as one reads it");
  await page.getByRole("combobox", { name: "Stage" }).click();
  await page.getByRole("option", { name: "Customer" }).click();
  await eventually(async () => (await contact()).stage === "customer", "the stage");
  await page.getByRole("button", { name: /^since .*today/ }).click();
  await page.getByRole("heading", { name: "Stages so far" }).waitFor();
  await expectAccessible(page, "contact record");
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Add an address" }).click();
  await page.getByLabel("Street and number").fill("12 Long Lane");
  await page.getByLabel("Town").fill("London");
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByText("12 Long Lane").waitFor();
});

test("a rule is made as a sentence, tried on somebody, and then gives points one can ask about", async () => {
  const { page } = owner;
  await page.goto("/settings/scoring");
  await page.getByRole("button", { name: "New rule" }).click();
  await page.getByLabel("Name", { exact: true }).fill("Is a customer");
  await page.getByLabel("A fact about the contact").click();
  await page.getByText(/^\+10 while Stage is Customer/).waitFor();
  await page.getByRole("combobox", { name: "What it would give" }).click();
  await page.getByRole("option", { name: "Ada Lovelace" }).click();
  await page.getByText("Ada Lovelace would get +10 points now.").waitFor();
  await expectAccessible(page, "scoring rule");
  await page.getByRole("button", { name: "Create" }).click();
  await eventually(async () => (await contact()).score === 10, "the score");
  await page.goto(`/contacts/${contactId}`);
  await page.getByRole("button", { name: "Why 10?" }).click();
  await page.getByText("Is a customer").waitFor();
  await expectAccessible(page, "score");
  owner.wasClean();
});

test("a stage is taken away, and its people are where they were sent", async () => {
  const { page } = owner;
  await page.goto("/settings/stages");
  await page.getByRole("button", { name: "New stage" }).click();
  await page.getByLabel("Name", { exact: true }).fill("Tasting");
  await page.getByRole("button", { name: "Create" }).click();
  await page.getByRole("button", { name: "Change Tasting" }).waitFor();
  await page.getByRole("button", { name: "Take away Customer?" }).click();
  await page.getByRole("combobox", { name: "They go to" }).click();
  await page.getByRole("option", { name: "Tasting" }).click();
  await expectAccessible(page, "stages");
  await page.getByRole("button", { name: "Take away", exact: true }).click();
  await eventually(async () => (await contact()).stage === "tasting", "the stage");
});
