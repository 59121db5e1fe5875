import { expect, test } from "vitest";
import { eventually, inEachBrowser, loaded } from "./stage.ts";

inEachBrowser((stage) => {
  const views = () =>
    stage.candor
      .messages()
      .filter(({ type }) => type === "page")
      .map(({ properties }) => properties as { path: string; title: string; referrer: string; url: string });
  const paths = () => views().map(({ path }) => path);

  test("a page view arrives with address, title and campaign, and without what stands behind ? and #", async () => {
    const { candor, shop, opened } = stage;
    await opened(`${shop.page("/offer")}?utm_source=letter&utm_campaign=autumn&token=secret#also-secret`);
    await eventually(() => expect(candor.requests).toHaveLength(1));
    const [{ batch, type, origin, cookie }] = candor.requests as [(typeof candor.requests)[0]];
    const [view] = batch.batch;
    expect(batch.writeKey).toBe("wk_test");
    expect(Math.abs(Date.parse(batch.sentAt) - Date.now())).toBeLessThan(60_000);
    // No preflight, no cookies of Candor's own host.
    expect({ type, origin, cookie }).toEqual({ type: "text/plain;charset=UTF-8", origin: shop.url, cookie: undefined });
    expect(view).toMatchObject({
      type: "page",
      messageId: expect.stringMatching(/^[0-9a-f-]{36}$/),
      anonymousId: expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/),
      properties: { url: `${shop.url}/offer`, path: "/offer", title: "Shop /offer", referrer: "" },
      context: { campaign: { source: "letter", name: "autumn" }, library: { name: "candor-js" }, automation: true },
    });
    expect(JSON.stringify(candor.requests)).not.toContain("secret");
  });

  test("the next page knows the visitor and where they came from", async () => {
    const { candor, shop, opened } = stage;
    const tab = await opened(`${shop.page("/first")}?q=private`);
    shop.page("/other");
    await eventually(() => expect(paths()).toEqual(["/first"]));
    await tab.run("document.querySelector('a').click()");
    await eventually(() => expect(paths()).toEqual(["/first", "/other"]));
    expect(views()[1]?.referrer).toBe(`${shop.url}/first`);
    expect(new Set(candor.messages().map(({ anonymousId }) => anonymousId)).size).toBe(1);
  });

  test("a single-page app: each new address is a page, with the title it gets afterwards; the same address is not", async () => {
    const tab = await stage.opened(stage.shop.page("/app"));
    await eventually(() => expect(paths()).toEqual(["/app"]));
    await tab.run(`history.pushState({}, "", "/app/one"), setTimeout(() => { document.title = "One" }, 10), 0`);
    await eventually(() => expect(paths()).toEqual(["/app", "/app/one"]));
    await tab.run(`history.replaceState({ scroll: 7 }, "", "/app/one?page=2#below"), 0`);
    await tab.run(`history.pushState({}, "", "/app/two"), candor.track("clicked"), 0`);
    await eventually(() => expect(paths()).toEqual(["/app", "/app/one", "/app/two"]));
    await tab.back();
    await eventually(() => expect(paths()).toEqual(["/app", "/app/one", "/app/two", "/app/one"]));
    expect(views()[1]).toMatchObject({ title: "One", referrer: `${stage.shop.url}/app` });
    expect(views()[3]?.referrer).toBe(`${stage.shop.url}/app/two`);
    // The event came right after the new address: it belongs behind it, and knows it.
    const kinds = stage.candor.messages().map(({ type, event }) => event ?? type);
    expect(kinds).toEqual(["page", "page", "page", "clicked", "page"]);
    const clicked = stage.candor.messages()[3]?.context.page;
    expect(clicked).toMatchObject({ path: "/app/two", referrer: `${stage.shop.url}/app/one` });
  });

  test("hash routers and named query parameters are pages where the site says so", async () => {
    const tab = await stage.opened(`${stage.shop.page("/shop", { data: { hash: "true", query: "tab,plan" } })}#/start`);
    await tab.run(`location.hash = "#/cart", 0`);
    await eventually(() => expect(views()).toHaveLength(2));
    await tab.run(`history.pushState({}, "", "?tab=sizes&session=secret#/cart"), 0`);
    await eventually(() => expect(views()).toHaveLength(3));
    expect(views()).toMatchObject([{ hash: "#/start", query: {} }, { hash: "#/cart" }, { hash: "#/cart", query: { tab: "sizes" } }]);
    expect(JSON.stringify(views())).not.toContain("secret");
  });

  test("a page the browser takes out of its back/forward cache is viewed again", async () => {
    const tab = await stage.opened(stage.shop.page("/kept"));
    await eventually(() => expect(paths()).toEqual(["/kept"]));
    await tab.run("window.mark = 1");
    await tab.open(stage.shop.page("/away"));
    await loaded(tab);
    await eventually(() => expect(paths()).toEqual(["/kept", "/away"]));
    await tab.back();
    await eventually(() => expect(paths()).toEqual(["/kept", "/away", "/kept"]));
    // The very page of before, not a fresh load: the SDK does not keep it out of the cache.
    expect(await tab.run("window.mark")).toBe(1);
  });

  test("calls made before the script is there are answered in order, and a site may count pages by hand", async () => {
    const script = `candor.track("early", { at: 1 }); candor.page("Basket", { items: 2 }); candor.identify("u-1", { plan: "pro" }, { signature: "${"ab".repeat(32)}" });`;
    await stage.opened(stage.shop.page("/manual", { data: { pages: "false" }, script }));
    await eventually(() => expect(stage.candor.messages()).toHaveLength(3));
    expect(stage.candor.messages()).toMatchObject([
      { type: "track", event: "early", properties: { at: 1 }, context: { page: { path: "/manual" } } },
      { type: "page", name: "Basket", properties: { items: 2, path: "/manual" } },
      { type: "identify", userId: "u-1", traits: { plan: "pro" }, userHash: "ab".repeat(32) },
    ]);
  });
});
