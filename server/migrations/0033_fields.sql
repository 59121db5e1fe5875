-- What an organization wants to know about people beyond what every contact has. `slot` is the column of contacts its values are in; null:
-- they stand in contacts.extra under the key. A field that was deleted keeps key and slot until a job has emptied them (`deleted_at`).
create table fields (
  organization_id uuid not null references organizations (id) on delete cascade,
  key text not null check (key ~ '^[a-z][a-z0-9_]{0,39}$'),
  name text not null check (length(name) between 1 and 80),
  help text check (length(help) <= 500),
  type text not null check (type in ('text', 'long_text', 'number', 'money', 'date', 'time', 'yes_no', 'choice', 'choices', 'link', 'phone', 'email')),
  required boolean not null default false,
  default_value jsonb,
  options jsonb not null default '[]',
  currency text check (currency ~ '^[A-Z]{3}$'),
  category text not null,
  position int not null,
  slot text check (slot ~ '^[tndb][0-9]{2}$'),
  -- Whether the slot has an index, which filters and sorts of this field then use.
  indexed boolean not null default false,
  archived_at timestamptz,
  deleted_at timestamptz,
  created_at timestamptz not null default now(),
  primary key (organization_id, key),
  check ((type = 'money') = (currency is not null))
);
call candor_tenant('fields');
create unique index fields_by_slot on fields (organization_id, slot) where slot is not null;

-- What a change of a contact was, beside its event, which says only that there was one: values go with the person.
create table field_changes (
  organization_id uuid not null references organizations (id) on delete cascade,
  event_id uuid not null,
  contact_id uuid not null,
  field text not null check (length(field) <= 80),
  before jsonb,
  after jsonb,
  primary key (organization_id, event_id, field),
  foreign key (organization_id, contact_id) references contacts (organization_id, id) on delete cascade
);
call candor_tenant('field_changes');
create index field_changes_by_contact on field_changes (organization_id, contact_id);

-- A stage that was taken away stays as a row, for the history to name it; whoever is still in it is on the way to `successor`.
alter table stages add column removed_at timestamptz, add column successor text;

-- Since when a contact is in its stage, and where it was before. Kept by the database, so that no way of writing a contact forgets it;
-- a contact that never moved costs no row.
alter table contacts add column stage_since timestamptz not null default now();
update contacts set stage_since = created_at;
create table stage_entries (
  organization_id uuid not null references organizations (id) on delete cascade,
  contact_id uuid not null,
  stage text not null,
  entered_at timestamptz not null,
  left_at timestamptz not null,
  primary key (organization_id, contact_id, entered_at, stage),
  foreign key (organization_id, contact_id) references contacts (organization_id, id) on delete cascade
);
call candor_tenant('stage_entries');
create function candor_stage_left() returns trigger
language plpgsql set search_path = public, pg_catalog as $$
declare
  moment timestamptz := greatest(clock_timestamp(), old.stage_since);
begin
  insert into stage_entries (organization_id, contact_id, stage, entered_at, left_at)
    values (old.organization_id, old.id, old.stage, old.stage_since, moment)
    on conflict do nothing;
  -- Whoever puts a contact back as it was says since when.
  if new.stage_since is not distinct from old.stage_since then new.stage_since := moment; end if;
  return new;
end $$;
create trigger contacts_stage_left before update of stage on contacts for each row when (old.stage is distinct from new.stage) execute function candor_stage_left();

create table contact_addresses (
  organization_id uuid not null references organizations (id) on delete cascade,
  id uuid not null,
  contact_id uuid not null,
  label text not null default '' check (length(label) <= 60),
  lines text not null default '' check (length(lines) <= 300),
  postal_code text check (length(postal_code) <= 20),
  city text check (length(city) <= 100),
  region text check (length(region) <= 100),
  country text check (country ~ '^[A-Z]{2}$'),
  main boolean not null default false,
  created_at timestamptz not null default now(),
  primary key (organization_id, id),
  foreign key (organization_id, contact_id) references contacts (organization_id, id) on delete cascade
);
call candor_tenant('contact_addresses');
create index contact_addresses_by_contact on contact_addresses (organization_id, contact_id, id);
create unique index contact_addresses_main on contact_addresses (organization_id, contact_id) where main;

-- What the lead score is the sum of.
create table score_rules (
  organization_id uuid not null references organizations (id) on delete cascade,
  id uuid not null,
  name text not null check (length(name) between 1 and 120),
  kind text not null check (kind in ('condition', 'event')),
  condition jsonb,
  event text check (length(event) between 1 and 200),
  points int not null check (points between -1000 and 1000 and points <> 0),
  at_most int not null default 1 check (at_most between 1 and 100),
  window_days int check (window_days between 1 and 3650),
  half_life_days int check (half_life_days between 1 and 3650),
  active boolean not null default true,
  position int not null,
  created_at timestamptz not null default now(),
  -- Until every contact was counted without it.
  removed_at timestamptz,
  primary key (organization_id, id),
  check ((kind = 'condition') = (condition is not null)),
  check ((kind = 'event') = (event is not null))
);
call candor_tenant('score_rules');

-- What a rule gives a contact now; no row: nothing, and time alone will not change that. `due_at`: not before then can it change by time alone.
create table score_states (
  organization_id uuid not null references organizations (id) on delete cascade,
  contact_id uuid not null,
  rule_id uuid not null,
  points int not null,
  times int not null default 0,
  newest_at timestamptz,
  due_at timestamptz,
  primary key (organization_id, contact_id, rule_id),
  foreign key (organization_id, contact_id) references contacts (organization_id, id) on delete cascade
);
call candor_tenant('score_states');
alter table score_states set (fillfactor = 90);
create index score_states_due on score_states (due_at) where due_at is not null;

-- Counting everybody again after the rules changed: how far it has come.
create table score_passes (
  organization_id uuid not null references organizations (id) on delete cascade,
  reached uuid not null default '00000000-0000-0000-0000-000000000000',
  counted int not null default 0,
  started_at timestamptz not null default now(),
  finished_at timestamptz,
  primary key (organization_id)
);
call candor_tenant('score_passes');
