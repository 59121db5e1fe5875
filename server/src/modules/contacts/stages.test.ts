import { expect, test } from "vitest";
import { anOrganization, client, eventsOf, eventsSoFar, eventually } from "../../../test/builders.ts";
import { aContact } from "../../../test/contacts.builders.ts";
import { aWorld } from "../../../test/world.ts";

const world = await aWorld();
type Stage = { key: string; name: string | null; hue: number };
type Entry = Stage & { enteredAt: string; leftAt: string | null };
type Refused = { error: { code: string; field?: string; remedy?: string } };

const aShop = async () => {
  const shop = await anOrganization(world);
  return { shop, api: await client(shop) };
};

test("an organization begins with four stages and makes, names, colours and orders its own", async () => {
  const { shop, api } = await aShop();
  const keys = async () => (await api.get<{ items: Stage[] }>("/stages")).body.items.map((stage) => stage.key);
  expect(await keys()).toEqual(["lead", "customer", "loyal", "lost"]);
  const made = await api.post<Stage>("/stages", { name: "In Talks" });
  expect(made.body).toMatchObject({ key: "in_talks", name: "In Talks" });
  expect((await api.patch<Stage>("/stages/lead", { name: "New", hue: 5 })).body).toEqual({ key: "lead", name: "New", hue: 5 });
  expect((await api.put("/stages/order", { keys: ["lead", "in_talks", "customer", "loyal", "lost"] })).status).toBe(200);
  expect(await keys()).toEqual(["lead", "in_talks", "customer", "loyal", "lost"]);
  expect((await api.post<Refused>("/stages", { name: "in talks" })).body.error.field).toBe("name");
  expect((await api.put<Refused>("/stages/order", { keys: ["lead"] })).body.error.field).toBe("keys");
  expect(await eventsOf(shop)).toEqual(["stage.created", "stage.changed"]);
});

test("a contact goes through stages; when they entered and left each is kept", async () => {
  const { shop, api } = await aShop();
  const ada = await aContact(shop);
  const since = await eventsSoFar(shop);
  expect((await api.patch<Refused>(`/contacts/${ada.id}`, { stage: "friend" })).body.error).toMatchObject({
    field: "stage",
    code: "invalid_input",
  });
  const changed = await api.patch<{ stage: string; stageSince: string }>(`/contacts/${ada.id}`, { stage: "customer" });
  await api.patch(`/contacts/${ada.id}`, { stage: "customer" });
  await api.patch(`/contacts/${ada.id}`, { stage: "lost" });
  await api.patch(`/contacts/${ada.id}`, { stage: "customer" });
  const history = (await api.get<{ items: Entry[] }>(`/contacts/${ada.id}/stages`)).body.items;
  expect(history.map((entry) => [entry.key, entry.leftAt === null])).toEqual([
    ["customer", true],
    ["lost", false],
    ["customer", false],
    ["lead", false],
  ]);
  expect(history[2]?.enteredAt).toBe(changed.body.stageSince);
  for (const [at, entry] of history.slice(1).entries()) expect(entry.leftAt).toBe(history[at]?.enteredAt);
  expect((await eventsOf(shop, { since })).filter((name) => name === "contact.stage_changed")).toHaveLength(3);
  const stranger = await aShop();
  expect((await stranger.api.get(`/contacts/${ada.id}/stages`)).status).toBe(404);
});

test("a stage is taken away only with a successor, to which its people go as a change that is told; its name stays in the history", async () => {
  const { shop, api } = await aShop();
  await api.post("/stages", { name: "Trial" });
  const people = await Promise.all(Array.from({ length: 3 }, () => aContact(shop)));
  for (const { id } of people) await api.patch(`/contacts/${id}`, { stage: "trial" });
  const remove = async (key: string, successor?: string) => {
    const answer = await api.request<Refused>("DELETE", `/stages/${key}${successor ? `?successor=${successor}` : ""}`);
    return [answer.status, answer.body?.error?.field ?? answer.body?.error?.code];
  };
  expect(await remove("trial")).toEqual([400, "query.successor"]);
  expect(await remove("trial", "trial")).toEqual([400, "successor"]);
  expect(await remove("trial", "nowhere")).toEqual([400, "successor"]);
  expect(await remove("lead", "customer")).toEqual([409, "stage_needed"]);
  const since = await eventsSoFar(shop);
  expect((await remove("trial", "loyal"))[0]).toBe(204);
  expect((await api.patch<Refused>(`/contacts/${people[0]?.id}`, { stage: "trial" })).body.error.field).toBe("stage");
  const stageOf = async (id = "") => (await api.get<{ stage: string }>(`/contacts/${id}`)).body.stage;
  await eventually(
    async () => (await Promise.all(people.map(({ id }) => stageOf(id)))).every((stage) => stage === "loyal"),
    "all to be loyal",
  );
  expect((await eventsOf(shop, { since })).filter((name) => name === "contact.stage_changed")).toHaveLength(3);
  const history = (await api.get<{ items: Entry[] }>(`/contacts/${people[0]?.id}/stages`)).body.items;
  expect(history.map((entry) => entry.name ?? entry.key)).toEqual(["loyal", "Trial", "lead"]);
  expect((await api.post<Refused>("/stages", { name: "Other", key: "trial" })).body.error.field).toBe("key");
  expect((await api.post<Stage>("/stages", { name: "Trial" })).body.key).toBe("trial_2");
});

test("whoever is put into a stage while it is taken away is refused or goes along: nobody stays behind", async () => {
  const { shop, api } = await aShop();
  await api.post("/stages", { name: "Trial" });
  const people = await Promise.all(Array.from({ length: 8 }, () => aContact(shop)));
  await Promise.all([
    ...people.slice(0, 4).map(({ id }) => api.patch(`/contacts/${id}`, { stage: "trial" })),
    api.request("DELETE", "/stages/trial?successor=lost"),
    ...people.slice(4).map(({ id }) => api.patch(`/contacts/${id}`, { stage: "trial" })),
  ]);
  await eventually(
    async () =>
      (await api.get<{ items: { stage: string }[] }>("/contacts")).body.items.every((item) => ["lead", "lost"].includes(item.stage)),
    "nobody in the stage",
  );
});

test("only who may configure changes stages", async () => {
  const { shop } = await aShop();
  const agent = await client(shop, { can: ["contacts.read", "contacts.write"] });
  expect((await agent.post("/stages", { name: "Mine" })).status).toBe(403);
  expect((await agent.get("/stages")).status).toBe(200);
});
