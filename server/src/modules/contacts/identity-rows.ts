import { sql } from "kysely";
import type { Tx } from "../../kernel/db/pools.ts";
import { type IdentityKind, matchKey, storedValue } from "./match-key.ts";

export type IdentityKey = { kind: IdentityKind; scope: string; value: string; match: string };
export type KnownIdentity = {
  id: string;
  contact_id: string;
  kind: IdentityKind;
  scope: string;
  value: string;
  match_key: string;
  retired_at: Date | null;
  first_seen_at: Date;
  last_seen_at: Date;
  suspects: string[];
  moved_from: string | null;
  /** When it was moved to: it was not given up before that. */
  moved_at: Date | null;
  /** Whose it was before a merge. */
  merged_from: string | null;
};

/** null where nothing usable is left of the value. 300 characters: an e-mail has 254, a user id about 140. */
export const identityKey = (identity: { kind: IdentityKind; scope: string; value: string }): IdentityKey | null => {
  const match = matchKey(identity.kind, identity.value);
  return match === "" || match.length > 300
    ? null
    : { kind: identity.kind, scope: identity.scope, value: storedValue(identity.kind, identity.value), match };
};

export const handle = (key: { kind: string; scope: string; match: string }) => `${key.kind}\n${key.scope}\n${key.match}`;

/** The rows of many keys in one look through the unique index. */
export const findIdentities = async (tx: Tx, organizationId: string, keys: IdentityKey[]): Promise<Map<string, KnownIdentity>> => {
  if (keys.length === 0) return new Map();
  const { rows } = await sql<KnownIdentity>`
    select i.id, i.contact_id, i.kind, i.scope, i.value, i.match_key, i.retired_at, i.first_seen_at, i.last_seen_at,
           coalesce(i.evidence -> 'suspects', '[]') as suspects, i.evidence ->> 'movedFrom' as moved_from, (i.evidence ->> 'movedAt')::timestamptz as moved_at, i.merged_from
      from unnest(${keys.map((key) => key.kind)}::text[], ${keys.map((key) => key.scope)}::text[], ${keys.map((key) => key.match)}::text[]) as k (kind, scope, match)
      join identities i on i.organization_id = ${organizationId} and i.kind = k.kind and i.scope = k.scope and i.match_key = k.match`.execute(
    tx,
  );
  return new Map(rows.map((row) => [handle({ kind: row.kind, scope: row.scope, match: row.match_key }), row]));
};

/** Which row an identity is, if somebody has it. */
export const identityIdOf = async (
  tx: Tx,
  organizationId: string,
  identity: { kind: IdentityKind; scope: string; value: string },
): Promise<string | null> => {
  const key = identityKey(identity);
  return key ? ((await findIdentities(tx, organizationId, [key])).get(handle(key))?.id ?? null) : null;
};

export type NewIdentity = IdentityKey & {
  id: string;
  contactId: string;
  at: Date;
  since?: Date;
  evidence: Record<string, unknown>;
  /** What is learned through an identity that came by a merge goes with that one if the merge is undone. */
  mergedFrom?: string | null;
};

/** Returns the ids that were really added; the others exist by now. Sorted, so that two writers wait for one another instead of deadlocking. */
export const insertIdentities = async (tx: Tx, organizationId: string, rows: NewIdentity[]): Promise<Set<string>> => {
  if (rows.length === 0) return new Set();
  const sorted = rows.toSorted((a, b) => (handle(a) < handle(b) ? -1 : 1));
  const added = await sql<{ id: string }>`
    insert into identities (organization_id, id, contact_id, kind, scope, value, match_key, evidence, first_seen_at, last_seen_at, merged_from)
    select ${organizationId}, n.id, n.contact_id, n.kind, n.scope, n.value, n.match, n.evidence, n.since, n.at, n.merged_from
      from unnest(${sorted.map((row) => row.id)}::uuid[], ${sorted.map((row) => row.contactId)}::uuid[], ${sorted.map((row) => row.kind)}::text[], ${sorted.map((row) => row.scope)}::text[],
        ${sorted.map((row) => row.value)}::text[], ${sorted.map((row) => row.match)}::text[], ${sorted.map((row) => JSON.stringify(row.evidence))}::jsonb[], ${sorted.map((row) => row.at.toISOString())}::timestamptz[], ${sorted.map((row) => (row.since ?? row.at).toISOString())}::timestamptz[], ${sorted.map((row) => row.mergedFrom ?? null)}::uuid[])
        with ordinality as n (id, contact_id, kind, scope, value, match, evidence, at, since, merged_from, place)
     order by n.place
    on conflict (organization_id, kind, scope, match_key) do nothing
    returning id`.execute(tx);
  return new Set(added.rows.map((row) => row.id));
};

/**
 * A number or name that its person gave up and somebody else shows up with: the retired row stays with the first person as history,
 * under a key nobody looks for. Nothing moves, so no message of the first person is ever sent to the second.
 */
export const releaseIdentities = async (tx: Tx, organizationId: string, ids: string[]): Promise<void> => {
  if (ids.length === 0) return;
  await sql`update identities set match_key = match_key || '~' || id::text, retired_at = coalesce(retired_at, now())
    where organization_id = ${organizationId} and id = any(${ids}::uuid[]) and not match_key like '%~' || id::text`.execute(tx);
};
