import type { ClaimedDelivery, DeliveryChannel, SendOutcome } from "../../../kernel/deliveries.ts";
import { Refusal } from "../../../kernel/errors.ts";
import type { Kernel } from "../../../kernel/module.ts";
import { OutboundFailure } from "../../../kernel/outbound.ts";
import { mayContact } from "../../contacts/index.ts";
import { applyEarly, windowOpen } from "../../conversations/index.ts";
import { backoff, failed, outcomeOf, refused, unknown } from "./answer.ts";
import { callGraph } from "./graph.ts";
import { accessOf, type NumberRow, numberOf } from "./number.ts";
import { pacesOf } from "./pacing.ts";
import { planWhatsApp, templateOf, templateWrong } from "./plan.ts";
import { reach } from "./reach.ts";
import { addressOf, type Payload, requestBody } from "./request.ts";
import { UploadFailed } from "./upload.ts";

/** Graph answers a message in well under a second; what takes longer than this is unknown, and the message's status will tell. */
const messageTimeoutMs = 10_000;
/** Planning leaves three minutes; here the message is on its way. */
const dispatchMarginMs = 15_000;

export const whatsappDelivery: DeliveryChannel = {
  kind: "whatsapp",
  concurrency: 16,
  plan: planWhatsApp,
  reach,
  check: async (db, delivery) => {
    const content = delivery.content as Payload;
    if (content.type !== "template") {
      const conversation = await db
        .selectFrom("conversations")
        .select("window_until")
        .where("organization_id", "=", delivery.organizationId)
        .where("id", "=", delivery.conversationId)
        .executeTakeFirst();
      return windowOpen(conversation?.window_until ?? null, dispatchMarginMs)
        ? null
        : {
            code: "window_closed",
            message: "The 24 hours after the customer's last message ended before this could be sent.",
            remedy: "send_template",
          };
    }
    const number = await numberOf(db, delivery.organizationId, delivery.channelId);
    const template =
      number && (await templateOf(db, delivery.organizationId, number.account_id, content.template.name, content.template.language.code));
    const wrong = template
      ? templateWrong(template)
      : { code: "template_missing", message: "There is no template of this name and language any more." };
    if (wrong) return { ...wrong, remedy: "fix_template" };
    if (delivery.purpose !== "marketing") return null;
    const permit = await mayContact(
      db as Parameters<typeof mayContact>[0],
      delivery.organizationId,
      delivery.contactId,
      "whatsapp",
      "marketing",
    );
    return permit.allowed ? null : { code: permit.reason, message: "This person has not agreed to marketing messages.", remedy: "none" };
  },
  paces: async (kernel, delivery) => {
    const number = await numberOf(kernel.db.system, delivery.organizationId, delivery.channelId);
    if (!number) return [];
    return pacesOf(number, delivery);
  },
  prepare: async (kernel, delivery) => {
    const number = await numberOf(kernel.db.system, delivery.organizationId, delivery.channelId);
    if (!number || number.token_sealed === "")
      return failed("channel_disconnected", "This WhatsApp number is not connected any more.", "contact_admin");
    const to = await addressOf(kernel, delivery);
    if (!to) return failed("no_identity", "This contact has no WhatsApp number or user id any more.", "fix_number");
    try {
      const body = await requestBody(kernel, number, delivery, to);
      return () => post(kernel, number, delivery, body);
    } catch (error) {
      // Uploads may be repeated: whatever happened to one, the message itself has not been sent.
      if (error instanceof UploadFailed) return refused(kernel, number, delivery, error.problem, error.status, "upload");
      if (error instanceof OutboundFailure)
        return {
          state: "retry",
          waitSeconds: backoff(delivery.attempt),
          failure: { code: "provider_unreachable", message: "WhatsApp could not be reached.", remedy: "wait" },
        };
      if (error instanceof Refusal) return failed(error.code, error.message, "contact_admin");
      throw error;
    }
  },
  known: (tx, delivery, providerId) => applyEarly(tx, delivery.organizationId, delivery.channelId, [providerId]),
};

const post = async (kernel: Kernel, number: NumberRow, delivery: ClaimedDelivery, json: Record<string, unknown>): Promise<SendOutcome> => {
  try {
    const answer = await callGraph(kernel, accessOf(kernel, number), {
      purpose: delivery.purpose,
      path: `${number.phone_number_id}/messages`,
      method: "POST",
      json,
      categories: ["user.content.private", "to" in json ? "user.contact.phone_number" : "user.unique_id"],
      contactId: delivery.contactId,
      timeoutMs: messageTimeoutMs,
    });
    return outcomeOf(kernel, number, delivery, answer);
  } catch (error) {
    if (error instanceof Refusal) return failed(error.code, error.message, "contact_admin");
    if (!(error instanceof OutboundFailure)) throw error;
    if (error.mayHaveArrived) return unknown("no_answer", "WhatsApp did not answer in time. The message may have arrived.");
    return {
      state: "retry",
      waitSeconds: backoff(delivery.attempt),
      failure: { code: "provider_unreachable", message: "WhatsApp could not be reached.", remedy: "wait" },
    };
  }
};
