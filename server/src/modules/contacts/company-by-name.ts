import { sql } from "kysely";
import type { Tx } from "../../kernel/db/pools.ts";
import { emitMany } from "../../kernel/events.ts";
import { newId } from "../../kernel/id.ts";
import type { Ctx } from "../../kernel/module.ts";

export type NamedCompany = { id: string; name: string };
const longest = 200;

/** The company of this name, made where there is none; null for a name of nothing. Accents and case do not make another company. */
export const companyByName = async (tx: Tx, ctx: Pick<Ctx, "organizationId" | "actor">, name: string): Promise<NamedCompany | null> =>
  (await companiesByName(tx, ctx, [name])).get(name) ?? null;

/**
 * Set-based: by the names as given; names of nothing are missing. Whoever keeps a company's name beside its id keeps the `name` answered,
 * not the one asked. Names longer than 200 characters are cut.
 */
export const companiesByName = async (
  tx: Tx,
  ctx: Pick<Ctx, "organizationId" | "actor">,
  names: Iterable<string>,
): Promise<Map<string, NamedCompany>> => {
  const asked = new Map(
    [...new Set(names)].map((name) => [name, name.trim().slice(0, longest).trim()] as const).filter(([, kept]) => kept !== ""),
  );
  if (asked.size === 0) return new Map();
  const folded = await foldedOf(tx, [...new Set(asked.values())]);
  const found = await existing(tx, ctx.organizationId, [...new Set(folded.values())]);
  const missing = new Map([...folded].filter(([, key]) => !found.has(key)).map(([name, key]) => [key, name]));
  if (missing.size > 0) {
    const made = await insertMissing(
      tx,
      ctx.organizationId,
      [...missing.keys()].sort().map((key) => missing.get(key) ?? key),
    );
    await emitMany(
      tx,
      made.map((id) => ({ organizationId: ctx.organizationId, name: "company.created", payload: { companyId: id }, actor: ctx.actor })),
    );
    for (const [key, company] of await existing(tx, ctx.organizationId, [...missing.keys()])) found.set(key, company);
  }
  return new Map(
    [...asked].flatMap(([name, kept]) => {
      const company = found.get(folded.get(kept) ?? "");
      return company ? [[name, company] as const] : [];
    }),
  );
};

/** PostgreSQL folds, so that it is the folding of the index. */
const foldedOf = async (tx: Tx, names: string[]) => {
  const { rows } = await sql<{ name: string; folded: string }>`
    select name, candor_fold(name) as folded from unnest(${names}::text[]) as given (name)`.execute(tx);
  return new Map(rows.map((row) => [row.name, row.folded]));
};

const existing = async (tx: Tx, organizationId: string, folded: string[]) => {
  const rows = await tx
    .selectFrom("companies")
    .select(["id", "name", "folded"])
    .where("organization_id", "=", organizationId)
    .where("folded", "in", folded)
    .where("gone_at", "is", null)
    .execute();
  return new Map(rows.map((row) => [row.folded ?? "", { id: row.id, name: row.name }]));
};

/** In one order, so that two imports at once do not wait for one another in a circle; what another made meanwhile is left to it. */
const insertMissing = async (tx: Tx, organizationId: string, names: string[]): Promise<string[]> => {
  const rows = await tx
    .insertInto("companies")
    .values(names.map((name) => ({ organization_id: organizationId, id: newId(), name })))
    .onConflict((clash) => clash.columns(["organization_id", "folded"]).where("gone_at", "is", null).doNothing())
    .returning("id")
    .execute();
  return rows.map((row) => row.id);
};
