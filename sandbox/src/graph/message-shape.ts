import type { Json } from "../world.ts";
import { invalid, missing } from "./error.ts";
import { interactive } from "./interactive-shape.ts";
import { amount, anything, type Check, flag, link, list, objectAt, oneOf, shape, text } from "./shape.ts";

const file = (more: Record<string, Check> = {}): Check => {
  const fields = shape({ "id?": text(200), "link?": link, "provider?": text(200), ...more });
  return (value, path) => {
    fields(value, path);
    const { id, link: url } = objectAt(value, path);
    if (!id && !url) throw missing(`${path}['id'] or ${path}['link']`);
    if (id && url) throw invalid(path, "has both id and link");
  };
};

const contact = shape({
  name: shape({
    formatted_name: text(1024),
    "first_name?": text(1024),
    "last_name?": text(1024),
    "middle_name?": text(1024),
    "suffix?": text(1024),
    "prefix?": text(1024),
  }),
  "phones?": list(shape({ "phone?": text(64), "type?": text(64), "wa_id?": text(32) }), 0, 20),
  "emails?": list(shape({ "email?": text(256), "type?": text(64) }), 0, 20),
  "urls?": list(shape({ "url?": text(2000), "type?": text(64) }), 0, 20),
  "addresses?": list(anything, 0, 20),
  "org?": shape({ "company?": text(1024), "department?": text(1024), "title?": text(1024) }),
  "birthday?": text(10),
});

const parameter: Check = (value, path) => {
  const type = objectAt(value, path).type;
  const body: Record<string, Record<string, Check>> = {
    text: { text: text(32768) },
    currency: { currency: shape({ fallback_value: text(1024), code: text(3), amount_1000: amount() }) },
    date_time: { date_time: anything },
    image: { image: file() },
    video: { video: file() },
    document: { document: file({ "filename?": text(1024) }) },
    location: {
      location: shape({ latitude: amount(), longitude: amount(), "name?": text(1024), "address?": text(1024) }),
    },
    payload: { payload: text(256) },
    coupon_code: { coupon_code: text(20) },
    action: { action: anything },
    limited_time_offer: { limited_time_offer: anything },
    product: { product: anything },
  };
  const fields = body[String(type)];
  if (!fields) throw invalid(`${path}['type']`, `must be one of {${Object.keys(body).join(", ")}}`);
  shape({ type: text(40), "parameter_name?": text(100), ...fields })(value, path);
};

const component: Check = (value, path) => {
  shape({
    type: (type, at) => oneOf("header", "body", "footer", "button", "carousel", "limited_time_offer")(String(type).toLowerCase(), at),
    "sub_type?": (type, at) =>
      oneOf("url", "quick_reply", "copy_code", "flow", "catalog", "mpm", "voice_call", "order_details")(String(type).toLowerCase(), at),
    "index?": amount(0, 9),
    "parameters?": list(parameter, 0, 100),
    "cards?": list(shape({ card_index: amount(0, 9), components: list(component, 1, 10) }), 1, 10),
  })(value, path);
};

const bodies: Record<string, Check> = {
  text: shape({ body: text(4096), "preview_url?": flag }),
  image: file({ "caption?": text(1024) }),
  video: file({ "caption?": text(1024) }),
  audio: file({ "voice?": flag }),
  document: file({ "caption?": text(1024), "filename?": text(1024) }),
  sticker: file(),
  location: shape({
    latitude: amount(-90, 90),
    longitude: amount(-180, 180),
    "name?": text(1000),
    "address?": text(1000),
  }),
  contacts: list(contact, 1, 257),
  interactive,
  reaction: shape({ message_id: text(256), "emoji?": text(32, 0) }),
  template: shape({
    name: text(512),
    language: shape({ code: text(16), "policy?": oneOf("deterministic") }),
    "components?": list(component, 0, 20),
    "namespace?": text(256),
  }),
};

/** Checks the body of POST /{phone_number_id}/messages (whatsapp.md 3.7) down to the last field. */
export const checkMessage = (body: Json): void => {
  if (body.messaging_product !== "whatsapp") throw invalid("messaging_product", "must be whatsapp");
  if (body.status !== undefined) readShape(body, "");
  else checkOutbound(body);
};

const checkOutbound = (body: Json): void => {
  const type = String(body.type ?? "text");
  const check = bodies[type];
  if (!check) throw invalid("type", `must be one of {${Object.keys(bodies).join(", ")}}`);
  shape({
    messaging_product: anything,
    "recipient_type?": oneOf("individual"),
    "to?": text(40),
    "recipient?": text(140),
    "type?": anything,
    "context?": shape({ message_id: text(256) }),
    "biz_opaque_callback_data?": text(512),
    "message_activity_sharing?": flag,
    [type]: check,
  })(body, "");
  if (!body.to && !body.recipient) throw missing("to");
  if (body.to && !/^\+?[\d\s()-]{5,24}$/.test(String(body.to))) throw invalid("to", "is not a valid phone number");
  if (!body.to && !/^[A-Z]{2}\.(ENT\.)?[A-Za-z0-9]{1,128}$/.test(String(body.recipient))) {
    throw invalid("recipient", "is not a business-scoped user id");
  }
};

const readShape = shape({
  messaging_product: anything,
  status: oneOf("read"),
  message_id: text(256),
  "typing_indicator?": shape({ type: oneOf("text") }),
});
