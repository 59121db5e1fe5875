import { sql } from "kysely";
import { beforeAll, expect, test } from "vitest";
import { type Answer, anOrganization, type Client, client, eventsOf, eventsSoFar, eventually, type Shop } from "../../../test/builders.ts";
import { aContact } from "../../../test/contacts.builders.ts";
import { aWorld } from "../../../test/world.ts";
import { newId } from "../../kernel/id.ts";
import { runBulk } from "./bulk-run.ts";

const world = await aWorld();
// Bodies of jobs are driven by hand where a test must stop between two batches.
const still = await aWorld({}, "web");
let shop: Shop;
let api: Client;

type Job = {
  id: string;
  state: string;
  failure: string | null;
  total: number;
  changed: number;
  unchanged: number;
  skipped: number;
  problems: number;
  undo: { state: string; undone: number; kept: number };
};

beforeAll(async () => {
  shop = await anOrganization(world);
  api = await client(shop);
});

const people = async (of: Shop, count: number, more = "stage") => {
  await of.world.kernel.db.raw.owner.query(
    `insert into contacts (organization_id, id, name, ${more}) select $1, candor_uuid7(), 'Person ' || n, 'lead' from generate_series(1, $2::int) n`,
    [of.id, count],
  );
  const { rows } = await of.world.kernel.db.raw.owner.query<{ id: string }>(
    "select id from contacts where organization_id = $1 order by id",
    [of.id],
  );
  return rows.map((row) => row.id);
};
const start = async (action: object, contacts: object, by = api) => {
  const answer = await by.post<Job>("/bulk-jobs", { action, contacts });
  expect(answer.status, JSON.stringify(answer.body)).toBe(201);
  return answer.body;
};
const ended = (id: string, by = api) =>
  eventually(async () => {
    const { body } = await by.get<Job>(`/bulk-jobs/${id}`);
    return !["preparing", "running"].includes(body.state) && body.undo.state !== "running" && body;
  }, "the bulk job to end");
const stagesOf = async (of: Shop) => {
  const { rows } = await sql<{
    stage: string;
    n: number;
  }>`select stage, count(*)::int as n from contacts where organization_id = ${of.id} group by 1`.execute(of.world.kernel.db.system);
  return Object.fromEntries(rows.map((row) => [row.stage, row.n]));
};
const everyone = { filter: [{ about: "field", field: "stage", op: "is", value: "lead" }] };

test("all that match get the stage, each told once, and get back what they had, except who was changed since", async () => {
  const own = await anOrganization(world);
  const by = await client(own);
  const ids = await people(own, 1200);
  await world.kernel.db.system
    .updateTable("contacts")
    .set({ stage: "lost" })
    .where("organization_id", "=", own.id)
    .where("id", "=", ids[3] ?? "")
    .execute();
  const since = await eventsSoFar(own);
  const job = await start({ kind: "set_stage", stage: "customer" }, everyone, by);
  expect(job.state).toBe("preparing");
  expect(await ended(job.id, by)).toMatchObject({ state: "done", total: 1199, changed: 1199, problems: 0, undo: { state: "possible" } });
  expect(await stagesOf(own)).toEqual({ customer: 1199, lost: 1 });
  const told = await eventsOf(own, { since });
  expect(told.filter((name) => name === "contact.stage_changed")).toHaveLength(1199);
  expect(told.filter((name) => name === "bulk.started" || name === "bulk.finished")).toEqual(["bulk.started", "bulk.finished"]);

  await by.patch(`/contacts/${ids[0]}`, { stage: "loyal" });
  await by.delete(`/contacts/${ids[1]}`);
  expect((await by.post<Job>(`/bulk-jobs/${job.id}/undo`)).body.undo.state).toBe("running");
  await by.post(`/bulk-jobs/${job.id}/undo`);
  expect((await ended(job.id, by)).undo).toMatchObject({ state: "done", undone: 1197, kept: 2 });
  expect(await stagesOf(own)).toEqual({ lead: 1197, loyal: 1, lost: 1 });
});

test("tags: only what was given is taken back, and what somebody gave or took since is theirs", async () => {
  const tag = async (name: string) => (await api.post<{ id: string }>("/tags", { name })).body.id;
  const [vip, old] = [await tag("VIP"), await tag("Old")];
  const [a, b, c] = [await aContact(shop), await aContact(shop), await aContact(shop)];
  await api.put(`/contacts/${b.id}/tags`, { tagIds: [vip] });
  const chosen = { ids: [a.id, b.id, c.id, newId()] };
  const given = await ended((await start({ kind: "add_tags", tagIds: [vip, old] }, chosen)).id);
  expect(given).toMatchObject({ total: 3, changed: 3 });
  await api.put(`/contacts/${c.id}/tags`, { tagIds: [] });
  await api.post(`/bulk-jobs/${given.id}/undo`);
  expect((await ended(given.id)).undo).toMatchObject({ undone: 2, kept: 1 });
  const tagsOf = async (id: string) => (await api.get<{ tags: { name: string }[] }>(`/contacts/${id}`)).body.tags.map((each) => each.name);
  expect([await tagsOf(a.id), await tagsOf(b.id), await tagsOf(c.id)]).toEqual([[], ["VIP"], []]);
  const taken = await ended((await start({ kind: "remove_tags", tagIds: [vip] }, chosen)).id);
  expect(taken).toMatchObject({ changed: 1, unchanged: 2 });
});

test("a field of one's own is set through the same checks as everywhere, and put back", async () => {
  await api.post("/fields", { name: "Visits", key: "visits", type: "number", category: "user.behavior" });
  const [a, b] = [await aContact(shop), await aContact(shop)];
  await api.patch(`/contacts/${a.id}`, { fields: { visits: 7 } });
  const bad = await api.post<{ error: { field: string } }>("/bulk-jobs", {
    action: { kind: "set_field", field: "fields.visits", value: "many" },
    contacts: { ids: [a.id] },
  });
  expect([bad.status, bad.body.error.field]).toEqual([400, "action.value"]);
  const job = await ended((await start({ kind: "set_field", field: "fields.visits", value: 12.5 }, { ids: [a.id, b.id] })).id);
  const visits = async (id: string) => (await api.get<{ fields: { visits?: number } }>(`/contacts/${id}`)).body.fields.visits;
  expect([await visits(a.id), await visits(b.id)]).toEqual([12.5, 12.5]);
  await api.post(`/bulk-jobs/${job.id}/undo`);
  await ended(job.id);
  expect([await visits(a.id), await visits(b.id)]).toEqual([7, undefined]);
});

test("an owner is given and taken back", async () => {
  const { id } = await aContact(shop);
  const job = await ended((await start({ kind: "set_owner", ownerId: shop.ownerMemberId }, { ids: [id] })).id);
  expect((await api.get(`/contacts/${id}`)).body.ownerId).toBe(shop.ownerMemberId);
  await api.post(`/bulk-jobs/${job.id}/undo`);
  await ended(job.id);
  expect((await api.get(`/contacts/${id}`)).body.ownerId).toBe(null);
});

test("erasing wants the number, the permission, and cannot be taken back", async () => {
  const own = await anOrganization(world);
  const by = await client(own);
  await people(own, 45);
  await world.kernel.db.system
    .updateTable("contacts")
    .set({ stage: "loyal" })
    .where("organization_id", "=", own.id)
    .where("name", "=", "Person 9")
    .execute();
  const without = await client(own, { can: ["contacts.read", "contacts.write"] });
  const ask = (confirm: number, as = by): Promise<Answer<{ error: { code: string; field?: string } }>> =>
    as.post("/bulk-jobs", { action: { kind: "erase", confirm }, contacts: everyone });
  expect((await ask(44, without)).status).toBe(403);
  expect([(await ask(45)).status, (await ask(45)).body.error]).toMatchObject([409, { code: "count_changed", field: "action.confirm" }]);
  const job = (await ask(44)).body as unknown as Job;
  expect(await ended(job.id, by)).toMatchObject({ state: "done", total: 44, changed: 44, undo: { state: "impossible" } });
  expect(await stagesOf(own)).toEqual({ loyal: 1 });
  expect((await by.post(`/bulk-jobs/${job.id}/undo`)).status).toBe(409);
  expect((await by.post(`/bulk-jobs/${job.id}/cancel`)).body.state).toBe("done");
});

test("who does not match any more when their turn comes is left out and counted, and so is who is gone", async () => {
  const own = await anOrganization(still);
  const by = await client(own);
  const ids = await people(own, 10);
  const job = await start({ kind: "set_owner", ownerId: own.ownerMemberId }, everyone, by);
  await oneBatch(own, job.id);
  expect((await by.get<Job>(`/bulk-jobs/${job.id}`)).body).toMatchObject({ state: "running", total: 10 });
  await by.patch(`/contacts/${ids[2]}`, { stage: "lost" });
  await by.delete(`/contacts/${ids[5]}`);
  await runBulk(still.kernel, own.id, job.id);
  expect((await by.get<Job>(`/bulk-jobs/${job.id}`)).body).toMatchObject({ state: "done", changed: 8, skipped: 2 });
});

test("what is broken off in a batch is done again whole, never twice; cancelled it stops, and what was done can be taken back", async () => {
  const own = await anOrganization(still);
  const by = await client(own);
  await people(own, 1300);
  const since = await eventsSoFar(own);
  const job = await start({ kind: "set_stage", stage: "customer" }, everyone, by);
  await oneBatch(own, job.id);
  // A process that dies leaves its transaction undone: nothing of the batch, neither rows nor counts nor events.
  await still.kernel.db.raw.owner.query(
    "create function break_off() returns trigger language plpgsql as $$ begin raise exception 'killed'; end $$",
  );
  await still.kernel.db.raw.owner.query(
    "create trigger break_off before update of changed on bulk_jobs for each row when (new.changed > 500) execute function break_off()",
  );
  await expect(runBulk(still.kernel, own.id, job.id)).rejects.toThrow("killed");
  expect(await stagesOf(own)).toEqual({ lead: 800, customer: 500 });
  expect((await by.get<Job>(`/bulk-jobs/${job.id}`)).body).toMatchObject({ state: "running", changed: 500 });
  await still.kernel.db.raw.owner.query("drop trigger break_off on bulk_jobs");
  await oneBatch(own, job.id);
  expect((await by.post<Job>(`/bulk-jobs/${job.id}/cancel`)).body).toMatchObject({
    state: "cancelled",
    changed: 1000,
    undo: { state: "possible" },
  });
  await runBulk(still.kernel, own.id, job.id);
  expect(await stagesOf(own)).toEqual({ lead: 300, customer: 1000 });
  expect((await eventsOf(own, { since })).filter((name) => name === "contact.stage_changed")).toHaveLength(1000);
  await by.post(`/bulk-jobs/${job.id}/undo`);
  await runBulk(still.kernel, own.id, job.id);
  expect(await stagesOf(own)).toEqual({ lead: 1300 });
  expect((await by.get<Job>(`/bulk-jobs/${job.id}`)).body.undo).toMatchObject({ state: "done", undone: 1000, kept: 0 });
});

test("a contact that cannot take it is told with the reason, the others are changed", async () => {
  const own = await anOrganization(still);
  const by = await client(own);
  const ids = await people(own, 3);
  const job = await start({ kind: "set_stage", stage: "customer" }, { ids }, by);
  // The stage is taken away before its turn.
  await sql`update stages set removed_at = now(), successor = 'lead' where organization_id = ${own.id} and key = 'customer'`.execute(
    still.kernel.db.system,
  );
  await runBulk(still.kernel, own.id, job.id);
  expect((await by.get<Job>(`/bulk-jobs/${job.id}`)).body).toMatchObject({
    state: "done",
    problems: 3,
    changed: 0,
    undo: { state: "impossible" },
  });
  const { body } = await by.get<{
    items: { contactId: string; name: string; problems: { field: string; message: string }[] }[];
    next: string;
  }>(`/bulk-jobs/${job.id}/problems?limit=2`);
  expect(body.items.map((item) => item.contactId)).toEqual(ids.slice(0, 2));
  expect(body.items[0]).toMatchObject({ name: expect.stringMatching(/^Person /), problems: [{ field: "stage" }] });
  expect((await by.get<{ items: unknown[] }>(`/bulk-jobs/${job.id}/problems?after=${body.next}`)).body.items).toHaveLength(1);
});

test("seven days later the replaced values are forgotten and there is nothing to take back", async () => {
  const { id } = await aContact(shop);
  const job = await ended((await start({ kind: "set_stage", stage: "loyal" }, { ids: [id] })).id);
  await sql`update bulk_jobs set finished_at = now() - interval '8 days', undo_until = now() - interval '1 day' where id = ${job.id}`.execute(
    world.kernel.db.system,
  );
  await sql`select candor_enqueue('audience_bulk_tidy', '{}'::json, null, null, null, 3)`.execute(world.kernel.db.system);
  await eventually(async () => {
    const { rows } = await sql`select from bulk_rows where job_id = ${job.id}`.execute(world.kernel.db.system);
    return rows.length === 0;
  });
  expect((await api.post(`/bulk-jobs/${job.id}/undo`)).status).toBe(409);
});

test.each([
  ["action.stage or value", 400, { kind: "set_stage", stage: "nowhere" }, { ids: [newId()] }],
  ["tags that are not there", 400, { kind: "add_tags", tagIds: [newId()] }, { ids: [newId()] }],
  ["a field that is not there", 400, { kind: "set_field", field: "fields.nothing", value: 1 }, { ids: [newId()] }],
  ["a fact that is not the team's", 400, { kind: "set_field", field: "created_at", value: "2026-01-01" }, { ids: [newId()] }],
  ["contacts that are not there", 400, { kind: "set_stage", stage: "lead" }, { ids: [newId()] }],
  [
    "a filter of a field that is not there",
    400,
    { kind: "set_stage", stage: "lead" },
    { filter: [{ about: "field", field: "fields.nothing", op: "known" }] },
  ],
])("refused: %s", async (_what, status, action, contacts) => {
  expect((await api.post("/bulk-jobs", { action, contacts })).status).toBe(status);
});

test("another organization neither sees nor touches it", async () => {
  const { id } = await aContact(shop);
  const job = await start({ kind: "set_stage", stage: "loyal" }, { ids: [id] });
  const stranger = await client(await anOrganization(world));
  for (const path of ["", "/problems"]) expect((await stranger.get(`/bulk-jobs/${job.id}${path}`)).status).toBe(404);
  for (const verb of ["cancel", "undo"]) expect((await stranger.post(`/bulk-jobs/${job.id}/${verb}`)).status).toBe(404);
  expect((await stranger.post("/bulk-jobs", { action: { kind: "set_stage", stage: "lost" }, contacts: { ids: [id] } })).status).toBe(400);
  expect((await stranger.get<{ items: unknown[] }>("/bulk-jobs")).body.items).toEqual([]);
  await ended(job.id);
});

/** As far as one transaction goes: the turn is over at once. */
const oneBatch = async (of: Shop, bulkId: string) => {
  const real = Date.now;
  let calls = 0;
  const begun = real();
  Date.now = () => (++calls > 1 ? begun + 3600_000 : begun);
  try {
    await runBulk(of.world.kernel, of.id, bulkId);
  } finally {
    Date.now = real;
  }
};
