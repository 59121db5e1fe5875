-- One entry of the ledger per statement of a person, however often it is reported.
create unique index consent_once on consent_ledger (organization_id, contact_id, channel, purpose, action, occurred_at);

create index contacts_by_stage on contacts (organization_id, stage, id desc);
create index contacts_by_company on contacts using gin (organization_id, candor_fold(company) gin_trgm_ops) where company is not null;
-- A number is remembered by its end: a suffix of the key is a prefix of its reverse.
create index identities_by_suffix on identities (organization_id, reverse(match_key) text_pattern_ops) where kind = 'phone';

-- The search function below runs as the owner of these tables, and row-level security is forced on owners too: where the owner is no
-- superuser it would see nothing without a policy of its own.
create policy definer on contacts for select to current_user using (true);
create policy definer on identities for select to current_user using (true);
create policy definer on contact_tags for select to current_user using (true);

-- LIKE is not leakproof, so under a policy it cannot use its trigram index: the organization is contained in the query instead, and must
-- be the caller's own. Ids of contacts before `before`, newest first. `words` match name or company in any order; `handle` is part of a
-- phone number, e-mail address or username; `keys` are whole phone numbers as match keys; `ending` are a number's last digits.
--
-- The planner's guess of how common a word is was wrong by 1,000 either way on a million contacts (1.5 to 3.3 s): so the newest are
-- walked first, which meets a common word at once, then the index is asked, and only a word too common for that and not met lately
-- is walked for further. Each function's settings leave the one plan meant.

-- Fewer than three characters hold no whole trigram: they are looked for at the beginning only.
create function candor_like(part text) returns text
language sql immutable parallel safe set search_path = public, pg_catalog as $$
  select case when length(folded) < 3 then '' else '%' end || regexp_replace(folded, '([\\%_])', '\\\1', 'g') || '%' from (select candor_fold(part) as folded) f where folded <> ''
$$;

-- Walks `budget` contacts from the newest before `before`; answers those that match and how far it came (null: to the end).
create function candor_walk_contacts(organization uuid, patterns text[], part text, with_tag uuid, in_stage text, before uuid, budget int, out ids uuid[], out reached uuid)
language plpgsql stable security definer set search_path = public, pg_catalog
set enable_seqscan = off set enable_bitmapscan = off set enable_sort = off set plan_cache_mode = force_custom_plan as $$
begin
  if organization is distinct from candor_organization() then return; end if;
  with walked as materialized (
    select c.id, c.name, c.company from contacts c
    where c.organization_id = organization and c.id < before and (in_stage is null or c.stage = in_stage)
    order by c.id desc limit budget)
  select (select array_agg(w.id order by w.id desc) from walked w
      where ((cardinality(patterns) > 0 and (candor_fold(w.name) like all (patterns) or (w.company is not null and candor_fold(w.company) like all (patterns))))
          or (part is not null and exists (select from identities i where i.organization_id = organization and i.contact_id = w.id and candor_fold(i.value) like part)))
        and (with_tag is null or exists (select from contact_tags t where t.organization_id = organization and t.contact_id = w.id and t.tag_id = with_tag))),
    (select (array_agg(w.id order by w.id))[1] from walked w having count(*) >= budget)
    into ids, reached;
end $$;

-- Looks in the trigram indexes; `more`: there are more than `most`, the answer is not whole.
create function candor_find_contacts(organization uuid, patterns text[], part text, with_tag uuid, in_stage text, before uuid, most int, maximum int, out ids uuid[], out more boolean)
language plpgsql stable security definer set search_path = public, pg_catalog
set enable_seqscan = off set enable_indexscan = off set enable_indexonlyscan = off set plan_cache_mode = force_custom_plan as $$
declare
  one text := patterns[1];
  two text := patterns[2];
  three text := patterns[3];
begin
  if organization is distinct from candor_organization() then return; end if;
  with found as materialized (
    (select c.id from contacts c
      where one is not null and c.organization_id = organization and c.id < before
        and candor_fold(c.name) like one and (two is null or candor_fold(c.name) like two) and (three is null or candor_fold(c.name) like three)
      limit most + 1)
    union all
    (select c.id from contacts c
      where one is not null and c.organization_id = organization and c.id < before and c.company is not null
        and candor_fold(c.company) like one and (two is null or candor_fold(c.company) like two) and (three is null or candor_fold(c.company) like three)
      limit most + 1)
    union all
    (select i.contact_id from identities i
      where part is not null and i.organization_id = organization and i.contact_id < before and candor_fold(i.value) like part
      limit most + 1)),
  kept as (
    select distinct f.id from found f
    where (in_stage is null or exists (select from contacts c where c.organization_id = organization and c.id = f.id and c.stage = in_stage))
      and (with_tag is null or exists (select from contact_tags t where t.organization_id = organization and t.contact_id = f.id and t.tag_id = with_tag))
    order by f.id desc limit maximum)
  select (select array_agg(k.id order by k.id desc) from kept k), (select count(*) > most from found) into ids, more;
end $$;

-- Whole numbers and their endings; null where no number of the organization is meant.
create function candor_find_numbers(organization uuid, keys text[], ending text)
returns uuid[]
language plpgsql stable security definer set search_path = public, pg_catalog
set enable_seqscan = off set plan_cache_mode = force_custom_plan as $$
declare
  tail text := reverse(ending) || '%';
begin
  if organization is distinct from candor_organization() then return null; end if;
  return (select array_agg(n.contact_id) from (
    (select i.contact_id from identities i where i.organization_id = organization and i.kind = 'phone' and i.scope = '' and i.match_key = any (keys))
    union
    (select i.contact_id from identities i where tail is not null and i.organization_id = organization and i.kind = 'phone' and reverse(i.match_key) like tail limit 1000)) n);
end $$;

create function candor_search_contacts(organization uuid, words text[], handle text, keys text[], ending text, with_tag uuid, in_stage text, before uuid, maximum int)
returns setof uuid
language plpgsql stable set search_path = public, pg_catalog as $$
declare
  patterns text[] := array(select p from unnest(words) as word, candor_like(word) as p where p is not null limit 3);
  part text := candor_like(handle);
  numbers uuid[];
  found_ids uuid[];
  step uuid[];
  reached uuid := before;
  pieces int := 0;
  too_many boolean;
begin
  if cardinality(keys) > 0 then
    numbers := candor_find_numbers(organization, keys, ending);
    if numbers is not null then
      return query select c.id from contacts c
        where c.organization_id = organization and c.id = any (numbers) and c.id < before and (in_stage is null or c.stage = in_stage)
          and (with_tag is null or exists (select from contact_tags t where t.organization_id = organization and t.contact_id = c.id and t.tag_id = with_tag))
        order by c.id desc limit maximum;
      return;
    end if;
  end if;
  if cardinality(patterns) = 0 and part is null then return; end if;
  -- A thousand at a time (some 50 ms), for as long as five thousand seem to be enough.
  loop
    select w.ids, w.reached into step, reached from candor_walk_contacts(organization, patterns, part, with_tag, in_stage, reached, 1000) w;
    found_ids := array_cat(found_ids, step);
    pieces := pieces + 1;
    exit when reached is null or coalesce(cardinality(found_ids), 0) * 5 < maximum * pieces or cardinality(found_ids) >= maximum;
  end loop;
  if reached is not null and coalesce(cardinality(found_ids), 0) < maximum then
    select f.ids, f.more into step, too_many from candor_find_contacts(organization, patterns, part, with_tag, in_stage, before, 10000, maximum) f;
    if not too_many then
      found_ids := step;
    else
      -- In pieces: each is planned for its size.
      while reached is not null and coalesce(cardinality(found_ids), 0) < maximum loop
        select w.ids, w.reached into step, reached from candor_walk_contacts(organization, patterns, part, with_tag, in_stage, reached, 2000) w;
        found_ids := array_cat(found_ids, step);
      end loop;
    end if;
  end if;
  return query select f.id from unnest(found_ids) as f (id) order by f.id desc limit maximum;
end $$;

revoke all on function candor_walk_contacts(uuid, text[], text, uuid, text, uuid, int), candor_find_contacts(uuid, text[], text, uuid, text, uuid, int, int), candor_find_numbers(uuid, text[], text),
  candor_search_contacts(uuid, text[], text, text[], text, uuid, text, uuid, int) from public;
grant execute on function candor_walk_contacts(uuid, text[], text, uuid, text, uuid, int), candor_find_contacts(uuid, text[], text, uuid, text, uuid, int, int), candor_find_numbers(uuid, text[], text),
  candor_search_contacts(uuid, text[], text, text[], text, uuid, text, uuid, int) to candor_app;
