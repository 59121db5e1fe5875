import { expect, test } from "vitest";
import { blanksOf, namesIn, parametersOf, renderedOf, type Template } from "./template-data.ts";

const template = (components: Template["components"], parameterFormat: Template["parameterFormat"] = "POSITIONAL"): Template => ({
  id: "t",
  name: "back_in_stock",
  language: "en",
  category: "UTILITY",
  state: "APPROVED",
  reason: null,
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
