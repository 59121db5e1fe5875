import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { runMigrations } from "graphile-worker";
import pg from "pg";
import { ConfigError } from "../../config.ts";
import type { Keys } from "../keys.ts";
import { rolePassword, roles, roleUrl } from "./pools.ts";

const folder = join(import.meta.dirname, "../../../migrations");
// Any number: the same one in every process, so that two starting at once migrate one after the other.
const migrationLock = 0x0ca9d0;

/** Brings the database to today's schema. Safe to call from any number of processes. Returns the names it applied. */
export const migrate = async (ownerUrl: string, keys: Keys): Promise<string[]> => {
  const client = new pg.Client({ connectionString: ownerUrl, connectionTimeoutMillis: 10_000 });
  await client.connect().catch((error: Error) => {
    throw new ConfigError(`The database does not answer: ${error.message}. Check DATABASE_URL.`);
  });
  try {
    await requireVersion(client);
    await client.query("select pg_advisory_lock($1)", [migrationLock]);
    await makeRoles(client, ownerUrl, keys);
    await client.query(
      "create table if not exists candor_migrations (name text primary key, applied_at timestamptz not null default now())",
    );
    const done = new Set((await client.query<{ name: string }>("select name from candor_migrations")).rows.map((row) => row.name));
    const files = readdirSync(folder)
      .filter((name) => name.endsWith(".sql"))
      .sort();
    const unknown = [...done].filter((name) => !files.includes(name));
    if (unknown.length > 0)
      throw new ConfigError(
        `The database was last used by a newer Candor (it has ${unknown.join(", ")}). Start that version, or restore a backup.`,
      );
    const todo = files.filter((name) => !done.has(name));
    if (todo.length > 0) await runMigrations({ connectionString: ownerUrl });
    for (const name of todo) {
      await client.query("begin");
      await client.query(readFileSync(join(folder, name), "utf8")).catch((error: Error) => {
        throw new Error(`Migration ${name}: ${error.message}`, { cause: error });
      });
      await client.query("insert into candor_migrations (name) values ($1)", [name]);
      await client.query("commit");
    }
    return todo;
  } finally {
    await client.end().catch(() => {});
  }
};

const requireVersion = async (client: pg.Client) => {
  const { rows } = await client.query<{ v: number }>("select current_setting('server_version_num')::int as v");
  if ((rows[0]?.v ?? 0) < 150000) throw new ConfigError("Candor needs PostgreSQL 15 or newer.");
};

/** Login roles that own nothing. Their passwords follow from the master key and are set again only when they do not match. */
const makeRoles = async (client: pg.Client, ownerUrl: string, keys: Keys) => {
  for (const role of roles) {
    if (await canLogIn(roleUrl(ownerUrl, keys, role))) continue;
    const { rowCount } = await client.query("select from pg_roles where rolname = $1", [role]);
    const verb = rowCount ? "alter" : "create";
    await client
      .query(
        `${verb} role ${role} login nosuperuser nocreatedb nocreaterole noinherit password ${pg.escapeLiteral(rolePassword(keys, role))}`,
      )
      .catch((error: Error) => {
        throw new ConfigError(`The database user of DATABASE_URL cannot ${verb} the role ${role} (${error.message}). Give it CREATEROLE.`);
      });
  }
};

const canLogIn = async (connectionString: string) => {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 5000 });
  client.on("error", () => {});
  return client
    .connect()
    .then(() => client.end())
    .then(
      () => true,
      () => false,
    );
};
