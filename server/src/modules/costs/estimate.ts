import { sql } from "kysely";
import type { z } from "zod";
import type { Tx } from "../../kernel/db/pools.ts";
import { notFound } from "../../kernel/errors.ts";
import type { Ctx } from "../../kernel/module.ts";
import type { CostEstimate, EstimateQuery } from "./costs.api.ts";
import { repliesLeft } from "./free-replies.ts";
import { countryOf, marketOf } from "./market.ts";
import { bookOf } from "./price-book.ts";
import { costRules, ruleOf } from "./shipped.ts";

/** What one more message to this person would cost just now, before it is sent. */
export const estimate = (ctx: Ctx, asked: z.output<typeof EstimateQuery>): Promise<z.input<typeof CostEstimate>> =>
  ctx.transaction(async (tx) => {
    const { organizationId } = ctx;
    await requireBoth(tx, organizationId, asked);
    const category =
      asked.templateId === undefined ? (asked.category ?? "service") : await categoryOf(tx, organizationId, asked.templateId);
    const country = countryOf(await identities(tx, organizationId, asked.contactId));
    const day = await today(tx, organizationId);
    const market = country === null ? null : marketOf(country, day);
    const { book, settings } = await bookOf(tx, organizationId);
    const price = market === null ? null : book({ day, market, category });
    const left = await repliesLeft(tx, organizationId, asked.channelId, day);
    const free = await whyFree(tx, organizationId, asked, { category, day, left: left.left });
    return {
      category,
      country,
      market,
      currency: price?.currency ?? settings.currency,
      amountMicros: free === null ? (price ? String(price.micros) : null) : "0",
      priceMicros: price ? String(price.micros) : null,
      free,
      freeRepliesLeft: left.left,
      validFrom: price?.validFrom ?? null,
      exactness: price?.exactness ?? null,
      source: price?.source ?? null,
      showReplyCost: settings.showReplyCost,
    };
  });

/** The organization's own calendar day. */
export const today = async (tx: Tx, organizationId: string): Promise<string> => {
  const { rows } = await sql<{
    day: string;
  }>`select (now() at time zone time_zone)::date::text as day from organizations where id = ${organizationId}`.execute(tx);
  return rows[0]?.day ?? new Date().toISOString().slice(0, 10);
};

const requireBoth = async (tx: Tx, organizationId: string, { channelId, contactId }: { channelId: string; contactId: string }) => {
  const { rows } = await sql<{ channel: boolean; contact: boolean }>`
    select exists (select from channels where organization_id = ${organizationId} and id = ${channelId}) as channel,
           exists (select from contacts where organization_id = ${organizationId} and id = ${contactId}) as contact`.execute(tx);
  if (!rows[0]?.channel) throw notFound("channel");
  if (!rows[0].contact) throw notFound("contact");
};

const categoryOf = async (tx: Tx, organizationId: string, templateId: string): Promise<string> => {
  const row = await tx
    .selectFrom("whatsapp_templates")
    .select("category")
    .where("organization_id", "=", organizationId)
    .where("id", "=", templateId)
    .executeTakeFirst();
  if (!row) throw notFound("template");
  return row.category.toLowerCase();
};

const identities = (tx: Tx, organizationId: string, contactId: string) =>
  tx
    .selectFrom("identities")
    .select(["kind", "value"])
    .where("organization_id", "=", organizationId)
    .where("contact_id", "=", contactId)
    .where("kind", "in", ["phone", "whatsapp_user_id"])
    .orderBy(sql`kind = 'phone'`, "desc")
    .orderBy(sql`retired_at is null`, "desc")
    .orderBy("last_seen_at", "desc")
    .execute();

type Free = "free_entry_point" | "free_replies" | "not_charged" | null;

const whyFree = async (
  tx: Tx,
  organizationId: string,
  asked: { channelId: string; contactId: string },
  { category, day, left }: { category: string; day: string; left: number | null },
): Promise<Free> => {
  const rule = ruleOf(day);
  if (await inFreeEntry(tx, organizationId, asked)) return "free_entry_point";
  if (category === "service") return rule.freeReplies === null ? "not_charged" : (left ?? 0) > 0 ? "free_replies" : null;
  return category === "utility" && rule.utilityInWindowFree && (await windowIsOpen(tx, organizationId, asked)) ? "not_charged" : null;
};

/**
 * A click on an ad opens 72 hours if we answered within 24. Counted from the person's message, the earlier of the two
 * readings: nothing is called free that may be charged. Before the first answer it counts, because that answer would open it.
 */
const inFreeEntry = async (
  tx: Tx,
  organizationId: string,
  { channelId, contactId }: { channelId: string; contactId: string },
): Promise<boolean> => {
  const { freeEntryHours, freeEntryAnswerHours } = costRules();
  const { rows } = await sql<{ free: boolean }>`
    select exists (
      select from conversations c join messages click on click.organization_id = c.organization_id and click.conversation_id = c.id
       where c.organization_id = ${organizationId} and c.channel_id = ${channelId} and c.contact_id = ${contactId}
         and click.occurred_at > now() - make_interval(hours => ${freeEntryHours}::int) and click.direction = 'inbound' and click.origin = 'customer'
         and click.content -> 'referral' is not null and click.content -> 'referral' <> 'null'::jsonb
         and (click.occurred_at > now() - make_interval(hours => ${freeEntryAnswerHours}::int) or exists (
           select from messages reply where reply.organization_id = c.organization_id and reply.conversation_id = c.id and reply.direction = 'outbound'
              and reply.origin = 'api' and reply.state in ('accepted', 'sent', 'delivered', 'read') and reply.occurred_at >= click.occurred_at
              and reply.occurred_at < click.occurred_at + make_interval(hours => ${freeEntryAnswerHours}::int)))) as free`.execute(tx);
  return rows[0]?.free ?? false;
};

const windowIsOpen = async (
  tx: Tx,
  organizationId: string,
  { channelId, contactId }: { channelId: string; contactId: string },
): Promise<boolean> => {
  const { rows } = await sql<{ open: boolean }>`
    select window_until > now() as open from conversations where organization_id = ${organizationId} and channel_id = ${channelId} and contact_id = ${contactId}`.execute(
    tx,
  );
  return rows[0]?.open ?? false;
};
