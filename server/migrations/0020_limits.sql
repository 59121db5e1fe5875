-- The messaging limit of a business portfolio (whatsapp.md 3.9): so many different people outside their window in any 24 hours, over all
-- numbers of the portfolio. One row to lock per portfolio, one row per person who has a place; `used` counts those rows.
create table whatsapp_portfolios (
  organization_id uuid not null references organizations (id) on delete cascade,
  portfolio_id text not null,
  -- Meta's name of the limit, and what it means in people; null: unlimited, or nobody told.
  tier text,
  people_limit int,
  told_by text check (told_by in ('graph', 'webhook')),
  told_at timestamptz,
  used int not null default 0,
  primary key (organization_id, portfolio_id)
);
call candor_tenant('whatsapp_portfolios');

create table whatsapp_portfolio_people (
  organization_id uuid not null references organizations (id) on delete cascade,
  portfolio_id text not null,
  contact_id uuid not null,
  identity_id uuid not null,
  expires_at timestamptz not null,
  -- The end of an earlier place that this one prolonged: it comes back when what prolonged it was refused.
  before_that timestamptz,
  foreign key (organization_id, portfolio_id) references whatsapp_portfolios (organization_id, portfolio_id) on delete cascade
);
call candor_tenant('whatsapp_portfolio_people', 'select');
create index whatsapp_portfolio_people_by_end on whatsapp_portfolio_people (organization_id, portfolio_id, expires_at);
create index whatsapp_portfolio_people_by_identity on whatsapp_portfolio_people (organization_id, portfolio_id, identity_id);
-- After the others: while there are no statistics yet all three look alike to the planner, and of equals it takes the youngest.
alter table whatsapp_portfolio_people add primary key (organization_id, portfolio_id, contact_id);

-- A place for each of these people, in their order; whoever has one keeps it, 24 hours longer. Answers those for whom there is none, with
-- the seconds until one falls free. `told_tier` and `told_limit` are for a portfolio seen for the first time. One person after the other, each
-- by the key: joined as a set, the table would be read whole, as it grows faster than its statistics.
create function candor_reserve_people(organization uuid, portfolio text, told_tier text, told_limit int, contacts uuid[], identities uuid[])
returns table (waiting_contact uuid, wait_seconds double precision, most_people int, used_people int)
language plpgsql set search_path = public, pg_catalog as $$
declare
  most int;
  have int;
  changed int;
  moment timestamptz;
  waiting uuid[] := '{}';
begin
  insert into whatsapp_portfolios (organization_id, portfolio_id, tier, people_limit) values (organization, portfolio, told_tier, told_limit)
    on conflict do nothing;
  select p.people_limit, p.used into most, have from whatsapp_portfolios p
   where p.organization_id = organization and p.portfolio_id = portfolio for update;
  moment := clock_timestamp();
  delete from whatsapp_portfolio_people h where h.organization_id = organization and h.portfolio_id = portfolio and h.expires_at <= moment;
  get diagnostics changed = row_count;
  have := have - changed;
  for i in 1 .. cardinality(contacts) loop
    update whatsapp_portfolio_people h set before_that = h.expires_at, expires_at = moment + interval '24 hours', identity_id = identities[i]
     where h.organization_id = organization and h.portfolio_id = portfolio and h.contact_id = contacts[i]
       and h.expires_at < moment + interval '24 hours';
    if found or exists (select from whatsapp_portfolio_people h
                         where h.organization_id = organization and h.portfolio_id = portfolio and h.contact_id = contacts[i]) then
      continue;
    elsif most is null or have < most then
      insert into whatsapp_portfolio_people (organization_id, portfolio_id, contact_id, identity_id, expires_at)
        values (organization, portfolio, contacts[i], identities[i], moment + interval '24 hours');
      have := have + 1;
    elsif contacts[i] <> all (waiting) then
      waiting := waiting || contacts[i];
    end if;
  end loop;
  update whatsapp_portfolios p set used = have where p.organization_id = organization and p.portfolio_id = portfolio;
  if cardinality(waiting) = 0 then return; end if;
  return query
    select w.contact, coalesce(extract(epoch from e.expires_at - moment), 86400)::double precision, most, have
      from (select a.contact, have - most + a.at as turn from unnest(waiting) with ordinality as a (contact, at)) w
      left join (select h.expires_at, row_number() over (order by h.expires_at) as turn from whatsapp_portfolio_people h
                  where h.organization_id = organization and h.portfolio_id = portfolio
                  order by h.expires_at limit cardinality(waiting) + greatest(0, have - most)) e on e.turn = w.turn;
end $$;
revoke all on function candor_reserve_people(uuid, text, text, int, uuid[], uuid[]) from public;
grant execute on function candor_reserve_people(uuid, text, text, int, uuid[], uuid[]) to candor_system;

-- Nothing went out to these: their place is free again, or ends when it would have without.
create function candor_release_people(organization uuid, portfolio text, identities uuid[])
returns void language plpgsql set search_path = public, pg_catalog as $$
declare
  changed int;
begin
  perform from whatsapp_portfolios p where p.organization_id = organization and p.portfolio_id = portfolio for update;
  with again as (
    update whatsapp_portfolio_people h set expires_at = h.before_that, before_that = null
     where h.organization_id = organization and h.portfolio_id = portfolio and h.identity_id = any (identities) and h.before_that > clock_timestamp()
  )
  delete from whatsapp_portfolio_people h
   where h.organization_id = organization and h.portfolio_id = portfolio and h.identity_id = any (identities)
     and (h.before_that is null or h.before_that <= clock_timestamp());
  get diagnostics changed = row_count;
  update whatsapp_portfolios p set used = greatest(0, p.used - changed)
   where p.organization_id = organization and p.portfolio_id = portfolio and changed > 0;
end $$;
revoke all on function candor_release_people(uuid, text, uuid[]) from public;
grant execute on function candor_release_people(uuid, text, uuid[]) to candor_system;

-- How much of an account's calls an hour is used up, as Graph last told it.
alter table whatsapp_numbers add column usage_percent int;
alter table whatsapp_numbers add column usage_at timestamptz;
