import { sql } from "kysely";
import type { Tx } from "../../kernel/db/pools.ts";
import type { KnownFacts } from "./facts.ts";
import type { Home } from "./field-read.ts";
import { type FieldDefinition, fieldsOf } from "./fields.ts";
import type { ContactWrite } from "./write.ts";

export type KnownWrites = Required<KnownFacts> & {
  definitions: readonly FieldDefinition[];
  home: Home;
  tags: ReadonlySet<string>;
};

/**
 * What a set of writes may refer to. The definitions are held as they are until the transaction ends (a field that is being deleted waits
 * for it), and so are the stages where one is written: nobody is put into a stage that is being taken away.
 */
export const knownFor = async (tx: Tx, organizationId: string, writes: ContactWrite[], staged = false): Promise<KnownWrites> => {
  await holdFields(tx, organizationId);
  const definitions = await fieldsOf(tx, organizationId);
  const organization = await tx
    .selectFrom("organizations")
    .select(["country", "time_zone"])
    .where("id", "=", organizationId)
    .executeTakeFirstOrThrow();
  const facts = writes.map((write) => write.facts ?? {});
  return {
    definitions,
    home: { country: organization.country, timeZone: organization.time_zone },
    stages: await stageKeys(tx, organizationId, staged || facts.some((each) => each.stage !== undefined)),
    members: await existing(tx, "members", organizationId, named(facts.map((each) => each.ownerId))),
    companies: await companies(tx, organizationId, named(facts.map((each) => each.companyId))),
    tags: await existing(tx, "tags", organizationId, named(writes.flatMap(({ tags }) => [...(tags?.add ?? []), ...(tags?.remove ?? [])]))),
  };
};

const fieldsLock = (organizationId: string) => sql`hashtextextended(${`fields:${organizationId}`}, 0)`;
/** Many writers hold the definitions at once; who changes them waits for all and they for it. */
export const holdFields = (tx: Tx, organizationId: string) =>
  sql`select pg_advisory_xact_lock_shared(${fieldsLock(organizationId)})`.execute(tx);
export const lockFields = (tx: Tx, organizationId: string) => sql`select pg_advisory_xact_lock(${fieldsLock(organizationId)})`.execute(tx);

const stageKeys = async (tx: Tx, organizationId: string, hold: boolean): Promise<Set<string>> => {
  const rows = await tx
    .selectFrom("stages")
    .select("key")
    .where("organization_id", "=", organizationId)
    .where("removed_at", "is", null)
    .orderBy("position")
    .$if(hold, (q) => q.forKeyShare())
    .execute();
  return new Set(rows.map((row) => row.key));
};

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
/** What is no id is found nowhere, and refused by whoever asks; the database would end the transaction over it. */
const named = (ids: (string | null | undefined)[]): string[] => [
  ...new Set(ids.filter((id): id is string => typeof id === "string" && uuid.test(id))),
];

const existing = async (tx: Tx, table: "members" | "tags", organizationId: string, ids: string[]): Promise<Set<string>> => {
  if (ids.length === 0) return new Set();
  const { rows } = await sql<{ id: string }>`
    select id from ${sql.table(table)} where organization_id = ${organizationId} and id = any(${ids}::uuid[]) ${table === "members" ? sql`and deactivated_at is null` : sql``}`.execute(
    tx,
  );
  return new Set(rows.map((row) => row.id));
};

const companies = async (tx: Tx, organizationId: string, ids: string[]): Promise<Map<string, string>> => {
  if (ids.length === 0) return new Map();
  const rows = await tx
    .selectFrom("companies")
    .select(["id", "name"])
    .where("organization_id", "=", organizationId)
    .where("id", "in", ids)
    .where("gone_at", "is", null)
    .execute();
  return new Map(rows.map((row) => [row.id, row.name]));
};
