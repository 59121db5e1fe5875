import { sql } from "kysely";
import type { Kernel } from "../kernel/module.ts";
import { replayFrom } from "../modules/channels/whatsapp/index.ts";
import { flags, openQuietly, UsageError } from "./usage.ts";

/**
 * `replay` feeds the webhooks of the journal through the projector again. Beside a running server it changes nothing that is there; after
 * a restore it brings back what came since (docs/proofs.md). `--into-empty` refuses to begin where somebody is known already.
 */
export const run = async (args: string[]) => {
  const intoEmpty = args.includes("--into-empty");
  const given = flags(
    args.filter((arg) => arg !== "--into-empty"),
    ["since"],
    ["app"],
  );
  const since = given.since === "beginning" ? new Date(0) : new Date(given.since);
  if (Number.isNaN(since.getTime())) throw new UsageError("--since: a moment such as 2026-11-22T08:00:00Z, or beginning.");
  if (given.app !== undefined && !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(given.app))
    throw new UsageError("--app: the id of an app, as the logs name it.");
  const { kernel, close } = await openQuietly();
  try {
    if (intoEmpty) await requireEmpty(kernel, given.app ?? null);
    const { apps, bodies, items, parked, left } = await replayFrom(kernel, { since, ...(given.app ? { appId: given.app } : {}) });
    process.stdout.write(
      `Replayed ${bodies} webhooks of ${apps} apps: ${items} items, ${parked} put aside${left > 0 ? `, ${left} left out (discarded, or of people erased since)` : ""}.\n`,
    );
  } finally {
    await close();
  }
};

const requireEmpty = async (kernel: Kernel, appId: string | null) => {
  const { rows } = await sql<{ name: string }>`
    select o.name from organizations o
     where o.id in (select organization_id from whatsapp_numbers where app_id = coalesce(${appId}::uuid, app_id))
       and (exists (select from contacts c where c.organization_id = o.id) or exists (select from messages m where m.organization_id = o.id)) order by o.name limit 5`.execute(
    kernel.db.system,
  );
  if (rows.length > 0)
    throw new UsageError(
      `--into-empty: there are contacts or messages already in ${rows.map((row) => row.name).join(", ")}. Leave the flag out to replay beside them.`,
    );
};
