import { expect, test } from "vitest";
import { eventually, inEachBrowser, stored } from "./stage.ts";

inEachBrowser((stage) => {
  const data = { pages: "false" };
  const names = () => stage.candor.messages().map(({ event, type }) => event ?? type);
  const ids = () => stage.candor.messages().map(({ anonymousId }) => anonymousId);

  test("who somebody is is sent, but never written to their device", async () => {
    const tab = await stage.opened(stage.shop.page("/account", { data }));
    stage.candor.answers({ status: 503 });
    await tab.run(`(candor.identify("user-77", { email: "amara@example.test" }), candor.track("kept"), candor.flush())`);
    const device = await tab.run<string>("JSON.stringify({ ...localStorage }) + document.cookie");
    expect(device).toContain("kept");
    expect(device).not.toMatch(/user-77|amara/);
    stage.candor.answers({ status: 200 });
    await tab.run("candor.flush()");
    await eventually(() => expect(names().sort()).toEqual(["identify", "kept"]));
  });

  test("a second user on the same device is somebody else, signed out before or not", async () => {
    const tab = await stage.opened(stage.shop.page("/shared", { data }));
    await tab.run(
      `(candor.track("a"), candor.identify("first"), candor.identify("first"), candor.identify("second"), candor.reset(), candor.track("b"), candor.flush())`,
    );
    await eventually(() => expect(names()).toHaveLength(5));
    const [before, first, again, second, after] = ids();
    expect([first, again]).toEqual([before, before]);
    expect(new Set([before, second, after]).size).toBe(3);
  });

  test("alias joins this browser with an id unless another is named", async () => {
    const tab = await stage.opened(stage.shop.page("/alias", { data }));
    const id = await tab.run("candor.visitorId()");
    await tab.run(`(candor.alias("new"), candor.alias("new", "old"), candor.flush())`);
    await eventually(() => expect(stage.candor.messages()).toMatchObject([{ userId: "new", previousId: id }, { previousId: "old" }]));
  });

  test("the id is in localStorage or in a cookie or nowhere, as the site chooses", async () => {
    const plain = await stage.opened(stage.shop.page("/id", { data }));
    await plain.run(`(candor.track("x"), candor.flush())`);
    expect(await stored(plain)).toEqual(["localStorage candor"]);

    const cookie = await stage.opened(stage.shop.page("/id-cookie", { data: { ...data, id: "cookie", name: "shop" } }));
    const id = await cookie.run<string>("candor.visitorId()");
    expect(await stored(cookie)).toEqual([expect.stringMatching(/^cookie shop=/)]);
    await cookie.open(`${stage.shop.url}/id-cookie`);
    await eventually(async () => expect(await cookie.run("candor.visitorId()")).toBe(id));

    const none = await stage.opened(stage.shop.page("/id-memory", { data: { ...data, id: "memory", buffer: "memory" } }));
    await none.run(`(candor.track("x"), candor.flush())`);
    expect(await stored(none)).toEqual([]);
  });

  test("blocked storage, cookies and locks: events go all the same, nothing throws", async () => {
    // An opaque origin: every access to storage is refused, as in the strictest private modes.
    const csp = "sandbox allow-scripts; script-src 'unsafe-inline' *";
    const tab = await stage.opened(stage.shop.page("/blocked", { csp, script: `candor.track("early");` }));
    expect(await tab.run("(() => { try { return localStorage.length } catch (error) { return error.name } })()")).toBe("SecurityError");
    await tab.run(`(candor.identify("u"), candor.track("late"), candor.flush())`);
    await eventually(() => expect(names()).toEqual(["page", "early", "identify", "late"]));
    expect(new Set(ids()).size).toBe(1);
    expect(await tab.run("errors")).toEqual([]);
  });

  test("whatever a page hands over, nothing is thrown into it", async () => {
    const tab = await stage.opened(stage.shop.page("/odd", { data }));
    await tab.run(`(() => {
      const round = {}; round.round = round;
      candor.track("circular", round); candor.track("big", { text: "x".repeat(40000) }); candor.track("int", { n: 1n }); candor.track();
      candor.identify(); candor.identify(null); candor.alias(); candor.consent("maybe"); candor.page(7, 8); candor.init("again"); candor.debug("x");
      candor.track("fine");
    })()`);
    await tab.run("candor.flush()");
    await eventually(() => expect(names()).toContain("fine"));
    expect(names()).not.toContain("circular");
    expect(names()).not.toContain("big");
    expect(await tab.run("errors")).toEqual([]);
  });
});
