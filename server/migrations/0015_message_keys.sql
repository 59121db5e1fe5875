-- A message's organization, channel and contact are its conversation's: that key checks them all, and removing any of them removes the
-- conversation and so its messages. Three checks less on the hottest insert there is.
alter table messages drop constraint messages_organization_id_fkey;
alter table messages drop constraint messages_organization_id_channel_id_fkey;
alter table messages drop constraint messages_organization_id_contact_id_fkey;
-- Room on the page for updates that change no index.
alter table identities set (fillfactor = 80);
alter table contacts set (fillfactor = 80);
