import type { Tx } from "../../kernel/db/pools.ts";
import { emit } from "../../kernel/events.ts";
import { newId } from "../../kernel/id.ts";
import type { Ctx } from "../../kernel/module.ts";
import { insertDelivery, type OutgoingMessage } from "./outgoing.ts";
import type { Plan, Target } from "./plan.ts";
import { inForce, type KeptReaction } from "./reaction-view.ts";

/** A reaction is a delivery, and shows on its message at once. One that is there already is not sent again. Answers the message's id. */
export const storeReaction = async (
  tx: Tx,
  ctx: Ctx,
  target: Target,
  planned: Plan,
  { messageId, emoji }: Extract<OutgoingMessage, { type: "reaction" }>,
  intent: { key: string; digest: string },
): Promise<string> => {
  const message = await tx
    .selectFrom("messages")
    .select(["reactions", "content"])
    .where("organization_id", "=", ctx.organizationId)
    .where("id", "=", messageId)
    .forNoKeyUpdate()
    .executeTakeFirstOrThrow();
  const kept = message.reactions as unknown as KeptReaction[];
  const ours = kept.find((entry) => entry.by === "business");
  const before = inForce(ours);
  // An unknown one may not have arrived: asking again is then no repetition.
  if ((before?.emoji ?? "") === emoji && ours?.state !== "unknown") return messageId;

  const [id, at] = [newId(), new Date().toISOString()];
  await insertDelivery(tx, ctx, {
    id,
    intentKey: intent.key,
    target,
    messageId: null,
    identityId: planned.identityId,
    purpose: planned.purpose,
    content: { ...planned.payload, target: messageId, request: intent.digest, freeForm: planned.freeForm },
  });
  const entry: KeptReaction = { emoji, by: "business", at, deliveryId: id, before, state: "queued" };
  const content = message.content as Record<string, unknown>;
  const reactedAt = { ...(content.reactedAt as Record<string, string> | undefined), business: at };
  await tx
    .updateTable("messages")
    .set({
      reactions: JSON.stringify([...kept.filter((one) => one !== ours), entry]),
      content: JSON.stringify({ ...content, reactedAt }),
    })
    .where("organization_id", "=", ctx.organizationId)
    .where("id", "=", messageId)
    .execute();
  await emit(tx, ctx, "message.reacted", {
    conversationId: target.conversationId,
    contactId: target.contactId,
    messageId,
    removed: emoji === "",
    by: "business",
  });
  return messageId;
};
