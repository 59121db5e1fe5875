import { sql } from "kysely";
import { expect, test } from "vitest";
import { anOrganization, client, eventsOf, eventsSoFar, eventually, type Shop } from "../../../test/builders.ts";
import { aGround, aPerson, computed, dump, messageFrom, samples, whoseRows, withEverything } from "../../../test/merge.builders.ts";
import { aWorld } from "../../../test/world.ts";
import { newId } from "../../kernel/id.ts";
import { relationsOf, treatment } from "./merge-relations.ts";

const world = await aWorld();
type Merge = {
  id: string;
  contactId: string;
  otherContactId: string;
  otherName: string;
  counts: Record<string, number>;
  undoFirst: string | null;
};
type Refused = { error: { code: string; field?: string; remedy?: string } };
const relations = () => world.kernel.db.system.transaction().execute((tx) => relationsOf(tx));

const twoPeople = async (shop: Shop) => {
  const ground = await aGround(shop);
  const a = await withEverything(shop, await aPerson(shop, { name: "Ada" }), ground);
  const b = await withEverything(shop, await aPerson(shop, { name: "Ada Lovelace" }), ground);
  return { ground, a, b };
};

test("every table with a key on contacts has a sample here, may be moved by candor_system, and loses nothing when two have the same", async () => {
  const all = await relations();
  const needing = all
    .map(({ name }) => name)
    .filter((name) => !computed.includes(name) && name !== "merges" && treatment[name]?.how !== "pairs");
  expect(needing.filter((name) => !(name in samples))).toEqual([]);
  for (const name of Object.keys(treatment)) expect(all.map((relation) => relation.name)).toContain(name);
  for (const { name, column } of all) {
    const { rows } = await world.kernel.db.raw.owner.query<{ may: boolean }>(
      `select has_column_privilege('candor_system', $1, $2, 'update') as may`,
      [name, column],
    );
    expect(rows[0]?.may, `candor_system may update ${name}.${column}`).toBe(true);
  }
  // A row that is set aside must not take others with it: nothing may hang on a table whose rows can collide, unless they are told apart by their mark.
  const { rows: hanging } = await world.kernel.db.raw.owner.query<{ target: string }>(
    "select distinct confrelid::regclass::text as target from pg_constraint where contype = 'f' and confdeltype in ('c', 'a', 'r')",
  );
  const colliding = all
    .filter(({ name, uniques, marked }) => uniques.length > 0 && !marked && treatment[name] === undefined)
    .map(({ name }) => name);
  expect(colliding.filter((name) => name !== "contact_addresses" && hanging.some(({ target }) => target === name))).toEqual([]);
});

test("columns that name a contact without a key on contacts are known, each for its reason", async () => {
  const { rows } = await world.kernel.db.raw.owner.query<{ name: string }>(`
    select c.relname || '.' || a.attname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname like '%contact_id' and not a.attisdropped
     where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
       and not exists (select from pg_constraint f where f.conrelid = c.oid and f.contype = 'f' and f.confrelid = 'contacts'::regclass and a.attnum = any(f.conkey)) order by 1`);
  expect(rows.map((row) => row.name)).toEqual([
    "egress_ledger.contact_id", // what left for whom, as it was then
    "events.contact_id", // outlives the person; moved by its mark
    "merges.other_contact_id", // who is no contact any more
    "messages.contact_id", // beside its conversation, which has the key: found all the same
    "segment_gone.contact_id", // a queue of the evaluator
    "segment_touches.contact_id", // a queue of the evaluator
    "whatsapp_portfolio_people.contact_id", // who counts for a limit of the last 24 hours
  ]);
});

test("merging keeps everything of both, and undoing it restores every row of every table", async () => {
  const shop = await anOrganization(world);
  const api = await client(shop);
  const { a, b } = await twoPeople(shop);
  const before = await dump(shop);
  const owners = await whoseRows(shop);

  const since = await eventsSoFar(shop);
  const merged = await api.post<Merge>(`/contacts/${a.id}/merges`, { otherContactId: b.id });
  expect([merged.status, merged.body]).toMatchObject([201, { contactId: a.id, otherContactId: b.id, otherName: "Ada Lovelace" }]);
  expect(await eventsOf(shop, { since })).toContain("contact.merged");
  // Nothing is nobody's: what was either's is the survivor's, or rests in the record of the merge.
  const rest = await world.kernel.db.system.selectFrom("merge_rows").selectAll().where("organization_id", "=", shop.id).execute();
  const aside = rest.reduce((sum, row) => sum + (row.set_aside as unknown[]).length, 0);
  const now = await whoseRows(shop);
  expect([...new Set(now.values())]).toEqual([a.id]);
  expect([...owners.keys()].filter((key) => !now.has(key) && !key.startsWith("duplicates")).length).toBeLessThanOrEqual(aside);
  const page = (await api.get<{ conversations: unknown[]; identities: unknown[] }>(`/contacts/${a.id}`)).body;
  expect([page.conversations.length, page.identities.length]).toEqual([4, 4]);

  const undone = await api.post<Merge>(`/merges/${merged.body.id}/undo`);
  expect(undone.status).toBe(200);
  expect(await dump(shop)).toEqual(before);
  expect(await eventsOf(shop, { since })).toContain("contact.unmerged");
  // Pressed twice.
  expect((await api.post<Merge>(`/merges/${merged.body.id}/undo`)).status).toBe(200);
  expect(await dump(shop)).toEqual(before);
});

test("one chooses whose value wins, field by field; what was changed since stays", async () => {
  const shop = await anOrganization(world);
  const api = await client(shop);
  await api.post("/fields", { name: "Shoe size", key: "shoe_size", type: "number", category: "user" });
  await api.post("/fields", { name: "Story", key: "story", type: "long_text", category: "user" });
  const [a, b] = [await aPerson(shop, { name: "Ada" }), await aPerson(shop, { name: "Ada L." })];
  await api.patch(`/contacts/${a.id}`, { language: "en", company: "Analytical Engines", fields: { shoe_size: 38 } });
  await api.patch(`/contacts/${b.id}`, {
    name: "Ada Lovelace",
    language: "fr",
    stage: "customer",
    country: "GB",
    fields: { shoe_size: 39, story: "Notes" },
  });
  type Preview = { fields: { field: string; suggested: string; differs: boolean }[] };
  const preview = await api.get<Preview>(`/contacts/${a.id}/merge-preview?otherContactId=${b.id}`);
  expect(Object.fromEntries(preview.body.fields.map((one) => [one.field, [one.suggested, one.differs]]))).toMatchObject({
    name: ["other", true],
    language: ["this", true],
    company: ["this", true],
    country: ["other", true],
    stage: ["other", true],
    owner: ["this", false],
    "fields.shoe_size": ["this", true],
    "fields.story": ["other", true],
  });
  const since = await dump(shop);
  const wrong = await api.post<Refused>(`/contacts/${a.id}/merges`, { otherContactId: b.id, winners: { hat: "other" } });
  expect([wrong.status, wrong.body.error.field]).toEqual([400, "winners.hat"]);
  const { body: merge } = await api.post<Merge>(`/contacts/${a.id}/merges`, {
    otherContactId: b.id,
    winners: { language: "other", "fields.shoe_size": "other", name: "this" },
  });
  expect((await api.get(`/contacts/${a.id}`)).body).toMatchObject({
    name: "Ada",
    language: "fr",
    company: "Analytical Engines",
    country: "GB",
    stage: "customer",
    fields: { shoe_size: 39, story: "Notes" },
  });
  await api.patch(`/contacts/${a.id}`, { country: "FR", fields: { story: "More notes" } });
  await api.post(`/merges/${merge.id}/undo`);
  expect((await api.get(`/contacts/${a.id}`)).body).toMatchObject({
    name: "Ada",
    language: "en",
    country: "FR",
    stage: "lead",
    fields: { shoe_size: 38, story: "More notes" },
  });
  expect((await api.get(`/contacts/${b.id}`)).body).toMatchObject({
    name: "Ada Lovelace",
    language: "fr",
    country: "GB",
    stage: "customer",
    fields: { shoe_size: 39 },
  });
  expect((await dump(shop)).stage_entries).toEqual(since.stage_entries);
});

test("refusals: itself, a contact that is gone, one of another organization, and merges in another order", async () => {
  const [shop, stranger] = [await anOrganization(world), await anOrganization(world)];
  const api = await client(shop);
  const [a, b, c] = [await aPerson(shop, { name: "A" }), await aPerson(shop, { name: "B" }), await aPerson(shop, { name: "C" })];
  const theirs = await aPerson(stranger);
  const merge = (into: string, from: string) => api.post<Merge & Refused>(`/contacts/${into}/merges`, { otherContactId: from });
  expect((await merge(a.id, a.id)).body.error.field).toBe("otherContactId");
  expect((await merge(a.id, newId())).status).toBe(404);
  expect((await merge(a.id, theirs.id)).status).toBe(404);
  expect((await (await client(stranger)).post(`/contacts/${theirs.id}/merges`, { otherContactId: a.id })).status).toBe(404);
  expect(
    (await (await client(shop, { can: ["contacts.read", "contacts.write"] })).post(`/contacts/${a.id}/merges`, { otherContactId: b.id }))
      .status,
  ).toBe(403);

  const first = (await merge(a.id, b.id)).body;
  const gone = await merge(c.id, b.id);
  expect([gone.status, gone.body.error.code, gone.body.error.remedy]).toEqual([404, "contact_merged", `See contact ${a.id}.`]);
  const second = (await merge(a.id, c.id)).body;
  const early = await api.post<Refused>(`/merges/${first.id}/undo`);
  expect([early.status, early.body.error.code, early.body.error.remedy]).toEqual([409, "later_merge", expect.stringContaining(second.id)]);
  const list = await api.get<{ items: Merge[] }>(`/merges?contactId=${a.id}`);
  expect(list.body.items.map((one) => [one.id, one.undoFirst])).toEqual([
    [second.id, null],
    [first.id, second.id],
  ]);
  expect((await (await client(stranger)).post(`/merges/${second.id}/undo`)).status).toBe(404);
  expect((await api.post(`/merges/${second.id}/undo`)).status).toBe(200);
  expect((await api.post(`/merges/${first.id}/undo`)).status).toBe(200);
});

test("a merged contact can be merged again; the merges are undone from the last", async () => {
  const shop = await anOrganization(world);
  const api = await client(shop);
  const { a, b, ground } = await twoPeople(shop);
  const c = await withEverything(shop, await aPerson(shop, { name: "Countess" }), ground);
  const before = await dump(shop);
  const inner = (await api.post<Merge>(`/contacts/${a.id}/merges`, { otherContactId: b.id })).body;
  const between = await dump(shop);
  const outer = (await api.post<Merge>(`/contacts/${c.id}/merges`, { otherContactId: a.id })).body;
  expect((await api.post<Refused>(`/merges/${inner.id}/undo`)).body.error.code).toBe("later_merge");
  // What comes from the innermost one's number is theirs after all.
  const channel = ground.channels[0] ?? "";
  const late = await messageFrom(shop, b, channel);
  expect(late.contactId).toBe(c.id);
  await api.post(`/merges/${outer.id}/undo`);
  expect((await whoseRows(shop)).get(`messages {"id": "${late.messageId}"}`)).toBe(a.id);
  await world.kernel.db.system.deleteFrom("messages").where("organization_id", "=", shop.id).where("id", "=", late.messageId).execute();
  expect(Object.keys(await dump(shop))).toEqual(Object.keys(between));
  await api.post(`/merges/${inner.id}/undo`);
  const after = await dump(shop);
  for (const table of ["contact_notes", "contact_tags", "deal_contacts", "list_members", "visitors", "contact_addresses"])
    expect(after[table]).toEqual(before[table]);
});

test("two members merge the same two at once, each the other way round: one wins, nothing is lost", async () => {
  const shop = await anOrganization(world);
  const api = await client(shop);
  const { a, b } = await twoPeople(shop);
  const before = await dump(shop);
  const answers = await Promise.all([
    api.post<Merge>(`/contacts/${a.id}/merges`, { otherContactId: b.id }),
    api.post<Merge>(`/contacts/${b.id}/merges`, { otherContactId: a.id }),
  ]);
  expect(answers.map((answer) => answer.status).sort()).toEqual([201, 404]);
  const won = answers.find((answer) => answer.status === 201)?.body;
  await Promise.all([api.post(`/merges/${won?.id}/undo`), api.post(`/merges/${won?.id}/undo`)]);
  expect(await dump(shop)).toEqual(before);
});

test("messages that arrive while two are merged and separated again, over and over, all end with whose number they came from", async () => {
  const shop = await anOrganization(world);
  const api = await client(shop);
  const ground = await aGround(shop);
  const [a, b] = [await aPerson(shop, { name: "A" }), await aPerson(shop, { name: "B" })];
  const [channel = ""] = ground.channels;
  const arriving = (async () => {
    const sent: { messageId: string; owner: string }[] = [];
    for (let at = 0; at < 60; at++) {
      const from = at % 2 === 0 ? a : b;
      // As the projector does: what a deadlock or a merge undid is done again.
      const told = await again(() => messageFrom(shop, from, channel, `message ${at}`));
      sent.push({ messageId: told.messageId, owner: from.id });
    }
    return sent;
  })();
  for (let round = 0; round < 6; round++) {
    const merge = await api.post<Merge>(`/contacts/${a.id}/merges`, { otherContactId: b.id });
    expect(merge.status).toBe(201);
    expect((await api.post(`/merges/${merge.body.id}/undo`)).status).toBe(200);
  }
  const sent = await arriving;
  const whose = await whoseRows(shop);
  expect(sent.filter(({ messageId, owner }) => whose.get(`messages {"id": "${messageId}"}`) !== owner)).toEqual([]);
  const { rows } = await sql<{ n: string }>`select count(*) as n from contacts where organization_id = ${shop.id}`.execute(
    world.kernel.db.system,
  );
  expect(Number(rows[0]?.n)).toBe(2);
});

const again = async <T>(run: () => Promise<T>): Promise<T> => {
  for (let tries = 0; ; tries++) {
    try {
      return await run();
    } catch (error) {
      if (tries === 20 || !["40P01", "23503"].includes(String((error as { code?: string }).code))) throw error;
    }
  }
};

test("erasing the survivor erases what the merge kept of the other", async () => {
  const shop = await anOrganization(world);
  const api = await client(shop);
  const { a, b } = await twoPeople(shop);
  const { body: merge } = await api.post<Merge>(`/contacts/${a.id}/merges`, { otherContactId: b.id });
  expect((await api.delete(`/contacts/${a.id}`)).status).toBe(204);
  expect((await api.post(`/merges/${merge.id}/undo`)).status).toBe(404);
  await eventually(async () => {
    const after = await dump(shop);
    const text = JSON.stringify(
      Object.fromEntries(Object.entries(after).filter(([table]) => table !== "events" && table !== "erased_identities")),
    );
    return !text.includes("Lovelace") && !text.includes(b.phone);
  }, "nothing of either to be left");
});

test("what a website or a server tells of one of two merged people goes back with that one, browsers recognised meanwhile too", async () => {
  const shop = await anOrganization(world);
  const api = await client(shop);
  const tell = async (message: Record<string, unknown>) => expect((await api.post("/events", message)).status).toBeLessThan(300);
  const holder = async (userId: string) => {
    const found = await world.kernel.db.system
      .selectFrom("identities")
      .select("contact_id")
      .where("organization_id", "=", shop.id)
      .where("kind", "=", "external_id")
      .where("match_key", "=", userId)
      .executeTakeFirst();
    return found?.contact_id ?? "";
  };
  await tell({ type: "identify", messageId: newId(), userId: "ada" });
  await tell({ type: "identify", messageId: newId(), userId: "bob" });
  const [a, b] = [await holder("ada"), await holder("bob")];
  const { body: merge } = await api.post<Merge>(`/contacts/${a}/merges`, { otherContactId: b });
  await tell({ type: "track", messageId: newId(), userId: "bob", event: "Told Of Bob" });
  await tell({ type: "track", messageId: newId(), userId: "ada", event: "Told Of Ada" });
  await tell({ type: "identify", messageId: newId(), userId: "bob", anonymousId: "bobs-browser" });
  await tell({ type: "track", messageId: newId(), anonymousId: "bobs-browser", event: "In Bobs Browser" });
  const whose = async () => {
    const { rows } = await sql<{ name: string; contact_id: string }>`
      select name, contact_id from events where organization_id = ${shop.id} and name like '% % %' order by name`.execute(
      world.kernel.db.system,
    );
    return rows.map((row) => [row.name, row.contact_id]);
  };
  await eventually(async () => (await whose()).length === 3, "three events");
  expect(new Set((await whose()).map(([, contactId]) => contactId))).toEqual(new Set([a]));
  await api.post(`/merges/${merge.id}/undo`);
  expect(await whose()).toEqual([
    ["In Bobs Browser", b],
    ["Told Of Ada", a],
    ["Told Of Bob", b],
  ]);
});

test("sums of costs follow their messages when two become one and two again", async () => {
  const shop = await anOrganization(world);
  const api = await client(shop);
  const { a, b } = await twoPeople(shop);
  const sums = async () => {
    const { rows } = await sql<{ contact_id: string; messages: number }>`
      select contact_id, messages from cost_totals where organization_id = ${shop.id} and dimension = 'contact' order by contact_id`.execute(
      world.kernel.db.system,
    );
    return JSON.stringify(rows.map((row) => [row.contact_id === a.id ? "a" : "b", row.messages]).sort());
  };
  const { body: merge } = await api.post<Merge>(`/contacts/${a.id}/merges`, { otherContactId: b.id });
  await eventually(async () => (await sums()) === '[["a",2]]', "one sum");
  await api.post(`/merges/${merge.id}/undo`);
  await eventually(async () => (await sums()) === '[["a",1],["b",1]]', "two sums");
});
