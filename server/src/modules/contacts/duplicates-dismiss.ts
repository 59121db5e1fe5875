import { sql } from "kysely";
import { invalid, notFound } from "../../kernel/errors.ts";
import type { Ctx } from "../../kernel/module.ts";
import { goneInto } from "./gone-into.ts";

/** Remembered for good, also of two that nobody suspected yet. Said again it changes nothing. */
export const dismissDuplicate = (ctx: Ctx, contactId: string, otherContactId: string) =>
  ctx.transaction(async (tx) => {
    if (contactId === otherContactId) throw invalid("otherContactId", "This is one contact.");
    const ids = [contactId, otherContactId].sort();
    const found = await tx
      .selectFrom("contacts")
      .select("id")
      .where("organization_id", "=", ctx.organizationId)
      .where("id", "in", ids)
      .orderBy("id")
      .forKeyShare()
      .execute();
    const missing = ids.find((id) => !found.some((row) => row.id === id));
    if (missing) throw await goneInto(tx, ctx.organizationId, missing);
    await sql`
      insert into duplicates (organization_id, contact_id, other_contact_id, score, dismissed_at, dismissed_by)
      values (${ctx.organizationId}, ${ids[0]}, ${ids[1]}, 0, now(), ${JSON.stringify(ctx.actor)}::jsonb)
      on conflict (organization_id, contact_id, other_contact_id) do update set dismissed_at = now(), dismissed_by = excluded.dismissed_by where duplicates.dismissed_at is null`.execute(
      tx,
    );
  });

export const reopenDuplicate = (ctx: Ctx, contactId: string, otherContactId: string) =>
  ctx.transaction(async (tx) => {
    const [one = "", other = ""] = [contactId, otherContactId].sort();
    const changed = await tx
      .updateTable("duplicates")
      .set({ dismissed_at: null, dismissed_by: null, merge_id: null })
      .where("organization_id", "=", ctx.organizationId)
      .where("contact_id", "=", one)
      .where("other_contact_id", "=", other)
      .returning("contact_id")
      .executeTakeFirst();
    if (!changed) throw notFound("pair of contacts");
  });
