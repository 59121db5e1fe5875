-- People who stand here twice: found, reviewed, merged, and separated again if that was wrong.

-- Whose it was before a merge; null where it was always this contact's own. What comes in through an identity goes into the thread of the
-- same origin, so that two threads on one channel stay two (each number has its own window, too) and a merge can be undone exactly.
alter table identities add column merged_from uuid;
alter table conversations add column merged_from uuid;
alter table events add column merged_from uuid;
alter table conversations drop constraint conversations_organization_id_channel_id_contact_id_key;
alter table conversations add constraint conversations_of_person unique nulls not distinct (organization_id, channel_id, contact_id, merged_from);
-- Through which identity a consent was told, where it was: that says whose it is when a merge is undone.
alter table consent_ledger add column identity_id uuid,
  add foreign key (organization_id, identity_id) references identities (organization_id, id) on delete set null (identity_id);
create index consent_by_identity on consent_ledger (organization_id, identity_id) where identity_id is not null;
-- Whose a consent is follows the person; what it says stays as it was written.
grant update (contact_id) on consent_ledger to candor_system;
grant update (contact_id, merged_from) on events to candor_system;

-- Every merge, and while it holds what it takes to undo it: the other contact's row as it was (`contact`), and of the survivor what the
-- merge wrote (`facts`). Goes with the survivor.
create table merges (
  organization_id uuid not null references organizations (id) on delete cascade,
  id uuid not null,
  contact_id uuid not null,
  other_contact_id uuid not null,
  contact jsonb,
  facts jsonb not null default '{}',
  counts jsonb not null default '{}',
  merged_by jsonb not null,
  merged_at timestamptz not null default now(),
  undone_by jsonb,
  undone_at timestamptz,
  primary key (organization_id, id),
  foreign key (organization_id, contact_id) references contacts (organization_id, id) on delete cascade
);
call candor_tenant('merges', 'select');
create index merges_by_contact on merges (organization_id, contact_id, id desc);
create index merges_by_other on merges (organization_id, other_contact_id, id desc);

-- What of one table a merge moved (keys), what it left with the survivor although it hangs on something that moved (keys), what it set aside
-- because the survivor had the same already (whole rows), and what it changed in rows to make room (keys, before, after).
create table merge_rows (
  organization_id uuid not null references organizations (id) on delete cascade,
  merge_id uuid not null,
  relation text not null,
  moved jsonb not null default '[]',
  kept jsonb not null default '[]',
  set_aside jsonb not null default '[]',
  changed jsonb not null default '[]',
  primary key (organization_id, merge_id, relation),
  foreign key (organization_id, merge_id) references merges (organization_id, id) on delete cascade
);
call candor_tenant('merge_rows', 'select');

-- Digests of what people are recognised by: two contacts that share one may be the same person. Kept per contact by a reader of the event
-- stream; without the master key they say nothing. `claimed`: a browser said so, nobody proved it.
create table duplicate_keys (
  organization_id uuid not null references organizations (id) on delete cascade,
  contact_id uuid not null,
  key text not null,
  claimed boolean not null default false,
  primary key (organization_id, contact_id, key),
  foreign key (organization_id, contact_id) references contacts (organization_id, id) on delete cascade
);
call candor_tenant('duplicate_keys', 'select');
create index duplicate_keys_by_key on duplicate_keys (organization_id, key, contact_id);

-- Two contacts that may be one person, the lower id first. What a member said of them (`dismissed_at`) stays; `merge_id` marks an answer
-- that a merge carried over from a contact that is part of this one now.
create table duplicates (
  organization_id uuid not null references organizations (id) on delete cascade,
  contact_id uuid not null,
  other_contact_id uuid not null,
  score int not null check (score between 0 and 100),
  reasons jsonb not null default '[]',
  found_at timestamptz not null default now(),
  dismissed_at timestamptz,
  dismissed_by jsonb,
  merge_id uuid,
  primary key (organization_id, contact_id, other_contact_id),
  check (contact_id < other_contact_id),
  foreign key (organization_id, contact_id) references contacts (organization_id, id) on delete cascade,
  foreign key (organization_id, other_contact_id) references contacts (organization_id, id) on delete cascade
);
call candor_tenant('duplicates', 'select, insert, update');
create index duplicates_open on duplicates (organization_id, score desc, contact_id, other_contact_id) where dismissed_at is null;
create index duplicates_dismissed on duplicates (organization_id, dismissed_at desc, contact_id, other_contact_id) where dismissed_at is not null;
create index duplicates_by_other on duplicates (organization_id, other_contact_id);
