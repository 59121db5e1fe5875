import type { Tx } from "../../../../kernel/db/pools.ts";
import type { PlannedSend, SendWish } from "../../../../kernel/deliveries.ts";
import { conflict } from "../../../../kernel/errors.ts";
import type { Ctx } from "../../../../kernel/module.ts";
import { readyRecording } from "../media/voice.ts";
import { numberOf } from "../numbers/number.ts";
import { withinLimits } from "./limits.ts";
import type { Message, Planned, Planning } from "./message.ts";
import { planInteractive } from "./message-interactive.ts";
import { planMedia } from "./message-media.ts";
import { planContacts, planLocation, planText } from "./message-plain.ts";
import { planReaction } from "./message-reaction.ts";
import { planTemplate } from "./message-template.ts";
import { wakeInWindow } from "./portfolio.ts";
import { reach } from "./reach.ts";

export { templateOf, templateWrong } from "./message-template.ts";

export const readyWhatsApp = async (ctx: Ctx, message: Record<string, unknown>): Promise<Record<string, unknown>> =>
  readyRecording(ctx, withinLimits(message));

/** What WhatsApp makes of a wish, with every limit that is known beforehand named by field. */
export const planWhatsApp = async (tx: Tx, ctx: Ctx, wish: SendWish): Promise<PlannedSend> => {
  const message = withinLimits(wish.message);
  const number = await numberOf(tx, ctx.organizationId, wish.channelId);
  if (!number) throw conflict("channel_disconnected", "This WhatsApp number is not connected.", "Connect it again.");
  const identityId = await reach(tx, ctx.organizationId, wish.channelId, wish.contactId, wish.identityId);
  if (!identityId)
    throw conflict(
      "no_identity",
      "This contact has neither a phone number nor a WhatsApp user id for this number.",
      "Add a phone number to the contact.",
    );
  const planned = await planMessage({ tx, ctx, number, wish, identityId }, message);
  const send = { identityId, fileId: null, marketing: false, freeForm: true, ...planned };
  if (send.freeForm) await wakeInWindow(tx, ctx.organizationId, wish);
  return send;
};

const planMessage = (planning: Planning, message: Message): Planned | Promise<Planned> => {
  if (message.type === "text") return planText(message);
  if (message.type === "template") return planTemplate(planning, message);
  if (message.type === "interactive") return planInteractive(planning, message);
  if (message.type === "location") return planLocation(message);
  if (message.type === "contacts") return planContacts(message);
  if (message.type === "reaction") return planReaction(planning, message);
  return planMedia(planning, message);
};
