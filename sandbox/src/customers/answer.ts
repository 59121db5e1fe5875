import type { Accepted } from "../graph/send.ts";
import type { Delivery } from "../webhooks/deliver.ts";
import { chatOf, type Json, numberOf, type World } from "../world.ts";
import type { Customer } from "./customer.ts";
import { planAnswer } from "./plan.ts";
import { customerSends } from "./sends.ts";

/** More answers than these in ten minutes of sandbox time would be two machines talking to each other. */
const patience = 8;

export const answer = async (world: World, delivery: Delivery, accepted: Accepted, customer: Customer): Promise<void> => {
  const { message } = accepted;
  const chat = chatOf(world, numberOf(world, message.phoneNumberId), customer.userId);
  const now = world.clock.elapsed();
  chat.answers = chat.answers.filter((at) => at > now - 600_000);
  if (chat.answers.length >= patience) return;

  const random = world.random(`answers:${customer.userId}`);
  for (const step of planAnswer(customer, random, message.body, message.id, quickReplies(accepted))) {
    if (!(await world.clock.wait(step.afterSeconds * 1000))) return;
    chat.answers.push(world.clock.elapsed());
    await customerSends(world, delivery, message.phoneNumberId, customer, step.message).reached;
  }
};

/** The template's quick replies, with the payload the sender gave each. */
const quickReplies = ({ message, template }: Accepted): Json[] => {
  const buttons = template?.components.find((part) => part.type === "BUTTONS")?.buttons as Json[] | undefined;
  const given = ((message.body.template as Json | undefined)?.components ?? []) as Json[];
  return (buttons ?? []).flatMap((button, index) => {
    if (button.type !== "QUICK_REPLY") return [];
    const filled = given.find((one) => String(one.type).toLowerCase() === "button" && Number(one.index) === index);
    const payload = (filled?.parameters as Json[] | undefined)?.[0]?.payload;
    return [{ text: button.text, payload: payload ?? button.text }];
  });
};
