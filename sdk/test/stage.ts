import { afterAll, beforeAll, beforeEach, describe, expect } from "vitest";
import { type BrowserName, type Driven, drive, type Tab, type Visitor } from "./browsers.ts";
import { startStandIn } from "./candor-stand-in.ts";
import { startShop } from "./shop.ts";

export type Stage = {
  candor: Awaited<ReturnType<typeof startStandIn>>;
  shop: Awaited<ReturnType<typeof startShop>>;
  /** A new person; left behind when the test ends. */
  visitor: () => Promise<Visitor>;
  /** A tab of a new person, on that page, with the SDK loaded. */
  opened: (url: string) => Promise<Tab>;
};

/** The same sentences for both engines, each with a stand-in of Candor and a website of another origin. */
export const inEachBrowser = (tests: (stage: Stage, name: BrowserName) => void, objecting = false) => {
  describe.each(["chromium", "firefox"] as const)("%s", (name) => {
    const stage = {} as Stage;
    let browser: Driven;
    const visitors: Visitor[] = [];
    beforeAll(async () => {
      stage.candor = await startStandIn();
      stage.shop = await startShop(stage.candor.url);
      browser = await drive(name, objecting);
      stage.visitor = async () => {
        const visitor = await browser.visitor();
        visitors.push(visitor);
        return visitor;
      };
      stage.opened = async (url) => {
        const tab = await (await stage.visitor()).tab();
        await tab.open(url);
        await loaded(tab);
        return tab;
      };
    });
    beforeEach(async () => {
      for (const visitor of visitors.splice(0)) await visitor.leave();
      stage.candor.forget();
      stage.shop.reports.length = 0;
    });
    afterAll(async () => {
      await browser.close();
      stage.shop.close();
      stage.candor.close();
    });
    tests(stage, name);
  });
};

export const eventually = async (check: () => void | Promise<void>, patience = 30_000): Promise<void> => {
  for (const until = Date.now() + patience; ; ) {
    try {
      return await check();
    } catch (error) {
      if (Date.now() > until) throw error;
      await new Promise((again) => setTimeout(again, 25));
    }
  }
};

export const loaded = (tab: Tab) => eventually(async () => expect(await tab.run("!!window.candor?.version")).toBe(true));

/** Everything a page can leave on a device. */
export const stored = (tab: Tab) =>
  tab.run<string[]>(`(async () => [
    ...document.cookie.split("; ").filter(Boolean).map((one) => "cookie " + one),
    ...Object.keys(localStorage).map((one) => "localStorage " + one),
    ...Object.keys(sessionStorage).map((one) => "sessionStorage " + one),
    ...(await indexedDB.databases()).map((one) => "indexedDB " + one.name),
    ...(window.caches ? await caches.keys() : []).map((one) => "cache " + one),
  ])()`);
