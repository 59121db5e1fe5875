import { sql } from "kysely";
import type { z } from "zod";
import type { Tx } from "../../kernel/db/pools.ts";
import { notFound } from "../../kernel/errors.ts";
import type { Ctx } from "../../kernel/module.ts";
import { namesOf } from "../contacts/index.ts";
import type { Deal } from "./deals.api.ts";

export type DealView = z.input<typeof Deal>;
type Row = Omit<DealView, "company" | "contacts" | "reason" | "openTasks" | "nextTaskAt"> & {
  companyId: string | null;
  companyName: string | null;
  reasonKey: string | null;
  reasonName: string | null;
};

export const readDeal = (ctx: Ctx, dealId: string) => ctx.transaction((tx) => dealPage(tx, ctx.organizationId, dealId));

export const dealPage = async (tx: Tx, organizationId: string, dealId: string): Promise<DealView> => {
  const [deal] = await dealsOf(tx, organizationId, [dealId]);
  if (!deal) throw notFound("deal");
  return deal;
};

/** Deals as they are shown, in the order of the ids: five queries, however many. */
export const dealsOf = async (tx: Tx, organizationId: string, ids: string[]): Promise<DealView[]> => {
  if (ids.length === 0) return [];
  const { rows } = await sql<Row>`
    select d.id, d.title, d.pipeline_id as "pipelineId", d.stage_id as "stageId", s.kind as state, d.value::text, d.currency, d.probability,
           coalesce(d.probability, s.probability) as chance, d.expected_on::text as "expectedOn", d.owner_id as "ownerId", d.reason_id as "reasonId",
           r.key as "reasonKey", r.name as "reasonName", d.reason_note as "reasonNote", d.stage_since as "stageSince", d.closed_at as "closedAt",
           d.created_at as "createdAt", d.updated_at as "updatedAt", k.id as "companyId", k.name as "companyName"
      from unnest(${ids}::uuid[]) with ordinality as asked (id, place)
      join deals d on d.organization_id = ${organizationId} and d.id = asked.id
      join deal_stages s on s.organization_id = d.organization_id and s.id = d.stage_id
      left join companies k on k.organization_id = d.organization_id and k.id = d.company_id and k.gone_at is null
      left join deal_reasons r on r.organization_id = d.organization_id and r.id = d.reason_id
     order by asked.place`.execute(tx);
  const people = await peopleOf(tx, organizationId, ids);
  const tasks = await tasksOf(tx, organizationId, ids);
  return rows.map(({ companyId, companyName, reasonKey, reasonName, ...row }) => ({
    ...row,
    // What is decided is sure, whatever somebody once thought.
    chance: row.state === "open" ? row.chance : row.state === "won" ? 100 : 0,
    company: companyId && companyName !== null ? { id: companyId, name: companyName } : null,
    contacts: people.get(row.id) ?? [],
    reason: row.reasonId ? { key: reasonKey, name: reasonName } : null,
    openTasks: tasks.get(row.id)?.open ?? 0,
    nextTaskAt: tasks.get(row.id)?.next ?? null,
  }));
};

const peopleOf = async (tx: Tx, organizationId: string, dealIds: string[]) => {
  const rows = await tx
    .selectFrom("deal_contacts")
    .select(["deal_id", "contact_id"])
    .where("organization_id", "=", organizationId)
    .where("deal_id", "in", dealIds)
    .orderBy("position")
    .orderBy("contact_id")
    .execute();
  const names = await namesOf(tx, organizationId, [...new Set(rows.map((row) => row.contact_id))]);
  const people = new Map<string, { id: string; name: string }[]>();
  for (const row of rows)
    people.set(row.deal_id, [...(people.get(row.deal_id) ?? []), { id: row.contact_id, name: names.get(row.contact_id) ?? "" }]);
  return people;
};

const tasksOf = async (tx: Tx, organizationId: string, dealIds: string[]) => {
  const rows = await tx
    .selectFrom("tasks")
    .select(["deal_id", sql<number>`count(*)::int`.as("open"), sql<Date | null>`min(due_at)`.as("next")])
    .where("organization_id", "=", organizationId)
    .where("deal_id", "in", dealIds)
    .where("done_at", "is", null)
    .groupBy("deal_id")
    .execute();
  return new Map(rows.map((row) => [row.deal_id, row]));
};

/** The person in whose timeline a deal stands. */
export const mainContact = async (tx: Tx, organizationId: string, dealId: string): Promise<string | null> => {
  const row = await tx
    .selectFrom("deal_contacts")
    .select("contact_id")
    .where("organization_id", "=", organizationId)
    .where("deal_id", "=", dealId)
    .orderBy("position")
    .orderBy("contact_id")
    .limit(1)
    .executeTakeFirst();
  return row?.contact_id ?? null;
};

/** The deal, until the transaction ends ours alone. */
export const lockDeal = async (tx: Tx, ctx: Ctx, dealId: string) => {
  const { rows } = await sql<{
    id: string;
    title: string;
    pipeline_id: string;
    stage_id: string;
    rank: number;
    value: string;
    currency: string;
    probability: number | null;
    expected_on: string | null;
    company_id: string | null;
    owner_id: string | null;
    reason_id: string | null;
    reason_note: string | null;
  }>`select id, title, pipeline_id, stage_id, rank, value::text, currency, probability, expected_on::text, company_id, owner_id, reason_id, reason_note
       from deals where organization_id = ${ctx.organizationId} and id = ${dealId} for no key update`.execute(tx);
  const [row] = rows;
  if (!row) throw notFound("deal");
  return row;
};
