-- One thread with a contact on a channel; it is reopened, never split.
create table conversations (
  organization_id uuid not null references organizations (id) on delete cascade,
  id uuid not null,
  channel_id uuid not null,
  contact_id uuid not null,
  identity_id uuid,
  state text not null default 'open' check (state in ('open', 'closed')),
  assignee_id uuid,
  -- What the list shows, kept on write.
  last_message_at timestamptz not null default now(),
  last_message_id uuid,
  preview jsonb not null default '{}',
  inbound_count int not null default 0,
  message_count int not null default 0,
  -- The customer's own clock of the last message that opens the 24-hour window. History and echoes never set it.
  last_inbound_at timestamptz,
  window_until timestamptz,
  created_at timestamptz not null default now(),
  closed_at timestamptz,
  primary key (organization_id, id),
  unique (organization_id, channel_id, contact_id),
  foreign key (organization_id, channel_id) references channels (organization_id, id) on delete cascade,
  foreign key (organization_id, contact_id) references contacts (organization_id, id) on delete cascade,
  foreign key (organization_id, identity_id) references identities (organization_id, id) on delete set null (identity_id),
  foreign key (organization_id, assignee_id) references members (organization_id, id) on delete set null (assignee_id)
);
call candor_tenant('conversations');
create index conversations_by_state on conversations (organization_id, state, last_message_at desc, id desc);
create index conversations_by_assignee on conversations (organization_id, assignee_id, state, last_message_at desc, id desc);
create index conversations_by_contact on conversations (organization_id, contact_id);

create table messages (
  organization_id uuid not null references organizations (id) on delete cascade,
  id uuid not null,
  conversation_id uuid not null,
  channel_id uuid not null,
  contact_id uuid not null,
  direction text not null check (direction in ('inbound', 'outbound', 'note', 'system')),
  origin text not null default 'api' check (origin in ('customer', 'api', 'phone', 'history', 'demo')),
  type text not null,
  body text,
  content jsonb not null default '{}',
  file_id uuid,
  provider_id text,
  author_id uuid,
  -- The message this one answers, by the provider's id: it may arrive later, or never.
  reply_to_provider_id text,
  occurred_at timestamptz not null,
  state text check (state in ('queued', 'sending', 'unknown', 'accepted', 'sent', 'delivered', 'read', 'failed', 'cancelled')),
  failure jsonb,
  pricing jsonb,
  delivery_id uuid,
  reactions jsonb not null default '[]',
  edited_at timestamptz,
  revoked_at timestamptz,
  created_at timestamptz not null default now(),
  search tsvector generated always as (to_tsvector('simple', candor_fold(left(coalesce(body, ''), 20000)))) stored,
  primary key (organization_id, id),
  foreign key (organization_id, conversation_id) references conversations (organization_id, id) on delete cascade,
  foreign key (organization_id, channel_id) references channels (organization_id, id) on delete cascade,
  foreign key (organization_id, contact_id) references contacts (organization_id, id) on delete cascade,
  foreign key (organization_id, file_id) references files (organization_id, id) on delete set null (file_id),
  foreign key (organization_id, author_id) references members (organization_id, id) on delete set null (author_id)
);
call candor_tenant('messages');
create unique index messages_by_provider on messages (organization_id, channel_id, provider_id) where provider_id is not null;
create index messages_by_thread on messages (organization_id, conversation_id, occurred_at desc, id desc);
create index messages_by_time on messages (organization_id, occurred_at desc, id desc);
create index messages_by_file on messages (organization_id, file_id) where file_id is not null;
create index messages_by_contact on messages (organization_id, contact_id);
create index messages_by_search on messages using gin (organization_id, search);

create table labels (
  organization_id uuid not null references organizations (id) on delete cascade,
  id uuid not null,
  name text not null check (length(name) between 1 and 60),
  hue int not null default 1 check (hue between 1 and 6),
  created_at timestamptz not null default now(),
  primary key (organization_id, id)
);
create unique index labels_by_name on labels (organization_id, lower(name));
call candor_tenant('labels');

-- `state` and `last_message_at` repeat the conversation's, so that a view by label reads one index.
create table conversation_labels (
  organization_id uuid not null references organizations (id) on delete cascade,
  conversation_id uuid not null,
  label_id uuid not null,
  state text not null,
  last_message_at timestamptz not null,
  primary key (organization_id, conversation_id, label_id),
  foreign key (organization_id, conversation_id) references conversations (organization_id, id) on delete cascade,
  foreign key (organization_id, label_id) references labels (organization_id, id) on delete cascade
);
call candor_tenant('conversation_labels');
create index conversation_labels_view on conversation_labels (organization_id, label_id, state, last_message_at desc, conversation_id desc);

create function candor_copy_to_labels() returns trigger language plpgsql as $$
begin
  update conversation_labels l set state = new.state, last_message_at = new.last_message_at
   where l.organization_id = new.organization_id and l.conversation_id = new.id;
  return null;
end $$;
create trigger conversations_to_labels after update of state, last_message_at on conversations
  for each row when (old.state is distinct from new.state or old.last_message_at is distinct from new.last_message_at)
  execute function candor_copy_to_labels();

-- Unread = conversations.inbound_count - read_inbound_count. No row: everything since the member joined is unread.
create table conversation_reads (
  organization_id uuid not null references organizations (id) on delete cascade,
  conversation_id uuid not null,
  member_id uuid not null,
  read_inbound_count int not null,
  read_at timestamptz not null default now(),
  primary key (organization_id, conversation_id, member_id),
  foreign key (organization_id, conversation_id) references conversations (organization_id, id) on delete cascade,
  foreign key (organization_id, member_id) references members (organization_id, id) on delete cascade
);
call candor_tenant('conversation_reads');

-- The intent to bring one piece of content to one identity. `intent_key` is unique: no crash, retry or double click makes two.
create table deliveries (
  organization_id uuid not null references organizations (id) on delete cascade,
  id uuid not null,
  intent_key text not null,
  channel_id uuid not null,
  contact_id uuid not null,
  identity_id uuid,
  conversation_id uuid,
  message_id uuid,
  purpose text not null,
  content jsonb not null,
  state text not null check (state in ('planned', 'queued', 'sending', 'unknown', 'accepted', 'sent', 'delivered', 'read', 'failed', 'skipped', 'cancelled', 'expired')),
  reason text,
  failure jsonb,
  provider_id text,
  attempts int not null default 0,
  due_at timestamptz not null default now(),
  lease_until timestamptz,
  created_by jsonb not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (organization_id, id),
  unique (organization_id, intent_key),
  foreign key (organization_id, channel_id) references channels (organization_id, id) on delete cascade,
  foreign key (organization_id, contact_id) references contacts (organization_id, id) on delete cascade,
  foreign key (organization_id, identity_id) references identities (organization_id, id) on delete set null (identity_id),
  foreign key (organization_id, conversation_id) references conversations (organization_id, id) on delete cascade,
  foreign key (organization_id, message_id) references messages (organization_id, id) on delete cascade
);
call candor_tenant('deliveries');
create index deliveries_due on deliveries (due_at, id) where state = 'queued';
create index deliveries_in_flight on deliveries (lease_until) where state = 'sending';
create unique index deliveries_by_provider on deliveries (organization_id, channel_id, provider_id) where provider_id is not null;
create index deliveries_by_message on deliveries (organization_id, message_id);
create index deliveries_by_contact on deliveries (organization_id, contact_id);

create table delivery_attempts (
  organization_id uuid not null references organizations (id) on delete cascade,
  id uuid not null,
  delivery_id uuid not null,
  number int not null,
  started_at timestamptz not null default now(),
  finished_at timestamptz,
  outcome text check (outcome in ('accepted', 'failed', 'unknown', 'retry')),
  provider_id text,
  failure jsonb,
  primary key (organization_id, id),
  unique (organization_id, delivery_id, number),
  foreign key (organization_id, delivery_id) references deliveries (organization_id, id) on delete cascade
);
call candor_tenant('delivery_attempts');

-- What arrived before the thing it speaks of: a status, reaction, edit or revoke for a message not seen yet.
create table early_arrivals (
  organization_id uuid not null references organizations (id) on delete cascade,
  id uuid not null,
  channel_id uuid not null,
  target_provider_id text not null,
  kind text not null check (kind in ('status', 'reaction', 'edit', 'revoke')),
  item jsonb not null,
  arrived_at timestamptz not null default now(),
  primary key (organization_id, id),
  foreign key (organization_id, channel_id) references channels (organization_id, id) on delete cascade
);
call candor_tenant('early_arrivals');
create index early_arrivals_by_target on early_arrivals (organization_id, channel_id, target_provider_id);
