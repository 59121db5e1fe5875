import { expect, test } from "vitest";
import { eventually, inEachBrowser, loaded } from "./stage.ts";

inEachBrowser((stage, name) => {
  const data = { pages: "false" };
  const names = () => stage.candor.messages().map(({ event }) => event);
  const waiting = "Object.keys(localStorage).filter((key) => key.startsWith('candor.q.')).length";

  test("events of one moment travel as one batch", async () => {
    const tab = await stage.opened(stage.shop.page("/batch", { data }));
    await tab.run("(() => { for (let at = 0; at < 70; at += 1) candor.track('e' + at) })()");
    await eventually(() => expect(names()).toEqual(Array.from({ length: 70 }, (_, at) => `e${at}`)));
    expect(stage.candor.requests.map(({ batch }) => batch.batch.length)).toEqual([50, 20]);
    await eventually(async () => expect(await tab.run(waiting)).toBe(0));
  });

  test("offline: events wait on the device, also over the next page; online they arrive once and in order", async () => {
    const visitor = await stage.visitor();
    const tab = await visitor.tab();
    await tab.open(stage.shop.page("/train", { data }));
    await loaded(tab);
    await visitor.offline(true);
    await tab.run(`(candor.track("one"), candor.track("two"), candor.flush())`);
    await tab.run(`(candor.track("three"), candor.flush())`);
    expect(stage.candor.knocks()).toBe(0);
    expect(await tab.run(waiting)).toBe(3);
    await visitor.offline(false);
    await eventually(() => expect(names()).toEqual(["one", "two", "three"]));
    await eventually(async () => expect(await tab.run(waiting)).toBe(0));

    // The server away instead of the network, and another page when it is back.
    stage.candor.answers("silent");
    await tab.run(`(candor.track("four"), candor.flush())`);
    expect(await tab.run(waiting)).toBe(1);
    stage.candor.answers({ status: 200 });
    await tab.open(stage.shop.page("/arrived", { data }));
    await eventually(() => expect(names()).toEqual(["one", "two", "three", "four"]));
    expect(new Set(stage.candor.messages().map(({ messageId }) => messageId)).size).toBe(4);
  });

  test("too busy and broken: kept and tried again, not before the server asked; refused: dropped", async () => {
    const tab = await stage.opened(stage.shop.page("/busy", { data }));
    stage.candor.answers({ status: 503 });
    await tab.run(`(candor.track("kept"), candor.flush())`);
    expect(await tab.run(waiting)).toBe(1);
    // By itself, after a pause.
    stage.candor.answers({ status: 429, retryAfter: 2 });
    await eventually(() => expect(stage.candor.knocks()).toBe(2));
    const asked = Date.now();
    stage.candor.answers({ status: 202 });
    await eventually(() => expect(names()).toEqual(["kept"]));
    expect(Date.now() - asked).toBeGreaterThan(1_500);

    stage.candor.answers({ status: 400 });
    await tab.run(`(candor.track("wrong"), candor.flush())`);
    expect(await tab.run(waiting)).toBe(0);
    stage.candor.answers({ status: 202 });
    await tab.run(`(candor.track("right"), candor.flush())`);
    expect(names()).toEqual(["kept", "right"]);
  });

  test("a tab closed the moment something happens still tells it", async () => {
    const tab = await stage.opened(stage.shop.page("/closing", { data: {} }));
    await eventually(() => expect(stage.candor.messages()).toHaveLength(1));
    await tab.run(`candor.track("order.placed", { total: 12 })`);
    await tab.close();
    await eventually(() => expect(names()).toContain("order.placed"));
  });

  test("a browser without requests that outlive their page uses a beacon", async () => {
    const script =
      "delete Request.prototype.keepalive; const beacon = navigator.sendBeacon; navigator.sendBeacon = (...all) => { localStorage.beacons = 1 + Number(localStorage.beacons ?? 0); return beacon.apply(navigator, all) };";
    const visitor = await stage.visitor();
    const tab = await visitor.tab();
    await tab.open(stage.shop.page("/beacon", { data, script }));
    await loaded(tab);
    await tab.run(`candor.track("left")`);
    await tab.close();
    await eventually(() => expect(names()).toContain("left"));
    const next = await visitor.tab();
    await next.open(stage.shop.page("/next", { data }));
    expect(await next.run("localStorage.beacons")).toBe("1");
    // Handed over is handed over: the next page does not send it again.
    expect(await next.run(waiting)).toBe(0);
    expect(new Set(stage.candor.messages().map(({ messageId }) => messageId)).size).toBe(1);
  });

  test("several tabs share one id and one buffer, and nothing is sent twice", async () => {
    const visitor = await stage.visitor();
    const [one, two] = [await visitor.tab(), await visitor.tab()];
    for (const tab of [one, two]) {
      await tab.open(stage.shop.page("/tabs", { data }));
      await loaded(tab);
    }
    stage.candor.answers({ status: 503 });
    for (const [tab, from] of [
      [one, "one"],
      [two, "two"],
    ] as const)
      await tab.run(`(() => { for (let at = 0; at < 30; at += 1) candor.track("${from}" + at) })()`);
    stage.candor.answers({ status: 200 });
    await Promise.all([one, two, one, two].map((tab) => tab.run("candor.flush()")));
    expect(names()).toHaveLength(60);
    expect(new Set(stage.candor.messages().map(({ messageId }) => messageId)).size).toBe(60);
    expect(new Set(stage.candor.messages().map(({ anonymousId }) => anonymousId)).size).toBe(1);

    // What a closed tab could not send, another does.
    stage.candor.answers("silent");
    await one.run(`(candor.track("left behind"), candor.flush())`);
    await one.close();
    stage.candor.answers({ status: 200 });
    await two.run("candor.flush()");
    await eventually(() => expect(names()).toContain("left behind"));
  });

  test("the buffer is bounded: the oldest goes first, what is days old is not sent", async () => {
    const tab = await stage.opened(stage.shop.page("/full", { data }));
    stage.candor.answers({ status: 503 });
    await tab.run("candor.flush()");
    await tab.run("(() => { for (let at = 0; at < 520; at += 1) candor.track('n' + at) })()");
    expect(await tab.run(waiting)).toBe(500);
    await tab.run("(() => { for (let at = 0; at < 30; at += 1) candor.track('big' + at, { text: 'x'.repeat(20000) }) })()");
    expect(await tab.run<number>("JSON.stringify(localStorage).length")).toBeLessThan(450_000);
    await tab.run(
      "(() => { for (const key of Object.keys(localStorage).slice(3)) if (key.startsWith('candor.q.')) localStorage.removeItem(key) })()",
    );
    await tab.run(`localStorage.setItem("candor.q." + (Date.now() - 4 * 86400000).toString(36) + ".2.00000000", "{}")`);
    stage.candor.answers({ status: 200 });
    await tab.run("candor.flush()");
    expect(await tab.run(waiting)).toBe(0);
    expect(stage.candor.messages().every(({ messageId }) => messageId)).toBe(true);
  });

  test(`a strict policy of the page is not broken (${name})`, async () => {
    const { candor, shop, opened } = stage;
    const csp = `default-src 'none'; script-src 'nonce-shop' ${candor.url}; connect-src ${candor.url}; img-src data:; base-uri 'none'; require-trusted-types-for 'script'`;
    const tab = await opened(shop.page("/strict", { csp, script: "candor.consent('granted')" }));
    await tab.run(`(candor.track("strict"), candor.flush())`);
    await eventually(() => expect(names()).toEqual([undefined, "strict"]));
    await tab.run(`history.pushState({}, "", "/strict/next")`);
    await eventually(() => expect(names()).toHaveLength(3));
    expect(shop.reports).toEqual([]);
    // The policy does bite and reports do arrive: an inline script of somebody else's is both stopped and told.
    await tab.run(`document.head.append(Object.assign(document.createElement("img"), { src: "/pixel.gif" }))`);
    await eventually(() => expect(shop.reports.join()).toContain("img-src"));
  });
});
