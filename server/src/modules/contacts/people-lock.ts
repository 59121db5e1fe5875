import { sql } from "kysely";
import type { Tx } from "../../kernel/db/pools.ts";

const key = (organizationId: string) => sql`hashtextextended(${`people:${organizationId}`}, 0)`;
const held = new WeakMap<Tx, Set<string>>();

/**
 * Who somebody is stays so until the transaction ends: what looks a person up by an identity and then writes under what it found holds
 * this, any number at once. Not a lock on the contacts, which would be a write for each of them with every message.
 */
export const holdPeople = async (tx: Tx, organizationId: string): Promise<void> => {
  const organizations = held.get(tx) ?? new Set();
  if (organizations.has(organizationId)) return;
  await sql`select pg_advisory_xact_lock_shared(${key(organizationId)})`.execute(tx);
  held.set(tx, organizations.add(organizationId));
};

/** To be alone while contacts become one or two: everybody who looks people up has finished, or waits. Taken before any row. */
export const alonePeople = (tx: Tx, organizationId: string) => sql`select pg_advisory_xact_lock(${key(organizationId)})`.execute(tx);
