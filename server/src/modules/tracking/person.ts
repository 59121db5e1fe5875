import { sql } from "kysely";
import type { Tx } from "../../kernel/db/pools.ts";
import { emitMany } from "../../kernel/events.ts";
import { newId } from "../../kernel/id.ts";
import { matchKey, readPhone, resolveSightings } from "../contacts/index.ts";
import type { Message } from "./message.ts";
import type { Sender } from "./senders.ts";

export type Named = { kind: "external_id" | "email" | "phone"; scope: ""; value: string };

/**
 * The contact a server (or a signed user id) means: the one with that user id; else the one a server's e-mail or phone leads to, unless it has
 * another user id; else whom this visitor was taken for until now; else a new one. What it names along becomes an identity where it is free,
 * and a suspected duplicate where somebody else has it.
 */
export const personOf = async (tx: Tx, sender: Sender, message: Message): Promise<{ contactId: string; identityId?: string }> => {
  const { organizationId } = sender;
  const told = message.userId === null ? [] : [{ kind: "external_id" as const, scope: "" as const, value: message.userId }];
  const reached = sender.trusted ? await freeFor(tx, organizationId, message.userId, addressesIn(message.properties)) : [];
  const known = message.userId === null ? null : await holderOf(tx, organizationId, "external_id", message.userId);
  const claimed = message.anonymousId === null ? null : await visitorContact(tx, organizationId, message.anonymousId);
  if (message.userId === null && reached.length === 0) return { contactId: claimed?.contactId ?? (await bareContact(tx, sender)) };
  if (message.userId !== null && known === null && claimed && !claimed.hasUserId && !(await anyHolder(tx, organizationId, reached)))
    await giveUserId(tx, sender, claimed.contactId, message.userId);
  const key = newId();
  const resolved = await resolveSightings(tx, organizationId, [
    {
      key,
      identities: [...told, ...reached],
      name: null,
      at: new Date(),
      source: "events",
      evidence: { source: "events", keyId: sender.keyId },
    },
  ]);
  const found = resolved.get(key);
  if (!found) return { contactId: claimed?.contactId ?? (await bareContact(tx, sender)) };
  return found;
};

/** A person of whom nothing is known but that they are one. */
export const bareContact = async (tx: Tx, sender: Sender): Promise<string> => {
  const contactId = newId();
  await tx.insertInto("contacts").values({ organization_id: sender.organizationId, id: contactId, last_seen_at: new Date() }).execute();
  await emitMany(tx, [
    { organizationId: sender.organizationId, name: "contact.created", payload: { contactId, source: "events" }, actor: sender.actor },
  ]);
  return contactId;
};

export const addressesIn = (traits: Record<string, unknown>): Named[] => {
  const named: Named[] = [];
  if (typeof traits.email === "string" && /^[^\s@]{1,64}@[^\s@]{1,189}\.[^\s@]{1,63}$/.test(traits.email.trim()))
    named.push({ kind: "email", scope: "", value: traits.email.trim() });
  const phone = typeof traits.phone === "string" ? readPhone(traits.phone, null) : null;
  if (phone !== null) named.push({ kind: "phone", scope: "", value: phone });
  return named;
};

/** An address whose person has another user id is theirs: families share an address, accounts do not. */
const freeFor = async (tx: Tx, organizationId: string, userId: string | null, addresses: Named[]): Promise<Named[]> => {
  const free: Named[] = [];
  for (const address of addresses) {
    const holder = await holderOf(tx, organizationId, address.kind, address.value);
    const other = userId !== null && holder !== null && (await otherUserId(tx, organizationId, holder, userId));
    if (!other) free.push(address);
  }
  return free;
};

const anyHolder = async (tx: Tx, organizationId: string, addresses: Named[]): Promise<boolean> => {
  for (const address of addresses) if (await holderOf(tx, organizationId, address.kind, address.value)) return true;
  return false;
};

export const holderOf = async (tx: Tx, organizationId: string, kind: Named["kind"], value: string): Promise<string | null> => {
  const row = await tx
    .selectFrom("identities")
    .select("contact_id")
    .where("organization_id", "=", organizationId)
    .where("kind", "=", kind)
    .where("scope", "=", "")
    .where("match_key", "=", matchKey(kind, value))
    .where("retired_at", "is", null)
    .executeTakeFirst();
  return row?.contact_id ?? null;
};

const otherUserId = async (tx: Tx, organizationId: string, contactId: string, userId: string): Promise<boolean> => {
  const rows = await tx
    .selectFrom("identities")
    .select("match_key")
    .where("organization_id", "=", organizationId)
    .where("contact_id", "=", contactId)
    .where("kind", "=", "external_id")
    .where("retired_at", "is", null)
    .execute();
  return rows.length > 0 && !rows.some((row) => row.match_key === matchKey("external_id", userId));
};

export type VisitorContact = { contactId: string; verified: boolean; hasUserId: boolean };
export const visitorContact = async (tx: Tx, organizationId: string, anonymousKey: string): Promise<VisitorContact | null> => {
  const { rows } = await sql<{ contact_id: string; verified: boolean; has_user_id: boolean }>`
    select v.contact_id, v.verified, exists (select from identities i where i.organization_id = v.organization_id and i.contact_id = v.contact_id
        and i.kind = 'external_id' and i.retired_at is null) as has_user_id
      from visitors v where v.organization_id = ${organizationId} and v.anonymous_key = ${anonymousKey} and v.contact_id is not null`.execute(
    tx,
  );
  const [row] = rows;
  return row ? { contactId: row.contact_id, verified: row.verified, hasUserId: row.has_user_id } : null;
};

const giveUserId = (tx: Tx, sender: Sender, contactId: string, userId: string) =>
  tx
    .insertInto("identities")
    .values({
      organization_id: sender.organizationId,
      id: newId(),
      contact_id: contactId,
      kind: "external_id",
      value: userId.trim(),
      match_key: matchKey("external_id", userId),
      evidence: JSON.stringify({ source: "events", keyId: sender.keyId }),
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
