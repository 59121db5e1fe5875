import type { Agent } from "./agent.ts";
import { isObject, type Json } from "./message.ts";
import { guessPlace } from "./place.ts";

/** What a request tells about all its messages. */
export type Surroundings = { agent: Agent; address: string | null };

/**
 * What is kept of a message's context: named parts only, so that nothing comes in by the way. Addresses of pages lose what stands behind
 * `?` and `#` (there are tokens, e-mail addresses and searches in it); campaign parameters are taken out of it first.
 */
export const keepContext = (context: Json, { agent, address }: Surroundings): Json => {
  const kept: Json = {};
  const place = guessPlace(context.timezone, context.locale);
  if (isObject(context.page)) kept.page = pageOf(context.page);
  const campaign = isObject(context.campaign) ? texts(context.campaign, campaignKeys) : campaignIn(context.page);
  if (campaign) kept.campaign = campaign;
  if (place.language) kept.locale = place.language;
  if (place.timeZone) kept.timezone = place.timeZone;
  if (place.country) kept.country = place.country;
  if (isObject(context.screen)) {
    const { width, height } = context.screen;
    if (isSize(width) && isSize(height)) kept.screen = { width, height };
  }
  if (isObject(context.library)) kept.library = texts(context.library, ["name", "version"]);
  if (agent.device) kept.device = agent.device;
  if (agent.browser) kept.browser = agent.browser;
  if (agent.os) kept.os = agent.os;
  if (address) kept.ip = address;
  return kept;
};

/** The same for the properties of a page view a browser sends. */
export const keepPage = (properties: Json): Json => {
  const kept: Json = { ...properties };
  for (const name of ["url", "path", "referrer"]) if (typeof kept[name] === "string") kept[name] = bare(kept[name] as string);
  delete kept.search;
  return kept;
};

const campaignKeys = ["name", "source", "medium", "term", "content"];
const isSize = (value: unknown) => typeof value === "number" && value >= 0 && value < 100_000;
const bare = (address: string) => (address.split(/[?#]/, 1)[0] ?? "").slice(0, 2000);
const pageOf = (page: Json) => {
  const { url, path, referrer, title } = texts(page, ["url", "path", "referrer", "title"]) ?? {};
  return {
    ...(url ? { url: bare(url) } : {}),
    ...(path ? { path: bare(path) } : {}),
    ...(title ? { title } : {}),
    ...(referrer ? { referrer: bare(referrer) } : {}),
  };
};

const texts = (from: Json, names: string[]): Record<string, string> | null => {
  const kept: Record<string, string> = {};
  for (const name of names) {
    const value = from[name];
    if (typeof value === "string" && value !== "") kept[name] = value.slice(0, 2000);
  }
  return Object.keys(kept).length > 0 ? kept : null;
};

const campaignIn = (page: unknown): Record<string, string> | null => {
  if (!isObject(page)) return null;
  const search = typeof page.search === "string" && page.search ? page.search : typeof page.url === "string" ? page.url : "";
  if (!search.includes("utm_")) return null;
  const told = new URLSearchParams(search.slice(search.indexOf("?") + 1).split("#", 1)[0]);
  return texts(
    Object.fromEntries(campaignKeys.map((key) => [key, told.get(key === "name" ? "utm_campaign" : `utm_${key}`)])),
    campaignKeys,
  );
};
