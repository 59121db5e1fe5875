-- A message on its way changes its delivery, itself and what the list shows several times within a second. Where no indexed column changes
-- and the page has room, PostgreSQL writes the new row beside the old one and touches no index.
alter table conversations add column failed boolean not null generated always as (coalesce(preview ->> 'state' = 'failed', false)) stored;
drop index conversations_failed;
create index conversations_failed on conversations (organization_id, last_message_at desc, id desc) where state = 'open' and failed;

-- Few rows are being sent at any time: they are found by their state, the lease need not be indexed.
drop index deliveries_in_flight;
create index deliveries_in_flight on deliveries (organization_id, id) where state = 'sending';

alter table deliveries set (fillfactor = 80);
alter table messages set (fillfactor = 85);
alter table conversations set (fillfactor = 80);
