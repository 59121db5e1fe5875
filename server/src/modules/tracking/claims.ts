import { sql } from "kysely";
import type { Tx } from "../../kernel/db/pools.ts";
import { newId } from "../../kernel/id.ts";
import type { Kernel } from "../../kernel/module.ts";
import { take } from "../../kernel/rate.ts";
import { matchKey } from "../contacts/index.ts";
import { linkVisitor } from "./link.ts";
import type { Message } from "./message.ts";
import { addressesIn, bareContact, holderOf, visitorContact } from "./person.ts";
import type { Sender } from "./senders.ts";
import type { Around, Verdict } from "./take.ts";
import { writeTraits } from "./traits.ts";

/** Contacts a public key can make: it stands in the page for everybody, and each of them is a row somebody has to look at. */
const newPeople = { capacity: 300, perSecond: 1 };
const mostClaims = 5;

/**
 * An identify nobody signed. Whoever can open the website can send it with anybody's e-mail or user id, so it never leads to a contact that
 * is there already: the visitor gets a contact of its own, made of what it says. An address becomes a claim (a kind of identity that
 * recognises nobody and that nothing writes to), the user id not even that: a squatter would otherwise be taken for the user later on.
 */
export const takeClaims = async (kernel: Kernel, tx: Tx, sender: Sender, message: Message, around: Around): Promise<Verdict> => {
  if (message.userHash !== null)
    return {
      status: "refused",
      field: "userHash",
      code: "wrong_signature",
      message: "userHash is not the HMAC-SHA256 of this userId with the write key's signing secret.",
    };
  if (sender.unsigned === "ignored") return { status: "dropped", reason: "not_signed" };
  if (around.agent.bot) return { status: "dropped", reason: "bot" };
  const { organizationId } = sender;
  const anonymousKey = message.anonymousId ?? "";
  const known = await visitorContact(tx, organizationId, anonymousKey);
  // A browser somebody proved to be theirs, and now another user id without proof: perhaps a second person at the same computer.
  if (known?.verified && message.userId !== null && (await holderOf(tx, organizationId, "external_id", message.userId)) !== known.contactId)
    return { status: "dropped", reason: "not_signed" };
  if (!known && message.userId === null && Object.keys(message.properties).length === 0) return { status: "accepted" };
  if (!known && (await take(kernel.db, `claims:${sender.keyId}`, newPeople)) > 0)
    return { status: "dropped", reason: "too_many_new_people" };

  const contactId = known?.contactId ?? (await bareContact(tx, sender));
  if (!known) await linkVisitor(tx, { organizationId, anonymousKey, contactId, verified: false, actor: sender.actor });
  await claimAddresses(tx, sender, contactId, message);
  await writeTraits(kernel, tx, sender, contactId, message.properties, "fill");
  return { status: "accepted" };
};

/** Shown as "told by the visitor, not proven" and compared when duplicates are looked for; `scope` keeps claims of different people apart. */
const claimAddresses = async (tx: Tx, sender: Sender, contactId: string, message: Message) => {
  const addresses = addressesIn(message.properties);
  if (addresses.length === 0) return;
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from identities where organization_id = ${sender.organizationId} and contact_id = ${contactId} and kind like 'claimed\\_%'`.execute(
    tx,
  );
  if ((rows[0]?.count ?? 0) >= mostClaims) return;
  await tx
    .insertInto("identities")
    .values(
      addresses.map(({ kind, value }) => {
        const claimed = kind === "email" ? ("claimed_email" as const) : ("claimed_phone" as const);
        return {
          organization_id: sender.organizationId,
          id: newId(),
          contact_id: contactId,
          kind: claimed,
          scope: contactId,
          value,
          match_key: matchKey(claimed, value),
          evidence: JSON.stringify({ source: "website", keyId: sender.keyId, proven: false }),
        };
      }),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
};
