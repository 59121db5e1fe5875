-- A connected sending and receiving account. Generic facts here, WhatsApp's own in whatsapp_numbers.
create table channels (
  organization_id uuid not null references organizations (id) on delete cascade,
  id uuid not null,
  kind text not null check (kind in ('whatsapp')),
  name text not null,
  state text not null default 'active' check (state in ('active', 'paused', 'attention', 'disconnected')),
  attention text,
  created_at timestamptz not null default now(),
  last_received_at timestamptz,
  primary key (organization_id, id)
);
call candor_tenant('channels');

-- The Meta app is an entity of its own: several organizations may share one, and one webhook body may span them.
create table meta_apps (
  id uuid primary key,
  secret_fingerprint text not null unique,
  secret_sealed text not null,
  graph_app_id text,
  created_at timestamptz not null default now()
);
grant select, insert, update, delete on meta_apps to candor_system;

create table meta_verify_tokens (
  app_id uuid not null references meta_apps (id) on delete cascade,
  token_hash text not null,
  primary key (app_id, token_hash)
);
grant select, insert, delete on meta_verify_tokens to candor_system;

create table whatsapp_numbers (
  organization_id uuid not null references organizations (id) on delete cascade,
  channel_id uuid not null,
  app_id uuid not null references meta_apps (id),
  phone_number_id text not null,
  account_id text not null,
  portfolio_id text not null default '',
  display_phone_number text not null default '',
  verified_name text,
  graph_url text not null,
  graph_version text not null default 'v26.0',
  token_sealed text not null,
  verify_token_sealed text not null,
  quality text,
  messaging_limit text,
  throughput text,
  name_status text,
  account_state text,
  coexistence boolean not null default false,
  token_state text not null default 'valid' check (token_state in ('valid', 'invalid', 'unknown')),
  checked_at timestamptz,
  checks jsonb not null default '[]',
  primary key (organization_id, channel_id),
  foreign key (organization_id, channel_id) references channels (organization_id, id) on delete cascade
);
-- One number is answered by one organization per app; who signs for the app decides what reaches it.
create unique index whatsapp_numbers_by_number on whatsapp_numbers (app_id, phone_number_id);
create index whatsapp_numbers_by_account on whatsapp_numbers (app_id, account_id);
call candor_tenant('whatsapp_numbers');

-- Raw bodies as they arrived, before anyone looked at them. Belongs to the app: whose rows they become is known after projection.
create table intake_journal (
  id bigint generated always as identity primary key,
  app_id uuid not null,
  received_at timestamptz not null default now(),
  projected_at timestamptz,
  body bytea not null
);
create index intake_pending on intake_journal (app_id, id) where projected_at is null;
create index intake_by_time on intake_journal (received_at);
grant select, insert, update, delete on intake_journal to candor_system;

-- One entry of a body that could not be projected, with its reason; its neighbours went on.
create table intake_parked (
  id uuid primary key,
  organization_id uuid references organizations (id) on delete cascade,
  channel_id uuid,
  app_id uuid not null,
  journal_id bigint not null,
  path text not null,
  kind text not null,
  reason text not null,
  detail text,
  item jsonb not null,
  tries int not null default 1,
  parked_at timestamptz not null default now(),
  resolved_at timestamptz,
  resolution text check (resolution in ('replayed', 'discarded')),
  unique (journal_id, path)
);
alter table intake_parked enable row level security;
alter table intake_parked force row level security;
create policy tenant on intake_parked for select to candor_app using (organization_id = (select candor_organization()));
create policy system on intake_parked for all to candor_system using (true) with check (true);
grant select on intake_parked to candor_app;
grant select, insert, update, delete on intake_parked to candor_system;
create index intake_parked_open on intake_parked (organization_id, id desc) where resolved_at is null;

create table whatsapp_templates (
  organization_id uuid not null references organizations (id) on delete cascade,
  id uuid not null,
  account_id text not null,
  provider_id text,
  name text not null,
  language text not null,
  category text not null,
  state text not null,
  quality text,
  reason text,
  components jsonb not null default '[]',
  parameter_format text not null default 'POSITIONAL',
  correct_category text,
  updated_at timestamptz not null default now(),
  primary key (organization_id, id),
  unique (organization_id, account_id, name, language)
);
call candor_tenant('whatsapp_templates');

-- News about an account or number that a person should see: quality, limits, violations, disconnection.
create table channel_notices (
  organization_id uuid not null references organizations (id) on delete cascade,
  id uuid not null,
  channel_id uuid,
  account_id text not null,
  kind text not null,
  severity text not null check (severity in ('info', 'warning', 'danger')),
  payload jsonb not null,
  occurred_at timestamptz not null,
  dismissed_at timestamptz,
  primary key (organization_id, id),
  foreign key (organization_id, channel_id) references channels (organization_id, id) on delete cascade
);
call candor_tenant('channel_notices');
create index channel_notices_recent on channel_notices (organization_id, occurred_at desc, id desc);
