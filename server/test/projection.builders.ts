import { sql } from "kysely";
import { projectBatch } from "../src/modules/channels/whatsapp/intake/project-batch.ts";
import type { Shop } from "./builders.ts";
import type { TestChannel } from "./whatsapp.builders.ts";
import type { World } from "./world.ts";

type Row = Record<string, unknown>;

/**
 * Everything that webhooks become, by what the provider calls it: our own ids, and when we wrote something down, are left out. When somebody
 * was last seen and named is kept to the minute (seen.ts) and left out, too.
 */
export const projectionOf = async (shop: Shop): Promise<Row> => {
  const rows = async (query: ReturnType<typeof sql<Row>>) => (await query.execute(shop.world.kernel.db.system)).rows;
  const org = shop.id;
  const contacts = await rows(sql<Row>`
    select c.name, c.name_source,
           (select json_agg(json_build_array(i.kind, i.scope, i.value, i.first_seen_at, i.retired_at) order by i.kind, i.scope, i.value) from identities i where i.organization_id = c.organization_id and i.contact_id = c.id) as identities,
           (select json_agg(json_build_array(l.channel, l.purpose, l.action, l.source, l.proof - 'messageId', l.occurred_at) order by l.occurred_at, l.action) from consent_ledger l where l.organization_id = c.organization_id and l.contact_id = c.id) as consents,
           (select json_agg(json_build_object('channel', n.phone_number_id, 'state', v.state, 'closed', v.closed_at, 'inbound', v.inbound_count, 'messages', v.message_count, 'lastInbound', v.last_inbound_at,
                    'window', v.window_until, 'lastAt', v.last_message_at, 'last', l.provider_id, 'preview', v.preview, 'answerTo', case when v.inbound_count > 0 then a.value end,
                    'unread', v.inbound_count - coalesce((select max(r.read_inbound_count) from conversation_reads r where r.organization_id = v.organization_id and r.conversation_id = v.id), 0),
                    'thread', (select json_agg(json_build_object('id', m.provider_id, 'direction', m.direction, 'origin', m.origin, 'type', m.type, 'body', m.body, 'content', m.content, 'replyTo', m.reply_to_provider_id,
                                  'at', m.occurred_at, 'state', m.state, 'failure', m.failure, 'pricing', m.pricing, 'reactions', m.reactions, 'edited', m.edited_at, 'revoked', m.revoked_at,
                                  'file', (select json_build_array(f.name, f.mime, f.source) from files f where f.organization_id = m.organization_id and f.id = m.file_id)) order by m.occurred_at, m.id)
                                 from messages m where m.organization_id = v.organization_id and m.conversation_id = v.id)) order by n.phone_number_id)
              from conversations v join whatsapp_numbers n on n.organization_id = v.organization_id and n.channel_id = v.channel_id
              left join messages l on l.organization_id = v.organization_id and l.id = v.last_message_id
              left join identities a on a.organization_id = v.organization_id and a.id = v.identity_id
             where v.organization_id = c.organization_id and v.contact_id = c.id) as conversations
      from contacts c where c.organization_id = ${org}`);
  const early = await rows(sql<Row>`select target_provider_id as target, kind, item from early_arrivals where organization_id = ${org}`);
  const parked = await rows(sql<Row>`select kind, reason, item from intake_parked where organization_id = ${org} and resolved_at is null`);
  const notices = await rows(
    sql<Row>`select account_id, kind, severity, payload, occurred_at from channel_notices where organization_id = ${org}`,
  );
  const templates = await rows(
    sql<Row>`select account_id, name, language, category, state, quality, reason, components, correct_category from whatsapp_templates where organization_id = ${org}`,
  );
  const numbers = await rows(
    sql<Row>`select phone_number_id, quality, messaging_limit, throughput, name_status, account_state, coexistence from whatsapp_numbers where organization_id = ${org}`,
  );
  return {
    contacts: sorted(contacts, (row) => row.identities),
    early: sorted(early),
    parked: sorted(parked),
    notices: sorted(notices),
    templates: sorted(templates),
    numbers: sorted(numbers),
  };
};

const sorted = (rows: Row[], by: (row: Row) => unknown = (row) => row): Row[] => {
  const plain = JSON.parse(JSON.stringify(rows)) as Row[];
  return plain.toSorted((a, b) => (stable(by(a)) < stable(by(b)) ? -1 : 1));
};

/** Keys in one order: jsonb keeps its own, json_build_object the query's. */
const stable = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(stable).join()}]`;
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  return `{${Object.entries(value as Row)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, inner]) => `${key}:${stable(inner)}`)
    .join()}}`;
};

/** The rows of every table that webhooks are projected to, whole: a replay must not touch one of them. */
export const rowsOf = async (shop: Shop): Promise<Record<string, string[]>> => {
  const found: Record<string, string[]> = {};
  for (const table of projected) {
    const { rows } = await sql<{ row: string }>`
      select to_jsonb(t)::text as row from ${sql.table(table)} t where organization_id = ${shop.id} order by 1`.execute(
      shop.world.kernel.db.system,
    );
    found[table] = rows.map((one) => one.row);
  }
  return found;
};

const projected = [
  "contacts",
  "identities",
  "consent_ledger",
  "conversations",
  "messages",
  "files",
  "deliveries",
  "early_arrivals",
  "intake_parked",
  "channel_notices",
  "whatsapp_templates",
  "whatsapp_numbers",
  "channels",
  "events",
];

/** As a database restored from before anybody wrote: the shop and its numbers are there, what webhooks became is not. */
export const emptyProjection = async (shop: Shop): Promise<void> => {
  const { system } = shop.world.kernel.db;
  await system.deleteFrom("contacts").where("organization_id", "=", shop.id).execute();
  for (const table of ["files", "early_arrivals", "intake_parked", "channel_notices", "whatsapp_templates", "events"] as const)
    await system.deleteFrom(table).where("organization_id", "=", shop.id).execute();
};

/** Puts bodies into the journal as the door does, each moved to its time, and projects them in this process. */
export const intake = async (channel: TestChannel, bodies: unknown[], receivedAt: Date[] = []): Promise<void> => {
  const { kernel } = channel.shop.world;
  for (const [at, body] of bodies.entries())
    await kernel.db.system
      .insertInto("intake_journal")
      .values({
        app_id: channel.appId,
        body: Buffer.from(typeof body === "string" ? body : JSON.stringify(body)),
        received_at: receivedAt[at] ?? new Date(),
      })
      .execute();
  await projectAll(channel.shop.world, channel.appId);
};

/** The server's own projector may be faster; then this waits for it. */
export const projectAll = async (world: World, appId: string): Promise<void> => {
  for (;;) {
    const done = await projectBatch(world.kernel, appId);
    if (done === null) await new Promise((resolve) => setTimeout(resolve, 5));
    else if (done.bodies === 0) return;
  }
};
