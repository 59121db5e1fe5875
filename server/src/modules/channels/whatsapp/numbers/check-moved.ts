import type { Ask, Credentials } from "./check.ts";

/** The account a number has gone to, as Graph tells it. */
export type MovedTo = { accountId: string; accountName: string | null; portfolioId: string | null };

const mostAccounts = 25;

/** Graph does not name a number's account. The accounts the token may manage are asked whether they have it. */
export const accountHaving = async (ask: Ask, accountIds: string[], { phoneNumberId, accountId }: Credentials): Promise<MovedTo | null> => {
  for (const candidate of accountIds.filter((id) => id !== accountId).slice(0, mostAccounts)) {
    const members = await ask({ path: `${candidate}/phone_numbers`, query: { fields: "id", limit: "100" } });
    const list = (members.error ? [] : (members.json?.data ?? [])) as { id?: string }[];
    if (!Array.isArray(list) || !list.some((one) => one.id === phoneNumberId)) continue;
    const { json } = await ask({ path: candidate, query: { fields: "id,name,owner_business_info" } });
    const portfolio = (json?.owner_business_info as { id?: unknown } | undefined)?.id;
    return {
      accountId: candidate,
      accountName: typeof json?.name === "string" ? json.name : null,
      portfolioId: typeof portfolio === "string" ? portfolio : null,
    };
  }
  return null;
};
