import { afterAll, describe, expect, test } from "vitest";
import { anOrganization, client, eventsOf, eventsSoFar, eventually, type Shop } from "../../../../../test/builders.ts";
import { aNumber, aReachableShop, connection, type ErrorBody, type Reachable, theSandbox } from "../../../../../test/outbound.builders.ts";
import { aNumberOfItsOwn, aText, bodyOf, contactsOf, projected, receive } from "../../../../../test/whatsapp.builders.ts";
import { aWorld } from "../../../../../test/world.ts";
import { systemContext } from "../../../../kernel/module.ts";
import { recheckChannel } from "./change.ts";

type Reason = { code: string; severity: string; action: string | null; facts: Record<string, unknown> };
type Health = {
  verdict: string;
  reasons: Reason[];
  token: { state: string; scopes: string[]; expiresAt: string | null; dataAccessExpiresAt: string | null };
  intake: { lastReceivedAt: string | null; waiting: number; lagSeconds: number; p95Seconds: number | null; parked: number };
  standing: { restrictions: { kind: string; until: string | null }[]; violation: { kind: string } | null; ban: { state: string } | null };
  coexistence: { lastEchoAt: string | null; history: { declined: boolean; phase: number; progress: number } | null } | null;
  movedTo: { accountId: string; accountName: string } | null;
  changes: { what: string; was: string | null; now: string | null; by: string }[];
};
type Channel = {
  id: string;
  state: string;
  quality: string;
  messagingLimit: string;
  accountId: string;
  checks: { check: string; ok: boolean | null }[];
};

const world = await aWorld();
const sandbox = await theSandbox();
afterAll(() => sandbox.close());
const db = world.kernel.db.system;
const health = async (at: Pick<Reachable, "api" | "channelId">) => (await at.api.get<Health>(`/channels/${at.channelId}/health`)).body;
const codes = (view: Health) => view.reasons.map((one) => one.code);
const check = (at: Pick<Reachable, "api" | "channelId">) => at.api.post<Channel>(`/channels/${at.channelId}/check`);
const byItself = (at: Reachable) => recheckChannel(systemContext(world.kernel, at.shop.id, "whatsapp"), at.channelId);
/** A shop whose number has received something, so that nothing speaks against it. */
const aHealthyShop = async () => {
  const at = await aReachableShop(world, sandbox);
  const customer = sandbox.addCustomer({
    userId: `GB.9${at.number.phoneNumberId}`,
    name: "Amara",
    phone: `4477${at.number.phoneNumberId.slice(-8)}`,
    persona: "silent",
  });
  sandbox.customerSends(at.number.phoneNumberId, customer, "Hello");
  await sandbox.idle();
  await projected(world);
  await check(at);
  return at;
};
const happens = async (at: Reachable, value: Record<string, unknown>, field = "account_update") => {
  sandbox.accountEvent(at.number.accountId, field, value);
  await sandbox.idle();
  await projected(world);
};
const noticesOf = async (shop: Shop) =>
  (await db.selectFrom("channel_notices").select(["kind", "severity"]).where("organization_id", "=", shop.id).orderBy("id").execute()).map(
    (row) => `${row.kind} ${row.severity}`,
  );

test("a number that works is good, and its page says since when webhooks come and what the token may do", async () => {
  const at = await aHealthyShop();
  const view = await health(at);
  expect([view.verdict, view.reasons]).toEqual(["good", []]);
  expect(view.token).toMatchObject({ state: "valid", expiresAt: null });
  expect(view.token.scopes).toContain("whatsapp_business_messaging");
  expect(view.intake).toMatchObject({ waiting: 0, lagSeconds: 0, parked: 0 });
  expect(view.intake.p95Seconds).toBeGreaterThanOrEqual(0);
  expect(view.coexistence).toBeNull();
});

test.each<[string, (at: Reachable) => unknown, string, string, string | null]>([
  ["a token that has expired", (at) => sandbox.expireToken(at.number.token), "stopped", "token_invalid", "renew_token"],
  [
    "a token that ends next week",
    (at) => sandbox.tokenEnds(at.number.token, { expiresAt: Math.floor(Date.now() / 1000) + 7 * 86_400 }),
    "attention",
    "token_expiring",
    "renew_token",
  ],
  [
    "a token without a right",
    (at) => sandbox.denyPermission(at.number.token, "whatsapp_business_messaging"),
    "attention",
    "permission",
    "renew_token",
  ],
  ["low quality", (at) => sandbox.changeNumber(at.number.phoneNumberId, { quality: "RED" }), "attention", "quality_low", "open_manager"],
  [
    "a name that was declined",
    (at) => sandbox.changeNumber(at.number.phoneNumberId, { nameStatus: "DECLINED" }),
    "attention",
    "name",
    "open_manager",
  ],
  [
    "webhooks that are not subscribed",
    (at) => sandbox.changeAccount(at.number.accountId, { subscribed: false }),
    "attention",
    "subscribed",
    "repair_webhooks",
  ],
  [
    "webhooks that go elsewhere",
    (at) => sandbox.changeApp(at.number.appId, { webhookUrl: "https://elsewhere.example/hook" }),
    "attention",
    "callback",
    "repair_webhooks",
  ],
  [
    "webhooks the app does not get",
    (at) => sandbox.changeApp(at.number.appId, { fields: ["messages"] }),
    "attention",
    "fields",
    "repair_webhooks",
  ],
])("%s is told first, with its button", async (_what, happening, verdict, code, action) => {
  const at = await aHealthyShop();
  happening(at);
  await check(at);
  const view = await health(at);
  expect(view.verdict).toBe(verdict);
  expect(view.reasons[0]).toMatchObject({ code, action });
});

test("a pause is a stop somebody chose, and a disconnected number offers to connect again", async () => {
  const at = await aHealthyShop();
  await at.api.patch(`/channels/${at.channelId}`, { state: "paused" });
  expect(await health(at)).toMatchObject({ verdict: "stopped", reasons: [{ code: "paused", action: "resume" }] });
  await at.api.delete(`/channels/${at.channelId}`);
  expect(await health(at)).toMatchObject({ verdict: "stopped", reasons: [{ code: "disconnected", action: "connect_again" }] });
});

test("a number that never received anything says so", async () => {
  const at = await aReachableShop(world, sandbox);
  expect(await health(at)).toMatchObject({ verdict: "attention", reasons: [{ code: "never_received" }] });
});

test("restriction, violation and ban are shown with their ends, and stop sending as far as they do", async () => {
  const at = await aHealthyShop();
  await happens(at, { event: "ACCOUNT_VIOLATION", violation_info: { violation_type: "SPAM" } });
  expect(await health(at)).toMatchObject({ verdict: "attention", standing: { violation: { kind: "SPAM" } } });
  const until = Math.floor(Date.now() / 1000) + 3 * 86_400;
  await happens(at, {
    event: "ACCOUNT_RESTRICTION",
    restriction_info: [{ restriction_type: "RESTRICTED_BIZ_INITIATED_MESSAGING", expiration: until }],
  });
  const restricted = await health(at);
  expect(restricted.verdict).toBe("stopped");
  expect(codes(restricted).toSorted()).toEqual(["restricted", "violation"]);
  expect(restricted.standing.restrictions).toMatchObject([
    { kind: "RESTRICTED_BIZ_INITIATED_MESSAGING", until: new Date(until * 1000).toISOString() },
  ]);
  // The job that looks again leaves it alone until its end; then the number sends again by itself.
  await byItself(at);
  expect((await health(at)).verdict).toBe("stopped");
  await db
    .updateTable("whatsapp_numbers")
    .set({
      standing: JSON.stringify({
        restrictions: [{ kind: "X", until: new Date(Date.now() - 1000).toISOString(), at: new Date().toISOString() }],
      }),
    })
    .where("channel_id", "=", at.channelId)
    .execute();
  await byItself(at);
  expect((await health(at)).verdict).toBe("good");
  await happens(at, { event: "DISABLED_UPDATE", ban_info: { waba_ban_state: "DISABLE", waba_ban_date: "November 30, 2026" } });
  expect(await health(at)).toMatchObject({ verdict: "stopped", standing: { ban: { state: "DISABLE", date: "November 30, 2026" } } });
  await happens(at, { event: "DISABLED_UPDATE", ban_info: { waba_ban_state: "REINSTATE" } });
  expect(await health(at)).toMatchObject({ verdict: "good", standing: { ban: null } });
});

test("a webhook about quality and limit changes what is shown, the stored check and the history", async () => {
  const at = await aHealthyShop();
  const display_phone_number = at.number.displayPhoneNumber.replace(/\D/g, "");
  await happens(at, { display_phone_number, event: "FLAGGED", current_limit: "TIER_10K" }, "phone_number_quality_update");
  const { body } = await at.api.get<Channel>(`/channels/${at.channelId}`);
  expect([body.quality, body.messagingLimit, body.checks.find((one) => one.check === "quality")?.ok]).toEqual(["RED", "TIER_10K", false]);
  const view = await health(at);
  expect(codes(view)).toEqual(["quality_low"]);
  expect(view.changes.filter((one) => one.was !== null)).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ what: "quality", was: "GREEN", now: "RED", by: "webhook" }),
      expect.objectContaining({ what: "messaging_limit", was: "TIER_2K", now: "TIER_10K", by: "webhook" }),
    ]),
  );
});

test("the job that looks again speaks up only when something is different", async () => {
  const at = await aHealthyShop();
  const since = await eventsSoFar(at.shop);
  const before = await noticesOf(at.shop);
  await byItself(at);
  await byItself(at);
  expect(await eventsOf(at.shop, { since })).toEqual([]);
  sandbox.changeNumber(at.number.phoneNumberId, { quality: "YELLOW", limit: "TIER_10K" });
  await byItself(at);
  expect((await eventsOf(at.shop, { since })).toSorted()).toEqual(["channel.notice", "channel.notice", "channel.updated"]);
  expect((await noticesOf(at.shop)).filter((one) => !before.includes(one))).toEqual(
    expect.arrayContaining(["quality_changed warning", "messaging_limit_changed info"]),
  );
  expect((await health(at)).changes.slice(0, 2)).toEqual(
    expect.arrayContaining([expect.objectContaining({ what: "quality", was: "GREEN", now: "YELLOW", by: "check" })]),
  );
  const later = await eventsSoFar(at.shop);
  await byItself(at);
  expect(await eventsOf(at.shop, { since: later })).toEqual([]);
});

describe("repairing webhooks", () => {
  const repair = (at: Reachable) => at.api.post<Channel>(`/channels/${at.channelId}/webhooks`);
  const arrives = async (at: Reachable) => {
    const customer = sandbox.addCustomer({
      userId: `GB.8${at.number.phoneNumberId}`,
      name: "Mei",
      phone: `4478${at.number.phoneNumberId.slice(-8)}`,
      persona: "silent",
    });
    const text = `after the repair ${at.number.phoneNumberId}`;
    sandbox.customerSends(at.number.phoneNumberId, customer, text);
    return eventually(
      () => db.selectFrom("messages").select("id").where("organization_id", "=", at.shop.id).where("body", "=", text).executeTakeFirst(),
      "the message after the repair",
    );
  };

  test("subscribes the app to the account again, and messages arrive", async () => {
    const at = await aHealthyShop();
    sandbox.changeAccount(at.number.accountId, { subscribed: false });
    await check(at);
    const { status, body } = await repair(at);
    expect([status, body.checks.find((one) => one.check === "subscribed")?.ok]).toEqual([200, true]);
    await arrives(at);
    expect((await health(at)).verdict).toBe("good");
  });

  test("gives the account an address of its own where the app's webhooks go to somebody else, and leaves the app's alone", async () => {
    const at = await aHealthyShop();
    sandbox.changeApp(at.number.appId, { webhookUrl: "https://elsewhere.example/hook" });
    await check(at);
    expect((await repair(at)).status).toBe(200);
    expect(sandbox.account(at.number.accountId).callbackOverride).toBe(`${world.kernel.publicUrl()}/webhooks/meta`);
    await arrives(at);
    expect((await health(at)).verdict).toBe("good");
  });

  test("adds the webhooks that the app does not get, without losing what it has", async () => {
    const at = await aHealthyShop();
    sandbox.changeApp(at.number.appId, { fields: ["messages", "calls"] });
    await check(at);
    expect((await repair(at)).status).toBe(200);
    expect((await health(at)).verdict).toBe("good");
    await happens(at, { event: "ACCOUNT_VIOLATION", violation_info: { violation_type: "SPAM" } });
    expect(codes(await health(at))).toEqual(["violation"]);
  });

  test("says what Meta says when it refuses", async () => {
    const at = await aHealthyShop();
    sandbox.denyPermission(at.number.token, "whatsapp_business_management");
    const { status, body } = await at.api.post<ErrorBody>(`/channels/${at.channelId}/webhooks`);
    expect([status, body.error.code]).toEqual([409, "meta_refused"]);
  });
});

describe("on a phone, too", () => {
  test("the last message from the phone and the import of the history are shown; the history opens no window and counts no unread", async () => {
    const shop = await anOrganization(world);
    const channel = await aNumberOfItsOwn(shop);
    await db.updateTable("whatsapp_numbers").set({ coexistence: true }).where("channel_id", "=", channel.id).execute();
    const at = { api: await client(shop), channelId: channel.id };
    expect((await health(at)).coexistence).toEqual({ lastEchoAt: null, history: null });
    const chunk = (phase: number, chunk_order: number, progress: number, phone: string) =>
      bodyOf(
        channel,
        {
          history: [
            {
              metadata: { phase, chunk_order, progress },
              threads: [
                {
                  id: phone,
                  messages: [
                    {
                      from: phone,
                      id: `wamid.h${phone}`,
                      timestamp: "1780000000",
                      type: "text",
                      text: { body: "An old question" },
                      history_context: { status: "READ" },
                    },
                  ],
                },
              ],
            },
          ],
        },
        "history",
      );
    const since = await eventsSoFar(shop);
    await receive(channel, chunk(1, 2, 55, "447700900201"));
    await receive(channel, chunk(0, 1, 10, "447700900202"));
    expect((await health(at)).coexistence?.history).toMatchObject({ declined: false, phase: 1, chunk: 2, progress: 55 });
    const threads = await db
      .selectFrom("conversations")
      .select(["window_until", "inbound_count"])
      .where("organization_id", "=", shop.id)
      .execute();
    expect(threads).toEqual([
      { window_until: null, inbound_count: 0 },
      { window_until: null, inbound_count: 0 },
    ]);
    expect((await eventsOf(shop, { since })).filter((name) => name === "message.received" || name === "channel.notice")).toEqual([]);

    await receive(
      channel,
      bodyOf(
        channel,
        {
          contacts: contactsOf(),
          message_echoes: [{ ...aText("From the shop's phone"), from: channel.displayPhoneNumber.replace(/\D/g, ""), to: "447700900201" }],
        },
        "smb_message_echoes",
      ),
    );
    expect(Date.parse((await health(at)).coexistence?.lastEchoAt ?? "")).toBeGreaterThan(Date.now() - 60_000);
  });

  test("an owner who does not share the history is told as that", async () => {
    const shop = await anOrganization(world);
    const channel = await aNumberOfItsOwn(shop);
    const at = { api: await client(shop), channelId: channel.id };
    await receive(
      channel,
      bodyOf(channel, { history: [{ errors: [{ code: 2593109, title: "History sync is turned off by the business" }] }] }, "history"),
    );
    const view = await health(at);
    expect(view.coexistence?.history?.declined).toBe(true);
    expect(codes(view)).toContain("history_declined");
  });
});

describe("a number moved to another account", () => {
  test("is found by the check, and followed when somebody says so: conversations stay, templates are the new account's", async () => {
    const at = await aHealthyShop();
    const elsewhere = `2900${at.number.accountId.slice(-8)}`;
    sandbox.addAccount({ accountId: elsewhere, appId: at.number.appId, portfolioId: "7900001", name: "Fernhill Group", subscribed: false });
    sandbox.addToken({ token: at.number.token, appId: at.number.appId, accountIds: [elsewhere] });
    sandbox.addTemplate(elsewhere, {
      name: "only_there",
      language: "en",
      category: "UTILITY",
      components: [{ type: "BODY", text: "Hello there." }],
    });
    expect((await at.api.post<ErrorBody>(`/channels/${at.channelId}/move`)).body.error.code).toBe("not_moved");
    sandbox.moveNumber(at.number.phoneNumberId, elsewhere);
    await check(at);
    const seen = await health(at);
    expect([seen.movedTo, seen.reasons[0]?.code, seen.reasons[0]?.action]).toEqual([
      { accountId: elsewhere, accountName: "Fernhill Group" },
      "moved",
      "move_number",
    ]);
    const threads = await db.selectFrom("conversations").select("id").where("organization_id", "=", at.shop.id).execute();
    const { status, body } = await at.api.post<Channel>(`/channels/${at.channelId}/move`);
    expect([status, body.accountId, body.id]).toEqual([200, elsewhere, at.channelId]);
    expect(await db.selectFrom("conversations").select("id").where("organization_id", "=", at.shop.id).execute()).toEqual(threads);
    const row = await db.selectFrom("whatsapp_numbers").selectAll().where("channel_id", "=", at.channelId).executeTakeFirstOrThrow();
    expect([row.portfolio_id, row.moved_to, sandbox.account(elsewhere).subscribed]).toEqual(["7900001", null, true]);
    expect((await health(at)).verdict).toBe("good");
    await eventually(async () => {
      const { body: listed } = await at.api.get<{ items: { name: string }[] }>(`/templates?channel=${at.channelId}`);
      return listed.items.length === 1 && listed.items[0]?.name === "only_there";
    }, "the new account's templates");
  });
});

test("another organization sees nothing of it and may do nothing with it", async () => {
  const at = await aHealthyShop();
  const stranger = await client(await anOrganization(world));
  const reader = await client(at.shop, { can: ["channels.read"] });
  for (const [method, path, read] of [
    ["GET", "/health", 200],
    ["GET", "/limits", 200],
    ["POST", "/webhooks", 403],
    ["POST", "/move", 403],
    ["GET", "/journal", 403],
    ["GET", "/journal/1", 403],
  ] as const) {
    expect((await stranger.request(method, `/channels/${at.channelId}${path}`)).status, path).toBe(404);
    expect((await reader.request(method, `/channels/${at.channelId}${path}`)).status, path).toBe(read);
  }
});

test("connecting a second number of the same account, and one of another app, works; the same one through another app does not", async () => {
  const shop = await anOrganization(world);
  const api = await client(shop);
  const one = aNumber(sandbox, world);
  const two = aNumber(sandbox, world, {
    appId: one.appId,
    appSecret: one.appSecret,
    accountId: one.accountId,
    portfolioId: one.portfolioId,
  });
  const third = aNumber(sandbox, world);
  for (const number of [one, two, third]) expect((await api.post("/channels/whatsapp", connection(sandbox, number))).status).toBe(201);
  expect((await api.get<{ items: unknown[] }>("/channels")).body.items).toHaveLength(3);
  const otherApp = aNumber(sandbox, world, { phoneNumberId: `1900${one.phoneNumberId.slice(-8)}` });
  sandbox.addToken({ token: otherApp.token, appId: otherApp.appId, accountIds: [one.accountId] });
  const refused = await api.post<ErrorBody>("/channels/whatsapp", {
    ...connection(sandbox, otherApp),
    phoneNumberId: one.phoneNumberId,
    accountId: one.accountId,
  });
  expect([refused.status, refused.body.error.code, refused.body.error.message]).toEqual([
    409,
    "number_connected",
    "This number is connected already, through another app.",
  ]);
});
