import { invalid, missing, parameterText } from "./error.ts";
import { file } from "./file-shape.ts";
import { amount, anything, type Check, list, objectAt, oneOf, shape, text } from "./shape.ts";

/** A text parameter has no line breaks, tabs or more than four spaces in a row (132018). */
const words: Check = (value, path) => {
  text(32768)(value, path);
  if (String(value).trim() === "") throw invalid(path, "must not be empty");
  if (/[\r\n\t]| {5,}/.test(String(value)))
    throw parameterText(`${path}: Param text cannot have new-line/tab characters or more than 4 consecutive spaces`);
};

const parameter: Check = (value, path) => {
  const type = objectAt(value, path).type;
  const body: Record<string, Record<string, Check>> = {
    text: { text: words },
    currency: { currency: shape({ fallback_value: text(1024), code: text(3, 3), amount_1000: amount() }) },
    date_time: { date_time: shape({ fallback_value: text(1024) }) },
    image: { image: file() },
    video: { video: file() },
    document: { document: file({ "filename?": text(1024) }) },
    location: { location: shape({ latitude: amount(-90, 90), longitude: amount(-180, 180), name: text(1024), address: text(1024) }) },
    payload: { payload: text(256) },
    coupon_code: { coupon_code: text(20) },
    action: {
      action: shape({
        "flow_token?": text(1024),
        "flow_action_data?": anything,
        "thumbnail_product_retailer_id?": text(256),
        "sections?": anything,
      }),
    },
    limited_time_offer: { limited_time_offer: shape({ expiration_time_ms: future }) },
    product: { product: shape({ product_retailer_id: text(256), catalog_id: text(200) }) },
  };
  const fields = body[String(type)];
  if (!fields) throw invalid(`${path}['type']`, `must be one of {${Object.keys(body).join(", ")}}`);
  shape({ type: text(40), "parameter_name?": text(100), ...fields })(value, path);
};

const future: Check = (value, path) => {
  amount()(value, path);
  if (Number(value) <= Date.now()) throw invalid(path, "must be in the future");
};

const folded =
  (...allowed: string[]): Check =>
  (value, path) =>
    oneOf(...allowed)(String(value).toLowerCase(), path);

const subTypes = folded("url", "quick_reply", "copy_code", "flow", "catalog", "mpm", "voice_call", "order_details");

/** One part of a template as it is sent: whether it fits the template is template-send.ts' question. */
export const component: Check = (value, path) => {
  const type = String(objectAt(value, path).type).toLowerCase();
  const fields: Record<string, Record<string, Check>> = {
    header: { parameters: list(parameter, 0, 1) },
    body: { parameters: list(parameter, 0, 100) },
    footer: {},
    button: { sub_type: subTypes, index: amount(0, 9), "parameters?": list(parameter, 0, 1) },
    carousel: { cards: list(card, 1, 10) },
    limited_time_offer: { parameters: list(parameter, 1, 1) },
  };
  const own = fields[type];
  if (!own) throw invalid(`${path}['type']`, `must be one of {${Object.keys(fields).join(", ")}}`);
  shape({ type: anything, ...own })(value, path);
};

const card: Check = (value, path) => {
  shape({ card_index: amount(0, 9), components: list(component, 1, 10) })(value, path);
  const parts = objectAt(value, path).components as { type: string }[];
  if (!parts.some((part) => part.type.toLowerCase() === "header")) throw missing(`${path}['components'][header]`);
  if (parts.some((part) => part.type.toLowerCase() === "carousel")) throw invalid(`${path}['components']`, "has a carousel in a carousel");
};
