import type { Tx } from "../../../../kernel/db/pools.ts";
import { emitMany } from "../../../../kernel/events.ts";
import { enqueue } from "../../../../kernel/jobs.ts";
import { recordChanges } from "../numbers/changes.ts";
import { nameCheck, qualityCheck } from "../numbers/check-judgement.ts";
import { numberOf } from "../numbers/number.ts";
import { type Standing, standingFacts } from "../numbers/standing.ts";
import { tellLimit } from "../sending/portfolio.ts";
import { numberOf as figureOf, isObject, type Json, objectOf, textOf } from "./parse-json.ts";
import type { AccountItem } from "./parse-shapes.ts";
import type { Route } from "./project-route.ts";

type Change = {
  quality?: string;
  throughput?: string;
  name_status?: string;
  verified_name?: string;
  account_state?: string;
  coexistence?: boolean;
};

/** Quality, limits, name and standing of the numbers an account-level webhook is about. */
export const projectNumber = async (tx: Tx, organizationId: string, routes: Route[], item: AccountItem, at: Date): Promise<void> => {
  const change = changeOf(item.field, item.value);
  const limit = limitTold(item.field, item.value);
  const standing = item.field === "account_update" ? standingOf(item.value) : null;
  for (const route of routes) {
    const { channelId } = route;
    const number = await numberOf(tx, organizationId, channelId);
    if (!number) continue;
    const facts = standing ? standingFacts(number.standing as Standing, item.value, at) : null;
    if (Object.keys(change).length > 0 || facts)
      await tx
        .updateTable("whatsapp_numbers")
        .set({
          ...change,
          ...(facts ? { standing: JSON.stringify(facts) } : {}),
          ...("quality" in change || "name_status" in change ? { checks: JSON.stringify(judged(number.checks, change)) } : {}),
        })
        .where("organization_id", "=", organizationId)
        .where("channel_id", "=", channelId)
        .execute();
    await recordChanges(tx, organizationId, channelId, number, { ...change, ...(limit ? { messaging_limit: limit } : {}) }, "webhook", at);
    if (limit) await tellLimit(tx, number, limit, "webhook");
    if (standing?.attention)
      await tx
        .updateTable("channels")
        .set({ state: "attention", attention: standing.attention })
        .where("organization_id", "=", organizationId)
        .where("id", "=", channelId)
        .where("state", "in", ["active", "attention"])
        .execute();
    if (standing?.restored)
      await tx
        .updateTable("channels")
        .set({ state: "active", attention: null })
        .where("organization_id", "=", organizationId)
        .where("id", "=", channelId)
        .where("state", "=", "attention")
        .where("attention", "in", Object.values(attentions))
        .execute();
    for (const { until } of facts?.restrictions ?? [])
      if (until && Date.parse(until) > Date.now())
        await enqueue(
          tx,
          "whatsapp.check-number",
          { organizationId, channelId },
          { key: `restriction-ends:${channelId}`, runAt: new Date(Date.parse(until) + 60_000), attempts: 5 },
        );
  }
  await emitMany(
    tx,
    routes.map(({ channelId }) => ({
      organizationId,
      name: "channel.updated",
      actor: { kind: "system", name: "whatsapp" },
      payload: { channelId, what: item.field },
    })),
  );
};

/** The stored check says what the webhook says, until Graph is asked again. */
const judged = (checks: unknown, change: Change): unknown[] =>
  (Array.isArray(checks) ? (checks as { check?: string }[]) : []).map((one) => {
    if (one.check === "quality" && change.quality) return qualityCheck(change.quality);
    if (one.check === "name" && change.name_status) return nameCheck(change.name_status);
    return one;
  });

const changeOf = (field: string, value: Json): Change => {
  const event = textOf(value.event) ?? "";
  if (field === "phone_number_quality_update") {
    return {
      ...(event === "THROUGHPUT_UPGRADE" ? { throughput: "HIGH" } : {}),
      ...(event === "FLAGGED" ? { quality: "RED" } : event === "UNFLAGGED" ? { quality: "GREEN" } : {}),
    };
  }
  if (field === "phone_number_name_update") {
    const decision = textOf(value.decision);
    const name = textOf(value.requested_verified_name);
    return { ...(decision ? { name_status: decision } : {}), ...(decision === "APPROVED" && name ? { verified_name: name } : {}) };
  }
  if (field === "business_capability_update") return {};
  if (field === "account_review_update") return textOf(value.decision) ? { account_state: textOf(value.decision) ?? "" } : {};
  const standing = standingOf(value);
  return { account_state: standing.state, ...(standing.coexistence === undefined ? {} : { coexistence: standing.coexistence }) };
};

const limitTold = (field: string, value: Json): string | null => {
  if (field === "phone_number_quality_update") return limitOf(value.max_daily_conversations_per_business ?? value.current_limit);
  if (field === "business_capability_update")
    return limitOf(value.max_daily_conversations_per_business ?? value.max_daily_conversation_per_phone);
  return null;
};

/** As a number here and as a name there: kept as the name. */
const limitOf = (value: unknown): string | null => {
  const number = figureOf(value);
  if (number === null) return textOf(value);
  if (number < 0) return "TIER_UNLIMITED";
  return number >= 1000 && number % 1000 === 0 ? `TIER_${number / 1000}K` : `TIER_${number}`;
};

const attentions = {
  disconnected: "account_disconnected",
  disabled: "account_disabled",
  restricted: "account_restricted",
  deleted: "account_deleted",
} as const;

/** What is not known as bad changes nothing but the notice. */
const standingOf = (value: Json): { state: string; attention?: string; restored?: boolean; coexistence?: boolean } => {
  const event = textOf(value.event) ?? "UNKNOWN";
  if (event === "PARTNER_REMOVED" || event === "ACCOUNT_OFFBOARDED") {
    const shared = isObject(value.disconnection_info) || event === "ACCOUNT_OFFBOARDED";
    return {
      state: textOf(objectOf(value.disconnection_info).reason) ?? event,
      attention: attentions.disconnected,
      ...(shared ? { coexistence: false } : {}),
    };
  }
  if (event === "ACCOUNT_RECONNECTED") return { state: event, restored: true, coexistence: true };
  if (event === "PARTNER_ADDED" || event === "PARTNER_APP_INSTALLED") return { state: event, restored: true };
  if (event === "DISABLED_UPDATE") {
    const ban = textOf(objectOf(value.ban_info).waba_ban_state) ?? "";
    return ban === "REINSTATE"
      ? { state: "REINSTATED", restored: true }
      : { state: ban || event, ...(ban === "DISABLE" ? { attention: attentions.disabled } : {}) };
  }
  if (event === "ACCOUNT_DELETED") return { state: event, attention: attentions.deleted };
  if (event === "ACCOUNT_RESTRICTION") return { state: event, attention: attentions.restricted };
  return { state: event };
};
