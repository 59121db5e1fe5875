import { expect, test } from "vitest";
import { blanksOf, namesIn, type Template } from "./template-data.ts";
import { blankOfField, missingIn, parametersOf, renderedOf } from "./template-values.ts";

const template = (components: Template["components"], parameterFormat: Template["parameterFormat"] = "POSITIONAL"): Template => ({
  id: "t",
  name: "back_in_stock",
  language: "en",
  category: "UTILITY",
  state: "APPROVED",
  reason: null,
  correctCategory: null,
  previousCategory: null,
  categoryChangedAt: null,
  updatedAt: "2026-01-01T00:00:00Z",
  parameterFormat,
  components,
  variables: [],
});
const inStock = template([
  { type: "HEADER", format: "TEXT", text: "{{1}} is back" },
  { type: "BODY", text: "Hi {{1}}, the {{2}} is in, {{1}}.", example: { body_text: [["Noah", "Kenyan"]] } },
  {
    type: "BUTTONS",
    buttons: [
      { type: "QUICK_REPLY", text: "Keep mine" },
      { type: "URL", text: "Track", url: "https://shop.example/{{1}}" },
    ],
  },
]);

test("every blank of header, text and buttons is asked for once, with its example", () => {
  expect(blanksOf(inStock).map(({ key, example }) => [key, example])).toEqual([
    ["header 1", undefined],
    ["body 1", "Noah"],
    ["body 2", "Kenyan"],
    ["button 1", undefined],
  ]);
});

test("the blank after a greeting and blanks named name are the customer's name", () => {
  expect(namesIn(inStock)).toEqual(["body 1"]);
  expect(namesIn(template([{ type: "BODY", text: "Order {{order}} of {{customer_name}}" }], "NAMED"))).toEqual(["body customer_name"]);
  expect(namesIn(template([{ type: "BODY", text: "مرحبا {{1}}، وصل طلبك {{2}}" }]))).toEqual(["body 1"]);
  expect(namesIn(template([{ type: "BODY", text: "Order {{1}} is on its way" }]))).toEqual([]);
});

test("values go to the server in the shape the template has", () => {
  const values = { "header 1": "Guji", "body 1": "Noah", "body 2": " Kenyan ", "button 1": "4817" };
  expect(parametersOf(inStock, values)).toEqual({ header: ["Guji"], body: ["Noah", "Kenyan"], buttons: [{ index: 1, value: "4817" }] });
  const named = template(
    [
      { type: "HEADER", format: "IMAGE" },
      { type: "BODY", text: "Hi {{name}}" },
    ],
    "NAMED",
  );
  expect(parametersOf(named, { file: "f1", "body name": "Noah" })).toEqual({ body: { name: "Noah" }, headerFileId: "f1" });
});

test("the message is shown filled in before the server has answered", () => {
  const rendered = renderedOf(inStock, { "header 1": "Guji", "body 1": "Noah", "body 2": "Kenyan" });
  expect(rendered.map((part) => part.text)).toEqual(["Guji is back", "Hi Noah, the Kenyan is in, Noah.", undefined]);
});

const carousel = template([
  { type: "BODY", text: "Fresh this week, {{1}}" },
  {
    type: "CAROUSEL",
    cards: ["Kenya", "Guji"].map((name) => ({
      components: [
        { type: "HEADER", format: "IMAGE" },
        { type: "BODY", text: `${name} for {{1}}` },
        {
          type: "BUTTONS",
          buttons: [
            { type: "QUICK_REPLY", text: "Reserve" },
            { type: "URL", text: "Look", url: "https://shop.example/{{1}}" },
          ],
        },
      ],
    })),
  },
]);

test("each card of a carousel has its own file, values and buttons", () => {
  const values = {
    "body 1": "Noah",
    "card 0 file": "f0",
    "card 0 body 1": "14 €",
    "card 0 button 1": "kenya",
    "card 1 file": "f1",
    "card 1 body 1": "12 €",
    "card 1 button 1": "guji",
  };
  expect(missingIn(carousel, values)).toEqual([]);
  expect(missingIn(carousel, { ...values, "card 1 file": "" }).map(({ key }) => key)).toEqual(["card 1 file"]);
  expect(parametersOf(carousel, values)).toEqual({
    body: ["Noah"],
    cards: [
      { headerFileId: "f0", body: ["14 €"], buttons: [{ index: 1, value: "kenya" }] },
      { headerFileId: "f1", body: ["12 €"], buttons: [{ index: 1, value: "guji" }] },
    ],
  });
  expect(renderedOf(carousel, values).at(-1)?.cards?.[1]?.components[1]).toEqual({ type: "body", text: "Guji for 12 €" });
});

test("what the server refuses is said at the blank it means", () => {
  expect(blankOfField(carousel, "parameters.cards.1.headerFileId")).toBe("card 1 file");
  expect(blankOfField(carousel, "parameters.cards.0.buttons.1")).toBe("card 0 button 1");
  expect(blankOfField(carousel, "parameters.body")).toBe("body 1");
  expect(blankOfField(carousel, "name")).toBeUndefined();
});

test("a header can be a place, and an offer ends at a moment to come", () => {
  const offer = template([
    { type: "HEADER", format: "LOCATION" },
    { type: "LIMITED_TIME_OFFER", limited_time_offer: { text: "Ends soon", has_expiration: true } },
    { type: "BODY", text: "Come by" },
    { type: "BUTTONS", buttons: [{ type: "COPY_CODE" }] },
  ]);
  const values = {
    "place latitude": "51.4545",
    "place longitude": "-2.5879",
    "place name": "Roastery",
    "place address": "12 Harbour Road",
    offer: "2999-01-02T10:00",
    "button 0": "WINTER",
  };
  expect(missingIn(offer, values)).toEqual([]);
  expect(missingIn(offer, { ...values, "place latitude": "951", offer: "2001-01-02T10:00" }).map(({ key }) => key)).toEqual([
    "place latitude",
    "offer",
  ]);
  expect(parametersOf(offer, values)).toEqual({
    location: { latitude: 51.4545, longitude: -2.5879, name: "Roastery", address: "12 Harbour Road" },
    offerEndsAt: new Date("2999-01-02T10:00").toISOString(),
    buttons: [{ index: 0, value: "WINTER" }],
  });
});

test("the code of a sign-in template is asked for once, also where Meta keeps the words", () => {
  const code: Template = {
    ...template([
      { type: "BODY" },
      { type: "BUTTONS", buttons: [{ type: "URL", text: "Copy code", url: "https://www.whatsapp.com/otp/code/?code=otp{{1}}" }] },
    ]),
    category: "AUTHENTICATION",
  };
  expect(blanksOf(code).map(({ key, most }) => [key, most])).toEqual([["body 1", 15]]);
  expect(parametersOf(code, { "body 1": "481516" })).toEqual({ body: ["481516"] });
});
