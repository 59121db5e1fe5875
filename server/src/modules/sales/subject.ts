import type { Tx } from "../../kernel/db/pools.ts";
import { invalid } from "../../kernel/errors.ts";
import type { Ctx } from "../../kernel/module.ts";
import { mainContact } from "./deal.ts";
import { requireCompanyOf, requireContacts } from "./deal-facts.ts";

type Id = string | null | undefined;
export type About = { contactId?: Id; companyId?: Id; dealId?: Id; conversationId?: Id };

/**
 * What a task or an activity is about, as columns. Of a deal or a conversation it is about the person, too: it stands in their record, and
 * goes when they are erased.
 */
export const aboutColumns = async (tx: Tx, ctx: Ctx, about: About) => {
  if (about.contactId) await requireContacts(tx, ctx, [about.contactId], "contactId");
  await requireCompanyOf(tx, ctx, about.companyId);
  const spoken = about.conversationId ? await contactOfConversation(tx, ctx, about.conversationId) : null;
  if (about.dealId) await requireDeal(tx, ctx, about.dealId);
  if (spoken && about.contactId && spoken !== about.contactId)
    throw invalid("contactId", "The conversation is with somebody else.", "Leave the contact out.");
  const person = about.contactId ?? spoken ?? (about.dealId ? await mainContact(tx, ctx.organizationId, about.dealId) : null);
  return {
    contact_id: person,
    company_id: about.companyId ?? null,
    deal_id: about.dealId ?? null,
    conversation_id: about.conversationId ?? null,
  };
};

const requireDeal = async (tx: Tx, ctx: Ctx, dealId: string) => {
  const deal = await tx
    .selectFrom("deals")
    .select("id")
    .where("organization_id", "=", ctx.organizationId)
    .where("id", "=", dealId)
    .forKeyShare()
    .executeTakeFirst();
  if (!deal) throw invalid("dealId", "There is no such deal.", "Choose one of GET /deals.");
};

const contactOfConversation = async (tx: Tx, ctx: Ctx, conversationId: string) => {
  const conversation = await tx
    .selectFrom("conversations")
    .select("contact_id")
    .where("organization_id", "=", ctx.organizationId)
    .where("id", "=", conversationId)
    .executeTakeFirst();
  if (!conversation) throw invalid("conversationId", "There is no such conversation.", "Choose one of GET /conversations.");
  return conversation.contact_id;
};

/** Names of what many rows are about, in three queries. */
export const namesAbout = async (
  tx: Tx,
  organizationId: string,
  rows: { company_id: string | null; deal_id: string | null }[],
): Promise<{ companies: Map<string, string>; deals: Map<string, string> }> => {
  const ids = (column: "company_id" | "deal_id") => [...new Set(rows.flatMap((row) => row[column] ?? []))];
  const [companies, deals] = [ids("company_id"), ids("deal_id")];
  const companyRows =
    companies.length === 0
      ? []
      : await tx
          .selectFrom("companies")
          .select(["id", "name"])
          .where("organization_id", "=", organizationId)
          .where("id", "in", companies)
          .where("gone_at", "is", null)
          .execute();
  const dealRows =
    deals.length === 0
      ? []
      : await tx
          .selectFrom("deals")
          .select(["id", "title"])
          .where("organization_id", "=", organizationId)
          .where("id", "in", deals)
          .execute();
  return { companies: new Map(companyRows.map((row) => [row.id, row.name])), deals: new Map(dealRows.map((row) => [row.id, row.title])) };
};

export const named = (id: string | null, names: Map<string, string>) => {
  const name = id === null ? undefined : names.get(id);
  return id !== null && name !== undefined ? { id, name } : null;
};
