import { sql } from "kysely";
import type { Tx } from "../../kernel/db/pools.ts";
import type { JobBodies, Schedule } from "../../kernel/jobs.ts";
import type { Ctx, Kernel } from "../../kernel/module.ts";
import { handle, identityKey } from "./identity-rows.ts";
import type { IdentityKind } from "./match-key.ts";

type Named = { kind: IdentityKind; scope: string; value: string };

/** A day longer than a webhook may lie in the journal. */
const keepDays = 8;

const markOf = (kernel: Kernel, organizationId: string, identity: Named): string | null => {
  const key = identityKey(identity);
  return key && kernel.keys.fingerprint("erased-identity", `${organizationId}\n${handle(key)}`);
};

/** So that a replay of the journal does not bring back whom somebody erased: the digests say nothing without the master key. */
export const markErased = async (tx: Tx, ctx: Ctx, contactId: string): Promise<void> => {
  const rows = await tx
    .selectFrom("identities")
    .select(["kind", "scope", "value"])
    .where("organization_id", "=", ctx.organizationId)
    .where("contact_id", "=", contactId)
    .execute();
  const marks = rows.flatMap((row) => markOf(ctx.kernel, ctx.organizationId, row as Named) ?? []);
  if (marks.length === 0) return;
  await sql`insert into erased_identities (organization_id, mark) select ${ctx.organizationId}, m from unnest(${marks}::text[]) as m
    on conflict (organization_id, mark) do update set erased_at = now()`.execute(tx);
};

/** Until when words of these identities must not come back: null where they were not erased. */
export const erasedAt = async (
  kernel: Kernel,
  tx: Tx,
  organizationId: string,
  identities: Named[],
): Promise<(identity: Named) => Date | null> => {
  const marks = [...new Set(identities.flatMap((identity) => markOf(kernel, organizationId, identity) ?? []))];
  if (marks.length === 0) return () => null;
  const rows = await tx
    .selectFrom("erased_identities")
    .select(["mark", "erased_at"])
    .where("organization_id", "=", organizationId)
    .where("mark", "in", marks)
    .execute();
  const known = new Map(rows.map((row) => [row.mark, row.erased_at]));
  return (identity) => known.get(markOf(kernel, organizationId, identity) ?? "") ?? null;
};

export const erasedJobs: JobBodies = {
  contacts_forget_erased: async (kernel) => {
    await sql`delete from erased_identities where erased_at < now() - ${keepDays} * interval '1 day'`.execute(kernel.db.system);
  },
};
export const erasedSchedules: Schedule[] = [
  { job: "contacts_forget_erased", cron: "41 3 * * *", why: "the marks of erased people outlive the journal by a day and no longer" },
];
