-- What every module stands on: tenancy, events, files, the ledgers, limits.
-- The roles candor_app, candor_system and candor_auth exist before this file runs (kernel/db/roles.ts).

create extension if not exists unaccent;
create extension if not exists pg_trgm;
create extension if not exists btree_gin;
create extension if not exists pgcrypto;

revoke create on schema public from public;
grant usage on schema public to candor_app, candor_system, candor_auth;

-- UUIDv7 for set-based work; PostgreSQL has its own only from 18.
create function candor_uuid7(at timestamptz default clock_timestamp()) returns uuid
language sql volatile parallel safe as $$
  select encode(
    set_byte(set_byte(
      overlay(gen_random_uuid_bytes placing substring(int8send((extract(epoch from at) * 1000)::bigint) from 3) from 1 for 6),
      6, (get_byte(gen_random_uuid_bytes, 6) & 15) | 112),
      8, (get_byte(gen_random_uuid_bytes, 8) & 63) | 128), 'hex')::uuid
  from (select uuid_send(gen_random_uuid()) as gen_random_uuid_bytes) random
$$;

-- Accents and case folded. unaccent() is only stable because its dictionary may change; ours does not.
create function candor_fold(value text) returns text
language sql immutable parallel safe strict set search_path = public, pg_catalog as $$
  select lower(unaccent('unaccent'::regdictionary, value))
$$;

create function candor_organization() returns uuid
language sql stable parallel safe as $$
  select nullif(current_setting('candor.organization_id', true), '')::uuid
$$;

-- Makes a table a tenant table: forced row-level security, the app sees its organization, the system role (claimers, projector,
-- retention) sees all through a policy of its own. `app_rights` is what candor_app may do.
create procedure candor_tenant(relation regclass, app_rights text default 'select, insert, update, delete', system_rights text default 'select, insert, update, delete')
language plpgsql as $$
begin
  execute format('alter table %s enable row level security', relation);
  execute format('alter table %s force row level security', relation);
  execute format('create policy tenant on %s for all to candor_app using (organization_id = (select candor_organization())) with check (organization_id = (select candor_organization()))', relation);
  execute format('create policy system on %s for all to candor_system using (true) with check (true)', relation);
  execute format('grant %s on %s to candor_app', app_rights, relation);
  execute format('grant %s on %s to candor_system', system_rights, relation);
end $$;

create table organizations (
  id uuid primary key,
  name text not null check (length(name) between 1 and 120),
  slug text not null unique,
  demo boolean not null default false,
  language text not null default 'en',
  time_zone text not null default 'UTC',
  country text,
  created_at timestamptz not null default now()
);
alter table organizations enable row level security;
alter table organizations force row level security;
create policy tenant on organizations for all to candor_app using (id = (select candor_organization())) with check (id = (select candor_organization()));
create policy system on organizations for all to candor_system using (true) with check (true);
create policy auth on organizations for all to candor_auth using (true) with check (true);
grant select, update on organizations to candor_app;
grant select, insert, update, delete on organizations to candor_system;
grant select, insert on organizations to candor_auth;

-- Events: the one stream. Partitioned by the time inside the UUIDv7, so key and partition agree.
create table events (
  organization_id uuid not null references organizations (id) on delete cascade,
  id uuid not null,
  xid xid8 not null default pg_current_xact_id(),
  name text not null,
  actor jsonb not null,
  contact_id uuid,
  conversation_id uuid,
  payload jsonb not null default '{}',
  occurred_at timestamptz not null default now(),
  primary key (organization_id, id)
) partition by range (id);
create index events_by_cursor on events (xid, id);
create index events_by_contact on events (organization_id, contact_id, id desc) where contact_id is not null;
call candor_tenant('events', 'select, insert', 'select, insert, delete');

-- Partitions carry no grants: they are reached through their parent only, whose policies then apply.
create function candor_event_partition(month date) returns void
language plpgsql security definer set search_path = public, pg_catalog as $$
declare
  start_of timestamptz := date_trunc('month', month::timestamp) at time zone 'UTC';
  end_of timestamptz := (date_trunc('month', month::timestamp) + interval '1 month') at time zone 'UTC';
  part text := 'events_' || to_char(month, 'YYYY_MM');
  lower_bound uuid := (lpad(to_hex((extract(epoch from start_of) * 1000)::bigint), 12, '0') || '00000000000000000000')::uuid;
  upper_bound uuid := (lpad(to_hex((extract(epoch from end_of) * 1000)::bigint), 12, '0') || '00000000000000000000')::uuid;
begin
  if to_regclass(part) is not null then return; end if;
  execute format('create table %I partition of events for values from (%L) to (%L)', part, lower_bound, upper_bound);
  execute format('alter table %I enable row level security', part);
  execute format('alter table %I force row level security', part);
end $$;
revoke all on function candor_event_partition(date) from public;
grant execute on function candor_event_partition(date) to candor_system;
create table events_default partition of events default;
alter table events_default enable row level security;
alter table events_default force row level security;

-- How far each consumer has read: (xid, id) behind the safe horizon.
create table event_cursors (
  consumer text primary key,
  xid xid8 not null default '0',
  id uuid not null default '00000000-0000-0000-0000-000000000000',
  updated_at timestamptz not null default now()
);
grant select, insert, update on event_cursors to candor_system;

create table files (
  organization_id uuid not null references organizations (id) on delete cascade,
  id uuid not null,
  state text not null check (state in ('pending', 'stored', 'failed')),
  name text,
  mime text,
  size bigint,
  sha256 text,
  width int,
  height int,
  source text not null check (source in ('inbound_media', 'upload', 'demo')),
  failure text,
  created_at timestamptz not null default now(),
  stored_at timestamptz,
  primary key (organization_id, id)
);
call candor_tenant('files');

-- Who got what, never the content. Append-only for everyone but retention.
create table egress_ledger (
  organization_id uuid not null references organizations (id) on delete cascade,
  id uuid not null,
  recipient text not null,
  host text not null,
  purpose text not null,
  categories text[] not null,
  contact_id uuid,
  items int not null default 1,
  bytes bigint not null default 0,
  outcome text not null check (outcome in ('sent', 'refused', 'failed')),
  reason text,
  at timestamptz not null default now(),
  primary key (organization_id, id)
);
create index egress_by_contact on egress_ledger (organization_id, contact_id, id desc) where contact_id is not null;
call candor_tenant('egress_ledger', 'select, insert', 'select, insert, delete');

-- Hash-chained per organization: hash = sha256(previous hash || canonical JSON of the entry). kernel/audit.ts writes it.
create table audit_log (
  organization_id uuid not null references organizations (id) on delete cascade,
  id uuid not null,
  position bigint not null,
  at timestamptz not null,
  actor jsonb not null,
  action text not null,
  target jsonb not null default '{}',
  details jsonb not null default '{}',
  previous_hash text not null,
  hash text not null,
  primary key (organization_id, id),
  unique (organization_id, position)
);
call candor_tenant('audit_log', 'select, insert', 'select, insert, delete');

-- Token buckets that hold across processes. Unlogged: after a crash everyone starts with a full bucket.
create unlogged table rate_buckets (
  key text primary key,
  tokens double precision not null,
  updated_at timestamptz not null
);
grant select, insert, update, delete on rate_buckets to candor_system;

-- Takes `cost` tokens; answers how many seconds to wait (0 = taken).
create function candor_take(bucket text, capacity double precision, refill_per_second double precision, cost double precision)
returns double precision language plpgsql set search_path = public, pg_catalog as $$
declare
  have double precision;
  moment timestamptz := clock_timestamp();
begin
  insert into rate_buckets as b (key, tokens, updated_at) values (bucket, capacity, moment) on conflict (key) do nothing;
  select least(capacity, b.tokens + greatest(0, extract(epoch from moment - b.updated_at)) * refill_per_second)
    into have from rate_buckets b where b.key = bucket for update;
  if have >= cost then
    update rate_buckets b set tokens = have - cost, updated_at = greatest(moment, b.updated_at) where b.key = bucket;
    return 0;
  end if;
  update rate_buckets b set tokens = have, updated_at = greatest(moment, b.updated_at) where b.key = bucket;
  return (cost - have) / nullif(refill_per_second, 0);
end $$;
grant execute on function candor_take(text, double precision, double precision, double precision) to candor_system;

-- System mail kept readable where no SMTP server is set up, and a record of what was sent where one is.
create table mail_outbox (
  id uuid primary key,
  organization_id uuid references organizations (id) on delete cascade,
  recipient text not null,
  subject text not null,
  body text not null,
  state text not null check (state in ('queued', 'sent', 'failed', 'kept')),
  failure text,
  created_at timestamptz not null default now(),
  sent_at timestamptz
);
alter table mail_outbox enable row level security;
alter table mail_outbox force row level security;
create policy tenant on mail_outbox for select to candor_app using (organization_id = (select candor_organization()));
create policy system on mail_outbox for all to candor_system using (true) with check (true);
grant select on mail_outbox to candor_app;
grant select, insert, update, delete on mail_outbox to candor_system;
create index mail_outbox_by_organization on mail_outbox (organization_id, id desc);
