import { createHash } from "node:crypto";
import type pg from "pg";

/** One organization holds nine tenths; ten others share the rest. */
export const big = idOf("organization", 0);
export const members = Array.from({ length: 10 }, (_each, n) => ({ id: idOf("member", n), userId: idOf("user", n) }));
export const labelIds = Array.from({ length: 10 }, (_each, n) => idOf("label", n));
export const rareWord = "zugzwang";
export const middlingWord = "refund";
export const commonWord = "order";
export const rareName = "Zephyrine Quill";
const messagesPerConversation = 20;

function idOf(kind: string, n: number): string {
  const hex = createHash("sha256").update(`${kind} ${n}`).digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-7${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/**
 * Set-based, as the owner with triggers and foreign keys asleep: what is measured is reading. Deterministic: setseed() and counters.
 * Bodies are 15 words of a vocabulary of 5,000 in which few are frequent; every 25th message is in one of a few hot conversations.
 */
export const build = async (owner: pg.Pool, messages: number): Promise<void> => {
  const client = await owner.connect();
  const conversations = Math.max(20, Math.round(messages / messagesPerConversation));
  const step = async (text: string, values: unknown[] = []) => {
    await client.query(text, values);
  };
  try {
    await step("set session_replication_role = replica");
    await step("set maintenance_work_mem = '512MB'");
    await step("set synchronous_commit = off");
    const { rows } = await client.query<{ indexdef: string }>("select indexdef from pg_indexes where indexname = 'messages_by_search'");
    await step("drop index messages_by_search");

    const organizations = Array.from({ length: 11 }, (_each, n) => idOf("organization", n));
    await step(
      "insert into organizations (id, name, slug) select id, 'Bench ' || n, 'bench-' || n from unnest($1::uuid[]) with ordinality as o (id, n)",
      [organizations],
    );
    await step(
      "insert into users (id, name, email) select id, 'Agent ' || n, 'agent' || n || '@example.test' from unnest($1::uuid[]) with ordinality as u (id, n)",
      [members.map((member) => member.userId)],
    );
    await step(
      "insert into members (organization_id, id, user_id, name, email, role, created_at) select $1, id, user_id, 'Agent ' || n, 'agent' || n || '@example.test', 'agent', now() - interval '2 years' from unnest($2::uuid[], $3::uuid[]) with ordinality as m (id, user_id, n)",
      [big, members.map((member) => member.id), members.map((member) => member.userId)],
    );
    await step("insert into channels (organization_id, id, kind, name) select id, id, 'whatsapp', 'Shop' from organizations");
    await step(
      "insert into labels (organization_id, id, name, hue) select $1, id, 'Label ' || n, 1 + n % 6 from unnest($2::uuid[]) with ordinality as l (id, n)",
      [big, labelIds],
    );

    await step(
      "create temporary table place as select n, case when n % 10 < 9 then ($2::uuid[])[1] else ($2::uuid[])[2 + (n / 10) % 10] end as organization_id, candor_uuid7(now() - ($1 - n) * interval '1 minute') as id, candor_uuid7(now() - ($1 - n) * interval '1 minute') as contact_id, hashint4(n) & 2147483647 as h from generate_series(1, $1::int) n",
      [conversations, organizations],
    );
    await step("create unique index on place (n)");
    await step("analyze place");
    const given = [
      "Ada",
      "Ben",
      "Cleo",
      "Dina",
      "Emre",
      "Fatima",
      "Goran",
      "Hana",
      "Ines",
      "Jonas",
      "Kofi",
      "Lea",
      "Mia",
      "Noor",
      "Otto",
      "Paula",
      "Quim",
      "Rosa",
      "Sami",
      "Tara",
    ];
    await step(
      `insert into contacts (organization_id, id, name, created_at) select organization_id, contact_id,
         case when n % 5000 = 1 then $2 else ($1::text[])[1 + h % 20] || ' ' || initcap(translate(substr(md5((h / 20 % 800)::text), 1, 7), '0123456789', 'aeioulnrst')) end, now() from place`,
      [given, rareName],
    );
    await step(
      "insert into identities (organization_id, id, contact_id, kind, value, match_key) select organization_id, candor_uuid7(), contact_id, 'phone', (491500000000 + n)::text, (491500000000 + n)::text from place",
    );
    await step(
      `insert into messages (organization_id, id, conversation_id, channel_id, contact_id, direction, origin, type, body, author_id, provider_id, occurred_at, state)
       select p.organization_id, candor_uuid7(m.at), p.id, p.organization_id, p.contact_id, case when m.h % 2 = 0 then 'inbound' else 'outbound' end, case when m.h % 2 = 0 then 'customer' else 'api' end, 'text',
         m.body, case when m.h % 2 = 1 and p.organization_id = $2 then ($3::uuid[])[1 + m.h % 10] end, 'wamid.' || m.n, m.at, case when m.h % 2 = 1 then 'read' end
       from (
         select n, now() - ($1 - n) * interval '3 seconds' as at, hashint4(n + 7) & 2147483647 as h,
           case when n % 25 = 0 then 10 + n / 25 % 3 else 1 + (hashint8(n * 31) & 2147483647) % $4::int end as c,
           (select string_agg('w' || substr(md5((power((hashint8(n * 100::bigint + k) & 2147483647) / 2147483648.0, 3) * 5000)::int::text), 1, 3 + k % 6), ' ') from generate_series(1, 15) k)
             || case when n % 5 = 0 then ' ${commonWord}' else '' end || case when n % 400 = 3 then ' ${middlingWord}' else '' end || case when n % 9973 = 17 then ' ${rareWord}' else '' end as body
         from generate_series(1, $1::int) n) m
       join place p on p.n = m.c`,
      [messages, big, members.map((member) => member.id), conversations],
    );
    await step(
      `insert into conversations (organization_id, id, channel_id, contact_id, state, assignee_id, last_message_at, last_message_id, preview, inbound_count, message_count, last_inbound_at, window_until)
      select p.organization_id, p.id, p.organization_id, p.contact_id, case when p.h % 10 < 6 then 'open' else 'closed' end, case when p.organization_id = $1 and p.h / 10 % 10 < 6 then ($2::uuid[])[1 + p.h / 100 % 10] end,
        coalesce(s.last_at, now() - interval '1 year'), s.last_id, jsonb_build_object('direction', 'outbound', 'type', 'text', 'text', 'Preview of what was said last, some eighty characters of it, as the list shows', 'state', case when p.h / 1000 % 200 = 0 then 'failed' else 'read' end),
        coalesce(s.inbound, 0), coalesce(s.messages, 0), s.inbound_at, s.inbound_at + interval '24 hours'
      from place p left join (select conversation_id, max(occurred_at) as last_at, (array_agg(id order by occurred_at desc))[1] as last_id, count(*) filter (where direction = 'inbound') as inbound, count(*) as messages, max(occurred_at) filter (where direction = 'inbound') as inbound_at from messages group by 1) s on s.conversation_id = p.id`,
      [big, members.map((member) => member.id)],
    );
    await step(
      "insert into conversation_labels (organization_id, conversation_id, label_id, state, last_message_at) select c.organization_id, c.id, ($2::uuid[])[1 + (hashtext(c.id::text) & 2147483647) % 10], c.state, c.last_message_at from conversations c where c.organization_id = $1 and (hashtext(c.id::text) & 2147483647) / 10 % 3 = 0",
      [big, labelIds],
    );
    await step(
      "insert into conversation_reads (organization_id, conversation_id, member_id, read_inbound_count) select c.organization_id, c.id, m.id, greatest(0, c.inbound_count - (hashtext(c.id::text || m.id::text) & 3)) from conversations c join unnest($2::uuid[]) as m (id) on (hashtext(c.id::text || m.id::text) & 2147483647) % 10 < 7 where c.organization_id = $1",
      [big, members.map((member) => member.id)],
    );
    await step(rows[0]?.indexdef ?? "");
    await step("drop table place");
    await step("vacuum analyze");
  } finally {
    client.release(true);
  }
};
