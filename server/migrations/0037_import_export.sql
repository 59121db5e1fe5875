-- A file of contacts taken in. `cursor` is how many of its rows are done: it moves in the transaction that writes them, so a killed import
-- goes on behind the last row that is there. Everything but the counts goes 7 days after the last step, the file with it.
create table imports (
  organization_id uuid not null references organizations (id) on delete cascade,
  id uuid not null,
  state text not null default 'uploaded' check (state in ('uploaded', 'checking', 'checked', 'running', 'done', 'cancelled', 'failed')),
  file_name text not null,
  file_size bigint not null,
  format text not null check (format in ('csv', 'xlsx')),
  reading jsonb not null default '{}',
  settings jsonb,
  checked jsonb,
  counts jsonb,
  cursor int not null default 0,
  share real not null default 0,
  failure text,
  created_by jsonb not null,
  created_at timestamptz not null default now(),
  changed_at timestamptz not null default now(),
  finished_at timestamptz,
  undone_at timestamptz,
  emptied_at timestamptz,
  primary key (organization_id, id)
);
call candor_tenant('imports');
create index imports_by_recency on imports (organization_id, id desc);
create index imports_under_way on imports (id) where state in ('checking', 'running');
create index imports_to_empty on imports (changed_at) where emptied_at is null;

-- Rows that were not taken, with their cells as they were, to be corrected and given again.
create table import_problems (
  organization_id uuid not null references organizations (id) on delete cascade,
  import_id uuid not null,
  row_number int not null,
  kind text not null check (kind in ('wrong', 'duplicate')),
  reasons jsonb not null,
  cells jsonb not null,
  primary key (organization_id, import_id, row_number),
  foreign key (organization_id, import_id) references imports (organization_id, id) on delete cascade
);
call candor_tenant('import_problems');

-- Whom an import made or changed, and by which row: tells a second row of the same person, and whom an undo may take away.
create table import_contacts (
  organization_id uuid not null references organizations (id) on delete cascade,
  import_id uuid not null,
  contact_id uuid not null,
  row_number int not null,
  made boolean not null,
  primary key (organization_id, import_id, contact_id),
  foreign key (organization_id, import_id) references imports (organization_id, id) on delete cascade,
  foreign key (organization_id, contact_id) references contacts (organization_id, id) on delete cascade
);
call candor_tenant('import_contacts');
create index import_contacts_by_contact on import_contacts (organization_id, contact_id);

-- A file of contacts given out; it goes after 7 days, the entry in the audit log stays.
create table exports (
  organization_id uuid not null references organizations (id) on delete cascade,
  id uuid not null,
  state text not null default 'waiting' check (state in ('waiting', 'running', 'done', 'failed', 'cancelled', 'expired')),
  format text not null check (format in ('csv', 'xlsx', 'jsonl')),
  request jsonb not null,
  rows int not null default 0,
  total int,
  file_name text not null,
  file_size bigint,
  failure text,
  created_by jsonb not null,
  created_at timestamptz not null default now(),
  finished_at timestamptz,
  expires_at timestamptz,
  primary key (organization_id, id)
);
call candor_tenant('exports');
create index exports_by_recency on exports (organization_id, id desc);
create index exports_under_way on exports (id) where state in ('waiting', 'running');
create index exports_to_expire on exports (expires_at) where state = 'done';
