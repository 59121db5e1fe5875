import { createHash } from "node:crypto";
import { sql } from "kysely";
import type { Tx } from "./db/pools.ts";
import { newId } from "./id.ts";
import type { Ctx } from "./module.ts";

export type AuditEntry = { position: string; at: Date; actor: unknown; action: string; target: unknown; details: unknown };
const genesis = "0".repeat(64);

/** Adds an entry to the organization's chain. Entries name ids and facts, never secrets or message bodies. */
export const audit = async (
  tx: Tx,
  ctx: Ctx,
  action: string,
  target: Record<string, unknown>,
  details: Record<string, unknown> = {},
): Promise<void> => {
  // One writer at a time per organization, or two entries would claim the same place in the chain.
  await sql`select pg_advisory_xact_lock(hashtextextended(${`audit:${ctx.organizationId}`}, 0))`.execute(tx);
  const last = await tx
    .selectFrom("audit_log")
    .select(["position", "hash"])
    .where("organization_id", "=", ctx.organizationId)
    .orderBy("position", "desc")
    .limit(1)
    .executeTakeFirst();
  const entry: AuditEntry = {
    position: String(BigInt(last?.position ?? 0) + 1n),
    at: new Date(),
    actor: ctx.actor,
    action,
    target,
    details,
  };
  const previous = last?.hash ?? genesis;
  await tx
    .insertInto("audit_log")
    .values({
      organization_id: ctx.organizationId,
      id: newId(),
      position: entry.position,
      at: entry.at,
      actor: JSON.stringify(entry.actor),
      action,
      target: JSON.stringify(target),
      details: JSON.stringify(details),
      previous_hash: previous,
      hash: chainHash(previous, entry),
    })
    .execute();
};

/** sha256(previous hash, newline, canonical JSON of the entry with sorted keys). docs/audit-log.md tells how to check a chain by hand. */
export const chainHash = (previous: string, entry: AuditEntry): string =>
  createHash("sha256")
    .update(`${previous}\n${canonical({ ...entry, at: entry.at.toISOString() })}`)
    .digest("hex");

const canonical = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (value && typeof value === "object") {
    const entries = Object.entries(value)
      .filter(([, item]) => item !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonical(item)}`).join(",")}}`;
  }
  return JSON.stringify(value);
};
