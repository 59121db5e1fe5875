import { sql } from "kysely";
import type { Tx } from "../../../../kernel/db/pools.ts";
import { applyStatuses } from "../../../conversations/index.ts";
import { touchEchoes } from "../numbers/coexistence.ts";
import { heed } from "../sending/heed.ts";
import type { AccountItem, Item, StatusItem } from "./parse-shapes.ts";
import { projectAccount } from "./project-account.ts";
import { projectPeople } from "./project-people.ts";
import { type Numbers, numbersNamed, type Parked, type Route } from "./project-route.ts";

export type Projected = { parked: Parked[]; early: boolean };
type Routed<I extends Item = Item> = { item: I; route: Route };

/**
 * Turns items into rows: one pass over all organizations they belong to, in the caller's transaction as candor_system. Told again, nothing
 * happens again: every row is keyed on the provider's ids. Statuses of all organizations come first, because deliveries are locked before
 * conversations everywhere.
 */
export const projectItems = async (tx: Tx, appId: string, items: Item[]): Promise<Projected> => {
  const numbers = await numbersNamed(tx, appId, items);
  const { routed, account, parked } = sort(items, numbers);
  const statuses = routed.filter((one): one is Routed<StatusItem> => one.item.kind === "status");
  for (const [organizationId, own] of Map.groupBy(statuses, (one) => one.route.organizationId))
    await projectStatuses(tx, organizationId, own);
  const people = routed.filter((one) => one.item.kind !== "status");
  for (const [organizationId, own] of Map.groupBy(people, (one) => one.route.organizationId))
    parked.push(...(await projectPeople(tx, organizationId, own)));
  for (const { item, organizationId } of account)
    await projectAccount(tx, organizationId, numbers.ofAccount(item.accountId, organizationId), item);
  await touchChannels(tx, routed);
  await touchEchoes(tx, routed);
  return { parked, early: statuses.length > 0 || people.some((one) => one.item.kind === "change") };
};

const sort = (items: Item[], numbers: Numbers) => {
  const routed: Routed[] = [];
  const account: { item: AccountItem; organizationId: string }[] = [];
  const parked: Parked[] = [];
  for (const item of items) {
    const known = numbers.ofNumber(item.phoneNumberId);
    const owners = numbers.ownersOf(item.accountId);
    const guess = numbers.guess(item);
    if (item.kind === "parked") parked.push({ item, reason: item.reason, detail: item.detail, route: guess });
    else if (item.kind === "account") {
      const about = item.phoneNumberId !== null && known ? [known.organizationId] : item.phoneNumberId === null ? owners : [];
      // Several organizations may share an account, and each should hear what happens to it.
      if (about.length > 0) account.push(...about.map((organizationId) => ({ item, organizationId })));
      else
        parked.push(
          item.phoneNumberId === null
            ? { item, reason: "unknown_account", detail: String(item.accountId), route: {} }
            : { item, reason: "unknown_number", detail: item.phoneNumberId, route: guess },
        );
    } else if (known) routed.push({ item, route: known });
    else
      parked.push({
        item,
        reason: item.phoneNumberId === null ? "malformed" : "unknown_number",
        detail: item.phoneNumberId ?? "no phone_number_id",
        route: guess,
      });
  }
  return { routed, account, parked };
};

const projectStatuses = async (tx: Tx, organizationId: string, own: Routed<StatusItem>[]) => {
  const { told } = await applyStatuses(
    tx,
    organizationId,
    own.map(({ item, route }) => ({
      channelId: route.channelId,
      providerId: item.providerId,
      state: item.state,
      at: item.at,
      deliveryId: item.deliveryId,
      failure: item.failure,
      pricing: item.pricing,
    })),
  );
  await heed(tx, organizationId, told);
};

/**
 * When a webhook last came, to the nearest ten seconds: a row per batch would be rewritten for nothing. By the journal's time, not the
 * projector's: a replay changes nothing.
 */
const touchChannels = async (tx: Tx, routed: Routed[]) => {
  const latest = new Map<string, { route: Route; at: Date }>();
  for (const { item, route } of routed) {
    const before = latest.get(route.channelId);
    if (!before || item.receivedAt > before.at) latest.set(route.channelId, { route, at: item.receivedAt });
  }
  if (latest.size === 0) return;
  const rows = [...latest.values()].map(({ route, at }) => ({ o: route.organizationId, c: route.channelId, at }));
  await sql`
    update channels c set last_received_at = u.at from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as u (o uuid, c uuid, at timestamptz)
     where c.organization_id = u.o and c.id = u.c and (c.last_received_at is null or c.last_received_at < u.at - interval '10 seconds')`.execute(
    tx,
  );
};
