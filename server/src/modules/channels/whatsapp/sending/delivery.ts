import type { ClaimedDelivery, DeliveryChannel, Prepared, SendOutcome } from "../../../../kernel/deliveries.ts";
import { Refusal } from "../../../../kernel/errors.ts";
import type { Kernel } from "../../../../kernel/module.ts";
import { OutboundFailure } from "../../../../kernel/outbound.ts";
import { applyEarlyFor } from "../../../conversations/index.ts";
import { callGraph, type GraphAccess } from "../graph/graph.ts";
import { accessOf, type NumberRow, numberOf } from "../numbers/number.ts";
import { backoff, failed, outcomeOf, refused, unknown } from "./answer.ts";
import { judge } from "./dispatch-rules.ts";
import { heed } from "./heed.ts";
import { pacesOf } from "./pacing.ts";
import { planWhatsApp, readyWhatsApp } from "./plan.ts";
import { type PortfolioWait, portfolioLimit, releasePortfolio, reservePortfolio } from "./portfolio.ts";
import { addresses, reach } from "./reach.ts";
import { requestBody } from "./request.ts";
import { sendAgain } from "./send-again.ts";
import { UploadFailed } from "./upload.ts";

/** Graph answers a message in well under a second; what takes longer than this is unknown, and the message's status will tell. */
const messageTimeoutMs = 10_000;

export const whatsappDelivery: DeliveryChannel = {
  kind: "whatsapp",
  concurrency: 64,
  ready: readyWhatsApp,
  plan: planWhatsApp,
  reach,
  check: async (db, delivery) => {
    const number = await numberOf(db, delivery.organizationId, delivery.channelId);
    return number ? ((await judge(db, number, [delivery]))[0]?.failure ?? null) : disconnected.failure;
  },
  prepare: async (kernel, deliveries) => {
    const db = kernel.db.system;
    const { organizationId = "", channelId = "" } = deliveries[0] ?? {};
    const number = await numberOf(db, organizationId, channelId);
    if (!number || number.token_sealed === "") return deliveries.map(() => async () => disconnected);
    const access = accessOf(kernel, number);
    const verdicts = await judge(db, number, deliveries);
    const reached = await addresses(db, organizationId, channelId, deliveries);
    const outside = deliveries.flatMap((delivery, at) => {
      const identityId = reached[at]?.id;
      return identityId && !verdicts[at]?.failure && !verdicts[at]?.windowOpen ? [{ ...delivery, identityId }] : [];
    });
    const waits = await reservePortfolio(kernel, number, outside);
    const places = new Set(outside.map((delivery) => delivery.id));
    return deliveries.map((delivery, at) => async () => {
      const failure = verdicts[at]?.failure;
      if (failure) return { state: "failed", failure };
      const to = reached[at];
      if (!to) return noIdentity;
      const wait = waits.get(delivery.id);
      if (wait) return noPlace(wait);
      const prepared = await ready(kernel, number, access, delivery, to);
      return places.has(delivery.id) ? givingBack(kernel, number, to.id, prepared) : prepared;
    });
  },
  known: async (tx, organizationId, ids) => heed(tx, organizationId, await applyEarlyFor(tx, organizationId, ids)),
  again: sendAgain,
};

const disconnected = failed("channel_disconnected", "This WhatsApp number is not connected any more.", "contact_admin");
const noIdentity = failed("no_identity", "This contact has no WhatsApp number or user id any more.", "fix_number");

const noPlace = ({ waitSeconds, limit, used }: PortfolioWait): Prepared => ({
  state: "postponed",
  waitSeconds,
  failure: {
    code: portfolioLimit,
    message: `${used} of ${limit} people were written to outside their window in the last 24 hours: WhatsApp allows no more for now.`,
    remedy: "wait",
  },
});

/** Who was surely not written to takes no place in the portfolio's limit. */
const givingBack = async (kernel: Kernel, number: NumberRow, identityId: string, prepared: Prepared): Promise<Prepared> => {
  const back = () => releasePortfolio(kernel, number, [identityId]);
  if (!("send" in prepared)) {
    await back();
    return prepared;
  }
  return {
    ...prepared,
    send: async () => {
      const outcome = await prepared.send();
      // The outcome is known whatever becomes of the place, which ends by itself.
      if (outcome.state !== "accepted" && outcome.state !== "unknown")
        await back().catch((error) => kernel.log.warn({ err: error }, "a place in a portfolio's limit was not given back"));
      return outcome;
    },
    unsent: back,
  };
};

const ready = async (
  kernel: Kernel,
  number: NumberRow,
  access: GraphAccess,
  delivery: ClaimedDelivery,
  to: Parameters<typeof requestBody>[3],
): Promise<Prepared> => {
  try {
    const body = await requestBody(kernel, number, delivery, to);
    return { paces: pacesOf(number, delivery), send: () => post(kernel, number, access, delivery, body) };
  } catch (error) {
    // Uploads may be repeated: whatever happened to one, the message itself has not been sent.
    if (error instanceof UploadFailed) return notSent(await refused(kernel, number, delivery, error.problem, error.status, "upload"));
    if (error instanceof OutboundFailure) return unreachable(delivery);
    if (error instanceof Refusal) return failed(error.code, error.message, "contact_admin");
    throw error;
  }
};

const notSent = (outcome: SendOutcome): Prepared => {
  if (outcome.state === "accepted" || outcome.state === "unknown") throw new Error("an upload sends no message");
  return outcome;
};

const unreachable = (delivery: ClaimedDelivery): Extract<SendOutcome, { state: "retry" }> => ({
  state: "retry",
  waitSeconds: backoff(delivery.attempt),
  failure: { code: "provider_unreachable", message: "WhatsApp could not be reached.", remedy: "wait" },
});

const post = async (
  kernel: Kernel,
  number: NumberRow,
  access: GraphAccess,
  delivery: ClaimedDelivery,
  json: Record<string, unknown>,
): Promise<SendOutcome> => {
  try {
    const answer = await callGraph(kernel, access, {
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
    return unreachable(delivery);
  }
};
