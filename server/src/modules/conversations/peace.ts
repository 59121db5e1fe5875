import { sql } from "kysely";
import type { Db, Tx } from "../../kernel/db/pools.ts";
import { conflict } from "../../kernel/errors.ts";

export type Resting = { code: string; until: string };

/** The provider refused marketing to this person and said until when: trying sooner, with whatever offer, makes it longer. */
export const requirePeace = async (tx: Tx, organizationId: string, contactId: string): Promise<void> => {
  const resting = (await restingAll(tx, organizationId, [contactId])).get(contactId);
  if (!resting) return;
  throw conflict(
    resting.code,
    `WhatsApp holds back marketing to this person. It may be tried again from ${resting.until} on.`,
    "Send something that is not marketing, or wait until then.",
    "name",
  );
};

/** Those of these who are to be left in peace just now. */
export const restingAll = async (db: Db, organizationId: string, contactIds: string[]): Promise<Map<string, Resting>> => {
  if (contactIds.length === 0) return new Map();
  const { rows } = await sql<Resting & { contact_id: string }>`
    select distinct on (contact_id) contact_id, failure ->> 'code' as code, failure ->> 'until' as until from deliveries
     where organization_id = ${organizationId} and contact_id = any(${contactIds}::uuid[]) and failure ->> 'until' is not null and state = 'failed'
     order by contact_id, failure ->> 'until' desc`.execute(db);
  return new Map(rows.flatMap(({ contact_id, ...resting }) => (new Date(resting.until) > new Date() ? [[contact_id, resting]] : [])));
};
