-- Companies become a record of their own. Their folded name is kept in a column: an expression is compared by a function that is not
-- leakproof, so candor_app could not use its index.
alter table companies
  add column folded text generated always as (candor_fold(name)) stored,
  add column website text check (length(website) <= 500),
  add column phone text check (length(phone) <= 60),
  add column industry text check (length(industry) <= 120),
  add column size text check (size in ('1', '2-10', '11-50', '51-200', '201-1000', '1001+')),
  add column address text check (length(address) <= 500),
  add column country text check (country ~ '^[A-Z]{2}$'),
  add column notes text check (length(notes) <= 10000),
  -- A company merged away or deleted: its people follow in batches, then the row goes. Null `merged_into`: they belong to none afterwards.
  add column gone_at timestamptz,
  add column merged_into uuid,
  add foreign key (organization_id, merged_into) references companies (organization_id, id) on delete set null (merged_into);
drop index companies_by_name;
create unique index companies_by_name on companies (organization_id, folded) where gone_at is null;
create index companies_in_order on companies (organization_id, folded, id) where gone_at is null;
create index companies_by_part on companies using gin (organization_id, folded gin_trgm_ops) where gone_at is null;
create index companies_by_domain on companies using gin (organization_id, domain gin_trgm_ops) where gone_at is null and domain is not null;
create index companies_merged on companies (organization_id, merged_into) where merged_into is not null;
create index companies_by_owner on companies (organization_id, owner_id) where owner_id is not null;
create policy definer on companies for select to current_user using (true);

-- LIKE is not leakproof either, so the search contains its organization. By folded name after (`after_name`, `after_id`).
create function candor_search_companies(organization uuid, part text, after_name text, after_id uuid, with_owner uuid, maximum int)
returns setof uuid
language plpgsql stable security definer set search_path = public, pg_catalog set plan_cache_mode = force_custom_plan as $$
declare
  pattern text := candor_like(part);
begin
  if organization is distinct from candor_organization() or pattern is null then return; end if;
  return query select c.id from companies c
    where c.organization_id = organization and c.gone_at is null and (c.folded like pattern or c.domain like pattern)
      and (with_owner is null or c.owner_id = with_owner) and (after_name is null or (c.folded, c.id) > (after_name, after_id))
    order by c.folded, c.id limit maximum;
end $$;
revoke all on function candor_search_companies(uuid, text, text, uuid, uuid, int) from public;
grant execute on function candor_search_companies(uuid, text, text, uuid, uuid, int) to candor_app;

-- Ways a deal goes. A name of null is one we bring, told in the reader's language. One taken out keeps its row for the history of deals
-- that once were in it.
create table pipelines (
  organization_id uuid not null references organizations (id) on delete cascade,
  id uuid not null,
  name text check (length(name) between 1 and 80),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  position int not null,
  removed_at timestamptz,
  created_at timestamptz not null default now(),
  primary key (organization_id, id)
);
call candor_tenant('pipelines');

-- Exactly one stage of a pipeline is `won` and one `lost`: moving a deal there decides it. A stage taken out keeps its row for the history
-- of the deals that were in it, which move on to `successor_id`.
create table deal_stages (
  organization_id uuid not null references organizations (id) on delete cascade,
  id uuid not null,
  pipeline_id uuid not null,
  key text check (key ~ '^[a-z_]{1,40}$'),
  name text check (length(name) between 1 and 60),
  kind text not null check (kind in ('open', 'won', 'lost')),
  probability int not null check (probability between 0 and 100),
  hue int not null default 1 check (hue between 1 and 6),
  position int not null,
  removed_at timestamptz,
  successor_id uuid,
  created_at timestamptz not null default now(),
  primary key (organization_id, id),
  check (name is not null or key is not null),
  check ((kind = 'open') or (kind = 'won' and probability = 100) or (kind = 'lost' and probability = 0)),
  foreign key (organization_id, pipeline_id) references pipelines (organization_id, id) on delete cascade,
  foreign key (organization_id, successor_id) references deal_stages (organization_id, id) on delete set null (successor_id)
);
call candor_tenant('deal_stages');
create index deal_stages_by_pipeline on deal_stages (organization_id, pipeline_id, position);
create unique index deal_stages_decide on deal_stages (organization_id, pipeline_id, kind) where kind <> 'open';
create index deal_stages_succeeded on deal_stages (organization_id, successor_id) where successor_id is not null;

-- Why deals are won or lost, in the organization's words. One taken out of the list stays with the deals that have it.
create table deal_reasons (
  organization_id uuid not null references organizations (id) on delete cascade,
  id uuid not null,
  kind text not null check (kind in ('won', 'lost')),
  key text check (key ~ '^[a-z_]{1,40}$'),
  name text check (length(name) between 1 and 80),
  position int not null,
  removed_at timestamptz,
  primary key (organization_id, id),
  check (name is not null or key is not null)
);
call candor_tenant('deal_reasons');

create table deals (
  organization_id uuid not null references organizations (id) on delete cascade,
  id uuid not null,
  pipeline_id uuid not null,
  stage_id uuid not null,
  -- Its place in the column, from the top; between two there is room for another some fifty times, then the column is numbered anew.
  rank float8 not null,
  title text not null check (length(title) between 1 and 200),
  -- Minor units of the currency.
  value bigint not null default 0 check (value between 0 and 1000000000000000),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  -- The deal's own; null: the stage's.
  probability int check (probability between 0 and 100),
  expected_on date,
  company_id uuid,
  owner_id uuid,
  reason_id uuid,
  reason_note text check (length(reason_note) <= 2000),
  -- When the deal was won or lost; null while it is open.
  closed_at timestamptz,
  stage_since timestamptz not null default now(),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (organization_id, id),
  foreign key (organization_id, pipeline_id) references pipelines (organization_id, id),
  foreign key (organization_id, stage_id) references deal_stages (organization_id, id),
  foreign key (organization_id, company_id) references companies (organization_id, id) on delete set null (company_id),
  foreign key (organization_id, owner_id) references members (organization_id, id) on delete set null (owner_id),
  foreign key (organization_id, reason_id) references deal_reasons (organization_id, id) on delete set null (reason_id)
);
call candor_tenant('deals');
create index deals_in_column on deals (organization_id, stage_id, rank, id);
create index deals_by_recency on deals (organization_id, pipeline_id, id desc);
create index deals_by_expected on deals (organization_id, pipeline_id, coalesce(expected_on, 'infinity'), id);
create index deals_by_value on deals (organization_id, pipeline_id, value desc, id desc);
create index deals_of_company on deals (organization_id, company_id, id desc) where company_id is not null;
create index deals_of_owner on deals (organization_id, owner_id, id desc) where owner_id is not null;
create index deals_by_reason on deals (organization_id, reason_id) where reason_id is not null;

-- Whom a deal is with; the lowest position is the main person. Erasing a person leaves the deal without them.
create table deal_contacts (
  organization_id uuid not null references organizations (id) on delete cascade,
  deal_id uuid not null,
  contact_id uuid not null,
  position int not null default 0,
  added_at timestamptz not null default now(),
  primary key (organization_id, deal_id, contact_id),
  foreign key (organization_id, deal_id) references deals (organization_id, id) on delete cascade,
  foreign key (organization_id, contact_id) references contacts (organization_id, id) on delete cascade
);
call candor_tenant('deal_contacts');
create index deals_of_contact on deal_contacts (organization_id, contact_id, deal_id desc);

-- Every stage a deal came to, and when.
create table deal_moves (
  organization_id uuid not null references organizations (id) on delete cascade,
  id uuid not null,
  deal_id uuid not null,
  from_stage_id uuid,
  to_stage_id uuid not null,
  member_id uuid,
  at timestamptz not null default now(),
  primary key (organization_id, id),
  foreign key (organization_id, deal_id) references deals (organization_id, id) on delete cascade,
  foreign key (organization_id, from_stage_id) references deal_stages (organization_id, id),
  foreign key (organization_id, to_stage_id) references deal_stages (organization_id, id),
  foreign key (organization_id, member_id) references members (organization_id, id) on delete set null (member_id)
);
call candor_tenant('deal_moves');
create index deal_moves_by_deal on deal_moves (organization_id, deal_id, id);
create index deal_moves_from on deal_moves (organization_id, from_stage_id);
create index deal_moves_to on deal_moves (organization_id, to_stage_id);

-- Sums per column, kept with every write whatever wrote: a board costs the same with ten deals and with a hundred thousand. Deals with a
-- probability of their own are weighed here (`weighted`, hundredths of minor units), the others (`plain`) by their stage's when read, so a
-- stage's new probability counts at once. Nobody's deals have the owner of zeros.
create table deal_totals (
  organization_id uuid not null references organizations (id) on delete cascade,
  stage_id uuid not null,
  owner_id uuid not null,
  currency text not null,
  deals int not null,
  value bigint not null,
  plain bigint not null,
  weighted numeric not null,
  primary key (organization_id, stage_id, owner_id, currency),
  foreign key (organization_id, stage_id) references deal_stages (organization_id, id) on delete cascade
);
call candor_tenant('deal_totals', 'select', 'select');
create policy definer on deal_totals for all to current_user using (true) with check (true);

-- In one order of rows, so that two moves at once wait for one another rather than end in a deadlock.
create function candor_count_deals() returns trigger
language plpgsql security definer set search_path = public, pg_catalog as $$
begin
  if tg_op = 'DELETE' then
    update deal_totals t set deals = t.deals - g.deals, value = t.value - g.value, plain = t.plain - g.plain, weighted = t.weighted - g.weighted
      from (select organization_id, stage_id, coalesce(owner_id, '00000000-0000-0000-0000-000000000000') as owner_id, currency, count(*)::int as deals,
                   sum(value)::bigint as value, coalesce(sum(value) filter (where probability is null), 0)::bigint as plain, coalesce(sum(value::numeric * probability), 0) as weighted
              from gone group by 1, 2, 3, 4) g
     where t.organization_id = g.organization_id and t.stage_id = g.stage_id and t.owner_id = g.owner_id and t.currency = g.currency;
    return null;
  end if;
  if tg_op = 'INSERT' then
    insert into deal_totals as t (organization_id, stage_id, owner_id, currency, deals, value, plain, weighted)
    select organization_id, stage_id, coalesce(owner_id, '00000000-0000-0000-0000-000000000000'), currency, count(*)::int,
           sum(value)::bigint, coalesce(sum(value) filter (where probability is null), 0)::bigint, coalesce(sum(value::numeric * probability), 0)
      from come group by 1, 2, 3, 4 order by 1, 2, 3, 4
    on conflict (organization_id, stage_id, owner_id, currency) do update
      set deals = t.deals + excluded.deals, value = t.value + excluded.value, plain = t.plain + excluded.plain, weighted = t.weighted + excluded.weighted;
    return null;
  end if;
  insert into deal_totals as t (organization_id, stage_id, owner_id, currency, deals, value, plain, weighted)
  select organization_id, stage_id, owner_id, currency, sum(deals)::int, sum(value)::bigint, sum(plain)::bigint, sum(weighted) from (
    select organization_id, stage_id, coalesce(owner_id, '00000000-0000-0000-0000-000000000000') as owner_id, currency, 1 as deals, value,
           case when probability is null then value else 0 end as plain, coalesce(value::numeric * probability, 0) as weighted from come
    union all
    select organization_id, stage_id, coalesce(owner_id, '00000000-0000-0000-0000-000000000000'), currency, -1, -value,
           case when probability is null then -value else 0 end, coalesce(-value::numeric * probability, 0) from gone) both_sides
   group by 1, 2, 3, 4 having sum(deals) <> 0 or sum(value) <> 0 or sum(plain) <> 0 or sum(weighted) <> 0 order by 1, 2, 3, 4
  on conflict (organization_id, stage_id, owner_id, currency) do update
    set deals = t.deals + excluded.deals, value = t.value + excluded.value, plain = t.plain + excluded.plain, weighted = t.weighted + excluded.weighted;
  return null;
end $$;
revoke all on function candor_count_deals() from public;
create trigger deals_counted_in after insert on deals referencing new table as come for each statement execute function candor_count_deals();
create trigger deals_counted_out after delete on deals referencing old table as gone for each statement execute function candor_count_deals();
create trigger deals_counted_again after update on deals referencing old table as gone new table as come for each statement execute function candor_count_deals();

-- What is to be done. `due_at` is the moment it is late; a task for a whole day names the day, too, and is late when that day is over.
create table tasks (
  organization_id uuid not null references organizations (id) on delete cascade,
  id uuid not null,
  title text not null check (length(title) between 1 and 300),
  body text not null default '' check (length(body) <= 10000),
  contact_id uuid,
  company_id uuid,
  deal_id uuid,
  conversation_id uuid,
  assignee_id uuid,
  author_id uuid,
  due_at timestamptz,
  due_on date,
  remind_at timestamptz,
  -- Set once, in the transaction that tells it; a new time to remind clears it.
  reminded_at timestamptz,
  seen_at timestamptz,
  done_at timestamptz,
  done_by uuid,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (organization_id, id),
  foreign key (organization_id, contact_id) references contacts (organization_id, id) on delete cascade,
  foreign key (organization_id, company_id) references companies (organization_id, id) on delete cascade,
  foreign key (organization_id, deal_id) references deals (organization_id, id) on delete cascade,
  foreign key (organization_id, conversation_id) references conversations (organization_id, id) on delete cascade,
  foreign key (organization_id, assignee_id) references members (organization_id, id) on delete set null (assignee_id),
  foreign key (organization_id, author_id) references members (organization_id, id) on delete set null (author_id),
  foreign key (organization_id, done_by) references members (organization_id, id) on delete set null (done_by)
);
call candor_tenant('tasks');
create index tasks_due on tasks (organization_id, coalesce(due_at, 'infinity'), id) where done_at is null;
create index tasks_due_of on tasks (organization_id, assignee_id, coalesce(due_at, 'infinity'), id) where done_at is null;
create index tasks_done on tasks (organization_id, done_at desc, id desc) where done_at is not null;
create index tasks_of_contact on tasks (organization_id, contact_id) where contact_id is not null;
create index tasks_of_company on tasks (organization_id, company_id) where company_id is not null;
create index tasks_of_deal on tasks (organization_id, deal_id) where deal_id is not null;
create index tasks_of_conversation on tasks (organization_id, conversation_id) where conversation_id is not null;
create index tasks_unseen on tasks (organization_id, assignee_id, reminded_at) where reminded_at is not null and seen_at is null and done_at is null;

-- What was done: a call, a meeting, a note of it.
create table activities (
  organization_id uuid not null references organizations (id) on delete cascade,
  id uuid not null,
  kind text not null check (kind in ('call', 'meeting', 'note')),
  body text not null check (length(body) between 1 and 10000),
  minutes int check (minutes between 1 and 1440),
  contact_id uuid,
  company_id uuid,
  deal_id uuid,
  conversation_id uuid,
  author_id uuid,
  at timestamptz not null,
  created_at timestamptz not null default now(),
  primary key (organization_id, id),
  check (num_nonnulls(contact_id, company_id, deal_id, conversation_id) > 0),
  foreign key (organization_id, contact_id) references contacts (organization_id, id) on delete cascade,
  foreign key (organization_id, company_id) references companies (organization_id, id) on delete cascade,
  foreign key (organization_id, deal_id) references deals (organization_id, id) on delete cascade,
  foreign key (organization_id, conversation_id) references conversations (organization_id, id) on delete cascade,
  foreign key (organization_id, author_id) references members (organization_id, id) on delete set null (author_id)
);
call candor_tenant('activities');
create index activities_of_contact on activities (organization_id, contact_id, at desc, id desc) where contact_id is not null;
create index activities_of_company on activities (organization_id, company_id, at desc, id desc) where company_id is not null;
create index activities_of_deal on activities (organization_id, deal_id, at desc, id desc) where deal_id is not null;
create index activities_of_conversation on activities (organization_id, conversation_id, at desc, id desc) where conversation_id is not null;

-- Whether a member wants their reminders by mail, too.
create table task_preferences (
  organization_id uuid not null references organizations (id) on delete cascade,
  member_id uuid not null,
  mail boolean not null default false,
  primary key (organization_id, member_id),
  foreign key (organization_id, member_id) references members (organization_id, id) on delete cascade
);
call candor_tenant('task_preferences');

-- Everybody begins with one pipeline and the usual reasons.
create policy definer on pipelines for all to current_user using (true) with check (true);
create policy definer on deal_stages for all to current_user using (true) with check (true);
create policy definer on deal_reasons for all to current_user using (true) with check (true);
create function candor_first_pipeline(organization uuid, country text) returns void
language sql security definer set search_path = public, pg_catalog as $$
  with made as (
    insert into pipelines (organization_id, id, currency, position)
    values (organization, candor_uuid7(), case
      when country in ('AT','BE','CY','DE','EE','ES','FI','FR','GR','HR','IE','IT','LT','LU','LV','MT','NL','PT','SI','SK') then 'EUR'
      when country = 'GB' then 'GBP' when country = 'CH' then 'CHF' when country = 'IN' then 'INR' when country = 'BR' then 'BRL'
      when country = 'AE' then 'AED' when country = 'SA' then 'SAR' when country = 'EG' then 'EGP' when country = 'MX' then 'MXN'
      when country = 'CA' then 'CAD' when country = 'AU' then 'AUD' else 'USD' end, 1)
    returning id)
  insert into deal_stages (organization_id, id, pipeline_id, key, kind, probability, hue, position)
  select organization, candor_uuid7(), made.id, s.key, s.kind, s.probability, s.hue, s.position from made cross join (values
    ('new', 'open', 10, 1, 1), ('qualified', 'open', 30, 2, 2), ('proposal', 'open', 60, 4, 3), ('negotiation', 'open', 80, 5, 4),
    ('won', 'won', 100, 3, 5), ('lost', 'lost', 0, 6, 6)) as s (key, kind, probability, hue, position);
  insert into deal_reasons (organization_id, id, kind, key, position)
  select organization, candor_uuid7(), r.kind, r.key, r.position from (values
    ('won', 'price', 1), ('won', 'fit', 2), ('won', 'service', 3),
    ('lost', 'price', 1), ('lost', 'competitor', 2), ('lost', 'no_need', 3), ('lost', 'timing', 4), ('lost', 'no_answer', 5)) as r (kind, key, position);
$$;
revoke all on function candor_first_pipeline(uuid, text) from public;
create function candor_organization_sells() returns trigger
language plpgsql security definer set search_path = public, pg_catalog as $$
begin
  perform candor_first_pipeline(new.id, new.country);
  return null;
end $$;
revoke all on function candor_organization_sells() from public;
select candor_first_pipeline(id, country) from organizations;
create trigger organizations_sell after insert on organizations for each row execute function candor_organization_sells();
