import { invalid } from "../../../../kernel/errors.ts";
import { isBlank } from "../sending/limits-text.ts";
import type { ButtonValue, Filling, TemplateButton } from "./template-filling.ts";
import { replaced, variablesOf } from "./template-text.ts";

type Filled = { parameters?: Record<string, unknown>[]; shown: Record<string, unknown> };
type Given = { button: TemplateButton; value: string | undefined; field: string; index: number };

/** Buttons are filled by their place; those whose value is asked for here and not given are refused by it. */
export const fillButtons = ({ sent, rendered, at }: Filling, buttons: TemplateButton[], given: ButtonValue[]): void => {
  const twice = given.find((one, place) => given.some((other, before) => before < place && other.index === one.index));
  if (twice) throw invalid(`${at}buttons.${twice.index}`, "This button has two values.");
  const values = new Map(given.map((button) => [button.index, button.value]));
  const stray = [...values.keys()].find((index) => index >= buttons.length);
  if (stray !== undefined)
    throw invalid(`${at}buttons.${stray}`, `This template has ${buttons.length} ${buttons.length === 1 ? "button" : "buttons"}.`);
  const shown = buttons.map((button, index) => {
    const field = `${at}buttons.${index}`;
    const value = values.get(index);
    if (value !== undefined && isBlank(value)) throw invalid(field, "The value of this button is blank.");
    const filled = (kinds[button.type] ?? plain)({ button, value, field, index });
    if (filled.parameters)
      sent.push({ type: "button", sub_type: subTypes[button.type] ?? "url", index: String(index), parameters: filled.parameters });
    return filled.shown;
  });
  rendered.push({ type: "buttons", buttons: shown });
};

const subTypes: Record<string, string> = { COPY_CODE: "copy_code", QUICK_REPLY: "quick_reply", FLOW: "flow", CATALOG: "catalog" };

const plain = ({ button, value, field, index }: Given): Filled => {
  if (value !== undefined) throw invalid(field, `The button "${button.text ?? index}" takes no value.`);
  return { shown: { type: button.type.toLowerCase(), text: button.text, url: button.url, phoneNumber: button.phone_number } };
};

/** Graph tells the button of an authentication template as an address of its own whose end is the code. */
const isCode = ({ type, url }: TemplateButton) => type === "OTP" || /^https:\/\/www\.whatsapp\.com\/otp\//.test(url ?? "");

const link = (given: Given): Filled => {
  const { button, value, field } = given;
  if (isCode(button)) {
    if (value === undefined) throw invalid(field, "The button needs the code.");
    if (value.length > 15) throw invalid(field, "A code has at most 15 characters.");
    return { parameters: [{ type: "text", text: value }], shown: { type: "otp", text: button.text, code: value } };
  }
  const [name] = variablesOf(button.url ?? "");
  if (name === undefined) return plain(given);
  if (value === undefined) throw invalid(field, `The button "${button.text ?? "link"}" needs the end of its address.`);
  if (/\s/.test(value)) throw invalid(field, "The end of an address has no spaces.");
  const url = replaced(button.url ?? "", { [name]: value });
  if (url.length > 2000) throw invalid(field, "WhatsApp takes addresses of at most 2,000 characters.");
  return { parameters: [{ type: "text", text: value }], shown: { type: "url", text: button.text, url } };
};

const copyCode = ({ button, value, field }: Given): Filled => {
  if (value === undefined) throw invalid(field, "The copy-code button needs the code.");
  if (value.length > 20) throw invalid(field, "A code to copy has at most 20 characters.");
  return { parameters: [{ type: "coupon_code", coupon_code: value }], shown: { type: "copy_code", text: button.text, code: value } };
};

/** Without a payload of ours the answer carries the button's own words. */
const quickReply = ({ button, value, field }: Given): Filled => {
  if (value !== undefined && value.length > 256) throw invalid(field, "What a quick reply carries has at most 256 characters.");
  return {
    ...(value === undefined ? {} : { parameters: [{ type: "payload", payload: value }] }),
    shown: { type: "quick_reply", text: button.text },
  };
};

/** The value is the flow's token, which comes back with the answers. Graph wants the button even without one. */
const flow = ({ button, value }: Given): Filled => ({
  parameters: [{ type: "action", action: { flow_token: value ?? "unused" } }],
  shown: { type: "flow", text: button.text },
});

/** The value is the product whose picture is shown; the catalogue's first without one. */
const catalog = ({ button, value }: Given): Filled => ({
  ...(value === undefined ? {} : { parameters: [{ type: "action", action: { thumbnail_product_retailer_id: value } }] }),
  shown: { type: "catalog", text: button.text },
});

const products = ({ button }: Given): Filled => {
  throw invalid(
    "name",
    `The button "${button.text ?? "products"}" shows products of a catalogue, which cannot be chosen here.`,
    "Choose another template.",
  );
};

const kinds: Record<string, (given: Given) => Filled> = {
  URL: link,
  OTP: link,
  COPY_CODE: copyCode,
  QUICK_REPLY: quickReply,
  FLOW: flow,
  CATALOG: catalog,
  MPM: products,
  SPM: products,
};
