-- What websites, apps and servers of the organization tell: who may send, who was seen, which names and properties there are.

-- The key a website sends with is public: everybody can read it in the page. It may only add events, from the origins it names, and what it
-- says about people is a claim. `signing_secret` (sealed) signs user ids: only a signed one leads to an existing contact.
create table write_keys (
  organization_id uuid not null references organizations (id) on delete cascade,
  id uuid not null,
  key text not null unique,
  name text not null check (length(name) between 1 and 120),
  origins text[] not null,
  ip text not null default 'truncated' check (ip in ('off', 'truncated', 'full')),
  gpc text not null default 'anonymous' check (gpc in ('anonymous', 'drop')),
  unsigned text not null default 'claims' check (unsigned in ('claims', 'ignored')),
  events_per_second int not null default 1000 check (events_per_second between 1 and 20000),
  signing_secret text not null,
  created_by uuid,
  created_at timestamptz not null default now(),
  last_used_at timestamptz,
  revoked_at timestamptz,
  primary key (organization_id, id),
  foreign key (organization_id, created_by) references members (organization_id, id) on delete set null (created_by)
);
call candor_tenant('write_keys');

-- A browser that was seen. `anonymous_key` is the random id the browser keeps for us. `verified` says whether the contact it belongs to was
-- named by somebody who may say so (a server, a signed user id); else the contact was made from this browser's own claims.
create table visitors (
  organization_id uuid not null references organizations (id) on delete cascade,
  id uuid not null,
  anonymous_key text not null check (length(anonymous_key) between 1 and 200),
  contact_id uuid,
  verified boolean not null default false,
  bot boolean not null default false,
  device text,
  browser text,
  os text,
  language text,
  time_zone text,
  country text,
  first_seen_at timestamptz not null default now(),
  last_seen_at timestamptz not null default now(),
  primary key (organization_id, id),
  unique (organization_id, anonymous_key),
  foreign key (organization_id, contact_id) references contacts (organization_id, id) on delete cascade
);
call candor_tenant('visitors', 'select, update', 'select, insert, update, delete');
create index visitors_by_contact on visitors (organization_id, contact_id, id desc) where contact_id is not null;
create index visitors_by_last_seen on visitors (last_seen_at) where contact_id is null;

-- Which messages were taken: the first half of a digest of who sent it and its messageId. Rows come in the order of time, hence brin. No
-- foreign key: its check costs as much as the row (7 of 100 microseconds an event), the row tells nothing and is gone after 30 days.
create table event_messages (
  organization_id uuid not null,
  message uuid not null,
  received_at timestamptz not null default now(),
  primary key (organization_id, message)
);
call candor_tenant('event_messages', 'select', 'select, insert, delete');
create index event_messages_by_time on event_messages using brin (received_at) with (pages_per_range = 32);

-- Names seen, with what the organization decided about them.
create table event_names (
  organization_id uuid not null references organizations (id) on delete cascade,
  name text not null check (length(name) between 1 and 200),
  received bigint not null default 0,
  bots bigint not null default 0,
  refused bigint not null default 0,
  first_seen_at timestamptz not null default now(),
  last_seen_at timestamptz not null default now(),
  blocked_at timestamptz,
  renamed_to text check (length(renamed_to) between 1 and 200),
  keep_days int check (keep_days between 1 and 3650),
  swept_until timestamptz,
  primary key (organization_id, name)
);
call candor_tenant('event_names');
create index event_names_by_last_seen on event_names (organization_id, last_seen_at desc, name);

create table event_days (
  organization_id uuid not null references organizations (id) on delete cascade,
  name text not null,
  day date not null,
  received bigint not null default 0,
  bots bigint not null default 0,
  primary key (organization_id, name, day),
  foreign key (organization_id, name) references event_names (organization_id, name) on delete cascade
);
call candor_tenant('event_days', 'select', 'select, insert, update, delete');

-- How often a property came as which type: more than one is a conflict somebody should know of.
create table event_properties (
  organization_id uuid not null references organizations (id) on delete cascade,
  name text not null,
  property text not null check (length(property) between 1 and 200),
  texts bigint not null default 0,
  numbers bigint not null default 0,
  flags bigint not null default 0,
  dates bigint not null default 0,
  lists bigint not null default 0,
  objects bigint not null default 0,
  nulls bigint not null default 0,
  handling text not null default 'plain' check (handling in ('plain', 'personal', 'dropped')),
  first_seen_at timestamptz not null default now(),
  last_seen_at timestamptz not null default now(),
  primary key (organization_id, name, property),
  foreign key (organization_id, name) references event_names (organization_id, name) on delete cascade
);
call candor_tenant('event_properties');

-- What was not taken, for a day, so that whoever builds a website sees why. A bounded number is kept.
create table event_rejects (
  organization_id uuid not null references organizations (id) on delete cascade,
  id uuid not null,
  key_id uuid,
  outcome text not null check (outcome in ('refused', 'duplicate', 'dropped')),
  kind text not null,
  name text not null,
  bot boolean not null default false,
  field text,
  reason text not null,
  raw jsonb not null,
  received_at timestamptz not null default now(),
  primary key (organization_id, id)
);
create index event_rejects_by_time on event_rejects (received_at);
call candor_tenant('event_rejects', 'select', 'select, insert, delete');

-- A person known by the organization's own user id, and what a browser claimed without proof. The claims are kinds of their own: nothing
-- that looks for a phone number or an address to recognise or to write to ever meets them.
do $$
declare
  known text := (select pg_get_constraintdef(oid) from pg_constraint where conrelid = 'identities'::regclass and conname = 'identities_kind_check');
begin
  alter table identities drop constraint identities_kind_check;
  -- Other kinds that are allowed by now stay allowed.
  execute 'alter table identities add constraint identities_kind_check ' || replace(known, 'ARRAY[', 'ARRAY[''external_id''::text, ''claimed_email''::text, ''claimed_phone''::text, ');
end $$;

-- Marking a property as personal moves its past values out of sight, too.
grant update (payload) on events to candor_system;
