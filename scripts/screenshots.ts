import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { chromium, type Page } from "playwright-core";
import { startServer } from "../server/bench/process.ts";
import { scratchFolder } from "../server/src/kernel/db/scratch.ts";
import { chromiumFlags, chromiumPath } from "./browsers.ts";
import { makeOutcomes } from "./screenshot-outcomes.ts";

// The pictures of README and docs, taken from the demo organization as a visitor sees it.
/** A list as shops have them: a spoilt number, somebody twice, a consent without its proof. */
const customers = [
  "Full name;Mobile;E-mail;Company;Tags;Newsletter",
  "Ines Carvalho;+351 912 345 678;ines@example.test;Café Aurora;Wholesale;yes",
  "Tom Ashdown;4.477E+11;tom@example.test;;;no",
  "Mei Tanaka;+81 90 1234 5678;mei@example.test;Kissa Mei;Wholesale, Spring;yes",
  "Mei T.;+81 90 1234 5678;;;;",
  "Luca Ferri;+39 312 345 6789;luca@example.test;Bar Sport;;",
].join("\r\n");
/** A filter and a sort, as they stand in the address. */
const listed = new URLSearchParams({
  filter: JSON.stringify([
    { about: "field", field: "stage", op: "one_of", value: ["lead", "customer"] },
    { about: "reachable", op: "is", by: "whatsapp" },
  ]),
  sort: "-last_seen_at",
});
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
      await page.goto(`/contacts?${listed}`);
      await page
        .getByRole("checkbox", { name: /^Select / })
        .nth(2)
        .click();
      await page
        .getByRole("checkbox", { name: /^Select / })
        .nth(4)
        .click({ modifiers: ["Shift"] });
      await shoot(page, "contacts-list-light");
      await page.goto(`/contacts/${await find(page, "Amara Okafor")}`);
      await shoot(page, "contact-light");
      await page.getByRole("button", { name: /^Why / }).click();
      await shoot(page, "contact-score-light");
      await page.goto("/contacts/duplicates?show=weak");
      await page
        .getByRole("link", { name: /^Compare / })
        .first()
        .waitFor();
      await shoot(page, "duplicates-light");
      await page
        .getByRole("link", { name: /^Compare / })
        .first()
        .click();
      await page.getByRole("button", { name: "Merge", exact: true }).waitFor();
      await shoot(page, "merge-light");
      await page.goto("/settings/fields");
      await page.getByRole("button", { name: "Change Roast" }).click();
      await shoot(page, "fields-light");
      await page.goto("/settings/scoring");
      await page.getByRole("button", { name: "Change Writes to us" }).click();
      await shoot(page, "scoring-light");
      const channels = (await (await page.request.get("/api/v1/channels")).json()) as { items: { id: string }[] };
      await page.goto(`/settings/channels/${channels.items[0]?.id}`);
      await shoot(page, "channel-light");
      await page.goto(`/settings/channels/${channels.items[0]?.id}/limits`);
      await page.getByRole("region", { name: "New people in 24 hours" }).waitFor();
      await shoot(page, "channel-limits-light");
      await page.goto("/segments");
      await page.getByRole("link", { name: "Bought what they looked at" }).click();
      await page.getByText("Right now").waitFor();
      await shoot(page, "segment-light");
      await page.goto(`${page.url()}?tab=why&contact=${await find(page, "Amara Okafor")}`);
      await page.getByText(/Amara Okafor is (not )?in this segment/).waitFor();
      await shoot(page, "segment-why-light");
      await page.goto("/settings/security");
      await page.getByText("Where you are signed in").waitFor();
      await shoot(page, "security-light");
      await page.goto("/deals?view=board");
      await page.getByRole("link", { name: /40 kg of espresso/ }).waitFor();
      await shoot(page, "deals-board-light");
      await page.getByRole("link", { name: /40 kg of espresso/ }).click();
      await page.getByRole("region", { name: "Messages", exact: true }).waitFor();
      await shoot(page, "deal-light");
      await page.goto("/tasks?show=overdue");
      await page.getByRole("button", { name: "Confirm the number of cups" }).waitFor();
      await shoot(page, "tasks-light");
      await page.goto("/settings/templates");
      await shoot(page, "templates-light");
      await page.goto("/settings/templates/new");
      await page.getByLabel("Name", { exact: true }).fill("order_ready");
      await page
        .getByRole("textbox", { name: "Text", exact: true })
        .fill("Hello {{1}}, your order is ready and waits for you at the roastery.");
      await page.getByRole("textbox", { name: /^Example for/ }).fill("Amara");
      await shoot(page, "template-editor-light");
      await page.goto("/events");
      await page.getByRole("link", { name: "Product Viewed" }).waitFor();
      await shoot(page, "events-light");
      await page.goto("/events/live");
      await page.getByRole("button", { name: /Cart Opened/ }).click();
      await shoot(page, "events-live-light");
      await page.goto("/costs?by=template");
      await page.getByRole("table").first().waitFor();
      await shoot(page, "costs-light");
      await page.goto("/costs/prices");
      await page.getByRole("table").first().waitFor();
      await shoot(page, "prices-light");
      await page.goto("/contacts/imports");
      await page.setInputFiles("input[type=file]", { name: "customers.csv", mimeType: "text/csv", buffer: Buffer.from(customers) });
      await page.getByRole("heading", { name: "Where each column goes" }).waitFor();
      await shoot(page, "import-mapping-light");
      await page.getByRole("button", { name: "Check the file" }).click();
      await page.getByRole("heading", { name: "What would happen" }).waitFor();
      await shoot(page, "import-checked-light");
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
