import type { Db } from "../../../../kernel/db/pools.ts";
import { conflict } from "../../../../kernel/errors.ts";
import { type NumberRow, numberOf } from "../numbers/number.ts";

/** A connected number of the account: whose token speaks for the templates. One that works is preferred. */
export const numberOfAccount = async (db: Db, organizationId: string, accountId: string): Promise<NumberRow> => {
  const found = await db
    .selectFrom("whatsapp_numbers as n")
    .innerJoin("channels as c", (join) => join.onRef("c.organization_id", "=", "n.organization_id").onRef("c.id", "=", "n.channel_id"))
    .select("n.channel_id")
    .where("n.organization_id", "=", organizationId)
    .where("n.account_id", "=", accountId)
    .where("c.state", "<>", "disconnected")
    .orderBy((eb) => eb.case().when("n.token_state", "=", "invalid").then(1).else(0).end())
    .orderBy("c.created_at")
    .limit(1)
    .executeTakeFirst();
  const number = found && (await numberOf(db, organizationId, found.channel_id));
  if (!number)
    throw conflict("channel_disconnected", "No number of this WhatsApp account is connected.", "Connect one of its numbers again.");
  return number;
};
