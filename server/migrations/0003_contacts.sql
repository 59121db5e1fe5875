create table contacts (
  organization_id uuid not null references organizations (id) on delete cascade,
  id uuid not null,
  name text not null default '',
  name_source text not null default 'profile' check (name_source in ('profile', 'member')),
  company text,
  language text,
  country text,
  time_zone text,
  stage text not null default 'lead' check (stage in ('lead', 'customer', 'loyal', 'lost')),
  owner_id uuid,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  last_seen_at timestamptz,
  primary key (organization_id, id),
  foreign key (organization_id, owner_id) references members (organization_id, id) on delete set null (owner_id)
);
call candor_tenant('contacts');
create index contacts_by_recency on contacts (organization_id, id desc);
create index contacts_by_name on contacts using gin (organization_id, candor_fold(name) gin_trgm_ops);

-- One way to recognise or reach a contact. `match_key` is the one spelling under which variants of a value meet
-- (Brazil's ninth digit, Argentina's 9); `value` is the spelling last seen, the one to send to.
create table identities (
  organization_id uuid not null references organizations (id) on delete cascade,
  id uuid not null,
  contact_id uuid not null,
  kind text not null check (kind in ('phone', 'whatsapp_user_id', 'whatsapp_username', 'email')),
  scope text not null default '',
  value text not null,
  match_key text not null,
  evidence jsonb not null default '{}',
  first_seen_at timestamptz not null default now(),
  last_seen_at timestamptz not null default now(),
  retired_at timestamptz,
  primary key (organization_id, id),
  unique (organization_id, kind, scope, match_key),
  foreign key (organization_id, contact_id) references contacts (organization_id, id) on delete cascade
);
call candor_tenant('identities');
create index identities_by_contact on identities (organization_id, contact_id);
create index identities_by_value on identities using gin (organization_id, candor_fold(value) gin_trgm_ops);

create table tags (
  organization_id uuid not null references organizations (id) on delete cascade,
  id uuid not null,
  name text not null check (length(name) between 1 and 60),
  hue int not null default 1 check (hue between 1 and 6),
  created_at timestamptz not null default now(),
  primary key (organization_id, id)
);
create unique index tags_by_name on tags (organization_id, lower(name));
call candor_tenant('tags');
create table contact_tags (
  organization_id uuid not null references organizations (id) on delete cascade,
  contact_id uuid not null,
  tag_id uuid not null,
  added_at timestamptz not null default now(),
  primary key (organization_id, contact_id, tag_id),
  foreign key (organization_id, contact_id) references contacts (organization_id, id) on delete cascade,
  foreign key (organization_id, tag_id) references tags (organization_id, id) on delete cascade
);
call candor_tenant('contact_tags');
create index contact_tags_by_tag on contact_tags (organization_id, tag_id, contact_id desc);

create table contact_notes (
  organization_id uuid not null references organizations (id) on delete cascade,
  id uuid not null,
  contact_id uuid not null,
  author_id uuid,
  body text not null check (length(body) between 1 and 10000),
  created_at timestamptz not null default now(),
  primary key (organization_id, id),
  foreign key (organization_id, contact_id) references contacts (organization_id, id) on delete cascade,
  foreign key (organization_id, author_id) references members (organization_id, id) on delete set null (author_id)
);
call candor_tenant('contact_notes');
create index contact_notes_by_contact on contact_notes (organization_id, contact_id, id desc);

-- Append-only: the state of a consent is derived from its last entry.
create table consent_ledger (
  organization_id uuid not null references organizations (id) on delete cascade,
  id uuid not null,
  contact_id uuid not null,
  channel text not null,
  purpose text not null,
  action text not null check (action in ('granted', 'withdrawn')),
  source text not null,
  proof jsonb not null default '{}',
  actor jsonb not null,
  occurred_at timestamptz not null,
  recorded_at timestamptz not null default now(),
  primary key (organization_id, id),
  foreign key (organization_id, contact_id) references contacts (organization_id, id) on delete cascade
);
call candor_tenant('consent_ledger', 'select, insert', 'select, insert, delete');
create index consent_by_contact on consent_ledger (organization_id, contact_id, channel, purpose, occurred_at desc, id desc);
