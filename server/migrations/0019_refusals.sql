-- The last message to this identity could not be delivered. Says nothing of why; over as soon as the person is seen again.
alter table identities add column undeliverable_at timestamptz;
create index identities_undeliverable on identities (organization_id, id) where undeliverable_at is not null;

-- What was told of a delivery after it had left us, in order: [{state, at, by?, code?}], by the provider or by a member.
alter table deliveries add column history jsonb not null default '[]';
-- Where a provider asked to leave somebody in peace until a moment.
create index deliveries_resting on deliveries (organization_id, contact_id) where failure ->> 'until' is not null;

-- A customer's file that could not be fetched: the provider's own names for it, for as long as it keeps the file.
create table whatsapp_unfetched (
  organization_id uuid not null references organizations (id) on delete cascade,
  file_id uuid not null,
  channel_id uuid not null,
  media_id text,
  url text,
  sha256 text,
  mime text,
  failed_at timestamptz not null default now(),
  expires_at timestamptz not null,
  primary key (organization_id, file_id),
  foreign key (organization_id, file_id) references files (organization_id, id) on delete cascade,
  foreign key (organization_id, channel_id) references channels (organization_id, id) on delete cascade
);
call candor_tenant('whatsapp_unfetched');
create index whatsapp_unfetched_by_expiry on whatsapp_unfetched (expires_at);
