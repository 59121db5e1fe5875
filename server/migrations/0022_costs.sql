-- Money here is in micros: millionths of the currency's unit (0.0534 USD = 53400), because a message costs fractions of a cent.

-- An organization's own prices, beside the table that ships with the program. Dated: a row holds from its day until a later one of the
-- same currency, market and category. Nothing is overwritten: what is corrected or taken back stays, with `retired_at`.
create table price_rows (
  organization_id uuid not null references organizations (id) on delete cascade,
  id uuid not null,
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  market text not null check (length(market) between 2 and 60),
  category text not null check (length(category) between 2 and 60),
  price_micros bigint not null check (price_micros between 0 and 1000000000),
  valid_from date not null,
  source text not null check (source in ('hand', 'csv')),
  created_by jsonb not null,
  created_at timestamptz not null default now(),
  retired_at timestamptz,
  primary key (organization_id, id)
);
call candor_tenant('price_rows', 'select, insert, update');
create unique index price_rows_in_force on price_rows (organization_id, currency, market, category, valid_from) where retired_at is null;

create table cost_settings (
  organization_id uuid not null references organizations (id) on delete cascade,
  currency text not null default 'USD' check (currency ~ '^[A-Z]{3}$'),
  show_reply_cost boolean not null default true,
  updated_at timestamptz not null default now(),
  primary key (organization_id)
);
call candor_tenant('cost_settings', 'select, insert, update');

-- One row for each message that WhatsApp priced. The amount follows from the price table of its day; the message itself may be erased, the
-- amount stays for the books. `day` is the organization's own calendar day. No amount: charged, but no price is known.
create table message_costs (
  organization_id uuid not null references organizations (id) on delete cascade,
  message_id uuid not null,
  conversation_id uuid,
  channel_id uuid,
  contact_id uuid,
  author_id uuid,
  sender text not null,
  message_type text not null,
  template text,
  category text not null,
  pricing_type text not null,
  pricing_model text not null,
  charged boolean not null,
  country text,
  market text,
  currency text not null,
  amount_micros bigint,
  exactness text check (exactness in ('published', 'estimate', 'own')),
  price_valid_from date,
  day date not null,
  occurred_at timestamptz not null,
  recorded_at timestamptz not null default now(),
  primary key (organization_id, message_id),
  foreign key (organization_id, conversation_id) references conversations (organization_id, id) on delete set null (conversation_id),
  foreign key (organization_id, channel_id) references channels (organization_id, id) on delete set null (channel_id),
  foreign key (organization_id, contact_id) references contacts (organization_id, id) on delete set null (contact_id),
  foreign key (organization_id, author_id) references members (organization_id, id) on delete set null (author_id)
);
call candor_tenant('message_costs', 'select');
create index message_costs_by_time on message_costs (organization_id, occurred_at desc, message_id desc);
create index message_costs_by_day on message_costs (organization_id, day, message_id);
create index message_costs_by_contact on message_costs (organization_id, contact_id, occurred_at desc, message_id desc);
create index message_costs_by_channel on message_costs (organization_id, channel_id, occurred_at desc, message_id desc);
create index message_costs_by_author on message_costs (organization_id, author_id, occurred_at desc, message_id desc);
create index message_costs_by_conversation on message_costs (organization_id, conversation_id, occurred_at);

-- Sums of message_costs, kept in the transaction that writes them: dimension all, day, number, sender, contact, template, category or
-- country. `contact_id` and `member_id` are set for the dimensions about a person, so that the sum goes when the person does.
create table cost_totals (
  organization_id uuid not null references organizations (id) on delete cascade,
  month date not null,
  dimension text not null check (dimension in ('all', 'day', 'number', 'sender', 'contact', 'template', 'category', 'country')),
  key text not null,
  currency text not null,
  contact_id uuid,
  member_id uuid,
  messages int not null default 0,
  charged int not null default 0,
  free_replies int not null default 0,
  charged_replies int not null default 0,
  estimated int not null default 0,
  unpriced int not null default 0,
  amount_micros bigint not null default 0,
  primary key (organization_id, month, dimension, key, currency),
  foreign key (organization_id, contact_id) references contacts (organization_id, id) on delete cascade,
  foreign key (organization_id, member_id) references members (organization_id, id) on delete cascade
);
call candor_tenant('cost_totals', 'select');
create index cost_totals_by_amount on cost_totals (organization_id, month, dimension, amount_micros desc, messages desc, key, currency);
create index cost_totals_by_contact on cost_totals (organization_id, contact_id) where contact_id is not null;
create index cost_totals_by_member on cost_totals (organization_id, member_id) where member_id is not null;
