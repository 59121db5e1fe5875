import { beforeAll, expect, test } from "vitest";
import { browserOf } from "../accounts.builders.ts";
import { aMember, anOrganization, type Client, client, eventually, type Shop } from "../builders.ts";
import { aConversation, anInboundMessage } from "../inbox.builders.ts";
import { aDeal, type DealView, firstPipeline } from "../sales.builders.ts";
import { aWorld } from "../world.ts";
import { aBrowser, aVisitor, expectAccessible, type Visitor } from "./browser.ts";

const world = await aWorld();
const browser = await aBrowser();
let shop: Shop;
let api: Client;
let agent: Visitor;
let ada: { id: string; userId: string };
let deal: DealView;
let other: DealView;
let stage: (key: string) => string;

beforeAll(async () => {
  shop = await anOrganization(world, "Fernhill Coffee");
  api = await client(shop);
  ({ stage } = await firstPipeline(api));
  ada = await aMember(shop, { name: "Ada Lindgren" });
  const chat = await aConversation(shop, { name: "Tomas Brandt" });
  await anInboundMessage(shop, chat, { text: "Could you send the offer today?" });
  other = await aDeal(api, { title: "Two grinders on loan", value: "124000" });
  deal = await aDeal(api, { title: "Forty kilos a month", value: "118000", contactIds: [chat.contactId] });
  agent = await aVisitor(browser, world);
  const token = (await browserOf(shop, { userId: ada.userId })).cookie() ?? "";
  await agent.context.addCookies([{ name: "token", value: token, url: world.url }]);
});

const read = async (id: string) => (await api.get<DealView>(`/deals/${id}`)).body;
const column = (name: string) => agent.page.getByRole("region", { name: new RegExp(`^${name},`) });

test("a deal is moved by the keyboard, with a way back, and by the mouse", async () => {
  const { page } = agent;
  await page.goto("/deals");
  const card = page.getByRole("link", { name: /Forty kilos a month/ });
  await column("New")
    .getByRole("link", { name: /Forty kilos/ })
    .waitFor();
  await column("New").getByText("US$2,420.00").waitFor();
  await expectAccessible(page, "board");
  await card.focus();
  await page.keyboard.press("Shift+ArrowRight");
  await column("Qualified")
    .getByRole("link", { name: /Forty kilos/ })
    .waitFor();
  await eventually(async () => (await read(deal.id)).stageId === stage("qualified"), "the move by keyboard");
  await column("Qualified").getByText("US$354.00 weighted").waitFor();
  await page.locator(`a:focus[data-deal="${deal.id}"]`).waitFor();
  await page.getByRole("button", { name: "Undo" }).click();
  await eventually(async () => (await read(deal.id)).stageId === stage("new"), "the way back");

  await column("New")
    .getByRole("link", { name: /Two grinders/ })
    .dragTo(column("Proposal"));
  await eventually(async () => (await read(other.id)).stageId === stage("proposal"), "the move by mouse");
  await page.getByRole("button", { name: "Move Two grinders on loan" }).click();
  await page.getByRole("menuitemcheckbox", { name: "Lost" }).click();
  await page.getByRole("dialog", { name: "Lost: Two grinders on loan" }).waitFor();
  await expectAccessible(page, "why it was lost");
  await page.getByLabel("In your own words").fill("They bought their own");
  await page.getByRole("button", { name: "Mark as lost" }).click();
  await eventually(async () => (await read(other.id)).state === "lost", "the loss");
  expect(await read(other.id)).toMatchObject({ reasonNote: "They bought their own" });
});

test("the same deals stand in a table", async () => {
  const { page } = agent;
  await page.getByRole("radio", { name: "Table" }).click();
  await page.getByRole("row", { name: /Forty kilos a month/ }).waitFor();
  expect(await page.getByRole("row").count()).toBe(3);
  await expectAccessible(page, "table of deals");
});

test("a deal stands beside the chat with its person, and a task is made and done there", async () => {
  const { page } = agent;
  await page.getByRole("link", { name: "Forty kilos a month" }).click();
  await page.getByRole("region", { name: "Chat" }).getByText("Could you send the offer today?").waitFor();
  await page.getByRole("textbox", { name: "Add task" }).fill("Send the offer");
  await page.keyboard.press("Enter");
  const task = page.getByRole("checkbox", { name: "Mark Send the offer as done" });
  await task.waitFor();
  await expectAccessible(page, "deal");
  await task.click();
  await eventually(async () => (await read(deal.id)).openTasks === 0, "the task to be done");
  await page.getByRole("listitem").filter({ hasText: "Done: Send the offer" }).getByRole("button", { name: "Undo" }).click();
  await eventually(async () => (await read(deal.id)).openTasks === 1, "the task to be open again");
});

test("tasks have a list of their own, and a reminder shows wherever one is", async () => {
  const { page } = agent;
  await page.goto("/tasks?show=upcoming");
  await page.getByRole("button", { name: "Send the offer" }).waitFor();
  await expectAccessible(page, "tasks");
  await api.post("/tasks", { title: "Ring Tomas", assigneeId: ada.id, dueAt: new Date(Date.now() + 60_000), remindAt: new Date() });
  await page.getByRole("region", { name: "Reminders" }).getByText("Reminder: Ring Tomas").waitFor();
  await expectAccessible(page, "a reminder");
  await page.getByRole("button", { name: "Dismiss the reminder of Ring Tomas" }).click();
  await eventually(async () => {
    const { rows } = await world.kernel.db.raw.owner.query<{ seen: boolean }>(
      "select seen_at is not null as seen from tasks where title = 'Ring Tomas'",
    );
    return rows[0]?.seen;
  }, "the reminder to be seen");
});

test("a company has its people, and nothing left our origin", async () => {
  const { page } = agent;
  await page.goto("/companies");
  await page.getByRole("button", { name: "New company" }).first().click();
  await page.getByLabel("Name").fill("Brandt & Sons");
  await page.getByRole("button", { name: "Create company" }).click();
  await page.getByRole("heading", { name: "Brandt & Sons" }).waitFor();
  await expectAccessible(page, "company");
  agent.wasClean();
});
