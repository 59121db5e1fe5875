import { sql } from "kysely";
import { expect, test } from "vitest";
import { anOrganization, type Client, client, eventsOf, eventsSoFar, eventually } from "../../../test/builders.ts";
import { aContact } from "../../../test/contacts.builders.ts";
import { aWorld } from "../../../test/world.ts";

const world = await aWorld();
type Whole = { id: string; name: string; company: string | null; companyId: string | null; fields: Record<string, unknown>; stage: string };
type Refused = { error: { code: string; message: string; field?: string; remedy?: string } };
type FieldShown = {
  key: string;
  name: string;
  type: string;
  options: { key: string; name: string; archived: boolean }[];
  archived: boolean;
  filterable: string;
};

const aShop = async () => {
  const shop = await anOrganization(world);
  await world.kernel.db.system
    .updateTable("organizations")
    .set({ country: "GB", time_zone: "Europe/Berlin" })
    .where("id", "=", shop.id)
    .execute();
  return { shop, api: await client(shop) };
};
const aField = async (api: Client, type: string, more: Record<string, unknown> = {}) => {
  const answer = await api.post<FieldShown>("/fields", {
    name: type.replaceAll("_", " "),
    type,
    category: "user",
    ...(type === "money" ? { currency: "EUR" } : {}),
    ...(type.startsWith("choice") ? { options: [{ name: "Small" }, { name: "Large, extra" }, { name: "كبير" }] } : {}),
    ...more,
  });
  expect(answer.status).toBe(201);
  return answer.body;
};

/** Type -> what is written, and what then stands there. */
const good: Record<string, [unknown, unknown][]> = {
  text: [
    ["  blue ", "blue"],
    [12, "12"],
  ],
  long_text: [["one\ntwo", "one\ntwo"]],
  number: [
    [1.5, 1.5],
    ["-1 234,5", -1234.5],
    ["1.234.567,89", 1234567.89],
    ["1,234,567", 1234567],
    ["٣٫٥", 3.5],
    ["4.4791E+11", 447910000000],
    [-0, 0],
  ],
  money: [
    [1250, 1250],
    ["12.5", 1250],
    ["€ 1.250,00", 125000],
    ["EUR 7", 700],
    ["-3,20 €", -320],
  ],
  date: [
    ["2024-02-29", "2024-02-29"],
    ["2026-11-30T23:30:00+02:00", "2026-11-30"],
    ["7.3.2026", "2026-03-07"],
    ["1899-12-31", "1899-12-31"],
  ],
  time: [
    ["2026-11-30T14:30:00Z", "2026-11-30T14:30:00.000Z"],
    ["2026-07-01T14:30", "2026-07-01T12:30:00.000Z"],
    ["2026-12-01 09:00:30+0530", "2026-12-01T03:30:30.000Z"],
  ],
  yes_no: [
    [false, false],
    ["Yes", true],
    ["لا", false],
  ],
  choice: [
    ["small", "small"],
    ["LARGE, extra", "large_extra"],
    ["كبير", "option"],
  ],
  choices: [
    [
      ["large_extra", "Small"],
      ["small", "large_extra"],
    ],
    ["Large, extra", ["large_extra"]],
    ["small; Large, extra;", ["small", "large_extra"]],
  ],
  link: [
    ["example.com/a b".replace(" ", "%20"), "https://example.com/a%20b"],
    ["HTTP://Example.com", "http://example.com/"],
  ],
  phone: [
    ["020 7946 0018", "+442079460018"],
    ["+33 1 09 75 83 51", "+33109758351"],
  ],
  email: [["Ada@Example.TEST ", "ada@example.test"]],
};
const bad: Record<string, unknown[]> = {
  text: ["x".repeat(501), "nul\u0000", { a: 1 }],
  long_text: ["x".repeat(10_001), "\u0000"],
  number: ["twelve", "1,234", true, "1.2.3,4.5", "NaN"],
  money: [12.5, "USD 12", "12.345", "1,234", "99999999999999999999"],
  date: ["2026-02-29", "03/07/2026", "tomorrow", 45000, true],
  time: ["2026-11-30T25:00Z", "noon", "2026-02-30T10:00"],
  yes_no: ["perhaps", 2],
  choice: ["huge", 7, ["small"]],
  choices: [["small", "huge"], { small: true }],
  link: [
    "javascript:alert(1)",
    "no spaces here",
    "ftp://example.com",
    "https://user:secret@example.com",
    `https://example.com/${"x".repeat(2000)}`,
  ],
  phone: ["12", "call me", "1".repeat(50)],
  email: ["ada at example", "@example.test", `${"a".repeat(250)}@example.test`],
};

test.each(Object.keys(good))("a %s is read in every way it is written, kept, and emptied by null and by nothing", async (type) => {
  const { api } = await aShop();
  const { key } = await aField(api, type);
  const { body } = await api.post<Whole>("/contacts", {});
  for (const [written, kept] of good[type] ?? []) {
    const answer = await api.patch<Whole>(`/contacts/${body.id}`, { fields: { [key]: written } });
    expect(answer.body, JSON.stringify(written)).toMatchObject({ fields: { [key]: kept } });
    expect((await api.get<Whole>(`/contacts/${body.id}`)).body.fields).toEqual({ [key]: kept });
  }
  expect((await api.patch<Whole>(`/contacts/${body.id}`, { fields: { [key]: type === "choices" ? [] : " " } })).body.fields).toEqual({});
  expect((await api.patch<Whole>(`/contacts/${body.id}`, { fields: { [key]: null } })).body.fields).toEqual({});
});

test.each(Object.keys(bad))("a %s that cannot be one is refused by its field, and nothing of the request is written", async (type) => {
  const { shop, api } = await aShop();
  const { key } = await aField(api, type);
  const ada = await aContact(shop, { name: "Ada" });
  const since = await eventsSoFar(shop);
  for (const written of bad[type] ?? []) {
    const answer = await api.patch<Refused>(`/contacts/${ada.id}`, { name: "Eve", fields: { [key]: written } });
    expect([answer.status, answer.body.error?.code, answer.body.error?.field], JSON.stringify(written)?.slice(0, 80)).toEqual([
      400,
      "invalid_input",
      `fields.${key}`,
    ]);
    expect((await api.post<Refused>("/contacts", { fields: { [key]: written } })).body.error?.field).toBe(`fields.${key}`);
  }
  expect(await eventsOf(shop, { since })).toEqual([]);
  expect((await api.get<Whole>(`/contacts/${ada.id}`)).body).toMatchObject({ name: "Ada", fields: {} });
});

test("a field there is not, an archived one and one of another organization are refused by name", async () => {
  const { shop, api } = await aShop();
  const stranger = await aShop();
  await aField(stranger.api, "text", { name: "Theirs" });
  const { key } = await aField(api, "text", { name: "Old" });
  const ada = await aContact(shop);
  await api.patch(`/contacts/${ada.id}`, { fields: { [key]: "kept" } });
  await api.post(`/fields/${key}/archive`);
  const refused = async (field: string) =>
    (await api.patch<Refused>(`/contacts/${ada.id}`, { fields: { [field]: "x" } })).body.error?.field;
  expect(await refused("theirs")).toBe("fields.theirs");
  expect(await refused("nothing")).toBe("fields.nothing");
  expect(await refused(key)).toBe(`fields.${key}`);
  expect((await api.get<Whole>(`/contacts/${ada.id}`)).body.fields).toEqual({});
  await api.post(`/fields/${key}/unarchive`);
  expect((await api.get<Whole>(`/contacts/${ada.id}`)).body.fields).toEqual({ [key]: "kept" });
  expect((await stranger.api.patch(`/fields/${key}`, { name: "Mine" })).status).toBe(404);
});

test("required and default hold for who is made by hand, the default also for who writes on a channel", async () => {
  const { shop, api } = await aShop();
  await aField(api, "choice", { name: "Size", required: true });
  await aField(api, "number", { name: "Visits", default: 3 });
  await aField(api, "choices", { name: "Likes", default: ["small"] });
  expect((await api.post<Refused>("/contacts", { name: "Ada" })).body.error?.field).toBe("fields.size");
  const made = await api.post<Whole>("/contacts", { name: "Ada", fields: { size: "small", visits: 4 } });
  expect(made.body.fields).toEqual({ size: "small", visits: 4, likes: ["small"] });
  expect((await api.patch<Refused>(`/contacts/${made.body.id}`, { fields: { size: null } })).body.error?.field).toBe("fields.size");
  const wrote = await aContact(shop);
  expect((await api.get<Whole>(`/contacts/${wrote.id}`)).body.fields).toEqual({ visits: 3, likes: ["small"] });
  expect((await api.get<{ items: Whole[] }>("/contacts")).body.items.map((item) => item.fields)).toEqual([
    { visits: 3, likes: ["small"] },
    { size: "small", visits: 4, likes: ["small"] },
  ]);
});

test("columns go to the lowest free number; what finds none is kept all the same, and so are lists and long texts", async () => {
  const { shop, api } = await aShop();
  for (let number = 1; number <= 6; number++) await aField(api, "yes_no", { name: `Flag ${number}` });
  await aField(api, "long_text");
  const slots = await world.kernel.db.system
    .selectFrom("fields")
    .select(["key", "slot"])
    .where("organization_id", "=", shop.id)
    .orderBy("position")
    .execute();
  expect(slots.map((row) => row.slot)).toEqual(["b01", "b02", "b03", "b04", "b05", null, null]);
  const fields = { flag_1: true, flag_5: false, flag_6: true, long_text: "story" };
  const { body } = await api.post<Whole>("/contacts", { fields });
  expect(body.fields).toEqual(fields);
  const listed = (await api.get<{ items: FieldShown[] }>("/fields")).body.items;
  expect(listed.map((field) => field.filterable)).toEqual(["fast", "fast", "fast", "fast", "fast", "slow", "slow"]);
});

test("a deleted field is gone at once; its column is handed out again only when it is empty", async () => {
  const { shop, api } = await aShop();
  await aField(api, "text", { name: "Secret" });
  await aField(api, "long_text", { name: "Story" });
  const { body } = await api.post<Whole>("/contacts", { fields: { secret: "old", story: "older" } });
  await api.patch(`/contacts/${body.id}`, { fields: { secret: "new" } });
  expect((await api.request("DELETE", "/fields/secret")).status).toBe(204);
  expect((await api.request("DELETE", "/fields/story")).status).toBe(204);
  expect((await api.get<Whole>(`/contacts/${body.id}`)).body.fields).toEqual({});
  await aField(api, "text", { name: "Next", key: "next" });
  expect((await api.get<Whole>(`/contacts/${body.id}`)).body.fields).toEqual({});
  const rows = () => world.kernel.db.system.selectFrom("fields").select("key").where("organization_id", "=", shop.id).execute();
  await eventually(async () => (await rows()).length === 1, "both fields to be gone");
  const { rows: held } = await sql<{ t01: string | null; extra: object }>`select t01, extra from contacts where id = ${body.id}`.execute(
    world.kernel.db.system,
  );
  expect(held).toEqual([{ t01: null, extra: {} }]);
  expect(await world.kernel.db.system.selectFrom("field_changes").selectAll().where("organization_id", "=", shop.id).execute()).toEqual([]);
  await aField(api, "text", { name: "Secret" });
  expect((await api.get<Whole>(`/contacts/${body.id}`)).body.fields).toEqual({});
});

test("an option that is taken out is kept by who has it and offered to nobody", async () => {
  const { api } = await aShop();
  const field = await aField(api, "choice", { name: "Size" });
  const { body } = await api.post<Whole>("/contacts", { fields: { size: "small" } });
  const [, large] = field.options;
  const changed = await api.patch<FieldShown>("/fields/size", { options: [{ key: large?.key, name: "Huge" }, { name: "Tiny" }] });
  expect(changed.body.options.map(({ key, name, archived }) => [key, name, archived])).toEqual([
    ["large_extra", "Huge", false],
    ["tiny", "Tiny", false],
    ["small", "Small", true],
    ["option", "كبير", true],
  ]);
  expect((await api.get<Whole>(`/contacts/${body.id}`)).body.fields).toEqual({ size: "small" });
  expect((await api.patch<Refused>(`/contacts/${body.id}`, { fields: { size: "small" } })).body.error?.field).toBe("fields.size");
});

test("what a field must be is refused by name", async () => {
  const { api } = await aShop();
  const refusal = async (body: unknown) => {
    const answer = await api.post<Refused>("/fields", body);
    return [answer.status, answer.body.error?.field];
  };
  const base = { name: "Field", category: "user" };
  expect(await refusal({ ...base, type: "money" })).toEqual([400, "currency"]);
  expect(await refusal({ ...base, type: "money", currency: "ZZZ" })).toEqual([400, "currency"]);
  expect(await refusal({ ...base, type: "text", currency: "EUR" })).toEqual([400, "currency"]);
  expect(await refusal({ ...base, type: "choice" })).toEqual([400, "options"]);
  expect(await refusal({ ...base, type: "text", options: [{ name: "A" }] })).toEqual([400, "options"]);
  expect(await refusal({ ...base, type: "choice", options: [{ name: "A" }, { name: "a" }] })).toEqual([400, "options.1.name"]);
  expect(await refusal({ ...base, type: "number", default: "many" })).toEqual([400, "default"]);
  expect(await refusal({ ...base, type: "text", category: "secret" })).toEqual([400, "category"]);
  expect(await refusal({ ...base, type: "colour" })).toEqual([400, "type"]);
  expect(await refusal({ ...base, type: "text", key: "Größe" })).toEqual([400, "key"]);
  await aField(api, "text", { name: "Field" });
  expect(await refusal({ ...base, type: "text" })).toEqual([409, "name"]);
  expect(await refusal({ ...base, name: "Other", key: "field", type: "text" })).toEqual([409, "key"]);
});

test("sixty fields, and no more", async () => {
  const { api } = await aShop();
  for (let number = 1; number <= 60; number++) await aField(api, "text", { name: `Field ${number}` });
  const answer = await api.post<Refused>("/fields", { name: "One more", type: "text", category: "user" });
  expect([answer.status, answer.body.error.code]).toEqual([409, "too_many_fields"]);
  const keys = (await api.get<{ items: FieldShown[] }>("/fields")).body.items.map((field) => field.key).reverse();
  expect((await api.put<{ items: FieldShown[] }>("/fields/order", { keys })).body.items.map((field) => field.key)).toEqual(keys);
  expect((await api.put<Refused>("/fields/order", { keys: keys.slice(1) })).body.error.field).toBe("keys");
});

test("only who may configure makes fields; their categories stand in the register", async () => {
  const { shop, api } = await aShop();
  await aField(api, "text", { name: "Illness", category: "user.health_and_medical" });
  const agent = await client(shop, { can: ["contacts.read", "contacts.write"] });
  expect((await agent.post("/fields", { name: "Mine", type: "text", category: "user" })).status).toBe(403);
  expect((await agent.get<{ items: unknown[] }>("/fields/categories")).body.items).toEqual([
    { key: "illness", name: "Illness", type: "text", category: "user.health_and_medical", archived: false, deleting: false },
  ]);
  expect(await eventsOf(shop)).toEqual(["field.created"]);
});

test("a change tells which fields, and keeps from what to what beside it, with the person", async () => {
  const { shop, api } = await aShop();
  await aField(api, "money", { name: "Budget" });
  const ada = await aContact(shop, { name: "ada" });
  const since = await eventsSoFar(shop);
  await api.patch(`/contacts/${ada.id}`, { name: "Ada", company: "Engines", fields: { budget: "12,50" } });
  await api.patch(`/contacts/${ada.id}`, { name: "Ada", company: "ENGINES", fields: { budget: 1250 } });
  expect(await eventsOf(shop, { since })).toEqual(["company.created", "contact.updated"]);
  const changes = () =>
    world.kernel.db.system
      .selectFrom("field_changes")
      .select(["field", "before", "after"])
      .where("organization_id", "=", shop.id)
      .orderBy("field")
      .execute();
  expect(await changes()).toEqual([
    { field: "company", before: null, after: "Engines" },
    { field: "fields.budget", before: null, after: 1250 },
    { field: "name", before: "ada", after: "Ada" },
  ]);
  const events = await world.kernel.db.system
    .selectFrom("events")
    .select("payload")
    .where("organization_id", "=", shop.id)
    .where("name", "=", "contact.updated")
    .execute();
  expect(JSON.stringify(events)).not.toContain("Engines");
  await api.request("DELETE", `/contacts/${ada.id}`);
  expect(await changes()).toEqual([]);
});

test("two who change one contact at once both count, and the company is made once", async () => {
  const { shop, api } = await aShop();
  await aField(api, "number", { name: "A" });
  await aField(api, "choices", { name: "B" });
  await aField(api, "long_text", { name: "C" });
  const people = await Promise.all(Array.from({ length: 4 }, () => aContact(shop)));
  await Promise.all(
    people.flatMap(({ id }) => [
      api.patch(`/contacts/${id}`, { fields: { a: 1 } }),
      api.patch(`/contacts/${id}`, { fields: { b: ["small"] } }),
      api.patch(`/contacts/${id}`, { fields: { c: "long" } }),
      api.patch(`/contacts/${id}`, { company: "New Company" }),
    ]),
  );
  const items = (await api.get<{ items: Whole[] }>("/contacts")).body.items;
  expect(items.map((item) => item.fields)).toEqual(people.map(() => ({ a: 1, b: ["small"], c: "long" })));
  expect(new Set(items.map((item) => item.companyId)).size).toBe(1);
});
