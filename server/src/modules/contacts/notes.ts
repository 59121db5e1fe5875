import type { z } from "zod";
import type { Tx } from "../../kernel/db/pools.ts";
import { forbidden, notFound } from "../../kernel/errors.ts";
import { emit } from "../../kernel/events.ts";
import { newId } from "../../kernel/id.ts";
import type { Ctx } from "../../kernel/module.ts";
import { type PageQuery, toPage } from "../../kernel/page.ts";
import { cursorId } from "./cursor.ts";
import { requireContact } from "./require-contact.ts";

/** Newest first. */
export const listNotes = (ctx: Ctx, contactId: string, query: z.output<typeof PageQuery>) =>
  ctx.transaction(async (tx) => {
    const contact = await tx
      .selectFrom("contacts")
      .select("id")
      .where("organization_id", "=", ctx.organizationId)
      .where("id", "=", contactId)
      .executeTakeFirst();
    if (!contact) throw notFound("contact");
    const before = cursorId(query.after);
    const rows = await selectNotes(tx, ctx.organizationId)
      .where("n.contact_id", "=", contactId)
      .$if(before !== undefined, (q) => q.where("n.id", "<", before ?? ""))
      .orderBy("n.id", "desc")
      .limit(query.limit + 1)
      .execute();
    return toPage(rows, query.limit, presentNote, (row) => [row.id]);
  });

export const addNote = (ctx: Ctx, contactId: string, body: string) =>
  ctx.transaction(async (tx) => {
    await requireContact(tx, ctx.organizationId, contactId);
    const id = newId();
    const authorId = ctx.actor.kind === "member" ? ctx.actor.memberId : null;
    await tx
      .insertInto("contact_notes")
      .values({ organization_id: ctx.organizationId, id, contact_id: contactId, author_id: authorId, body })
      .execute();
    await emit(tx, ctx, "contact.note_added", { contactId, noteId: id });
    return presentNote(await selectNotes(tx, ctx.organizationId).where("n.id", "=", id).executeTakeFirstOrThrow());
  });

/** Its author may, whatever their rights are today; others need contacts.write. */
export const removeNote = (ctx: Ctx, contactId: string, noteId: string) =>
  ctx.transaction(async (tx) => {
    const note = await tx
      .selectFrom("contact_notes")
      .select("author_id")
      .where("organization_id", "=", ctx.organizationId)
      .where("contact_id", "=", contactId)
      .where("id", "=", noteId)
      .executeTakeFirst();
    if (!note) throw notFound("note");
    const isAuthor = ctx.actor.kind === "member" && ctx.actor.memberId === note.author_id;
    if (!isAuthor && !ctx.permissions.has("contacts.write")) throw forbidden("contacts.write");
    await tx.deleteFrom("contact_notes").where("organization_id", "=", ctx.organizationId).where("id", "=", noteId).execute();
  });

const selectNotes = (tx: Tx, organizationId: string) =>
  tx
    .selectFrom("contact_notes as n")
    .leftJoin("members as m", (join) => join.onRef("m.organization_id", "=", "n.organization_id").onRef("m.id", "=", "n.author_id"))
    .select(["n.id", "n.body", "n.author_id", "m.name as author_name", "n.created_at"])
    .where("n.organization_id", "=", organizationId);

const presentNote = (row: { id: string; body: string; author_id: string | null; author_name: string | null; created_at: Date }) => ({
  id: row.id,
  body: row.body,
  authorId: row.author_id,
  authorName: row.author_name,
  at: row.created_at,
});
