import { expect, test } from "vitest";
import { inEachBrowser, stored } from "./stage.ts";

// Visitors who switched on Global Privacy Control and Do Not Track: in Firefox by its own settings.
inEachBrowser((stage) => {
  const names = () => stage.candor.messages().map(({ event, type }) => event ?? type);
  const tried = `(candor.track("x"), candor.identify("u"), candor.flush())`;

  test("the browser says so", async () => {
    const tab = await stage.opened(stage.shop.page("/plain"));
    expect(await tab.run("[navigator.globalPrivacyControl, navigator.doNotTrack]")).toEqual([true, "1"]);
  });

  test("either signal means: nothing stored, nothing sent, whatever was consented to", async () => {
    const settings = [{}, { "respect-dnt": "false" }, { "respect-gpc": "false" }, { consent: "required", "before-consent": "keep" }];
    for (const [at, data] of settings.entries()) {
      const tab = await stage.opened(stage.shop.page(`/objects-${at}`, { data: data as Record<string, string> }));
      await tab.run(tried);
      expect(await tab.run(`candor.consent("granted")`)).toBe("denied");
      await tab.run(tried);
      expect(await tab.run("candor.visitorId()")).toBe(null);
      expect(await stored(tab)).toEqual([]);
    }
    expect(stage.candor.knocks()).toBe(0);
  });

  test("a signal switched on later removes what is there", async () => {
    const tab = await stage.opened(stage.shop.page("/later"));
    await tab.run(`localStorage.setItem("candor", '{"i":"old"}'), localStorage.setItem("candor.q.abc.2.1", "{}"), 0`);
    await tab.open(`${stage.shop.url}/later`);
    await tab.run("candor.flush()");
    expect(await stored(tab)).toEqual([]);
  });

  test("a site that has decided otherwise says so in its settings", async () => {
    const tab = await stage.opened(stage.shop.page("/otherwise", { data: { "respect-gpc": "false", "respect-dnt": "false" } }));
    await tab.run(tried);
    expect(names()).toEqual(["page", "x", "identify"]);
  });
}, true);
