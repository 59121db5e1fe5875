import { sql } from "kysely";
import { beforeAll, expect, test } from "vitest";
import { anOrganization, type Client, client, eventually, type Shop } from "../../../test/builders.ts";
import { aContact } from "../../../test/contacts.builders.ts";
import { aWorld } from "../../../test/world.ts";

const world = await aWorld();
type Page = { items: { id: string; name: string }[]; next: string | null };
let shop: Shop;
let api: Client;
let ids: string[];

const fields: [key: string, type: string, slot: string | null][] = [
  ["city", "text", "t01"],
  ["size", "choice", "t02"],
  ["visits", "number", "n01"],
  ["born", "date", "d01"],
  ["vip", "yes_no", "b01"],
  ["story", "long_text", null],
];

beforeAll(async () => {
  shop = await anOrganization(world);
  api = await client(shop);
  for (const [key, type, slot] of fields)
    await sql`insert into fields (organization_id, key, name, type, slot, position, category) values (${shop.id}, ${key}, ${key}, ${type}, ${slot}, 1, 'user')`.execute(
      world.kernel.db.system,
    );
  // Many equal values and many without one: that is where pages lose or repeat rows.
  await world.kernel.db.raw.owner.query(
    `insert into contacts (organization_id, id, name, company, stage, score, created_at, last_seen_at, t01, t02, n01, d01, b01)
     select $1, candor_uuid7(timestamptz '2026-01-01' + n * interval '1 minute'),
       (array['', 'Zoë', 'zoe', 'Ärger', 'apple', 'Banana'])[1 + n % 6] || case when n % 6 > 0 and n % 5 > 2 then ' ' || n % 3 else '' end,
       case when n % 3 > 0 then 'Co ' || n % 4 end, (array['lost', 'lead', 'customer'])[1 + n % 3], n % 4,
       timestamptz '2026-01-01' + (n % 5) * interval '1 day' + interval '1 microsecond' * (n % 3), case when n % 4 > 0 then timestamptz '2026-02-01' + (n % 7) * interval '1 hour' end,
       case when n % 3 > 0 then (array['Köln', 'köln', 'Aachen', 'Zürich'])[1 + n % 4] end, case when n % 4 > 0 then 'size_' || n % 3 end,
       case when n % 5 > 1 then (n % 6) / 3.0 end, case when n % 2 = 0 then timestamptz '2000-01-01' + (n % 9) * interval '1 day' end, case when n % 3 > 0 then n % 2 = 0 end
       from generate_series(1, 240) n`,
    [shop.id],
  );
  const { rows } = await world.kernel.db.raw.owner.query<{ id: string }>("select id from contacts where organization_id = $1 order by id", [
    shop.id,
  ]);
  ids = rows.map((row) => row.id);
});

const address = (query: Record<string, unknown>) =>
  `/contacts?${new URLSearchParams(Object.entries(query).map(([key, value]) => [key, typeof value === "string" ? value : JSON.stringify(value)]))}`;
const page = async (query: Record<string, unknown>, of = api) => {
  const answer = await of.get<Page>(address(query));
  expect(answer.status, JSON.stringify(answer.body)).toBe(200);
  return answer.body;
};
const walk = async (query: Record<string, unknown>, between: (at: number) => Promise<unknown> = async () => {}) => {
  const seen: string[] = [];
  let after: string | null = null;
  for (let at = 0; at < 100; at++) {
    const read: Page = await page({ ...query, ...(after ? { after } : {}) });
    seen.push(...read.items.map((item) => item.id));
    if (!read.next) return seen;
    after = read.next;
    await between(at);
  }
  throw new Error("the list has no end");
};
const indexReady = (name: string) =>
  eventually(async () => {
    const { rows } = await world.kernel.db.raw.owner.query(
      "select from pg_index i join pg_class c on c.oid = i.indexrelid where c.relname = $1 and i.indisvalid",
      [name],
    );
    return rows.length > 0;
  }, name);

const orders: [sort: string, order: string, index: string | null][] = [
  ["name", `nullif(name, '') collate "und-x-icu"`, "contacts_order_name"],
  ["company", `company collate "und-x-icu"`, "contacts_order_company"],
  ["score", "score", "contacts_order_score"],
  ["created_at", "created_at", "contacts_order_created_at"],
  ["last_seen_at", "last_seen_at", "contacts_order_last_seen_at"],
  ["fields.city", `t01 collate "und-x-icu"`, "contacts_order_t01"],
  ["fields.size", `t02 collate "und-x-icu"`, "contacts_order_t02"],
  ["fields.visits", "n01", "contacts_order_n01"],
  ["fields.born", "d01", "contacts_order_d01"],
  ["fields.vip", "b01", "contacts_order_b01"],
];
test.each(orders)(
  "by %s every contact comes once and in order, those without a value last, before and after there is an index",
  async (sort, order, index) => {
    for (const direction of ["asc", "desc"]) {
      const { rows } = await world.kernel.db.raw.owner.query<{ id: string }>(
        `select id from contacts where organization_id = $1 order by ${order} ${direction} nulls last, id ${direction}`,
        [shop.id],
      );
      const expected = rows.map((row) => row.id);
      expect(await walk({ sort, direction, limit: 23 })).toEqual(expected);
      if (index) await indexReady(index);
      expect(await walk({ sort, direction, limit: 23 })).toEqual(expected);
      const some = { filter: [{ about: "field", field: "score", op: "is", value: 1 }] };
      const few = await world.kernel.db.raw.owner.query<{ id: string }>(
        "select id from contacts where organization_id = $1 and score = 1",
        [shop.id],
      );
      const wanted = new Set(few.rows.map((row) => row.id));
      expect(await walk({ sort, direction, limit: 7, ...some })).toEqual(expected.filter((id) => wanted.has(id)));
    }
  },
);

test("a field that was filtered or sorted by is marked as having an index, once it is there", async () => {
  await page({ sort: "fields.visits" });
  await eventually(async () => {
    const { rows } = await sql<{
      indexed: boolean;
    }>`select indexed from fields where organization_id = ${shop.id} and key = 'visits'`.execute(world.kernel.db.system);
    return rows[0]?.indexed;
  });
});

test("by stage contacts come in the organization's order of stages, not in that of their keys", async () => {
  const { rows } = await world.kernel.db.raw.owner.query<{ id: string }>(
    "select c.id from contacts c join stages s on s.organization_id = c.organization_id and s.key = c.stage where c.organization_id = $1 order by s.position, c.id desc",
    [shop.id],
  );
  expect(await walk({ sort: "stage", limit: 23 })).toEqual(rows.map((row) => row.id));
});

test("without a sort the newest come first, and the oldest where that is asked for", async () => {
  expect(await walk({ limit: 50 })).toEqual(ids.toReversed());
  expect(await walk({ limit: 50, direction: "asc" })).toEqual(ids);
});

test("while rows change and come, no untouched contact is left out or comes twice", async () => {
  const own = await anOrganization(world);
  const theirs = await client(own);
  await world.kernel.db.raw.owner.query(
    "insert into contacts (organization_id, id, name, score) select $1, candor_uuid7(), 'Person ' || n, case when n % 3 = 0 then 5 else n % 4 end from generate_series(1, 120) n",
    [own.id],
  );
  const { rows } = await world.kernel.db.raw.owner.query<{ id: string }>("select id from contacts where organization_id = $1 order by id", [
    own.id,
  ]);
  const touched = new Set<string>();
  const seen: string[] = [];
  let after: string | null = null;
  for (let at = 0; ; at++) {
    const read: Page = await page({ sort: "score", limit: 9, ...(after ? { after } : {}) }, theirs);
    seen.push(...read.items.map((item) => item.id));
    if (!read.next) break;
    after = read.next;
    // Somebody seen moves behind, somebody not seen before, somebody new arrives.
    const [moved, other] = [
      seen[at] as string,
      rows.findLast((row) => !seen.includes(row.id) && !touched.has(row.id))?.id ?? (seen[at] as string),
    ];
    for (const [id, score] of [
      [moved, 99],
      [other, -1],
    ] as const) {
      touched.add(id);
      await world.kernel.db.system
        .updateTable("contacts")
        .set({ score })
        .where("organization_id", "=", own.id)
        .where("id", "=", id)
        .execute();
    }
    await aContact(own);
  }
  const untouched = rows.map((row) => row.id).filter((id) => !touched.has(id));
  expect(untouched.length).toBeGreaterThan(60);
  for (const id of untouched)
    expect(
      seen.filter((each) => each === id),
      id,
    ).toHaveLength(1);
});

test("words are found through their index as well as without it: a rare one, a common one, none", async () => {
  const of = async (op: string, value: string) =>
    (await walk({ filter: [{ about: "field", field: "fields.city", op, value }], limit: 50 })).length;
  const all = async () => [
    await of("contains", "oln"),
    await of("is", "KOLN"),
    await of("starts_with", "zur"),
    await of("contains", "nowhere"),
    await of("contains", "%"),
  ];
  const before = await all();
  expect(before[0]).toBe(before[1]);
  expect(before[3]).toBe(0);
  expect(before[4]).toBe(0);
  await indexReady("contacts_words_t01");
  expect(await all()).toEqual(before);
});

test("a search goes together with filters and a sort", async () => {
  const filter = [{ about: "field", field: "score", op: "is", value: 1 }];
  const both = await walk({ search: "banana", filter, limit: 5 });
  const banana = await walk({ search: "banana" });
  const scored = new Set(await walk({ filter }));
  expect(both).toEqual(banana.filter((id) => scored.has(id)));
  expect(both.length).toBeGreaterThan(0);
  const sorted = await walk({ search: "banana", sort: "fields.visits", limit: 5 });
  expect(new Set(sorted)).toEqual(new Set(banana));
});

test("counts are exact, stop at ten thousand, and go on where that is asked for", async () => {
  const count = async (query: Record<string, unknown>) => (await api.get(address(query).replace("/contacts?", "/contacts/count?"))).body;
  expect(await count({})).toEqual({ count: 240, more: false });
  expect(await count({ filter: [{ about: "field", field: "stage", op: "is", value: "lead" }] })).toEqual({ count: 80, more: false });
  expect(await count({ search: "banana" })).toEqual({ count: (await walk({ search: "banana" })).length, more: false });
  const many = await anOrganization(world);
  await world.kernel.db.raw.owner.query(
    "insert into contacts (organization_id, id) select $1, candor_uuid7() from generate_series(1, 10050)",
    [many.id],
  );
  const theirs = await client(many);
  expect((await theirs.get("/contacts/count")).body).toEqual({ count: 10_000, more: true });
  expect((await theirs.get("/contacts/count?exact=true")).body).toEqual({ count: 10_050, more: false });
});

test.each([
  ["filter", { filter: "not json" }],
  ["filter", { filter: { about: "tag" } }],
  ["filter.0.op", { filter: [{ about: "field", field: "name", op: "rhymes" }] }],
  ["filter.0.field", { filter: [{ about: "field", field: "fields.nothing", op: "known" }] }],
  ["filter.0.op", { filter: [{ about: "field", field: "score", op: "contains", value: "1" }] }],
  ["filter.0.value", { filter: [{ about: "field", field: "score", op: "is", value: "one" }] }],
  ["filter", { filter: Array.from({ length: 21 }, () => ({ about: "field", field: "name", op: "known" })) }],
  ["sort", { sort: "shoe_size" }],
  ["sort", { sort: "fields.story" }],
  ["sort", { sort: "fields.nothing" }],
  ["sort", { sort: "organization_id" }],
  ["after", { after: "bm90IGEgY3Vyc29y" }],
])("refused naming %s: %j", async (field, query) => {
  const answer = await api.get<{ error: { field: string } }>(address(query as Record<string, unknown>));
  expect(answer.status).toBe(400);
  expect(answer.body.error.field).toBe(field);
});

test("a page's cursor belongs to its sort", async () => {
  const { next } = await page({ sort: "name", limit: 5 });
  for (const sort of ["score", "stage"]) expect((await api.get(address({ sort, after: next ?? "" }))).status).toBe(400);
});

test("another organization sees none of it, whatever it filters by", async () => {
  const stranger = await client(await anOrganization(world));
  expect((await page({ filter: [{ about: "field", field: "score", op: "at_least", value: 0 }], sort: "name" }, stranger)).items).toEqual(
    [],
  );
  expect((await stranger.get("/contacts/count")).body).toEqual({ count: 0, more: false });
  expect((await stranger.get(address({ filter: [{ about: "field", field: "fields.city", op: "known" }] }))).status).toBe(400);
});
