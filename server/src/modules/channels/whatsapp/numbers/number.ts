import type { Db } from "../../../../kernel/db/pools.ts";
import type { Kernel } from "../../../../kernel/module.ts";
import type { GraphAccess } from "../graph/graph.ts";

/** A channel with its number. */
export const numberOf = (db: Db, organizationId: string, channelId: string) =>
  db
    .selectFrom("channels")
    .innerJoin("whatsapp_numbers", (join) =>
      join
        .onRef("whatsapp_numbers.organization_id", "=", "channels.organization_id")
        .onRef("whatsapp_numbers.channel_id", "=", "channels.id"),
    )
    .selectAll(["channels", "whatsapp_numbers"])
    .where("channels.organization_id", "=", organizationId)
    .where("channels.id", "=", channelId)
    .executeTakeFirst();

export type NumberRow = NonNullable<Awaited<ReturnType<typeof numberOf>>>;

export const tokenPlace = (organizationId: string, channelId: string) => ({
  organizationId,
  table: "whatsapp_numbers",
  column: "token_sealed",
  row: channelId,
});
export const verifyTokenPlace = (organizationId: string, channelId: string) => ({
  organizationId,
  table: "whatsapp_numbers",
  column: "verify_token_sealed",
  row: channelId,
});
export const appSecretPlace = (appId: string) => ({
  organizationId: "installation",
  table: "meta_apps",
  column: "secret_sealed",
  row: appId,
});

export const accessOf = (
  kernel: Kernel,
  number: Pick<
    NumberRow,
    "organization_id" | "channel_id" | "graph_url" | "graph_version" | "token_sealed" | "app_id" | "account_id" | "display_phone_number"
  >,
): GraphAccess => ({
  organizationId: number.organization_id,
  graphUrl: number.graph_url,
  graphVersion: number.graph_version,
  token: kernel.vault.open(tokenPlace(number.organization_id, number.channel_id), number.token_sealed),
  ...(number.app_id
    ? {
        metered: {
          organizationId: number.organization_id,
          channelId: number.channel_id,
          appId: number.app_id,
          accountId: number.account_id,
          hasNumber: number.display_phone_number !== "",
        },
      }
    : {}),
});
