import type { Tx } from "../../kernel/db/pools.ts";
import { notFound, Refusal } from "../../kernel/errors.ts";

/** Says where a contact went that became part of another one. */
export const goneInto = async (tx: Tx, organizationId: string, contactId: string): Promise<Refusal> => {
  const into = await tx
    .selectFrom("merges")
    .select("contact_id")
    .where("organization_id", "=", organizationId)
    .where("other_contact_id", "=", contactId)
    .where("undone_at", "is", null)
    .orderBy("id", "desc")
    .limit(1)
    .executeTakeFirst();
  if (!into) return notFound("contact");
  return new Refusal(404, "contact_merged", "This contact is part of another one by now.", { remedy: `See contact ${into.contact_id}.` });
};
