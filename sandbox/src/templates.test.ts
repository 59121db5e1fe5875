import { expect, test } from "vitest";
import { demoTemplates } from "./demo-shop.ts";
import { aShop, refusal } from "./testing/a-shop.ts";
import type { Json } from "./world.ts";

const withTemplates = async () => {
  const shop = await aShop();
  for (const template of demoTemplates) shop.sandbox.addTemplate(shop.accountId, template);
  const sendTemplate = (name: string, components: Json[], more: Json = {}) =>
    shop.send({ type: "template", template: { name, language: { code: "en_GB" }, components }, ...more });
  return { ...shop, sendTemplate };
};
const text = (value: string, parameter_name?: string) => ({ type: "text", text: value, ...(parameter_name ? { parameter_name } : {}) });
const body = (...parameters: Json[]) => ({ type: "body", parameters });
const photo = { type: "header", parameters: [{ type: "image", image: { link: "https://example.com/a.jpg" } }] };
const url = { type: "button", sub_type: "url", index: "0", parameters: [text("1042")] };

test("a template reaches people outside the window and is billed in its category", async () => {
  const { sandbox, door, sendTemplate } = await withTemplates();
  const answer = await sendTemplate("order_shipped", [photo, body(text("Amara"), text("1042")), url]);
  expect(answer.status).toBe(200);
  await sandbox.idle();
  expect(door.statuses()[0]).toMatchObject({ status: "sent", pricing: { billable: true, type: "regular", category: "utility" } });
});

test("templates are refused when they do not fit or may not be sent", async () => {
  const { sendTemplate } = await withTemplates();
  const code = async (name: string, components: Json[]) => refusal(await sendTemplate(name, components)).code;
  expect(await code("order_shipped", [photo, body(text("Amara")), url])).toBe(132000);
  expect(await code("order_shipped", [body(text("Amara"), text("1042")), url])).toBe(132012);
  expect(await code("order_shipped", [photo, body(text("Amara"), text("1042"))])).toBe(131008);
  expect(await code("order_shipped_named", [body(text("Amara"), text("1042"))])).toBe(132012);
  expect(await code("new_single_origin", [body(text("Kenya"))])).toBe(132015);
  expect(await code("autumn_sale", [body(text("20"), text("percent"))])).toBe(132001);
  const named = [body(text("Amara", "first_name"), text("1042", "order_no"))];
  expect((await sendTemplate("order_shipped_named", named)).status).toBe(200);
});

test("authentication templates need a phone, and who stopped marketing gets none", async () => {
  const { sandbox, door, amara, accountId, phoneNumberId, sendTemplate } = await withTemplates();
  sandbox.addTemplate(accountId, {
    name: "code",
    language: "en_GB",
    category: "AUTHENTICATION",
    components: [{ type: "BODY", text: "Code" }],
  });
  expect(refusal(await sendTemplate("code", [], { to: undefined, recipient: "GB.1001" })).code).toBe(131062);
  await sandbox.customerPrefers(phoneNumberId, amara, "stop");
  expect(door.seen[0]).toMatchObject({ field: "user_preferences", value: { user_preferences: [{ value: "stop" }] } });
  await sendTemplate("time_to_reorder", [body(text("A", "first_name"), text("B", "product"))]);
  await sandbox.idle();
  expect(door.statuses()).toMatchObject([{ status: "failed", errors: [{ code: 131050 }] }]);
});

test("a new template is pending, then approved by webhook; bad ones are refused with their subcode", async () => {
  const { sandbox, door, graph, accountId } = await withTemplates();
  const create = (words: string, more: Json = {}) =>
    graph("POST", `${accountId}/message_templates`, {
      name: "new_one",
      language: "en_GB",
      category: "UTILITY",
      components: [{ type: "BODY", text: words, example: { body_text: [["x"]] } }],
      ...more,
    });
  expect(refusal(await create("{{1}}, your order left us")).subcode).toBe(2388299);
  expect(refusal(await create("x".repeat(1025))).subcode).toBe(2388040);
  expect(refusal(await create("Hello there", { name: "Bad Name" })).code).toBe(100);

  const made = await create("Your order {{1}} left us today.");
  expect(made.body).toMatchObject({ status: "PENDING", category: "UTILITY" });
  await sandbox.waitFor(() => door.seen.length > 0);
  expect(door.seen[0]).toMatchObject({
    field: "message_template_status_update",
    value: { event: "APPROVED", message_template_name: "new_one", message_template_id: Number(made.body.id) },
  });
  expect(refusal(await create("Once more the same")).subcode).toBe(2388024);
  expect((await graph("DELETE", `${accountId}/message_templates?name=new_one`)).body).toEqual({ success: true });
});

test("templates are listed page by page until no next is given", async () => {
  const { graph, accountId } = await withTemplates();
  const names: string[] = [];
  let path: string | undefined = `${accountId}/message_templates?limit=4&fields=name,status`;
  while (path) {
    const { body: page } = await graph("GET", path);
    names.push(...(page.data as { name: string }[]).map((one) => one.name));
    const next = (page.paging as { next?: string }).next;
    path = next?.split("/v26.0/")[1];
  }
  expect(names).toEqual(demoTemplates.map((one) => one.name));
  const paused = await graph("GET", `${accountId}/message_templates?status=PAUSED`);
  expect(paused.body.data).toMatchObject([{ name: "new_single_origin", status: "PAUSED" }]);
});
