import { sql } from "kysely";
import { expect, test } from "vitest";
import { anOrganization, type Client, client, eventsOf, eventsSoFar, eventually, type Shop } from "../../../test/builders.ts";
import { aContact } from "../../../test/contacts.builders.ts";
import { aWorld } from "../../../test/world.ts";
import { emitMany } from "../../kernel/events.ts";
import { newId } from "../../kernel/id.ts";
import { scoreDue } from "./score-follow.ts";
import { countEvents } from "./score-points.ts";

const world = await aWorld();
type Explained = {
  score: number;
  parts: { name: string; points: number; times: number; newestAt: string | null; changesAt: string | null }[];
};
type Refused = { error: { code: string; field?: string } };
const day = 86_400_000;

const aShop = async () => {
  const shop = await anOrganization(world);
  return { shop, api: await client(shop) };
};
const aRule = async (api: Client, name: string, points: number, rule: unknown) => {
  const answer = await api.post<{ id: string }>("/score-rules", { name, points, rule });
  expect(answer.status).toBe(201);
  return answer.body.id;
};
const happened = async (shop: Shop, contactId: string, name: string, daysAgo = 0) => {
  await shop.world.kernel.db.system.transaction().execute((tx) =>
    emitMany(tx, [
      {
        organizationId: shop.id,
        name,
        payload: { contactId },
        actor: { kind: "contact", contactId },
        occurredAt: new Date(Date.now() - daysAgo * day),
      },
    ]),
  );
  shop.world.kernel.live.wake("events");
};
const scoreOf = async (api: Client, contactId: string) => (await api.get<{ score: number }>(`/contacts/${contactId}`)).body.score;
const scores = (api: Client, contactId: string, score: number) =>
  eventually(async () => (await scoreOf(api, contactId)) === score, `a score of ${score}`).catch(async (error) => {
    throw new Error(`${(error as Error).message}; it is ${await scoreOf(api, contactId)}`);
  });
const explained = async (api: Client, contactId: string) => (await api.get<Explained>(`/contacts/${contactId}/score`)).body;

test("the score is the sum of the rules, follows each change and event, and says what gave how much", async () => {
  const { shop, api } = await aShop();
  const ada = await aContact(shop, { name: "Ada" });
  await aRule(api, "Is a customer", 20, { kind: "condition", condition: { about: "field", field: "stage", op: "is", value: "customer" } });
  await aRule(api, "Asked for a price", 15, { kind: "event", event: "Price Asked", atMost: 2 });
  await aRule(api, "Works nowhere", -5, { kind: "condition", condition: { about: "field", field: "company", op: "unknown" } });
  await scores(api, ada.id, -5);
  const since = await eventsSoFar(shop);
  await api.patch(`/contacts/${ada.id}`, { stage: "customer", company: "Engines" });
  await scores(api, ada.id, 20);
  for (let times = 0; times < 3; times++) await happened(shop, ada.id, "Price Asked", times);
  await scores(api, ada.id, 50);
  const { score, parts } = await explained(api, ada.id);
  expect(score).toBe(50);
  expect(parts.map(({ name, points, times }) => [name, points, times])).toEqual([
    ["Asked for a price", 30, 2],
    ["Is a customer", 20, 0],
  ]);
  const scored = await world.kernel.db.system
    .selectFrom("events")
    .select("payload")
    .where("organization_id", "=", shop.id)
    .where("id", ">", since)
    .where("name", "=", "contact.scored")
    .orderBy("id")
    .execute();
  expect(scored[0]?.payload).toEqual({ contactId: ada.id, from: -5, to: 20 });
  expect(scored.at(-1)?.payload).toMatchObject({ to: 50 });
  expect((await (await client(await anOrganization(world))).get(`/contacts/${ada.id}/score`)).status).toBe(404);
});

test("a rule that is made, changed, paused or removed counts everybody again", async () => {
  const { shop, api } = await aShop();
  const people = await Promise.all(Array.from({ length: 3 }, () => aContact(shop)));
  const all = (score: number) => Promise.all(people.map(({ id }) => scores(api, id, score)));
  const id = await aRule(api, "Is a lead", 10, {
    kind: "condition",
    condition: { about: "field", field: "stage", op: "is", value: "lead" },
  });
  await all(10);
  await api.patch(`/score-rules/${id}`, { points: 7 });
  await all(7);
  await api.patch(`/score-rules/${id}`, { active: false });
  await all(0);
  await api.patch(`/score-rules/${id}`, { active: true });
  await all(7);
  expect((await api.request("DELETE", `/score-rules/${id}`)).status).toBe(204);
  await all(0);
  await eventually(async () => (await api.get<{ counting: unknown }>("/score-rules")).body.counting === null, "the count to end");
  expect((await explained(api, people[0]?.id ?? "")).parts).toEqual([]);
  expect(await world.kernel.db.system.selectFrom("score_rules").select("id").where("organization_id", "=", shop.id).execute()).toEqual([]);
});

test("points fade by half and leave their window as time goes by, each contact when it is due", async () => {
  const { shop, api } = await aShop();
  const ada = await aContact(shop);
  await aRule(api, "Visited", 40, { kind: "event", event: "Visited", atMost: 5, halfLifeDays: 10 });
  await aRule(api, "Asked lately", 5, { kind: "event", event: "Asked", atMost: 5, windowDays: 30 });
  await happened(shop, ada.id, "Visited", 0);
  await happened(shop, ada.id, "Visited", 10);
  await happened(shop, ada.id, "Asked", 1);
  await happened(shop, ada.id, "Asked", 20);
  await happened(shop, ada.id, "Asked", 31);
  await scores(api, ada.id, 60 + 10);
  const after = async (days: number) => {
    await scoreDue(world.kernel, new Date(Date.now() + days * day + 60_000));
    return scoreOf(api, ada.id);
  };
  expect(await after(5)).toBe(42 + 10);
  expect(await after(10)).toBe(30 + 5);
  expect(await after(11)).toBe(28 + 5);
  expect(await after(29.1)).toBe(8);
  expect(await after(200)).toBe(0);
  const left = await sql`select from score_states where contact_id = ${ada.id} and due_at is not null`.execute(world.kernel.db.system);
  expect(left.rows).toEqual([]);
});

test("a rule about the last days lets go when the days are over, without the contact being touched", async () => {
  const { shop, api } = await aShop();
  await api.post("/fields", { name: "Bought", type: "date", category: "user.behavior" });
  const today = new Date().toISOString().slice(0, 10);
  const { body: ada } = await api.post<{ id: string }>("/contacts", { fields: { bought: today } });
  const { body: eve } = await api.post<{ id: string }>("/contacts", {});
  await aRule(api, "Bought lately", 9, {
    kind: "condition",
    condition: { about: "field", field: "fields.bought", op: "in_last_days", value: 3 },
  });
  await scores(api, ada.id, 9);
  expect(await scoreOf(api, eve.id)).toBe(0);
  await scoreDue(world.kernel, new Date(Date.parse(today) + 3.9 * day));
  expect(await scoreOf(api, ada.id)).toBe(9);
  await scoreDue(world.kernel, new Date(Date.parse(today) + 4 * day + 1000));
  expect(await scoreOf(api, ada.id)).toBe(0);
  expect(await eventsOf(shop)).toContain("contact.scored");
});

test("what a bot does gives nothing", async () => {
  const { shop, api } = await aShop();
  const ada = await aContact(shop);
  await aRule(api, "Visited", 3, { kind: "event", event: "Visited", atMost: 10 });
  await happened(shop, ada.id, "Visited");
  await scores(api, ada.id, 3);
  await world.kernel.db.system
    .insertInto("events")
    .values({ organization_id: shop.id, id: newId(), name: "Visited", actor: "{}", contact_id: ada.id, payload: "{}", bot: true })
    .execute();
  await happened(shop, ada.id, "Visited");
  await scores(api, ada.id, 6);
});

test("a preview tells what a rule would give, and keeps nothing", async () => {
  const { shop, api } = await aShop();
  const ada = await aContact(shop);
  await happened(shop, ada.id, "Visited", 2);
  const preview = (rule: unknown, points = 10) =>
    api.post<{ points: number; times: number }>("/score-rules/preview", { contactId: ada.id, points, rule });
  expect((await preview({ kind: "event", event: "Visited", halfLifeDays: 2 })).body).toMatchObject({ points: 5, times: 1 });
  expect((await preview({ kind: "event", event: "Visited", windowDays: 1 })).body).toMatchObject({ points: 0, times: 0 });
  expect((await preview({ kind: "condition", condition: { about: "reachable", op: "is", by: "phone" } })).body.points).toBe(10);
  expect(await scoreOf(api, ada.id)).toBe(0);
});

test("a rule that makes no sense is refused by its field", async () => {
  const { api } = await aShop();
  const refusal = async (rule: unknown, points = 1) => {
    const answer = await api.post<Refused>("/score-rules", { name: "Rule", points, rule });
    return [answer.status, answer.body.error?.field];
  };
  const field = (name: string, value: unknown) => ({ kind: "condition", condition: { about: "field", field: name, op: "is", value } });
  expect(await refusal(field("score", 3))).toEqual([400, "rule.condition"]);
  expect(await refusal({ kind: "condition", condition: { about: "segment", op: "in", segmentId: newId() } })).toEqual([
    400,
    "rule.condition",
  ]);
  expect(await refusal(field("fields.nothing", "x"))).toEqual([400, "rule.condition.0.field"]);
  expect(await refusal({ kind: "event", event: "contact.scored" })).toEqual([400, "rule.event"]);
  expect(await refusal({ kind: "event", event: "Visited", atMost: 0 })).toEqual([400, "rule.atMost"]);
  expect(await refusal({ kind: "event", event: "Visited" }, 0)).toEqual([400, "points"]);
});

test("the moment points are due is never after they change", () => {
  const now = new Date("2026-11-22T12:00:00Z");
  const terms = { points: 50, atMost: 10, windowDays: 40, halfLifeDays: 7 };
  const moments = [0, 1.5, 3, 8, 20, 39].map((days) => new Date(now.getTime() - days * day));
  let at = now;
  for (let steps = 0; steps < 5000; steps++) {
    const counted = countEvents(terms, moments, at);
    if (!counted.dueAt) break;
    // Nothing changes before the quarter of an hour or the moment itself.
    for (const part of [0.1, 0.5, 0.9]) {
      const between = new Date(at.getTime() + (counted.dueAt.getTime() - at.getTime()) * part);
      if (counted.dueAt.getTime() - at.getTime() > 15 * 60_000) expect(countEvents(terms, moments, between).points).toBe(counted.points);
    }
    at = counted.dueAt;
  }
  expect(countEvents(terms, moments, at)).toMatchObject({ points: 0, times: 0, dueAt: null });
});
