import { createHash } from "node:crypto";
import { sql } from "kysely";
import type { Tx } from "../../../../kernel/db/pools.ts";
import { emitMany } from "../../../../kernel/events.ts";
import { idAt } from "../../../../kernel/id.ts";
import { projectHistory } from "../numbers/coexistence.ts";
import { isObject, type Json, listOf, momentOf, objectOf, textOf } from "./parse-json.ts";
import type { AccountItem } from "./parse-shapes.ts";
import { projectNumber } from "./project-number.ts";
import type { Route } from "./project-route.ts";
import { projectTemplate } from "./project-template.ts";

export type Severity = "info" | "warning" | "danger";
export type News = { kind: string; severity: Severity; channelId: string | null };

/**
 * What Meta says about an account, its numbers and templates: a notice a person sees, whatever it is, and the rows it changes. Told again
 * it is the same notice, and changes nothing a second time.
 */
export const projectAccount = async (tx: Tx, organizationId: string, routes: Route[], item: AccountItem): Promise<void> => {
  const at = momentOf(item.value.timestamp ?? item.value.event_time, item.entryAt);
  const aboutNumber = routes.find(
    (route) =>
      digits(route.displayNumber) !== "" &&
      digits(route.displayNumber) === digits(textOf(item.value.display_phone_number) ?? item.displayNumber ?? "-"),
  );
  const mine = aboutNumber ? [aboutNumber] : routes;
  if (item.field === "history") {
    await projectHistory(tx, organizationId, mine, item);
    // How far it has come is no news.
    if (listOf(item.value.errors).length === 0) return;
  }
  const channelId = aboutNumber?.channelId ?? (routes.length === 1 ? routes[0]?.channelId : undefined) ?? null;
  const news: News = { kind: item.field || "unknown", severity: severityOf(item), channelId };
  const fresh = await addNotice(tx, organizationId, item, news, at);
  if (!fresh) return;
  if (templateFields.has(item.field)) await projectTemplate(tx, organizationId, item, at);
  else if (item.field === "template_category_update") await projectTemplate(tx, organizationId, item, at);
  else if (numberFields.has(item.field)) await projectNumber(tx, organizationId, mine, item, at);
};

const digits = (text: string) => text.replace(/\D/g, "");
const templateFields = new Set(["message_template_status_update", "message_template_quality_update", "message_template_components_update"]);
const numberFields = new Set([
  "phone_number_quality_update",
  "phone_number_name_update",
  "business_capability_update",
  "account_update",
  "account_review_update",
]);

/** The id follows from what is said, so that a repeated webhook finds its notice there. False: it was there. */
const addNotice = async (tx: Tx, organizationId: string, item: AccountItem, news: News, at: Date): Promise<boolean> => {
  const payload = limited(item.value);
  if (at === item.receivedAt && (await wasTold(tx, organizationId, item, news, at))) return false;
  const digest = createHash("sha256")
    .update(JSON.stringify([organizationId, item.accountId, item.phoneNumberId, item.field, at.getTime(), item.value]))
    .digest("hex");
  const id = `${idAt(at).slice(0, 14)}7${digest.slice(0, 3)}-8${digest.slice(3, 6)}-${digest.slice(6, 18)}`;
  const added = await tx
    .insertInto("channel_notices")
    .values({
      organization_id: organizationId,
      id,
      channel_id: news.channelId,
      account_id: item.accountId ?? "",
      kind: news.kind,
      severity: news.severity,
      payload: JSON.stringify(payload),
      occurred_at: at,
    })
    .onConflict((at_) => at_.columns(["organization_id", "id"]).doNothing())
    .returning("id")
    .executeTakeFirst();
  if (!added) return false;
  await emitMany(tx, [
    {
      organizationId,
      name: "channel.notice",
      actor: { kind: "system", name: "whatsapp" },
      payload: { channelId: news.channelId, kind: news.kind, severity: news.severity },
    },
  ]);
  return true;
};

/** Told without a time of its own (errors beside messages), only its words tell a repeat: Meta repeats for up to seven days. */
const wasTold = async (tx: Tx, organizationId: string, item: AccountItem, news: News, at: Date): Promise<boolean> => {
  const { rows } = await sql<{ told: boolean }>`
    select exists (select from channel_notices n where n.organization_id = ${organizationId} and n.account_id = ${item.accountId ?? ""} and n.kind = ${news.kind}
      and n.payload = ${JSON.stringify(limited(item.value))}::jsonb and n.occurred_at between ${at}::timestamptz - interval '7 days' and ${at}::timestamptz + interval '7 days') as told`.execute(
    tx,
  );
  return rows[0]?.told === true;
};

const payloadLimit = 50_000;
const limited = (value: Json): Json => {
  const text = JSON.stringify(value);
  return text.length <= payloadLimit ? value : { event: value.event, tooLarge: text.length };
};

const bad = /VIOLATION|RESTRICT|DISABLE|BAN|DELETED|REMOVED|OFFBOARDED|REJECTED|FLAGGED|PAUSED|LOCKED|LIMIT_EXCEEDED|SUSPEND/;
const good = /REINSTATE|UNFLAGGED|UNARCHIVED|APPROVED|UPGRADE|RECONNECTED|PARTNER_ADDED|CONNECTED/;

const severityOf = (item: AccountItem): Severity => {
  const { field, value } = item;
  if (field === "errors" || (field === "history" && listOf(value.errors).length > 0)) return "warning";
  if (field === "account_alerts") {
    const severity = textOf(objectOf(value.alert_info).alert_severity) ?? textOf(value.alert_severity) ?? "";
    return severity === "CRITICAL" ? "danger" : severity === "WARNING" ? "warning" : "info";
  }
  if (field === "message_template_quality_update")
    return value.new_quality_score === "RED" || value.new_quality_score === "YELLOW" ? "warning" : "info";
  if (field === "template_category_update") return "warning";
  const event = [value.event, value.decision, isObject(value.ban_info) ? value.ban_info.waba_ban_state : undefined]
    .map((part) => textOf(part) ?? "")
    .join(" ");
  if (good.test(event)) return "info";
  if (!bad.test(event)) return "info";
  return field === "account_update" || field === "account_review_update" ? "danger" : "warning";
};
