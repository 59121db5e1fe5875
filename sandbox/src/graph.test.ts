import { createHmac } from "node:crypto";
import { expect, test } from "vitest";
import { aShop, refusal } from "./testing/a-shop.ts";

test("a number tells the fields that were asked for and refuses a field it does not have", async () => {
  const { graph, phoneNumberId } = await aShop();
  const asked = await graph("GET", `${phoneNumberId}?fields=verified_name,throughput{level},quality_rating`);
  expect(asked.body).toEqual({
    id: phoneNumberId,
    verified_name: "Fernhill Coffee",
    throughput: { level: "STANDARD" },
    quality_rating: "GREEN",
  });
  const wrong = await graph("GET", `${phoneNumberId}?fields=shoe_size`);
  expect(wrong.status).toBe(400);
  expect(refusal(wrong).text).toContain("(#100) Tried accessing nonexisting field (shoe_size) on node type (WhatsAppBusinessPhoneNumber)");
});

test("tokens: none, unknown, expired, without permission, of another account", async () => {
  const { sandbox, graph, sendText, phoneNumberId, accountId } = await aShop();
  const bearer = (token: string) => ({ authorization: `Bearer ${token}` });
  expect((await graph("GET", phoneNumberId, undefined, { authorization: "" })).status).toBe(401);
  expect(refusal(await graph("GET", phoneNumberId, undefined, bearer("nonsense")))).toMatchObject({ code: 190 });

  sandbox.expireToken("token1");
  const expired = await sendText("hello");
  expect(expired.status).toBe(401);
  expect(refusal(expired)).toMatchObject({ code: 190, subcode: 463 });
  sandbox.renewToken("token1");

  sandbox.addAccount({ accountId: "9", appId: "app1" });
  sandbox.addToken({ token: "other", appId: "app1", accountIds: ["9"] });
  expect(refusal(await graph("GET", accountId, undefined, bearer("other")))).toMatchObject({ code: 100, subcode: 33 });

  sandbox.denyPermission("token1", "whatsapp_business_messaging");
  expect(refusal(await sendText("hello")).code).toBe(10);
  sandbox.denyPermission("token1", "whatsapp_business_management");
  expect(refusal(await graph("GET", accountId)).code).toBe(200);
});

test("a connect page can check token and app secret", async () => {
  const { graph } = await aShop();
  const seen = await graph("GET", "debug_token?input_token=token1");
  expect(seen.body.data).toMatchObject({ app_id: "app1", is_valid: true });
  const proof = createHmac("sha256", "s3cret").update("token1").digest("hex");
  expect((await graph("GET", `app?appsecret_proof=${proof}`)).body).toMatchObject({ id: "app1" });
  expect(refusal(await graph("GET", "app?appsecret_proof=00")).text).toContain("Invalid appsecret_proof");
});

test("an old version, a future one and an unknown path are refused in Meta's envelope", async () => {
  const { sandbox, phoneNumberId } = await aShop();
  const code = async (path: string) => {
    const answer = await fetch(`${sandbox.url}${path}`, { headers: { authorization: "Bearer token1" } });
    return ((await answer.json()) as { error: { code: number } }).error.code;
  };
  expect(await code(`/v19.0/${phoneNumberId}`)).toBe(2635);
  expect(await code(`/v99.0/${phoneNumberId}`)).toBe(2500);
  expect(await code(`/v26.0/${phoneNumberId}/dances`)).toBe(2500);
  expect(await code(`/v26.0/123`)).toBe(100);
});

test("subscribing checks the webhook's challenge; without a subscription nothing is posted", async () => {
  const { sandbox, graph, door, amara, phoneNumberId, accountId } = await aShop();
  await sandbox.verifyWebhook("app1");
  await graph("DELETE", `${accountId}/subscribed_apps`);
  sandbox.customerSends(phoneNumberId, amara, "Anyone?");
  await sandbox.idle();
  expect(door.seen).toHaveLength(0);
  const wrong = { override_callback_uri: door.url, verify_token: "wrong" };
  expect(refusal(await graph("POST", `${accountId}/subscribed_apps`, wrong)).code).toBe(2200);
  expect((await graph("POST", `${accountId}/subscribed_apps`)).body).toEqual({ success: true });
  expect((await graph("GET", `${accountId}/subscribed_apps`)).body.data).toHaveLength(1);
});

test("uploaded media comes back byte by byte, to those with the token and a User-Agent", async () => {
  const { sandbox, graph, phoneNumberId } = await aShop();
  const form = new FormData();
  form.set("messaging_product", "whatsapp");
  form.set("type", "text/plain");
  form.set("file", new Blob(["Grüße"], { type: "text/plain" }), "note.txt");
  const { id } = (await graph("POST", `${phoneNumberId}/media`, form)).body;
  expect(sandbox.received.uploads).toMatchObject([{ id, mimeType: "text/plain" }]);

  const { body } = await graph("GET", `${id}?phone_number_id=${phoneNumberId}`);
  expect(body).toMatchObject({ id, mime_type: "text/plain", file_size: 7, messaging_product: "whatsapp" });
  const url = String(body.url);
  expect((await fetch(url)).status).toBe(401);
  expect(await (await fetch(url, { headers: { authorization: "Bearer token1" } })).text()).toBe("Grüße");
  expect((await fetch(url.replace(/hash=.*/, "hash=x"), { headers: { authorization: "Bearer token1" } })).status).toBe(404);

  expect((await graph("DELETE", String(id))).body).toEqual({ success: true });
  expect(refusal(await graph("GET", String(id))).subcode).toBe(33);
});

test("media of the wrong kind or size is refused", async () => {
  const { graph, phoneNumberId } = await aShop();
  const upload = (type: string, bytes: Uint8Array<ArrayBuffer>) => {
    const form = new FormData();
    form.set("messaging_product", "whatsapp");
    form.set("type", type);
    form.set("file", new Blob([bytes], { type }), "file");
    return graph("POST", `${phoneNumberId}/media`, form);
  };
  expect(refusal(await upload("application/zip", new Uint8Array(3))).code).toBe(100);
  expect(refusal(await upload("image/png", new Uint8Array(5_000_001))).code).toBe(131053);
  expect(refusal(await upload("image/png", new Uint8Array(8))).text).toContain("not image/png");
});
