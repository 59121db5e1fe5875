import { sql } from "kysely";
import { type Consumer, consume } from "../../kernel/consumers.ts";
import { enqueue, type JobBodies } from "../../kernel/jobs.ts";
import type { Kernel } from "../../kernel/module.ts";
import { ownNames } from "./names.ts";

const atOnce = 1_000;

/**
 * What outsiders told about a person goes when the person is erased: the events themselves and the marks of their messages. The visitors
 * went with the contact's row. What our own modules recorded holds ids only, which then lead to nobody.
 */
const follow: Consumer = {
  names: ["contact.erased"],
  handle: async (tx, events) => {
    for (const { organizationId, payload } of events) {
      const wanted = { organizationId, contactId: payload.contactId };
      await enqueue(tx, "tracking_erase", wanted);
      // An event that was being written while the person was erased is found by a second look.
      await enqueue(tx, "tracking_erase", wanted, { runAt: new Date(Date.now() + 60_000) });
    }
  },
};
export const followErasure = (kernel: Kernel) => consume(kernel, "tracking_erasure", follow);

export const erasureJobs: JobBodies = {
  tracking_erase: async (kernel, payload) => {
    const { organizationId, contactId } = payload as { organizationId: string; contactId: string };
    while ((await eraseSome(kernel, organizationId, contactId)) === atOnce);
  },
};

const eraseSome = async (kernel: Kernel, organizationId: string, contactId: string): Promise<number> => {
  const { rows } = await sql<{ count: number }>`
    with gone as (
      delete from events e using (
          select id from events where organization_id = ${organizationId} and contact_id = ${contactId} and not name = any(${ownNames(kernel)}::text[]) order by id desc limit ${atOnce}) mine
       where e.organization_id = ${organizationId} and e.id = mine.id
      returning ${messageOfRow} as message),
    marks as (delete from event_messages m using gone where m.organization_id = ${organizationId} and m.message = gone.message)
    select count(*)::int as count from gone`.execute(kernel.db.system);
  return rows[0]?.count ?? 0;
};

/** The mark of an event's message as take.ts made it. */
const messageOfRow = sql`encode(substring(sha256(convert_to(
  (case when e.actor ->> 'kind' = 'api_key' then 'server' else e.payload ->> 'key' end) || E'\\n' || (e.payload ->> 'messageId'), 'UTF8')) from 1 for 16), 'hex')::uuid`;
