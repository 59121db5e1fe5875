import { sql } from "kysely";
import { newId } from "../src/kernel/id.ts";
import { recordConsent, resolveSightings } from "../src/modules/contacts/index.ts";
import { relationsOf, treatment } from "../src/modules/contacts/merge-relations.ts";
import { recordMessage } from "../src/modules/conversations/index.ts";
import type { Shop } from "./builders.ts";
import { aSighting } from "./contacts.builders.ts";

type Row = Record<string, unknown>;
export type Person = { id: string; phone: string; identityId: string };

/** A row of every kind a contact can have, keyed by table. A new table with a key on contacts needs a line here. */
export const samples: Record<string, (shop: Shop, person: Person, world: Ground) => Promise<unknown>> = {
  identities: async (shop, person) =>
    insert(shop, "identities", { contact_id: person.id, kind: "email", value: `${person.id}@example.test`, match_key: newId() }),
  contact_notes: (shop, person) => insert(shop, "contact_notes", { contact_id: person.id, body: "likes tea" }),
  contact_tags: async (shop, person, { tags }) => {
    for (const tag_id of tags) await insert(shop, "contact_tags", { contact_id: person.id, tag_id }, false);
  },
  consent_ledger: (shop, person) =>
    insert(shop, "consent_ledger", {
      contact_id: person.id,
      channel: "whatsapp",
      purpose: "marketing",
      action: "granted",
      source: "form",
      actor: JSON.stringify({ kind: "system", name: "test" }),
      occurred_at: new Date("2026-01-05T10:00:00Z"),
    }),
  conversations: async (shop, person, { channels }) => {
    for (const channelId of channels) await messageFrom(shop, person, channelId);
  },
  messages: (shop, person, { channels }) => messageFrom(shop, person, channels[0] ?? ""),
  deliveries: async (shop, person, { channels }) => {
    const message = await messageFrom(shop, person, channels[0] ?? "");
    await insert(shop, "deliveries", {
      intent_key: newId(),
      channel_id: channels[0],
      contact_id: person.id,
      identity_id: person.identityId,
      conversation_id: message.conversationId,
      purpose: "customer_support",
      content: "{}",
      state: "sent",
      created_by: "{}",
    });
  },
  message_costs: async (shop, person, { channels }) => {
    const message = await messageFrom(shop, person, channels[0] ?? "");
    await insert(
      shop,
      "message_costs",
      {
        message_id: message.messageId,
        conversation_id: message.conversationId,
        channel_id: channels[0],
        contact_id: person.id,
        sender: "system",
        message_type: "text",
        category: "service",
        pricing_type: "free_customer_service",
        pricing_model: "PMP",
        charged: false,
        currency: "USD",
        day: "2026-10-05",
        occurred_at: new Date("2026-10-05T10:00:00Z"),
      },
      false,
    );
  },
  field_changes: (shop, person) =>
    insert(shop, "field_changes", { event_id: newId(), contact_id: person.id, field: "name", before: '"A"', after: '"B"' }, false),
  stage_entries: (shop, person) =>
    insert(
      shop,
      "stage_entries",
      { contact_id: person.id, stage: "lead", entered_at: new Date("2026-01-01T00:00:00Z"), left_at: new Date("2026-01-03T00:00:00Z") },
      false,
    ),
  contact_addresses: (shop, person) =>
    insert(shop, "contact_addresses", { contact_id: person.id, lines: "1 High Street", city: "Leeds", main: true }),
  import_contacts: (shop, person, { importId }) =>
    insert(
      shop,
      "import_contacts",
      { import_id: importId, contact_id: person.id, row_number: Math.floor(Math.random() * 1e6), made: true },
      false,
    ),
  bulk_rows: (shop, person, { bulkId }) => insert(shop, "bulk_rows", { job_id: bulkId, contact_id: person.id, state: "changed" }, false),
  list_members: (shop, person, { listId }) => insert(shop, "list_members", { list_id: listId, contact_id: person.id }, false),
  deal_contacts: async (shop, person, { deals }) => {
    for (const deal_id of deals) await insert(shop, "deal_contacts", { deal_id, contact_id: person.id }, false);
  },
  tasks: async (shop, person, { channels }) => {
    const { conversationId } = await messageFrom(shop, person, channels[0] ?? "");
    await insert(shop, "tasks", { title: "call", contact_id: person.id });
    await insert(shop, "tasks", { title: "answer", contact_id: person.id, conversation_id: conversationId });
  },
  activities: (shop, person) =>
    insert(shop, "activities", { kind: "call", body: "called", contact_id: person.id, at: new Date("2026-02-01T00:00:00Z") }),
  visitors: async (shop, person) => {
    const id = newId();
    await insert(shop, "visitors", { id, anonymous_key: newId(), contact_id: person.id }, false);
    await trackedEvent(shop, person.id, id);
  },
};

/** What is there before anybody: what samples of two people share. */
export type Ground = { tags: string[]; channels: string[]; deals: string[]; importId: string; bulkId: string; listId: string };

export const aGround = async (shop: Shop): Promise<Ground> => {
  const tags = [await insert(shop, "tags", { name: `both ${newId()}` })];
  const channels = [
    await insert(shop, "channels", { kind: "whatsapp", name: "One" }),
    await insert(shop, "channels", { kind: "whatsapp", name: "Two" }),
  ];
  const { rows } = await sql<{
    pipeline_id: string;
    id: string;
  }>`select pipeline_id, id from deal_stages where organization_id = ${shop.id} and kind = 'open' limit 1`.execute(
    shop.world.kernel.db.system,
  );
  const deal = await insert(shop, "deals", {
    pipeline_id: rows[0]?.pipeline_id,
    stage_id: rows[0]?.id,
    rank: Math.random() * 1e9,
    title: "Deal",
    currency: "EUR",
  });
  const importId = await insert(shop, "imports", { file_name: "x.csv", file_size: 1, format: "csv", created_by: "{}" });
  const bulkId = await insert(shop, "bulk_jobs", bulkJob);
  const listId = await insert(shop, "lists", { name: `List ${newId()}`, created_by: "{}" });
  return { tags, channels, deals: [deal], importId, bulkId, listId };
};
const bulkJob = { action: "add_tags", request: "{}", state: "done", actor: "{}" };

/** Somebody with a number of their own who wrote once on each channel. */
export const aPerson = async (shop: Shop, more: { name?: string } = {}): Promise<Person> => {
  const phone = `4477${Math.floor(10_000_000 + Math.random() * 89_999_999)}`;
  const sighting = aSighting({ phone, ...more });
  const found = (await shop.world.kernel.db.system.transaction().execute((tx) => resolveSightings(tx, shop.id, [sighting]))).get(
    sighting.key,
  );
  if (!found) throw new Error("a phone number is an identity");
  return { id: found.contactId, phone, identityId: found.identityId };
};

/** Everything a contact can have. */
export const withEverything = async (shop: Shop, person: Person, ground: Ground, tables = Object.keys(samples)): Promise<Person> => {
  for (const table of tables) await samples[table]?.(shop, person, ground);
  return person;
};

/** As the intake does it: by number, whoever has it now. */
export const messageFrom = (shop: Shop, person: { phone: string }, channelId: string, text = "hello") =>
  shop.world.kernel.db.system.transaction().execute(async (tx) => {
    const sighting = aSighting({ phone: person.phone });
    const found = (await resolveSightings(tx, shop.id, [sighting])).get(sighting.key);
    if (!found) throw new Error("a phone number is an identity");
    return recordMessage(tx, shop.id, {
      channelId,
      contactId: found.contactId,
      identityId: found.identityId,
      direction: "inbound",
      origin: "customer",
      type: "text",
      body: text,
      content: {},
      occurredAt: new Date(),
      providerId: `wamid.${newId()}`,
    });
  });

export const consentFrom = (shop: Shop, person: { phone: string }, action: "granted" | "withdrawn") =>
  shop.world.kernel.db.system.transaction().execute(async (tx) => {
    const sighting = aSighting({ phone: person.phone });
    const found = (await resolveSightings(tx, shop.id, [sighting])).get(sighting.key);
    if (!found) throw new Error("a phone number is an identity");
    await recordConsent(tx, shop.id, {
      contactId: found.contactId,
      channel: "whatsapp",
      purpose: "marketing",
      action,
      source: "provider_preference",
      proof: {},
      identityId: found.identityId,
      actor: { kind: "contact", contactId: found.contactId },
      occurredAt: new Date(),
    });
  });

export const trackedEvent = async (shop: Shop, contactId: string, visitorId: string): Promise<string> => {
  const id = newId();
  await shop.world.kernel.db.system
    .insertInto("events")
    .values({
      organization_id: shop.id,
      id,
      name: "page.viewed",
      actor: JSON.stringify({ kind: "system", name: "site" }),
      contact_id: contactId,
      visitor_id: visitorId,
      payload: JSON.stringify({ visitorId, properties: { path: "/" }, context: {} }),
    })
    .execute();
  return id;
};

const insert = async (shop: Shop, table: string, row: Row, withId = true): Promise<string> => {
  const id = newId();
  const full = { organization_id: shop.id, ...(withId ? { id } : {}), ...row };
  await shop.world.kernel.db.system
    .insertInto(table as "contacts")
    .values(full as never)
    .execute();
  return id;
};

/** Tables that hold what others say, once more: made again by readers of the stream, after a moment. */
export const computed = Object.entries(treatment).flatMap(([table, { how }]) => (how === "computed" ? [table] : []));
/** The record of the merges themselves, and what only moves on. */
const record = [
  "merges",
  "merge_rows",
  "audit_log",
  "events",
  "segment_touches",
  "segment_gone",
  "segment_days",
  "api_keys",
  "score_passes",
  "segment_plans",
];

/** Every row of the organization in every table, whole: what a merge that was undone must leave as it was. */
export const dump = async (shop: Shop): Promise<Record<string, string[]>> => {
  const tables = await shop.world.kernel.db.raw.owner.query<{ name: string }>(
    `select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'organization_id' where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and not c.relispartition`,
  );
  const rows: Record<string, string[]> = {};
  for (const { name } of tables.rows) {
    if (record.includes(name) || computed.includes(name)) continue;
    // A score is counted again after both; its sum is told by its own test.
    const whole = name === "contacts" ? "to_jsonb(t) - 'score'" : "to_jsonb(t)";
    const { rows: found } = await shop.world.kernel.db.raw.owner.query<{ row: string }>(
      `select (${whole})::text as row from "${name}" t where organization_id = $1`,
      [shop.id],
    );
    rows[name] = found.map((one) => one.row).sort();
  }
  const { rows: events } = await shop.world.kernel.db.raw.owner.query<{ row: string }>(
    `select (to_jsonb(t) - 'xid')::text as row from events t where organization_id = $1 and name not in ('contact.merged', 'contact.unmerged', 'contact.scored') and name not like 'segment.%'`,
    [shop.id],
  );
  rows.events = events.map((one) => one.row).sort();
  return rows;
};

/** Of each row of a person, by table and key, whose it is. */
export const whoseRows = async (shop: Shop): Promise<Map<string, string>> => {
  const whose = new Map<string, string>();
  await shop.world.kernel.db.system.transaction().execute(async (tx) => {
    for (const relation of await relationsOf(tx)) {
      if (treatment[relation.name]?.how === "computed" || relation.name === "merges" || relation.name === "duplicates") continue;
      const { rows } = await sql<{ key: string; contact: string }>`
        select jsonb_build_object(${sql.join(
          relation.key.flatMap(({ name }) => [sql.lit(name), sql.ref(`t.${name}`)]),
        )})::text as key, ${sql.ref(`t.${relation.column}`)} as contact
          from ${sql.table(relation.name)} t where t.organization_id = ${shop.id} and ${sql.ref(`t.${relation.column}`)} is not null`.execute(
        tx,
      );
      for (const { key, contact } of rows) whose.set(`${relation.name} ${key}`, contact);
    }
    const events = await tx
      .selectFrom("events")
      .select(["id", "contact_id"])
      .where("organization_id", "=", shop.id)
      .where("contact_id", "is not", null)
      .execute();
    for (const event of events) whose.set(`events ${event.id}`, event.contact_id ?? "");
  });
  return whose;
};
