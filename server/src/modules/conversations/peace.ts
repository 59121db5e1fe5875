import { sql } from "kysely";
import type { Tx } from "../../kernel/db/pools.ts";
import { conflict } from "../../kernel/errors.ts";

/** The provider refused marketing to this person and said until when: trying sooner, with whatever offer, makes it longer. */
export const requirePeace = async (tx: Tx, organizationId: string, contactId: string): Promise<void> => {
  const { rows } = await sql<{ code: string; until: string }>`
    select failure ->> 'code' as code, failure ->> 'until' as until from deliveries
     where organization_id = ${organizationId} and contact_id = ${contactId} and failure ->> 'until' is not null and state = 'failed'
     order by failure ->> 'until' desc limit 1`.execute(tx);
  const resting = rows[0];
  if (!resting || new Date(resting.until) <= new Date()) return;
  throw conflict(
    resting.code,
    `WhatsApp holds back marketing to this person. It may be tried again from ${resting.until} on.`,
    "Send something that is not marketing, or wait until then.",
    "name",
  );
};
