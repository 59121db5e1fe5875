import type { Tx } from "../../../../kernel/db/pools.ts";
import { enqueue } from "../../../../kernel/jobs.ts";
import type { Kernel } from "../../../../kernel/module.ts";
import { callGraph, type GraphAnswer } from "../graph/graph.ts";
import { accessOf, numberOf } from "../numbers/number.ts";

/** Lets the customer see that their messages were read, once the caller's transaction commits. Harmless to repeat. */
export const queueReadReceipt = (tx: Tx, organizationId: string, conversationId: string): Promise<void> =>
  enqueue(tx, "whatsapp.mark-read", { organizationId, conversationId }, { key: `mark-read:${conversationId}`, attempts: 4 });

/** Marking the latest marks the earlier ones. */
export const markRead = async (kernel: Kernel, { organizationId, conversationId }: Of): Promise<void> => {
  const answer = await tellRead(kernel, { organizationId, conversationId });
  // A receipt is a courtesy: what Meta refuses is not asked again, what failed on the way is.
  if (answer && answer.status >= 500) throw new Error("the read receipt was not taken");
};

type Of = { organizationId: string; conversationId: string };

/** Says that the customer's latest message was read, and more where asked. Null: a demo's or a phone's messages, or a closed window, have nobody to tell. */
export const tellRead = async (
  kernel: Kernel,
  { organizationId, conversationId }: Of,
  more: { typing_indicator?: { type: "text" } } = {},
  timeoutMs?: number,
): Promise<GraphAnswer | null> => {
  const db = kernel.db.system;
  const latest = await db
    .selectFrom("messages")
    .innerJoin("conversations", (join) =>
      join
        .onRef("conversations.organization_id", "=", "messages.organization_id")
        .onRef("conversations.id", "=", "messages.conversation_id"),
    )
    .select(["messages.provider_id", "messages.channel_id", "messages.contact_id", "conversations.window_until"])
    .where("messages.organization_id", "=", organizationId)
    .where("messages.conversation_id", "=", conversationId)
    .where("direction", "=", "inbound")
    .where("origin", "=", "customer")
    .where("provider_id", "is not", null)
    .orderBy("occurred_at", "desc")
    .orderBy("messages.id", "desc")
    .limit(1)
    .executeTakeFirst();
  if (!latest?.provider_id || !latest.window_until || latest.window_until < new Date()) return null;
  const number = await numberOf(db, organizationId, latest.channel_id);
  if (number?.state !== "active") return null;
  return callGraph(kernel, accessOf(kernel, number), {
    purpose: "customer_support",
    path: `${number.phone_number_id}/messages`,
    method: "POST",
    json: { messaging_product: "whatsapp", status: "read", message_id: latest.provider_id, ...more },
    categories: ["user.unique_id"],
    contactId: latest.contact_id,
    ...(timeoutMs ? { timeoutMs } : {}),
  });
};
