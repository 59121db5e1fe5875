import { sql } from "kysely";
import type { Tx } from "../../kernel/db/pools.ts";
import { emitMany } from "../../kernel/events.ts";
import { newId } from "../../kernel/id.ts";
import { enqueue, type JobBodies } from "../../kernel/jobs.ts";
import { type Actor, type Ctx, contextFor } from "../../kernel/module.ts";

const batch = 500;

/**
 * People carry their company's name beside its id. Brings as many as one short transaction bears to what holds now: the new name, the
 * company it was merged into, or none; a job does the rest, and removes the row of a company that is gone when nobody is left.
 */
export const settlePeople = async (tx: Tx, ctx: Pick<Ctx, "organizationId" | "actor">, companyId: string): Promise<void> => {
  const { organizationId } = ctx;
  const { rows: found } = await sql<{ gone: boolean; id: string | null; name: string | null }>`
    select k.gone_at is not null as gone, n.id, n.name from companies k
      left join companies n on n.organization_id = k.organization_id and n.id = case when k.gone_at is null then k.id else k.merged_into end
     where k.organization_id = ${organizationId} and k.id = ${companyId} for update of k`.execute(tx);
  const [company] = found;
  if (!company) return;
  const { rows: moved } = await sql<{ id: string; before: string | null }>`
    update contacts c set company = ${company.name}, company_id = ${company.id}::uuid, updated_at = now()
      from (select id, company from contacts where organization_id = ${organizationId} and company_id = ${companyId}
               and (${company.gone} or company is distinct from ${company.name}) order by id limit ${batch} for update) due
     where c.organization_id = ${organizationId} and c.id = due.id returning c.id, due.company as before`.execute(tx);
  const events = moved.map(({ id: contactId, before }) => ({ id: newId(), contactId, before }));
  await emitMany(
    tx,
    events.map(({ id, contactId }) => ({
      id,
      organizationId,
      name: "contact.updated",
      payload: { contactId, fields: ["company"] },
      actor: ctx.actor,
    })),
  );
  if (events.length > 0)
    await tx
      .insertInto("field_changes")
      .values(
        events.map(({ id, contactId, before }) => ({
          organization_id: organizationId,
          event_id: id,
          contact_id: contactId,
          field: "company",
          before: JSON.stringify(before),
          after: JSON.stringify(company.name),
        })),
      )
      .execute();
  if (moved.length === batch)
    await enqueue(tx, "companies_settle_people", { organizationId, companyId, actor: ctx.actor }, { key: `company:${companyId}` });
  else if (company.gone)
    await tx.deleteFrom("companies").where("organization_id", "=", organizationId).where("id", "=", companyId).execute();
};

export const companyJobs: JobBodies = {
  companies_settle_people: async (kernel, payload) => {
    const { organizationId, companyId, actor } = payload as { organizationId: string; companyId: string; actor: Actor };
    const ctx = contextFor(kernel, organizationId, actor);
    await ctx.transaction((tx) => settlePeople(tx, ctx, companyId));
  },
};
