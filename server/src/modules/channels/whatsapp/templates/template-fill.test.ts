import fc from "fast-check";
import { expect, test } from "vitest";
import { isBlank } from "../sending/limits-text.ts";
import { fillTemplate, type TemplateComponent, type TemplateParameters } from "./template-fill.ts";

const fill = (components: TemplateComponent[], given: TemplateParameters, parameterFormat = "POSITIONAL") =>
  fillTemplate({ parameterFormat, components }, given);
const body = (text: string): TemplateComponent[] => [{ type: "BODY", text }];
const link: TemplateComponent[] = [
  ...body("Hello."),
  {
    type: "BUTTONS",
    buttons: [
      { type: "QUICK_REPLY", text: "Yes" },
      { type: "URL", text: "Track", url: "https://example.com/{{1}}" },
      { type: "COPY_CODE", text: "Copy" },
    ],
  },
];

test.each<[string, TemplateComponent[], TemplateParameters, string, string]>([
  ["a value too few", body("Dear {{1}}, order {{2}} is here."), { body: ["Ada"] }, "parameters.body", "{{2}}"],
  ["a value too many", body("Dear {{1}}."), { body: ["Ada", "x"] }, "parameters.body", "takes 1 value"],
  ["a value where none is wanted", body("Hello."), { body: ["Ada"] }, "parameters.body", "no parameters"],
  ["a line break in a value", body("Dear {{1}}."), { body: ["A\nda"] }, "parameters.body", "line breaks"],
  ["a text that grows too long", body(`${"x".repeat(900)} {{1}}.`), { body: ["y".repeat(200)] }, "parameters.body", "1,024"],
  ["a header without its file", [{ type: "HEADER", format: "IMAGE" }, ...body("Hello.")], {}, "parameters.headerFileId", "an image"],
  ["a file without a header", body("Hello."), { headerFileId: "f" }, "parameters.headerFileId", "takes no file"],
  [
    "a header's value missing",
    [{ type: "HEADER", format: "TEXT", text: "Order {{1}}" }, ...body("Hello.")],
    {},
    "parameters.header",
    "{{1}}",
  ],
  ["a header's value too many", body("Hello."), { header: ["x"] }, "parameters.header", "no header"],
  ["a link without its end", link, { buttons: [{ index: 2, value: "X" }] }, "parameters.buttons.1", "Track"],
  ["a code that is missing", link, { buttons: [{ index: 1, value: "X" }] }, "parameters.buttons.2", "code"],
  [
    "a button that is not there",
    link,
    {
      buttons: [
        { index: 1, value: "X" },
        { index: 2, value: "X" },
        { index: 7, value: "X" },
      ],
    },
    "parameters.buttons.7",
    "3 buttons",
  ],
])("%s is refused by its field", (_what, components, given, field, words) => {
  expect(() => fill(components, given)).toThrowError(expect.objectContaining({ field, message: expect.stringContaining(words) }));
});

test("named values may come in any order, and must be named", () => {
  const named = body("Dear {{first}}, your {{thing}} is here.");
  expect(fill(named, { body: { thing: "cup", first: "Ada" } }, "NAMED")).toMatchObject({
    text: "Dear Ada, your cup is here.",
    sent: [
      {
        type: "body",
        parameters: [
          { parameter_name: "first", text: "Ada" },
          { parameter_name: "thing", text: "cup" },
        ],
      },
    ],
  });
  expect(() => fill(named, { body: ["Ada", "cup"] }, "NAMED")).toThrow("have names");
});

test("buttons are sent by their place", () => {
  expect(
    fill(link, {
      buttons: [
        { index: 1, value: "42" },
        { index: 2, value: "TEN" },
      ],
    }).sent,
  ).toEqual([
    { type: "button", sub_type: "url", index: "1", parameters: [{ type: "text", text: "42" }] },
    { type: "button", sub_type: "copy_code", index: "2", parameters: [{ type: "coupon_code", coupon_code: "TEN" }] },
  ]);
});

test("a value is shown as it is, even one that looks like a variable", () => {
  const word = fc.stringMatching(/^[^\n\t\r]{1,40}$/).filter((text) => !/ {5,}/.test(text) && !isBlank(text));
  fc.assert(
    fc.property(
      word,
      word,
      (one, two) => fill(body("A {{1}} b {{2}} c {{1}}"), { body: [one, two] }).text === `A ${one} b ${two} c ${one}`,
    ),
  );
  expect(fill(body("A {{1}} b {{2}} c"), { body: ["{{2}}", "$&"] }).text).toBe("A {{2}} b $& c");
});
