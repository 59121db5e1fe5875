-- What Meta tells of a number's token, its account's standing, an imported history, and where the number has gone.
alter table whatsapp_numbers add column connected_at timestamptz;
update whatsapp_numbers n set connected_at = c.created_at from channels c where c.organization_id = n.organization_id and c.id = n.channel_id;
alter table whatsapp_numbers alter column connected_at set default now(), alter column connected_at set not null;
alter table whatsapp_numbers add column token_expires_at timestamptz;
alter table whatsapp_numbers add column data_access_expires_at timestamptz;
alter table whatsapp_numbers add column token_scopes text[];
alter table whatsapp_numbers add column standing jsonb not null default '{}';
alter table whatsapp_numbers add column history jsonb;
alter table whatsapp_numbers add column last_echo_at timestamptz;
alter table whatsapp_numbers add column moved_to jsonb;

-- How quality, limit, name, token and standing of a number became what they are.
create table channel_changes (
  organization_id uuid not null references organizations (id) on delete cascade,
  id uuid not null,
  channel_id uuid not null,
  what text not null,
  was text,
  is_now text,
  told_by text not null check (told_by in ('check', 'webhook')),
  at timestamptz not null,
  primary key (organization_id, id),
  foreign key (organization_id, channel_id) references channels (organization_id, id) on delete cascade
);
call candor_tenant('channel_changes');
create index channel_changes_recent on channel_changes (organization_id, channel_id, at desc, id desc);
create index channel_changes_by_time on channel_changes (at);

-- Replaying many parked items takes a while: how far it has come, and what became of them.
create table parked_replays (
  organization_id uuid not null references organizations (id) on delete cascade,
  id uuid not null,
  channel_id uuid,
  reason text,
  -- Up to which item, so that an interrupted run goes on where it was.
  cursor_id uuid not null default '00000000-0000-0000-0000-000000000000',
  last_id uuid,
  total int not null,
  replayed int not null default 0,
  still_parked int not null default 0,
  started_at timestamptz not null default now(),
  finished_at timestamptz,
  primary key (organization_id, id),
  foreign key (organization_id, channel_id) references channels (organization_id, id) on delete cascade
);
call candor_tenant('parked_replays');
create index parked_replays_by_time on parked_replays (started_at);

create index intake_parked_by_app on intake_parked (app_id) where resolved_at is null;
create index intake_parked_by_time on intake_parked (parked_at);
