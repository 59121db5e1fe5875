import type { ClaimedDelivery, Failure, SendOutcome } from "../../../../kernel/deliveries.ts";
import type { Kernel } from "../../../../kernel/module.ts";
import { failureOf, type Rule, ruleOf } from "../graph/errors.ts";
import type { GraphAnswer, GraphProblem } from "../graph/graph.ts";
import type { NumberRow } from "../numbers/number.ts";
import { heedRefusals } from "./refusals.ts";
import { scopePace } from "./scope-pace.ts";

export const outcomeOf = async (
  kernel: Kernel,
  number: NumberRow,
  delivery: ClaimedDelivery,
  answer: GraphAnswer,
): Promise<SendOutcome> => {
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

export const refused = async (
  kernel: Kernel,
  number: NumberRow,
  delivery: ClaimedDelivery,
  problem: GraphProblem,
  status: number,
  step: "upload" | "message",
): Promise<SendOutcome> => {
  const failure = failureOf({ code: problem.code, error_data: { details: problem.details } });
  const rule = ruleOf(problem.code);
  if (step === "message" && status >= 500 && !rule.surely)
    return {
      state: "unknown",
      failure: {
        ...failure,
        code: "provider_error",
        message: "WhatsApp answered with an error of its own. The message may have arrived.",
        remedy: "none",
      },
    };
  if (rule.then === "retry") return retried(number, delivery, rule, failure);
  if (step === "upload" && status >= 500 && !rule.surely) return { state: "retry", waitSeconds: backoff(delivery.attempt), failure };
  if (rule.then === "use_phone" && (await turnToPhone(kernel, delivery))) return { state: "retry", waitSeconds: 0, failure };
  const learned = await heedAnswer(kernel, number, delivery, rule, failure);
  return rule.then === "token" || rule.then === "stop" ? { state: "held", failure: learned } : { state: "failed", failure: learned };
};

/** Refused before acting, so trying again is harmless; what does not pass by waiting ends after some tries. */
const retried = (number: NumberRow, delivery: ClaimedDelivery, rule: Rule, failure: Failure): SendOutcome => {
  if (rule.tries !== undefined && delivery.attempt >= rule.tries) return { state: "failed", failure };
  const pause = rule.scope ? scopePace(number, rule.scope, delivery.identityId ?? delivery.contactId).key : undefined;
  // The pair limit asks for 4^n seconds; others start at what their rule says.
  const waitSeconds =
    rule.scope === "pair" ? Math.min(4 ** (delivery.attempt + 1), 600) : Math.max(rule.waitSeconds ?? 1, backoff(delivery.attempt));
  return { state: "retry", waitSeconds, failure, ...(pause ? { pause } : {}) };
};

const heedAnswer = async (kernel: Kernel, number: NumberRow, delivery: ClaimedDelivery, rule: Rule, failure: Failure): Promise<Failure> => {
  if (rule.then === "fail" && rule.again !== "template_changed") return failure;
  const { organizationId, contactId, identityId, messageId, content } = delivery;
  const at = new Date();
  const one = { deliveryId: delivery.id, channelId: number.channel_id, contactId, identityId, messageId, content, failure, at };
  const learned = await kernel.db.system.transaction().execute((tx) => heedRefusals(tx, organizationId, [one]));
  kernel.live.wake();
  return learned.get(delivery.id) ?? failure;
};

/** Surely not sent, and the contact has a number beside the user id that was refused (131062): the next try goes there. */
const turnToPhone = async (kernel: Kernel, delivery: ClaimedDelivery): Promise<boolean> => {
  const { organizationId, contactId, identityId } = delivery;
  const known = await kernel.db.system
    .selectFrom("identities")
    .select(["id", "kind"])
    .where("organization_id", "=", organizationId)
    .where("contact_id", "=", contactId)
    .where("retired_at", "is", null)
    .orderBy("last_seen_at", "desc")
    .execute();
  const phone = known.find((identity) => identity.kind === "phone");
  if (!phone || known.find((identity) => identity.id === identityId)?.kind !== "whatsapp_user_id") return false;
  await kernel.db.system
    .updateTable("deliveries")
    .set({ identity_id: phone.id })
    .where("organization_id", "=", organizationId)
    .where("id", "=", delivery.id)
    .execute();
  return true;
};

/** 2, 4, 8 ... seconds, at most ten minutes; the dispatcher adds jitter. */
export const backoff = (attempt: number) => Math.min(2 ** Math.max(1, attempt), 600);
export const failed = (
  code: string,
  message: string,
  remedy: NonNullable<Failure["remedy"]>,
): Extract<SendOutcome, { state: "failed" }> => ({
  state: "failed",
  failure: { code, message, remedy },
});
export const unknown = (code: string, message: string): SendOutcome => ({ state: "unknown", failure: { code, message, remedy: "none" } });
