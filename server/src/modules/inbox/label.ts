import { invalid } from "../../kernel/errors.ts";
import { emit } from "../../kernel/events.ts";
import type { Ctx } from "../../kernel/module.ts";
import { lockConversation } from "./lock.ts";

/** The conversation then has exactly these labels. */
export const label = (ctx: Ctx, conversationId: string, wanted: string[]) =>
  ctx.transaction(async (tx) => {
    const conversation = await lockConversation(tx, ctx, conversationId);
    const labelIds = [...new Set(wanted)].sort();
    const of = { organization_id: ctx.organizationId, conversation_id: conversationId };
    const known =
      labelIds.length === 0
        ? []
        : await tx
            .selectFrom("labels")
            .select("id")
            .where("organization_id", "=", ctx.organizationId)
            .where("id", "in", labelIds)
            .orderBy("id")
            .forKeyShare()
            .execute();
    if (known.length < labelIds.length) throw invalid("labelIds", "One of these labels does not exist.", "Choose from GET /labels.");
    const has = (
      await tx
        .selectFrom("conversation_labels")
        .select("label_id")
        .where("organization_id", "=", ctx.organizationId)
        .where("conversation_id", "=", conversationId)
        .execute()
    ).map((row) => row.label_id);
    const added = labelIds.filter((id) => !has.includes(id));
    const removed = has.filter((id) => !labelIds.includes(id));
    if (added.length + removed.length === 0) return { labelIds };
    if (removed.length > 0)
      await tx
        .deleteFrom("conversation_labels")
        .where("organization_id", "=", ctx.organizationId)
        .where("conversation_id", "=", conversationId)
        .where("label_id", "in", removed)
        .execute();
    // Copied inside the database: a date in JavaScript would lose the microseconds the view sorts by.
    if (added.length > 0) {
      await tx
        .insertInto("conversation_labels")
        .columns(["organization_id", "conversation_id", "label_id", "state", "last_message_at"])
        .expression((eb) =>
          eb
            .selectFrom("conversations as c")
            .innerJoin("labels as l", "l.organization_id", "c.organization_id")
            .select(["c.organization_id", "c.id", "l.id as label_id", "c.state", "c.last_message_at"])
            .where("c.organization_id", "=", of.organization_id)
            .where("c.id", "=", of.conversation_id)
            .where("l.id", "in", added),
        )
        .execute();
    }
    await emit(tx, ctx, "conversation.labelled", { conversationId, contactId: conversation.contactId, added, removed });
    return { labelIds };
  });
