import AxeBuilder from "@axe-core/playwright";
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { afterAll, expect } from "vitest";
import { chromiumFlags, chromiumPath } from "../../../scripts/browsers.ts";
import type { World } from "../world.ts";

export type Visitor = { page: Page; context: BrowserContext /** Refuses what our pages promise never to do. */; wasClean: () => void };

/** A microphone that beeps, given without asking. */
export const fakeMicrophone = ["--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream"];

/** One headless Chromium for a test file. */
export const aBrowser = async (more: string[] = []): Promise<Browser> => {
  const browser = await chromium.launch({ executablePath: chromiumPath(), args: [...chromiumFlags, ...more] });
  afterAll(() => browser.close());
  return browser;
};

/** A person with a browser of their own: cookies, theme, language, size. Records what must not happen. */
export const aVisitor = async (browser: Browser, world: World, options: BrowserContextOptions = {}): Promise<Visitor> => {
  const context = await browser.newContext({
    baseURL: world.url,
    viewport: { width: 1440, height: 900 },
    locale: "en-GB",
    timezoneId: "Europe/London",
    reducedMotion: "reduce",
    ...options,
  });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  const strangers: string[] = [];
  const complaints: string[] = [];
  const own = new URL(world.url);
  context.on("request", (request) => {
    const url = new URL(request.url());
    if (/^https?:|^wss?:/.test(url.protocol) && url.host !== own.host) strangers.push(request.url());
  });
  page.on("console", (message) => {
    if (message.type() === "error" && /Content Security Policy|Refused to/.test(message.text())) complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(`page error: ${error.message}`));
  return {
    page,
    context,
    wasClean: () => {
      expect(strangers, "requests to other origins").toEqual([]);
      expect(complaints, "CSP reports and page errors").toEqual([]);
    },
  };
};

/** WCAG 2.2 AA by axe; names each rule with the elements that break it. */
export const expectAccessible = async (page: Page, where: string) => {
  const { violations } = await new AxeBuilder({ page }).withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]).analyze();
  expect(
    violations.map(
      (violation) =>
        `${where}: ${violation.id}: ${violation.nodes
          .map((node) => node.target.join(" "))
          .slice(0, 3)
          .join(" | ")}`,
    ),
  ).toEqual([]);
};
