import { sql } from "kysely";
import type { Tx } from "../../kernel/db/pools.ts";
import type { Kernel } from "../../kernel/module.ts";
import { takeAlias } from "./alias.ts";
import { takeClaims } from "./claims.ts";
import { linkVisitor } from "./link.ts";
import type { Message } from "./message.ts";
import { personOf } from "./person.ts";
import type { Sender } from "./senders.ts";
import { isSigned } from "./signature.ts";
import type { Around, Verdict } from "./take.ts";
import { writeTraits } from "./traits.ts";

const triesOnDeadlock = 3;

/** identify and alias, one at a time, each in a transaction of its own with the note that it was taken. */
export const takeIdentity = async (
  kernel: Kernel,
  sender: Sender,
  message: Message,
  digest: string | null,
  around: Around,
): Promise<Verdict> => {
  for (let tries = 1; ; tries += 1) {
    try {
      const verdict = await kernel.db.system.transaction().execute(async (tx) => {
        if (digest !== null && !(await isFresh(tx, sender.organizationId, digest))) return { status: "duplicate" } as const;
        const made =
          message.kind === "alias" ? await takeAlias(kernel, tx, sender, message) : await identify(kernel, tx, sender, message, around);
        // Undone with its note: the sender may correct it and send it again.
        if (made.status === "refused") throw new NotTaken(made);
        return made;
      });
      kernel.live.wake();
      return verdict;
    } catch (error) {
      if (error instanceof NotTaken) return error.verdict;
      if ((error as { code?: string }).code !== "40P01" || tries === triesOnDeadlock) throw error;
    }
  }
};

class NotTaken extends Error {
  readonly verdict: Verdict;
  constructor(verdict: Verdict) {
    super("not taken");
    this.verdict = verdict;
  }
}

const isFresh = async (tx: Tx, organizationId: string, digest: string): Promise<boolean> => {
  const { rows } =
    await sql`insert into event_messages (organization_id, message) values (${organizationId}, ${digest}) on conflict do nothing returning 1`.execute(
      tx,
    );
  return rows.length > 0;
};

/**
 * Who says it decides what it may do. A server is believed. A browser with a signed user id is that user, and what it says of itself fills
 * blanks only: the signature covers the id, not the traits. A browser without a signature only makes claims (claims.ts).
 */
const identify = async (kernel: Kernel, tx: Tx, sender: Sender, message: Message, around: Around): Promise<Verdict> => {
  const signed = isSigned(sender, message);
  if (!sender.trusted && !signed) return takeClaims(kernel, tx, sender, message, around);
  const person = await personOf(tx, sender, message);
  if (message.anonymousId !== null)
    await linkVisitor(tx, {
      organizationId: sender.organizationId,
      anonymousKey: message.anonymousId,
      contactId: person.contactId,
      identityId: person.identityId,
      verified: true,
      actor: sender.actor,
    });
  await writeTraits(kernel, tx, sender, person.contactId, message.properties, sender.trusted ? "overwrite" : "fill");
  return { status: "accepted" };
};
