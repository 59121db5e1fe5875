import type { FastifyReply, FastifyRequest } from "fastify";
import { strikes } from "../faults.ts";
import type { World } from "../world.ts";
import { GraphError } from "./error.ts";

/**
 * Lets the scripted fault strike, if one is due. Answers true when the connection now belongs to the fault and the
 * handler must not answer; throws the scripted refusal.
 */
export const mishap = async (world: World, request: FastifyRequest, reply: FastifyReply, when: "before" | "after"): Promise<boolean> => {
  const { hang, reset, lateMs, status500AfterAccept, at = "after", error } = world.graphFaults;
  if (when === "before" && error) strikeError(world, error);
  if (when === at && strikes(world, "hang", hang)) {
    reply.hijack();
    return true;
  }
  if (when === at && strikes(world, "reset", reset)) {
    reply.hijack();
    request.raw.socket.destroy();
    return true;
  }
  if (when === "before") return false;
  if (lateMs !== undefined) {
    const late = typeof lateMs === "number" ? lateMs : world.random("fault:late").between(...lateMs);
    await world.clock.wait(late);
  }
  if (strikes(world, "status500", status500AfterAccept)) {
    throw new GraphError(1, "An unknown error occurred", { status: 500 });
  }
  return false;
};

const strikeError = (world: World, error: NonNullable<World["graphFaults"]["error"]>): void => {
  const chance = error.times === undefined ? (error.probability ?? 1) : error.times;
  const due = error.times === undefined ? strikes(world, "error", chance) : error.times > 0;
  if (!due) return;
  if (error.times !== undefined) error.times -= 1;
  throw new GraphError(error.code, `(#${error.code}) Scripted by the sandbox`, {
    status: error.status ?? (error.code === 190 ? 401 : error.code === 130429 ? 429 : 400),
    details: error.details ?? "Scripted by the sandbox",
    extra: error.subcode ? { error_subcode: error.subcode } : {},
  });
};
