import { beforeAll, describe, expect, test } from "vitest";
import { browserOf } from "../../../test/accounts.builders.ts";
import { aMember, anOrganization, type Client, client, eventsOf, eventsSoFar, eventually, type Shop } from "../../../test/builders.ts";
import { aConversation } from "../../../test/inbox.builders.ts";
import { aContact, aDeal } from "../../../test/sales.builders.ts";
import { aWorld } from "../../../test/world.ts";
import { newId } from "../../kernel/id.ts";

const world = await aWorld();
type Page<T> = { items: T[]; next: string | null };
type Refused = { error: { code: string; field?: string } };
type Named = { id: string; name: string } | null;
type Task = {
  id: string;
  title: string;
  contact: Named;
  deal: Named;
  assigneeId: string | null;
  dueAt: string | null;
  dueOn: string | null;
  remindAt: string | null;
  remindedAt: string | null;
  doneAt: string | null;
};

let shop: Shop;
let api: Client;
beforeAll(async () => {
  shop = await anOrganization(world);
  api = await client(shop);
});
const make = async (more: Record<string, unknown> = {}) => (await api.post<Task>("/tasks", { title: "Ring back", ...more })).body;
const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();

describe("a task", () => {
  test("of a deal or a conversation is about its person, and stands in their timeline", async () => {
    const contact = await aContact(shop, { name: "Tomas" });
    const deal = await aDeal(api, { contactIds: [contact] });
    const chat = await aConversation(shop, { name: "Mara" });
    expect(await make({ dealId: deal.id })).toMatchObject({
      contact: { id: contact, name: "Tomas" },
      deal: { id: deal.id, name: deal.title },
    });
    expect(await make({ conversationId: chat.id })).toMatchObject({ contact: { id: chat.contactId, name: "Mara" } });
    const refused = await api.post<Refused>("/tasks", { title: "X", conversationId: chat.id, contactId: contact });
    expect(refused.body.error.field).toBe("contactId");
    const seen = await api.get<Page<{ name: string }>>(`/contacts/${contact}/timeline`);
    expect(seen.body.items.map((item) => item.name)).toContain("task.created");
  });

  test("is done and taken up again, each told once", async () => {
    const task = await make();
    const since = await eventsSoFar(shop);
    await api.post(`/tasks/${task.id}/done`);
    expect((await api.post<Task>(`/tasks/${task.id}/done`)).body.doneAt).not.toBeNull();
    await api.post(`/tasks/${task.id}/reopen`);
    expect((await api.post<Task>(`/tasks/${task.id}/reopen`)).body.doneAt).toBeNull();
    expect(await eventsOf(shop, { since })).toEqual(["task.done", "task.reopened"]);
  });

  test("for a whole day is late when that day is over where its assignee lives", async () => {
    const mia = await aMember(shop, { name: "Mia" });
    await world.kernel.db.auth.updateTable("users").set({ time_zone: "Asia/Tokyo" }).where("id", "=", mia.userId).execute();
    expect(await make({ dueOn: "2027-03-01", assigneeId: mia.id })).toMatchObject({
      dueOn: "2027-03-01",
      dueAt: "2027-03-01T14:59:59.999Z",
    });
    const refused = await api.post<Refused>("/tasks", { title: "X", dueOn: "2027-03-01", dueAt: inHours(1) });
    expect(refused.body.error.field).toBe("dueOn");
  });

  test("keeps its reminder's distance when it is put off", async () => {
    const task = await make({ dueAt: "2027-05-01T12:00:00Z", remindAt: "2027-05-01T11:00:00Z" });
    const moved = await api.patch<Task>(`/tasks/${task.id}`, { dueAt: "2027-05-03T09:30:00Z" });
    expect(moved.body.remindAt).toBe("2027-05-03T08:30:00.000Z");
    expect((await api.patch<Task>(`/tasks/${task.id}`, { dueAt: null })).body).toMatchObject({ dueAt: null, remindAt: null });
  });

  test("refuses who or what there is not, by its field", async () => {
    const field = async (body: Record<string, unknown>) => (await api.post<Refused>("/tasks", { title: "X", ...body })).body.error?.field;
    for (const key of ["contactId", "companyId", "dealId", "conversationId", "assigneeId"])
      expect(await field({ [key]: newId() }), key).toBe(key);
    expect(await field({ title: "" })).toBe("title");
    expect((await api.post<Refused>("/activities", { kind: "call", body: "x" })).body.error.field).toBe("contactId");
    expect((await api.get<Refused>("/activities")).body.error.field).toBe("contact");
  });
});

describe("the list", () => {
  test("has what is overdue, of today, upcoming and done, in the order of its times, page by page, and counts it", async () => {
    const shop = await anOrganization(world);
    const ada = await aMember(shop, { name: "Ada" });
    await world.kernel.db.auth.updateTable("users").set({ time_zone: "Pacific/Kiritimati" }).where("id", "=", ada.userId).execute();
    const browser = await browserOf(shop, ada);
    const make = async (title: string, more: Record<string, unknown>) => (await browser.post<Task>("/tasks", { title, ...more })).body;
    // Where Ada lives it is another day than here: what is today is hers to say.
    const today = Temporal.Now.plainDateISO("Pacific/Kiritimati");
    await make("late two", { dueAt: inHours(-1) });
    await make("late one", { dueOn: today.subtract({ days: 2 }).toString() });
    await make("today", { dueOn: today.toString() });
    await make("tomorrow", { dueOn: today.add({ days: 1 }).toString() });
    await make("some day", {});
    const endOfToday = today.add({ days: 1 }).toZonedDateTime("Pacific/Kiritimati").subtract({ seconds: 1 });
    await make("another's", { dueAt: endOfToday.toInstant().toString(), assigneeId: shop.ownerMemberId });
    const done = await make("done", { dueAt: inHours(-2) });
    await browser.post(`/tasks/${done.id}/done`);
    const walk = async (query: string) => {
      const titles: string[] = [];
      for (let after = ""; ; ) {
        const page = (await browser.get<Page<Task>>(`/tasks?limit=1&${query}${after && `&after=${after}`}`)).body;
        titles.push(...page.items.map((task) => task.title));
        if (page.next === null) return titles;
        after = page.next;
      }
    };
    expect(await walk("show=overdue&assignee=me")).toEqual(["late one", "late two"]);
    expect(await walk("show=today&assignee=me")).toEqual(["today"]);
    expect(await walk("show=today")).toHaveLength(2);
    expect(await walk("show=upcoming&assignee=me")).toEqual(["tomorrow", "some day"]);
    expect(await walk("show=done")).toEqual(["done"]);
    expect(await walk("assignee=me")).toEqual(["late one", "late two", "today", "tomorrow", "some day"]);
    expect((await browser.get("/tasks/counts?assignee=me")).body).toEqual({ overdue: 2, today: 1, upcoming: 2 });
    expect((await browser.get<Refused>("/tasks?after=nonsense")).body.error.field).toBe("after");
  });

  test("of another organization is not there, and without the right nothing is written", async () => {
    const task = await make();
    const stranger = await client(await anOrganization(world));
    expect((await stranger.get<Page<unknown>>("/tasks")).body.items).toEqual([]);
    expect((await stranger.post(`/tasks/${task.id}/done`)).status).toBe(404);
    const reader = await client(shop, { can: ["sales.read"] });
    expect((await reader.get(`/tasks/${task.id}`)).status).toBe(200);
    expect((await reader.post(`/tasks/${task.id}/done`)).status).toBe(403);
  });
});

describe("a reminder", () => {
  const letters = (subject: string) =>
    world.kernel.db.system.selectFrom("mail_outbox").select(["recipient", "subject"]).where("subject", "=", subject).execute();

  test("comes once, in the app and by mail for whom wants it, and is gone when it was seen", async () => {
    const ada = await aMember(shop, { name: "Ada" });
    const browser = await browserOf(shop, ada);
    expect((await browser.get("/tasks/preferences")).body).toEqual({ mail: false });
    await browser.put("/tasks/preferences", { mail: true });
    const since = await eventsSoFar(shop);
    const task = (await browser.post<Task>("/tasks", { title: "Send the offer", dueAt: inHours(1), remindAt: inHours(-0.1) })).body;
    await eventually(async () => (await letters("Reminder: Send the offer")).length > 0, "the letter");
    // The job once more, as after a killed process.
    await world.kernel.db.raw.owner.query("select candor_enqueue('sales_remind', $1::json)", [
      JSON.stringify({ organizationId: shop.id, taskId: task.id }),
    ]);
    await eventually(async () => {
      const { rows } = await world.kernel.db.raw.owner.query<{ left: number }>(
        "select count(*)::int as left from graphile_worker.jobs where task_identifier like 'sales_remind%' and run_at <= now()",
      );
      return rows[0]?.left === 0;
    }, "the jobs to be done");
    expect((await letters("Reminder: Send the offer")).map((letter) => letter.recipient)).toEqual([ada.email]);
    expect((await eventsOf(shop, { since })).filter((name) => name === "task.reminded")).toHaveLength(1);
    const shown = (await browser.get<Page<Task>>("/tasks/reminders")).body.items;
    expect(shown.map((each) => each.title)).toEqual(["Send the offer"]);
    await browser.post(`/tasks/${task.id}/seen`);
    expect((await browser.get<Page<Task>>("/tasks/reminders")).body.items).toEqual([]);
  });

  test("does not come for what is done, and comes anew at a new time", async () => {
    const done = await make({ title: "Done before", remindAt: inHours(1), assigneeId: shop.ownerMemberId });
    await api.post(`/tasks/${done.id}/done`);
    await api.patch(`/tasks/${done.id}`, { remindAt: inHours(-1) });
    const task = await make({ title: "Twice", dueAt: inHours(2), remindAt: inHours(-1), assigneeId: shop.ownerMemberId });
    const reminded = async (id: string) => (await api.get<Task>(`/tasks/${id}`)).body.remindedAt;
    const first = await eventually(() => reminded(task.id), "the first reminder");
    await api.patch(`/tasks/${task.id}`, { remindAt: inHours(-0.5) });
    await eventually(async () => {
      const again = await reminded(task.id);
      return again !== null && again !== first;
    }, "the second reminder");
    expect(await reminded(done.id)).toBeNull();
    const owner = await browserOf(shop, { userId: shop.ownerUserId });
    expect((await owner.get<Page<Task>>("/tasks/reminders")).body.items.map((each) => each.title)).toEqual(["Twice"]);
  });
});

describe("an activity", () => {
  test("is logged about a deal and its person, listed latest first, and taken back", async () => {
    const contact = await aContact(shop);
    const deal = await aDeal(api, { contactIds: [contact] });
    const since = await eventsSoFar(shop);
    await api.post("/activities", { kind: "call", body: "Yesterday", minutes: 12, dealId: deal.id, at: inHours(-24) });
    const note = await api.post<{ id: string }>("/activities", { kind: "note", body: "Today", dealId: deal.id });
    type Shown = { body: string; minutes: number | null };
    const list = async (query: string) => (await api.get<Page<Shown>>(`/activities?${query}`)).body.items.map((each) => each.body);
    expect(await list(`deal=${deal.id}`)).toEqual(["Today", "Yesterday"]);
    expect(await list(`contact=${contact}`)).toEqual(["Today", "Yesterday"]);
    await api.delete(`/activities/${note.body.id}`);
    expect(await list(`contact=${contact}`)).toEqual(["Yesterday"]);
    expect(await eventsOf(shop, { since })).toEqual(["activity.logged", "activity.logged", "activity.deleted"]);
  });
});
