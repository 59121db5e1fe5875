import type { FastifyReply, FastifyRequest } from "fastify";
import type { Account, World } from "../world.ts";
import { GraphError } from "./error.ts";

const hourMs = 3600_000;
/** Calls of an app for an account with a number, in an hour. */
const callLimit = 5000;

/** Counts what reads or changes an account (messages and media go by throughput), tells it in Meta's headers, refuses what is too much. */
export const countCall = (world: World, request: FastifyRequest, reply: FastifyReply): void => {
  const account = accountNamed(world, (request.params as { id?: string }).id);
  if (!account) return;
  const path = request.url.split("?")[0] ?? "";
  const counts = !/\/(messages|media)$/.test(path);
  const now = world.clock.elapsed();
  const fresh = account.calls.findIndex((at) => at > now - hourMs);
  account.calls.splice(0, fresh < 0 ? account.calls.length : fresh);
  if (counts) account.calls.push(now);
  const percent = account.usage?.percent ?? Math.floor((account.calls.length / callLimit) * 100);
  const regain = account.usage?.regainMinutes ?? 0;
  const load = { call_count: percent, total_cputime: Math.floor(percent / 2), total_time: Math.floor(percent / 2) };
  void reply
    .header("x-app-usage", JSON.stringify({ call_count: 0, total_cputime: 0, total_time: 0 }))
    .header(
      "x-business-use-case-usage",
      JSON.stringify({ [account.accountId]: [{ type: "whatsapp", ...load, estimated_time_to_regain_access: regain }] }),
    );
  if (counts && percent >= 100) {
    throw new GraphError(80007, "(#80007) There have been too many calls to this WhatsApp Business account.", {
      details: "Wait a bit and try again.",
    });
  }
};

const accountNamed = (world: World, id: string | undefined): Account | undefined =>
  world.accounts.get(id ?? "") ?? world.accounts.get(world.numbers.get(id ?? "")?.accountId ?? "");
