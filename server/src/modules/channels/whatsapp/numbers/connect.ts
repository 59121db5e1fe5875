import { randomBytes } from "node:crypto";
import { sql } from "kysely";
import type { z } from "zod";
import { audit } from "../../../../kernel/audit.ts";
import type { Tx } from "../../../../kernel/db/pools.ts";
import { conflict, invalid, Refusal } from "../../../../kernel/errors.ts";
import { emit } from "../../../../kernel/events.ts";
import { newId } from "../../../../kernel/id.ts";
import { enqueue } from "../../../../kernel/jobs.ts";
import type { Ctx } from "../../../../kernel/module.ts";
import type { WhatsAppConnection } from "../../channels.api.ts";
import { callGraph } from "../graph/graph.ts";
import { tellLimit } from "../sending/portfolio.ts";
import { type ChannelView, shownChannel } from "./channel-view.ts";
import { advisory, type Check, type CheckReport, type Credentials, checkConnection } from "./check.ts";
import { numberColumns } from "./facts.ts";
import { appSecretPlace, tokenPlace, verifyTokenPlace } from "./number.ts";

export type Connection = z.output<typeof WhatsAppConnection>;

/** The guided check before connecting: which value is wrong, and what to do. */
export const checkWhatsApp = async (ctx: Ctx, connection: Connection) => {
  const { checks, facts } = await checkConnection(ctx.kernel, credentials(ctx, connection));
  return {
    ok: checks.every((check) => check.ok !== false || advisory.has(check.check)),
    checks,
    number: facts && { displayPhoneNumber: facts.displayPhoneNumber, verifiedName: facts.verifiedName },
  };
};

/** `unreached: "accept"` stores what could not be asked as not checked; `again` stores a connected number's values anew. Both for scripts. */
type How = { unreached: "refuse" | "accept"; again: boolean };

/** Connects a number. Values that Graph proves wrong are refused by name. */
export const connectWhatsApp = async (
  ctx: Ctx,
  connection: Connection,
  { unreached, again }: How = { unreached: "refuse", again: false },
): Promise<ChannelView> => {
  const given = credentials(ctx, connection);
  const report = await checkConnection(ctx.kernel, given);
  refuseWrong(report, unreached);
  const subscribed = await subscribe(ctx, given, report);
  const channelId = await storeConnection(ctx, connection, subscribed, again);
  ctx.kernel.live.wake("apps");
  ctx.kernel.live.wake("deliveries");
  ctx.kernel.live.wake();
  return ctx.transaction((tx) => shownChannel(tx, ctx, channelId));
};

const credentials = (ctx: Ctx, connection: Connection): Credentials => ({
  organizationId: ctx.organizationId,
  graphUrl: connection.graphUrl,
  graphVersion: connection.graphVersion,
  token: connection.token,
  phoneNumberId: connection.phoneNumberId,
  accountId: connection.accountId,
  appSecret: connection.appSecret,
});

const refuseWrong = (report: CheckReport, unreached: "refuse" | "accept") => {
  const wrong = report.checks.find(
    (check) => check.ok === false && !(check.check === "graph_reached" && !report.reached && unreached === "accept"),
  );
  // The display name and the quality are Meta's judgement of the number, no mistake in the form.
  if (wrong && !advisory.has(wrong.check)) throw invalid(wrong.field ?? "body", wrong.message, wrong.remedy ?? undefined);
};

const subscribe = async (ctx: Ctx, given: Credentials, report: CheckReport): Promise<CheckReport> => {
  if (!report.reached || report.subscribed) return report;
  const answer = await callGraph(ctx.kernel, given, {
    purpose: "service_operation",
    path: `${given.accountId}/subscribed_apps`,
    method: "POST",
    json: {},
  }).catch(() => null);
  const done = answer?.json?.success === true;
  const check: Check = done
    ? { check: "subscribed", ok: true, field: null, message: "The app receives the account's webhooks.", remedy: null }
    : {
        check: "subscribed",
        ok: false,
        field: "token",
        message: `Meta did not let the app receive the account's webhooks${answer?.error ? `: ${answer.error.message}` : "."}`,
        remedy: "Check that the token has whatsapp_business_management, then check the channel again.",
      };
  return { ...report, subscribed: done, checks: report.checks.map((one) => (one.check === "subscribed" ? check : one)) };
};

/** One transaction as candor_system: the Meta app belongs to the installation, the number to the organization named in every statement. */
const storeConnection = async (ctx: Ctx, connection: Connection, report: CheckReport, again: boolean) => {
  const { kernel, organizationId } = ctx;
  return kernel.db.system.transaction().execute(async (tx) => {
    const appId = await appOf(tx, ctx, connection.appSecret, report.facts?.appId ?? null);
    await refuseTaken(tx, ctx, appId, connection.phoneNumberId, again);
    const before = await tx
      .selectFrom("whatsapp_numbers")
      .innerJoin("channels", (join) =>
        join
          .onRef("channels.organization_id", "=", "whatsapp_numbers.organization_id")
          .onRef("channels.id", "=", "whatsapp_numbers.channel_id"),
      )
      .select(["channels.id", "channels.name"])
      .where("whatsapp_numbers.organization_id", "=", organizationId)
      .where("phone_number_id", "=", connection.phoneNumberId)
      .where((eb) => eb.or([eb("channels.state", "=", "disconnected"), ...(again ? [eb("app_id", "=", appId)] : [])]))
      .orderBy("channels.id", "desc")
      .executeTakeFirst();
    const channelId = before?.id ?? newId();
    const name =
      connection.name ??
      before?.name ??
      report.facts?.verifiedName ??
      report.facts?.displayPhoneNumber ??
      `WhatsApp ${connection.phoneNumberId}`;
    const verifyToken = connection.verifyToken ?? randomBytes(24).toString("base64url");
    await tx
      .insertInto("channels")
      .values({ organization_id: organizationId, id: channelId, kind: "whatsapp", name, state: "active" })
      .onConflict((at) => at.columns(["organization_id", "id"]).doUpdateSet({ name, state: "active", attention: null }))
      .execute();
    const values = {
      app_id: appId,
      phone_number_id: connection.phoneNumberId,
      account_id: connection.accountId,
      graph_url: connection.graphUrl.replace(/\/+$/, ""),
      graph_version: connection.graphVersion,
      token_sealed: kernel.vault.seal(tokenPlace(organizationId, channelId), connection.token),
      verify_token_sealed: kernel.vault.seal(verifyTokenPlace(organizationId, channelId), verifyToken),
      connected_at: new Date(),
      standing: "{}",
      ...numberColumns(report),
    };
    await tx
      .insertInto("whatsapp_numbers")
      .values({ organization_id: organizationId, channel_id: channelId, ...values })
      .onConflict((at) => at.columns(["organization_id", "channel_id"]).doUpdateSet(values))
      .execute();
    if (report.facts?.messagingLimit)
      await tellLimit(
        tx,
        { organization_id: organizationId, portfolio_id: report.facts.portfolioId ?? "", account_id: connection.accountId },
        report.facts.messagingLimit,
        "graph",
      );
    await tx
      .insertInto("meta_verify_tokens")
      .values({ app_id: appId, token_hash: kernel.keys.fingerprint("verify-token", verifyToken) })
      .onConflict((at) => at.doNothing())
      .execute();
    await emit(tx, ctx, "channel.connected", { channelId });
    await audit(
      tx,
      ctx,
      "channel.connected",
      { channelId },
      { phoneNumberId: connection.phoneNumberId, accountId: connection.accountId, graphUrl: values.graph_url, again: before !== undefined },
    );
    await enqueue(tx, "whatsapp.sync-templates", { organizationId, channelId }, { key: `sync-templates:${channelId}`, attempts: 5 });
    // What Meta already sent for this number was parked, not lost.
    await enqueue(tx, "whatsapp.replay-parked", { appId }, { key: `replay-parked:${appId}`, attempts: 5 });
    return channelId;
  });
};

/** The app is recognised by its secret; several organizations may share one. */
const appOf = async (tx: Tx, { kernel }: Ctx, appSecret: string, graphAppId: string | null): Promise<string> => {
  const fingerprint = kernel.keys.fingerprint("app-secret", appSecret);
  const id = newId();
  await tx
    .insertInto("meta_apps")
    .values({
      id,
      secret_fingerprint: fingerprint,
      secret_sealed: kernel.vault.seal(appSecretPlace(id), appSecret),
      graph_app_id: graphAppId,
    })
    .onConflict((at) => at.column("secret_fingerprint").doNothing())
    .execute();
  const app = await tx
    .selectFrom("meta_apps")
    .select(["id", "graph_app_id", "secret_sealed"])
    .where("secret_fingerprint", "=", fingerprint)
    .forUpdate()
    .executeTakeFirstOrThrow();
  // Its last number was disconnected, and the secret with it.
  if (app.secret_sealed === "")
    await tx
      .updateTable("meta_apps")
      .set({ secret_sealed: kernel.vault.seal(appSecretPlace(app.id), appSecret) })
      .where("id", "=", app.id)
      .execute();
  if (graphAppId && app.graph_app_id !== graphAppId)
    await tx.updateTable("meta_apps").set({ graph_app_id: graphAppId }).where("id", "=", app.id).execute();
  return app.id;
};

/** The app's row is locked by now: two connections of one number meet here one after the other. */
const refuseTaken = async (tx: Tx, ctx: Ctx, appId: string, phoneNumberId: string, again: boolean) => {
  const taken = await tx
    .selectFrom("whatsapp_numbers")
    .select(["organization_id", "app_id"])
    .where("phone_number_id", "=", phoneNumberId)
    .where("app_id", "is not", null)
    .where((eb) => eb.or([eb("app_id", "=", appId), eb("organization_id", "=", ctx.organizationId)]))
    .orderBy(sql`organization_id = ${ctx.organizationId}`, "desc")
    .executeTakeFirst();
  if (!taken) return;
  const here = taken.organization_id === ctx.organizationId;
  if (here && again && taken.app_id === appId) return;
  if (here)
    throw new Refusal(
      409,
      "number_connected",
      taken.app_id === appId ? "This number is connected already." : "This number is connected already, through another app.",
      {
        field: "phoneNumberId",
        remedy:
          taken.app_id === appId
            ? "Open it in Settings -> Channels."
            : "Disconnect it in Settings -> Channels first: its conversations come back with it.",
      },
    );
  throw conflict("number_connected", "This number is connected elsewhere.", "Disconnect it there first.", "phoneNumberId");
};
