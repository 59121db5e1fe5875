import type { ClaimedDelivery, DeliveryChannel, Failure, SendOutcome } from "../../../kernel/deliveries.ts";
import { Refusal } from "../../../kernel/errors.ts";
import type { Kernel } from "../../../kernel/module.ts";
import { systemContext } from "../../../kernel/module.ts";
import { OutboundFailure } from "../../../kernel/outbound.ts";
import { mayContact } from "../../contacts/index.ts";
import { applyEarly, windowOpen } from "../../conversations/index.ts";
import { needAttention } from "./attention.ts";
import { failureOf, ruleOf } from "./errors.ts";
import { callGraph, type GraphAnswer, type GraphProblem } from "./graph.ts";
import { numberPace, pairPace } from "./limits.ts";
import { accessOf, type NumberRow, numberOf } from "./number.ts";
import { planWhatsApp, templateOf, templateWrong } from "./plan.ts";
import { reach } from "./reach.ts";
import { UploadFailed, uploadedId } from "./upload.ts";

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
    return [
      pairPace(number.phone_number_id, delivery.identityId ?? delivery.contactId),
      numberPace(number.phone_number_id, number.throughput, number.coexistence),
    ];
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

type Payload = { quote?: string } & (
  | { type: "text"; text: { body: string; preview_url: boolean } }
  | { type: "image" | "document"; media: { fileId: string; caption?: string; filename?: string } }
  | {
      type: "template";
      template: { name: string; language: { code: string }; components: { type: string; parameters?: Record<string, unknown>[] }[] };
      headerFileId?: string;
      headerFilename?: string | null;
    }
);
type Address = { kind: "phone" | "whatsapp_user_id"; value: string };

const addressOf = async (kernel: Kernel, delivery: ClaimedDelivery): Promise<Address | null> => {
  const db = kernel.db.system;
  const id = await reach(db, delivery.organizationId, delivery.channelId, delivery.contactId, delivery.identityId);
  if (!id) return null;
  const identity = await db
    .selectFrom("identities")
    .select(["kind", "value"])
    .where("organization_id", "=", delivery.organizationId)
    .where("id", "=", id)
    .executeTakeFirstOrThrow();
  return identity as Address;
};

/** The body of POST /{phone_number_id}/messages (whatsapp.md §3.7). Our delivery's id travels along: a status that brings it back settles an unknown. */
const requestBody = async (kernel: Kernel, number: NumberRow, delivery: ClaimedDelivery, to: Address): Promise<Record<string, unknown>> => {
  const content = delivery.content as Payload;
  return {
    messaging_product: "whatsapp",
    recipient_type: "individual",
    ...(to.kind === "phone" ? { to: to.value } : { recipient: to.value }),
    type: content.type,
    [content.type]: await partOf(kernel, number, delivery, content),
    ...(content.quote ? { context: { message_id: content.quote } } : {}),
    biz_opaque_callback_data: delivery.id,
  };
};

const partOf = async (kernel: Kernel, number: NumberRow, delivery: ClaimedDelivery, content: Payload): Promise<Record<string, unknown>> => {
  if (content.type === "text") return content.text;
  if (content.type !== "template") {
    const { fileId, ...shown } = content.media;
    return { id: await uploadedId(kernel, number, delivery, fileId), ...shown };
  }
  if (!content.headerFileId) return content.template;
  const id = await uploadedId(kernel, number, delivery, content.headerFileId);
  const named = content.headerFilename ? { filename: content.headerFilename } : {};
  const components = content.template.components.map((part) =>
    part.type === "header"
      ? {
          ...part,
          parameters: part.parameters?.map((one) => ({ ...one, [String(one.type)]: { id, ...(one.type === "document" ? named : {}) } })),
        }
      : part,
  );
  return { ...content.template, components };
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

const outcomeOf = async (kernel: Kernel, number: NumberRow, delivery: ClaimedDelivery, answer: GraphAnswer): Promise<SendOutcome> => {
  const first = (answer.json?.messages as { id?: unknown; message_status?: unknown }[] | undefined)?.[0];
  if (answer.status >= 200 && answer.status < 300) {
    if (typeof first?.id === "string")
      return { state: "accepted", providerId: first.id, heldForQuality: first.message_status === "held_for_quality_assessment" };
    return unknown("answer_unreadable", "WhatsApp answered, but not with a message id. The message may have arrived.");
  }
  if (answer.error) return refused(kernel, number, delivery, answer.error, answer.status, "message");
  if (answer.status === 429)
    return {
      state: "retry",
      waitSeconds: backoff(delivery.attempt),
      failure: { code: "rate_limited", message: "WhatsApp asks to slow down.", remedy: "wait" },
    };
  if (answer.status >= 500) return unknown("provider_error", `WhatsApp answered ${answer.status}. The message may have arrived.`);
  return failed("graph_url_wrong", `The Graph address answered ${answer.status} without an error of Graph's form.`, "contact_admin");
};

/** Refusals that are never given after acting, whatever the HTTP status beside them: rates and announced maintenance. */
const surelyRefused = new Set([4, 80007, 130429, 131056, 133016, 131016, 131057]);

const refused = async (
  kernel: Kernel,
  number: NumberRow,
  delivery: ClaimedDelivery,
  problem: GraphProblem,
  status: number,
  step: "upload" | "message",
): Promise<SendOutcome> => {
  const failure = failureOf({ code: problem.code, error_data: { details: problem.details } });
  const rule = ruleOf(problem.code);
  if (step === "message" && status >= 500 && !surelyRefused.has(problem.code))
    return {
      state: "unknown",
      failure: {
        ...failure,
        code: "provider_error",
        message: "WhatsApp answered with an error of its own. The message may have arrived.",
        remedy: "none",
      },
    };
  if (rule.then === "token" || rule.then === "stop") {
    await needAttention(systemContext(kernel, number.organization_id, "whatsapp"), number.channel_id, failure, rule.then === "token");
    return { state: "held", failure };
  }
  if (step === "upload" && status >= 500) return { state: "retry", waitSeconds: backoff(delivery.attempt), failure };
  if (rule.then !== "retry") return { state: "failed", failure };
  const pause =
    problem.code === 131056
      ? pairPace(number.phone_number_id, delivery.identityId ?? delivery.contactId).key
      : problem.code === 130429
        ? numberPace(number.phone_number_id, null, false).key
        : undefined;
  // The pair limit asks for 4^n seconds (whatsapp.md §3.9); others start at what their rule says.
  const waitSeconds =
    problem.code === 131056 ? Math.min(4 ** (delivery.attempt + 1), 600) : Math.max(rule.waitSeconds ?? 1, backoff(delivery.attempt));
  return { state: "retry", waitSeconds, failure, ...(pause ? { pause } : {}) };
};

/** 2, 4, 8 ... seconds, at most ten minutes; the dispatcher adds jitter. */
const backoff = (attempt: number) => Math.min(2 ** Math.max(1, attempt), 600);
const failed = (code: string, message: string, remedy: NonNullable<Failure["remedy"]>): SendOutcome => ({
  state: "failed",
  failure: { code, message, remedy },
});
const unknown = (code: string, message: string): SendOutcome => ({ state: "unknown", failure: { code, message, remedy: "none" } });
