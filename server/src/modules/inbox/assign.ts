import type { Tx } from "../../kernel/db/pools.ts";
import { invalid } from "../../kernel/errors.ts";
import { emit } from "../../kernel/events.ts";
import type { Ctx } from "../../kernel/module.ts";
import { addSystemLine, lockConversation } from "./lock.ts";

/** Assigning to whom it already belongs changes nothing and tells nobody: two agents may press at once. */
export const assign = (ctx: Ctx, conversationId: string, assigneeId: string | null) =>
  ctx.transaction(async (tx) => {
    const conversation = await lockConversation(tx, ctx, conversationId);
    const { assigneeId: from } = conversation;
    if (from === assigneeId) return { assigneeId };
    const names = await memberNames(tx, ctx, assigneeId, from);
    await tx
      .updateTable("conversations")
      .set({ assignee_id: assigneeId })
      .where("organization_id", "=", ctx.organizationId)
      .where("id", "=", conversationId)
      .execute();
    await addSystemLine(tx, ctx, conversation, { kind: assigneeId ? "assigned" : "unassigned", from: names.from, to: names.to });
    await emit(tx, ctx, "conversation.assigned", { conversationId, contactId: conversation.contactId, from, to: assigneeId });
    return { assigneeId };
  });

/** Only an active member can answer. Locked, so that nobody is deactivated in between and keeps a conversation. */
const memberNames = async (tx: Tx, ctx: Ctx, assigneeId: string | null, from: string | null) => {
  const ids = [assigneeId, from].filter((id) => id !== null);
  const rows = await tx
    .selectFrom("members")
    .select(["id", "name", "deactivated_at"])
    .where("organization_id", "=", ctx.organizationId)
    .where("id", "in", ids)
    .orderBy("id")
    .forKeyShare()
    .execute();
  const to = rows.find((row) => row.id === assigneeId);
  if (assigneeId !== null && (!to || to.deactivated_at))
    throw invalid("assigneeId", "This is no active member of the organization.", "Choose one of GET /members who is active.");
  return { to: to?.name ?? null, from: rows.find((row) => row.id === from)?.name ?? null };
};
