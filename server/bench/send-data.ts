import type pg from "pg";

/** Contacts with a phone, a conversation each whose window is closed, and one template message waiting in each: due when told. */
export const seed = async (owner: pg.Pool, channelId: string, messages: number): Promise<void> => {
  const client = await owner.connect();
  try {
    await client.query("begin");
    await client.query("set local synchronous_commit = off");
    await client.query(
      `create temporary table person on commit drop as
       select c.organization_id, c.id as channel_id, n, '4477' || lpad(n::text, 8, '0') as phone, candor_uuid7(now()) as contact_id, candor_uuid7(now()) as identity_id,
              candor_uuid7(now()) as conversation_id, candor_uuid7(now()) as message_id, candor_uuid7(now()) as delivery_id
         from channels c, generate_series(0, $2::int - 1) n where c.id = $1`,
      [channelId, messages],
    );
    await client.query("insert into contacts (organization_id, id, name) select organization_id, contact_id, 'Person ' || n from person");
    await client.query(
      `insert into identities (organization_id, id, contact_id, kind, scope, value, match_key, evidence)
       select organization_id, identity_id, contact_id, 'phone', '', phone, phone, '{}' from person`,
    );
    await client.query(
      `insert into conversations (organization_id, id, channel_id, contact_id, identity_id, message_count, last_message_id, preview)
       select organization_id, conversation_id, channel_id, contact_id, identity_id, 1, message_id,
              jsonb_build_object('direction', 'outbound', 'type', 'template', 'text', 'Hello', 'state', 'queued') from person`,
    );
    await client.query(
      `insert into messages (organization_id, id, conversation_id, channel_id, contact_id, direction, origin, type, body, content, occurred_at, state, delivery_id)
       select organization_id, message_id, conversation_id, channel_id, contact_id, 'outbound', 'api', 'template', 'Hello Person ' || n || ', your order ' || n || ' is on its way.',
              '{"name": "order_update", "language": "en"}', now(), 'queued', delivery_id from person`,
    );
    await client.query(
      `insert into deliveries (organization_id, id, intent_key, channel_id, contact_id, identity_id, conversation_id, message_id, purpose, content, state, due_at, created_by)
       select organization_id, delivery_id, 'bench:' || n, channel_id, contact_id, identity_id, conversation_id, message_id, 'customer_support',
              jsonb_build_object('type', 'template', 'freeForm', false, 'template', jsonb_build_object('name', 'order_update', 'language', jsonb_build_object('code', 'en'), 'components',
                jsonb_build_array(jsonb_build_object('type', 'body', 'parameters', jsonb_build_array(
                  jsonb_build_object('type', 'text', 'text', 'Person ' || n), jsonb_build_object('type', 'text', 'text', n::text)))))),
              'queued', now() + interval '1 day', '{"kind": "system", "name": "bench"}' from person`,
    );
    await client.query("commit");
    await client.query("vacuum analyze");
  } finally {
    client.release();
  }
};
