import { expect, test } from "vitest";
import { aMember, anOrganization, type Client, client, eventsOf, eventsSoFar, type Shop } from "../../../test/builders.ts";
import { aContact, sight } from "../../../test/contacts.builders.ts";
import { aWorld } from "../../../test/world.ts";
import { newId } from "../../kernel/id.ts";

const world = await aWorld();
type Summary = { id: string; name: string; tags: { id: string; name: string }[]; identities: { kind: string; display: string }[] };
type Whole = Omit<Summary, "identities"> & {
  givenName: string;
  country: string | null;
  identities: { id: string; kind: string; value: string; display: string; retired: boolean }[];
  conversations: { id: string; preview: string; channelName: string }[];
  consents: unknown[];
};
type Refused = { error: { code: string; field?: string; remedy?: string } };

const aShop = async (country: string | null = null) => {
  const shop = await anOrganization(world);
  if (country) await world.kernel.db.system.updateTable("organizations").set({ country }).where("id", "=", shop.id).execute();
  return { shop, api: await client(shop) };
};
const idsFound = async (api: Client, search: string) =>
  (await api.get<{ items: Summary[] }>(`/contacts?search=${encodeURIComponent(search)}`)).body.items.map((item) => item.id);
const aThread = async (shop: Shop, contactId: string) => {
  const [channelId, id] = [newId(), newId()];
  await world.kernel.db.system
    .insertInto("channels")
    .values({ organization_id: shop.id, id: channelId, kind: "whatsapp", name: "Front desk" })
    .execute();
  await world.kernel.db.system
    .insertInto("conversations")
    .values({
      organization_id: shop.id,
      id,
      channel_id: channelId,
      contact_id: contactId,
      preview: JSON.stringify({ direction: "inbound", type: "text", text: "Hello there" }),
    })
    .execute();
  return { id, channelId };
};

test("a contact is made with its facts and identities, and shown whole", async () => {
  const { shop, api } = await aShop("GB");
  const answer = await api.post<Whole>("/contacts", {
    name: "Ada Lovelace",
    company: "Engines",
    country: "gb",
    timeZone: "Europe/London",
    language: "en",
    stage: "customer",
    ownerId: shop.ownerMemberId,
    identities: [
      { kind: "phone", value: "020 7946 0018" },
      { kind: "email", value: "Ada@Example.test" },
    ],
  });
  expect(answer.status).toBe(201);
  const { body } = await api.get<Whole>(`/contacts/${answer.body.id}`);
  expect(body).toEqual(answer.body);
  expect(body).toMatchObject({
    name: "Ada Lovelace",
    givenName: "Ada Lovelace",
    company: "Engines",
    country: "GB",
    stage: "customer",
    ownerId: shop.ownerMemberId,
    consents: [],
    conversations: [],
  });
  expect(body.identities.map(({ kind, value, display, retired }) => ({ kind, value, display, retired }))).toEqual([
    { kind: "phone", value: "442079460018", display: "+44 20 7946 0018", retired: false },
    { kind: "email", value: "ada@example.test", display: "ada@example.test", retired: false },
  ]);
  expect(await eventsOf(shop)).toEqual(["company.created", "contact.created"]);
});

test("a person with nothing but a user id, or with nothing at all, has a name and can be opened", async () => {
  const { shop, api } = await aShop();
  const hidden = await aContact(shop, { userId: "GB.77" });
  const named = await aContact(shop, { userId: "GB.78", username: "sunny.ada" });
  const bare = await api.post<Whole>("/contacts", {});
  const phone = await aContact(shop, { phone: "442079460019" });
  const items = (await api.get<{ items: Summary[] }>("/contacts")).body.items;
  expect(new Map(items.map((item) => [item.id, item.name]))).toEqual(
    new Map([
      [phone.id, "+44 20 7946 0019"],
      [bare.body.id, `Customer ${bare.body.id.slice(-4)}`],
      [named.id, "@sunny.ada"],
      [hidden.id, `Customer ${hidden.id.slice(-4)}`],
    ]),
  );
  expect((await api.get<Whole>(`/contacts/${hidden.id}`)).body.identities).toMatchObject([
    { kind: "whatsapp_user_id", scope: "portfolio", value: "GB.77" },
  ]);
});

test("an identity somebody has refuses the new contact whole and names the one there is, in any spelling", async () => {
  const { shop, api } = await aShop("BR");
  const ana = await aContact(shop, { phone: "551187654321" });
  const since = await eventsSoFar(shop);
  const answer = await api.post<Refused>("/contacts", {
    name: "Ana",
    identities: [
      { kind: "email", value: "ana@example.test" },
      { kind: "phone", value: "(11) 98765-4321" },
    ],
  });
  expect(answer.status).toBe(409);
  expect(answer.body.error).toMatchObject({ code: "identity_exists", remedy: `See contact ${ana.id}.` });
  expect(await eventsOf(shop, { since })).toEqual([]);
  expect(await idsFound(api, "ana@example.test")).toEqual([]);
});

test("of two who add the same number at once, one is told who has it", async () => {
  const { api } = await aShop();
  const make = () => api.post("/contacts", { identities: [{ kind: "phone", value: "+44 20 7946 0100" }] });
  const answers = await Promise.all(Array.from({ length: 6 }, make));
  expect(answers.map((answer) => answer.status).sort()).toEqual([201, 409, 409, 409, 409, 409]);
});

test("what cannot be understood is refused by field", async () => {
  const { api } = await aShop();
  const refusal = async (body: unknown) => {
    const answer = await api.post<Refused>("/contacts", body);
    return [answer.status, answer.body.error.field];
  };
  expect(await refusal({ identities: [{ kind: "phone", value: "020 7946 0018" }] })).toEqual([400, "identities.0.value"]);
  expect(await refusal({ identities: [{ kind: "email", value: "nobody at home" }] })).toEqual([400, "identities.0.value"]);
  expect(await refusal({ country: "ZZ" })).toEqual([400, "country"]);
  expect(await refusal({ timeZone: "Mars/Olympus" })).toEqual([400, "timeZone"]);
  expect(await refusal({ ownerId: newId() })).toEqual([400, "ownerId"]);
  expect(await refusal({ stage: "friend" })).toEqual([400, "stage"]);
});

test("a change writes what differs and tells which fields, never their values", async () => {
  const { shop, api } = await aShop();
  const ada = await aContact(shop, { name: "ada" });
  const since = await eventsSoFar(shop);
  const change = { name: "Ada", stage: "loyal", company: "Engines" };
  expect((await api.patch(`/contacts/${ada.id}`, change)).body).toMatchObject(change);
  await api.patch(`/contacts/${ada.id}`, change);
  const events = await world.kernel.db.system
    .selectFrom("events")
    .select(["name", "payload"])
    .where("organization_id", "=", shop.id)
    .where("id", ">", since)
    .execute();
  expect(events.filter((event) => event.name !== "company.created")).toEqual([
    { name: "contact.updated", payload: { contactId: ada.id, fields: ["name", "company", "stage"] } },
    { name: "contact.stage_changed", payload: { contactId: ada.id, from: "lead", to: "loyal" } },
  ]);
  expect((await api.patch<Whole>(`/contacts/${ada.id}`, { company: null })).body).toMatchObject({ company: null, name: "Ada" });
});

test("an identity is added once, refused where another has it, and taken away", async () => {
  const { shop, api } = await aShop();
  const [ada, bob] = [await aContact(shop), await aContact(shop)];
  const add = (id: string) =>
    api.post<{ id: string; display: string }>(`/contacts/${id}/identities`, { kind: "email", value: "ada@example.test" });
  const since = await eventsSoFar(shop);
  const first = await add(ada.id);
  expect(first.status).toBe(201);
  expect((await add(ada.id)).body).toEqual(first.body);
  const taken = await add(bob.id);
  expect([taken.status, (taken.body as unknown as Refused).error.remedy]).toEqual([409, `See contact ${ada.id}.`]);
  expect((await api.delete(`/contacts/${bob.id}/identities/${first.body.id}`)).status).toBe(404);
  expect((await api.delete(`/contacts/${ada.id}/identities/${first.body.id}`)).status).toBe(204);
  expect((await add(bob.id)).status).toBe(201);
  expect(await eventsOf(shop, { since })).toEqual(["contact.identity_added", "contact.identity_removed", "contact.identity_added"]);
});

test("the page shows conversations to those who may read them", async () => {
  const { shop, api } = await aShop();
  const ada = await aContact(shop);
  const thread = await aThread(shop, ada.id);
  expect((await api.get<Whole>(`/contacts/${ada.id}`)).body.conversations).toMatchObject([
    { id: thread.id, channelId: thread.channelId, channelName: "Front desk", state: "open", preview: "Hello there" },
  ]);
  const outside = await client(shop, { can: ["contacts.read"] });
  expect((await outside.get<Whole>(`/contacts/${ada.id}`)).body.conversations).toEqual([]);
});

test("the list comes in pages, newest first, without gaps", async () => {
  const { shop, api } = await aShop();
  const made = (await sight(shop, ...Array.from({ length: 7 }, (_, i) => ({ phone: `44207946020${i}`, name: `Page ${i}` })))).map(
    (person) => person.contactId,
  );
  for (const search of ["", "&search=page"]) {
    const seen: string[] = [];
    let next: string | null = "";
    while (next !== null) {
      const page: { items: Summary[]; next: string | null } = (
        await api.get<{ items: Summary[]; next: string | null }>(`/contacts?limit=3${search}${next && `&after=${next}`}`)
      ).body;
      seen.push(...page.items.map((item) => item.id));
      next = page.next;
    }
    expect(seen).toEqual(made.toReversed());
  }
  const strange = Buffer.from(JSON.stringify(["x"])).toString("base64url");
  expect((await api.get<Refused>(`/contacts?after=${strange}`)).body.error).toMatchObject({ code: "invalid_input", field: "after" });
});

test("people are found by name in any order, without accents or case, by company, e-mail and username", async () => {
  const { shop, api } = await aShop();
  const { id } = (
    await api.post<Whole>("/contacts", {
      name: "María José Núñez",
      company: "Café Ñandú",
      identities: [{ kind: "email", value: "mj.nunez@example.test" }],
    })
  ).body;
  const sunny = await aContact(shop, { userId: "ES.1", username: "Sunny_ada", name: "Zoë" });
  await aContact(shop, { name: "Somebody Else" });
  for (const search of ["maria", "MARÍA", "nunez maria", "José", "nandu", "mj.nunez@example.test", "MJ.NUNEZ", "m"])
    expect(await idsFound(api, search), search).toEqual([id]);
  for (const search of ["@sunny_ada", "sunny_", "zoe", "Z"]) expect(await idsFound(api, search), search).toEqual([sunny.id]);
  for (const search of ["100%", "_aria", "mar\\ia", "'; --"]) expect(await idsFound(api, search), search).toEqual([]);
});

test("a number is found in any notation", async () => {
  const { shop, api } = await aShop("GB");
  const london = await aContact(shop, { phone: "442079460018" });
  await aContact(shop, { phone: "442079460777" });
  for (const search of ["020 7946 0018", "+44 (0)20 7946 0018", "+44 20 7946-0018", "0044 20 79460018", "442079460018", "79460018", "0018"])
    expect(await idsFound(api, search), search).toEqual([london.id]);
  const brazil = await aContact(shop, { phone: "551187654321" });
  for (const search of ["+55 11 98765-4321", "5511987654321", "+55 11 8765 4321", "11 98765 4321"])
    expect(await idsFound(api, search), search).toEqual([brazil.id]);
  const argentina = await aContact(shop, { phone: "5491123456789" });
  for (const search of ["+54 11 15 2345 6789", "+54 11 2345 6789", "11 2345-6789"])
    expect(await idsFound(api, search), search).toEqual([argentina.id]);
});

test("tag and stage narrow the list, with and without a search", async () => {
  const { shop, api } = await aShop();
  const tag = (await api.post<{ id: string }>("/tags", { name: "VIP" })).body;
  const [ada, bob] = [await aContact(shop, { name: "Ada Smith" }), await aContact(shop, { name: "Bob Smith" })];
  await api.put(`/contacts/${ada.id}/tags`, { tagIds: [tag.id] });
  await api.patch(`/contacts/${bob.id}`, { stage: "lost" });
  const list = async (query: string) => (await api.get<{ items: Summary[] }>(`/contacts?${query}`)).body.items.map((item) => item.id);
  expect(await list(`tag=${tag.id}`)).toEqual([ada.id]);
  expect(await list("stage=lost")).toEqual([bob.id]);
  expect(await list(`stage=lost&tag=${tag.id}`)).toEqual([]);
  expect(await list(`search=smith&tag=${tag.id}`)).toEqual([ada.id]);
  expect(await list("search=smith&stage=lost")).toEqual([bob.id]);
});

test("nothing of another organization is seen, found, changed or linked", async () => {
  const { shop, api } = await aShop();
  const other = await aShop();
  const ada = await aContact(shop, { name: "Ada", phone: "447700900111" });
  const tag = (await api.post<{ id: string }>("/tags", { name: "VIP" })).body;
  const theirs = await aContact(other.shop, { name: "Eve" });
  const path = `/contacts/${ada.id}`;
  const calls: [string, string, unknown?][] = [
    ["GET", path],
    ["PATCH", path, { name: "x" }],
    ["DELETE", path],
    ["POST", `${path}/identities`, { kind: "email", value: "x@example.test" }],
    ["DELETE", `${path}/identities/${ada.identityId}`],
    ["PUT", `${path}/tags`, { tagIds: [] }],
    ["GET", `${path}/notes`],
    ["POST", `${path}/notes`, { body: "x" }],
    ["DELETE", `${path}/notes/${newId()}`],
    ["GET", `${path}/timeline`],
    ["PATCH", `/tags/${tag.id}`, { name: "x" }],
    ["DELETE", `/tags/${tag.id}`],
  ];
  for (const [method, url, body] of calls) expect((await other.api.request(method, url, body)).status, `${method} ${url}`).toBe(404);
  for (const search of ["Ada", "447700900111"]) expect(await idsFound(other.api, search)).toEqual([]);
  expect((await other.api.put<Refused>(`/contacts/${theirs.id}/tags`, { tagIds: [tag.id] })).body.error.field).toBe("tagIds");
  expect((await other.api.patch<Refused>(`/contacts/${theirs.id}`, { ownerId: shop.ownerMemberId })).body.error.field).toBe("ownerId");
  expect((await other.api.post("/contacts", { identities: [{ kind: "phone", value: "+447700900111" }] })).status).toBe(201);
  expect((await api.get<Whole>(path)).body.name).toBe("Ada");
});

test("each route asks for its permission", async () => {
  const { shop } = await aShop();
  const ada = await aContact(shop);
  const [nobody, reader] = [await client(shop, { can: ["inbox.read"] }), await client(shop, { can: ["contacts.read"] })];
  const path = `/contacts/${ada.id}`;
  for (const url of ["/contacts", path, `${path}/notes`, `${path}/timeline`, "/tags"]) {
    expect((await nobody.get(url)).status, url).toBe(403);
    expect((await reader.get(url)).status, url).toBe(200);
  }
  const writes: [string, string][] = [
    ["POST", "/contacts"],
    ["PATCH", path],
    ["DELETE", path],
    ["POST", `${path}/identities`],
    ["DELETE", `${path}/identities/${ada.identityId}`],
    ["PUT", `${path}/tags`],
    ["POST", `${path}/notes`],
    ["POST", "/tags"],
    ["PATCH", `/tags/${newId()}`],
    ["DELETE", `/tags/${newId()}`],
  ];
  for (const [method, url] of writes)
    expect((await reader.request(method, url, method === "DELETE" ? undefined : {})).status, `${method} ${url}`).toBe(403);
});

test("a member who left cannot become an owner of contacts", async () => {
  const { shop, api } = await aShop();
  const gone = await aMember(shop);
  await world.kernel.db.system
    .updateTable("members")
    .set({ deactivated_at: new Date() })
    .where("organization_id", "=", shop.id)
    .where("id", "=", gone.id)
    .execute();
  expect((await api.post("/contacts", { ownerId: gone.id })).status).toBe(400);
});
