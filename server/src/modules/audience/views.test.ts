import { beforeAll, expect, test } from "vitest";
import { browserOf } from "../../../test/accounts.builders.ts";
import { aMember, anOrganization, type Client, client, type Shop, speaker } from "../../../test/builders.ts";
import { aWorld } from "../../../test/world.ts";
import { newId } from "../../kernel/id.ts";

const world = await aWorld();
let shop: Shop;
type Speaker = Omit<Client, "key">;
let [ada, ben, viewer] = [] as unknown as [Speaker, Speaker, Speaker];
type View = {
  id: string;
  name: string;
  shared: boolean;
  mayChange: boolean;
  pinned: number | null;
  opensFirst: boolean;
  filter: unknown[];
  columns: unknown[];
};

const signedIn = async (role: "agent" | "viewer" | "owner", name: string): Promise<Speaker> => {
  const member = await aMember(shop, { role, name });
  const cookie = (await browserOf(shop, { userId: member.userId })).cookie() ?? "";
  return speaker(world, { cookie: `token=${cookie}`, origin: world.url });
};

beforeAll(async () => {
  shop = await anOrganization(world);
  [ada, ben, viewer] = [await signedIn("agent", "Ada"), await signedIn("agent", "Ben"), await signedIn("viewer", "Vera")];
});

const leads = [{ about: "field", field: "stage", op: "is", value: "lead" }];
const made = async (by: Speaker, view: object) => {
  const answer = await by.post<View>("/contact-views", view);
  expect(answer.status, JSON.stringify(answer.body)).toBe(201);
  return answer.body;
};
const seen = async (by: Speaker) => (await by.get<{ items: View[] }>("/contact-views")).body.items;

test("one's own view is seen by oneself only, a shared one by everybody who sees contacts", async () => {
  const own = await made(ada, { name: "My leads", filter: leads, columns: [{ key: "name" }, { key: "score", width: 90 }], sort: "score" });
  const shared = await made(ada, { name: "Team leads", filter: leads, shared: true });
  expect(own).toMatchObject({
    columns: [
      { key: "name", width: null },
      { key: "score", width: 90 },
    ],
    sort: "score",
    mayChange: true,
  });
  expect((await seen(ada)).map((view) => view.id).sort()).toEqual([own.id, shared.id].sort());
  expect((await seen(ben)).map((view) => view.id)).toEqual([shared.id]);
  expect(await seen(viewer)).toMatchObject([{ id: shared.id, mayChange: false }]);
  expect((await ben.patch(`/contact-views/${own.id}`, { name: "Mine" })).status).toBe(404);
  expect((await ben.delete(`/contact-views/${own.id}`)).status).toBe(404);
  expect((await ben.patch<View>(`/contact-views/${shared.id}`, { name: "All leads" })).body.name).toBe("All leads");
  expect((await ben.patch(`/contact-views/${shared.id}`, { shared: false })).status).toBe(400);
  expect((await viewer.patch(`/contact-views/${shared.id}`, { name: "x" })).status).toBe(403);
  expect((await viewer.post("/contact-views", { name: "x", shared: true })).status).toBe(403);
  expect((await viewer.post("/contact-views", { name: "Vera's" })).status).toBe(201);
});

test("everybody has a row of views of their own, and one that opens first", async () => {
  const [a, b] = [await made(ada, { name: "A", shared: true }), await made(ada, { name: "B", shared: true })];
  const placed = await ben.put<{ items: View[] }>("/contact-views/places", { pinned: [b.id, a.id], first: a.id });
  expect(placed.body.items.filter((view) => view.pinned !== null)).toMatchObject([
    { id: b.id, pinned: 0, opensFirst: false },
    { id: a.id, pinned: 1, opensFirst: true },
  ]);
  expect((await seen(ada)).every((view) => view.pinned === null && !view.opensFirst)).toBe(true);
  await ada.delete(`/contact-views/${b.id}`);
  expect((await seen(ben)).filter((view) => view.pinned !== null)).toMatchObject([{ id: a.id }]);
  expect((await ben.put("/contact-views/places", { pinned: [newId()], first: null })).status).toBe(400);
  expect((await ben.put("/contact-views/places", { pinned: [a.id, a.id], first: null })).status).toBe(400);
});

test.each([
  ["filter.0.field", { filter: [{ about: "field", field: "fields.nothing", op: "known" }] }],
  ["filter.0.value", { filter: [{ about: "field", field: "score", op: "is", value: "one" }] }],
  ["sort", { sort: "shoe_size" }],
  ["columns", { columns: [{ key: "name" }, { key: "name" }] }],
])("refused naming %s", async (field, view) => {
  const answer = await ada.post<{ error: { field: string } }>("/contact-views", { name: "x", ...view });
  expect([answer.status, answer.body.error.field]).toEqual([400, field]);
});

test("a program shares its views or has none; another organization sees nothing", async () => {
  const program = await client(shop);
  expect((await program.post("/contact-views", { name: "x" })).status).toBe(400);
  const shared = await made(program, { name: "From a program", shared: true });
  expect((await program.put("/contact-views/places", { pinned: [], first: null })).status).toBe(400);
  const stranger = await client(await anOrganization(world));
  expect(await seen(stranger)).toEqual([]);
  expect((await stranger.patch(`/contact-views/${shared.id}`, { name: "x" })).status).toBe(404);
  expect((await stranger.delete(`/contact-views/${shared.id}`)).status).toBe(404);
});
