-- Draws for many at once from token buckets: each of `who` (1 ... n) takes one token from every bucket it names, or from none.
-- keys, capacities and rates describe the buckets, keys sorted so that all callers lock in one order; who[i] draws from keys[what[i]].
-- Answers the seconds each has to wait; 0 where it has drawn.
create function candor_draw(keys text[], capacities double precision[], rates double precision[], who int[], what int[])
returns double precision[] language plpgsql set search_path = public, pg_catalog as $$
declare
  moment timestamptz;
  have double precision[] := capacities;
  waits double precision[] := '{}';
  at int := 1;
  first int;
  wait double precision;
  row record;
begin
  insert into rate_buckets (key, tokens, updated_at)
    select k.key, k.capacity, clock_timestamp() from unnest(keys, capacities) as k (key, capacity) order by k.key
    on conflict (key) do nothing;
  for row in
    select k.at, b.tokens, b.updated_at from unnest(keys) with ordinality as k (key, at) join rate_buckets b on b.key = k.key order by b.key for update of b
  loop
    moment := clock_timestamp();
    first := row.at;
    have[first] := least(capacities[first], row.tokens + greatest(0, extract(epoch from moment - row.updated_at)) * rates[first]);
  end loop;
  while at <= cardinality(who) loop
    first := at;
    wait := 0;
    while at <= cardinality(who) and who[at] = who[first] loop
      if have[what[at]] < 1 then
        wait := greatest(wait, (1 - have[what[at]]) / nullif(rates[what[at]], 0));
      end if;
      at := at + 1;
    end loop;
    if wait = 0 then
      for i in first .. at - 1 loop
        have[what[i]] := have[what[i]] - 1;
      end loop;
    end if;
    waits := waits || wait;
  end loop;
  update rate_buckets b set tokens = k.have, updated_at = greatest(clock_timestamp(), b.updated_at)
    from unnest(keys, have) as k (key, have) where b.key = k.key;
  return waits;
end $$;
revoke all on function candor_draw(text[], double precision[], double precision[], int[], int[]) from public;
grant execute on function candor_draw(text[], double precision[], double precision[], int[], int[]) to candor_system;
