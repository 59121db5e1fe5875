import fc from "fast-check";
import { sql } from "kysely";
import { expect, test } from "vitest";
import { anOrganization, type Client, client, type Shop } from "../../../test/builders.ts";
import {
  aGround,
  aPerson,
  consentFrom,
  dump,
  type Ground,
  messageFrom,
  type Person,
  samples,
  trackedEvent,
  whoseRows,
  withEverything,
} from "../../../test/merge.builders.ts";
import { aWorld } from "../../../test/world.ts";
import { newId } from "../../kernel/id.ts";
import { moveIdentity, resolveSightings } from "./index.ts";

const world = await aWorld();
type Scene = { shop: Shop; api: Client; ground: Ground; a: Person; b: Person };

const aScene = async (mine: string[], theirs: string[]): Promise<Scene> => {
  const shop = await anOrganization(world);
  const api = await client(shop);
  const ground = await aGround(shop);
  const a = await withEverything(shop, await aPerson(shop, { name: "Ada" }), ground, mine);
  const b = await withEverything(shop, await aPerson(shop, { name: "Lovelace" }), ground, theirs);
  await api.patch(`/contacts/${a.id}`, { language: "en", stage: "customer" });
  await api.patch(`/contacts/${b.id}`, { language: "fr", country: "GB" });
  return { shop, api, ground, a, b };
};

const merge = async ({ api, a, b }: Scene, winners: Record<string, string>) => {
  const merged = await api.post<{ id: string }>(`/contacts/${a.id}/merges`, { otherContactId: b.id, winners });
  expect(merged.status).toBe(201);
  return () => api.post(`/merges/${merged.body.id}/undo`);
};

const tables = fc.subarray(Object.keys(samples));
const winners = fc.dictionary(
  fc.constantFrom("name", "language", "country", "stage", "owner", "company"),
  fc.constantFrom("this", "other"),
);

test("unmerge(merge(a, b)) restores every row, whatever the two have and whoever wins", async () => {
  await fc.assert(
    fc.asyncProperty(tables, tables, winners, async (mine, theirs, won) => {
      const scene = await aScene(mine, theirs);
      const before = await dump(scene.shop);
      const undo = await merge(scene, won);
      expect((await undo()).status).toBe(200);
      expect(await dump(scene.shop)).toEqual(before);
    }),
    { numRuns: 12, endOnFailure: true },
  );
}, 300_000);

type Side = "a" | "b";
/** Where it should be afterwards: table and key -> whose. */
type Expected = [row: string, owner: Side][];
type Between = (scene: Scene, side: Side) => Promise<Expected>;
const keyed = (table: string, id: string) => `${table} {"id": "${id}"}`;
const personOf = (scene: Scene, side: Side) => scene[side];
const newest = async (shop: Shop, table: string): Promise<string> => {
  const { rows } = await sql<{
    id: string;
  }>`select id from ${sql.table(table)} where organization_id = ${shop.id} order by id desc limit 1`.execute(world.kernel.db.system);
  return rows[0]?.id ?? "";
};

/** What may happen while the two are one. Through a number, thread or browser it is of whose that is; by a member it is the survivor's. */
const happenings: Record<string, Between> = {
  message: async (scene, side) => {
    const told = await messageFrom(scene.shop, personOf(scene, side), scene.ground.channels[0] ?? "");
    return [
      [keyed("messages", told.messageId), side],
      [keyed("conversations", told.conversationId), side],
    ];
  },
  messageOnAnotherChannel: async (scene, side) => {
    const told = await messageFrom(scene.shop, personOf(scene, side), scene.ground.channels[1] ?? "");
    return [
      [keyed("messages", told.messageId), side],
      [keyed("conversations", told.conversationId), side],
    ];
  },
  preference: async (scene, side) => {
    await consentFrom(scene.shop, personOf(scene, side), "withdrawn");
    return [[keyed("consent_ledger", await newest(scene.shop, "consent_ledger")), side]];
  },
  newNumber: async (scene, side) => {
    const { shop } = scene;
    const person = personOf(scene, side);
    const phone = `4477${Math.floor(10_000_000 + Math.random() * 89_999_999)}`;
    const named = (value: string) => ({ kind: "phone" as const, scope: "", value });
    await world.kernel.db.system
      .transaction()
      .execute((tx) => moveIdentity(tx, shop.id, { from: named(person.phone), to: named(phone), at: new Date(), evidence: {} }));
    person.phone = phone;
    return [[keyed("identities", await newest(shop, "identities")), side]];
  },
  learned: async (scene, side) => {
    const { shop } = scene;
    await world.kernel.db.system.transaction().execute((tx) =>
      resolveSightings(tx, shop.id, [
        {
          key: "one",
          identities: [
            { kind: "phone", scope: "", value: personOf(scene, side).phone },
            { kind: "whatsapp_user_id", scope: newId(), value: newId() },
          ],
          // Their own profile may rename them; the one behind a number that came by the merge may not.
          name: side === "b" ? "Somebody else" : null,
          at: new Date(),
          evidence: {},
        },
      ]),
    );
    return [[keyed("identities", await newest(shop, "identities")), side]];
  },
  visit: async (scene, side) => {
    const { shop } = scene;
    const { rows } = await sql<{ id: string; contact_id: string }>`
      select id, contact_id from visitors where organization_id = ${shop.id} and anonymous_key = ${visitorOf(personOf(scene, side))}`.execute(
      world.kernel.db.system,
    );
    const [visitor] = rows;
    if (!visitor) return [];
    return [[`events ${await trackedEvent(shop, visitor.contact_id, visitor.id)}`, side]];
  },
  note: async ({ api, a }) => {
    const note = await api.post<{ id: string }>(`/contacts/${a.id}/notes`, { body: "by the team" });
    return [[keyed("contact_notes", note.body.id), "a"]];
  },
  tag: async ({ api, a }) => {
    const tag = await api.post<{ id: string }>("/tags", { name: newId() });
    const { tags } = (await api.get<{ tags: { id: string }[] }>(`/contacts/${a.id}`)).body;
    await api.put(`/contacts/${a.id}/tags`, { tagIds: [...tags.map(({ id }) => id), tag.body.id] });
    return [[`contact_tags {"tag_id": "${tag.body.id}"}`, "a"]];
  },
  email: async ({ api, a }) => {
    const added = await api.post<{ id: string }>(`/contacts/${a.id}/identities`, { kind: "email", value: `${newId()}@example.test` });
    return [[keyed("identities", added.body.id), "a"]];
  },
  task: async ({ api, a }) => {
    const task = await api.post<{ id: string }>("/tasks", { title: "Call back", contactId: a.id });
    return task.status === 201 ? [[keyed("tasks", task.body.id), "a"]] : [];
  },
};
const visitorOf = (person: Person) => `visitor of ${person.id}`;

const aVisitor = (shop: Shop, person: Person) =>
  sql`insert into visitors (organization_id, id, anonymous_key, contact_id) values (${shop.id}, ${newId()}, ${visitorOf(person)}, ${person.id})`.execute(
    world.kernel.db.system,
  );

const story = fc.array(fc.record({ what: fc.constantFrom(...Object.keys(happenings)), side: fc.constantFrom<Side>("a", "b") }), {
  minLength: 1,
  maxLength: 10,
});

test("whatever arrives while two are one ends with the right one, and what was there before is whose it was", async () => {
  await fc.assert(
    fc.asyncProperty(tables, tables, story, async (mine, theirs, script) => {
      const scene = await aScene(mine, theirs);
      await aVisitor(scene.shop, scene.a);
      await aVisitor(scene.shop, scene.b);
      const before = await whoseRows(scene.shop);
      const undo = await merge(scene, {});
      const expected = new Map<string, Side>();
      for (const { what, side } of script)
        for (const [row, owner] of (await happenings[what]?.(scene, side)) ?? []) expected.set(row, owner);
      expect((await undo()).status).toBe(200);
      const after = await whoseRows(scene.shop);
      for (const [row, owner] of before) expect([row, after.get(row)]).toEqual([row, owner]);
      for (const [row, side] of expected) expect([row, after.get(row)]).toEqual([row, scene[side].id]);
      // Each message's event, and each thread's, is in the timeline of whose it is.
      const { rows: strays } = await sql<{ name: string }>`
        select e.name from events e join conversations c on c.organization_id = e.organization_id and c.id = e.conversation_id
         where e.organization_id = ${scene.shop.id} and e.contact_id <> c.contact_id`.execute(world.kernel.db.system);
      expect(strays).toEqual([]);
      const page = await scene.api.get(`/contacts/${scene.a.id}`);
      expect([page.status, page.body.givenName, page.body.language, page.body.stage]).toEqual([200, "Ada", "en", "customer"]);
    }),
    { numRuns: 12, endOnFailure: true },
  );
}, 300_000);
