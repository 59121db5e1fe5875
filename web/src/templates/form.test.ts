import { expect, test } from "vitest";
import { blankForm, contentOf, type Form, formOf, newButton, newCard } from "./form.ts";
import type { Template } from "./template-data.ts";
import { nextVariable, renumbered, rewritten } from "./variables.ts";

const filled = (more: Partial<Form> = {}): Form => ({
  ...blankForm(),
  name: "order_left",
  language: "en_GB",
  body: { text: "Hello {{first_name}}, it has left us.", examples: { first_name: "Ada" } },
  ...more,
});
const asTemplate = (form: Form): Template => ({ ...contentOf(form), id: "1", state: "DRAFT" }) as unknown as Template;
const withoutKeys = (form: Form) => JSON.parse(JSON.stringify(form, (name, value) => (name === "key" ? undefined : value)));

test("a flow that opens in another way keeps it", () => {
  const flow = { type: "FLOW", text: "Book", flow_id: "7", flow_action: "data_exchange", navigate_screen: "START" };
  const form = formOf({ ...asTemplate(filled({})), components: [{ type: "BUTTONS", buttons: [flow] }] });
  expect(contentOf(form).components.find((part) => part.type === "BUTTONS")?.buttons).toEqual([flow]);
});

test.each<[string, Form]>([
  ["a plain text", filled()],
  [
    "every part",
    filled({
      header: { kind: "TEXT", text: "Order {{order}}", examples: { order: "1042" }, sample: null },
      footer: "Fernhill Coffee",
      buttons: [
        newButton("QUICK_REPLY", "Yes"),
        { ...newButton("URL", "Track"), url: "https://example.com/t/{{1}}", example: "https://example.com/t/1" },
        { ...newButton("PHONE_NUMBER", "Call"), phone: "+12025550143" },
        { ...newButton("COPY_CODE"), example: "SPRING" },
        { ...newButton("FLOW", "Book"), flowId: "7" },
      ],
    }),
  ],
  ["numbers", filled({ format: "POSITIONAL", body: { text: "Hello {{1}}, it has left.", examples: { 1: "Ada" } } })],
  ["a picture above it", filled({ header: { kind: "IMAGE", text: "", examples: {}, sample: "file-1" } })],
  ["an offer", filled({ category: "MARKETING", build: "offer", offer: "Until Sunday", buttons: [newButton("QUICK_REPLY", "a")] })],
  [
    "cards",
    filled({
      category: "MARKETING",
      build: "carousel",
      cards: [{ ...newCard(), sample: "file-1", body: { text: "One", examples: {} } }, newCard()],
    }),
  ],
  ["a code", filled({ category: "AUTHENTICATION", body: { text: "", examples: {} }, code: { safety: false, minutes: 5, button: "Copy" } })],
])("what was written as %s can be read again", (_what, form) => {
  expect(withoutKeys(formOf(asTemplate(form)))).toEqual(withoutKeys(form));
});

test("samples go with the parts that are there", () => {
  const form = filled({ header: { kind: "IMAGE", text: "", examples: {}, sample: "file-1" } });
  expect(contentOf(form).samples).toEqual({ header: "file-1" });
  expect(contentOf({ ...form, header: { ...form.header, kind: "NONE" } }).samples).toEqual({});
  expect(contentOf({ ...form, build: "carousel" }).samples).toEqual({});
});

test("variables are numbered without gaps, and named without clashes", () => {
  expect(nextVariable("Hello {{1}} and {{2}}", "POSITIONAL")).toBe("3");
  expect(nextVariable("Hello {{first_name}}", "NAMED", "first_name")).toBe("first_name_2");
  expect(renumbered({ text: "a {{2}} b {{3}} c", examples: { 2: "x", 3: "y" } })).toEqual({
    text: "a {{1}} b {{2}} c",
    examples: { 1: "x", 2: "y" },
  });
  expect(rewritten({ text: "a {{1}} c", examples: { 1: "x" } }, "NAMED")).toEqual({ text: "a {{value_1}} c", examples: { value_1: "x" } });
  expect(rewritten({ text: "a {{name}} c", examples: { name: "x" } }, "POSITIONAL")).toEqual({ text: "a {{1}} c", examples: { 1: "x" } });
});
