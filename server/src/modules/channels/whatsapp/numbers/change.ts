import type { z } from "zod";
import { audit } from "../../../../kernel/audit.ts";
import type { Tx } from "../../../../kernel/db/pools.ts";
import { conflict, invalid } from "../../../../kernel/errors.ts";
import { emit } from "../../../../kernel/events.ts";
import { enqueue } from "../../../../kernel/jobs.ts";
import type { Ctx } from "../../../../kernel/module.ts";
import type { ChannelChange } from "../../channels.api.ts";
import { failureOf } from "../graph/errors.ts";
import { tellLimit } from "../sending/portfolio.ts";
import { needAttention } from "./attention.ts";
import { recordChanges, tellChanges } from "./changes.ts";
import { type ChannelView, requireNumber, shownChannel, verifyTokenOf } from "./channel-view.ts";
import { advisory, type CheckReport, type Credentials, checkConnection } from "./check.ts";
import { numberColumns } from "./facts.ts";
import { accessOf, appSecretPlace, type NumberRow, tokenPlace } from "./number.ts";

type Change = z.output<typeof ChannelChange>;

/** Renames, pauses, resumes, or takes a new token or Graph version, which are tried first and refused when Graph refuses them. */
export const changeChannel = async (ctx: Ctx, channelId: string, change: Change): Promise<ChannelView> => {
  const number = await connectedNumber(ctx, channelId);
  const report = change.token || change.graphVersion ? await tried(ctx, number, change) : null;
  if (change.state === "active" && !change.token && number.token_state === "invalid")
    throw conflict("token_invalid", "Sending stays stopped until the access token is renewed.", "renew_token", "token");
  const view = await ctx.transaction(async (tx) => {
    if (change.name)
      await tx
        .updateTable("channels")
        .set({ name: change.name })
        .where("organization_id", "=", ctx.organizationId)
        .where("id", "=", channelId)
        .execute();
    if (report)
      await tx
        .updateTable("whatsapp_numbers")
        .set({
          ...numberColumns(report),
          ...(change.token ? { token_sealed: ctx.kernel.vault.seal(tokenPlace(ctx.organizationId, channelId), change.token) } : {}),
          ...(change.graphVersion ? { graph_version: change.graphVersion } : {}),
        })
        .where("organization_id", "=", ctx.organizationId)
        .where("channel_id", "=", channelId)
        .execute();
    // A good new token ends the attention its predecessor caused, but not a pause somebody chose.
    const state = change.state ?? (change.token && number.state === "attention" ? "active" : undefined);
    if (state) await setState(tx, ctx, channelId, state);
    const what = [change.name && "name", state, change.token && "token", change.graphVersion && "graph_version"].filter(Boolean).join(", ");
    if (what === "") return shownChannel(tx, ctx, channelId);
    await emit(tx, ctx, "channel.updated", { channelId, what });
    await audit(tx, ctx, "channel.updated", { channelId }, { what, ...(change.name ? { from: number.name, to: change.name } : {}) });
    return shownChannel(tx, ctx, channelId);
  });
  ctx.kernel.live.wake("deliveries");
  return view;
};

/**
 * Asks Graph about the stored values again, and refreshes what it tells of the number. When the job does it, people hear of it only where
 * something is different.
 */
export const recheckChannel = async (ctx: Ctx, channelId: string): Promise<ChannelView> => {
  const number = await connectedNumber(ctx, channelId);
  const report = await checkConnection(ctx.kernel, await storedCredentials(ctx, number));
  const byItself = ctx.actor.kind === "system";
  await ctx.transaction(async (tx) => {
    const columns: Partial<ReturnType<typeof numberColumns>> = report.reached
      ? numberColumns(report)
      : { checks: JSON.stringify(report.checks) };
    await tx
      .updateTable("whatsapp_numbers")
      .set(columns)
      .where("organization_id", "=", ctx.organizationId)
      .where("channel_id", "=", channelId)
      .execute();
    const changes = await recordChanges(tx, ctx.organizationId, channelId, number, columns, "check");
    const limit = report.facts?.messagingLimit;
    if (limit) await tellLimit(tx, { ...number, portfolio_id: report.facts?.portfolioId ?? number.portfolio_id }, limit, "graph");
    await tellChanges(tx, ctx, number, changes);
    const restored = number.state === "attention" && report.reached && sound(report) && (!byItself || overByItself(number));
    if (restored) await setState(tx, ctx, channelId, "active");
    const wrongNow = wrongOf(report.checks);
    const differs = changes.length > 0 || restored || wrongNow.join() !== wrongOf(number.checks as CheckReport["checks"]).join();
    if (differs || !byItself) await emit(tx, ctx, "channel.updated", { channelId, what: "checked" });
    if (!byItself) await audit(tx, ctx, "channel.checked", { channelId }, { wrong: wrongNow });
  });
  if (number.state === "active" && report.tokenState === "invalid")
    await ctx.kernel.db.system.transaction().execute((tx) => needAttention(tx, ctx.organizationId, channelId, failureOf({ code: 190 })));
  ctx.kernel.live.wake();
  ctx.kernel.live.wake("deliveries");
  return ctx.transaction((tx) => shownChannel(tx, ctx, channelId));
};

const wrongOf = (checks: CheckReport["checks"]) => checks.filter((check) => check.ok === false).map((check) => check.check);

/** What Graph itself shows to be over. A restriction ends at its time; any other standing is for a person to judge. */
const overByItself = (number: NumberRow): boolean => {
  if (number.attention === "token_invalid" || number.attention === "permission_missing") return true;
  if (number.attention !== "account_restricted") return false;
  const { restrictions = [] } = number.standing as { restrictions?: { until: string | null }[] };
  return restrictions.length > 0 && restrictions.every(({ until }) => until !== null && Date.parse(until) < Date.now());
};

/** Shown to who may manage channels, because Meta's page asks for it; each look is recorded. */
export const showVerifyToken = (ctx: Ctx, channelId: string) =>
  ctx.transaction(async (tx) => {
    const number = await requireNumber(tx, ctx, channelId);
    if (number.state === "disconnected") throw conflict("channel_disconnected", "This number is disconnected.");
    await audit(tx, ctx, "channel.verify_token_shown", { channelId });
    return { verifyToken: verifyTokenOf(ctx.kernel, number) };
  });

export const connectedNumber = async (ctx: Ctx, channelId: string): Promise<NumberRow> => {
  const number = await ctx.transaction((tx) => requireNumber(tx, ctx, channelId));
  if (number.state === "disconnected") throw conflict("channel_disconnected", "This number is disconnected.", "Connect it again.");
  return number;
};

const tried = async (ctx: Ctx, number: NumberRow, change: Change): Promise<CheckReport> => {
  const access = accessOf(ctx.kernel, number);
  const report = await checkConnection(ctx.kernel, {
    ...(await storedCredentials(ctx, number)),
    token: change.token ?? access.token,
    graphVersion: change.graphVersion ?? access.graphVersion,
  });
  const wrong = report.checks.find((check) => check.ok === false && !advisory.has(check.check) && check.check !== "subscribed");
  // The stored ids were right before: whatever Graph now denies, the new value is why.
  if (wrong) throw invalid(change.token ? "token" : "graphVersion", wrong.message, wrong.remedy ?? undefined);
  return report;
};

const sound = (report: CheckReport) =>
  report.checks.every((check) => check.ok !== false || advisory.has(check.check) || check.check === "subscribed");

const setState = async (tx: Tx, ctx: Ctx, channelId: string, state: "active" | "paused") => {
  await tx
    .updateTable("channels")
    .set({ state, attention: null })
    .where("organization_id", "=", ctx.organizationId)
    .where("id", "=", channelId)
    .execute();
  // Waiting times were meant for the trouble that is over.
  if (state === "active")
    await tx
      .updateTable("deliveries")
      .set({ due_at: new Date() })
      .where("organization_id", "=", ctx.organizationId)
      .where("channel_id", "=", channelId)
      .where("state", "=", "queued")
      .where("due_at", ">", new Date())
      .execute();
  if (state === "active")
    await enqueue(
      tx,
      "whatsapp.sync-templates",
      { organizationId: ctx.organizationId, channelId },
      { key: `sync-templates:${channelId}`, attempts: 5 },
    );
};

export const storedCredentials = async (ctx: Ctx, number: NumberRow): Promise<Credentials> => ({
  ...accessOf(ctx.kernel, number),
  phoneNumberId: number.phone_number_id,
  accountId: number.account_id,
  appSecret: await appSecretOf(ctx, number),
  verifyToken: verifyTokenOf(ctx.kernel, number),
});

const appSecretOf = async (ctx: Ctx, number: NumberRow): Promise<string> => {
  const app = await ctx.kernel.db.system
    .selectFrom("meta_apps")
    .select(["id", "secret_sealed"])
    .where("id", "=", number.app_id)
    .executeTakeFirstOrThrow();
  return ctx.kernel.vault.open(appSecretPlace(app.id), app.secret_sealed);
};
