import { limits } from "./limits.ts";
import { happenedAt } from "./message-time.ts";

export type Json = Record<string, unknown>;
export type MessageKind = "track" | "page" | "identify" | "alias";
/** One message that can be understood; what becomes of it is decided later. */
export type Message = {
  kind: MessageKind;
  /** The event's name; of identify and alias their own. */
  name: string;
  messageId: string | null;
  anonymousId: string | null;
  userId: string | null;
  previousId: string | null;
  userHash: string | null;
  properties: Json;
  context: Json;
  happenedAt: number;
};
export type Wrong = { field: string; code: string; message: string };

/** By hand rather than by a schema: a thousand of these come in one request, and a schema takes as long as everything else together. */
export const readMessage = (raw: unknown, sentAt: unknown, receivedAt: number, trusted: boolean): Message | Wrong => {
  if (!isObject(raw)) return wrong("", "not_an_object", "Each message is an object with a type.");
  const kind = raw.type;
  if (kind === "screen" || kind === "group")
    return wrong("type", "unsupported_type", `Messages of type ${kind} are not taken; use track, page, identify or alias.`);
  if (kind !== "track" && kind !== "page" && kind !== "identify" && kind !== "alias")
    return wrong("type", "unknown_type", "The type is one of track, page, identify, alias.");

  for (const field of ["messageId", "anonymousId", "userId", "previousId"] as const) {
    const value = raw[field];
    if (value !== undefined && value !== null && !isId(value))
      return wrong(field, "invalid_id", `${field} is a text of 1 to ${limits.idLength} characters without control characters.`);
  }
  const name = kind === "track" ? raw.event : kind === "page" ? pageViewed : kind;
  if (typeof name !== "string" || name === "") return wrong("event", "name_missing", "A track message names its event.");
  if (name.length > limits.nameLength || hasControl(name) || name !== name.trim())
    return wrong("event", "invalid_name", `A name has 1 to ${limits.nameLength} characters, no control characters and no space around it.`);

  const field = kind === "identify" ? "traits" : "properties";
  const properties = raw[field] ?? {};
  if (!isObject(properties)) return wrong(field, "not_an_object", `${field} is an object.`);
  const context = raw.context ?? {};
  if (!isObject(context)) return wrong("context", "not_an_object", "context is an object.");
  const deep = propertiesProblem(properties, field);
  if (deep) return deep;

  const at = happenedAt(raw.timestamp === undefined ? {} : { timestamp: raw.timestamp, sentAt: raw.sentAt ?? sentAt }, receivedAt, trusted);
  if (typeof at === "string") return wrong("timestamp", "invalid_time", at);
  if (kind === "alias" && !raw.previousId) return wrong("previousId", "id_missing", "alias names the id used before (previousId).");
  if (kind === "alias" && !raw.userId) return wrong("userId", "id_missing", "alias names the user it becomes (userId).");
  return {
    kind,
    name,
    messageId: (raw.messageId as string | undefined) ?? null,
    anonymousId: (raw.anonymousId as string | undefined) ?? null,
    userId: (raw.userId as string | undefined) ?? null,
    previousId: (raw.previousId as string | undefined) ?? null,
    userHash: hashIn(raw, context),
    // Segment's page has its name and category beside the properties.
    properties:
      kind === "page" && typeof raw.name === "string" && raw.name !== "" ? { name: raw.name.slice(0, 500), ...properties } : properties,
    context,
    happenedAt: at,
  };
};

export const pageViewed = "page.viewed";
export const isWrong = (answer: object): answer is Wrong => "code" in answer;
export const isObject = (value: unknown): value is Json => typeof value === "object" && value !== null && !Array.isArray(value);
const wrong = (field: string, code: string, message: string): Wrong => ({ field, code, message });

const isId = (value: unknown) => typeof value === "string" && value.length > 0 && value.length <= limits.idLength && !hasControl(value);
// biome-ignore lint/suspicious/noControlCharactersInRegex: that is what is looked for; lone surrogates cannot be stored either.
const control = /[\u0000-\u001f\u007f]|\p{Surrogate}/u;
const hasControl = (text: string) => control.test(text);

const propertiesProblem = (properties: Json, field: string): Wrong | null => {
  let count = 0;
  for (const name in properties) {
    count += 1;
    if (count > limits.properties) return wrong(field, "too_many_properties", `At most ${limits.properties} properties a message.`);
    if (name === "" || name.length > limits.nameLength || hasControl(name))
      return wrong(field, "invalid_name", `Names of properties have 1 to ${limits.nameLength} characters and no control characters.`);
    const value = properties[name];
    if (typeof value === "object" && value !== null && isTooDeep(value, limits.depth - 1))
      return wrong(`${field}.${name}`, "too_deep", `Objects and lists are nested at most ${limits.depth} deep.`);
  }
  return null;
};

const isTooDeep = (value: object, left: number): boolean => {
  if (left === 0) return true;
  for (const key in value) {
    const inner = (value as Json)[key];
    if (typeof inner === "object" && inner !== null && isTooDeep(inner, left - 1)) return true;
  }
  return false;
};

const hashIn = (raw: Json, context: Json): string | null => {
  const hash = raw.userHash ?? context.userHash;
  return typeof hash === "string" && /^[0-9a-f]{64}$/i.test(hash) ? hash.toLowerCase() : null;
};
