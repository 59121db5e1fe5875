-- Templates are written here now: drafts that only we know, what is under way to Meta, and what Meta remembers of edits and names.
alter table whatsapp_templates
  -- sending: a creation or an edit is on its way. unknown: Meta did not answer, and is asked what it has before anything is sent again.
  add column submission text check (submission in ('sending', 'unknown')),
  add column submission_at timestamptz,
  add column created_at timestamptz not null default now(),
  -- When Meta took it from here: a hundred an hour and account.
  add column taken_at timestamptz,
  -- Edits of it while it was approved: one in 24 hours, ten in 30 days.
  add column edits timestamptz[] not null default '{}',
  add column previous_category text,
  add column category_changed_at timestamptz,
  add column deleted_at timestamptz;
update whatsapp_templates set deleted_at = updated_at where state = 'DELETED';
create index whatsapp_templates_by_name on whatsapp_templates (organization_id, name, language, id);

-- The file shown to Meta's reviewers for a header: `header`, or `cards.0.header` of a carousel. Meta's own handles live a day or so.
create table whatsapp_template_samples (
  organization_id uuid not null references organizations (id) on delete cascade,
  template_id uuid not null,
  part text not null,
  file_id uuid not null,
  primary key (organization_id, template_id, part),
  foreign key (organization_id, template_id) references whatsapp_templates (organization_id, id) on delete cascade,
  foreign key (organization_id, file_id) references files (organization_id, id) on delete cascade
);
create index whatsapp_template_samples_by_file on whatsapp_template_samples (organization_id, file_id);
call candor_tenant('whatsapp_template_samples');

-- How often a template was sent, by day. A lane per connection: a thousand sends of one template at once wait for nobody.
create table whatsapp_template_use (
  organization_id uuid not null references organizations (id) on delete cascade,
  template_id uuid not null,
  day date not null,
  lane smallint not null,
  sends int not null,
  last_at timestamptz not null,
  primary key (organization_id, template_id, day, lane),
  foreign key (organization_id, template_id) references whatsapp_templates (organization_id, id) on delete cascade
);
create index whatsapp_template_use_by_day on whatsapp_template_use (day);
call candor_tenant('whatsapp_template_use');
