import { sql } from "kysely";
import type { Tx } from "../../kernel/db/pools.ts";
import { newId } from "../../kernel/id.ts";
import type { Recorded } from "./record.ts";
import type { MessageDraft } from "./record-draft.ts";

type Completed = { id: string; conversation_id: string; contact_id: string; type: string; body: string | null };

/** Puts the file into messages that were stored as a placeholder for one. Null where there is no placeholder (any more). */
export const completePlaceholders = async (tx: Tx, organizationId: string, drafts: MessageDraft[]): Promise<(Recorded | null)[]> => {
  const completed: (Recorded | null)[] = [];
  for (const draft of drafts) {
    const fileId = newId();
    await tx
      .insertInto("files")
      .values({
        organization_id: organizationId,
        id: fileId,
        state: "pending",
        name: draft.file?.name ?? null,
        mime: draft.file?.mime ?? null,
        source: "inbound_media",
      })
      .execute();
    const { rows } = await sql<Completed>`
      update messages set type = ${draft.type}, body = case when edited_at is null then ${draft.body} else body end, file_id = ${fileId},
             content = ${JSON.stringify(draft.content)}::jsonb || jsonb_strip_nulls(jsonb_build_object('edits', content -> 'edits', 'reactedAt', content -> 'reactedAt'))
       where organization_id = ${organizationId} and channel_id = ${draft.channelId} and provider_id = ${draft.providerId ?? null}
         and type = 'unsupported' and content ->> 'providerType' = 'media_placeholder' and revoked_at is null
      returning id, conversation_id, contact_id, type, body`.execute(tx);
    const found = rows[0];
    if (found) await showInList(tx, organizationId, found);
    if (!found) await tx.deleteFrom("files").where("organization_id", "=", organizationId).where("id", "=", fileId).execute();
    completed.push(
      found ? { messageId: found.id, conversationId: found.conversation_id, contactId: found.contact_id, fileId, fresh: true } : null,
    );
  }
  return completed;
};

const showInList = (tx: Tx, organizationId: string, { id, conversation_id, type, body }: Completed) =>
  sql`update conversations set preview = preview || jsonb_build_object('type', ${type}::text, 'text', ${(body ?? "").slice(0, 200).toWellFormed()}::text)
       where organization_id = ${organizationId} and id = ${conversation_id} and last_message_id = ${id}`.execute(tx);
