import { audit } from "../../kernel/audit.ts";
import { Refusal } from "../../kernel/errors.ts";
import type { Edge } from "../../kernel/http.ts";
import { contextFor, type Kernel } from "../../kernel/module.ts";
import { describe } from "./me.ts";
import { actorOf, membershipsOf } from "./memberships.ts";
import { endSessionOf, giveSession, sessionFor } from "./session.ts";
import { tellOfNewDevice } from "./sign-in-notice.ts";

/** Whoever has shown who they are gets a session, always a new one. */
export const enterAs = async (kernel: Kernel, userId: string, { request, reply }: Pick<Edge, "request" | "reply">) => {
  const [first] = await membershipsOf(kernel, userId);
  if (!first)
    throw new Refusal(403, "no_organization", "You are not an active member of any organization.", {
      remedy: "Ask an owner or admin to invite or reactivate you.",
    });
  await endSessionOf(kernel, request);
  giveSession(kernel, reply, await sessionFor(kernel, userId, first.organizationId, request));
  tellOfNewDevice(kernel, userId, request).catch(() => kernel.log.warn("a sign-in notice was not written"));
  const ctx = contextFor(kernel, first.organizationId, actorOf(first, userId));
  await ctx.transaction((tx) => audit(tx, ctx, "sign_in.succeeded", { memberId: first.memberId }));
  return describe(kernel, userId, first.organizationId);
};
