import { sql } from "kysely";
import type { Tx } from "../../kernel/db/pools.ts";
import { isFromCustomer, type MessageDraft, originRank } from "./record-draft.ts";
import type { Thread } from "./record-threads.ts";
import { moves, type Outcome } from "./status-order.ts";

export type Again = { draft: MessageDraft; before: { messageId: string; conversationId: string; origin: string; state: string | null } };

/**
 * What is told again by somebody who knows it better: a message that an imported history held becomes the customer's own, which opens the
 * window and is unread, whichever of the two came first; and an outbound one shows the furthest state anybody told. Answers what now
 * counts for more. Costs nothing for the usual repeat.
 */
export const tellAgain = async (tx: Tx, organizationId: string, all: Again[]) => {
  const changes = new Map<string, Again & { origin: string; state: string | null }>();
  for (const one of all) {
    const { draft, before } = one;
    const { origin, state } = changes.get(before.messageId) ?? before;
    // What was sent from here has its deliveries to tell how far it is.
    if (originRank(origin) < 0) continue;
    const better = origin === "history" && originRank(draft.origin) > originRank(origin) ? draft.origin : origin;
    const further = draft.direction === "outbound" && draft.state && state && moves(state, draft.state as Outcome) ? draft.state : state;
    if (better === origin && further === state) continue;
    changes.set(before.messageId, {
      ...(better === origin ? (changes.get(before.messageId) ?? one) : one),
      origin: better,
      state: further,
    });
  }
  if (changes.size === 0) return [];
  const json = [...changes].map(([id, { origin, state }]) => ({ id, origin, state }));
  const { rows } = await sql<{ id: string; was: string; conversation_id: string }>`
    with u as materialized (select * from jsonb_to_recordset(${JSON.stringify(json)}::jsonb) as u (id uuid, origin text, state text)),
    old as (select m.id, m.origin from messages m join u using (id) where m.organization_id = ${organizationId} order by m.id for no key update of m)
    update messages m set origin = u.origin, state = u.state from u join old using (id)
     where m.organization_id = ${organizationId} and m.id = u.id returning m.id, old.origin as was, m.conversation_id`.execute(tx);
  const better = rows.filter((row) => row.was !== changes.get(row.id)?.origin);
  const threads = await threadsOf(tx, organizationId, [...new Set(better.map((row) => row.conversation_id))]);
  return better.flatMap(({ id, conversation_id }) => {
    const [draft, thread] = [changes.get(id)?.draft, threads.get(conversation_id)];
    if (!draft || !thread) return [];
    // Whose it is was settled when it was first told, whatever their number is by now.
    const known = { ...draft, contactId: thread.contactId };
    return [{ draft: isFromCustomer(known) ? known : { ...known, identityId: null }, id, thread, again: true }];
  });
};

/** What the list shows of the messages that were told again, once it is known which of them stand last. */
export const showAgain = async (tx: Tx, organizationId: string, all: Again[]): Promise<void> => {
  const ids = all.flatMap(({ draft, before }) =>
    draft.direction === "outbound" && draft.state !== before.state ? [before.messageId] : [],
  );
  if (ids.length === 0) return;
  await sql`
    update conversations c set preview = c.preview || jsonb_build_object('state', m.state) from messages m
     where m.organization_id = ${organizationId} and m.id = any(${ids}::uuid[]) and m.state is not null
       and c.organization_id = m.organization_id and c.last_message_id = m.id and c.preview ->> 'state' is distinct from m.state`.execute(
    tx,
  );
};

const threadsOf = async (tx: Tx, organizationId: string, ids: string[]): Promise<Map<string, Thread>> => {
  if (ids.length === 0) return new Map();
  const rows = await tx
    .selectFrom("conversations")
    .select(["id", "channel_id", "contact_id", "state"])
    .where("organization_id", "=", organizationId)
    .where("id", "in", ids)
    .orderBy("id")
    .forNoKeyUpdate()
    .execute();
  return new Map(
    rows.map((row) => [row.id, { id: row.id, channelId: row.channel_id, contactId: row.contact_id, state: row.state, isNew: false }]),
  );
};
