import { sql } from "kysely";
import { beforeAll, describe, expect, test } from "vitest";
import { anOrganization, type Shop } from "../../../test/builders.ts";
import { aContact } from "../../../test/contacts.builders.ts";
import { aWorld } from "../../../test/world.ts";
import { newId } from "../../kernel/id.ts";
import type { ContactCondition } from "./condition.api.ts";
import { conditionSql, type Known } from "./condition.ts";
import { checkConditions } from "./condition-check.ts";
import { askedField, operatorsOf } from "./condition-fields.ts";

// Each operator of each type against a plain evaluation in JavaScript, over contacts with and without values, as both roles.
const world = await aWorld();
const zone = "Pacific/Auckland";
const now = new Date("2026-11-22T11:30:00Z");
const fields = [
  { key: "motto", type: "text", slot: "t01" },
  { key: "tale", type: "long_text", slot: null },
  { key: "size", type: "choice", slot: "t02" },
  { key: "likes", type: "choices", slot: null },
  { key: "visits", type: "number", slot: "n01" },
  { key: "weight", type: "number", slot: null },
  { key: "spent", type: "money", slot: "n02" },
  { key: "born", type: "date", slot: "d01" },
  { key: "due", type: "time", slot: "d02" },
  { key: "gone", type: "time", slot: null },
  { key: "vip", type: "yes_no", slot: "b01" },
  { key: "open", type: "yes_no", slot: null },
];
const known: Known = { fields, now, timeZone: zone };

type Person = { id: string; values: Record<string, unknown> };
const hour = 3600_000;
const at = (hours: number) => new Date(now.getTime() + hours * hour);
const day = (days: number) => new Date(Date.UTC(2026, 10, 23 + days));
// It is already the 23rd where the organization is.
const moments = [0, -1, -13, -24, -25, -36, -37, -24 * 7, -24 * 8, 1, 12, 13, 24 * 3, -24 * 400].map(at);
const days = [0, -1, -2, -7, -8, 1, 2, 7, 8, -400].map(day);
const texts = ["Crème Brûlée", "creme brulee", "CREME", "100%_sure", "\\ back", "", "ÅNGSTRÖM unit", "plain"];
const pick = <T>(values: T[], n: number): T | null => (n % 4 === 3 ? null : (values[(n * 7 + (n >> 2)) % values.length] ?? null));

let shop: Shop;
let stranger: Shop;
let people: Person[];

beforeAll(async () => {
  shop = await anOrganization(world);
  stranger = await anOrganization(world);
  const owners = [shop.ownerMemberId];
  people = [];
  for (let n = 0; n < 48; n++) {
    const { id } = await aContact(shop);
    const values: Record<string, unknown> = {
      name: pick(texts, n) ?? "",
      company: pick(texts, n + 1),
      language: pick(["en", "en-GB", "ar"], n + 2),
      country: pick(["DE", "GB"], n),
      time_zone: pick(["Europe/Berlin"], n),
      stage: pick(["lead", "customer"], n + 1) ?? "lost",
      owner: pick(owners, n),
      score: pick([0, -5, 40], n) ?? 7,
      created_at: pick(moments, n) ?? at(-2),
      last_seen_at: pick(moments, n + 1),
      "fields.motto": pick(texts, n + 3),
      "fields.tale": pick(texts, n + 5),
      "fields.size": pick(["s", "m", "l"], n),
      "fields.likes": pick([["tea"], ["tea", "coffee"], [], ["soup"]], n),
      "fields.visits": pick([0, 1, 2.5, -3, 100], n + 1),
      "fields.weight": pick([0, 1, 2.5, -3, 1e-7], n + 2),
      "fields.spent": pick([0, 1999, 2000], n),
      "fields.born": pick(days, n + 2),
      "fields.due": pick(moments, n + 3),
      "fields.gone": pick(moments, n + 1),
      "fields.vip": pick([true, false], n),
      "fields.open": pick([true, false], n + 1),
    };
    people.push({ id, values });
    const extra = Object.fromEntries(
      fields
        .filter((field) => field.slot === null)
        .flatMap(({ key }) => (values[`fields.${key}`] == null ? [] : [[key, values[`fields.${key}`]]])),
    );
    const own = (key: string) => values[`fields.${key}`] as never;
    await world.kernel.db.system
      .updateTable("contacts")
      .set({
        name: values.name as string,
        company: values.company as string | null,
        language: values.language as string | null,
        country: values.country as string | null,
        time_zone: values.time_zone as string | null,
        stage: values.stage as string,
        owner_id: values.owner as string | null,
        score: values.score as number,
        created_at: values.created_at as Date,
        last_seen_at: values.last_seen_at as Date | null,
        t01: own("motto"),
        t02: own("size"),
        n01: own("visits"),
        n02: own("spent"),
        d01: own("born"),
        d02: own("due"),
        b01: own("vip"),
        extra: JSON.stringify(extra),
      })
      .where("organization_id", "=", shop.id)
      .where("id", "=", id)
      .execute();
  }
  // Has all the same keys, holding something else.
  const other = await aContact(stranger);
  await sql`update contacts set extra = '{"weight":"heavy","gone":"never","open":"perhaps","likes":"tea","tale":{"a":1}}' where id = ${other.id}`.execute(
    world.kernel.db.system,
  );
});

const fold = (text: string) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
const localDay = (moment: Date, timeZone: string) => new Intl.DateTimeFormat("sv-SE", { timeZone }).format(moment);
const shifted = (text: string, by: number) => new Date(Date.parse(`${text}T00:00:00Z`) + by * 24 * hour).toISOString().slice(0, 10);

/** What the words say, one value at a time. */
const holds = (kind: string, op: string, value: unknown, asked: unknown): boolean => {
  const has = value !== null && value !== undefined && value !== "" && !(Array.isArray(value) && value.length === 0);
  const wanted = (Array.isArray(asked) ? asked : [asked]) as never[];
  switch (op) {
    case "known":
      return has;
    case "unknown":
      return !has;
    case "is_not":
      return !holds(kind, "is", value, asked);
    case "not_one_of":
      return !holds(kind, "one_of", value, asked);
    case "not_contains":
      return !holds(kind, "contains", value, asked);
    case "not_in_last_days":
      return !holds(kind, "in_last_days", value, asked);
  }
  if (value === null || value === undefined) return false;
  if (kind === "text") {
    const text = fold(String(value));
    if (op === "contains") return text.includes(fold(String(asked)));
    if (op === "starts_with") return text.startsWith(fold(String(asked)));
    return wanted.some((each) => fold(String(each)) === text);
  }
  if (kind === "choice") return wanted.includes(value as never);
  if (kind === "choices") return wanted.some((each) => (value as unknown[]).includes(each));
  if (kind === "flag") return value === asked;
  if (kind === "number") {
    const number = value as number;
    const [low, high] = wanted as unknown as [number, number];
    if (op === "between") return number >= low && number <= high;
    return (
      { is: number === low, more_than: number > low, at_least: number >= low, less_than: number < low, at_most: number <= low }[op] ?? false
    );
  }
  // Dates: by the calendar of the organization, a moment asked for as a moment by the clock.
  const own = kind === "day" ? (value as Date).toISOString().slice(0, 10) : localDay(value as Date, zone);
  const today = localDay(now, zone);
  const isDay = (text: string) => text.length === 10;
  const [from, to] = wanted as unknown as [string, string];
  const time = (value as Date).getTime();
  if (op === "is") return isDay(from) ? own === from : time === Date.parse(from);
  if (op === "before") return isDay(from) ? own < from : time < Date.parse(from);
  if (op === "after") return isDay(from) ? own > from : time > Date.parse(from);
  if (op === "between") return (isDay(from) ? own >= from : time >= Date.parse(from)) && (isDay(to) ? own <= to : time <= Date.parse(to));
  const count = asked as number;
  const past = kind === "day" ? own <= today : time <= now.getTime();
  const future = kind === "day" ? own >= today : time > now.getTime();
  if (op === "in_last_days") return past && own >= shifted(today, -count);
  if (op === "in_next_days") return future && own <= shifted(today, count);
  throw new Error(`${op} of ${kind}`);
};

const asked: Record<string, Record<string, unknown[]>> = {
  text: {
    one: ["creme brulee", "CRÈME", "%", "_", "\\", "ångström", "en", "nothing like it"],
    list: [["creme", "PLAIN"], ["nothing"]],
  },
  choice: {
    one: ["s", "lead", "DE"],
    list: [
      ["s", "m"],
      ["lead", "lost", "GB"],
    ],
  },
  choices: { one: ["tea", "none"], list: [["coffee", "soup"]] },
  number: {
    one: [0, 2.5, 1999, -5],
    list: [
      [0, 2.5],
      [2000, 1],
    ],
  },
  flag: { one: [true, false], list: [] },
};
const dates = {
  one: ["2026-11-23", "2026-11-22", "2026-11-15", "2026-11-22T11:30:00Z", "2026-11-21T10:30:00.000+00:00"],
  list: [
    ["2026-11-15", "2026-11-22"],
    ["2026-11-21T10:30:00Z", "2026-11-23"],
  ],
};
const valuesFor = (kind: string, op: string): unknown[] => {
  if (op === "known" || op === "unknown") return [undefined];
  if (/days$/.test(op)) return [0, 1, 7, 3660];
  const choice = kind === "day" || kind === "moment" ? dates : asked[kind];
  return (["one_of", "not_one_of", "between"].includes(op) ? choice?.list : choice?.one) ?? [];
};

const ask = async (role: "candor_app" | "candor_system", condition: ContactCondition, of = shop) => {
  const select = sql<{
    id: string;
    holds: boolean | null;
  }>`select c.id, ${conditionSql(condition, known)} as holds from contacts c where c.organization_id = ${of.id}`;
  const { rows } =
    role === "candor_app"
      ? await world.kernel.db.withOrganization(of.id, (tx) => select.execute(tx))
      : await select.execute(world.kernel.db.system);
  expect(rows.every((row) => row.holds !== null)).toBe(true);
  return new Set(rows.filter((row) => row.holds).map((row) => row.id));
};

const names = [
  ...["name", "company", "language", "country", "time_zone", "stage", "owner", "score", "created_at", "last_seen_at"],
  ...fields.map((field) => `fields.${field.key}`),
];
describe.each(names)("%s", (field) => {
  const kind = askedField(field, fields)?.kind ?? "text";
  test.each(operatorsOf[kind])("%s finds whom plain reading finds, as either role", async (op) => {
    for (const value of field === "owner" ? ownerValues(op) : valuesFor(kind, op)) {
      const condition = { about: "field", field, op, value } as ContactCondition;
      const expected = new Set(people.filter((person) => holds(kind, op, person.values[field], value)).map((person) => person.id));
      expect(await ask("candor_app", condition), JSON.stringify(condition)).toEqual(expected);
      expect(await ask("candor_system", condition), JSON.stringify(condition)).toEqual(expected);
    }
  });
});
const ownerValues = (op: string) => {
  if (op === "known" || op === "unknown") return [undefined];
  return op.endsWith("one_of") ? [[shop.ownerMemberId, newId()]] : [shop.ownerMemberId, newId()];
};

test("another organization's field of the same key that holds something else stops nobody, even without its organization named", async () => {
  for (const field of ["fields.weight", "fields.gone", "fields.open", "fields.likes", "fields.tale"]) {
    const condition = { about: "field", field, op: "known" } as ContactCondition;
    await ask("candor_system", condition, stranger);
    const everybody = sql`select count(*) from contacts c where ${conditionSql(condition, known)}`;
    await everybody.execute(world.kernel.db.system);
  }
});

test("a field that is no more holds nothing: known for nobody, unknown for all, different from everything", async () => {
  const all = new Set(people.map((person) => person.id));
  const of = (op: string, value?: unknown) => ask("candor_app", { about: "field", field: "fields.lost", op, value } as ContactCondition);
  expect(await of("known")).toEqual(new Set());
  expect(await of("is", "x")).toEqual(new Set());
  expect(await of("unknown")).toEqual(all);
  expect(await of("not_in_last_days", 3)).toEqual(all);
});

const both = async (condition: ContactCondition) => {
  const found = await ask("candor_app", condition);
  expect(await ask("candor_system", condition)).toEqual(found);
  return people.map((person) => person.id).filter((id) => found.has(id));
};
const [first, second, third] = [0, 1, 2].map((n) => () => people[n]?.id ?? "");

test("tags: who has it and who has not", async () => {
  const tagId = newId();
  await world.kernel.db.system.insertInto("tags").values({ organization_id: shop.id, id: tagId, name: "VIP" }).execute();
  await world.kernel.db.system
    .insertInto("contact_tags")
    .values({ organization_id: shop.id, contact_id: first?.() ?? "", tag_id: tagId })
    .execute();
  expect(await both({ about: "tag", op: "has", tagId })).toEqual([first?.()]);
  expect(await both({ about: "tag", op: "has_not", tagId })).toHaveLength(people.length - 1);
});

test("consent: the last entry holds, and of the same moment the withdrawal", async () => {
  const entry = (contact_id: string, action: "granted" | "withdrawn", hours: number) => ({
    ...{ organization_id: shop.id, id: newId(), contact_id, channel: "whatsapp", purpose: "marketing", action },
    ...{ source: "test", actor: "{}", occurred_at: at(hours) },
  });
  const [a, b, c] = [first?.() ?? "", second?.() ?? "", third?.() ?? ""];
  await world.kernel.db.system
    .insertInto("consent_ledger")
    .values([
      ...[entry(a, "withdrawn", -9), entry(a, "granted", -3)],
      ...[entry(b, "granted", -9), entry(b, "withdrawn", -3)],
      ...[entry(c, "granted", -3), entry(c, "withdrawn", -3)],
    ])
    .execute();
  expect(await both({ about: "consent", op: "granted", channel: "whatsapp", purpose: "marketing" })).toEqual([a]);
  expect(await both({ about: "consent", op: "not_granted", channel: "whatsapp", purpose: "marketing" })).toHaveLength(people.length - 1);
  expect(await both({ about: "consent", op: "granted", channel: "email", purpose: "marketing" })).toEqual([]);
});

test("reachable: by an identity in use that was not found undeliverable since the person was seen", async () => {
  const { system } = world.kernel.db;
  const change = (id: string, change: Record<string, unknown>) =>
    system.updateTable("identities").set(change).where("organization_id", "=", shop.id).where("contact_id", "=", id).execute();
  await change(first?.() ?? "", { retired_at: now });
  await change(second?.() ?? "", { last_seen_at: at(-5), undeliverable_at: at(-4) });
  await change(third?.() ?? "", { last_seen_at: at(-3), undeliverable_at: at(-4) });
  const others = people.slice(2).map((person) => person.id);
  expect(await both({ about: "reachable", op: "is", by: "whatsapp" })).toEqual(others);
  expect(await both({ about: "reachable", op: "is", by: "phone" })).toEqual(others);
  expect(await both({ about: "reachable", op: "is_not", by: "whatsapp" })).toEqual([first?.(), second?.()]);
  expect(await both({ about: "reachable", op: "is", by: "email" })).toEqual([]);
});

test("conversations: open, closed, waiting for an answer, any", async () => {
  const { system } = world.kernel.db;
  const channel = { organization_id: shop.id, id: newId() };
  await system
    .insertInto("channels")
    .values({ ...channel, kind: "whatsapp", name: "Shop" })
    .execute();
  const thread = (contact_id: string, state: string, direction: string) => ({
    ...{ organization_id: shop.id, id: newId(), channel_id: channel.id, contact_id, state },
    preview: JSON.stringify({ direction }),
  });
  const [a, b, c] = [first?.() ?? "", second?.() ?? "", third?.() ?? ""];
  await system
    .insertInto("conversations")
    .values([thread(a, "open", "inbound"), thread(b, "open", "outbound"), thread(c, "closed", "inbound")])
    .execute();
  const of = (state: "open" | "closed" | "unanswered" | "any") => both({ about: "conversation", op: "is", state });
  expect(await of("open")).toEqual([a, b]);
  expect(await of("closed")).toEqual([c]);
  expect(await of("unanswered")).toEqual([a]);
  expect(await of("any")).toEqual([a, b, c]);
  expect(await both({ about: "conversation", op: "is_not", state: "any" })).toHaveLength(people.length - 3);
});

describe("refused by its place and what is wrong with it", () => {
  const refused = (condition: Record<string, unknown>) =>
    world.kernel.db
      .withOrganization(shop.id, (tx) =>
        checkConditions(tx, shop.id, [{ about: "tag", op: "has", tagId: newId() }, condition as ContactCondition]),
      )
      .then(
        () => null,
        (error: { field?: string }) => error.field,
      );
  beforeAll(async () => {
    for (const { key, type, slot } of fields)
      await sql`insert into fields (organization_id, key, name, type, slot, position, category, currency)
        values (${shop.id}, ${key}, ${key}, ${type}, ${slot}, 1, 'user.content', ${type === "money" ? "EUR" : null})`.execute(
        world.kernel.db.system,
      );
  });
  test.each([
    ["filter.1.field", { field: "shoe_size", op: "is", value: 3 }],
    ["filter.1.field", { field: "fields.shoe_size", op: "is", value: 3 }],
    ["filter.1.field", { field: "organization_id", op: "known" }],
    ["filter.1.op", { field: "score", op: "contains", value: "1" }],
    ["filter.1.op", { field: "fields.vip", op: "between", value: [1, 2] }],
    ["filter.1.op", { field: "fields.likes", op: "is", value: "tea" }],
    ["filter.1.value", { field: "fields.visits", op: "is", value: "three" }],
    ["filter.1.value", { field: "fields.visits", op: "is" }],
    ["filter.1.value", { field: "fields.visits", op: "between", value: [1] }],
    ["filter.1.value", { field: "fields.visits", op: "more_than", value: [1, 2] }],
    ["filter.1.value", { field: "fields.motto", op: "contains", value: "" }],
    ["filter.1.value", { field: "fields.motto", op: "contains", value: 3 }],
    ["filter.1.value", { field: "fields.motto", op: "is", value: "a\u0000b" }],
    ["filter.1.value", { field: "fields.motto", op: "one_of", value: [] }],
    ["filter.1.value", { field: "fields.motto", op: "one_of", value: "one" }],
    ["filter.1.value", { field: "fields.motto", op: "known", value: "yes" }],
    ["filter.1.value", { field: "owner", op: "is", value: "Ada" }],
    ["filter.1.value", { field: "fields.vip", op: "is", value: "true" }],
    ["filter.1.value", { field: "fields.born", op: "before", value: "yesterday" }],
    ["filter.1.value", { field: "fields.born", op: "before", value: "2026-02-30" }],
    ["filter.1.value", { field: "fields.born", op: "in_last_days", value: 1.5 }],
    ["filter.1.value", { field: "fields.born", op: "in_last_days", value: -1 }],
    ["filter.1.value", { field: "created_at", op: "after", value: "2026-11-22T25:00:00Z" }],
    [null, { field: "fields.born", op: "in_last_days", value: 30 }],
    [null, { field: "fields.size", op: "one_of", value: ["s", "m"] }],
  ])("%s %j", async (field, condition) => {
    expect(await refused({ about: "field", ...condition })).toBe(field);
  });
});
