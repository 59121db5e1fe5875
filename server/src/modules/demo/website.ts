import { createHmac, randomUUID } from "node:crypto";
import { sql } from "kysely";
import { newId } from "../../kernel/id.ts";
import { type Kernel, systemContext } from "../../kernel/module.ts";
import { createWriteKey, signingSecret } from "../tracking/index.ts";
import type { Team } from "./people.ts";

const site = "https://fernhill.example";
const iphone =
  "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1";
const windows = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36";
const crawler = "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)";
type Step = [minutesAgo: number, event: string | null, path: string, title: string, properties?: Record<string, unknown>];

const amara: Step[] = [
  [4330, null, "/", "Fernhill Coffee"],
  [4328, null, "/coffee/yirgacheffe", "Yirgacheffe"],
  [4327, "Product Viewed", "/coffee/yirgacheffe", "Yirgacheffe", { sku: "FH-YIR-250", price: 12.5, roast: "light" }],
  [60, null, "/subscriptions", "Subscriptions"],
  [58, "Product Viewed", "/coffee/house-blend", "House blend", { sku: "FH-HOU-1000", price: 31, roast: "medium" }],
  [57, "Cart Opened", "/cart", "Your cart", { items: 2, total: 43.5 }],
  [55, "Order Completed", "/thanks", "Thank you", { total: 43.5, currency: "GBP", gift: false }],
];
const others: Step[][] = [
  [
    [300, null, "/", "Fernhill Coffee"],
    [299, "Search Done", "/search", "Search", { words: 2, results: 9 }],
  ],
  [
    [90, null, "/brew-guides/v60", "The V60, step by step"],
    [88, "Product Viewed", "/coffee/decaf", "Decaf", { sku: "FH-DEC-250", price: "11.00", roast: "medium" }],
  ],
  [[12, null, "/coffee/yirgacheffe", "Yirgacheffe"]],
];

/** A website that tells what visitors do: through the door, as its pages would; one of them turns out to be somebody the shop knows. */
export const fillWebsite = async (kernel: Kernel, team: Team, now: number): Promise<void> => {
  const ctx = systemContext(kernel, team.organizationId, "demo");
  const key = await createWriteKey(ctx, {
    name: "fernhill.example",
    origins: [site, "http://localhost:*"],
    ip: "truncated",
    gpc: "anonymous",
    unsigned: "claims",
    eventsPerSecond: 1000,
  });
  const { secret } = await signingSecret(ctx, key.id);
  const send = async (agent: string, batch: unknown[]) => {
    const answer = await fetch(`${kernel.localUrl()}/api/v1/events`, {
      method: "POST",
      headers: { origin: site, "user-agent": agent, "content-type": "text/plain" },
      body: JSON.stringify({ writeKey: key.key, sentAt: new Date(now).toISOString(), batch }),
    });
    if (!answer.ok) throw new Error(`the door answered ${answer.status} to the demo's website`);
  };
  const messages = (anonymousId: string, steps: Step[]) =>
    steps.map(([minutesAgo, event, path, title, properties]) => ({
      ...(event ? { type: "track", event, properties } : { type: "page", properties: { url: `${site}${path}`, title } }),
      anonymousId,
      messageId: randomUUID(),
      timestamp: new Date(now - minutesAgo * 60_000).toISOString(),
      context: { page: { url: `${site}${path}`, path, title }, locale: "en-GB", timezone: "Europe/London" },
    }));

  for (const steps of others) await send(windows, messages(randomUUID(), steps));
  await send(crawler, messages(randomUUID(), [[30, null, "/sitemap", "All pages"]]));
  const anonymousId = randomUUID();
  await send(iphone, messages(anonymousId, amara));
  const userId = "fh-1042";
  if (await isKnownAs(kernel, team.organizationId, "Amara Okafor", userId))
    await send(iphone, [
      {
        type: "identify",
        anonymousId,
        userId,
        userHash: createHmac("sha256", secret).update(userId).digest("hex"),
        messageId: randomUUID(),
      },
    ]);
  await send(windows, [{ type: "track", event: "contact.created", anonymousId: randomUUID() }]);
  await pastDays(kernel, team.organizationId);
};

const isKnownAs = async (kernel: Kernel, organizationId: string, name: string, userId: string): Promise<boolean> => {
  const { numAffectedRows } = await sql`
    insert into identities (organization_id, id, contact_id, kind, value, match_key, evidence)
    select organization_id, ${newId()}, id, 'external_id', ${userId}, ${userId}, '{"source":"demo"}' from contacts
     where organization_id = ${organizationId} and name = ${name} limit 1`.execute(kernel.db.system);
  return Number(numAffectedRows ?? 0) === 1;
};

/** Counts of the weeks before, which the demo does not send one by one. */
const pastDays = async (kernel: Kernel, organizationId: string) => {
  await sql`
    with made as (
      insert into event_names (organization_id, name, first_seen_at)
      select ${organizationId}, n.name, now() - interval '29 days' from (values ('page.viewed'), ('Product Viewed'), ('Cart Opened'), ('Order Completed'), ('Search Done')) n (name)
      on conflict (organization_id, name) do update set first_seen_at = excluded.first_seen_at returning name),
    days as (
      insert into event_days (organization_id, name, day, received, bots)
      select ${organizationId}, n.name, ((now() at time zone 'UTC')::date - d), (n.most * (0.6 + 0.4 * abs(sin(d * 1.7))))::int, (n.most * n.bots)::int
        from (values ('page.viewed', 180, 0.2), ('Product Viewed', 70, 0.05), ('Cart Opened', 22, 0), ('Order Completed', 9, 0), ('Search Done', 31, 0.1)) n (name, most, bots)
        join made on made.name = n.name cross join generate_series(1, 29) d
      on conflict do nothing returning name, received, bots)
    select 1 from days`.execute(kernel.db.system);
  await sql`update event_names e set received = e.received + d.received, bots = e.bots + d.bots
    from (select name, sum(received) as received, sum(bots) as bots from event_days where organization_id = ${organizationId} and day < (now() at time zone 'UTC')::date group by name) d
    where e.organization_id = ${organizationId} and e.name = d.name`.execute(kernel.db.system);
};
