import { sql } from "kysely";
import { Refusal } from "../../../../kernel/errors.ts";
import type { Kernel } from "../../../../kernel/module.ts";
import { rest, take } from "../../../../kernel/rate.ts";
import { accountPace, callPace } from "../sending/pacing.ts";

/** Whose calls are counted: those of one app for one account. */
export type Metered = { organizationId: string; channelId: string; appId: string; accountId: string; hasNumber: boolean };
export type Usage = { percent: number; regainMinutes: number };
type Headers = Record<string, string | string[] | undefined>;

/** From here on we stop by ourselves; at 100 Meta does. */
const nearlyAll = 95;
const restSeconds = 60;
/** A usage that hardly changed is written down so often, per process. */
const rememberMs = 60_000;

/**
 * What Graph's headers say of the calls made so far (developers.facebook.com/docs/graph-api/overview/rate-limiting):
 * `x-app-usage: {"call_count":28,"total_time":25,"total_cputime":25}` and
 * `x-business-use-case-usage: {"<account>":[{"type":"whatsapp","call_count":28,...,"estimated_time_to_regain_access":0}]}`, all in per cent.
 */
export const usageOf = (headers: Headers, accountId: string): Usage | null => {
  const cases = parsed(headers["x-business-use-case-usage"]);
  const own = Array.isArray(cases?.[accountId]) ? cases[accountId] : Object.values(cases ?? {}).flat();
  const told = [parsed(headers["x-app-usage"]), ...own].filter((one): one is Record<string, unknown> => !!one && typeof one === "object");
  if (told.length === 0) return null;
  const most = (names: string[]) => Math.max(0, ...told.flatMap((one) => names.map((name) => Number(one[name]) || 0)));
  return { percent: most(["call_count", "total_time", "total_cputime"]), regainMinutes: most(["estimated_time_to_regain_access"]) };
};

const parsed = (header: string | string[] | undefined): Record<string, unknown> | null => {
  try {
    const json: unknown = JSON.parse(typeof header === "string" ? header : "null");
    return json && typeof json === "object" && !Array.isArray(json) ? (json as Record<string, unknown>) : null;
  } catch {
    return null;
  }
};

/** Before a call that counts. What is refused here would have been refused by Meta, and have made it worse. */
export const drawCall = async (kernel: Kernel, metered: Metered): Promise<void> => {
  const { key, budget } = callPace(metered.appId, metered.accountId, metered.hasNumber);
  const wait = await take(kernel.db, key, budget);
  if (wait > 0)
    throw new Refusal(503, "graph_calls_used_up", `Meta's calls for this account are used up for the next ${Math.ceil(wait)} s.`, {
      remedy: "Wait; what runs by itself goes on by itself.",
      retryAfter: Math.ceil(wait),
    });
};

const remembered = new Map<string, { percent: number; at: number }>();

/** After a call. `of` is what was called: a message near the limit rests sending, too. */
export const noteUsage = async (kernel: Kernel, metered: Metered, headers: Headers, of: "message" | "other"): Promise<void> => {
  const usage = usageOf(headers, metered.accountId);
  if (!usage) return;
  if (usage.percent >= nearlyAll) {
    const seconds = Math.max(restSeconds, usage.regainMinutes * 60);
    const calls = callPace(metered.appId, metered.accountId, metered.hasNumber);
    await rest(kernel.db, calls.key, calls.budget, seconds);
    const account = accountPace(metered.appId, metered.accountId);
    if (of === "message") await rest(kernel.db, account.key, account.budget, seconds);
  }
  const before = remembered.get(metered.channelId);
  if (before && before.at > Date.now() - rememberMs && Math.abs(before.percent - usage.percent) < 5) return;
  if (remembered.size > 10_000) remembered.clear();
  remembered.set(metered.channelId, { percent: usage.percent, at: Date.now() });
  await sql`update whatsapp_numbers set usage_percent = ${Math.round(usage.percent)}, usage_at = now()
    where organization_id = ${metered.organizationId} and channel_id = ${metered.channelId}`.execute(kernel.db.system);
};
