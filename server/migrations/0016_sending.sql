-- A message shows one file; what else was sent in it (the cards of a carousel) is held here, so that it stays as long as the message.
create table message_files (
  organization_id uuid not null references organizations (id) on delete cascade,
  message_id uuid not null,
  file_id uuid not null,
  primary key (organization_id, message_id, file_id),
  foreign key (organization_id, message_id) references messages (organization_id, id) on delete cascade,
  foreign key (organization_id, file_id) references files (organization_id, id) on delete cascade
);
call candor_tenant('message_files');
create index message_files_by_file on message_files (organization_id, file_id);

-- A reaction is a delivery without a message of its own: what becomes of it shows on the message reacted to. Deliveries are moved by the
-- dispatcher, by statuses and by people; here it holds for all of them. An entry belongs to the delivery whose id it carries.
create function candor_reaction_moved() returns trigger language plpgsql as $$
declare
  target messages;
begin
  update messages m
     set reactions = (select jsonb_agg(case when r.entry ->> 'deliveryId' = new.id::text
                                            then r.entry || jsonb_build_object('state', new.state, 'failure', new.failure) else r.entry end order by r.at)
                        from jsonb_array_elements(m.reactions) with ordinality as r (entry, at))
   where m.organization_id = new.organization_id and m.id = (new.content ->> 'target')::uuid
     and m.reactions @> jsonb_build_array(jsonb_build_object('deliveryId', new.id))
  returning m.* into target;
  if found and new.state in ('failed', 'unknown', 'cancelled', 'expired', 'skipped') then
    insert into events (organization_id, id, name, actor, contact_id, conversation_id, payload)
    values (new.organization_id, candor_uuid7(), 'message.reaction_failed', '{"kind": "system", "name": "channel"}', target.contact_id, target.conversation_id,
            jsonb_strip_nulls(jsonb_build_object('conversationId', target.conversation_id, 'contactId', target.contact_id, 'messageId', target.id,
                                                 'state', new.state, 'code', new.failure ->> 'code')));
  end if;
  return null;
end $$;
create trigger deliveries_reaction after update of state on deliveries
  for each row when (old.state is distinct from new.state and new.message_id is null and new.content ->> 'type' = 'reaction')
  execute function candor_reaction_moved();
