-- Whose last message did not go out, newest first.
create index conversations_failed on conversations (organization_id, last_message_at desc, id desc) where state = 'open' and preview ->> 'state' = 'failed';
create index conversations_by_channel on conversations (organization_id, channel_id, state, last_message_at desc, id desc);

-- Who looks at what just now. Unlogged: after a crash everyone reports again within seconds.
create unlogged table presence (
  organization_id uuid not null references organizations (id) on delete cascade,
  conversation_id uuid not null,
  member_id uuid not null,
  state text not null check (state in ('viewing', 'typing', 'left')),
  changed_at timestamptz not null default clock_timestamp(),
  seen_at timestamptz not null default clock_timestamp(),
  primary key (organization_id, conversation_id, member_id),
  foreign key (organization_id, member_id) references members (organization_id, id) on delete cascade
);
call candor_tenant('presence');
create index presence_by_change on presence (changed_at);
create index presence_by_time on presence (organization_id, seen_at);

-- Searching. @@ is not leakproof, so under a policy it cannot use its index: the organization is contained in the query instead, and must be
-- the caller's own. The functions run as the owner of the table, for whom row-level security is forced too: hence a policy.
create policy definer on messages for select to current_user using (true);

-- All words, the last one as a beginning. The parser keeps "e-mail", "19.99" or an address whole, somebody still typing it has not: so a
-- query with such signs is asked as parsed, with the signs as spaces, and with each word as it stands.
create function candor_search_query(words text) returns tsquery
language sql immutable parallel safe set search_path = public, pg_catalog as $$
  select case
    when numnode(whole) = 0 then null
    when folded !~ '[^[:alnum:]\s]' or numnode(apart) = 0 then (whole::text || ':*')::tsquery
    else (whole::text || ':*')::tsquery || (apart::text || ':*')::tsquery || (verbatim || ':*')::tsquery end
  from (select folded, plainto_tsquery('simple', folded) as whole, plainto_tsquery('simple', regexp_replace(folded, '[^[:alnum:]]+', ' ', 'g')) as apart,
      (select string_agg('''' || replace(replace(word, '\', '\\'), '''', '''''') || '''', ' & ') from regexp_split_to_table(trim(folded), '\s+') word) as verbatim
    from (select candor_fold(words) as folded) given) parsed
$$;

-- A common word is met soon when walking from the newest message; a rare one is looked up. `budget`: rows looked at before giving up.
create function candor_search_by_time(organization uuid, query tsquery, before_at timestamptz, before_id uuid, budget int, maximum int)
returns table (id uuid, occurred_at timestamptz)
language plpgsql stable security definer set search_path = public, pg_catalog
set enable_seqscan = off set enable_bitmapscan = off set enable_sort = off set plan_cache_mode = force_custom_plan as $$
begin
  if organization is distinct from candor_organization() then return; end if;
  return query
  select m.id, m.occurred_at from (
    select n.id, n.occurred_at, n.search from messages n
    where n.organization_id = organization and (n.occurred_at, n.id) < (before_at, before_id)
    order by n.occurred_at desc, n.id desc limit budget) m
  where m.search @@ query
  limit maximum;
end $$;

create function candor_search_by_word(organization uuid, query tsquery, before_at timestamptz, before_id uuid, most int, maximum int)
returns table (id uuid, occurred_at timestamptz, more boolean)
language plpgsql stable security definer set search_path = public, pg_catalog
set enable_seqscan = off set enable_indexscan = off set plan_cache_mode = force_custom_plan as $$
begin
  if organization is distinct from candor_organization() then return; end if;
  return query
  with found as materialized (
    select m.id, m.occurred_at from messages m
    where m.organization_id = organization and m.search @@ query and (m.occurred_at, m.id) < (before_at, before_id)
    limit most + 1)
  select f.id, f.occurred_at, (select count(*) > most from found) from found f order by f.occurred_at desc, f.id desc limit maximum;
end $$;

create function candor_search_messages(organization uuid, words text, before_at timestamptz, before_id uuid, maximum int)
returns table (id uuid, occurred_at timestamptz)
language plpgsql stable set search_path = public, pg_catalog as $$
declare
  query tsquery := candor_search_query(words);
  found_ids uuid[];
  found_times timestamptz[];
  too_many boolean;
begin
  if query is null then return; end if;
  -- Newest 2,000 first: a word that stands in every fiftieth message is done here, without reading its long posting list.
  select array_agg(f.id), array_agg(f.occurred_at) into found_ids, found_times from candor_search_by_time(organization, query, before_at, before_id, 2000, maximum) f;
  if coalesce(cardinality(found_ids), 0) < maximum then
    select array_agg(f.id), array_agg(f.occurred_at), bool_or(f.more) into found_ids, found_times, too_many from candor_search_by_word(organization, query, before_at, before_id, 10000, maximum) f;
    if too_many then
      -- Common, but not lately: the walk goes on as far as it must.
      return query select f.id, f.occurred_at from candor_search_by_time(organization, query, before_at, before_id, 2147483647, maximum) f;
      return;
    end if;
  end if;
  return query select f.id, f.occurred_at from unnest(found_ids, found_times) as f (id, occurred_at);
end $$;
revoke all on function candor_search_by_time(uuid, tsquery, timestamptz, uuid, int, int), candor_search_by_word(uuid, tsquery, timestamptz, uuid, int, int), candor_search_messages(uuid, text, timestamptz, uuid, int) from public;
grant execute on function candor_search_by_time(uuid, tsquery, timestamptz, uuid, int, int), candor_search_by_word(uuid, tsquery, timestamptz, uuid, int, int), candor_search_messages(uuid, text, timestamptz, uuid, int) to candor_app;
