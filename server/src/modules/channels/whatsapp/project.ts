import { sql } from "kysely";
import type { Tx } from "../../../kernel/db/pools.ts";
import { recordConsent } from "../../contacts/index.ts";
import { applyStatuses } from "../../conversations/index.ts";
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
  await touchChannels(tx, [...new Set(routed.map((one) => one.route.channelId))]);
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
  const changed = await applyStatuses(
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
  for (const one of changed) {
    if (one.failure?.code !== "marketing_stopped") continue;
    // The person said so to WhatsApp, and this is how we hear of it (131050, whatsapp.md §3.10).
    await recordConsent(tx, organizationId, {
      contactId: one.contactId,
      channel: "whatsapp",
      purpose: "marketing",
      action: "withdrawn",
      source: "provider_refusal",
      proof: { messageId: one.messageId, code: one.failure.providerCode },
      actor: { kind: "contact", contactId: one.contactId },
      occurredAt: one.at,
    });
  }
};

/** When a webhook last came, to the nearest ten seconds: a row per batch would be rewritten for nothing. */
const touchChannels = async (tx: Tx, channelIds: string[]) => {
  if (channelIds.length === 0) return;
  await sql`update channels set last_received_at = now() where id = any(${channelIds}::uuid[]) and (last_received_at is null or last_received_at < now() - interval '10 seconds')`.execute(
    tx,
  );
};
