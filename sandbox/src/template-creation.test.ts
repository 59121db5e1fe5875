import { expect, test } from "vitest";
import { aShop, refusal } from "./testing/a-shop.ts";
import type { Json } from "./world.ts";

const body = (text: string, ...values: string[]): Json => ({
  type: "BODY",
  text,
  ...(values.length > 0 ? { example: { body_text: [values] } } : {}),
});
const quick = (text: string) => ({ type: "QUICK_REPLY", text });
const link = (text: string, url = "https://example.com/a") => ({ type: "URL", text, url });

const aWriter = async () => {
  const shop = await aShop();
  let count = 0;
  const create = (components: Json[], more: Json = {}) =>
    shop.graph("POST", `${shop.accountId}/message_templates`, {
      name: `one_${++count}`,
      language: "en_GB",
      category: "MARKETING",
      components,
      ...more,
    });
  const upload = async (bytes: Buffer, type: string) => {
    const session = await shop.graph("POST", `app1/uploads?file_name=a&file_length=${bytes.length}&file_type=${type}`);
    const answer = await fetch(`${shop.sandbox.url}/v26.0/${String(session.body.id)}`, {
      method: "POST",
      headers: { authorization: "OAuth token1", file_offset: "0", "content-type": type },
      body: new Uint8Array(bytes),
    });
    return { session, handle: ((await answer.json()) as { h?: string }).h };
  };
  return { ...shop, create, upload };
};

const long = (count: number) =>
  "word "
    .repeat(Math.ceil(count / 5))
    .slice(0, count - 1)
    .concat("x");

test.each<[string, Json[], Json, number]>([
  ["a name of capitals", [body("Hello there")], { name: "Big" }, 2388000],
  ["a body of 1,025 characters", [body(long(1025))], {}, 2388040],
  ["a header of 61 characters", [{ type: "HEADER", format: "TEXT", text: long(61) }, body("Hello there")], {}, 2388040],
  ["a header with a star", [{ type: "HEADER", format: "TEXT", text: "*New*" }, body("Hello there")], {}, 2388047],
  ["a header with an emoji", [{ type: "HEADER", format: "TEXT", text: "New ☕️ in" }, body("Hello there")], {}, 2388047],
  ["a header of two lines", [{ type: "HEADER", format: "TEXT", text: "New\nin" }, body("Hello there")], {}, 2388047],
  ["a footer with a variable", [body("Hello there"), { type: "FOOTER", text: "For {{1}}" }], {}, 2388073],
  ["a variable at the start", [body("{{1}}, your order has left us today", "A")], {}, 2388299],
  ["a variable at the end", [body("Your order will be with you on {{1}}", "A")], {}, 2388299],
  ["two variables side by side", [body("Sale of {{1}} {{2}} off all of our beans now", "20", "%")], {}, 2388072],
  ["a gap in the numbers", [body("Your order {{1}} comes on {{3}} in the morning hours", "1", "2")], {}, 2388072],
  ["too many variables for the text", [body("Hello {{1}} and {{2}} bye", "A", "B")], {}, 2388293],
  ["a variable without an example", [body("Your order {{1}} has left us today")], {}, 2388043],
  ["a button of 26 characters", [body("Hello there"), { type: "BUTTONS", buttons: [quick("x".repeat(26))] }], {}, 2388040],
  [
    "eleven buttons",
    [body("Hello there"), { type: "BUTTONS", buttons: Array.from({ length: 11 }, (_, at) => quick(`b${at}`)) }],
    {},
    2388050,
  ],
  ["quick replies on both sides", [body("Hello there"), { type: "BUTTONS", buttons: [quick("a"), link("b"), quick("c")] }], {}, 2388050],
  ["three links", [body("Hello there"), { type: "BUTTONS", buttons: [link("a"), link("b"), link("c")] }], {}, 2388050],
  ["a media header without a sample", [{ type: "HEADER", format: "IMAGE" }, body("Hello there")], {}, 2388043],
  [
    "a sample nobody uploaded",
    [{ type: "HEADER", format: "IMAGE", example: { header_handle: ["4::x"] } }, body("Hello there")],
    {},
    2388273,
  ],
  ["two bodies", [body("Hello there"), body("And again")], {}, 2388042],
  ["a carousel of one card", [body("Hello there"), { type: "CAROUSEL", cards: [{ components: [] }] }], {}, 2388042],
  ["an offer that is no marketing", [body("Hello there"), { type: "LIMITED_TIME_OFFER" }], { category: "UTILITY" }, 2388042],
])("%s is refused", async (_what, components, more, subcode) => {
  const { create } = await aWriter();
  const answer = await create(components, more);
  expect(refusal(answer)).toMatchObject({ code: 100, subcode });
  expect((answer.body.error as Json).error_user_msg).toEqual(expect.any(String));
});

test("a sample is uploaded in two steps and its handle makes a media header", async () => {
  const { create, upload, graph, accountId } = await aWriter();
  const { handle } = await upload(Buffer.from("bytes"), "image/png");
  const made = await create([{ type: "HEADER", format: "IMAGE", example: { header_handle: [handle] } }, body("Hello there")]);
  expect(made.body).toMatchObject({ status: "PENDING" });
  const listed = await graph("GET", `${accountId}/message_templates?fields=components`);
  expect(JSON.stringify(listed.body)).toContain("https://scontent");
  const wrong = await upload(Buffer.from("bytes"), "text/plain");
  expect(refusal(wrong.session).code).toBe(100);
});

test("an edit is reviewed again; of an approved one there is one a day, and its category stays", async () => {
  const { sandbox, door, create, graph } = await aWriter();
  sandbox.reviewTemplates({ delayMs: 400_000 });
  const made = await create([body("Hello there")]);
  const path = String(made.body.id);
  expect(refusal(await graph("POST", path, { components: [body("Hello again")] })).subcode).toBe(2388028);
  await sandbox.waitFor(() => door.seen.length === 1);
  expect(refusal(await graph("POST", path, { category: "UTILITY" })).subcode).toBe(2388025);
  expect((await graph("POST", path, { components: [body("Hello again")] })).body).toEqual({ success: true });
  await sandbox.waitFor(() => door.seen.length === 2);
  expect(refusal(await graph("POST", path, { components: [body("Hello once more")] })).subcode).toBe(2388028);
});

test("a deleted name and language come back after thirty days, a hundred can be created an hour", async () => {
  const { create, graph, accountId } = await aWriter();
  await create([body("Hello there")], { name: "gone" });
  await graph("DELETE", `${accountId}/message_templates?name=gone`);
  expect(refusal(await create([body("Hello there")], { name: "gone" })).subcode).toBe(2388023);
  expect((await create([body("Hello there")], { name: "gone", language: "fr" })).status).toBe(200);
  for (let at = 0; at < 98; at += 1) await create([body("Hello there")]);
  expect(refusal(await create([body("Hello there")])).subcode).toBe(2388019);
});

test("a review may reject, or put the template into another category", async () => {
  const { sandbox, door, create, accountId } = await aWriter();
  sandbox.reviewTemplates({ outcome: "REJECTED", reason: "PROMOTIONAL" });
  await create([body("Hello there")], { category: "UTILITY" });
  await sandbox.waitFor(() => door.seen.length === 1);
  expect(door.seen[0]?.value).toMatchObject({ event: "REJECTED", reason: "PROMOTIONAL" });
  sandbox.reviewTemplates({ outcome: "APPROVED", category: "MARKETING" });
  const made = await create([body("Hello there")], { category: "UTILITY", name: "moved" });
  await sandbox.waitFor(() => door.seen.length === 3);
  expect(door.seen[1]).toMatchObject({
    field: "template_category_update",
    value: { message_template_id: Number(made.body.id), previous_category: "UTILITY", new_category: "MARKETING" },
  });
  await sandbox.recategoriseTemplate(accountId, { name: "moved" }, { correct: "UTILITY" });
  expect(door.seen[3]?.value).toMatchObject({ new_category: "MARKETING", correct_category: "UTILITY" });
});

test("an answer that gets lost leaves a template behind", async () => {
  const { sandbox, create, graph, accountId } = await aWriter();
  sandbox.graphFaults({ on: "templates", reset: { times: 1 } });
  await expect(create([body("Hello there")], { name: "lost" })).rejects.toThrow();
  expect((await graph("GET", `${accountId}/message_templates?name=lost`)).body.data).toHaveLength(1);
});
