-- When the profile name was told, to tell a late older one from a newer one: last seen is kept to the minute and by other things too.
alter table contacts add column named_at timestamptz;
update contacts set named_at = last_seen_at where name_source = 'profile' and name <> '';

-- Told again, the same early arrival is not kept twice: webhooks repeat, and the journal may be replayed.
delete from early_arrivals e using early_arrivals o
 where e.organization_id = o.organization_id and e.channel_id = o.channel_id and e.target_provider_id = o.target_provider_id
   and e.kind = o.kind and e.item = o.item and e.id > o.id;
create unique index early_arrivals_once on early_arrivals (organization_id, channel_id, target_provider_id, kind, md5(item::text));

-- Who was erased, as keyed digests of what they were known by, for as long as the journal may still hold their words: a replay must not
-- bring them back.
create table erased_identities (
  organization_id uuid not null references organizations (id) on delete cascade,
  mark text not null,
  erased_at timestamptz not null default now(),
  primary key (organization_id, mark)
);
call candor_tenant('erased_identities', 'select, insert, update', 'select, delete');
create index erased_identities_by_time on erased_identities (erased_at);

-- After the clock was set back, a bucket filled in the future would not fill again until that future came: its moment is brought back to
-- now with the next draw.
create function candor_bucket_now() returns trigger language plpgsql as $$
begin
  new.updated_at := clock_timestamp();
  return new;
end $$;
create trigger rate_buckets_now before update on rate_buckets
  for each row when (new.updated_at > clock_timestamp() + interval '1 minute') execute function candor_bucket_now();
