import type { Tx } from "../../kernel/db/pools.ts";
import { emitMany } from "../../kernel/events.ts";

export type Pricing = Record<string, unknown>;
export type PricedMessage = { messageId: string; conversationId: string; contactId: string; channelId: string; pricing: Pricing };

const text = (value: unknown) => (typeof value === "string" ? value : null);

/** The part of a status's `pricing` that decides what is charged. */
const factsOf = (pricing: Pricing) => ({
  model: text(pricing.pricing_model),
  type: text(pricing.type),
  category: text(pricing.category),
  billable: typeof pricing.billable === "boolean" ? pricing.billable : null,
});

/** Whether a status tells a price that is not known yet. Each status of a message repeats it. */
export const isNewPrice = (before: Pricing | null, told: Pricing | null): told is Pricing =>
  told !== null && (before === null || JSON.stringify(factsOf(before)) !== JSON.stringify(factsOf(told)));

/** In the transaction that stores the price on its message. */
export const tellPriced = (tx: Tx, organizationId: string, messages: PricedMessage[]) =>
  emitMany(
    tx,
    messages.map(({ pricing, ...message }) => ({
      organizationId,
      name: "message.priced",
      actor: { kind: "system", name: "channel" },
      payload: { ...message, pricing: factsOf(pricing) },
    })),
  );
