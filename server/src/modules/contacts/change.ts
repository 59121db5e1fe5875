import { emit } from "../../kernel/events.ts";
import type { Ctx } from "../../kernel/module.ts";
import { contactPage, requireContact } from "./contact.ts";
import { columnsOf, type Facts } from "./facts.ts";

/** Writes what differs. A change to what already holds changes nothing and tells nobody. */
export const changeContact = (ctx: Ctx, contactId: string, facts: Facts) =>
  ctx.transaction(async (tx) => {
    const row: Record<string, unknown> = await requireContact(tx, ctx.organizationId, contactId);
    const columns = await columnsOf(tx, ctx.organizationId, facts);
    const changed = Object.entries(columns).filter(([column, value]) => row[column] !== value);
    if (changed.length > 0) {
      await tx
        .updateTable("contacts")
        .set({ ...Object.fromEntries(changed), updated_at: new Date() })
        .where("organization_id", "=", ctx.organizationId)
        .where("id", "=", contactId)
        .execute();
      const fields = changed.map(([column]) => fieldOf[column]).filter((field) => field !== undefined);
      if (fields.length > 0) await emit(tx, ctx, "contact.updated", { contactId, fields });
    }
    return contactPage(tx, ctx, contactId);
  });

const fieldOf: Record<string, string> = {
  name: "name",
  company: "company",
  language: "language",
  country: "country",
  time_zone: "timeZone",
  stage: "stage",
  owner_id: "ownerId",
};
