import { sql } from "kysely";
import type { Tx } from "../../kernel/db/pools.ts";
import { type EventRow, emitMany } from "../../kernel/events.ts";
import { newId } from "../../kernel/id.ts";
import { defaultColumns } from "./field-defaults.ts";
import {
  findIdentities,
  handle,
  type IdentityKey,
  identityKey,
  insertIdentities,
  type KnownIdentity,
  type NewIdentity,
  releaseIdentities,
} from "./identity-rows.ts";
import type { IdentityKind } from "./match-key.ts";
import { holdPeople } from "./people-lock.ts";
import { refreshSeen } from "./seen.ts";

/** A person seen on a channel: every identity the provider named for them in one item. */
export type Sighting = {
  /** The caller's handle for the answer. */
  key: string;
  identities: { kind: IdentityKind; scope: string; value: string }[];
  name: string | null;
  at: Date;
  /** Where one sighting stands for several moments: the first of them, and when its name was told. */
  since?: Date;
  namedAt?: Date;
  /** What a contact made of it is said to come from; a channel unless told. */
  source?: string;
  evidence: Record<string, unknown>;
};
export type Resolved = { contactId: string; identityId: string };

/**
 * Finds or makes the contact of each sighting, set-based: runs as candor_system for one organization. Learns identities named together
 * (a phone and a user id are then one contact), refreshes last seen, keeps a name a member gave. Emits contact.created and contact.identity_added.
 * `identityId` is the one to answer to: the phone the sighting names, else its user id. A sighting without a usable identity has no entry.
 * Where identities named together belong to different contacts nothing is merged: the user id decides and contact.duplicate_suspected is emitted.
 */
export const resolveSightings = async (tx: Tx, organizationId: string, sightings: Sighting[]): Promise<Map<string, Resolved>> => {
  const seen = sightings.map((sighting) => ({ sighting, keys: strongestFirst(sighting) })).filter(({ keys }) => keys.length > 0);
  if (seen.length === 0) return new Map();
  const keys = [...new Map(seen.flatMap((item) => item.keys).map((key) => [handle(key), key])).values()];
  await holdPeople(tx, organizationId);
  // Another transaction may add the same person between our look and our insert: undo the attempt and look again. Each round somebody
  // else's rows are committed, so it ends; the bound only keeps a bug from spinning.
  for (let round = 0; round < 20; round++) {
    const plan = planSightings(seen, await findIdentities(tx, organizationId, keys));
    await sql`savepoint contacts_resolved`.execute(tx);
    if (await writePlan(tx, organizationId, plan)) {
      await sql`release savepoint contacts_resolved`.execute(tx);
      await refreshSeen(tx, organizationId, plan.touched);
      await emitMany(
        tx,
        plan.events.map((event) => ({ ...event, organizationId })),
      );
      return plan.resolved;
    }
    await sql`rollback to savepoint contacts_resolved`.execute(tx);
  }
  throw new Error("Identities kept changing while contacts were resolved");
};

const strength: IdentityKind[] = ["external_id", "whatsapp_user_id", "phone", "email", "whatsapp_username"];
const strongestFirst = (sighting: Sighting): IdentityKey[] => {
  const usable = sighting.identities.map(identityKey).filter((key) => key !== null);
  return [...new Map(usable.map((key) => [handle(key), key])).values()].sort((a, b) => strength.indexOf(a.kind) - strength.indexOf(b.kind));
};

type Known = { id: string; contactId: string; retiredAt: Date | null; seenAt: Date; suspects: string[]; mergedFrom: string | null };
type Touch = { contactId: string; name: string | null; at: Date; since: Date; namedAt: Date; identities: { id: string; value: string }[] };
type Plan = {
  contacts: { id: string; name: string; at: Date; namedAt: Date }[];
  identities: NewIdentity[];
  released: string[];
  /** Identity id -> contacts it may also belong to. */
  suspects: Map<string, string[]>;
  touched: Touch[];
  events: Omit<EventRow, "organizationId">[];
  resolved: Map<string, Resolved>;
};

/** False where another transaction was first with one of the identities. */
const writePlan = async (tx: Tx, organizationId: string, plan: Plan): Promise<boolean> => {
  if (plan.contacts.length > 0) {
    const defaults = await defaultColumns(tx, organizationId);
    await tx
      .insertInto("contacts")
      .values(
        plan.contacts.map(({ id, name, at, namedAt }) => ({
          organization_id: organizationId,
          id,
          name,
          last_seen_at: at,
          named_at: name === "" ? null : namedAt,
          ...defaults,
        })),
      )
      .execute();
  }
  await releaseIdentities(tx, organizationId, plan.released);
  const added = await insertIdentities(tx, organizationId, plan.identities);
  if (added.size < plan.identities.length) return false;
  for (const [id, contactIds] of plan.suspects) {
    await sql`update identities set evidence = jsonb_set(evidence, '{suspects}', ${JSON.stringify(contactIds)}::jsonb) where organization_id = ${organizationId} and id = ${id}`.execute(
      tx,
    );
  }
  return true;
};

/** Goes through the sightings one by one in memory, so that a later one of the same batch meets what an earlier one brought. */
const planSightings = (seen: { sighting: Sighting; keys: IdentityKey[] }[], rows: Map<string, KnownIdentity>): Plan => {
  const known = new Map<string, Known>(
    [...rows].map(([key, row]) => [
      key,
      {
        id: row.id,
        contactId: row.contact_id,
        retiredAt: row.retired_at,
        seenAt: row.last_seen_at,
        suspects: row.suspects,
        mergedFrom: row.merged_from,
      },
    ]),
  );
  const plan: Plan = { contacts: [], identities: [], released: [], suspects: new Map(), touched: [], events: [], resolved: new Map() };
  for (const { sighting, keys } of seen) {
    const { contactId, mergedFrom } = findContact(keys, known, sighting.at) ?? { contactId: makeContact(plan, sighting), mergedFrom: null };
    const isNew = plan.contacts.some((contact) => contact.id === contactId) && !plan.touched.some((touch) => touch.contactId === contactId);
    const mine: { key: IdentityKey; id: string }[] = [];
    for (const key of keys) {
      const found = known.get(handle(key));
      if (found?.contactId === contactId) mine.push({ key, id: found.id });
      else if (found && !isFree(plan, key, found, sighting.at)) suspect(plan, key, found, contactId);
      else {
        if (found) plan.released.push(found.id);
        const id = newId();
        known.set(handle(key), { id, contactId, retiredAt: null, seenAt: sighting.at, suspects: [], mergedFrom });
        plan.identities.push({
          ...key,
          id,
          contactId,
          at: sighting.at,
          since: sighting.since ?? sighting.at,
          evidence: sighting.evidence,
          mergedFrom,
        });
        mine.push({ key, id });
        if (!isNew)
          plan.events.push({
            name: "contact.identity_added",
            payload: { contactId, identityId: id, kind: key.kind },
            actor: { kind: "contact", contactId },
          });
      }
    }
    plan.touched.push({
      contactId,
      // The profile behind a number that came by a merge does not rename whom it was merged into.
      name: mergedFrom === null ? cleanName(sighting.name) : null,
      at: sighting.at,
      since: sighting.since ?? sighting.at,
      namedAt: sighting.namedAt ?? sighting.at,
      identities: mine.map(({ key, id }) => ({ id, value: key.value })),
    });
    const answerTo = mine.find(({ key }) => key.kind === "phone") ?? mine[0];
    if (answerTo) plan.resolved.set(sighting.key, { contactId, identityId: answerTo.id });
  }
  return plan;
};

/** A username finds a person only where nothing stronger is named, and a retired identity only for what happened before it was given up. */
const findContact = (keys: IdentityKey[], known: Map<string, Known>, at: Date): Pick<Known, "contactId" | "mergedFrom"> | null => {
  for (const key of keys) {
    if (key.kind === "whatsapp_username" && keys[0]?.kind !== "whatsapp_username") continue;
    const found = known.get(handle(key));
    if (found && !(found.retiredAt && found.retiredAt < at)) return found;
  }
  return null;
};

/** A username can be given up and taken by somebody else, and nobody tells us when: whoever shows it last has it. */
const isFree = (plan: Plan, key: IdentityKey, found: Known, at: Date) =>
  key.kind === "whatsapp_username"
    ? found.seenAt < at && !plan.identities.some((identity) => identity.id === found.id)
    : found.retiredAt !== null && found.retiredAt < at;

const makeContact = (plan: Plan, sighting: Sighting): string => {
  const contactId = newId();
  plan.contacts.push({ id: contactId, name: cleanName(sighting.name) ?? "", at: sighting.at, namedAt: sighting.namedAt ?? sighting.at });
  plan.events.push({
    name: "contact.created",
    payload: { contactId, source: sighting.source ?? "channel" },
    actor: { kind: "contact", contactId },
  });
  return contactId;
};

const suspect = (plan: Plan, key: IdentityKey, found: Known, contactId: string) => {
  if (key.kind === "whatsapp_username" || found.suspects.includes(contactId)) return;
  found.suspects = [...found.suspects, contactId];
  plan.suspects.set(found.id, found.suspects);
  plan.events.push({
    name: "contact.duplicate_suspected",
    payload: { contactId, otherContactId: found.contactId, identityId: found.id, kind: key.kind },
    actor: { kind: "contact", contactId },
  });
};

const cleanName = (name: string | null) => name?.replaceAll("\u0000", "").trim().slice(0, 200) || null;
