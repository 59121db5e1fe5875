import { sql } from "kysely";
import type { z } from "zod";
import type { Tx } from "../../kernel/db/pools.ts";
import type { Ctx } from "../../kernel/module.ts";
import { addressesOf } from "./addresses.ts";
import type { Contact } from "./contacts.api.ts";
import { fieldsOf } from "./fields.ts";
import { goneInto } from "./gone-into.ts";
import { identitiesOf, presentFacts, presentIdentity, tagsOf } from "./present.ts";

export const readContact = (ctx: Ctx, contactId: string) => ctx.transaction((tx) => contactPage(tx, ctx, contactId));

/** One person whole. What was said is shown only to those who may read conversations. */
export const contactPage = async (tx: Tx, ctx: Ctx, contactId: string): Promise<z.input<typeof Contact>> => {
  const { organizationId } = ctx;
  const row = await tx
    .selectFrom("contacts")
    .selectAll()
    .where("organization_id", "=", organizationId)
    .where("id", "=", contactId)
    .executeTakeFirst();
  if (!row) throw await goneInto(tx, organizationId, contactId);
  const identities = await identitiesOf(tx, organizationId, [contactId]);
  return {
    ...presentFacts(row, identities, await fieldsOf(tx, organizationId)),
    givenName: row.name,
    language: row.language,
    country: row.country,
    timeZone: row.time_zone,
    stageSince: row.stage_since,
    addresses: await addressesOf(tx, organizationId, contactId),
    tags: (await tagsOf(tx, organizationId, [contactId])).get(contactId) ?? [],
    identities: identities.map(presentIdentity),
    consents: await consentsOf(tx, organizationId, contactId),
    conversations: ctx.permissions.has("inbox.read") ? await conversationsOf(tx, organizationId, contactId) : [],
  };
};

/** The last entry of each channel and purpose is what holds, of the same moment the withdrawal. */
const consentsOf = async (tx: Tx, organizationId: string, contactId: string) => {
  const rows = await tx
    .selectFrom("consent_ledger")
    .distinctOn(["channel", "purpose"])
    .select(["channel", "purpose", "action", "source", "occurred_at"])
    .where("organization_id", "=", organizationId)
    .where("contact_id", "=", contactId)
    .orderBy("channel")
    .orderBy("purpose")
    .orderBy("occurred_at", "desc")
    .orderBy("action", "desc")
    .limit(100)
    .execute();
  return rows.map((row) => ({
    channel: row.channel,
    purpose: row.purpose,
    state: row.action as "granted" | "withdrawn",
    source: row.source,
    at: row.occurred_at,
  }));
};

const conversationsOf = async (tx: Tx, organizationId: string, contactId: string) => {
  const rows = await tx
    .selectFrom("conversations as c")
    .innerJoin("channels", (join) =>
      join.onRef("channels.organization_id", "=", "c.organization_id").onRef("channels.id", "=", "c.channel_id"),
    )
    .select([
      "c.id",
      "c.channel_id",
      "channels.name as channel_name",
      "c.state",
      "c.last_message_at",
      sql<string>`left(coalesce(c.preview ->> 'text', ''), 200)`.as("preview"),
    ])
    .where("c.organization_id", "=", organizationId)
    .where("c.contact_id", "=", contactId)
    .orderBy("c.last_message_at", "desc")
    .limit(50)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    channelId: row.channel_id,
    channelName: row.channel_name,
    state: row.state as "open" | "closed",
    lastMessageAt: row.last_message_at,
    preview: row.preview,
  }));
};
