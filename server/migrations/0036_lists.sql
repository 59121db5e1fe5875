-- A consent that is given is found from its side, too: a filter for the few who gave one must not look at everybody.
create index consent_by_purpose on consent_ledger (organization_id, channel, purpose, action, contact_id);

-- Whose text is like one of `patterns` (already folded and escaped), at most `most + 1` of them: beyond that the caller reads on in its own
-- order instead. LIKE is not leakproof, so it meets a trigram index only where no policy stands between; the organization must be the
-- caller's own. `target` is name, company or a text slot with an index contacts_words_<slot> (made when its field is first asked this way).
create function candor_find_texts(organization uuid, target text, patterns text[], most int)
returns uuid[]
language plpgsql stable security definer set search_path = public, pg_catalog
set enable_seqscan = off set enable_indexscan = off set enable_indexonlyscan = off set plan_cache_mode = force_custom_plan as $$
declare
  pattern text;
  step uuid[];
  found_ids uuid[] := '{}';
begin
  if organization is distinct from candor_organization() then return found_ids; end if;
  if target !~ '^(name|company|t[0-9]{2})$' then raise exception 'no text column'; end if;
  foreach pattern in array patterns loop
    execute format('select array_agg(f.id) from (select c.id from contacts c where c.organization_id = $1 and c.%1$I is not null and candor_fold(c.%1$I) like $2 limit $3) f', target)
      into step using organization, pattern, most + 1 - cardinality(found_ids);
    found_ids := found_ids || coalesce(step, '{}');
    exit when cardinality(found_ids) > most;
  end loop;
  return found_ids;
end $$;
revoke all on function candor_find_texts(uuid, text, text[], int) from public;
grant execute on function candor_find_texts(uuid, text, text[], int) to candor_app;

-- What the team looks at again and again. A view of one's own has an owner and is not shared; a shared one keeps its maker as long as they are
-- a member. Where it stands in the row of views, and which one opens first, is everybody's own choice.
create table saved_views (
  organization_id uuid not null references organizations (id) on delete cascade,
  id uuid not null,
  name text not null check (length(name) between 1 and 80),
  owner_id uuid,
  shared boolean not null default false,
  columns jsonb not null default '[]',
  filter jsonb not null default '[]',
  sort text check (length(sort) <= 80),
  direction text not null default 'desc' check (direction in ('asc', 'desc')),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (organization_id, id),
  foreign key (organization_id, owner_id) references members (organization_id, id) on delete set null (owner_id)
);
call candor_tenant('saved_views');
create index saved_views_by_owner on saved_views (organization_id, owner_id);

create table saved_view_places (
  organization_id uuid not null references organizations (id) on delete cascade,
  member_id uuid not null,
  view_id uuid not null,
  -- Null: not pinned.
  position int,
  opens_first boolean not null default false,
  primary key (organization_id, member_id, view_id),
  foreign key (organization_id, member_id) references members (organization_id, id) on delete cascade,
  foreign key (organization_id, view_id) references saved_views (organization_id, id) on delete cascade
);
call candor_tenant('saved_view_places');
create index saved_view_places_by_view on saved_view_places (organization_id, view_id);
create unique index saved_view_places_first on saved_view_places (organization_id, member_id) where opens_first;

-- One change of many contacts. Who it is for was frozen when it began (bulk_rows); how far it has come stands here, moved in the transaction
-- that does a batch, so a killed process neither does a row twice nor miscounts.
create table bulk_jobs (
  organization_id uuid not null references organizations (id) on delete cascade,
  id uuid not null,
  action text not null check (action in ('add_tags', 'remove_tags', 'set_field', 'set_stage', 'set_owner', 'erase')),
  request jsonb not null,
  -- Who it is for: a filter and a search; null: chosen one by one.
  filter jsonb,
  search text,
  state text not null default 'preparing' check (state in ('preparing', 'running', 'done', 'cancelled', 'failed')),
  failure text,
  -- While the snapshot is made: how far.
  reached uuid not null default '00000000-0000-0000-0000-000000000000',
  total int not null default 0,
  changed int not null default 0,
  unchanged int not null default 0,
  skipped int not null default 0,
  problems int not null default 0,
  undo text check (undo in ('running', 'done')),
  undone int not null default 0,
  kept int not null default 0,
  undo_until timestamptz,
  member_id uuid,
  actor jsonb not null,
  created_at timestamptz not null default now(),
  finished_at timestamptz,
  primary key (organization_id, id),
  foreign key (organization_id, member_id) references members (organization_id, id) on delete set null (member_id)
);
call candor_tenant('bulk_jobs');
create index bulk_jobs_by_member on bulk_jobs (organization_id, member_id);
create index bulk_jobs_undoable on bulk_jobs (undo_until) where undo_until is not null;

create table bulk_rows (
  organization_id uuid not null references organizations (id) on delete cascade,
  job_id uuid not null,
  contact_id uuid not null,
  state text not null default 'waiting' check (state in ('waiting', 'changed', 'unchanged', 'skipped', 'problem', 'undone', 'kept')),
  -- What stood there and what was put there, for seven days: that is what an undo needs.
  before jsonb,
  after jsonb,
  problem jsonb,
  primary key (organization_id, job_id, contact_id),
  foreign key (organization_id, job_id) references bulk_jobs (organization_id, id) on delete cascade,
  foreign key (organization_id, contact_id) references contacts (organization_id, id) on delete cascade
);
call candor_tenant('bulk_rows');
alter table bulk_rows set (fillfactor = 85);
create index bulk_rows_by_state on bulk_rows (organization_id, job_id, state, contact_id);
create index bulk_rows_by_contact on bulk_rows (organization_id, contact_id);
