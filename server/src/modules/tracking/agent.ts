import Bowser from "bowser";
import { isbot } from "isbot";

export type Hints = { brands?: { brand: string; version: string }[]; mobile?: boolean; platform?: string };
export type Agent = {
  bot: boolean;
  device: { type: string } | null;
  browser: { name: string; version?: string } | null;
  os: { name: string; version?: string } | null;
};

const nothing: Agent = { bot: false, device: null, browser: null, os: null };
const most = 2_000;
const seen = new Map<string, Agent>();

/**
 * Device, browser and system by user agent and client hints, to the main version: the rest would help to tell one browser from another and
 * nobody asks for it. A program that drives a browser says so in one of them (HeadlessChrome).
 */
export const agentOf = (userAgent: string | undefined, hints: Hints | null): Agent => {
  if (!userAgent) return nothing;
  const key = hints ? `${userAgent}\n${JSON.stringify(hints)}` : userAgent;
  const known = seen.get(key);
  if (known) return known;
  // The strings are the senders': the oldest go first, so that made-up ones cannot fill the memory.
  if (seen.size >= most) seen.delete(seen.keys().next().value ?? "");
  const agent = read(userAgent.slice(0, 1000), hints);
  seen.set(key, agent);
  return agent;
};

const read = (userAgent: string, hints: Hints | null): Agent => {
  const parsed = Bowser.parse(userAgent, hints ?? undefined);
  const headless = /headless|phantomjs|electron\/|puppeteer|playwright/i;
  const { browser, os, platform } = parsed;
  return {
    bot: isbot(userAgent) || headless.test(userAgent) || (hints?.brands ?? []).some(({ brand }) => headless.test(brand)),
    device: platform.type ? { type: platform.type } : null,
    browser: browser.name ? { name: browser.name, ...main(browser.version) } : null,
    os: os.name ? { name: os.name, ...main(os.version) } : hints?.platform ? { name: hints.platform } : null,
  };
};

const main = (version: string | undefined) => {
  const [first] = (version ?? "").split(".");
  return first ? { version: first } : {};
};

/** The low-entropy hints browsers send by themselves (RFC 8941 lists): `"Chromium";v="140", "Not=A?Brand";v="24"`. */
export const hintsIn = (headers: Record<string, string | string[] | undefined>): Hints | null => {
  const brands = headers["sec-ch-ua"];
  if (typeof brands !== "string") return null;
  const platform = headers["sec-ch-ua-platform"];
  return {
    brands: [...brands.slice(0, 500).matchAll(/"([^"]{1,60})";\s*v="([^"]{1,20})"/g)].map(([, brand = "", version = ""]) => ({
      brand,
      version,
    })),
    mobile: headers["sec-ch-ua-mobile"] === "?1",
    ...(typeof platform === "string" ? { platform: platform.replaceAll('"', "").slice(0, 40) } : {}),
  };
};
