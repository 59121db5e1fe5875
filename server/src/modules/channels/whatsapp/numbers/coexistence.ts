import { sql } from "kysely";
import type { Tx } from "../../../../kernel/db/pools.ts";
import { listOf, numberOf, objectOf } from "../intake/parse-json.ts";
import type { AccountItem, Item } from "../intake/parse-shapes.ts";
import type { Route } from "../intake/project-route.ts";

/** When the shop last wrote from its phone, to the nearest ten seconds, by the journal's time. */
export const touchEchoes = async (tx: Tx, routed: { item: Item; route: Route }[]): Promise<void> => {
  const latest = new Map<string, { o: string; c: string; at: Date }>();
  for (const { item, route } of routed) {
    if (item.field !== "smb_message_echoes") continue;
    const before = latest.get(route.channelId);
    if (!before || item.receivedAt > before.at)
      latest.set(route.channelId, { o: route.organizationId, c: route.channelId, at: item.receivedAt });
  }
  if (latest.size === 0) return;
  await sql`
    update whatsapp_numbers n set last_echo_at = u.at from jsonb_to_recordset(${JSON.stringify([...latest.values()])}::jsonb) as u (o uuid, c uuid, at timestamptz)
     where n.organization_id = u.o and n.channel_id = u.c and (n.last_echo_at is null or n.last_echo_at < u.at - interval '10 seconds')`.execute(
    tx,
  );
};

/**
 * How far the import of the phone's history has come: phase 0 is the last day, 1 up to 90 days, 2 up to 180; progress is
 * of the whole, in per cent. Chunks come in any order, so it never goes back. Errors instead of chunks: the owner did not share.
 */
export const projectHistory = async (tx: Tx, organizationId: string, routes: Route[], item: AccountItem): Promise<void> => {
  const declined = listOf(item.value.errors).length > 0;
  const told = objectOf(item.value.metadata);
  const [phase, chunk, progress] = [numberOf(told.phase), numberOf(told.chunk_order), numberOf(told.progress)];
  if (!declined && progress === null) return;
  const history = declined ? { declined: true, at: item.receivedAt } : { phase, chunk, progress, at: item.receivedAt };
  await sql`
    update whatsapp_numbers set history = ${JSON.stringify(history)}::jsonb
     where organization_id = ${organizationId} and channel_id = any(${routes.map((route) => route.channelId)}::uuid[])
       and (history is null or (history ->> 'progress')::float8 is null or (history ->> 'progress')::float8 < ${progress ?? -1}::float8)`.execute(
    tx,
  );
};
