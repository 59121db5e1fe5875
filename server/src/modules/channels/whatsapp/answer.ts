import type { ClaimedDelivery, Failure, SendOutcome } from "../../../kernel/deliveries.ts";
import { type Kernel, systemContext } from "../../../kernel/module.ts";
import { needAttention } from "./attention.ts";
import { failureOf, ruleOf } from "./errors.ts";
import type { GraphAnswer, GraphProblem } from "./graph.ts";
import type { NumberRow } from "./number.ts";
import { numberPace, pairPace } from "./pacing.ts";

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

/** Refusals that are never given after acting, whatever the HTTP status beside them: rates and announced maintenance. */
const surelyRefused = new Set([4, 80007, 130429, 131056, 133016, 131016, 131057]);

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
