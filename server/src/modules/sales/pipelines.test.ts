import { expect, test } from "vitest";
import { anOrganization, client, eventually } from "../../../test/builders.ts";
import { aDeal, type DealView, firstPipeline, type PipelineView } from "../../../test/sales.builders.ts";
import { aWorld } from "../../../test/world.ts";
import { newId } from "../../kernel/id.ts";

const world = await aWorld();
type Page<T> = { items: T[]; next: string | null };
type Refused = { error: { code: string; field?: string } };

const aShop = async () => {
  const shop = await anOrganization(world);
  const api = await client(shop);
  return { shop, api, ...(await firstPipeline(api)) };
};
const names = (pipeline: PipelineView) => pipeline.stages.map((stage) => stage.name ?? stage.key);

test("an organization begins with a pipeline, and stages are added, renamed and ordered before won and lost", async () => {
  const { api, pipeline, stage } = await aShop();
  expect(names(pipeline)).toEqual(["new", "qualified", "proposal", "negotiation", "won", "lost"]);
  const added = await api.post<PipelineView>(`/pipelines/${pipeline.id}/stages`, { name: "Tasting", probability: 40 });
  expect(names(added.body)).toEqual(["new", "qualified", "proposal", "negotiation", "Tasting", "won", "lost"]);
  const ids = added.body.stages.filter((each) => each.kind === "open").map((each) => each.id);
  const ordered = await api.put<PipelineView>(`/pipelines/${pipeline.id}/stage-order`, { stageIds: ids.toReversed() });
  expect(names(ordered.body)).toEqual(["Tasting", "negotiation", "proposal", "qualified", "new", "won", "lost"]);
  expect((await api.put<Refused>(`/pipelines/${pipeline.id}/stage-order`, { stageIds: ids.slice(1) })).body.error.field).toBe("stageIds");
  const renamed = await api.patch<PipelineView>(`/pipelines/${pipeline.id}/stages/${stage("won")}`, { name: "Signed", hue: 2 });
  expect(renamed.body.stages.find((each) => each.id === stage("won"))).toMatchObject({ name: "Signed", hue: 2, probability: 100 });
  const refused = await api.patch<Refused>(`/pipelines/${pipeline.id}/stages/${stage("won")}`, { probability: 50 });
  expect(refused.body.error.field).toBe("probability");
});

test("a stage goes only with a successor; its deals follow, many of them in the background, and their history still names it", async () => {
  const { shop, api, pipeline, stage } = await aShop();
  const remove = (id: string, successorId: string) =>
    api.post<PipelineView & Refused>(`/pipelines/${pipeline.id}/stages/${id}/removal`, { successorId });
  expect((await remove(stage("new"), stage("won"))).body.error.field).toBe("successorId");
  expect((await remove(stage("new"), stage("new"))).body.error.field).toBe("successorId");
  expect((await remove(stage("won"), stage("new"))).body.error.code).toBe("deciding_stage");
  const deal = await aDeal(api, { title: "First" });
  await world.kernel.db.system
    .insertInto("deals")
    .values(
      Array.from({ length: 1100 }, (_each, at) => ({
        organization_id: shop.id,
        id: newId(),
        pipeline_id: pipeline.id,
        stage_id: stage("new"),
        rank: at,
        title: `deal ${at}`,
        value: "100",
        currency: "USD",
      })),
    )
    .execute();
  const removed = await remove(stage("new"), stage("qualified"));
  expect(names(removed.body)).toEqual(["qualified", "proposal", "negotiation", "won", "lost"]);
  const totals = async () =>
    (await api.get<{ items: { stageId: string; deals: number }[] }>(`/deals/totals?pipeline=${pipeline.id}`)).body.items.map((each) => [
      each.stageId,
      each.deals,
    ]);
  await eventually(async () => JSON.stringify(await totals()) === JSON.stringify([[stage("qualified"), 1101]]), "all deals to follow");
  const first = (await api.get<Page<DealView>>(`/deals?stage=${stage("qualified")}&sort=board&limit=2`)).body.items;
  expect(first.map((each) => each.title)).toEqual(["First", "deal 0"]);
  const history = await api.get<{ items: { from: { key: string } | null; to: { key: string } }[] }>(`/deals/${deal.id}/history`);
  expect(history.body.items.map((each) => [each.from?.key ?? null, each.to.key])).toEqual([
    [null, "new"],
    ["new", "qualified"],
  ]);
  expect((await api.put(`/deals/${deal.id}/stage`, { stageId: stage("new") })).status).toBe(404);
});

test("a pipeline is made, moved, and deleted only when it is empty and not the last", async () => {
  const { api, pipeline } = await aShop();
  expect((await api.delete<Refused>(`/pipelines/${pipeline.id}`)).body.error.code).toBe("last_pipeline");
  const second = (await api.post<PipelineView>("/pipelines", { name: "Wholesale", currency: "eur" })).body;
  expect(second).toMatchObject({ name: "Wholesale", currency: "EUR" });
  await api.patch(`/pipelines/${second.id}`, { position: 1 });
  expect((await api.get<Page<PipelineView>>("/pipelines")).body.items.map((each) => each.id)).toEqual([second.id, pipeline.id]);
  const deal = await aDeal(api);
  expect(deal).toMatchObject({ pipelineId: second.id, currency: "EUR" });
  expect((await api.delete<Refused>(`/pipelines/${second.id}`)).body.error.code).toBe("pipeline_in_use");
  const away = pipeline.stages[0]?.id;
  expect((await api.put<DealView>(`/deals/${deal.id}/stage`, { stageId: away })).body.pipelineId).toBe(pipeline.id);
  expect((await api.delete(`/pipelines/${second.id}`)).status).toBe(204);
  expect((await api.get<{ items: unknown[] }>(`/deals/${deal.id}/history`)).body.items).toHaveLength(2);
});

test("a reason taken out is offered no more, and stays with the deals that have it", async () => {
  const { api, stage } = await aShop();
  const made = (await api.post<{ id: string }>("/deal-reasons", { kind: "lost", name: "Too slow" })).body;
  await api.patch(`/deal-reasons/${made.id}`, { name: "We were too slow" });
  const deal = await aDeal(api, { stageId: stage("lost"), reasonId: made.id });
  await api.delete(`/deal-reasons/${made.id}`);
  const offered = (await api.get<Page<{ id: string }>>("/deal-reasons")).body.items.map((each) => each.id);
  expect(offered).not.toContain(made.id);
  expect((await api.get<DealView>(`/deals/${deal.id}`)).body.reason).toEqual({ key: null, name: "We were too slow" });
});
