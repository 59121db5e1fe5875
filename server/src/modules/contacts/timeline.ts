import { sql } from "kysely";
import type { z } from "zod";
import type { Tx } from "../../kernel/db/pools.ts";
import { notFound } from "../../kernel/errors.ts";
import type { Actor, Ctx } from "../../kernel/module.ts";
import { cursorOf, toPage } from "../../kernel/page.ts";
import { cursorId } from "./cursor.ts";
import { namesOf } from "./display.ts";
import { changesOf } from "./field-changes.ts";
import type { TimelineQuery } from "./timeline.api.ts";
import { ofKind } from "./timeline-kinds.ts";

/** The first page looks so far back, the next ones further: who has little to tell must not have every partition opened for it. */
const days = { first: 90, further: 360 };

/**
 * What happened with a person, newest first. A member is shown by today's name, somebody who left by the name they had. A page ends at its
 * limit or at the end of its stretch of time; `next` goes on where there is anything older.
 */
export const readTimeline = (ctx: Ctx, contactId: string, query: z.output<typeof TimelineQuery>) =>
  ctx.transaction(async (tx) => {
    const { organizationId } = ctx;
    const contact = (await namesOf(tx, organizationId, [contactId])).get(contactId);
    if (contact === undefined) throw notFound("contact");
    const before = cursorId(query.after);
    const floor = before ? idBefore(momentOf(before), days.further) : idBefore(Date.now(), days.first);
    const kind = query.kind ? sql`and ${ofKind(query.kind, ctx.kernel.events.keys())}` : sql``;
    const mine = sql`e.organization_id = ${organizationId} and e.contact_id = ${contactId} ${kind}`;
    const { rows } = await sql<Row>`
      select e.id, e.name, e.occurred_at, e.actor, e.payload from events e
       where ${mine} and e.id >= ${floor} ${before ? sql`and e.id < ${before}` : sql``} order by e.id desc limit ${query.limit + 1}`.execute(
      tx,
    );
    const members = await memberNames(
      tx,
      organizationId,
      rows.map((row) => row.actor),
    );
    const changes = await changesOf(
      tx,
      organizationId,
      rows.map((row) => row.id),
    );
    const nameOf = (actor: Actor) =>
      actor.kind === "contact" ? contact : actor.kind === "member" ? (members.get(actor.memberId) ?? actor.name) : actor.name;
    const page = toPage(
      rows,
      query.limit,
      (row) => ({
        id: row.id,
        name: row.name,
        at: row.occurred_at,
        actor: { kind: row.actor.kind, name: nameOf(row.actor) ?? null },
        payload: row.payload,
        changes: changes.get(row.id) ?? [],
      }),
      (row) => [row.id],
    );
    if (page.next !== null) return page;
    const { rows: older } = await sql`select from events e where ${mine} and e.id < ${floor} limit 1`.execute(tx);
    return { ...page, next: older.length > 0 ? cursorOf([floor]) : null };
  });

type Row = { id: string; name: string; occurred_at: Date; actor: Actor; payload: Record<string, unknown> };

/** An id holds its time in its first 48 bits. */
const momentOf = (id: string) => Number.parseInt(id.replaceAll("-", "").slice(0, 12), 16);
const idBefore = (moment: number, back: number) => {
  const hex = Math.max(0, moment - back * 86_400_000)
    .toString(16)
    .padStart(12, "0");
  return `${hex.slice(0, 8)}-${hex.slice(8)}-0000-0000-000000000000`;
};

const memberNames = async (tx: Tx, organizationId: string, actors: Actor[]): Promise<Map<string, string>> => {
  const ids = [...new Set(actors.flatMap((actor) => (actor.kind === "member" ? [actor.memberId] : [])))];
  if (ids.length === 0) return new Map();
  const rows = await tx
    .selectFrom("members")
    .select(["id", "name"])
    .where("organization_id", "=", organizationId)
    .where("id", "in", ids)
    .execute();
  return new Map(rows.map((row) => [row.id, row.name]));
};
