import { sql } from "kysely";
import type { Tx } from "../../../../kernel/db/pools.ts";
import { emitMany } from "../../../../kernel/events.ts";
import { newId } from "../../../../kernel/id.ts";
import { storable, storableText } from "./parse-json.ts";
import type { Parked } from "./project-route.ts";

/** Puts aside what could not be understood, as a body of its own that says only this. A person sees it, and can replay it. */
export const park = async (tx: Tx, appId: string, parked: (Parked & { journalId: string })[]): Promise<void> => {
  if (parked.length === 0) return;
  const rows = parked.map(({ item, reason, detail, route, journalId }) => ({
    id: newId(),
    organization_id: route.organizationId ?? null,
    channel_id: route.channelId ?? null,
    journal_id: journalId,
    path: item.path.slice(0, 500),
    kind: item.kind === "parked" ? item.field.slice(0, 100) || "body" : item.kind === "account" ? item.field.slice(0, 100) : item.kind,
    reason,
    detail: storableText(detail).slice(0, 300),
    item: storable(item.slice()) ?? null,
  }));
  const added = await sql<{ id: string }>`
    insert into intake_parked (id, organization_id, channel_id, app_id, journal_id, path, kind, reason, detail, item)
    select p.id, p.organization_id, p.channel_id, ${appId}, p.journal_id, p.path, p.kind, p.reason, p.detail, coalesce(p.item, 'null'::jsonb)
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as p (id uuid, organization_id uuid, channel_id uuid, journal_id bigint, path text, kind text, reason text, detail text, item jsonb)
    on conflict (journal_id, path) do nothing returning id`.execute(tx);
  const ids = new Set(added.rows.map((row) => row.id));
  await emitMany(
    tx,
    rows.flatMap((row) =>
      row.organization_id && ids.has(row.id)
        ? [
            {
              organizationId: row.organization_id,
              name: "intake.parked",
              actor: { kind: "system" as const, name: "whatsapp" },
              payload: { parkedId: row.id, channelId: row.channel_id, kind: row.kind },
            },
          ]
        : [],
    ),
  );
};
