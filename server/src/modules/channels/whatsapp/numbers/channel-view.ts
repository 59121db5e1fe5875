import type { z } from "zod";
import type { Tx } from "../../../../kernel/db/pools.ts";
import { notFound } from "../../../../kernel/errors.ts";
import type { Ctx, Kernel } from "../../../../kernel/module.ts";
import type { Channel } from "../../channels.api.ts";
import { type NumberRow, numberOf, verifyTokenPlace } from "./number.ts";

export type ChannelView = z.input<typeof Channel>;

export const channels = (ctx: Ctx): Promise<ChannelView[]> =>
  ctx.transaction(async (tx) => {
    const rows = await tx
      .selectFrom("channels")
      .innerJoin("whatsapp_numbers", (join) =>
        join
          .onRef("whatsapp_numbers.organization_id", "=", "channels.organization_id")
          .onRef("whatsapp_numbers.channel_id", "=", "channels.id"),
      )
      .selectAll(["channels", "whatsapp_numbers"])
      .where("channels.organization_id", "=", ctx.organizationId)
      .orderBy("channels.id")
      .execute();
    return rows.map((row) => channelView(ctx.kernel, row));
  });

export const channel = (ctx: Ctx, channelId: string): Promise<ChannelView> => ctx.transaction((tx) => shownChannel(tx, ctx, channelId));

export const shownChannel = async (tx: Tx, ctx: Ctx, channelId: string): Promise<ChannelView> =>
  channelView(ctx.kernel, await requireNumber(tx, ctx, channelId));

export const requireNumber = async (tx: Tx, ctx: Ctx, channelId: string): Promise<NumberRow> => {
  const number = await numberOf(tx, ctx.organizationId, channelId);
  if (!number) throw notFound("channel");
  return number;
};

export const verifyTokenOf = (kernel: Kernel, number: Pick<NumberRow, "organization_id" | "channel_id" | "verify_token_sealed">): string =>
  number.verify_token_sealed === ""
    ? ""
    : kernel.vault.open(verifyTokenPlace(number.organization_id, number.channel_id), number.verify_token_sealed);

/** Secrets stay inside; of the verify token its last four letters leave, to compare with Meta's page. */
const channelView = (kernel: Kernel, row: NumberRow): ChannelView => ({
  id: row.channel_id,
  kind: "whatsapp",
  name: row.name,
  state: row.state as ChannelView["state"],
  attention: row.attention,
  displayPhoneNumber: row.display_phone_number,
  verifiedName: row.verified_name,
  phoneNumberId: row.phone_number_id,
  accountId: row.account_id,
  graphUrl: row.graph_url,
  graphVersion: row.graph_version,
  quality: row.quality,
  messagingLimit: row.messaging_limit,
  throughput: row.throughput,
  nameStatus: row.name_status,
  tokenState: row.token_state as ChannelView["tokenState"],
  coexistence: row.coexistence,
  webhook: { url: `${kernel.publicUrl()}/webhooks/meta`, verifyTokenEndsWith: verifyTokenOf(kernel, row).slice(-4) },
  lastReceivedAt: row.last_received_at,
  checks: withWebhook(row),
  checkedAt: row.checked_at,
  createdAt: row.created_at,
});

/** Whether Meta's webhooks come in is seen here, not asked there. */
const withWebhook = (row: NumberRow): ChannelView["checks"] => [
  ...(row.checks as unknown as ChannelView["checks"]).filter((one) => one.check !== "webhook_seen"),
  row.last_received_at
    ? { check: "webhook_seen", ok: true, field: null, message: "Webhooks arrive.", remedy: null }
    : {
        check: "webhook_seen",
        ok: null,
        field: null,
        message: "No webhook has arrived yet.",
        remedy: "Enter the webhook address and the verify token in the app's WhatsApp -> Configuration page and subscribe to messages.",
      },
];
