import { sql } from "kysely";
import type { Tx } from "../../kernel/db/pools.ts";
import { emitMany } from "../../kernel/events.ts";
import { newId } from "../../kernel/id.ts";
import { enqueue, type JobBodies } from "../../kernel/jobs.ts";
import type { Actor, Kernel } from "../../kernel/module.ts";

const atOnce = 500;

export type Link = {
  organizationId: string;
  anonymousKey: string;
  contactId: string;
  identityId?: string | undefined;
  verified: boolean;
  actor: Actor;
};

/**
 * A visitor is somebody from now on, and what they did before is given to that person: what fits at once in this transaction, more by a job.
 * The lock keeps events of this organization's visitors from being written meanwhile (ingest-write.ts): they come before and are given
 * along, or after and know. As candor_system. Answers whether anything changed.
 */
export const linkVisitor = async (tx: Tx, link: Link): Promise<boolean> => {
  const { organizationId, anonymousKey, contactId } = link;
  await sql`select pg_advisory_xact_lock(hashtextextended('visitors:' || ${organizationId}::text, 0))`.execute(tx);
  const { rows } = await sql<{ id: string; before: string | null }>`
    with found as (select id, contact_id from visitors where organization_id = ${organizationId} and anonymous_key = ${anonymousKey}),
         written as (
           insert into visitors as v (organization_id, id, anonymous_key, contact_id, merged_from, verified)
           values (${organizationId}, ${newId()}, ${anonymousKey}, ${contactId},
             (select merged_from from identities where organization_id = ${organizationId} and id = ${link.identityId ?? null} and contact_id = ${contactId}), ${link.verified})
           on conflict (organization_id, anonymous_key) do update
             set contact_id = excluded.contact_id, merged_from = excluded.merged_from, verified = excluded.verified or (v.verified and v.contact_id = excluded.contact_id), last_seen_at = now()
           returning id)
    select written.id, found.contact_id as before from written left join found on true`.execute(tx);
  const [visitor] = rows;
  if (!visitor || visitor.before === contactId) return false;
  // Who was somebody else before keeps what they did as that one.
  const given = await givePast(tx, organizationId, visitor.id, contactId);
  if (given < atOnce) await tellIdentified(tx, link.organizationId, visitor.id, contactId, link.actor);
  else await enqueue(tx, "tracking_give_past", { organizationId, visitorId: visitor.id, contactId, actor: link.actor });
  return true;
};

const givePast = async (tx: Tx, organizationId: string, visitorId: string, contactId: string): Promise<number> => {
  const { numAffectedRows } = await sql`
    update events e set contact_id = ${contactId}
      from (select id from events where organization_id = ${organizationId} and visitor_id = ${visitorId} and contact_id is null order by id limit ${atOnce}) past
     where e.organization_id = ${organizationId} and e.id = past.id and e.contact_id is null`.execute(tx);
  return Number(numAffectedRows ?? 0);
};

const tellIdentified = (tx: Tx, organizationId: string, visitorId: string, contactId: string, actor: Actor) =>
  emitMany(tx, [{ organizationId, name: "visitor.identified", payload: { contactId, visitorId }, actor }]);

export const linkJobs: JobBodies = {
  tracking_give_past: async (kernel: Kernel, payload) => {
    const { organizationId, visitorId, contactId, actor } = payload as {
      organizationId: string;
      visitorId: string;
      contactId: string;
      actor: Actor;
    };
    for (;;) {
      const given = await kernel.db.system.transaction().execute(async (tx) => {
        // A person erased meanwhile has no visitor left: there is nobody to give it to.
        const there = await tx
          .selectFrom("contacts")
          .select("id")
          .where("organization_id", "=", organizationId)
          .where("id", "=", contactId)
          .forKeyShare()
          .executeTakeFirst();
        if (!there) return 0;
        const count = await givePast(tx, organizationId, visitorId, contactId);
        if (count < atOnce) await tellIdentified(tx, organizationId, visitorId, contactId, actor);
        return count;
      });
      if (given < atOnce) break;
    }
    kernel.live.wake();
  },
};
