import { invalid, missing, unexpected } from "./error.ts";
import { file } from "./file-shape.ts";
import { anything, type Check, link, list, objectAt, oneOf, shape, text, visible } from "./shape.ts";

const textOf = (most: number) => shape({ text: visible(most) });
const media = file({ "filename?": text(1024) });

const header: Check = (value, path) => {
  const type = String(objectAt(value, path).type);
  const inside: Record<string, Check> = { text: text(60), image: media, video: media, document: media };
  const check = inside[type];
  if (!check) throw invalid(`${path}['type']`, "must be one of {text, image, video, document}");
  shape({ type: anything, [type]: check, "sub_text?": text(60) })(value, path);
};

const reply = shape({ type: oneOf("reply"), reply: shape({ id: visible(256), title: visible(20) }) });
const row = shape({ id: visible(200), title: visible(24), "description?": text(72) });
const products = shape({
  "title?": text(24),
  product_items: list(shape({ product_retailer_id: text(256) }), 1, 30),
});
const named = (name: string, parameters: Check): Check => shape({ name: oneOf(name), "parameters?": parameters });

const flowFields = shape({
  flow_message_version: oneOf("3"),
  "flow_id?": text(200),
  "flow_name?": text(200),
  "flow_token?": text(1024),
  flow_cta: visible(30),
  "flow_action?": oneOf("navigate", "data_exchange"),
  "flow_action_payload?": shape({ "screen?": text(200), "data?": anything }),
  "mode?": oneOf("draft", "published"),
});
const flowParameters: Check = (value, path) => {
  flowFields(value, path);
  const { flow_id, flow_name, flow_action = "navigate", flow_action_payload } = objectAt(value, path);
  if (!flow_id === !flow_name) throw invalid(path, "needs either flow_id or flow_name");
  const { screen, data } = (flow_action_payload ?? {}) as { screen?: string; data?: unknown };
  if (flow_action === "data_exchange" && flow_action_payload !== undefined)
    throw invalid(`${path}['flow_action_payload']`, "is only for flow_action navigate");
  if (flow_action_payload !== undefined && !screen) throw missing(`${path}['flow_action_payload']['screen']`);
  if (data !== undefined && Object.keys(objectAt(data, path)).length === 0)
    throw invalid(`${path}['flow_action_payload']['data']`, "must not be empty");
};

const actions: Record<string, Check> = {
  button: shape({ buttons: list(reply, 1, 3) }),
  list: shape({
    button: text(20),
    sections: list(shape({ "title?": text(24), rows: list(row, 1, 10) }), 1, 10),
  }),
  cta_url: named("cta_url", shape({ display_text: text(20), url: link })),
  flow: named("flow", flowParameters),
  product: shape({ catalog_id: text(200), product_retailer_id: text(256) }),
  product_list: shape({ catalog_id: text(200), sections: list(products, 1, 10) }),
  catalog_message: named("catalog_message", anything),
  location_request_message: shape({ name: oneOf("send_location") }),
  address_message: named("address_message", anything),
  call_permission_request: shape({ name: oneOf("call_permission_request") }),
  request_contact_info: shape({ name: oneOf("request_contact_info") }),
};

export const interactive: Check = (value, path) => {
  const type = String(objectAt(value, path).type);
  const action = actions[type];
  if (!action) throw invalid(`${path}['type']`, `must be one of {${Object.keys(actions).join(", ")}}`);
  const bodyless = type === "product";
  shape({
    type: anything,
    "header?": header,
    [bodyless ? "body?" : "body"]: textOf(type === "list" ? 4096 : 1024),
    "footer?": textOf(60),
    action,
  })(value, path);
  const given = objectAt(value, path);
  if (type === "list" && given.header && objectAt(given.header, path).type !== "text")
    throw invalid(`${path}['header']['type']`, "must be text for list");
  for (const part of type === "location_request_message" ? ["header", "footer"] : [])
    if (given[part] !== undefined) throw unexpected(part, path);
  if (type === "product_list" && !given.header) throw invalid(`${path}['header']`, "is required for product_list");
  checkRows(given.action, path);
  checkIds(given.action, path);
};

/** At most ten rows in all sections together, and every section named once there are two. */
const checkRows: Check = (value, path) => {
  const { sections } = objectAt(value, path);
  if (!Array.isArray(sections)) return;
  const rows = sections.flatMap((section: { rows?: { id: string }[] }) => section.rows ?? []);
  if (rows.length > 10) throw invalid(`${path}['action']['sections']`, "has more than 10 rows in total");
  if (new Set(rows.map((one) => one.id)).size < rows.length) throw invalid(`${path}['action']['sections']`, "has a duplicated row id");
  if (sections.length > 1 && sections.some((section: { title?: string }) => !section.title)) {
    throw invalid(`${path}['action']['sections']`, "needs a title for each of several sections");
  }
};

const checkIds: Check = (value, path) => {
  const { buttons } = objectAt(value, path);
  if (!Array.isArray(buttons)) return;
  const ids = buttons.map((button: { reply: { id: string } }) => button.reply.id);
  if (new Set(ids).size < ids.length) throw invalid(`${path}['action']['buttons']`, "has a duplicated id");
  const titles = buttons.map((button: { reply: { title: string } }) => button.reply.title);
  if (new Set(titles).size < titles.length) throw invalid(`${path}['action']['buttons']`, "has a duplicated title");
};
