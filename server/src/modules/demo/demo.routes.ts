import { Refusal } from "../../kernel/errors.ts";
import { type Edge, route } from "../../kernel/http.ts";
import type { Ctx } from "../../kernel/module.ts";
import { requireBudget } from "../../kernel/rate.ts";
import { Me } from "../accounts/accounts.api.ts";
import { describe, giveSession, sessionFor } from "../accounts/index.ts";

export const demoRoutes = [
  route({
    method: "POST",
    url: "/demo/open",
    summary: "Open the demo organization: a small shop with simulated customers",
    description: "Makes it on first use (some seconds) and signs the visitor in as its owner. Refused where DEMO is false.",
    permission: "public",
    returns: Me,
    handler: (ctx, _input, edge) => enter(ctx, edge),
  }),
];

const enter = async ({ kernel }: Ctx, { request, reply }: Edge) => {
  if (!kernel.config.demo)
    throw new Refusal(403, "demo_closed", "The demo organization is switched off here.", { remedy: "Set DEMO=true." });
  await requireBudget(kernel.db, `demo:${request.ip}`, { capacity: 20, perSecond: 0.2 });
  const { openDemo } = await import("./open.ts");
  const { organizationId, userId } = await openDemo(kernel);
  giveSession(kernel, reply, await sessionFor(kernel, userId, organizationId));
  return describe(kernel, userId, organizationId);
};
