import type { FastifyReply, FastifyRequest } from "fastify";
import { become } from "../customers/become.ts";
import type { Delivery } from "../webhooks/deliver.ts";
import type { Json, PhoneNumber, World } from "../world.ts";
import { mishap } from "./mishaps.ts";
import { heldBy } from "./quality-hold.ts";
import { refuseAnswer } from "./refuse.ts";
import { acceptMessage, acceptRead } from "./send.ts";

/** POST /{phone_number_id}/messages: faults before, the message itself, its statuses, faults after, the answer. */
export const postMessages = async (
  world: World,
  delivery: Delivery,
  number: PhoneNumber,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<unknown> => {
  const body = (request.body ?? {}) as Json;
  if (body.status === "read") return acceptRead(world, number, body);
  if (world.graphFaults.on !== "all" && (await mishap(world, request, reply, "before"))) return reply;

  refuseAnswer(world, number, body);
  const accepted = acceptMessage(world, number, body);
  const hold = heldBy(world, number.accountId, accepted.template?.name);
  if (hold) hold.waiting.push(() => void world.clock.track(become(world, delivery, accepted)));
  else if (world.graphFaults.statusBeforeAnswer) await become(world, delivery, accepted);
  else void world.clock.after(world.random("sent").between(80, 300), () => become(world, delivery, accepted));

  if (await mishap(world, request, reply, "after")) return reply;
  return hold ? heldAnswer(accepted.answer) : accepted.answer;
};

const heldAnswer = (answer: Json): Json => ({
  ...answer,
  messages: (answer.messages as Json[]).map((one) => ({ ...one, message_status: "held_for_quality_assessment" })),
});
