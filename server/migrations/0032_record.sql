-- The customer record grows: values of an organization's own fields live in spare typed columns of the contact. Measured at a million
-- contacts with 24 fields each against jsonb and value rows: the only form whose index is used as candor_app (->> and @> are not leakproof,
-- nor is any operator of numeric, hence float8), the smallest, and the one that leaves room for updates in place.
alter table contacts
  add column t01 text, add column t02 text, add column t03 text, add column t04 text, add column t05 text, add column t06 text, add column t07 text,
  add column t08 text, add column t09 text, add column t10 text, add column t11 text, add column t12 text, add column t13 text, add column t14 text,
  add column t15 text, add column t16 text, add column t17 text, add column t18 text, add column t19 text, add column t20 text,
  add column n01 float8, add column n02 float8, add column n03 float8, add column n04 float8, add column n05 float8, add column n06 float8, add column n07 float8,
  add column n08 float8, add column n09 float8, add column n10 float8, add column n11 float8, add column n12 float8, add column n13 float8, add column n14 float8, add column n15 float8,
  add column d01 timestamptz, add column d02 timestamptz, add column d03 timestamptz, add column d04 timestamptz, add column d05 timestamptz, add column d06 timestamptz, add column d07 timestamptz, add column d08 timestamptz,
  add column b01 boolean, add column b02 boolean, add column b03 boolean, add column b04 boolean, add column b05 boolean,
  -- Lists, long texts, and what the slots have no room for: shown and exported, filtered without an index.
  add column extra jsonb not null default '{}',
  add column score int not null default 0,
  add column company_id uuid;
alter table contacts set (fillfactor = 85);

-- The stages of an organization's own relation with a person, in their order. `key` stays when the name changes: contacts, segments and
-- exports refer to it. A name of null is a stage we bring, told in the reader's language. The stage `lead` is where everybody begins.
create table stages (
  organization_id uuid not null references organizations (id) on delete cascade,
  key text not null check (key ~ '^[a-z0-9_]{1,40}$'),
  name text check (length(name) between 1 and 60),
  hue int not null default 1 check (hue between 1 and 6),
  position int not null,
  created_at timestamptz not null default now(),
  primary key (organization_id, key)
);
call candor_tenant('stages');
create policy definer on stages for all to current_user using (true) with check (true);
create function candor_first_stages() returns trigger
language plpgsql security definer set search_path = public, pg_catalog as $$
begin
  insert into stages (organization_id, key, hue, position)
  values (new.id, 'lead', 1, 1), (new.id, 'customer', 3, 2), (new.id, 'loyal', 4, 3), (new.id, 'lost', 6, 4);
  return null;
end $$;
revoke all on function candor_first_stages() from public;
insert into stages (organization_id, key, hue, position)
  select o.id, s.key, s.hue, s.position from organizations o cross join (values ('lead', 1, 1), ('customer', 3, 2), ('loyal', 4, 3), ('lost', 6, 4)) as s (key, hue, position);
create trigger organizations_first_stages after insert on organizations for each row execute function candor_first_stages();
alter table contacts drop constraint contacts_stage_check;
alter table contacts add foreign key (organization_id, stage) references stages (organization_id, key);

-- A business that people belong to.
create table companies (
  organization_id uuid not null references organizations (id) on delete cascade,
  id uuid not null,
  name text not null check (length(name) between 1 and 200),
  domain text check (length(domain) <= 253),
  owner_id uuid,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (organization_id, id),
  foreign key (organization_id, owner_id) references members (organization_id, id) on delete set null (owner_id)
);
call candor_tenant('companies');
create unique index companies_by_name on companies (organization_id, candor_fold(name));
insert into companies (organization_id, id, name)
  select distinct on (organization_id, candor_fold(company)) organization_id, candor_uuid7(), left(trim(company), 200) from contacts
   where trim(company) <> '' order by organization_id, candor_fold(company), created_at;
update contacts c set company_id = k.id from companies k
 where k.organization_id = c.organization_id and c.company is not null and candor_fold(k.name) = candor_fold(left(trim(c.company), 200));
alter table contacts add foreign key (organization_id, company_id) references companies (organization_id, id) on delete set null (company_id);
create index contacts_of_company on contacts (organization_id, company_id, id desc) where company_id is not null;

-- What visitors of the organization's websites do joins the one stream. Until somebody is identified the event has a visitor and no contact;
-- afterwards the visitor's past is given to the contact, the only change an event ever sees.
alter table events add column visitor_id uuid, add column bot boolean not null default false;
create index events_by_visitor on events (organization_id, visitor_id, id) where contact_id is null and visitor_id is not null;
grant update (contact_id) on events to candor_system;
