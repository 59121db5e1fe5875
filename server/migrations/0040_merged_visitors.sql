-- A browser that was recognised through an identity which came by a merge goes with that identity if the merge is undone.
alter table visitors add column merged_from uuid;
