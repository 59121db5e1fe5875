import { expect, test } from "vitest";
import { eventually, inEachBrowser, loaded, stored } from "./stage.ts";

inEachBrowser((stage) => {
  const names = () => stage.candor.messages().map(({ event, type }) => event ?? type);

  test("before consent nothing is stored and nothing is sent; then the page counts; withdrawn, everything is gone", async () => {
    const visitor = await stage.visitor();
    const [tab, other] = [await visitor.tab(), await visitor.tab()];
    for (const one of [tab, other]) {
      await one.open(stage.shop.page("/consent", { data: { consent: "required" } }));
      await loaded(one);
    }
    await tab.run(`(candor.track("too.early"), candor.identify("u-1", { email: "a@example.test" }), candor.flush())`);
    expect(await tab.run("[candor.consent(), candor.visitorId()]")).toEqual(["pending", null]);
    expect(await stored(tab)).toEqual([]);
    expect(stage.candor.knocks()).toBe(0);

    expect(await tab.run(`candor.consent("granted")`)).toBe("granted");
    await tab.run(`(candor.track("after"), candor.flush())`);
    expect(names()).toEqual(["page", "after"]);
    expect(await stored(tab)).toEqual(["localStorage candor"]);
    expect(await other.run("candor.consent()")).toBe("granted");

    stage.candor.answers({ status: 503 });
    await tab.run(`(candor.track("waiting"), candor.flush())`);
    stage.candor.answers({ status: 200 });
    expect(await stored(tab)).toHaveLength(2);
    expect(await tab.run(`candor.consent("denied")`)).toBe("denied");
    expect(await stored(tab)).toEqual([]);
    const knocks = stage.candor.knocks();
    // The other tab hears of it: it neither sends nor stores any more.
    for (const one of [tab, other]) await one.run(`(candor.track("no"), candor.flush())`);
    await other.close();
    await tab.open(`${stage.shop.url}/consent`);
    await loaded(tab);
    await tab.run(`(candor.track("no"), candor.flush())`);
    expect(stage.candor.knocks()).toBe(knocks);
    expect(await stored(tab)).toEqual([]);
  });

  test("a site may keep what happens before the choice, in memory only", async () => {
    const page = stage.shop.page("/keep", {
      data: { consent: "required", beforeConsent: "keep", "before-consent": "keep" },
      script: `candor.track("early");`,
    });
    const yes = await stage.opened(page);
    await yes.run(`(candor.track("more"), candor.flush())`);
    expect(await stored(yes)).toEqual([]);
    await yes.run(`(candor.consent("granted"), candor.flush())`);
    await eventually(() => expect(names()).toEqual(["page", "early", "more"]));
    expect(new Set(stage.candor.messages().map(({ anonymousId }) => anonymousId)).size).toBe(1);

    stage.candor.forget();
    const no = await stage.opened(page);
    await no.run(`(candor.track("more"), candor.consent("denied"), candor.consent("granted"), candor.flush())`);
    expect(names()).toEqual([]);
  });

  test("where consent is assumed, a refusal is remembered and leaves no id", async () => {
    const tab = await stage.opened(stage.shop.page("/assumed", { data: { id: "cookie" } }));
    await eventually(() => expect(names()).toEqual(["page"]));
    await tab.run(`candor.consent("denied")`);
    await tab.open(`${stage.shop.url}/assumed`);
    await loaded(tab);
    await tab.run(`(candor.track("no"), candor.flush())`);
    expect(await tab.run("decodeURIComponent(document.cookie)")).toBe(`candor={"c":"denied"}`);
    expect(names()).toEqual(["page"]);
    await tab.run(`(candor.consent("granted"), candor.flush())`);
    expect(names()).toEqual(["page", "page"]);
  });
});
