import { sql } from "kysely";
import type { z } from "zod";
import type { Ctx } from "../../kernel/module.ts";
import { cursorOf, readPlace } from "../../kernel/page.ts";
import { namesOf } from "../contacts/index.ts";
import { messageColumns, presentMessages } from "../conversations/index.ts";
import type { SearchQuery } from "./inbox.api.ts";

/** Messages and notes with all the words, newest first; accents and case do not matter, the last word may be unfinished. */
export const searchMessages = (ctx: Ctx, { q, limit, after }: z.output<typeof SearchQuery>) =>
  ctx.transaction(async (tx) => {
    const from = readPlace(after) ?? { at: "infinity", id: "ffffffff-ffff-ffff-ffff-ffffffffffff" };
    const { rows: hits } = await sql<{ id: string; at: string }>`
      select id, occurred_at::text as at from candor_search_messages(${ctx.organizationId}, ${q}, ${from.at}::timestamptz, ${from.id}::uuid, ${limit + 1}::int)`.execute(
      tx,
    );
    const page = hits.slice(0, limit);
    const found =
      page.length === 0
        ? []
        : await tx
            .selectFrom("messages")
            .select(messageColumns)
            .select("contact_id")
            .where("organization_id", "=", ctx.organizationId)
            .where(
              "id",
              "in",
              page.map((hit) => hit.id),
            )
            .execute();
    const rows = page.flatMap((hit) => found.find((row) => row.id === hit.id) ?? []);
    const messages = await presentMessages(tx, ctx.organizationId, rows);
    const names = await namesOf(tx, ctx.organizationId, [...new Set(rows.map((row) => row.contact_id))]);
    const last = page.at(-1);
    return {
      items: messages.flatMap((message, at) => {
        const row = rows[at];
        return row
          ? [
              {
                message,
                conversation: { id: row.conversation_id, contactId: row.contact_id, contactName: names.get(row.contact_id) ?? "" },
              },
            ]
          : [];
      }),
      next: last && hits.length > limit ? cursorOf([last.at, last.id]) : null,
    };
  });
