import { expect, test } from "vitest";
import { type RefusalName, refusals } from "./graph/refusal-list.ts";
import { aShop, refusal } from "./testing/a-shop.ts";
import type { Json } from "./world.ts";

const names = Object.keys(refusals) as RefusalName[];

test.each(names)("%s is given in the answer, in Meta's envelope, and takes nothing", async (name) => {
  const { sandbox, sendText, phoneNumberId } = await aShop();
  const {
    code,
    title,
    details,
    status = 400,
    subcode,
  }: { code: number; title: string; details: string; status?: number; subcode?: number } = refusals[name];
  sandbox.refuse({ name, how: "answer", times: 1, phoneNumberId });
  const answer = await sendText("Hello");
  expect(answer.status).toBe(status);
  expect(answer.body.error).toEqual({
    message: expect.stringContaining(title),
    type: "OAuthException",
    code,
    ...(subcode ? { error_subcode: subcode } : {}),
    error_data: { messaging_product: "whatsapp", details },
    fbtrace_id: expect.stringMatching(/^A/),
  });
  expect(sandbox.received.messages).toEqual([]);
  expect((await sendText("Hello again")).status).toBe(200);
});

test.each(names)("%s is given as a failed status with code, title and details", async (name) => {
  const { sandbox, door, sendText, phoneNumberId, amara } = await aShop();
  const { code, title, details } = refusals[name];
  sandbox.customerSends(phoneNumberId, amara, "Hi");
  sandbox.refuse({ name, how: "status", times: 1 });
  expect((await sendText("Hello")).status).toBe(200);
  await sandbox.idle();
  expect(door.statuses()).toMatchObject([{ status: "failed", errors: [{ code, title, message: title, error_data: { details } }] }]);
});

test("a refusal concerns the number, account, person and template it names, until it is lifted", async () => {
  const { sandbox, send, sendText, accountId } = await aShop();
  const locked = sandbox.refuse({ name: "account_locked", accountId });
  expect(refusal(await sendText("one")).code).toBe(131031);
  expect(refusal(await sendText("two")).code).toBe(131031);
  locked();
  expect((await sendText("three")).status).toBe(200);

  sandbox.refuse({ name: "pair_rate", to: "447700900124" });
  sandbox.refuse({ name: "app_rate", phoneNumberId: "other" });
  expect((await sendText("four")).status).toBe(200);
  expect(refusal(await sendText("five", { to: "+44 7700 900124" })).code).toBe(131056);
  sandbox.relent();

  sandbox.addTemplate(accountId, { name: "good", language: "en", category: "UTILITY", components: [{ type: "BODY", text: "Good news." }] });
  sandbox.addTemplate(accountId, { name: "bad", language: "en", category: "UTILITY", components: [{ type: "BODY", text: "Bad news." }] });
  const template = (name: string) => send({ type: "template", template: { name, language: { code: "en" } } });
  sandbox.refuse({ name: "template_policy", template: "bad" });
  expect([(await template("good")).status, refusal(await template("bad")).code]).toEqual([200, 132007]);
});

test("a refusal nobody knows is itself refused", async () => {
  const { sandbox } = await aShop();
  expect(() => sandbox.refuse({ name: "nonsense" as RefusalName })).toThrow("knows no refusal nonsense");
  const answer = await fetch(`${sandbox.url}/_sandbox/refuse`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ name: "nonsense" }),
  });
  expect(answer.status).toBe(400);
});

const status = (answer: { body: Json }) => (answer.body.messages as [{ message_status: string }])[0].message_status;

test("a template held for quality is answered so, and its messages go once it is judged", async () => {
  const { sandbox, door, send, accountId } = await aShop();
  sandbox.addTemplate(accountId, {
    name: "new_offer",
    language: "en",
    category: "MARKETING",
    components: [{ type: "BODY", text: "An offer." }],
  });
  const offer = () => send({ type: "template", template: { name: "new_offer", language: { code: "en" } } });
  expect(status(await offer())).toBe("accepted");
  sandbox.holdTemplate(accountId, "new_offer");
  expect([status(await offer()), status(await offer())]).toEqual(["held_for_quality_assessment", "held_for_quality_assessment"]);
  await sandbox.idle();
  expect(door.statuses().filter((one) => one.status === "sent")).toHaveLength(1);
  expect(sandbox.judgeTemplate(accountId, "new_offer")).toBe(2);
  await sandbox.idle();
  expect(door.statuses().filter((one) => one.status === "sent")).toHaveLength(3);
  expect(status(await offer())).toBe("accepted");
});

test("what was held fails when its template is paused", async () => {
  const { sandbox, door, send, accountId } = await aShop();
  sandbox.addTemplate(accountId, {
    name: "worse_offer",
    language: "en",
    category: "MARKETING",
    components: [{ type: "BODY", text: "An offer." }],
  });
  sandbox.holdTemplate(accountId, "worse_offer");
  await send({ type: "template", template: { name: "worse_offer", language: { code: "en" } } });
  sandbox.setTemplateStatus(accountId, { name: "worse_offer" }, "PAUSED");
  sandbox.judgeTemplate(accountId, "worse_offer");
  await sandbox.idle();
  expect(door.statuses()).toMatchObject([{ status: "failed", errors: [{ code: 132015 }] }]);
});
