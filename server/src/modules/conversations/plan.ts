import type { Tx } from "../../kernel/db/pools.ts";
import type { DeliveryChannel, PlannedSend } from "../../kernel/deliveries.ts";
import { conflict, invalid, notFound, Refusal } from "../../kernel/errors.ts";
import type { Ctx } from "../../kernel/module.ts";
import { mayContact } from "../contacts/index.ts";
import type { OutgoingMessage } from "./outgoing.ts";
import { requirePeace } from "./peace.ts";
import { planMarginMs, windowOpen } from "./window.ts";

export type Target = { conversationId: string; channelId: string; contactId: string; identityId: string | null; windowUntil: Date | null };
export type Plan = PlannedSend & { quote: string | null; purpose: string };

/** Locked, so that what is counted and shown in the list is written by one sender at a time. */
export const targetOf = async (tx: Tx, ctx: Ctx, conversationId: string): Promise<Target> => {
  const row = await tx
    .selectFrom("conversations")
    .select(["channel_id", "contact_id", "identity_id", "window_until"])
    .where("organization_id", "=", ctx.organizationId)
    .where("id", "=", conversationId)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw notFound("conversation");
  return {
    conversationId,
    channelId: row.channel_id,
    contactId: row.contact_id,
    identityId: row.identity_id,
    windowUntil: row.window_until,
  };
};

/** Asks every rule before anything is stored: channel, the channel's own limits, window, consent. Throws the refusal a person can act on. */
export const plan = async (tx: Tx, ctx: Ctx, target: Target, message: OutgoingMessage): Promise<Plan> => {
  const channel = await openChannel(tx, ctx, target.channelId);
  const quote = message.replyTo ? await quoted(tx, ctx, target.conversationId, message.replyTo) : null;
  const planned = await channel.plan(tx, ctx, {
    channelId: target.channelId,
    contactId: target.contactId,
    identityId: target.identityId,
    message,
  });
  if (planned.freeForm) requireWindow(target.windowUntil);
  if (planned.marketing) await requireConsent(tx, ctx, target, channel.kind);
  if (planned.marketing) await requirePeace(tx, ctx.organizationId, target.contactId);
  return { ...planned, quote, purpose: planned.marketing ? "marketing" : "customer_support" };
};

/** `attention` takes messages: they wait until the channel can send again. */
export const openChannel = async (tx: Tx, ctx: Ctx, channelId: string): Promise<DeliveryChannel> => {
  const row = await tx
    .selectFrom("channels")
    .select(["kind", "state", "name"])
    .where("organization_id", "=", ctx.organizationId)
    .where("id", "=", channelId)
    .executeTakeFirst();
  const channel = row && ctx.kernel.channels.get(row.kind);
  if (!row || !channel) throw notFound("channel");
  if (row.state === "paused") throw conflict("channel_paused", `Sending on ${row.name} is paused.`, "Resume it in Settings -> Channels.");
  if (row.state === "disconnected")
    throw conflict("channel_disconnected", `${row.name} is disconnected.`, "Connect it again in Settings -> Channels.");
  return channel;
};

export const requireWindow = (until: Date | null) => {
  if (windowOpen(until, planMarginMs)) return;
  const why = until === null ? "This customer has not written yet" : "More than 24 hours have passed since the customer last wrote";
  throw new Refusal(409, "window_closed", `${why}: only an approved template may be sent.`, { field: "type", remedy: "send_template" });
};

const requireConsent = async (tx: Tx, ctx: Ctx, target: Target, channelKind: string) => {
  const permit = await mayContact(tx, ctx.organizationId, target.contactId, channelKind, "marketing");
  if (permit.allowed) return;
  const why =
    permit.reason === "consent_withdrawn"
      ? "This person has withdrawn their consent to marketing messages."
      : "This person has not agreed to marketing messages.";
  throw new Refusal(409, permit.reason, why, { field: "name", remedy: "Send a utility template, or record the person's consent first." });
};

const quoted = async (tx: Tx, ctx: Ctx, conversationId: string, messageId: string): Promise<string> => {
  const found = await tx
    .selectFrom("messages")
    .select("provider_id")
    .where("organization_id", "=", ctx.organizationId)
    .where("conversation_id", "=", conversationId)
    .where("id", "=", messageId)
    .executeTakeFirst();
  if (!found) throw invalid("replyTo", "There is no such message in this conversation.");
  if (!found.provider_id) throw invalid("replyTo", "This message cannot be quoted: it never reached WhatsApp.");
  return found.provider_id;
};
