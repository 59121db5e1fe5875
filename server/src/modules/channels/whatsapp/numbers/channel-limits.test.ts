import { afterAll, describe, expect, test } from "vitest";
import { eventually } from "../../../../../test/builders.ts";
import {
  aConversation,
  aReachableShop,
  becomes,
  type ErrorBody,
  type Reachable,
  send,
  theSandbox,
} from "../../../../../test/outbound.builders.ts";
import { aWorld } from "../../../../../test/world.ts";
import { usageOf } from "../graph/graph-usage.ts";
import { accountPace, callPace, numberPace } from "../sending/pacing.ts";

type Limit = {
  scope: string;
  limit: number | null;
  used: number | null;
  usedByMeta: number | null;
  source: string;
  toldAt: string | null;
  restsUntil: string | null;
  nextFreeAt: string | null;
  sharedWith: { name: string }[];
};
type Limits = { limits: Limit[]; waiting: { code: string | null; scope: string | null; count: number; until: string | null }[] };

const world = await aWorld();
const sandbox = await theSandbox();
afterAll(() => sandbox.close());
const db = world.kernel.db.system;
const limitsOf = async (at: Reachable) => (await at.api.get<Limits>(`/channels/${at.channelId}/limits`)).body;
const dueAt = async (messageId: string) =>
  (await db.selectFrom("deliveries").select("due_at").where("message_id", "=", messageId).executeTakeFirstOrThrow()).due_at.getTime();
const limitOf = async (at: Reachable, scope: string) => (await limitsOf(at)).limits.find((one) => one.scope === scope);
const aTemplate = { type: "template", name: "order_named", language: "en_GB", parameters: { header: ["17"], body: { first_name: "Mei" } } };

describe("what Graph says of its usage", () => {
  test.each([
    [{}, null],
    [{ "x-app-usage": "no json" }, null],
    [{ "x-app-usage": '{"call_count":28,"total_time":31,"total_cputime":25}' }, { percent: 31, regainMinutes: 0 }],
    [
      {
        "x-business-use-case-usage":
          '{"200":[{"type":"whatsapp","call_count":97,"total_cputime":1,"total_time":1,"estimated_time_to_regain_access":12}]}',
      },
      { percent: 97, regainMinutes: 12 },
    ],
    [
      {
        "x-app-usage": '{"call_count":5}',
        "x-business-use-case-usage": '{"200":[{"call_count":40}],"999":[{"call_count":99}]}',
      },
      { percent: 40, regainMinutes: 0 },
    ],
    [{ "x-business-use-case-usage": '["odd"]' }, null],
  ])("%j", (headers, expected) => {
    expect(usageOf(headers as Record<string, string>, "200")).toEqual(expected);
  });

  test("near all of it the account's calls rest, Meta is asked nothing more, and the page says until when", async () => {
    const at = await aReachableShop(world, sandbox);
    sandbox.changeAccount(at.number.accountId, { usage: { percent: 97, regainMinutes: 3 } });
    await at.api.post(`/channels/${at.channelId}/check`);
    const limit = await limitOf(at, "account");
    expect([limit?.limit, limit?.usedByMeta]).toEqual([5000, 97]);
    expect(Date.parse(limit?.restsUntil ?? "")).toBeGreaterThan(Date.now() + 150_000);
    const asked = sandbox.received.requests;
    const refused = await at.api.post<ErrorBody>(`/channels/${at.channelId}/templates/sync`);
    expect([refused.status, refused.body.error.code, sandbox.received.requests]).toEqual([503, "graph_calls_used_up", asked]);
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(60);
    // The channel is as well as before: our own count says nothing against its values.
    expect((await at.api.post(`/channels/${at.channelId}/check`)).status).toBe(503);
    expect((await at.api.get<{ state: string }>(`/channels/${at.channelId}`)).body.state).toBe("active");
  });

  test("a message that is told so rests the account's messages, and they go out when the rest is over", async () => {
    const at = await aReachableShop(world, sandbox);
    const chat = await aConversation(at);
    sandbox.changeAccount(at.number.accountId, { usage: { percent: 99 } });
    await becomes(at, (await send(at, chat.id, { type: "text", text: "one" })).body.id, "accepted", "sent", "delivered", "read");
    sandbox.changeAccount(at.number.accountId, { usage: { percent: 1 } });
    const { body: second } = await send(at, chat.id, { type: "text", text: "two" });
    expect(Date.parse((await limitOf(at, "number"))?.restsUntil ?? "")).toBeGreaterThan(Date.now() + 30_000);
    await eventually(async () => (await dueAt(second.id)) > Date.now() + 10_000, "the second to be put back");
    expect(sandbox.receivedBy(at.number.phoneNumberId)).toHaveLength(1);
    const app = await db.selectFrom("whatsapp_numbers").select("app_id").where("channel_id", "=", at.channelId).executeTakeFirstOrThrow();
    await db.deleteFrom("rate_buckets").where("key", "=", accountPace(app.app_id, at.number.accountId).key).execute();
    await db
      .updateTable("deliveries")
      .set({ due_at: new Date() })
      .where("channel_id", "=", at.channelId)
      .where("state", "=", "queued")
      .execute();
    world.kernel.live.wake("deliveries");
    await becomes(at, second.id, "accepted", "sent", "delivered", "read");
  });
});

test("calls of an account are drawn from one budget, messages are not among them", async () => {
  const at = await aReachableShop(world, sandbox);
  const chat = await aConversation(at);
  const before = (await limitOf(at, "account"))?.used ?? 0;
  await becomes(at, (await send(at, chat.id, { type: "text", text: "uncounted" })).body.id, "accepted", "sent", "delivered", "read");
  const between = (await limitOf(at, "account"))?.used ?? 0;
  expect(between - before).toBeLessThan(2);
  await at.api.post(`/channels/${at.channelId}/check`);
  expect((await limitOf(at, "account"))?.used ?? 0).toBeGreaterThan(between + 5);
});

test("never more people than the limit are written to outside their window; the others wait, say why, and go out when it rises", async () => {
  const at = await aReachableShop(world, sandbox);
  await db.updateTable("whatsapp_portfolios").set({ people_limit: 5, tier: "TIER_5" }).where("organization_id", "=", at.shop.id).execute();
  const outside = await Promise.all(Array.from({ length: 9 }, () => aConversation(at, { windowUntil: null })));
  const inside = await aConversation(at);
  const sent = [];
  for (const chat of [...outside, inside]) sent.push(await send(at, chat.id, aTemplate));
  expect(sent.map((one) => one.status)).toEqual(sent.map(() => 201));
  const people = () =>
    new Set(
      sandbox
        .receivedBy(at.number.phoneNumberId)
        .filter((one) => !one.windowOpen)
        .map((one) => one.to),
    );
  await eventually(async () => (await limitsOf(at)).waiting.find((one) => one.code === "portfolio_limit")?.count === 4, "four to wait");
  await eventually(async () => people().size === 5, "five to be written to");
  // Whoever is in their window takes no place.
  await eventually(async () => sandbox.receivedBy(at.number.phoneNumberId).filter((one) => one.windowOpen).length === 1, "the one inside");
  const limit = await limitOf(at, "portfolio");
  expect([limit?.limit, limit?.used]).toEqual([5, 5]);
  expect(Date.parse(limit?.nextFreeAt ?? "")).toBeGreaterThan(Date.now() + 23 * 3600_000);
  const health = (
    await at.api.get<{ verdict: string; reasons: { code: string; facts: object; action: string }[] }>(`/channels/${at.channelId}/health`)
  ).body;
  expect(health.reasons).toContainEqual({ code: "portfolio_full", severity: "warning", action: "open_limits", facts: { count: 4 } });

  sandbox.accountEvent(at.number.accountId, "business_capability_update", { max_daily_conversations_per_business: 250 });
  await eventually(async () => people().size === 9, "all to be written to");
  expect((await limitOf(at, "portfolio"))?.source).toBe("webhook");
});

test("somebody surely refused takes no place", async () => {
  const at = await aReachableShop(world, sandbox);
  const chat = await aConversation(at, { windowUntil: null });
  sandbox.graphFaults({ error: { code: 132001, times: 1 } });
  await becomes(at, (await send(at, chat.id, aTemplate)).body.id, "failed");
  sandbox.graphFaults({});
  expect((await limitOf(at, "portfolio"))?.used).toBe(0);
});

test("a number with coexistence is paced at 20, one that Meta has raised at 1,000", async () => {
  const one = { app_id: "a", phone_number_id: "1", throughput: "STANDARD", coexistence: false };
  expect(
    await Promise.all([
      numberPace({ ...one, throughput: null, coexistence: true }),
      numberPace({ ...one, throughput: "HIGH" }),
      numberPace(one),
    ]),
  ).toMatchObject(
    [20, 1000, 80].map((limit) => ({ budget: { capacity: Math.max(2, limit / 8), perSecond: limit - Math.max(2, limit / 8) } })),
  );
  expect(callPace("a", "b", false).budget.capacity + callPace("a", "b", false).budget.perSecond * 3600).toBe(200);
  const at = await aReachableShop(world, sandbox);
  await db.updateTable("whatsapp_numbers").set({ throughput: "HIGH" }).where("channel_id", "=", at.channelId).execute();
  expect((await limitOf(at, "number"))?.limit).toBe(1000);
});
