import { readFileSync } from "node:fs";
import { beforeAll, expect, test } from "vitest";
import { browserOf } from "../accounts.builders.ts";
import { anOrganization, client, type Shop } from "../builders.ts";
import { aWorld } from "../world.ts";
import { aBrowser, aVisitor, expectAccessible, type Visitor } from "./browser.ts";

const world = await aWorld();
const browser = await aBrowser();
let shop: Shop;
let owner: Visitor;

const file = [
  "Kunde;Handy;E-Mail;Geburtstag;Newsletter",
  "Jürgen Müller;0151 12345678;juergen@example.test;01.02.1990;ja",
  "Ada Lindgren;0151 12345679;ada@example.test;;nein",
  "Zu kurz;4,915E+12;kurz@example.test;;",
  "Zweimal;0151 12345679;;;",
  "",
].join("\r\n");

beforeAll(async () => {
  shop = await anOrganization(world, "Fernhill Coffee");
  await (await client(shop)).patch("/organization", { country: "DE" });
  owner = await aVisitor(browser, world, {});
  const token = (await browserOf(shop, { userId: shop.ownerUserId })).cookie() ?? "";
  await owner.context.addCookies([{ name: "token", value: token, url: world.url }]);
});

test("a file is mapped as guessed, checked, taken in, and its wrong rows come back", async () => {
  const { page } = owner;
  await page.goto("/contacts");
  await page.getByRole("link", { name: "Import or export" }).click();
  await page.getByText("No file was imported yet").waitFor();
  await expectAccessible(page, "imports");
  await page.setInputFiles("input[type=file]", { name: "kunden.csv", mimeType: "text/csv", buffer: Buffer.from(file, "latin1") });
  await page.getByRole("heading", { name: "Where each column goes" }).waitFor();
  await page.getByText("Western (Windows-1252)").waitFor();
  await page.getByText("Jürgen Müller").first().waitFor();
  expect(await page.getByRole("combobox", { name: "Goes to: Handy" }).textContent()).toBe("Phone");
  expect(await page.getByRole("combobox", { name: "Goes to: Geburtstag" }).textContent()).toBe("Leave out");
  await page.getByText("taken in without consent").first().waitFor();
  await expectAccessible(page, "mapping of an import");

  await page.getByRole("button", { name: "Check the file" }).click();
  await page.getByRole("heading", { name: "What would happen" }).waitFor();
  await page.getByText("scientific notation").waitFor();
  await page.getByText("This is the same person as in row 3.").waitFor();
  await page.getByText("1 row says yes to messages without proof").waitFor();
  await expectAccessible(page, "a checked import");

  await page.getByRole("button", { name: "Import 2 contacts" }).click();
  await page.getByRole("heading", { name: "What happened" }).waitFor();
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: "Download as CSV" }).click()]);
  const text = readFileSync(await download.path(), "utf8");
  expect(text.split("\r\n")[0]).toBe("\uFEFFKunde,Handy,E-Mail,Geburtstag,Newsletter,Row,Why it was not taken");
  await page.getByRole("link", { name: "See contacts" }).click();
  await page.getByText("Jürgen Müller").first().waitFor();
});

test("contacts are exported and the file fetched", async () => {
  const { page } = owner;
  await page.goto("/contacts/imports");
  await page.getByText("2 new, 0 changed, 1 wrong").waitFor();
  await page.getByRole("button", { name: "Export", exact: true }).click();
  await page.getByRole("radio", { name: "CSV" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Export" }).click();
  const link = page.getByRole("link", { name: /^Download/ });
  await link.waitFor();
  const [download] = await Promise.all([page.waitForEvent("download"), link.click()]);
  expect(readFileSync(await download.path(), "utf8")).toContain("+4915112345678");
  await expectAccessible(page, "exports");
});
