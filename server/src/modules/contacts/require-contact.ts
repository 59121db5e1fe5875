import type { Tx } from "../../kernel/db/pools.ts";
import { goneInto } from "./gone-into.ts";

/** Refuses where there is no such contact; holds it until the transaction ends, so that it cannot be erased meanwhile. */
export const requireContact = async (tx: Tx, organizationId: string, contactId: string) => {
  const row = await tx
    .selectFrom("contacts")
    .selectAll()
    .where("organization_id", "=", organizationId)
    .where("id", "=", contactId)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw await goneInto(tx, organizationId, contactId);
  return row;
};
