import { refusedStatus } from "../graph/refuse.ts";
import type { Accepted } from "../graph/send.ts";
import type { Delivery } from "../webhooks/deliver.ts";
import { type Pricing, postStatus } from "../webhooks/statuses.ts";
import { numberOf, type World } from "../world.ts";
import { answer } from "./answer.ts";
import type { Customer } from "./customer.ts";
import { findCustomer } from "./customer.ts";
import { priceOf } from "./price.ts";

/** What becomes of a message that was taken: sent, delivered, read and perhaps answered, or failed. Resolves once `sent`. */
export const become = async (world: World, delivery: Delivery, accepted: Accepted): Promise<void> => {
  const { message } = accepted;
  const customer = findCustomer(world, message.to);
  const scripted = refusedStatus(world, numberOf(world, message.phoneNumberId), message.body);
  const code = scripted ?? failureOf(accepted, customer);
  if (code !== undefined || !customer) {
    await postStatus(world, delivery, message, customer, { status: "failed", code: code ?? 131026 });
    return;
  }
  const pricing = priceOf(world, accepted, customer);
  await postStatus(world, delivery, message, customer, { status: "sent", pricing });
  // A reaction is neither delivered nor read by status, and nobody answers one.
  if (message.type === "reaction") return;
  void world.clock.track(later(world, delivery, accepted, customer, pricing));
};

const later = async (world: World, delivery: Delivery, accepted: Accepted, customer: Customer, pricing: Pricing): Promise<void> => {
  const { message } = accepted;
  const random = world.random(`reads:${customer.userId}`);
  const status = (name: "delivered" | "read" | "played", price?: Pricing) =>
    postStatus(world, delivery, message, customer, { status: name, ...(price ? { pricing: price } : {}) });

  if (!(await world.clock.wait(random.between(200, 900)))) return;
  const skips = customer.readsAtOnce && customer.receipts;
  if (!skips) await status("delivered", pricing);
  if (!skips && !(await world.clock.wait(random.between(800, 6000)))) return;
  if (customer.receipts) await status("read", skips ? pricing : undefined);
  if (customer.receipts && message.type === "audio" && (await world.clock.wait(1500))) await status("played");
  await answer(world, delivery, accepted, customer);
};

const failureOf = ({ message, template }: Accepted, customer: Customer | undefined): number | undefined => {
  if (!customer) return 131026;
  if (customer.failWith) return customer.failWith;
  if (!template && !message.windowOpen) return 131047;
  if (template?.category === "MARKETING" && customer.stoppedMarketing) return 131050;
  // It may have been paused while its messages were kept back.
  if (template?.status === "PAUSED") return 132015;
  if (template?.status === "DISABLED") return 132016;
  return undefined;
};
