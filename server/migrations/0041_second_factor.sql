-- A second step at sign-in. Like users and sessions these belong to a person, who may be in several organizations, and are read before
-- a tenant is known: candor_auth alone (named exceptions in the catalogue test).
create table two_factors (
  user_id uuid primary key references users (id) on delete cascade,
  -- Sealed by the vault: whoever reads the database cannot make codes.
  secret text not null,
  confirmed_at timestamptz,
  -- The time step of the last code taken: none is taken twice, nor an older one.
  last_step bigint not null default 0,
  created_at timestamptz not null default now()
);
create table recovery_codes (
  user_id uuid not null references users (id) on delete cascade,
  code_hash text not null,
  used_at timestamptz,
  primary key (user_id, code_hash)
);
-- Between password and code: who holds the token has shown the password.
create table sign_in_challenges (
  token_hash text primary key,
  user_id uuid not null references users (id) on delete cascade,
  tries int not null default 0,
  expires_at timestamptz not null
);
create index sign_in_challenges_by_user on sign_in_challenges (user_id);
grant select, insert, update, delete on two_factors, recovery_codes, sign_in_challenges to candor_auth;

-- What a person recognises a session by. The address is cut to its network before it is stored.
alter table sessions add column last_used_at timestamptz not null default now(), add column device text, add column network text;
-- A session ends for good after so long, however often it is used.
create index sessions_by_last_use on sessions (user_id, last_used_at desc);

alter table organizations add column two_factor_roles text[] not null default '{}';
