import { sql } from "kysely";
import type { ConsumedEvent } from "../../kernel/consumers.ts";
import type { Tx } from "../../kernel/db/pools.ts";
import type { Kernel } from "../../kernel/module.ts";
import type { ReasonKind } from "./duplicate.api.ts";
import { byWeight, type Key, keysOf, scoreOf } from "./duplicate-keys.ts";
import { knownOf } from "./duplicate-known.ts";

/** After any of these a contact may meet others, or no longer. */
export const duplicateEvents = [
  "contact.created",
  "contact.updated",
  "contact.identity_added",
  "contact.identity_removed",
  "contact.identity_moved",
  "contact.duplicate_suspected",
  "contact.joined",
  "contact.merged",
  "contact.unmerged",
] as const;

/** What more than so many share tells nobody apart: a company of namesakes, and sooner a number that is a switchboard or a family's. */
const mostSharing = 20;
const mostAtOneAddress = 4;
const addresses = new Set(["same_phone", "same_email", "last_digits"]);
/** Below this two are not worth asking about. */
const worthAsking = 40;

type Pair = { one: string; other: string; reasons: Set<ReasonKind> };

/**
 * Looks the touched contacts up again, by the index of what they are known by: what it costs grows with the change. Pairs that have
 * nothing in common any more go; what a member said of a pair stays.
 */
export const findDuplicates = (kernel: Kernel) => async (tx: Tx, events: ConsumedEvent[]) => {
  for (const [organizationId, own] of Map.groupBy(events, (event) => event.organizationId)) {
    const ids = own
      .flatMap(({ payload }) => [payload.contactId, payload.otherContactId])
      .filter((id): id is string => typeof id === "string");
    await suspect(kernel, tx, organizationId, [...new Set(ids)]);
  }
};

const suspect = async (kernel: Kernel, tx: Tx, organizationId: string, contactIds: string[]): Promise<void> => {
  const known = await knownOf(tx, organizationId, [...contactIds, ...(await seenWith(tx, organizationId, contactIds))]);
  const keys = [...known].flatMap(([contactId, person]) =>
    !contactIds.includes(contactId)
      ? []
      : [...new Map(keysOf(person).map((key) => [digest(kernel, organizationId, key), key.claimed])).entries()].map(([key, claimed]) => ({
          contactId,
          key,
          claimed,
        })),
  );
  await writeKeys(tx, organizationId, contactIds, keys);
  const pairs = new Map<string, Pair>();
  const add = (a: string, b: string, reason: ReasonKind) => {
    if (a === b) return;
    const [one = "", other = ""] = [a, b].sort();
    const pair = pairs.get(`${one} ${other}`) ?? { one, other, reasons: new Set() };
    pair.reasons.add(reason);
    pairs.set(`${one} ${other}`, pair);
  };
  for (const shared of await sharedKeys(tx, organizationId, contactIds)) {
    const kind = shared.key.split(":")[0] as ReasonKind;
    if (shared.others.length > (addresses.has(kind) ? mostAtOneAddress : mostSharing)) continue;
    for (const other of shared.others) add(shared.contact_id, other.id, reasonOf(kind, shared.claimed || other.claimed));
  }
  for (const [contactId, { suspects }] of known) for (const other of suspects) add(contactId, other, "seen_together");
  await writePairs(tx, organizationId, contactIds, [...pairs.values()]);
};

/** Only one of two that were seen together has it written down. */
const seenWith = async (tx: Tx, organizationId: string, contactIds: string[]): Promise<string[]> => {
  const { rows } = await sql<{ id: string }>`
    select case when contact_id = any(${contactIds}::uuid[]) then other_contact_id else contact_id end as id from duplicates
     where organization_id = ${organizationId} and (contact_id = any(${contactIds}::uuid[]) or other_contact_id = any(${contactIds}::uuid[])) and reasons ? 'seen_together'`.execute(
    tx,
  );
  return rows.map((row) => row.id);
};

const reasonOf = (kind: ReasonKind, claimed: boolean): ReasonKind =>
  claimed && kind === "same_phone" ? "claimed_phone" : claimed && kind === "same_email" ? "claimed_email" : kind;

const digest = (kernel: Kernel, organizationId: string, key: Key) =>
  `${key.kind}:${kernel.keys.fingerprint("duplicates", `${organizationId}\n${key.kind}\n${key.text}`).slice(0, 24)}`;

const writeKeys = async (
  tx: Tx,
  organizationId: string,
  contactIds: string[],
  keys: { contactId: string; key: string; claimed: boolean }[],
) => {
  const json = JSON.stringify(keys.map(({ contactId, key, claimed }) => ({ c: contactId, k: key, claimed })));
  await sql`
    with now as materialized (select * from jsonb_to_recordset(${json}::jsonb) as n (c uuid, k text, claimed boolean))
    delete from duplicate_keys d where d.organization_id = ${organizationId} and d.contact_id = any(${contactIds}::uuid[])
       and not exists (select from now n where n.c = d.contact_id and n.k = d.key)`.execute(tx);
  await sql`
    insert into duplicate_keys (organization_id, contact_id, key, claimed)
    select ${organizationId}, n.c, n.k, n.claimed from jsonb_to_recordset(${json}::jsonb) as n (c uuid, k text, claimed boolean) order by n.c, n.k
    on conflict (organization_id, contact_id, key) do update set claimed = excluded.claimed where duplicate_keys.claimed <> excluded.claimed`.execute(
    tx,
  );
};

const sharedKeys = async (tx: Tx, organizationId: string, contactIds: string[]) => {
  const { rows } = await sql<{ contact_id: string; key: string; claimed: boolean; others: { id: string; claimed: boolean }[] }>`
    select mine.contact_id, mine.key, mine.claimed, theirs.others from duplicate_keys mine
     cross join lateral (
       select json_agg(json_build_object('id', o.contact_id, 'claimed', o.claimed)) as others from (
         select k.contact_id, k.claimed from duplicate_keys k
          where k.organization_id = ${organizationId} and k.key = mine.key and k.contact_id <> mine.contact_id limit ${mostSharing + 1}) o) theirs
     where mine.organization_id = ${organizationId} and mine.contact_id = any(${contactIds}::uuid[]) and theirs.others is not null`.execute(
    tx,
  );
  return rows;
};

const writePairs = async (tx: Tx, organizationId: string, touched: string[], pairs: Pair[]) => {
  const found = pairs.flatMap(({ one, other, reasons }) => {
    const kinds = distinct([...reasons]);
    const score = scoreOf(kinds);
    return score < worthAsking ? [] : [{ one, other, score, reasons: kinds }];
  });
  const json = JSON.stringify(found);
  const rows = sql`jsonb_to_recordset(${json}::jsonb) as f (one uuid, other uuid, score int, reasons jsonb)`;
  await sql`
    delete from duplicates d where d.organization_id = ${organizationId} and d.dismissed_at is null
       and (d.contact_id = any(${touched}::uuid[]) or d.other_contact_id = any(${touched}::uuid[]))
       and not exists (select from ${rows} where f.one = d.contact_id and f.other = d.other_contact_id)`.execute(tx);
  await sql`
    insert into duplicates (organization_id, contact_id, other_contact_id, score, reasons)
    select ${organizationId}, f.one, f.other, f.score, f.reasons from ${rows}
      join contacts a on a.organization_id = ${organizationId} and a.id = f.one join contacts b on b.organization_id = ${organizationId} and b.id = f.other
     order by f.one, f.other
    on conflict (organization_id, contact_id, other_contact_id) do update set score = excluded.score, reasons = excluded.reasons
     where duplicates.score <> excluded.score or duplicates.reasons <> excluded.reasons`.execute(tx);
};

/** Of what says the same twice, the stronger: who shares the whole number shares its last digits. */
const distinct = (reasons: ReasonKind[]): ReasonKind[] => {
  const has = new Set(reasons);
  if (has.has("same_phone") || has.has("claimed_phone"))
    for (const weaker of ["last_digits", "name_and_digits"] as const) has.delete(weaker);
  if (has.has("name_and_digits")) has.delete("last_digits");
  if (has.has("same_email") || has.has("claimed_email")) has.delete("name_and_domain");
  return [...has].sort(byWeight);
};
