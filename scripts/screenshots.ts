import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { chromium, type Page } from "playwright-core";
import { startServer } from "../server/bench/process.ts";
import { scratchFolder } from "../server/src/kernel/db/scratch.ts";
import { chromiumFlags, chromiumPath } from "./browsers.ts";
import { makeOutcomes } from "./screenshot-outcomes.ts";

// The pictures of README and docs, taken from the demo organization as a visitor sees it.
const out = join(import.meta.dirname, "../docs/screenshots");
mkdirSync(out, { recursive: true });
const folder = scratchFolder("screenshots");
const server = await startServer(folder, { DEMO: "true" });
const browser = await chromium.launch({ executablePath: chromiumPath(), args: chromiumFlags });

const visit = async (theme: "light" | "dark", size: { width: number; height: number }) => {
  const context = await browser.newContext({
    baseURL: server.url,
    viewport: size,
    colorScheme: theme,
    locale: "en-GB",
    timezoneId: "Europe/London",
    reducedMotion: "reduce",
  });
  await context.request.post("/api/v1/demo/open", { headers: { origin: server.url }, timeout: 120_000 });
  return context.newPage();
};
const open = async (page: Page, person: string) => {
  const conversations = (await (await page.request.get(`/api/v1/conversations?contact=${await find(page, person)}`)).json()) as {
    items: { id: string }[];
  };
  await page.goto(`/inbox/open/${conversations.items[0]?.id}`);
  await page.getByRole("region", { name: "Messages", exact: true }).waitFor();
  await settled(page);
};
/** Pictures have come, nothing is loading. */
const settled = async (page: Page) => {
  await page.waitForLoadState("load");
  await page.waitForFunction("[...document.images].every((image) => image.complete)");
  await page.waitForTimeout(600);
};
const shoot = async (page: Page, name: string) => {
  await settled(page);
  await page.screenshot({ path: join(out, `${name}.png`) });
  process.stdout.write(`docs/screenshots/${name}.png\n`);
};
/** Ids of the demo's people, by what their conversation shows. */
const find = async (page: Page, search: string) =>
  ((await (await page.request.get(`/api/v1/contacts?search=${encodeURIComponent(search)}`)).json()) as { items: { id: string }[] }).items[0]
    ?.id ?? "";

const wide = { width: 1440, height: 900 };
const phone = { width: 390, height: 844 };
try {
  for (const theme of ["light", "dark"] as const) {
    const page = await visit(theme, wide);
    await open(page, "Amara Okafor");
    await shoot(page, `inbox-${theme}`);
    if (theme === "light") {
      await open(page, "Bruno Teixeira");
      await shoot(page, "thread-kinds-light");
      await open(page, "Siân Llewellyn");
      await shoot(page, "window-closed-light");
      await page.goto(`/contacts/${await find(page, "Amara Okafor")}`);
      await shoot(page, "contact-light");
      const channels = (await (await page.request.get("/api/v1/channels")).json()) as { items: { id: string }[] };
      await page.goto(`/settings/channels/${channels.items[0]?.id}`);
      await shoot(page, "channel-light");
      await page.goto(`/settings/channels/${channels.items[0]?.id}/limits`);
      await page.getByRole("region", { name: "New people in 24 hours" }).waitFor();
      await shoot(page, "channel-limits-light");
      await page.goto("/settings/templates");
      await shoot(page, "templates-light");
      await page.goto("/settings/templates/new");
      await page.getByLabel("Name", { exact: true }).fill("order_ready");
      await page
        .getByRole("textbox", { name: "Text", exact: true })
        .fill("Hello {{1}}, your order is ready and waits for you at the roastery.");
      await page.getByRole("textbox", { name: /^Example for/ }).fill("Amara");
      await shoot(page, "template-editor-light");
      await page.goto("/costs?by=template");
      await page.getByRole("table").first().waitFor();
      await shoot(page, "costs-light");
      await page.goto("/costs/prices");
      await page.getByRole("table").first().waitFor();
      await shoot(page, "prices-light");
      const { items } = (await (await page.request.get(`/api/v1/conversations?contact=${await find(page, "Amara Okafor")}`)).json()) as {
        items: { id: string }[];
      };
      await makeOutcomes(page, items[0]?.id ?? "");
      await open(page, "Amara Okafor");
      await shoot(page, "outcomes-light");
      await page
        .getByRole("button", { name: /^Not sent.*Show what happened/ })
        .last()
        .click();
      await shoot(page, "outcome-details-light");
    } else {
      await page.goto("/settings/members");
      await shoot(page, "members-dark");
    }
    await page.context().close();
  }
  const light = await visit("light", phone);
  await light.goto("/inbox/open");
  await shoot(light, "inbox-phone-light");
  const dark = await visit("dark", phone);
  await open(dark, "Amara Okafor");
  await shoot(dark, "thread-phone-dark");
} finally {
  await browser.close();
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}
