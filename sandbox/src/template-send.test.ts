import { expect, test } from "vitest";
import { sample } from "./media/samples.ts";
import { aShop, refusal } from "./testing/a-shop.ts";
import type { Json } from "./world.ts";

const text = (value: string, parameter_name?: string) => ({ type: "text", text: value, ...(parameter_name ? { parameter_name } : {}) });
const body = (...parameters: Json[]) => ({ type: "body", parameters });
const button = (sub_type: string, parameter: Json, index = "0") => ({ type: "button", sub_type, index, parameters: [parameter] });
const image = { type: "header", parameters: [{ type: "image", image: { id: sample("photo").id } }] };
const card = (card_index: number, name = "Latte") => ({
  card_index,
  components: [image, body(text(name)), button("quick_reply", { type: "payload", payload: `buy:${card_index}` })],
});
const cardTemplate = {
  components: [
    { type: "HEADER", format: "IMAGE" },
    { type: "BODY", text: "Try our {{1}} today." },
    { type: "BUTTONS", buttons: [{ type: "QUICK_REPLY", text: "Buy" }] },
  ],
};
const templates: [name: string, category: string, components: Json[]][] = [
  [
    "carousel",
    "MARKETING",
    [
      { type: "BODY", text: "New in." },
      { type: "CAROUSEL", cards: [cardTemplate, cardTemplate] },
    ],
  ],
  [
    "offer",
    "MARKETING",
    [
      { type: "LIMITED_TIME_OFFER", limited_time_offer: { text: "Ends soon", has_expiration: true } },
      { type: "BODY", text: "Ten per cent off." },
      { type: "BUTTONS", buttons: [{ type: "COPY_CODE", text: "Copy code" }] },
    ],
  ],
  ["code", "AUTHENTICATION", [{ type: "BODY" }, { type: "BUTTONS", buttons: [{ type: "OTP", otp_type: "COPY_CODE", text: "Copy code" }] }]],
  [
    "shop",
    "UTILITY",
    [
      { type: "HEADER", format: "LOCATION" },
      { type: "BODY", text: "We are here." },
    ],
  ],
  [
    "named",
    "UTILITY",
    [
      { type: "HEADER", format: "TEXT", text: "Order {{no}}" },
      { type: "BODY", text: "Dear {{name}}, it is packed." },
    ],
  ],
  [
    "survey",
    "UTILITY",
    [
      { type: "BODY", text: "How was it?" },
      { type: "BUTTONS", buttons: [{ type: "FLOW", text: "Rate" }] },
    ],
  ],
];
const withTemplates = async () => {
  const shop = await aShop();
  for (const [name, category, components] of templates)
    shop.sandbox.addTemplate(shop.accountId, { name, language: "en_GB", category, components: structuredClone(components) });
  const send = (name: string, components: Json[]) =>
    shop.send({ type: "template", template: { name, language: { code: "en_GB" }, components } });
  return { ...shop, sendTemplate: send };
};
const soon = Date.now() + 3600_000;
const offer = (expiration_time_ms: number) => ({
  type: "limited_time_offer",
  parameters: [{ type: "limited_time_offer", limited_time_offer: { expiration_time_ms } }],
});
const coupon = button("copy_code", { type: "coupon_code", coupon_code: "TEN" });
const place = { latitude: 51.4, longitude: 0, name: "Depot", address: "1 Hill" };

test.each<[string, string, Json[]]>([
  ["a carousel with all its cards", "carousel", [{ type: "carousel", cards: [card(0), card(1, "Mocha")] }]],
  ["an offer that ends", "offer", [offer(soon), coupon]],
  ["a code", "code", [body(text("123456")), button("url", text("123456"))]],
  ["a place", "shop", [{ type: "header", parameters: [{ type: "location", location: place }] }]],
  ["named parameters in header and body", "named", [{ type: "header", parameters: [text("42", "no")] }, body(text("Ada", "name"))]],
  ["a flow with its token", "survey", [button("flow", { type: "action", action: { flow_token: "t" } })]],
])("%s is taken", async (_, name, components) => {
  const { sendTemplate } = await withTemplates();
  expect(await sendTemplate(name, components)).toMatchObject({ status: 200 });
});

test.each<[string, string, Json[], number, string]>([
  ["a card too few", "carousel", [{ type: "carousel", cards: [card(0)] }], 132012, "cards"],
  ["a card in the place of another", "carousel", [{ type: "carousel", cards: [card(0), card(2)] }], 131008, "card_index 1"],
  [
    "a card without its picture",
    "carousel",
    [{ type: "carousel", cards: [card(0), { card_index: 1, components: [body(text("x"))] }] }],
    131008,
    "header",
  ],
  [
    "a value too few in a card",
    "carousel",
    [{ type: "carousel", cards: [card(0), { card_index: 1, components: [image, body()] }] }],
    132000,
    "card 1",
  ],
  ["an offer without its end", "offer", [coupon], 131008, "expiration"],
  ["an offer that has ended", "offer", [offer(Date.now() - 1000), coupon], 131009, "future"],
  ["an offer without its code", "offer", [offer(soon)], 131008, "requires a parameter"],
  ["a code only in the text", "code", [body(text("123456"))], 131008, "requires a parameter"],
  ["a button of another kind", "code", [body(text("1")), button("quick_reply", { type: "payload", payload: "1" })], 132012, "sub_type"],
  ["a picture for a place", "shop", [image], 132012, "expected LOCATION"],
  [
    "a place without an address",
    "shop",
    [{ type: "header", parameters: [{ type: "location", location: { latitude: 1, longitude: 1, name: "x" } }] }],
    131008,
    "address",
  ],
  ["values without their names", "named", [{ type: "header", parameters: [text("42")] }, body(text("Ada", "name"))], 132012, "'no'"],
  [
    "a line break in a value",
    "named",
    [{ type: "header", parameters: [text("42", "no")] }, body(text("A\nda", "name"))],
    132018,
    "new-line",
  ],
  [
    "a text that grows too long",
    "named",
    [{ type: "header", parameters: [text("4", "no")] }, body(text("x".repeat(1020), "name"))],
    132005,
    "1024",
  ],
  ["a button that is not there", "survey", [button("flow", { type: "action", action: {} }, "3")], 132012, "index 3"],
  ["a part the template does not have", "survey", [image], 132000, "header"],
])("%s is refused", async (_, name, components, code, word) => {
  const { sandbox, sendTemplate } = await withTemplates();
  expect(refusal(await sendTemplate(name, components))).toMatchObject({ code, text: expect.stringContaining(word) });
  expect(sandbox.received.messages).toHaveLength(0);
});
