import { sql } from "kysely";
import type { Tx } from "../../../../kernel/db/pools.ts";
import type { Item } from "./parse-shapes.ts";

/** Whose a number is. */
export type Route = { organizationId: string; channelId: string; accountId: string; portfolioId: string; displayNumber: string };
/** What could not become rows, with whose it is as far as that is known. */
export type Parked = { item: Item; reason: string; detail: string; route: Partial<Route> };
export type Numbers = {
  ofNumber: (phoneNumberId: string | null) => Route | undefined;
  /** Organizations with a number in the account. */
  ownersOf: (accountId: string | null) => string[];
  ofAccount: (accountId: string | null, organizationId: string) => Route[];
  /** Who should see an item that cannot be projected: whose number it names, or who alone has the account. */
  guess: (item: Item) => Partial<Route>;
};

/** The numbers a batch names, among those of the app that signed it: a signed body may still name somebody else's. */
export const numbersNamed = async (tx: Tx, appId: string, items: Item[]): Promise<Numbers> => {
  const numberIds = [...new Set(items.flatMap((item) => item.phoneNumberId ?? []))];
  const accountIds = [...new Set(items.flatMap((item) => item.accountId ?? []))];
  const { rows } = await sql<{
    organization_id: string;
    channel_id: string;
    phone_number_id: string;
    account_id: string;
    portfolio_id: string;
    display_phone_number: string;
  }>`
    select organization_id, channel_id, phone_number_id, account_id, portfolio_id, display_phone_number from whatsapp_numbers
     where app_id = ${appId} and (phone_number_id = any(${numberIds}::text[]) or account_id = any(${accountIds}::text[]))
     order by organization_id, channel_id`.execute(tx);
  const routes = rows.map((row) => ({
    phoneNumberId: row.phone_number_id,
    route: {
      organizationId: row.organization_id,
      channelId: row.channel_id,
      accountId: row.account_id,
      portfolioId: row.portfolio_id,
      displayNumber: row.display_phone_number,
    },
  }));
  const byNumber = new Map(routes.map(({ phoneNumberId, route }) => [phoneNumberId, route]));
  const byAccount = Map.groupBy(
    routes.map(({ route }) => route),
    (route) => route.accountId,
  );
  const ofNumber: Numbers["ofNumber"] = (phoneNumberId) => (phoneNumberId === null ? undefined : byNumber.get(phoneNumberId));
  const ownersOf: Numbers["ownersOf"] = (accountId) => [
    ...new Set((byAccount.get(accountId ?? "") ?? []).map((route) => route.organizationId)),
  ];
  return {
    ofNumber,
    ownersOf,
    guess: (item) => {
      const [owner, ...others] = ownersOf(item.accountId);
      return ofNumber(item.phoneNumberId) ?? (owner !== undefined && others.length === 0 ? { organizationId: owner } : {});
    },
    ofAccount: (accountId, organizationId) =>
      (byAccount.get(accountId ?? "") ?? []).filter((route) => route.organizationId === organizationId),
  };
};
