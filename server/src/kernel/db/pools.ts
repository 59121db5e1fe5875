import { Kysely, PostgresDialect, sql, type Transaction } from "kysely";
import pg from "pg";
import type { Keys } from "../keys.ts";
import type { DB } from "./schema.types.ts";

export type Db = Kysely<DB>;
export type Tx = Transaction<DB>;

/** One pool per role. Each logs in as itself: nothing it runs can become more than the role may. */
export type Pools = {
  /** candor_app: sees one organization, named per transaction. */
  app: Db;
  /** candor_system: claimers, projector, retention; sees all through policies of its own. */
  system: Db;
  /** candor_auth: accounts that must be read before a tenant is known. */
  auth: Db;
  /** Raw pools where a library wants one, or a hot path its own connection. */
  raw: { app: pg.Pool; system: pg.Pool; auth: pg.Pool; owner: pg.Pool };
  withOrganization: <T>(organizationId: string, run: (tx: Tx) => Promise<T>) => Promise<T>;
  close: () => Promise<void>;
};

export const roles = ["candor_app", "candor_system", "candor_auth"] as const;
export type Role = (typeof roles)[number];

/** A role's password follows from the master key, so nothing has to be kept or handed over. */
export const rolePassword = (keys: Keys, role: Role) => keys.fingerprint("role", role);

export const roleUrl = (ownerUrl: string, keys: Keys, role: Role) => {
  const url = new URL(ownerUrl);
  url.username = role;
  url.password = rolePassword(keys, role);
  return url.toString();
};

export const openPools = (ownerUrl: string, keys: Keys, sizes = { app: 12, system: 8, auth: 4, owner: 6 }): Pools => {
  const open = (connectionString: string, max: number, name: string) => {
    const pool = new pg.Pool({
      connectionString,
      max,
      application_name: `candor ${name}`,
      idleTimeoutMillis: 30_000,
      connectionTimeoutMillis: 10_000,
    });
    // An idle connection that breaks must not end the process; the next query finds out.
    pool.on("error", () => {});
    pool.on("connect", (client) => void client.on("error", () => {}));
    return pool;
  };
  const raw = {
    app: open(roleUrl(ownerUrl, keys, "candor_app"), sizes.app, "app"),
    system: open(roleUrl(ownerUrl, keys, "candor_system"), sizes.system, "system"),
    auth: open(roleUrl(ownerUrl, keys, "candor_auth"), sizes.auth, "auth"),
    owner: open(ownerUrl, sizes.owner, "owner"),
  };
  const kysely = (pool: pg.Pool) => new Kysely<DB>({ dialect: new PostgresDialect({ pool }) });
  const app = kysely(raw.app);
  return {
    app,
    system: kysely(raw.system),
    auth: kysely(raw.auth),
    raw,
    withOrganization: (organizationId, run) =>
      app.transaction().execute(async (tx) => {
        await sql`select set_config('candor.organization_id', ${organizationId}, true)`.execute(tx);
        return run(tx);
      }),
    close: async () => {
      await Promise.all(Object.values(raw).map((pool) => pool.end()));
    },
  };
};
