import { sql } from "kysely";
import pg from "pg";
import type { Tx } from "../../kernel/db/pools.ts";
import { enqueue, type JobBodies } from "../../kernel/jobs.ts";
import type { Kernel } from "../../kernel/module.ts";

// An index per column costs every write of every organization, so it is made when a list is first filtered or sorted by the column, and then
// serves all organizations that use it: contacts_order_<column> for comparing and sorting, contacts_words_<column> for words in texts.
const indexName = /^contacts_(order|words)_(name|company|score|created_at|last_seen_at|[tndb]\d\d)$/;

/** Those there are and whole; asks for those of `wanted` that are not. */
export const indexesNow = async (tx: Tx, wanted: readonly string[]): Promise<ReadonlySet<string>> => {
  if (wanted.length === 0) return new Set();
  const { rows } = await sql<{ relname: string }>`
    select c.relname from pg_index i join pg_class c on c.oid = i.indexrelid
     where i.indrelid = 'contacts'::regclass and i.indisvalid and c.relname = any (${[...wanted]}::text[])`.execute(tx);
  const there = new Set(rows.map((row) => row.relname));
  for (const index of new Set(wanted)) if (!there.has(index) && indexName.test(index)) await ask(tx, index);
  return there;
};

const ask = (tx: Tx, index: string, runAt?: Date) =>
  enqueue(
    tx,
    "contacts_make_index",
    { index },
    { key: `contacts_make_index ${index}`, queue: "contacts_make_index", attempts: 5, ...(runAt ? { runAt } : {}) },
  );

const made = (kind: string, column: string): string => {
  if (kind === "words") return `gin (organization_id, candor_fold(${column}) gin_trgm_ops) where ${column} is not null`;
  return `(organization_id, ${/^(name|company|t\d\d)$/.test(column) ? `${column} collate "und-x-icu"` : column}, id)`;
};

/**
 * Concurrently: writing goes on. One that was broken off half-way is there but not valid, and made again. One at a time on the whole server
 * (two wait for one another without end), on a connection of its own: it takes as long as it takes, and the pool's are needed by the other
 * jobs. Answers false where another is being made.
 */
export const makeIndex = async (kernel: Kernel, index: string): Promise<boolean> => {
  const [, kind = "", column = ""] = indexName.exec(index) ?? [];
  if (column === "") throw new Error("No such index");
  const client = new pg.Client({ ...kernel.db.raw.owner.options, application_name: "candor index" });
  client.on("error", () => {});
  await client.connect();
  try {
    const { rows: free } = await client.query<{ mine: boolean }>(
      "select pg_try_advisory_lock(hashtextextended('contacts_make_index', 0)) as mine",
    );
    if (!free[0]?.mine) return false;
    const { rows } = await client.query<{ indisvalid: boolean }>(
      "select i.indisvalid from pg_index i where i.indexrelid = to_regclass($1)",
      [`public.${index}`],
    );
    if (rows[0]?.indisvalid === false) await client.query(`drop index concurrently if exists public.${index}`);
    if (!rows[0]?.indisvalid) {
      const method = made(kind, column);
      await client.query(
        `create index concurrently if not exists ${index} on contacts ${method.startsWith("(") ? method : `using ${method}`}`,
      );
    }
  } finally {
    await client.end();
  }
  if (kind === "order" && /^[tndb]\d\d$/.test(column))
    await kernel.db.system.updateTable("fields").set({ indexed: true }).where("slot", "=", column).where("indexed", "=", false).execute();
  return true;
};

const againMs = 2000;

export const indexJobs: JobBodies = {
  contacts_make_index: async (kernel, payload) => {
    const index = String(payload.index);
    if (await makeIndex(kernel, index)) return;
    await kernel.db.system.transaction().execute((tx) => ask(tx, index, new Date(Date.now() + againMs)));
  },
};
