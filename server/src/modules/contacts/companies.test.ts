import { beforeAll, describe, expect, test } from "vitest";
import { anOrganization, type Client, client, eventsOf, eventsSoFar, eventually, type Shop } from "../../../test/builders.ts";
import { aContact, aDeal, type DealView } from "../../../test/sales.builders.ts";
import { aWorld } from "../../../test/world.ts";
import { newId } from "../../kernel/id.ts";
import { companiesByName } from "./index.ts";

const world = await aWorld();
type Company = { id: string; name: string; domain: string | null; website: string | null; people: number; notes: string | null };
type Page<T> = { items: T[]; next: string | null };
type Refused = { error: { code: string; field?: string; remedy?: string } };

let shop: Shop;
let api: Client;
beforeAll(async () => {
  shop = await anOrganization(world);
  api = await client(shop);
});

const make = async (name: string, more: Record<string, unknown> = {}) => (await api.post<Company>("/companies", { name, ...more })).body;
const companyOf = (contactId: string) =>
  world.kernel.db.system.selectFrom("contacts").select(["company", "company_id"]).where("id", "=", contactId).executeTakeFirstOrThrow();

describe("a company", () => {
  test("is made with what is known of it, read, changed and told", async () => {
    const since = await eventsSoFar(shop);
    const made = await make("Fernhill Bakery", {
      domain: "https://www.Fernhill.example/about",
      website: "fernhill.example",
      country: "gb",
    });
    expect(made).toMatchObject({
      name: "Fernhill Bakery",
      domain: "fernhill.example",
      website: "https://fernhill.example",
      country: "GB",
      people: 0,
    });
    const changed = await api.patch<Company>(`/companies/${made.id}`, { industry: "Bakeries", size: "11-50", notes: "Closed on Mondays" });
    expect(changed.body).toMatchObject({ industry: "Bakeries", size: "11-50", notes: "Closed on Mondays" });
    await api.patch(`/companies/${made.id}`, { industry: "Bakeries" });
    expect(await eventsOf(shop, { since })).toEqual(["company.created", "company.updated"]);
  });

  test("has a name of its own, whatever its accents and case", async () => {
    const first = await make("Café Über");
    const refused = await api.post<Refused>("/companies", { name: "CAFE UBER" });
    expect(refused.status).toBe(409);
    expect(refused.body.error).toMatchObject({ code: "company_exists", field: "name" });
    expect(refused.body.error.remedy).toContain(first.id);
    const other = await make("Another");
    expect((await api.patch(`/companies/${other.id}`, { name: "cafe uber" })).status).toBe(409);
    expect((await api.patch<Company>(`/companies/${first.id}`, { name: "CAFÉ ÜBER" })).body.name).toBe("CAFÉ ÜBER");
  });

  test("refuses what no browser should open, and a country, member or size there is not", async () => {
    const field = async (body: Record<string, unknown>) =>
      (await api.post<Refused>("/companies", { name: `X ${newId()}`, ...body })).body.error?.field;
    expect(await field({ website: "javascript:alert(1)" })).toBe("website");
    expect(await field({ domain: "no domain" })).toBe("domain");
    expect(await field({ country: "ZZ" })).toBe("country");
    expect(await field({ ownerId: newId() })).toBe("ownerId");
    expect(await field({ size: "many" })).toBe("size");
    expect(await field({ name: "" })).toBe("name");
  });

  test("is found by part of its name or domain, and the list goes by name, page by page", async () => {
    const shop = await anOrganization(world);
    const api = await client(shop);
    for (const name of ["Zeta", "älpha", "Beta Werke", "alpha two", "Gamma"])
      await api.post("/companies", { name, ...(name === "Gamma" ? { domain: "werke.example" } : {}) });
    const names: string[] = [];
    for (let after = ""; ; ) {
      const page = (await api.get<Page<Company>>(`/companies?limit=2${after && `&after=${after}`}`)).body;
      names.push(...page.items.map((company) => company.name));
      if (page.next === null) break;
      after = page.next;
    }
    expect(names).toEqual(["älpha", "alpha two", "Beta Werke", "Gamma", "Zeta"]);
    const found = async (search: string) =>
      (await api.get<Page<Company>>(`/companies?search=${search}`)).body.items.map((each) => each.name);
    expect(await found("WERK")).toEqual(["Beta Werke", "Gamma"]);
    expect(await found("%25")).toEqual([]);
  });

  test("of another organization is not there", async () => {
    const made = await make("Hidden");
    const stranger = await client(await anOrganization(world));
    expect((await stranger.get(`/companies/${made.id}`)).status).toBe(404);
    expect((await stranger.get<Page<unknown>>("/companies?search=Hidden")).body.items).toEqual([]);
    expect((await stranger.delete(`/companies/${made.id}`)).status).toBe(404);
    expect((await stranger.post(`/companies/${made.id}/merge`, { otherId: made.id })).status).toBe(404);
  });
});

describe("its people", () => {
  test("are listed and counted, and carry a new name at once", async () => {
    const company = await make("Old Name");
    const people = [
      await aContact(shop, { companyId: company.id, company: "Old Name" }),
      await aContact(shop, { companyId: company.id, company: "Old Name" }),
    ];
    expect((await api.get<Page<{ id: string }>>(`/companies/${company.id}/people`)).body.items.map((each) => each.id)).toEqual(
      people.toReversed(),
    );
    const since = await eventsSoFar(shop);
    expect((await api.patch<Company>(`/companies/${company.id}`, { name: "New Name" })).body).toMatchObject({
      name: "New Name",
      people: 2,
    });
    expect(await companyOf(people[0] ?? "")).toEqual({ company: "New Name", company_id: company.id });
    expect(await eventsOf(shop, { since })).toEqual(["company.updated", "contact.updated", "contact.updated"]);
  });

  test("follow in the background where they are many: renamed, merged away, deleted, none is left behind", async () => {
    const [company, kept] = [await make("Thousand"), await make("Kept")];
    const ids = Array.from({ length: 1100 }, () => newId());
    await world.kernel.db.system
      .insertInto("contacts")
      .values(ids.map((id) => ({ organization_id: shop.id, id, name: "One of many", company: "Thousand", company_id: company.id })))
      .execute();
    const belonging = async (name: string | null, id: string | null) =>
      (await world.kernel.db.system.selectFrom("contacts").select("company").select("company_id").where("id", "in", ids).execute()).every(
        (row) => row.company === name && row.company_id === id,
      );
    await api.patch(`/companies/${company.id}`, { name: "Eleven Hundred" });
    await eventually(() => belonging("Eleven Hundred", company.id), "the new name");
    expect((await api.post(`/companies/${kept.id}/merge`, { otherId: company.id })).status).toBe(200);
    expect((await api.get(`/companies/${company.id}`)).status).toBe(404);
    await eventually(() => belonging("Kept", kept.id), "the merge");
    expect((await api.delete(`/companies/${kept.id}`)).status).toBe(204);
    await eventually(() => belonging(null, null), "the deletion");
    await eventually(
      async () =>
        (await world.kernel.db.system.selectFrom("companies").select("id").where("id", "in", [company.id, kept.id]).execute()).length === 0,
      "their rows to go",
    );
    expect((await make("Thousand")).id).not.toBe(company.id);
  });

  test("move with its deals, tasks and activities when two companies are merged, and what only one knew is kept", async () => {
    const [kept, other] = [
      await make("Kept GmbH", { notes: "ours" }),
      await make("Other GmbH", { domain: "other.example", notes: "theirs" }),
    ];
    const person = await aContact(shop, { companyId: other.id, company: "Other GmbH" });
    const deal = await aDeal(api, { companyId: other.id });
    await api.post("/activities", { kind: "meeting", body: "In their yard", companyId: other.id });
    const merged = await api.post<Company>(`/companies/${kept.id}/merge`, { otherId: other.id });
    expect(merged.body).toMatchObject({ id: kept.id, domain: "other.example", notes: "ours\n\ntheirs", people: 1 });
    expect(await companyOf(person)).toEqual({ company: "Kept GmbH", company_id: kept.id });
    expect((await api.get<DealView>(`/deals/${deal.id}`)).body.company).toEqual({ id: kept.id, name: "Kept GmbH" });
    expect((await api.get<Page<unknown>>(`/activities?company=${kept.id}`)).body.items).toHaveLength(1);
    expect((await api.post<Refused>(`/companies/${kept.id}/merge`, { otherId: kept.id })).body.error.field).toBe("otherId");
  });
});

describe("companies by name", () => {
  const byName = (names: string[]) =>
    world.kernel.db.withOrganization(shop.id, (tx) =>
      companiesByName(tx, { organizationId: shop.id, actor: { kind: "system", name: "test" } }, names),
    );

  test("are found whatever their accents and case, made where there are none, and missing for a name of nothing", async () => {
    const first = await make("Straße & Söhne");
    const found = await byName(["STRASSE & SOHNE", " Brand New ", "brand new", "  ", ""]);
    expect(found.get("STRASSE & SOHNE")).toEqual({ id: first.id, name: "Straße & Söhne" });
    expect(found.get(" Brand New ")).toEqual(found.get("brand new"));
    expect([...found.keys()]).toEqual(["STRASSE & SOHNE", " Brand New ", "brand new"]);
  });

  test("made by many at once are one", async () => {
    const names = Array.from({ length: 50 }, (_each, at) => `Company ${at}`);
    const answers = await Promise.all([byName(names), byName(names.toReversed()), byName(names), byName(names.toReversed())]);
    const ids = answers.map((answer) => names.map((name) => answer.get(name)?.id));
    for (const each of ids) expect(each).toEqual(ids[0]);
    expect(new Set(ids[0]).size).toBe(50);
  });
});
