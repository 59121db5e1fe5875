import { sql } from "kysely";
import { beforeAll, describe, expect, test } from "vitest";
import { browserOf } from "../../../test/accounts.builders.ts";
import { aMember, anOrganization, type Client, client, eventsOf, eventsSoFar, type Shop } from "../../../test/builders.ts";
import { aContact, aDeal, type DealView, firstPipeline } from "../../../test/sales.builders.ts";
import { aWorld } from "../../../test/world.ts";

const world = await aWorld();
type Page<T> = { items: T[]; next: string | null };
type Refused = { error: { code: string; field?: string; remedy?: string } };
type Total = { stageId: string; currency: string; deals: number; value: string; weighted: string };

let shop: Shop;
let api: Client;
let stage: (key: string) => string;
let pipelineId: string;
beforeAll(async () => {
  shop = await anOrganization(world);
  api = await client(shop);
  const first = await firstPipeline(api);
  ({ stage } = first);
  pipelineId = first.pipeline.id;
});

const move = (deal: { id: string }, to: Record<string, unknown>) => api.put<DealView & Refused>(`/deals/${deal.id}/stage`, to);
const column = async (key: string) =>
  (await api.get<Page<DealView>>(`/deals?stage=${stage(key)}&sort=board&limit=100`)).body.items.map((deal) => deal.title);
const totals = async (query = "") => (await api.get<{ items: Total[] }>(`/deals/totals?pipeline=${pipelineId}${query}`)).body.items;

/** What the kept sums have to be, counted from the rows. */
const counted = async (pipeline = pipelineId): Promise<Total[]> => {
  const { rows } = await sql<Total>`
    select d.stage_id as "stageId", d.currency, count(*)::int as deals, sum(d.value)::text as value,
           round(sum(d.value::numeric * case s.kind when 'won' then 100 when 'lost' then 0 else coalesce(d.probability, s.probability) end) / 100)::text as weighted
      from deals d join deal_stages s on s.organization_id = d.organization_id and s.id = d.stage_id
     where d.pipeline_id = ${pipeline} group by 1, 2 order by 1, 2`.execute(world.kernel.db.system);
  return rows;
};

describe("a deal", () => {
  test("begins in the first stage of the first pipeline, with the company of its person, and stands in that person's timeline", async () => {
    const company = (await api.post<{ id: string }>("/companies", { name: "Fernhill" })).body;
    const contact = await aContact(shop, { name: "Tomas", companyId: company.id, company: "Fernhill" });
    const since = await eventsSoFar(shop);
    const deal = await aDeal(api, { contactIds: [contact], expectedOn: "2026-12-01" });
    expect(deal).toMatchObject({
      stageId: stage("new"),
      state: "open",
      value: "120000",
      currency: "USD",
      chance: 10,
      expectedOn: "2026-12-01",
      company: { id: company.id, name: "Fernhill" },
      contacts: [{ id: contact, name: "Tomas" }],
    });
    expect(await eventsOf(shop, { since })).toEqual(["deal.created"]);
    const seen = await api.get<Page<{ name: string }>>(`/contacts/${contact}/timeline`);
    expect(seen.body.items.map((item) => item.name)).toContain("deal.created");
  });

  test("is its maker's unless told otherwise", async () => {
    const ada = await aMember(shop);
    const browser = await browserOf(shop, ada);
    expect((await browser.post<DealView>("/deals", { title: "Mine" })).body.ownerId).toBe(ada.id);
    expect((await browser.post<DealView>("/deals", { title: "Nobody's", ownerId: null })).body.ownerId).toBeNull();
  });

  test("keeps every stage it came to, with who and when", async () => {
    const deal = await aDeal(api);
    await move(deal, { stageId: stage("proposal") });
    await move(deal, { stageId: stage("won") });
    const history = await api.get<{ items: { from: { key: string } | null; to: { key: string }; at: string }[] }>(
      `/deals/${deal.id}/history`,
    );
    expect(history.body.items.map((each) => [each.from?.key ?? null, each.to.key])).toEqual([
      [null, "new"],
      ["new", "proposal"],
      ["proposal", "won"],
    ]);
    expect(history.body.items.map((each) => each.at).toSorted()).toEqual(history.body.items.map((each) => each.at));
  });

  test("is won or lost by the stage it is moved to, for a reason of that kind, and open again without one", async () => {
    const reasons = (await api.get<Page<{ id: string; kind: string; key: string }>>("/deal-reasons")).body.items;
    const price = reasons.find((each) => each.kind === "lost" && each.key === "price");
    const fit = reasons.find((each) => each.kind === "won" && each.key === "fit");
    const deal = await aDeal(api);
    const since = await eventsSoFar(shop);
    const lost = await move(deal, { stageId: stage("lost"), reasonId: price?.id, reasonNote: "Too dear by a tenth" });
    expect(lost.body).toMatchObject({ state: "lost", chance: 0, reason: { key: "price" }, reasonNote: "Too dear by a tenth" });
    expect(lost.body.closedAt).not.toBeNull();
    expect((await move(deal, { stageId: stage("lost"), reasonId: fit?.id })).body.error).toMatchObject({ field: "reasonId" });
    expect((await move(deal, { stageId: stage("new"), reasonId: price?.id })).body.error).toMatchObject({ field: "reasonId" });
    expect((await move(deal, { stageId: stage("new") })).body).toMatchObject({
      state: "open",
      closedAt: null,
      reason: null,
      reasonNote: null,
    });
    expect((await move(deal, { stageId: stage("won") })).body).toMatchObject({ state: "won", chance: 100 });
    expect(await eventsOf(shop, { since })).toEqual([
      "deal.stage_changed",
      "deal.lost",
      "deal.stage_changed",
      "deal.stage_changed",
      "deal.won",
    ]);
  });

  test("tells a change once, and nothing where nothing changes", async () => {
    const deal = await aDeal(api);
    const since = await eventsSoFar(shop);
    await api.patch(`/deals/${deal.id}`, { title: "Grinder", probability: 75, value: 5000 });
    const again = await api.patch<DealView>(`/deals/${deal.id}`, { title: "Grinder", probability: 75, value: "5000" });
    expect(again.body).toMatchObject({ title: "Grinder", probability: 75, chance: 75, value: "5000" });
    await move(deal, { stageId: stage("new") });
    expect(await eventsOf(shop, { since })).toEqual(["deal.changed"]);
  });

  test("refuses what does not exist by its field", async () => {
    const nobody = "00000000-0000-7000-8000-000000000000";
    const refused = async (body: Record<string, unknown>) => (await api.post<Refused>("/deals", { title: "X", ...body })).body.error?.field;
    expect(await refused({ contactIds: [nobody] })).toBe("contactIds");
    expect(await refused({ companyId: nobody })).toBe("companyId");
    expect(await refused({ ownerId: nobody })).toBe("ownerId");
    expect(await refused({ stageId: nobody })).toBe("stageId");
    expect(await refused({ value: "-1" })).toBe("value");
    expect(await refused({ currency: "EURO" })).toBe("currency");
    expect(await refused({ title: " " })).toBe("title");
  });

  test("stays without the person when they are erased, and what was noted about them goes", async () => {
    const contact = await aContact(shop);
    const deal = await aDeal(api, { contactIds: [contact] });
    await api.post("/activities", { kind: "call", body: "Wants it in red", dealId: deal.id });
    await api.post("/tasks", { title: "Ring back", dealId: deal.id });
    expect((await api.delete(`/contacts/${contact}`)).status).toBe(204);
    expect((await api.get<DealView>(`/deals/${deal.id}`)).body).toMatchObject({ contacts: [], openTasks: 0 });
    expect((await api.get<Page<unknown>>(`/activities?deal=${deal.id}`)).body.items).toEqual([]);
  });
});

describe("the board", () => {
  test("puts a deal above, below and between others, and keeps the order", async () => {
    const other = await aColumn("negotiation", ["A", "B", "C"]);
    expect(await column("negotiation")).toEqual(["A", "B", "C"]);
    const extra = await aDeal(api, { title: "D", stageId: stage("qualified") });
    await move(extra, { stageId: stage("negotiation"), beforeId: other.B });
    expect(await column("negotiation")).toEqual(["A", "D", "B", "C"]);
    await move(extra, { stageId: stage("negotiation"), afterId: other.C });
    expect(await column("negotiation")).toEqual(["A", "B", "C", "D"]);
    expect((await move(extra, { stageId: stage("won"), beforeId: other.A })).body.error).toMatchObject({
      code: "invalid_input",
      field: "beforeId",
    });
  });

  test("has room between two deals however often somebody is put there", async () => {
    const other = await aColumn("qualified", ["top", "bottom"]);
    // As after fifty deals put between two: no number is left there.
    const { system } = world.kernel.db;
    await system
      .updateTable("deals")
      .set({ rank: 1 })
      .where("id", "=", other.top ?? "")
      .execute();
    await system
      .updateTable("deals")
      .set({ rank: 1 + Number.EPSILON })
      .where("id", "=", other.bottom ?? "")
      .execute();
    for (const title of ["one", "two", "three"]) {
      const deal = await aDeal(api, { title, stageId: stage("lost") });
      await move(deal, { stageId: stage("qualified"), beforeId: other.bottom });
    }
    expect(await column("qualified")).toEqual(["top", "one", "two", "three", "bottom"]);
  });

  test("lets moves of one deal at once end in one of the places asked for, with a history without gaps", async () => {
    const deal = await aDeal(api);
    const targets = ["qualified", "proposal", "negotiation", "won", "lost", "proposal"].map((key) => stage(key));
    const answers = await Promise.all(targets.map((stageId) => move(deal, { stageId })));
    expect(answers.every((answer) => answer.status === 200)).toBe(true);
    const now = (await api.get<DealView>(`/deals/${deal.id}`)).body;
    const history = (await api.get<{ items: { from: { id: string } | null; to: { id: string } }[] }>(`/deals/${deal.id}/history`)).body
      .items;
    expect(history.at(-1)?.to.id).toBe(now.stageId);
    for (const [at, each] of history.entries()) expect(each.from?.id ?? null).toBe(history[at - 1]?.to.id ?? null);
    expect(await totals()).toEqual(await counted());
  });

  test("tells whoever moves what somebody else has moved meanwhile", async () => {
    const deal = await aDeal(api);
    await move(deal, { stageId: stage("proposal"), fromStageId: stage("new") });
    const late = await move(deal, { stageId: stage("qualified"), fromStageId: stage("new") });
    expect([late.status, late.body.error.code]).toEqual([409, "deal_moved"]);
    expect((await move(deal, { stageId: stage("proposal"), fromStageId: stage("new") })).status).toBe(200);
  });

  test("is summed by stage and currency, weighed by the deal's chance or the stage's, and equals the rows after anything", async () => {
    const ada = await aMember(shop, { name: "Ada" });
    await aDeal(api, { value: "999", probability: 33, stageId: stage("proposal"), ownerId: ada.id });
    const euro = await aDeal(api, {
      value: "5001",
      currency: "eur",
      stageId: stage("proposal"),
      ownerId: ada.id,
      expectedOn: "2027-02-01",
    });
    expect(await totals()).toEqual(await counted());
    await api.patch(`/deals/${euro.id}`, { value: "7", currency: "GBP", probability: 50 });
    await move(euro, { stageId: stage("negotiation") });
    expect(await totals()).toEqual(await counted());
    const { pipeline } = await firstPipeline(api);
    await api.patch(`/pipelines/${pipeline.id}/stages/${stage("proposal")}`, { probability: 61 });
    expect(await totals()).toEqual(await counted());
    expect(await totals(`&owner=${ada.id}`)).toEqual(
      [
        { stageId: stage("proposal"), currency: "USD", deals: 1, value: "999", weighted: "330" },
        { stageId: stage("negotiation"), currency: "GBP", deals: 1, value: "7", weighted: "4" },
      ].toSorted((a, b) => (a.stageId < b.stageId ? -1 : 1)),
    );
    expect(await totals("&expectedFrom=2027-01-01&expectedTo=2027-03-01")).toMatchObject([{ currency: "GBP", deals: 1 }]);
    await api.delete(`/deals/${euro.id}`);
    expect(await totals()).toEqual(await counted());
  });
});

describe("the list", () => {
  test("walks every deal once in each order, page by page, and filters", async () => {
    const shop = await anOrganization(world);
    const api = await client(shop);
    const { pipeline, stage } = await firstPipeline(api);
    const made: DealView[] = [];
    for (const [at, expectedOn] of ["2026-12-24", null, "2026-11-30", null, "2026-12-24"].entries())
      made.push(
        await aDeal(api, {
          title: `deal ${at}`,
          value: at % 2 ? "500" : String(at),
          expectedOn,
          stageId: at === 4 ? stage("won") : undefined,
        }),
      );
    const walk = async (query: string) => {
      const seen: string[] = [];
      for (let after = ""; ; ) {
        const page = (await api.get<Page<DealView>>(`/deals?pipeline=${pipeline.id}&limit=2&${query}${after && `&after=${after}`}`)).body;
        seen.push(...page.items.map((deal) => deal.title.slice(5)));
        if (page.next === null) return seen;
        after = page.next;
      }
    };
    expect(await walk("sort=newest")).toEqual(["4", "3", "2", "1", "0"]);
    expect(await walk("sort=expected")).toEqual(["2", "0", "4", "1", "3"]);
    expect(await walk("sort=value")).toEqual(["3", "1", "4", "2", "0"]);
    expect(await walk("state=won")).toEqual(["4"]);
    expect(await walk("state=open&expectedTo=2026-12-24&sort=expected")).toEqual(["2", "0"]);
    expect(await walk("expectedFrom=2026-12-01&sort=expected")).toEqual(["0", "4"]);
    expect(await walk("owner=nobody")).toHaveLength(5);
    expect((await api.get<Refused>("/deals?sort=board")).body.error.field).toBe("sort");
    expect((await api.get<Refused>("/deals?after=nonsense")).body.error.field).toBe("after");
  });

  test("of another organization is empty, and its deals are not there", async () => {
    const deal = await aDeal(api);
    const stranger = await client(await anOrganization(world));
    expect((await stranger.get<Page<unknown>>(`/deals?pipeline=${pipelineId}`)).body.items).toEqual([]);
    expect((await stranger.get(`/deals/${deal.id}`)).status).toBe(404);
    expect((await stranger.put(`/deals/${deal.id}/stage`, { stageId: stage("won") })).status).toBe(404);
    const { stage: theirs } = await firstPipeline(stranger);
    expect((await api.put(`/deals/${deal.id}/stage`, { stageId: theirs("won") })).status).toBe(404);
  });

  test("is read with sales.read and written with sales.write only", async () => {
    const reader = await client(shop, { can: ["sales.read"] });
    expect((await reader.get("/deals")).status).toBe(200);
    expect((await reader.post("/deals", { title: "X" })).status).toBe(403);
    expect((await reader.post("/pipelines", { name: "X" })).status).toBe(403);
  });
});

/** Deals put into an emptied column from the top, first named first. */
const aColumn = async (key: string, titles: string[]): Promise<Record<string, string>> => {
  for (const title of (await api.get<Page<DealView>>(`/deals?stage=${stage(key)}&limit=100`)).body.items)
    await api.delete(`/deals/${title.id}`);
  const ids: Record<string, string> = {};
  for (const title of titles.toReversed()) ids[title] = (await aDeal(api, { title, stageId: stage(key) })).id;
  return ids;
};
