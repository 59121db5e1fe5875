import type { z } from "zod";
import type { ChannelHealth, ChannelLimits, HealthReason } from "../../health.api.ts";
import type { Check } from "./check.ts";
import type { NumberRow } from "./number.ts";

type View = z.input<typeof ChannelHealth>;
type Reason = z.input<typeof HealthReason>;
type Limits = z.input<typeof ChannelLimits>;

const slowSeconds = 60;
const recentMs = 30 * 24 * 3600_000;
const soonMs = 14 * 24 * 3600_000;

/** One verdict, with all that speaks against "good", the worst first. */
export const judgeHealth = (
  number: NumberRow,
  view: Omit<View, "verdict" | "reasons">,
  limits: Limits["limits"],
  waiting: Limits["waiting"],
): Pick<View, "verdict" | "reasons"> => {
  const reasons =
    number.state === "disconnected"
      ? [reason("disconnected", "danger", "connect_again")]
      : [...sending(number, view), ...receiving(number, view), ...standing(number, view), ...budgets(limits, waiting)];
  const stopped = number.state !== "active";
  // Why sending stopped, in general words, is not said beside the same in Meta's own.
  const said = new Set(reasons.map((one) => one.code));
  const more = reasons.filter(({ code }) => !(code in inOtherWords) || !said.has(inOtherWords[code] ?? ""));
  return {
    verdict: stopped ? "stopped" : more.length > 0 ? "attention" : "good",
    reasons: more.toSorted((a, b) => Number(b.severity === "danger") - Number(a.severity === "danger")),
  };
};

const inOtherWords: Record<string, string> = { account_restricted: "restricted", account_disabled: "banned" };

const reason = (code: string, severity: Reason["severity"], action: Reason["action"], facts: Reason["facts"] = {}): Reason => ({
  code,
  severity,
  action,
  facts,
});

/** What holds messages back now, or will. */
const sending = (number: NumberRow, { token, movedTo }: Omit<View, "verdict" | "reasons">): Reason[] => {
  const found: Reason[] = [];
  if (number.state === "paused") found.push(reason("paused", "warning", "resume"));
  if (number.state === "attention")
    found.push(
      reason(
        number.attention ?? "sending_stopped",
        "danger",
        number.attention === "token_invalid" || number.attention === "permission_missing" ? "renew_token" : "check_again",
      ),
    );
  else if (token.state === "invalid") found.push(reason("token_invalid", "danger", "renew_token"));
  const end = [token.expiresAt, token.dataAccessExpiresAt].flatMap((at) => (at ? [new Date(at)] : [])).sort((a, b) => +a - +b)[0];
  if (end && token.state !== "invalid" && end.getTime() < Date.now() + soonMs)
    found.push(reason("token_expiring", "warning", "renew_token", { at: end.toISOString() }));
  if (movedTo) found.push(reason("moved", "danger", "move_number", { accountId: movedTo.accountId, accountName: movedTo.accountName }));
  for (const check of wrong(number)) {
    if (check.check === "permission" && number.attention !== "permission_missing")
      found.push(reason("permission", "danger", "renew_token"));
    if (check.check === "app_secret") found.push(reason("app_secret", "danger", "connect_again"));
    if (check.check === "graph_reached") found.push(reason("graph_reached", "warning", "check_again"));
    if (["phone_number", "account", "number_in_account"].includes(check.check) && !movedTo)
      found.push(reason(check.check, "danger", "check_again"));
  }
  return found;
};

/** Whether what customers write gets here, and becomes rows. */
const receiving = (number: NumberRow, { intake, coexistence }: Omit<View, "verdict" | "reasons">): Reason[] => {
  const found: Reason[] = [];
  for (const check of wrong(number))
    if (["subscribed", "callback", "fields"].includes(check.check))
      found.push(reason(check.check, check.check === "fields" ? "warning" : "danger", "repair_webhooks", { message: check.message }));
  if (!intake.lastReceivedAt && found.length === 0) found.push(reason("never_received", "warning", "repair_webhooks"));
  if (intake.lagSeconds > slowSeconds) found.push(reason("intake_lags", "warning", null, { seconds: Math.round(intake.lagSeconds) }));
  if (intake.parked > 0) found.push(reason("parked", "warning", "open_parked", { count: intake.parked }));
  if (coexistence?.history?.declined) found.push(reason("history_declined", "warning", null));
  return found;
};

const standing = (number: NumberRow, view: Omit<View, "verdict" | "reasons">): Reason[] => {
  const { restrictions, violation, ban } = view.standing;
  const now = Date.now();
  const found = restrictions
    .filter(({ until }) => until === null || until === undefined || new Date(until).getTime() > now)
    .map(({ kind, until }) =>
      reason("restricted", "danger", "open_manager", { kind, until: until ? new Date(until).toISOString() : null }),
    );
  if (ban) found.push(reason("banned", "danger", "open_manager", { state: ban.state, date: ban.date }));
  if (violation && new Date(violation.at).getTime() > now - recentMs)
    found.push(reason("violation", "warning", "open_manager", { kind: violation.kind, at: new Date(violation.at).toISOString() }));
  if (number.quality === "RED") found.push(reason("quality_low", "danger", "open_manager"));
  if (number.quality === "YELLOW") found.push(reason("quality_medium", "warning", "open_manager"));
  if (["DECLINED", "EXPIRED", "NONE"].includes(number.name_status ?? "")) found.push(reason("name", "warning", "open_manager"));
  return found;
};

const budgets = (limits: Limits["limits"], waiting: Limits["waiting"]): Reason[] => {
  const found: Reason[] = [];
  const portfolio = limits.find((one) => one.scope === "portfolio");
  const held = waiting.filter((one) => one.scope === "portfolio").reduce((sum, one) => sum + one.count, 0);
  if (held > 0) found.push(reason("portfolio_full", "warning", "open_limits", { count: held }));
  else if (portfolio?.limit && (portfolio.used ?? 0) >= portfolio.limit * 0.9)
    found.push(reason("portfolio_nearly_full", "warning", "open_limits", { used: portfolio.used, limit: portfolio.limit }));
  for (const one of limits)
    if (one.restsUntil)
      found.push(reason(`${one.scope}_rests`, "warning", "open_limits", { until: new Date(one.restsUntil).toISOString() }));
  return found;
};

const wrong = (number: NumberRow): Check[] => (number.checks as Check[]).filter((check) => check.ok === false);
