import { sql } from "kysely";
import type { Tx } from "../../../../kernel/db/pools.ts";
import type { Kernel } from "../../../../kernel/module.ts";
import type { NumberRow } from "../numbers/number.ts";

type Portfolio = Pick<NumberRow, "organization_id" | "portfolio_id" | "account_id" | "messaging_limit">;
export type PortfolioWait = { waitSeconds: number; limit: number; used: number };

/** A number whose portfolio Meta has not told shares the limit with the numbers of its account. */
export const portfolioKey = (number: Pick<Portfolio, "portfolio_id" | "account_id">): string =>
  number.portfolio_id || `account:${number.account_id}`;

/** TIER_250, TIER_2K ... as a number of people; null: unlimited, or nothing this program knows. */
export const peopleOf = (tier: string | null): number | null => {
  const parts = /^TIER_(\d+)(K?)$/.exec(tier ?? "");
  return parts ? Number(parts[1]) * (parts[2] ? 1000 : 1) : null;
};

/**
 * A place in the portfolio's rolling 24 hours for everyone who is written to outside their window. A person is a contact:
 * whoever has a place keeps it, for 24 hours from now. Answers, by delivery, those for whom there is none. One statement for a batch;
 * processes take turns on the portfolio's row.
 */
export const reservePortfolio = async (
  kernel: Kernel,
  number: Portfolio,
  deliveries: { id: string; identityId: string; contactId: string }[],
): Promise<Map<string, PortfolioWait>> => {
  if (deliveries.length === 0) return new Map();
  const { rows } = await sql<{ waiting_contact: string; wait_seconds: number; most_people: number; used_people: number }>`
    select * from candor_reserve_people(${number.organization_id}, ${portfolioKey(number)}, ${number.messaging_limit}, ${peopleOf(number.messaging_limit)}::int,
      ${deliveries.map((one) => one.contactId)}::uuid[], ${deliveries.map((one) => one.identityId)}::uuid[])`.execute(kernel.db.system);
  if (rows.length === 0) return new Map();
  const waits = new Map(
    rows.map((row) => [
      row.waiting_contact,
      { waitSeconds: Math.max(1, Math.ceil(row.wait_seconds)), limit: row.most_people, used: row.used_people },
    ]),
  );
  return new Map(
    deliveries.flatMap(({ id, contactId }) => {
      const wait = waits.get(contactId);
      return wait ? [[id, wait] as const] : [];
    }),
  );
};

/** For those surely refused: nobody was written to, so nobody took a place. */
export const releasePortfolio = async (kernel: Kernel, number: Portfolio, identityIds: string[]): Promise<void> => {
  if (identityIds.length === 0) return;
  await sql`select candor_release_people(${number.organization_id}, ${portfolioKey(number)}, ${identityIds}::uuid[])`.execute(
    kernel.db.system,
  );
};

/** The code of deliveries that wait for a place. */
export const portfolioLimit = "portfolio_limit";

/** Meta told a limit: it holds for every number of the portfolio, and what waited for the old one is tried again. */
export const tellLimit = async (
  tx: Tx,
  number: Pick<Portfolio, "organization_id" | "portfolio_id" | "account_id">,
  tier: string,
  by: "graph" | "webhook",
): Promise<void> => {
  const portfolio = portfolioKey(number);
  const people = peopleOf(tier);
  const before = await sql<{ people_limit: number | null; tier: string | null }>`
    select people_limit, tier from whatsapp_portfolios where organization_id = ${number.organization_id} and portfolio_id = ${portfolio} for update`.execute(
    tx,
  );
  await sql`
    insert into whatsapp_portfolios as p (organization_id, portfolio_id, tier, people_limit, told_by, told_at)
    values (${number.organization_id}, ${portfolio}, ${tier}, ${people}::int, ${by}, now())
    on conflict (organization_id, portfolio_id) do update
      set tier = excluded.tier, people_limit = excluded.people_limit, told_by = excluded.told_by, told_at = excluded.told_at`.execute(tx);
  await sql`
    update whatsapp_numbers set messaging_limit = ${tier}
     where organization_id = ${number.organization_id} and app_id is not null and messaging_limit is distinct from ${tier}
       and coalesce(nullif(portfolio_id, ''), 'account:' || account_id) = ${portfolio}`.execute(tx);
  const was = before.rows[0];
  if (!was || was.people_limit === null || (people !== null && people <= was.people_limit)) return;
  await sql`
    update deliveries d set due_at = now() from whatsapp_numbers n
     where n.organization_id = ${number.organization_id} and coalesce(nullif(n.portfolio_id, ''), 'account:' || n.account_id) = ${portfolio}
       and d.organization_id = n.organization_id and d.channel_id = n.channel_id and d.state = 'queued' and d.due_at > now()
       and d.failure ->> 'code' = ${portfolioLimit}`.execute(tx);
};

/**
 * Something free-form is sent, so the person's window is open: what waited for a place needs none any more, and would keep all that comes
 * after it in the conversation waiting. What somebody holds just now goes its way.
 */
export const wakeInWindow = async (tx: Tx, organizationId: string, { channelId, contactId }: { channelId: string; contactId: string }) => {
  await sql`
    with held as materialized (
      select d.id from conversations c
        join deliveries d on d.organization_id = c.organization_id and d.conversation_id = c.id and d.state = 'queued'
       where c.organization_id = ${organizationId} and c.channel_id = ${channelId} and c.contact_id = ${contactId}
         and d.due_at > now() and d.failure ->> 'code' = ${portfolioLimit} order by d.id for no key update of d skip locked)
    update deliveries d set due_at = now() from held h where d.organization_id = ${organizationId} and d.id = h.id`.execute(tx);
};

/** Places that ended; the count is made anew, so that nothing it missed stays. */
export const tidyPortfolios = async (kernel: Kernel): Promise<void> => {
  await kernel.db.system.transaction().execute(async (tx) => {
    await sql`select from whatsapp_portfolios order by organization_id, portfolio_id for update`.execute(tx);
    await sql`delete from whatsapp_portfolio_people where expires_at <= now()`.execute(tx);
    await sql`update whatsapp_portfolios p set used = coalesce(c.n, 0)
      from whatsapp_portfolios o left join (select organization_id, portfolio_id, count(*)::int as n from whatsapp_portfolio_people group by 1, 2) c using (organization_id, portfolio_id)
     where p.organization_id = o.organization_id and p.portfolio_id = o.portfolio_id and p.used <> coalesce(c.n, 0)`.execute(tx);
  });
};
