import { expect, test } from "vitest";
import { anOrganization } from "../../test/builders.ts";
import { aWorld } from "../../test/world.ts";
import { modules } from "../app.ts";

const world = await aWorld();
const rows = async <T extends object>(query: string): Promise<T[]> => (await world.kernel.db.raw.owner.query<T>(query)).rows;

/** Tables without a tenant key, each with its reason. A new table is either a tenant table or named here. */
const untenanted: Record<string, string> = {
  candor_migrations: "which migrations ran; no person's data; no grants",
  event_cursors: "how far consumers have read; system role only",
  rate_buckets: "token buckets across organizations; keys are digests or ids; system role only",
  meta_apps: "an app's secret is known before the tenant is: it says whose body may be believed; system role only",
  meta_verify_tokens: "digests asked by the handshake before a tenant is known; system role only",
  intake_journal: "raw bodies before anyone knows whose they are; one body may span organizations; system role only",
  users: "a person signs in before choosing an organization; candor_auth, system reads names",
  sessions: "asked before the tenant is known; candor_auth only",
  credentials: "password digests; candor_auth only",
  two_factors: "asked before the tenant is known; a person has one for all organizations; candor_auth only",
  recovery_codes: "asked before the tenant is known; digests; candor_auth only",
  sign_in_challenges: "between password and code nobody is anybody yet; digests; candor_auth only",
  verifications: "one-time codes; candor_auth only",
};
/** Tables whose organization_id may be missing until it is known. */
const lateTenant: Record<string, string> = {
  mail_outbox: "letters before there is an organization (password reset)",
  intake_parked: "an item of a number nobody has connected",
};

test("every table is a tenant table with forced row-level security, or an exception with a reason", async () => {
  const tables = await rows<{ name: string; enabled: boolean; forced: boolean; tenant: boolean; optional: boolean }>(`
    select c.relname as name, c.relrowsecurity as enabled, c.relforcerowsecurity as forced, a.attnum is not null as tenant, coalesce(not a.attnotnull, false) as optional
    from pg_class c left join pg_attribute a on a.attrelid = c.oid and a.attname = 'organization_id'
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') order by 1`);
  for (const table of tables) {
    if (table.name in untenanted) continue;
    if (table.name !== "organizations") expect(table.tenant, `${table.name} has organization_id`).toBe(true);
    if (!(table.name in lateTenant)) expect(table.optional, `${table.name}.organization_id is not null`).toBe(false);
    expect(table.enabled && table.forced, `${table.name} forces row-level security`).toBe(true);
  }
  const names = new Set(tables.map((table) => table.name));
  for (const name of [...Object.keys(untenanted), ...Object.keys(lateTenant)])
    expect(names.has(name), `the exception ${name} still exists`).toBe(true);
});

test("candor_app reads a tenant table only through a policy that compares the organization", async () => {
  const policies = await rows<{ tablename: string; qual: string | null; with_check: string | null }>(`
    select tablename, qual, with_check from pg_policies where schemaname = 'public' and 'candor_app' = any(roles)`);
  for (const policy of policies) {
    const column =
      policy.tablename === "organizations" ? /\bid = \( SELECT candor_organization/ : /organization_id = \( SELECT candor_organization/;
    for (const text of [policy.qual, policy.with_check].filter((part) => part !== null)) expect(text, policy.tablename).toMatch(column);
  }
  const granted = await rows<{ table_name: string }>(
    `select distinct table_name from information_schema.role_table_grants where table_schema = 'public' and grantee = 'candor_app'`,
  );
  const withPolicy = new Set(policies.map((policy) => policy.tablename));
  for (const { table_name } of granted)
    expect(withPolicy.has(table_name), `${table_name} is granted to candor_app and has a policy for it`).toBe(true);
});

test("event partitions, new ones too, carry no grants of their own", async () => {
  await world.kernel.db.raw.system.query("select candor_event_partition('2031-05-01')");
  const grants = await rows<{ table_name: string }>(
    `select table_name from information_schema.role_table_grants where table_name like 'events\\_%' and grantee like 'candor%' and table_name <> 'event_cursors' and grantee <> 'candor'`,
  );
  expect(grants).toEqual([]);
  const open = await rows<{ relname: string }>(
    `select relname from pg_class where relname like 'events\\_%' and relkind = 'r' and not (relrowsecurity and relforcerowsecurity)`,
  );
  expect(open.filter((table) => table.relname !== "event_cursors")).toEqual([]);
});

test("keys carry the tenant: a row cannot even point at another organization's row", async () => {
  const keys = await rows<{ table: string; name: string; def: string; type: string; target: string | null }>(`
    select conrelid::regclass::text as table, conname as name, pg_get_constraintdef(oid) as def, contype as type, confrelid::regclass::text as target
    from pg_constraint where connamespace = 'public'::regnamespace and contype in ('p', 'f')`);
  // Parents that are no tenant rows themselves.
  const global = new Set(["organizations", "users", "meta_apps"]);
  for (const key of keys) {
    if (key.table in untenanted || key.table in lateTenant || key.table === "organizations") continue;
    if (key.type === "f" && key.target !== null && global.has(key.target)) continue;
    expect(key.def, `${key.table}.${key.name}`).toMatch(/^(PRIMARY|FOREIGN) KEY \(organization_id/);
  }
});

test("application roles own nothing, cannot create, and are no superusers", async () => {
  const roles = await rows<{ rolname: string }>(
    `select rolname from pg_roles where rolname like 'candor\\_%' and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb)`,
  );
  expect(roles).toEqual([]);
  const owned = await rows(`select relname from pg_class c join pg_roles r on r.oid = c.relowner where r.rolname like 'candor\\_%'`);
  expect(owned).toEqual([]);
});

test("security definer functions name their search path", async () => {
  const loose = await rows<{ proname: string }>(
    `select proname from pg_proc where pronamespace = 'public'::regnamespace and prosecdef and not exists (select from unnest(proconfig) c where c like 'search_path=%')`,
  );
  expect(loose).toEqual([]);
});

test("without an organization set, and with a foreign one, nothing is seen", async () => {
  const [mine, other] = [await anOrganization(world), await anOrganization(world)];
  const seen = await world.kernel.db.withOrganization(other.id, (tx) => tx.selectFrom("members").select("organization_id").execute());
  expect(seen.map((row) => row.organization_id)).toEqual([other.id]);
  expect(await world.kernel.db.app.selectFrom("members").selectAll().execute()).toEqual([]);
  await expect(
    world.kernel.db.withOrganization(other.id, (tx) =>
      tx.insertInto("tags").values({ organization_id: mine.id, id: mine.id, name: "x" }).execute(),
    ),
  ).rejects.toThrow(/row-level security/);
});

test("the register and the live catalogue name the same tables and columns", async () => {
  const columns = await rows<{ table: string; column: string }>(`
    select c.relname as table, a.attname as column from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and c.relname !~ '^events_([0-9]|default)'`);
  const live = new Set(columns.map((row) => `${row.table}.${row.column}`));
  const declared = new Set(
    modules.flatMap((module) =>
      (module.data ?? []).flatMap((entry) => Object.keys(entry.columns).map((column) => `${entry.table}.${column}`)),
    ),
  );
  expect(
    [...live].filter((name) => !declared.has(name)),
    "columns nobody declared",
  ).toEqual([]);
  expect(
    [...declared].filter((name) => !live.has(name)),
    "declared columns that do not exist",
  ).toEqual([]);
});

test("what is sealed looks sealed and what is hashed is never clear text", () => {
  const weak = modules
    .flatMap((module) => module.data ?? [])
    .flatMap((entry) =>
      Object.entries(entry.columns)
        .filter(
          ([name, column]) =>
            /(_sealed|_hash|password)$/.test(name) && column.category !== "none" && "protection" in column && column.protection === "clear",
        )
        .map(([name]) => `${entry.table}.${name}`),
    );
  expect(weak).toEqual([]);
});
