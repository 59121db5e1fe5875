import type { Tx } from "../../kernel/db/pools.ts";
import { emitMany } from "../../kernel/events.ts";
import { newId } from "../../kernel/id.ts";
import type { Kernel } from "../../kernel/module.ts";
import { matchKey } from "../contacts/index.ts";
import { linkVisitor } from "./link.ts";
import type { Message } from "./message.ts";
import { holderOf, personOf } from "./person.ts";
import type { Sender } from "./senders.ts";
import { isSigned } from "./signature.ts";
import type { Verdict } from "./take.ts";

/**
 * "previousId is userId from now on." An earlier id that is a visitor's: the visitor is that user. One that is a user id of its own: both
 * lead to one contact where only one of them is known, and are put to the team as duplicates where each has a history (a merge is a
 * person's decision, and can be undone). Without a signature nobody's word is enough for it.
 */
export const takeAlias = async (_kernel: Kernel, tx: Tx, sender: Sender, message: Message): Promise<Verdict> => {
  const previous = message.previousId ?? "";
  if (!sender.trusted && !isSigned(sender, message)) return unsigned;
  const { organizationId, actor } = sender;
  const isVisitor = await tx
    .selectFrom("visitors")
    .select("id")
    .where("organization_id", "=", organizationId)
    .where("anonymous_key", "=", previous)
    .executeTakeFirst();
  // A signed browser is that one user: it may bring its own visitor, never another user.
  if (!sender.trusted && !isVisitor) return unsigned;
  const before = isVisitor ? null : await holderOf(tx, organizationId, "external_id", previous);
  const now = await holderOf(tx, organizationId, "external_id", message.userId ?? "");
  if (before && !now) {
    await tx
      .insertInto("identities")
      .values({
        organization_id: organizationId,
        id: newId(),
        contact_id: before,
        kind: "external_id",
        value: (message.userId ?? "").trim(),
        match_key: matchKey("external_id", message.userId ?? ""),
        evidence: JSON.stringify({ source: "events", keyId: sender.keyId, alias: true }),
      })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    return { status: "accepted" };
  }
  const { contactId, identityId } = await personOf(tx, sender, { ...message, anonymousId: isVisitor ? previous : null, properties: {} });
  if (isVisitor) await linkVisitor(tx, { organizationId, anonymousKey: previous, contactId, identityId, verified: true, actor });
  else if (before && before !== contactId) await suspect(tx, sender, contactId, before, message.userId ?? "");
  return { status: "accepted" };
};

const suspect = async (tx: Tx, sender: Sender, contactId: string, otherContactId: string, userId: string) => {
  const identity = await tx
    .selectFrom("identities")
    .select("id")
    .where("organization_id", "=", sender.organizationId)
    .where("kind", "=", "external_id")
    .where("scope", "=", "")
    .where("match_key", "=", matchKey("external_id", userId))
    .executeTakeFirstOrThrow();
  await emitMany(tx, [
    {
      organizationId: sender.organizationId,
      name: "contact.duplicate_suspected",
      payload: { contactId, otherContactId, identityId: identity.id, kind: "external_id" },
      actor: sender.actor,
    },
  ]);
};

const unsigned: Verdict = {
  status: "refused",
  field: "userHash",
  code: "signature_needed",
  message: "alias from a browser needs userHash, and may only name the browser's own anonymousId.",
};
