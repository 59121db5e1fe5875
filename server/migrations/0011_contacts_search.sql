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
create function candor_search_contacts(organization uuid, words text[], handle text, keys text[], ending text, with_tag uuid, in_stage text, before uuid, maximum int)
returns setof uuid
language plpgsql stable security definer set search_path = public, pg_catalog
-- The best plan depends on how common the words are: a rare one is looked up, a common one is met soon when walking from the newest.
set plan_cache_mode = force_custom_plan as $$
declare
  -- Fewer than three characters hold no whole trigram: they are looked for at the beginning only.
  patterns text[] := array(select case when length(f) < 3 then '' else '%' end || regexp_replace(f, '([\\%_])', '\\\1', 'g') || '%' from (select candor_fold(word) as f from unnest(words) as word) folded limit 3);
  one text := patterns[1];
  two text := patterns[2];
  three text := patterns[3];
  part text := (select case when length(f) < 3 then '' else '%' end || regexp_replace(f, '([\\%_])', '\\\1', 'g') || '%' from (select candor_fold(handle) as f) folded);
  tail text := reverse(ending) || '%';
begin
  if organization is distinct from candor_organization() then return; end if;
  return query
  select found.id from (
    (select c.id from contacts c
      where one is not null and c.organization_id = organization and c.id < before
        and candor_fold(c.name) like one and (two is null or candor_fold(c.name) like two) and (three is null or candor_fold(c.name) like three)
        and (in_stage is null or c.stage = in_stage)
        and (with_tag is null or exists (select from contact_tags t where t.organization_id = organization and t.contact_id = c.id and t.tag_id = with_tag))
      order by c.id desc limit maximum)
    union
    (select c.id from contacts c
      where one is not null and c.organization_id = organization and c.id < before and c.company is not null
        and candor_fold(c.company) like one and (two is null or candor_fold(c.company) like two) and (three is null or candor_fold(c.company) like three)
        and (in_stage is null or c.stage = in_stage)
        and (with_tag is null or exists (select from contact_tags t where t.organization_id = organization and t.contact_id = c.id and t.tag_id = with_tag))
      order by c.id desc limit maximum)
    union
    (select c.id from contacts c
      where part is not null and c.organization_id = organization and c.id < before
        and exists (select from identities i where i.organization_id = organization and i.contact_id = c.id and candor_fold(i.value) like part)
        and (in_stage is null or c.stage = in_stage)
        and (with_tag is null or exists (select from contact_tags t where t.organization_id = organization and t.contact_id = c.id and t.tag_id = with_tag))
      order by c.id desc limit maximum)
    union
    (select c.id from contacts c
      where tail is not null and c.organization_id = organization and c.id < before
        and exists (select from identities i where i.organization_id = organization and i.contact_id = c.id and i.kind = 'phone' and reverse(i.match_key) like tail)
        and (in_stage is null or c.stage = in_stage)
        and (with_tag is null or exists (select from contact_tags t where t.organization_id = organization and t.contact_id = c.id and t.tag_id = with_tag))
      order by c.id desc limit maximum)
    union
    (select c.id from contacts c
      where cardinality(keys) > 0 and c.organization_id = organization and c.id < before
        and exists (select from identities i where i.organization_id = organization and i.contact_id = c.id and i.kind = 'phone' and i.match_key = any(keys))
        and (in_stage is null or c.stage = in_stage)
        and (with_tag is null or exists (select from contact_tags t where t.organization_id = organization and t.contact_id = c.id and t.tag_id = with_tag))
      order by c.id desc limit maximum)
  ) found (id)
  order by found.id desc
  limit maximum;
end $$;
revoke all on function candor_search_contacts(uuid, text[], text, text[], text, uuid, text, uuid, int) from public;
grant execute on function candor_search_contacts(uuid, text[], text, text[], text, uuid, text, uuid, int) to candor_app;
