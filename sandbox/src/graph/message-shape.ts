import type { Json } from "../world.ts";
import { component } from "./component-shape.ts";
import { contacts } from "./contact-shape.ts";
import { invalid, missing, unsendable } from "./error.ts";
import { file } from "./file-shape.ts";
import { interactive } from "./interactive-shape.ts";
import { amount, anything, type Check, flag, list, oneOf, shape, text, visible } from "./shape.ts";

const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });
/** One sign, or none to take the reaction back. */
const emoji: Check = (value, path) => {
  text(32, 0)(value, path);
  const sign = String(value);
  if (sign === "") return;
  if ([...graphemes.segment(sign)].length !== 1 || !/\p{Extended_Pictographic}|\p{Regional_Indicator}|\u20e3/u.test(sign))
    throw invalid(path, "must be one emoji");
};

/** Kinds that only come from customers. */
const onlyInbound = new Set(["order", "system", "button", "unsupported", "request_welcome", "unknown", "ephemeral"]);

const bodies: Record<string, Check> = {
  text: shape({ body: visible(4096), "preview_url?": flag }),
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
  contacts,
  interactive,
  reaction: shape({ message_id: text(256), "emoji?": emoji }),
  template: shape({
    name: text(512),
    language: shape({ code: text(16), "policy?": oneOf("deterministic") }),
    "components?": list(component, 0, 20),
    "namespace?": text(256),
  }),
};

/** Checks the body of POST /{phone_number_id}/messages down to the last field. */
export const checkMessage = (body: Json): void => {
  if (body.messaging_product !== "whatsapp") throw invalid("messaging_product", "must be whatsapp");
  if (body.status !== undefined) readShape(body, "");
  else checkOutbound(body);
};

const checkOutbound = (body: Json): void => {
  const type = String(body.type ?? "text");
  const check = bodies[type];
  if (onlyInbound.has(type)) throw unsendable(`Message type '${type}' is not supported.`);
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
