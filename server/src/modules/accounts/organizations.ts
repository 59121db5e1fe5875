import { sql } from "kysely";
import { audit } from "../../kernel/audit.ts";
import { Refusal } from "../../kernel/errors.ts";
import { emit } from "../../kernel/events.ts";
import { newId } from "../../kernel/id.ts";
import { contextFor, type Kernel } from "../../kernel/module.ts";
import { asLanguage } from "./letters.ts";

export type NewOrganization = {
  name: string;
  owner: { userId: string; name: string; email: string };
  language?: string;
  timeZone?: string;
  country?: string | null;
  demo?: boolean;
  /** Refuse when there is one already (SIGN_UP=first): asked inside the transaction, so that of two at once one wins. */
  onlyFirst?: boolean;
};

/** An organization with its owner, in one transaction. Runs as candor_system: there is no tenant yet whose rights it could use. */
export const createOrganization = async (
  kernel: Kernel,
  wanted: NewOrganization,
): Promise<{ organizationId: string; memberId: string }> => {
  const [organizationId, memberId] = [newId(), newId()];
  const { owner } = wanted;
  const ctx = contextFor(kernel, organizationId, { kind: "member", memberId, userId: owner.userId, name: owner.name });
  await kernel.db.system.transaction().execute(async (tx) => {
    if (wanted.onlyFirst) {
      await sql`select pg_advisory_xact_lock(hashtextextended('first organization', 0))`.execute(tx);
      if (await anyOrganization(tx)) throw signUpClosed();
    }
    await tx
      .insertInto("organizations")
      .values({
        id: organizationId,
        name: wanted.name,
        slug: slugOf(wanted.name, organizationId),
        demo: wanted.demo ?? false,
        language: asLanguage(wanted.language),
        time_zone: wanted.timeZone ?? "UTC",
        country: wanted.country ?? null,
      })
      .execute();
    await tx
      .insertInto("members")
      .values({ organization_id: organizationId, id: memberId, user_id: owner.userId, name: owner.name, email: owner.email, role: "owner" })
      .execute();
    await emit(tx, ctx, "organization.created", { organizationId, name: wanted.name });
    await emit(tx, ctx, "member.joined", { memberId, role: "owner" });
    await audit(tx, ctx, "organization.created", { organizationId }, { name: wanted.name });
  });
  kernel.live.wake();
  return { organizationId, memberId };
};

/** The demo is nobody's organization: it does not count as the first. */
export const anyOrganization = async (db: Pick<Kernel["db"]["system"], "selectFrom">) =>
  (await db.selectFrom("organizations").select("id").where("demo", "=", false).limit(1).executeTakeFirst()) !== undefined;

/** Names are not unique; two are enough to know that a name says too little. */
export const organizationsNamed = (kernel: Kernel, name: string) =>
  kernel.db.auth.selectFrom("organizations").select(["id", "name"]).where("name", "=", name).limit(2).execute();

export const signUpClosed = () =>
  new Refusal(403, "sign_up_closed", "New organizations cannot be made here.", { remedy: "Ask for an invitation, or ask the operator." });

const slugOf = (name: string, id: string) => {
  const words = name
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 40);
  return `${words || "organization"}-${id.slice(-8)}`;
};
