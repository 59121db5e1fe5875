import { expect, test } from "vitest";
import { aShop, refusal } from "./testing/a-shop.ts";

const asApp = { authorization: "Bearer app1|s3cret" };

test("usage headers count what reads the account and not what is sent; at all of it the account's calls are refused", async () => {
  const { sandbox, graph, sendText, phoneNumberId, accountId } = await aShop({ clock: { scale: 1 } });
  const usage = async (path: string, body?: object) => {
    const answer = await fetch(`${sandbox.url}/v26.0/${path}`, {
      method: body ? "POST" : "GET",
      headers: { authorization: "Bearer token1", "content-type": "application/json" },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    await answer.arrayBuffer();
    const told = JSON.parse(answer.headers.get("x-business-use-case-usage") ?? "{}") as Record<
      string,
      { call_count: number; type: string }[]
    >;
    return told[accountId]?.[0];
  };
  expect(await usage(phoneNumberId)).toMatchObject({ type: "whatsapp", call_count: 0 });
  for (let calls = 0; calls < 60; calls += 1) await graph("GET", `${accountId}?fields=id`);
  await sendText("one more");
  expect((await usage(accountId))?.call_count).toBe(1);
  sandbox.changeAccount(accountId, { usage: { percent: 100, regainMinutes: 7 } });
  expect(await usage(accountId)).toMatchObject({ call_count: 100, estimated_time_to_regain_access: 7 });
  expect(refusal(await graph("GET", accountId))).toMatchObject({ code: 80007 });
  expect((await sendText("messages go by throughput")).status).toBe(200);
});

test("the app's own subscription is told to the app alone: where webhooks go and which", async () => {
  const { sandbox, door, graph } = await aShop();
  expect(refusal(await graph("GET", "app1/subscriptions"))).toMatchObject({ code: 15 });
  const { body } = await graph("GET", "app1/subscriptions", undefined, asApp);
  const [own] = body.data as { callback_url: string; fields: { name: string }[] }[];
  expect([own?.callback_url, own?.fields.some((field) => field.name === "messages")]).toEqual([door.url, true]);
  sandbox.changeApp("app1", { fields: ["account_update"] });
  sandbox.customerSends("100000000000001", "GB.1001", "not subscribed");
  sandbox.accountEvent("200000000000001", "account_update", { event: "ACCOUNT_VIOLATION" });
  await sandbox.idle();
  expect(door.seen.map((one) => one.field)).toEqual(["account_update"]);
  const set = { object: "whatsapp_business_account", callback_url: door.url, verify_token: "let-me-in", fields: "messages,account_update" };
  expect((await graph("POST", "app1/subscriptions", set, asApp)).body).toEqual({ success: true });
  sandbox.customerSends("100000000000001", "GB.1001", "subscribed again");
  await sandbox.idle();
  expect(door.messages()).toHaveLength(1);
});

test("a number moves to another account of the app, keeps its id, and its webhooks name the new account", async () => {
  const { sandbox, door, graph, phoneNumberId, accountId } = await aShop();
  sandbox.addAccount({ accountId: "200000000000002", appId: "app1" });
  sandbox.addToken({ token: "token1", appId: "app1", accountIds: ["200000000000002"] });
  sandbox.moveNumber(phoneNumberId, "200000000000002");
  expect((await graph("GET", `${accountId}/phone_numbers`)).body.data).toEqual([]);
  expect(((await graph("GET", "200000000000002/phone_numbers")).body.data as { id: string }[]).map((one) => one.id)).toEqual([
    phoneNumberId,
  ]);
  sandbox.customerSends(phoneNumberId, "GB.1001", "hello");
  await sandbox.idle();
  expect(door.seen[0]?.body.entry).toMatchObject([{ id: "200000000000002" }]);
});

test("debug_token tells when a token and its access to data end", async () => {
  const { sandbox, graph } = await aShop();
  sandbox.tokenEnds("token1", { expiresAt: 1_800_000_000, dataAccessExpiresAt: 1_790_000_000 });
  const { body } = await graph("GET", "debug_token?input_token=token1", undefined, asApp);
  expect(body.data).toMatchObject({ expires_at: 1_800_000_000, data_access_expires_at: 1_790_000_000 });
});
