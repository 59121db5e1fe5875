import { sql } from "kysely";
import { beforeEach, describe, expect, test } from "vitest";
import { aMember, anOrganization, type Client, client, eventually, type Shop } from "../../../test/builders.ts";
import { aContact } from "../../../test/contacts.builders.ts";
import { aWorld } from "../../../test/world.ts";
import { newId } from "../../kernel/id.ts";

const world = await aWorld();
const system = world.kernel.db.system;

let shop: Shop;
let api: Client;
beforeEach(async () => {
  shop = await anOrganization(world);
  api = await client(shop);
});

type Segment = { id: string; name: string; state: string; members: number; version: number; usedBy: { name: string }[] };
type Refused = { error: { code: string; field?: string; message: string; remedy?: string } };
const all = (...rules: unknown[]) => ({ match: "all", rules });
const inStage = (value: string) => ({ about: "field", field: "stage", op: "is", value });

const make = async (name: string, rule: unknown): Promise<string> => {
  const made = await api.post<Segment>("/segments", { name, rule });
  expect(made.status, JSON.stringify(made.body)).toBe(201);
  await ready(made.body.id);
  return made.body.id;
};
const ready = (id: string) =>
  eventually(async () => {
    const { body } = await api.get<Segment>(`/segments/${id}`);
    return body.state === "ready" && body;
  }, "the segment to be built");
const members = async (id: string) =>
  (await api.get<{ items: { id: string }[] }>(`/segments/${id}/contacts`)).body.items.map((one) => one.id);
const holds = (id: string, ids: string[]) =>
  eventually(async () => JSON.stringify((await members(id)).toSorted()) === JSON.stringify(ids.toSorted()), `the members of ${id}`);
const moves = async (segmentId: string) => {
  const { rows } = await sql<{ name: string; contact: string; by: string }>`
    select name, payload ->> 'contactId' as contact, payload ->> 'by' as by from events
     where organization_id = ${shop.id} and name in ('segment.entered', 'segment.left') and payload ->> 'segmentId' = ${segmentId} order by xid, id`.execute(
    system,
  );
  return rows;
};
/** Something a website told, as the door writes it. */
const tracked = (contactId: string, name: string, properties: Record<string, unknown> = {}, at = new Date()) =>
  system
    .insertInto("events")
    .values({
      organization_id: shop.id,
      id: newId(),
      name,
      actor: "{}",
      contact_id: contactId,
      payload: JSON.stringify({ properties }),
      occurred_at: at,
    })
    .execute();

describe("a segment follows what happens", () => {
  test("a changed field moves somebody in and out within a second, and each move is one event", async () => {
    const [mia, tom] = [await aContact(shop), await aContact(shop)];
    await api.patch(`/contacts/${tom.id}`, { stage: "customer" });
    const id = await make("Customers", all(inStage("customer")));
    expect(await members(id)).toEqual([tom.id]);
    const started = performance.now();
    await api.patch(`/contacts/${mia.id}`, { stage: "customer" });
    await holds(id, [mia.id, tom.id]);
    expect(performance.now() - started).toBeLessThan(5000);
    await api.patch(`/contacts/${tom.id}`, { stage: "lead" });
    await holds(id, [mia.id]);
    expect(await moves(id)).toEqual([
      { name: "segment.entered", contact: tom.id, by: "build" },
      { name: "segment.entered", contact: mia.id, by: "change" },
      { name: "segment.left", contact: tom.id, by: "change" },
    ]);
    expect((await ready(id)).members).toBe(1);
    const days = await api.get<{ items: { entered: number; left: number; members: number }[] }>(`/segments/${id}/days`);
    expect(days.body.items).toMatchObject([{ entered: 2, left: 1, members: 1 }]);
  });

  test("events that are counted, an inner segment, a list and a tag", async () => {
    const [mia, tom] = [await aContact(shop), await aContact(shop)];
    const list = (await api.post<{ id: string }>("/lists", { name: "Guests" })).body.id;
    const tag = (await api.post<{ id: string }>("/tags", { name: "vip" })).body.id;
    const buyers = await make(
      "Buyers",
      all({
        about: "event",
        event: "order",
        measure: { kind: "count", op: "at_least", value: 2 },
        window: { kind: "last", amount: 7, unit: "days" },
      }),
    );
    const guests = await make(
      "Guests who buy",
      all(
        { about: "segment", op: "in", segmentId: buyers },
        {
          match: "any",
          rules: [
            { about: "list", op: "in", listId: list },
            { about: "tag", op: "has", tagId: tag },
          ],
        },
      ),
    );
    await tracked(mia.id, "order");
    await tracked(mia.id, "order", {}, new Date(Date.now() - 8 * 86_400_000));
    await tracked(tom.id, "order");
    world.kernel.live.wake();
    expect((await api.post(`/lists/${list}/contacts`, { add: [mia.id, tom.id] })).body).toMatchObject({ added: 2, members: 2 });
    await tracked(mia.id, "order", {}, new Date(Date.now() - 6 * 86_400_000));
    await holds(buyers, [mia.id]);
    await holds(guests, [mia.id]);
    await api.post(`/lists/${list}/contacts`, { remove: [mia.id] });
    await holds(guests, []);
    await api.put(`/contacts/${mia.id}/tags`, { tagIds: [tag] });
    await holds(guests, [mia.id]);
    // The tag itself goes: whoever had it has it no more, and nobody told of each.
    await api.delete(`/tags/${tag}`);
    await holds(guests, []);
    await system.deleteFrom("events").where("organization_id", "=", shop.id).where("name", "=", "order").execute();
    await holds(buyers, []);
  });

  test("an erased contact has left, and is counted out", async () => {
    const [mia, tom] = [await aContact(shop), await aContact(shop)];
    const id = await make("Everybody", all());
    await holds(id, [mia.id, tom.id]);
    await api.delete(`/contacts/${mia.id}`);
    await eventually(async () => (await ready(id)).members === 1);
    expect((await moves(id)).at(-1)).toEqual({ name: "segment.left", contact: mia.id, by: "gone" });
    const late = await aContact(shop);
    await holds(id, [tom.id, late.id]);
  });

  test("an evaluator that is killed in the middle leaves neither gap nor double", async () => {
    const people = await Promise.all(Array.from({ length: 40 }, () => aContact(shop)));
    const id = await make("Callers", all({ about: "event", event: "call" }));
    const killer = setInterval(() => {
      void world.kernel.db.raw.owner
        .query(
          "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and application_name = 'candor system' and state <> 'idle' and query ilike '%segment_%'",
        )
        .catch(() => {});
    }, 15);
    try {
      for (const person of people) await tracked(person.id, "call").catch(() => tracked(person.id, "call"));
      world.kernel.live.wake();
      await new Promise((resolve) => setTimeout(resolve, 600));
    } finally {
      clearInterval(killer);
    }
    await eventually(async () => (await ready(id)).members === 40, "all forty", 25_000);
    const told = await moves(id);
    expect(told.length).toBe(40);
    expect(new Set(told.map((move) => move.contact)).size).toBe(40);
  });
});

describe("rules", () => {
  test("an edit is built beside the rule in force; only the difference is told", async () => {
    const [mia, tom] = [await aContact(shop), await aContact(shop)];
    await api.patch(`/contacts/${mia.id}`, { stage: "customer" });
    await api.patch(`/contacts/${tom.id}`, { stage: "loyal" });
    const id = await make("Ours", all(inStage("customer")));
    const edited = await api.patch<Segment>(`/segments/${id}`, { rule: { match: "any", rules: [inStage("customer"), inStage("loyal")] } });
    expect(edited.body).toMatchObject({
      version: 2,
      state: "rebuilding",
      inForce: { version: 1 },
      building: { version: 2, reason: "edited" },
    });
    await ready(id);
    expect((await moves(id)).map((move) => move.contact)).toEqual([mia.id, tom.id]);
    const same = await api.patch<Segment>(`/segments/${id}`, { rule: { match: "any", rules: [inStage("customer"), inStage("loyal")] } });
    expect(same.body).toMatchObject({ version: 2, state: "ready" });
    await api.post(`/segments/${id}/rebuild`);
    expect((await ready(id)).version).toBe(3);
    expect((await moves(id)).length).toBe(2);
  });

  test("what no segment can be made of is refused by its place", async () => {
    const refused = async (rule: unknown) => {
      const { status, body } = await api.post<Refused>("/segments", { name: "Bad", rule });
      expect(status).toBe(400);
      return body.error;
    };
    expect((await refused(all({ match: "any", rules: [{ about: "field", field: "fields.nope", op: "known" }] }))).field).toBe(
      "rule.rules.0.rules.0.field",
    );
    expect((await refused(all(inStage("x"), { about: "field", field: "score", op: "contains", value: "1" }))).field).toBe(
      "rule.rules.1.op",
    );
    expect((await refused(all({ about: "tag", op: "has", tagId: newId() }))).field).toBe("rule.rules.0.tagId");
    expect((await refused(all({ about: "list", op: "in", listId: newId() }))).field).toBe("rule.rules.0.listId");
    expect((await refused(all({ about: "event", event: "segment.entered" }))).field).toBe("rule.rules.0.event");
    expect((await refused(all({ about: "event", event: "a", relation: { order: "after", event: "a", within: null } }))).field).toBe(
      "rule.rules.0.relation.event",
    );
    expect((await refused(all({ about: "event", event: "a", where: [{ property: "p", op: "is" }] }))).field).toBe(
      "rule.rules.0.where.0.value",
    );
    const deep = [1, 2, 3, 4, 5].reduce<unknown>((inner) => all(inner), all());
    expect((await refused(deep)).message).toContain("at most 5 groups");
    expect(
      (await refused(all(...Array.from({ length: 4 }, () => all(...Array.from({ length: 16 }, () => inStage("lead"))))))).message,
    ).toContain("at most 60");
  });

  test("a circle is refused, naming the way around", async () => {
    const a = await make("A", all(inStage("lead")));
    const b = await make("B", all({ about: "segment", op: "in", segmentId: a }));
    const c = await make("C", all({ about: "segment", op: "not_in", segmentId: b }));
    const refused = await api.patch<Refused>(`/segments/${a}`, { rule: all({ about: "segment", op: "in", segmentId: c }) });
    expect(refused.status).toBe(400);
    expect(refused.body.error).toMatchObject({ field: "rule.rules.0.segmentId" });
    expect(refused.body.error.message).toContain("A → C → B → A");
    expect((await api.get<Segment>(`/segments/${a}`)).body.usedBy).toEqual([expect.objectContaining({ name: "B" })]);
    const used = await api.delete<Refused>(`/segments/${a}`);
    expect([used.status, used.body.error.code]).toEqual([409, "segment_in_use"]);
    expect((await api.delete(`/segments/${c}`)).status).toBe(204);
    expect((await api.get(`/segments/${c}`)).status).toBe(404);
  });

  test("a name is taken once; a copy gets one of its own; an archived segment keeps its rule and comes back", async () => {
    const mia = await aContact(shop);
    const id = await make("Leads", all(inStage("lead")));
    expect((await api.post<Refused>("/segments", { name: "LEADS", rule: all() })).body.error).toMatchObject({
      code: "segment_exists",
      field: "name",
    });
    expect((await api.post<Segment>(`/segments/${id}/copies`, {})).body.name).toBe("Leads (2)");
    expect((await api.post<Segment>(`/segments/${id}/archive`)).body).toMatchObject({ state: "archived", members: 0 });
    expect(await members(id)).toEqual([]);
    expect((await api.get<{ items: Segment[] }>("/segments")).body.items.map((one) => one.name)).toEqual(["Leads (2)"]);
    expect((await api.get<{ items: Segment[] }>("/segments?state=archived")).body.items.map((one) => one.name)).toEqual(["Leads"]);
    await eventually(async () => (await api.post(`/segments/${id}/restore`)).status === 200, "the archived segment to be empty");
    await ready(id);
    await holds(id, [mia.id]);
  });
});

describe("looking", () => {
  test("a rule that is not saved is counted, leaf by leaf, with some of the people", async () => {
    const [mia, tom] = [await aContact(shop, { name: "Mia" }), await aContact(shop, { name: "Tom" })];
    await api.patch(`/contacts/${mia.id}`, { stage: "customer" });
    await tracked(mia.id, "order", { amount: 12 });
    await tracked(tom.id, "order", { amount: 3 });
    const rule = {
      match: "all",
      rules: [
        inStage("customer"),
        {
          match: "none",
          rules: [{ about: "event", event: "order", measure: { kind: "sum", property: "amount", op: "at_most", value: 5 } }],
        },
      ],
    };
    const { body } = await api.post<Record<string, unknown> & { sample: { id: string; name: string }[] }>("/segments/preview", { rule });
    expect(body).toMatchObject({
      count: 1,
      exact: true,
      total: 2,
      sampled: null,
      leaves: [
        { path: "rule.rules.0", count: 1 },
        { path: "rule.rules.1.rules.0", count: 1 },
      ],
    });
    expect(body.sample.map((one) => [one.id, one.name])).toEqual([[mia.id, "Mia"]]);
    const blind = await client(shop, { can: ["segments.read"] });
    expect((await blind.post("/segments/preview", { rule })).body).toMatchObject({ count: 1, sample: [] });
  });

  test("why somebody is in or out, with what was counted and when it will change", async () => {
    const mia = await aContact(shop);
    const id = await make(
      "Recent buyers",
      all(
        {
          about: "event",
          event: "order",
          measure: { kind: "count", op: "at_least", value: 2 },
          window: { kind: "last", amount: 2, unit: "days" },
        },
        inStage("lead"),
      ),
    );
    const first = new Date(Date.now() - 86_400_000);
    await tracked(mia.id, "order", {}, first);
    await tracked(mia.id, "order");
    await holds(id, [mia.id]);
    const { body } = await api.get<Record<string, unknown>>(`/segments/${id}/contacts/${mia.id}/explain`);
    expect(body).toMatchObject({
      member: true,
      holds: true,
      since: expect.any(String),
      rule: {
        kind: "group",
        holds: true,
        rules: [
          {
            kind: "leaf",
            path: "rule.rules.0",
            holds: true,
            seen: { count: 2, firstAt: first.toISOString() },
            changesAt: new Date(first.getTime() + 2 * 86_400_000).toISOString(),
          },
          { kind: "leaf", path: "rule.rules.1", holds: true, value: "lead", changesAt: null },
        ],
      },
    });
    expect((await api.get<{ items: { name: string }[] }>(`/contacts/${mia.id}/segments`)).body.items).toMatchObject([
      { id, name: "Recent buyers" },
    ]);
  });

  test("segments travel as text with names instead of ids", async () => {
    const tag = (await api.post<{ id: string }>("/tags", { name: "vip" })).body.id;
    const inner = await make("Inner", all({ about: "tag", op: "has", tagId: tag }));
    const ada = await aMember(shop);
    await make("Outer", all({ about: "segment", op: "in", segmentId: inner }, { about: "field", field: "owner", op: "is", value: ada.id }));
    const { text } = (await api.get<{ text: string }>("/segments/text")).body;
    expect(text).toContain('"tag": "vip"');
    expect(text).not.toContain(tag);
    const other = await anOrganization(world);
    const there = await client(other);
    await system.updateTable("members").set({ email: ada.email }).where("organization_id", "=", other.id).execute();
    const refused = await there.post<Refused>("/segments/imports", { text });
    expect([refused.status, refused.body.error.field]).toEqual([400, "text.segments.0.rule.rules.0.tag"]);
    expect((await there.post("/segments/imports", { text, make: true, check: true })).body).toMatchObject({
      made: { tags: ["vip"], lists: [] },
    });
    expect((await there.get<{ items: unknown[] }>("/segments")).body.items).toEqual([]);
    const done = await there.post<{ segments: { name: string }[] }>("/segments/imports", { text, make: true });
    expect(done.body.segments.map((one) => one.name)).toEqual(["Inner", "Outer"]);
    expect((await there.post<Refused>("/segments/imports", { text })).body.error.code).toBe("segment_exists");
    const again = (await there.get<{ text: string }>("/segments/text")).body.text;
    expect(again).toBe(text);
  });

  test("another organization's segments are not there", async () => {
    const id = await make("Mine", all());
    const stranger = await client(await anOrganization(world));
    for (const path of [`/segments/${id}`, `/segments/${id}/contacts`, `/segments/${id}/days`])
      expect((await stranger.get(path)).status).toBe(404);
    expect(
      (await stranger.post<Refused>("/segments", { name: "x", rule: all({ about: "segment", op: "in", segmentId: id }) })).body.error.field,
    ).toBe("rule.rules.0.segmentId");
    const reader = await client(shop, { can: ["segments.read"] });
    expect((await reader.get(`/segments/${id}`)).status).toBe(200);
    expect((await reader.get(`/segments/${id}/contacts`)).status).toBe(403);
    expect((await reader.patch(`/segments/${id}`, { name: "y" })).status).toBe(403);
  });
});
