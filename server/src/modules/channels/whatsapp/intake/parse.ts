import { callItems, contactItems, historyItems, messageItems, preferenceItems, statusItems } from "./parse-items.ts";
import { isObject, type Json, listOf, momentOf, readJson, storableText, textOf } from "./parse-json.ts";
import type { Item, Place } from "./parse-shapes.ts";

/**
 * Everything one body says, item by item, each with the path it stood at. Nothing throws and nothing is dropped: what cannot be
 * understood comes out as an item to park, beside its neighbours.
 */
export const parseBody = (bytes: Buffer | string, receivedAt: Date): Item[] => {
  const text = typeof bytes === "string" ? bytes : bytes.toString("utf8");
  if (tooDeep(text)) {
    return [
      parked(
        nowhere(receivedAt, () => ({ text: storableText(text) })),
        "malformed",
        "nested too deeply",
      ),
    ];
  }
  let body: unknown;
  try {
    body = readJson(text);
  } catch {
    return [
      parked(
        nowhere(receivedAt, () => ({ text: storableText(text) })),
        "malformed",
        "not JSON",
      ),
    ];
  }
  return parseJson(body, receivedAt);
};

const deepest = 100;
/** Meta nests about ten levels. Thousands would be read by JSON.parse and then break everything that walks or stores the value. */
const tooDeep = (text: string): boolean => {
  let depth = 0;
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (quoted) {
      if (code === 92) at += 1;
      else if (code === 34) quoted = false;
    } else if (code === 34) quoted = true;
    else if (code === 91 || code === 123) {
      depth += 1;
      if (depth > deepest) return true;
    } else if (code === 93 || code === 125) depth -= 1;
  }
  return false;
};

export const parseJson = (body: unknown, receivedAt: Date): Item[] => {
  const whole = nowhere(receivedAt, () => body);
  if (!isObject(body)) return [parked(whole, "malformed", "not an object")];
  const object = textOf(body.object);
  const entries = Array.isArray(body.entry) ? body.entry : isObject(body.entry) ? [body.entry] : [];
  if (entries.length === 0) return [parked(whole, "malformed", "no entry")];
  return entries.flatMap((entry: unknown, at) => {
    const place: Place = { ...whole, path: `entry[${at}]`, slice: () => ({ object: body.object, entry: [entry] }) };
    if (object === "page" || object === "instagram") return otherChannels(object, entry, place);
    return entryItems(entry, object, place);
  });
};

const nowhere = (receivedAt: Date, slice: () => unknown): Place => ({
  path: "",
  field: "",
  accountId: null,
  phoneNumberId: null,
  displayNumber: null,
  entryAt: receivedAt,
  receivedAt,
  slice,
});

export const parked = (place: Place, reason: string, detail: string): Item => ({ ...place, kind: "parked", reason, detail });

const otherChannels = (object: string, entry: unknown, place: Place): Item[] => {
  const reason = "no_channel_yet";
  if (!isObject(entry)) return [parked({ ...place, field: object }, "malformed", "the entry is not an object")];
  const lists = ["messaging", "standby", "changes"].flatMap((name) => listOf(entry[name]).map((item, at) => ({ name, item, at })));
  if (lists.length === 0) return [parked({ ...place, field: object, accountId: textOf(entry.id) }, reason, object)];
  return lists.map(({ name, item, at }) =>
    parked(
      {
        ...place,
        field: object,
        accountId: textOf(entry.id),
        path: `${place.path}.${name}[${at}]`,
        slice: () => ({ object, entry: [{ id: entry.id, time: entry.time, [name]: [item] }] }),
      },
      reason,
      object,
    ),
  );
};

const entryItems = (entry: unknown, object: string | null, place: Place): Item[] => {
  if (!isObject(entry)) return [parked(place, "malformed", "the entry is not an object")];
  const accountId = textOf(entry.id);
  const here: Place = { ...place, accountId, entryAt: momentOf(entry.time, place.receivedAt) };
  if (object !== null && object !== "whatsapp_business_account")
    return [parked({ ...here, field: object }, "unknown_object", object.slice(0, 100))];
  const changes = Array.isArray(entry.changes) ? entry.changes : isObject(entry.changes) ? [entry.changes] : [];
  if (changes.length === 0) return [parked(here, "malformed", "no changes")];
  return changes.flatMap((change: unknown, at) => {
    const around = (value: unknown, field: unknown) => ({
      object: "whatsapp_business_account",
      entry: [{ id: entry.id, time: entry.time, changes: [{ field, value }] }],
    });
    const path = `${here.path}.changes[${at}]`;
    if (!isObject(change))
      return [
        parked(
          {
            ...here,
            path,
            slice: () => ({ object: "whatsapp_business_account", entry: [{ id: entry.id, time: entry.time, changes: [change] }] }),
          },
          "malformed",
          "the change is not an object",
        ),
      ];
    return changeItems(change, { ...here, path, slice: () => around(change.value, change.field) }, (value) => around(value, change.field));
  });
};

const changeItems = (change: Json, place: Place, around: (value: Json) => unknown): Item[] => {
  const field = textOf(change.field) ?? "";
  const value = change.value;
  if (!isObject(value)) return [parked({ ...place, field }, "malformed", "the change has no value")];
  const metadata = isObject(value.metadata) ? value.metadata : {};
  const here: Place = {
    ...place,
    field,
    phoneNumberId: textOf(metadata.phone_number_id),
    displayNumber: textOf(metadata.display_phone_number),
  };
  const part =
    (name: string, items: unknown[], extra: Json = {}) =>
    (at: number): Place => ({
      ...here,
      path: `${here.path}.value.${name}[${at}]`,
      slice: () =>
        around({
          ...(value.metadata === undefined ? {} : { metadata: value.metadata }),
          ...(value.contacts === undefined ? {} : { contacts: value.contacts }),
          ...extra,
          [name]: [items[at]],
        }),
    });
  const found = [
    ...messageItems(value, field, part),
    ...statusItems(value, part),
    ...callItems(value, part),
    ...historyItems(value, here, around),
    ...preferenceItems(value, part),
    ...contactItems(value, part),
  ];
  const errors = listOf(value.errors);
  if (errors.length > 0) found.push({ ...here, kind: "account", field: "errors", value: { errors }, path: `${here.path}.value.errors` });
  if (found.length > 0) return found;
  if (personal.has(field)) return [parked(here, "malformed", "nothing known in it")];
  return [{ ...here, kind: "account", value }];
};

/** Fields that speak of people: an empty one is a mistake of somebody's, not news about the account. */
const personal = new Set(["", "messages", "smb_message_echoes", "history", "smb_app_state_sync", "user_preferences"]);
