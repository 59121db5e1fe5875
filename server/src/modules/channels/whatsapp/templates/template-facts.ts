import { sql } from "kysely";
import type { Tx } from "../../../../kernel/db/pools.ts";
import { type AccountFacts, limits } from "./template-rules.ts";
import type { Written } from "./template-shape.ts";
import type { TemplateRow } from "./template-view.ts";

/** What the rules have to know of the account, and of the files named as samples. `self` is the template that is being written. */
export const factsFor = async (
  tx: Tx,
  organizationId: string,
  accountId: string,
  written: Pick<Written, "name" | "samples">,
  self: TemplateRow | null,
): Promise<AccountFacts> => {
  const sameName = await tx
    .selectFrom("whatsapp_templates")
    .select(["id", "language", "category", "state", "deleted_at"])
    .where("organization_id", "=", organizationId)
    .where("account_id", "=", accountId)
    .where("name", "=", written.name)
    .execute();
  const { rows } = await sql<{ names: number; created: number }>`
    select count(distinct name) filter (where state not in ('DRAFT', 'DELETED'))::int as names,
           count(*) filter (where taken_at > now() - interval '1 hour')::int as created
      from whatsapp_templates where organization_id = ${organizationId} and account_id = ${accountId}`.execute(tx);
  const fileIds = Object.values(written.samples);
  const files =
    fileIds.length === 0
      ? []
      : await tx
          .selectFrom("files")
          .select(["id", "mime", "size"])
          .where("organization_id", "=", organizationId)
          .where("id", "in", fileIds)
          .where("state", "=", "stored")
          .execute();
  const sample = (fileId: string) => {
    const file = files.find((one) => one.id === fileId);
    return file ? { mime: file.mime, size: Number(file.size ?? 0) } : null;
  };
  return {
    now: new Date(),
    sameName: sameName
      .filter((row) => row.id !== self?.id)
      .map((row) => ({ language: row.language, category: row.category, state: row.state, deletedAt: row.deleted_at })),
    names: rows[0]?.names ?? 0,
    createdThisHour: rows[0]?.created ?? 0,
    ...(self && self.state !== "DRAFT"
      ? { changing: { name: self.name, language: self.language, category: self.category, state: self.state, edits: self.edits } }
      : {}),
    samples: Object.fromEntries(Object.entries(written.samples).map(([part, fileId]) => [part, sample(fileId)])),
  };
};

export const mostNames = (used: number) => (used >= limits.namesUnverified ? limits.names : limits.namesUnverified);
