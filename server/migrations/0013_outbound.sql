-- Claiming asks per channel, and keeps the order inside a conversation.
drop index deliveries_due;
create index deliveries_due on deliveries (organization_id, channel_id, due_at, id) where state = 'queued';
create index deliveries_open_in_thread on deliveries (organization_id, conversation_id, id) where state in ('queued', 'sending');

-- A disconnected number belongs to no app any more: it may be connected again, here or elsewhere, and nothing is routed to the old row.
alter table whatsapp_numbers alter column app_id drop not null;

-- A file uploaded to Meta is sent by its id, which lives 30 days.
create table whatsapp_uploads (
  organization_id uuid not null references organizations (id) on delete cascade,
  channel_id uuid not null,
  file_id uuid not null,
  media_id text not null,
  expires_at timestamptz not null,
  primary key (organization_id, channel_id, file_id),
  foreign key (organization_id, channel_id) references channels (organization_id, id) on delete cascade,
  foreign key (organization_id, file_id) references files (organization_id, id) on delete cascade
);
call candor_tenant('whatsapp_uploads');
create index whatsapp_uploads_by_expiry on whatsapp_uploads (expires_at);
