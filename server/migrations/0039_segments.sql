-- Who the people are that ...: rules over contacts and events, and who they hold of, kept true with every change. docs/segments.md has the
-- state, the due time and the invalidation of each kind of leaf. What is kept here is derived: it can be thrown away and built again.

create table segments (
  organization_id uuid not null references organizations (id) on delete cascade,
  id uuid not null,
  name text not null check (length(name) between 1 and 120),
  description text not null default '' check (length(description) <= 1000),
  -- The version in force, and the one that is being built beside it to take its place.
  version_id uuid,
  next_version_id uuid,
  members int not null default 0,
  created_by jsonb not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  archived_at timestamptz,
  -- Deleted: gone for everybody, until a job has emptied it.
  removed_at timestamptz,
  primary key (organization_id, id)
);
create unique index segments_by_name on segments (organization_id, lower(name)) where archived_at is null and removed_at is null;
call candor_tenant('segments');

-- `walked_to`: contacts up to here have been asked, and segment_next has the answer. `applied_to`: up to here segment_members follows it.
create table segment_versions (
  organization_id uuid not null references organizations (id) on delete cascade,
  id uuid not null,
  segment_id uuid not null,
  number int not null,
  rule jsonb not null,
  leaves int[] not null,
  reason text not null check (reason in ('made', 'edited', 'rebuilt', 'restored')),
  created_by jsonb not null,
  created_at timestamptz not null default now(),
  walked_to uuid,
  walked_at timestamptz,
  applied_to uuid,
  in_force_at timestamptz,
  replaced_at timestamptz,
  primary key (organization_id, id),
  unique (organization_id, segment_id, number),
  foreign key (organization_id, segment_id) references segments (organization_id, id) on delete cascade
);
call candor_tenant('segment_versions');

-- One question of a rule. Equal questions share one. `keys`: which news may change its answer.
create table segment_leaves (
  organization_id uuid not null references organizations (id) on delete cascade,
  id int generated always as identity,
  hash text not null,
  about text not null,
  definition jsonb not null,
  keys text[] not null,
  state text not null default 'building' check (state in ('building', 'ready', 'dropped')),
  created_at timestamptz not null default now(),
  built_at timestamptz,
  primary key (organization_id, id)
);
create unique index segment_leaves_by_hash on segment_leaves (organization_id, hash) where state <> 'dropped';
call candor_tenant('segment_leaves');

-- Changes with every rule of the organization, so that a pass knows whether what it has read of them still holds. `shape`: of the
-- definitions rules refer to, as they were when all segments were last built.
create table segment_plans (
  organization_id uuid not null references organizations (id) on delete cascade,
  revision bigint not null default 1,
  generation int not null default 1,
  shape text,
  primary key (organization_id)
);
call candor_tenant('segment_plans');

-- A row only where the answer differs from that of somebody who never did anything, or where time alone may change it: not before `due_at`.
create table leaf_state (
  organization_id uuid not null,
  contact_id uuid not null,
  leaf_id int not null,
  ok boolean not null,
  due_at timestamptz,
  primary key (organization_id, contact_id, leaf_id),
  foreign key (organization_id, contact_id) references contacts (organization_id, id) on delete cascade
) with (fillfactor = 90, autovacuum_vacuum_scale_factor = 0.02);
create index leaf_state_due on leaf_state (organization_id, due_at) where due_at is not null;
create index leaf_state_by_leaf on leaf_state (organization_id, leaf_id);
call candor_tenant('leaf_state', 'select');

create table segment_members (
  organization_id uuid not null,
  segment_id uuid not null,
  contact_id uuid not null,
  since timestamptz not null,
  primary key (organization_id, contact_id, segment_id),
  foreign key (organization_id, segment_id) references segments (organization_id, id) on delete cascade,
  foreign key (organization_id, contact_id) references contacts (organization_id, id) on delete cascade
) with (fillfactor = 90, autovacuum_vacuum_scale_factor = 0.02);
create index segment_members_of on segment_members (organization_id, segment_id, contact_id);
call candor_tenant('segment_members', 'select');

-- Whom a version being built holds of.
create table segment_next (
  organization_id uuid not null,
  version_id uuid not null,
  contact_id uuid not null,
  primary key (organization_id, version_id, contact_id),
  foreign key (organization_id, version_id) references segment_versions (organization_id, id) on delete cascade,
  foreign key (organization_id, contact_id) references contacts (organization_id, id) on delete cascade
);
create index segment_next_by_contact on segment_next (organization_id, contact_id);
call candor_tenant('segment_next', 'select');

-- How many came and went, by the organization's calendar day.
create table segment_days (
  organization_id uuid not null,
  segment_id uuid not null,
  day date not null,
  entered int not null default 0,
  departed int not null default 0,
  members int not null default 0,
  primary key (organization_id, segment_id, day),
  foreign key (organization_id, segment_id) references segments (organization_id, id) on delete cascade
);
call candor_tenant('segment_days', 'select');

-- Contacts to look at again, with what happened to them. No keys into other tables: it must take whatever comes, also while an organization
-- is being deleted. `again`: not only what may have become true.
create table segment_touches (
  organization_id uuid not null,
  id bigint generated always as identity,
  contact_id uuid not null,
  keys text[] not null,
  again boolean not null default false,
  primary key (organization_id, id)
);
call candor_tenant('segment_touches', 'select, insert');
create policy definer on segment_touches for all to current_user using (true) with check (true);
create policy definer on segment_leaves for all to current_user using (true) with check (true);

-- Memberships that ended because the contact is no more; the evaluator tells of them and corrects the counts.
create table segment_gone (
  organization_id uuid not null,
  id bigint generated always as identity,
  segment_id uuid not null,
  contact_id uuid not null,
  primary key (organization_id, id)
);
call candor_tenant('segment_gone', 'select');
create policy definer on segment_gone for all to current_user using (true) with check (true);

create function candor_members_gone() returns trigger
language plpgsql security definer set search_path = public, pg_catalog as $$
begin
  -- The evaluator tells by itself what it takes away.
  if current_setting('candor.segments', true) = 'on' then return null; end if;
  insert into segment_gone (organization_id, segment_id, contact_id) select g.organization_id, g.segment_id, g.contact_id from gone g;
  return null;
end $$;
create trigger segment_members_gone after delete on segment_members referencing old table as gone for each statement execute function candor_members_gone();

-- Events are taken away when their time is over, and given to another contact when people are joined or told apart: whoever had or has them
-- is asked again, where a rule asks about such events at all.
create function candor_events_taken() returns trigger
language plpgsql security definer set search_path = public, pg_catalog as $$
begin
  insert into segment_touches (organization_id, contact_id, keys, again)
  select g.organization_id, g.contact_id, array_agg('event:' || g.name), true
    from (select distinct organization_id, contact_id, name from gone where contact_id is not null) g
   where exists (select from segment_leaves l where l.organization_id = g.organization_id and l.keys @> array['event:' || g.name])
   group by g.organization_id, g.contact_id;
  return null;
end $$;
create function candor_events_given() returns trigger
language plpgsql security definer set search_path = public, pg_catalog as $$
begin
  insert into segment_touches (organization_id, contact_id, keys, again)
  select g.organization_id, g.contact_id, array_agg('event:' || g.name), true
    from (select organization_id, contact_id, name from gone where contact_id is not null
          union select organization_id, contact_id, name from come where contact_id is not null) g
   where exists (select from segment_leaves l where l.organization_id = g.organization_id and l.keys @> array['event:' || g.name])
   group by g.organization_id, g.contact_id;
  return null;
end $$;
create trigger events_taken after delete on events referencing old table as gone for each statement execute function candor_events_taken();
create trigger events_given after update on events referencing old table as gone new table as come for each statement execute function candor_events_given();
revoke all on function candor_members_gone(), candor_events_taken(), candor_events_given() from public;

-- Lists kept by hand, for what no rule can say.
create table lists (
  organization_id uuid not null references organizations (id) on delete cascade,
  id uuid not null,
  name text not null check (length(name) between 1 and 120),
  description text not null default '' check (length(description) <= 1000),
  members int not null default 0,
  created_by jsonb not null,
  created_at timestamptz not null default now(),
  primary key (organization_id, id)
);
create unique index lists_by_name on lists (organization_id, lower(name));
call candor_tenant('lists');
create policy definer on lists for all to current_user using (true) with check (true);

create table list_members (
  organization_id uuid not null,
  list_id uuid not null,
  contact_id uuid not null,
  added_at timestamptz not null default now(),
  primary key (organization_id, list_id, contact_id),
  foreign key (organization_id, list_id) references lists (organization_id, id) on delete cascade,
  foreign key (organization_id, contact_id) references contacts (organization_id, id) on delete cascade
);
create index list_members_by_contact on list_members (organization_id, contact_id);
call candor_tenant('list_members');

create function candor_count_list() returns trigger
language plpgsql security definer set search_path = public, pg_catalog as $$
begin
  if tg_op = 'INSERT' then
    update lists l set members = l.members + n.count from (select organization_id, list_id, count(*)::int as count from come group by 1, 2) n
     where l.organization_id = n.organization_id and l.id = n.list_id;
  else
    update lists l set members = l.members - n.count from (select organization_id, list_id, count(*)::int as count from gone group by 1, 2) n
     where l.organization_id = n.organization_id and l.id = n.list_id;
  end if;
  return null;
end $$;
revoke all on function candor_count_list() from public;
create trigger list_members_come after insert on list_members referencing new table as come for each statement execute function candor_count_list();
create trigger list_members_gone after delete on list_members referencing old table as gone for each statement execute function candor_count_list();
