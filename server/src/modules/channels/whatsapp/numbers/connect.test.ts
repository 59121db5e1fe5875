import { afterAll, expect, test } from "vitest";
import { anOrganization, client, eventsOf, type Shop } from "../../../../../test/builders.ts";
import { aNumber, connection, type ErrorBody, sampleTemplates, theSandbox } from "../../../../../test/outbound.builders.ts";
import { aWorld } from "../../../../../test/world.ts";

type Check = { check: string; ok: boolean | null; field: string | null; message: string };
type Result = { ok: boolean; checks: Check[]; number: { displayPhoneNumber: string } | null };
type ChannelBody = {
  id: string;
  name: string;
  state: string;
  attention: string | null;
  tokenState: string;
  webhook: { url: string; verifyTokenEndsWith: string };
  checks: Check[];
  displayPhoneNumber: string;
  quality: string;
  messagingLimit: string;
};

const world = await aWorld();
const sandbox = await theSandbox();
afterAll(() => sandbox.close());
const db = world.kernel.db.system;
const shopWithApi = async () => {
  const shop = await anOrganization(world);
  return { shop, api: await client(shop) };
};
const audited = async (shop: Shop) =>
  (await db.selectFrom("audit_log").select("action").where("organization_id", "=", shop.id).orderBy("position").execute()).map(
    (row) => row.action,
  );

test("right values are found right, and what Meta tells of the number is shown", async () => {
  const { api } = await shopWithApi();
  const number = aNumber(sandbox, world);
  const { body } = await api.post<Result>("/channels/whatsapp/check", connection(sandbox, number));
  expect(body).toMatchObject({ ok: true, number: { displayPhoneNumber: number.displayPhoneNumber, verifiedName: "Fernhill Coffee" } });
  expect(body.checks.filter((check) => check.ok === true).map((check) => check.check)).toEqual([
    "graph_reached",
    "token",
    "app_secret",
    "permission",
    "token_expiry",
    "phone_number",
    "account",
    "number_in_account",
    "subscribed",
    "name",
    "quality",
  ]);
});

test.each<[string, (number: ReturnType<typeof aNumber>) => Record<string, unknown>, string, string]>([
  ["an unknown token", () => ({ token: "nobody-knows-this-token" }), "token", "token"],
  ["an expired token", (number) => sandbox.expireToken(number.token) ?? {}, "token", "token"],
  [
    "a token without the right to send",
    (number) => sandbox.denyPermission(number.token, "whatsapp_business_messaging") ?? {},
    "token",
    "permission",
  ],
  ["another app's secret", () => ({ appSecret: "somebody-elses" }), "appSecret", "app_secret"],
  ["a number nobody has", () => ({ phoneNumberId: "19999999999" }), "phoneNumberId", "phone_number"],
  ["an account nobody has", () => ({ accountId: "29999999999" }), "accountId", "account"],
  ["the ids swapped", (number) => ({ phoneNumberId: number.accountId, accountId: number.phoneNumberId }), "phoneNumberId", "phone_number"],
  ["a version Graph does not offer", () => ({ graphVersion: "v99.0" }), "graphVersion", "graph_reached"],
  ["an address where nobody answers", () => ({ graphUrl: "http://127.0.0.1:9" }), "graphUrl", "graph_reached"],
  ["an address that is not Graph", () => ({ graphUrl: world.url }), "graphUrl", "graph_reached"],
])("%s is named by its field, by the check and by connecting", async (_what, wrong, field, check) => {
  const { shop, api } = await shopWithApi();
  const number = aNumber(sandbox, world);
  const values = { ...connection(sandbox, number), ...wrong(number) };
  const { body } = await api.post<Result>("/channels/whatsapp/check", values);
  expect(body.ok).toBe(false);
  expect(body.checks.find((one) => one.ok === false)).toMatchObject({ check, field });
  const refused = await api.post<ErrorBody>("/channels/whatsapp", values);
  expect([refused.status, refused.body.error.field]).toEqual([400, field]);
  expect(await db.selectFrom("channels").select("id").where("organization_id", "=", shop.id).execute()).toEqual([]);
});

test("a number of another account of the same token is told from a wrong id", async () => {
  const { api } = await shopWithApi();
  const one = aNumber(sandbox, world);
  const other = aNumber(sandbox, world, { appId: one.appId, appSecret: one.appSecret });
  sandbox.addToken({ token: one.token, appId: one.appId, accountIds: [other.accountId] });
  const { body } = await api.post<Result>("/channels/whatsapp/check", { ...connection(sandbox, one), accountId: other.accountId });
  expect(body.checks.find((check) => check.ok === false)).toMatchObject({ check: "number_in_account", field: "accountId" });
});

test("connecting seals the secrets, subscribes the app, fetches the templates and is recorded", async () => {
  const { shop, api } = await shopWithApi();
  const number = aNumber(sandbox, world, { subscribed: false });
  for (const template of sampleTemplates) sandbox.addTemplate(number.accountId, structuredClone(template));
  const { status, body } = await api.post<ChannelBody>("/channels/whatsapp", connection(sandbox, number));
  expect([status, body.name, body.state, body.tokenState, body.webhook]).toEqual([
    201,
    "Fernhill Coffee",
    "active",
    "valid",
    { url: `${world.kernel.publicUrl()}/webhooks/meta`, verifyTokenEndsWith: "ease" },
  ]);
  expect(body.checks.find((check) => check.check === "subscribed")?.ok).toBe(true);
  const row = await db.selectFrom("whatsapp_numbers").selectAll().where("channel_id", "=", body.id).executeTakeFirstOrThrow();
  expect([row.portfolio_id, row.messaging_limit]).toEqual([number.portfolioId, "TIER_2K"]);
  expect(JSON.stringify([row, await db.selectFrom("meta_apps").selectAll().execute(), body])).not.toMatch(
    new RegExp(`${number.token}|${number.appSecret}|verify-me-please`),
  );

  expect((await api.post(`/channels/${body.id}/templates/sync`)).body).toEqual({ templates: 4 });
  const listed = await api.get<{ items: { name: string; state: string; variables: string[] }[] }>(`/templates?channel=${body.id}`);
  expect(listed.body.items.map((one) => [one.name, one.state, one.variables])).toEqual([
    ["order_named", "APPROVED", ["first_name"]],
    ["order_shipped", "APPROVED", ["1", "2"]],
    ["resting", "PAUSED", []],
    ["spring_offer", "APPROVED", []],
  ]);
  expect((await api.get<{ items: unknown[] }>("/templates?state=PAUSED")).body.items).toHaveLength(1);
  expect((await api.get<{ items: unknown[] }>("/templates?search=ten%20per")).body.items).toHaveLength(1);
  expect((await api.get(`/channels/${body.id}/verify-token`)).body).toEqual({ verifyToken: "verify-me-please" });
  expect(await audited(shop)).toEqual(["channel.connected", "channel.verify_token_shown"]);
  expect(await eventsOf(shop)).toContain("channel.connected");
});

test("a number is connected once: not twice here, not elsewhere, and again after it was let go", async () => {
  const [one, two] = [await shopWithApi(), await shopWithApi()];
  const number = aNumber(sandbox, world);
  const first = await one.api.post<ChannelBody>("/channels/whatsapp", connection(sandbox, number));
  for (const { api } of [one, two]) {
    const refused = await api.post<ErrorBody>("/channels/whatsapp", connection(sandbox, number));
    expect([refused.status, refused.body.error.code, refused.body.error.field]).toEqual([409, "number_connected", "phoneNumberId"]);
  }
  expect((await one.api.delete(`/channels/${first.body.id}`)).status).toBe(204);
  const row = await db.selectFrom("whatsapp_numbers").selectAll().where("channel_id", "=", first.body.id).executeTakeFirstOrThrow();
  expect([row.token_sealed, row.verify_token_sealed, row.app_id]).toEqual(["", "", null]);
  expect((await one.api.get<ChannelBody>(`/channels/${first.body.id}`)).body.state).toBe("disconnected");
  expect((await one.api.post<ErrorBody>(`/channels/${first.body.id}/check`)).body.error.code).toBe("channel_disconnected");
  expect((await two.api.post("/channels/whatsapp", connection(sandbox, number))).status).toBe(201);
  await two.api.delete(`/channels/${(await two.api.get<{ items: ChannelBody[] }>("/channels")).body.items[0]?.id}`);
  const again = await one.api.post<ChannelBody>("/channels/whatsapp", connection(sandbox, number));
  expect([again.status, again.body.id]).toEqual([201, first.body.id]);
  expect(await audited(one.shop)).toEqual(["channel.connected", "channel.disconnected", "channel.connected"]);
});

test("a new token is tried before it replaces the old one", async () => {
  const { api } = await shopWithApi();
  const number = aNumber(sandbox, world);
  const { body: made } = await api.post<ChannelBody>("/channels/whatsapp", connection(sandbox, number));
  const refused = await api.patch<ErrorBody>(`/channels/${made.id}`, { token: "nobody-knows-this-token" });
  expect([refused.status, refused.body.error.field]).toEqual([400, "token"]);
  sandbox.addToken({ token: "a-newer-token-for-it", appId: number.appId, accountIds: [number.accountId] });
  sandbox.expireToken(number.token);
  expect((await api.post<ChannelBody>(`/channels/${made.id}/check`)).body).toMatchObject({
    state: "attention",
    attention: "token_invalid",
    tokenState: "invalid",
  });
  expect((await api.patch<ErrorBody>(`/channels/${made.id}`, { state: "active" })).body.error.code).toBe("token_invalid");
  expect((await api.patch<ChannelBody>(`/channels/${made.id}`, { token: "a-newer-token-for-it", name: "Front desk" })).body).toMatchObject({
    state: "active",
    attention: null,
    tokenState: "valid",
    name: "Front desk",
  });
});

test("a template that Meta no longer has disappears from the list", async () => {
  const { api } = await shopWithApi();
  const number = aNumber(sandbox, world);
  sandbox.addTemplate(number.accountId, {
    name: "soon_gone",
    language: "en",
    category: "UTILITY",
    components: [{ type: "BODY", text: "Hello there." }],
  });
  const { body: made } = await api.post<ChannelBody>("/channels/whatsapp", connection(sandbox, number));
  await api.post(`/channels/${made.id}/templates/sync`);
  expect((await api.get<{ items: unknown[] }>("/templates")).body.items).toHaveLength(1);
  await fetch(`${sandbox.url}/v26.0/${number.accountId}/message_templates?name=soon_gone`, {
    method: "DELETE",
    headers: { authorization: `Bearer ${number.token}` },
  });
  await api.post(`/channels/${made.id}/templates/sync`);
  expect((await api.get<{ items: unknown[] }>("/templates")).body.items).toEqual([]);
});

test("another organization's channel does not exist, and seeing is not managing", async () => {
  const { shop, api } = await shopWithApi();
  const { body: made } = await api.post<ChannelBody>("/channels/whatsapp", connection(sandbox, aNumber(sandbox, world)));
  const stranger = (await shopWithApi()).api;
  const reader = await client(shop, { can: ["channels.read", "templates.read"] });
  expect((await stranger.get<{ items: unknown[] }>("/channels")).body.items).toEqual([]);
  expect((await reader.get<{ items: unknown[] }>("/channels")).body.items).toHaveLength(1);
  for (const [method, path] of [
    ["GET", ""],
    ["PATCH", ""],
    ["POST", "/check"],
    ["GET", "/verify-token"],
    ["POST", "/templates/sync"],
    ["DELETE", ""],
  ] as const) {
    const body = method === "GET" || method === "DELETE" ? undefined : { name: "Mine" };
    expect((await stranger.request(method, `/channels/${made.id}${path}`, body)).status, `${method} ${path}`).toBe(404);
    expect((await reader.request(method, `/channels/${made.id}${path}`, body)).status, `${method} ${path}`).toBe(
      method === "GET" && path === "" ? 200 : 403,
    );
  }
});
