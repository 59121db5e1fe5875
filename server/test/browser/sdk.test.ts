import { createHmac } from "node:crypto";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { startWebsite } from "../../../sandbox/src/website.ts";
import { type Driven, drive, type Tab } from "../../../sdk/test/browsers.ts";
import { startShop } from "../../../sdk/test/shop.ts";
import { eventually, loaded, stored } from "../../../sdk/test/stage.ts";
import { anOrganization } from "../builders.ts";
import { aWriteKey } from "../tracking.builders.ts";
import { aWorld } from "../world.ts";

// The browser SDK against the real door, from a website of another origin, in both engines; sdk/test asks the finer questions.
const world = await aWorld();
const website = await startShop(world.url);
afterAll(() => website.close());

describe.each(["chromium", "firefox"] as const)("%s", (name) => {
  let browser: Driven;
  beforeAll(async () => {
    browser = await drive(name);
    return () => browser.close();
  });
  const aSite = async () => {
    const shop = await anOrganization(world);
    return { shop, ...(await aWriteKey(shop, { origins: [website.url] })) };
  };
  type Site = Awaited<ReturnType<typeof aSite>>;
  const opened = async (path: string, data: Record<string, string>): Promise<Tab> => {
    const tab = await (await browser.visitor()).tab();
    await tab.open(website.page(path, { data }));
    await loaded(tab);
    return tab;
  };
  const rows = ({ shop }: Site) =>
    world.kernel.db.system
      .selectFrom("events")
      .select(["name", "contact_id", "visitor_id", "bot", "payload"])
      .where("organization_id", "=", shop.id)
      .where("visitor_id", "is not", null)
      .where("name", "in", ["page.viewed", "product.viewed", "order.placed"])
      .orderBy("id")
      .execute();

  test("page views and events are the visitor's, and once signed in the contact's, the past as well", async () => {
    const site = await aSite();
    const tab = await opened("/shop", { key: site.key });
    await tab.run(`(candor.track("product.viewed", { sku: "A-1" }), candor.flush())`);
    await eventually(async () => expect((await rows(site)).map(({ name }) => name)).toEqual(["page.viewed", "product.viewed"]));
    const before = await rows(site);
    expect(before.map(({ contact_id }) => contact_id)).toEqual([null, null]);
    expect(new Set(before.map(({ visitor_id }) => visitor_id)).size).toBe(1);
    expect(before[0]?.payload).toMatchObject({
      properties: { path: "/shop", title: "Shop /shop" },
      context: { library: { name: "candor-js" } },
    });
    // Driven by a program, and the browser says so.
    expect(before.every(({ bot }) => bot)).toBe(true);

    const signature = createHmac("sha256", site.secret).update("customer-7").digest("hex");
    await tab.run(
      `(candor.identify("customer-7", { name: "Amara Okafor" }, { signature: "${signature}" }), candor.track("order.placed", { total: 12 }), candor.flush())`,
    );
    await eventually(async () => {
      const after = await rows(site);
      expect(after.map(({ name }) => name)).toEqual(["page.viewed", "product.viewed", "order.placed"]);
      expect(new Set(after.map(({ contact_id }) => contact_id)).size).toBe(1);
      expect(after[0]?.contact_id).not.toBeNull();
    });
    const contact = await world.kernel.db.system
      .selectFrom("contacts")
      .select(["id", "name"])
      .where("organization_id", "=", site.shop.id)
      .execute();
    expect(contact).toEqual([{ id: (await rows(site))[0]?.contact_id, name: "Amara Okafor" }]);
  });

  test("what is sent again is stored once, and a tab closed at once still tells", async () => {
    const site = await aSite();
    const tab = await opened("/again", { key: site.key, pages: "false" });
    const waiting = "Object.entries(localStorage).filter(([key]) => key.startsWith('candor.q.'))";
    // As if the answer had been lost on the way: the same entry waits again.
    await tab.run(
      `(async () => { candor.track("product.viewed"); const kept = ${waiting}; await candor.flush(); for (const [key, text] of kept) localStorage.setItem(key, text); await candor.flush() })()`,
    );
    await eventually(async () => expect(await tab.run(`${waiting}.length`)).toBe(0));
    await tab.run(`candor.track("order.placed")`);
    await tab.close();
    await eventually(async () => expect((await rows(site)).map(({ name }) => name)).toEqual(["product.viewed", "order.placed"]));
  });

  test("a shop with a banner, a strict policy and a customer who signs in", async () => {
    const shop = await anOrganization(world);
    const { key, secret } = await aWriteKey(shop, { origins: ["http://localhost:*"] });
    const site = { shop, key, id: "", secret };
    const fernhill = await startWebsite({ candor: world.url, writeKey: key, signingSecret: secret });
    onTestFinished(() => fernhill.close());
    const tab = await (await browser.visitor()).tab();
    await tab.open(fernhill.url);
    await loaded(tab);
    await tab.run("document.querySelector('main a').click()");
    await tab.run("candor.flush()");
    expect(await stored(tab)).toEqual([]);

    await tab.run("document.querySelector('#banner [value=granted]').click()");
    await tab.run("history.back()");
    await eventually(async () => expect(await tab.run("location.pathname")).toBe("/"));
    await tab.run("document.querySelectorAll('main a')[1].click()");
    await tab.run("document.querySelector('main button').click()");
    await tab.run("document.querySelector('#account button').click()");
    await eventually(async () => expect(await tab.run("document.querySelector('#account').textContent")).toContain("Amara Okafor"));
    await tab.run("candor.flush()");
    await eventually(async () => {
      const seen = await rows(site);
      expect(
        seen.map(({ name, payload }) => [name, (payload as { properties: { path?: string; sku?: string } }).properties.path ?? "lakeside"]),
      ).toEqual([
        ["page.viewed", "/coffee/fernhill"],
        ["page.viewed", "/"],
        ["page.viewed", "/coffee/lakeside"],
        ["product.viewed", "lakeside"],
        ["order.placed", "lakeside"],
      ]);
      expect(new Set(seen.map(({ contact_id }) => contact_id)).size).toBe(1);
      expect(seen[0]?.contact_id).not.toBeNull();
    });
    expect(fernhill.reports).toEqual([]);
  });

  test("a key that is not known is told so, and nothing waits for it", async () => {
    const tab = await opened("/unknown", { key: "wk_not-known" });
    await tab.run(`(candor.track("product.viewed"), candor.flush())`);
    expect(await tab.run("Object.keys(localStorage)")).toEqual(["candor"]);
    expect(await tab.run("errors")).toEqual([]);
  });
});
