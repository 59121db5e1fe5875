import { demoHistory } from "@candor/sandbox";
import { sql } from "kysely";
import { idAt, newId } from "../../kernel/id.ts";
import type { Kernel } from "../../kernel/module.ts";
import type { Team } from "./people.ts";
import { conversationWith } from "./shop-side.ts";

const labels = [
  ["Order issue", 1],
  ["Wholesale", 4],
  ["VIP", 5],
  ["Subscription", 3],
] as const;
const tags = [
  ["V60", 2],
  ["Light roast", 3],
  ["Office", 5],
  ["Decaf", 6],
  ["Gift", 1],
] as const;
const notes = [
  "Grinder 2 stayed on 2.5 after Monday's wholesale batch. Orders #4811 to #4816 went through it too.",
  "Prefers the side door, leave it with the neighbour at number 12.",
  "Asked twice for an invoice with the VAT number: it is in the order now.",
  "Regular of the market stall; a free sample bag next time.",
];

/** Who answers whom, labels, tags, stages, notes, what is closed and what is read: the state a busy team would have left. */
export const arrange = async (kernel: Kernel, team: Team, channelId: string, now: number): Promise<void> => {
  const { organizationId } = team;
  const insert = kernel.db.system;
  const labelIds = labels.map(() => newId());
  const tagIds = tags.map(() => newId());
  await insert
    .insertInto("labels")
    .values(labels.map(([name, hue], at) => ({ organization_id: organizationId, id: labelIds[at] ?? "", name, hue })))
    .execute();
  await insert
    .insertInto("tags")
    .values(tags.map(([name, hue], at) => ({ organization_id: organizationId, id: tagIds[at] ?? "", name, hue })))
    .execute();

  for (const [at, { customer, steps }] of demoHistory.entries()) {
    const found = await conversationWith(kernel, organizationId, channelId, customer.userId);
    if (!found) continue;
    const last = steps.at(-1);
    const closed = at % 5 === 4 && last?.from === "shop";
    const assignee = at % 4 === 3 ? null : (team.members[at % team.members.length]?.memberId ?? null);
    await insert
      .updateTable("conversations")
      .set({ assignee_id: assignee, state: closed ? "closed" : "open", closed_at: closed ? new Date(now) : null })
      .where("organization_id", "=", organizationId)
      .where("id", "=", found.id)
      .execute();
    await insert
      .updateTable("contacts")
      .set({ stage: (["customer", "loyal", "lead"] as const)[at % 3] ?? "lead", owner_id: assignee })
      .where("organization_id", "=", organizationId)
      .where("id", "=", found.contact_id)
      .execute();
    const tag = tagIds[at % (tagIds.length + 2)];
    if (tag)
      await insert
        .insertInto("contact_tags")
        .values({ organization_id: organizationId, contact_id: found.contact_id, tag_id: tag })
        .execute();
    if (at % 7 === 0)
      await insert
        .insertInto("contact_notes")
        .values({ organization_id: organizationId, id: newId(), contact_id: found.contact_id, author_id: assignee, body: notes[1] ?? "" })
        .execute();
    if (at % 6 === 0)
      await privateNote(
        kernel,
        team,
        channelId,
        found,
        notes[(at / 6) % notes.length] ?? "",
        new Date(now - Math.max((last?.minutesAgo ?? 5) - 1, 0) * 60_000),
      );
    if (at % 3 === 0) {
      const label = labelIds[(at / 3) % labelIds.length] ?? "";
      await sql`insert into conversation_labels (organization_id, conversation_id, label_id, state, last_message_at) select organization_id, id, ${label}::uuid, state, last_message_at from conversations where organization_id = ${organizationId} and id = ${found.id}`.execute(
        insert,
      );
    }
  }
  await refreshLists(kernel, team);
};

const privateNote = async (
  kernel: Kernel,
  team: Team,
  channelId: string,
  conversation: { id: string; contact_id: string },
  body: string,
  at: Date,
) => {
  await kernel.db.system
    .insertInto("messages")
    .values({
      organization_id: team.organizationId,
      id: idAt(at),
      conversation_id: conversation.id,
      channel_id: channelId,
      contact_id: conversation.contact_id,
      direction: "note",
      origin: "demo",
      type: "note",
      body,
      content: "{}",
      author_id: team.members[1]?.memberId ?? null,
      occurred_at: at,
      created_at: at,
    })
    .execute();
};

/** The list's own columns follow from the messages now there; all but the newest few conversations are read. */
const refreshLists = async (kernel: Kernel, team: Team) => {
  await sql`
    update conversations c set last_message_at = m.occurred_at, last_message_id = m.id, message_count = n.count,
      preview = jsonb_build_object('direction', m.direction, 'type', m.type, 'text', left(coalesce(m.body, ''), 200), 'state', m.state)
    from (select distinct on (conversation_id) conversation_id, id, occurred_at, direction, type, body, state from messages where organization_id = ${team.organizationId} and direction in ('inbound', 'outbound') order by conversation_id, occurred_at desc, id desc) m,
      (select conversation_id, count(*)::int as count from messages where organization_id = ${team.organizationId} group by 1) n
    where c.organization_id = ${team.organizationId} and m.conversation_id = c.id and n.conversation_id = c.id`.execute(kernel.db.system);
  for (const member of team.members) {
    await sql`
      insert into conversation_reads (organization_id, conversation_id, member_id, read_inbound_count)
      select organization_id, id, ${member.memberId}::uuid, greatest(inbound_count - case when place <= 6 and preview ->> 'direction' = 'inbound' then 1 + place % 2 else 0 end, 0)
      from (select *, row_number() over (order by last_message_at desc) as place from conversations where organization_id = ${team.organizationId}) c
      on conflict (organization_id, conversation_id, member_id) do update set read_inbound_count = excluded.read_inbound_count`.execute(
      kernel.db.system,
    );
  }
};
