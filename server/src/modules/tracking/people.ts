import { sql } from "kysely";
import { newId } from "../../kernel/id.ts";
import type { Kernel } from "../../kernel/module.ts";
import { resolveSightings } from "../contacts/index.ts";
import type { Sender } from "./senders.ts";

/** Makes contacts for a server's user ids nobody has seen yet, so that their events have an owner. */
export const ensurePeople = async (kernel: Kernel, sender: Sender, externalIds: string[]): Promise<void> => {
  const wanted = [...new Set(externalIds)];
  if (wanted.length === 0) return;
  const { rows } = await sql<{ match_key: string }>`
    select match_key from identities where organization_id = ${sender.organizationId} and kind = 'external_id' and scope = '' and match_key = any(${wanted}::text[])`.execute(
    kernel.db.system,
  );
  const known = new Set(rows.map((row) => row.match_key));
  const missing = wanted.filter((id) => !known.has(id.trim()));
  if (missing.length === 0) return;
  await kernel.db.system.transaction().execute((tx) =>
    resolveSightings(
      tx,
      sender.organizationId,
      missing.map((value) => ({
        key: newId(),
        identities: [{ kind: "external_id" as const, scope: "", value }],
        name: null,
        at: new Date(),
        source: "events",
        evidence: { source: "events", keyId: sender.keyId },
      })),
    ),
  );
};
