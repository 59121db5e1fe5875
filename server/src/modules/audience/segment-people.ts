import { sql } from "kysely";
import type { z } from "zod";
import type { Tx } from "../../kernel/db/pools.ts";
import { forbidden, notFound } from "../../kernel/errors.ts";
import type { Ctx } from "../../kernel/module.ts";
import { idCursor, type PageQuery, toPage } from "../../kernel/page.ts";
import { type ContactRow, presentSummaries } from "../contacts/index.ts";
import type { SegmentDaysQuery } from "./segments.api.ts";

/** Contacts by id as lists show them, in the order given. */
export const summariesOf = async (tx: Tx, organizationId: string, ids: string[]) => {
  if (ids.length === 0) return [];
  const rows = await tx.selectFrom("contacts").selectAll().where("organization_id", "=", organizationId).where("id", "in", ids).execute();
  const byId = new Map(rows.map((row): [string, ContactRow] => [row.id, row]));
  return presentSummaries(
    tx,
    organizationId,
    ids.flatMap((id) => byId.get(id) ?? []),
  );
};

export const mayReadPeople = (ctx: Ctx) => {
  if (!ctx.permissions.has("contacts.read")) throw forbidden("contacts.read");
};

export const requireSegment = async (tx: Tx, organizationId: string, segmentId: string) => {
  const row = await tx
    .selectFrom("segments")
    .selectAll()
    .where("organization_id", "=", organizationId)
    .where("id", "=", segmentId)
    .where("removed_at", "is", null)
    .executeTakeFirst();
  if (!row) throw notFound("segment");
  return row;
};

/** Newest contacts first. Those of an archived segment are gone, or going. */
export const listMembers = (ctx: Ctx, segmentId: string, query: z.output<typeof PageQuery>) =>
  ctx.transaction(async (tx) => {
    mayReadPeople(ctx);
    const segment = await requireSegment(tx, ctx.organizationId, segmentId);
    if (segment.archived_at) return { items: [], next: null };
    const { rows } = await sql<{ contact_id: string; since: Date }>`
      select contact_id, since from segment_members where organization_id = ${ctx.organizationId} and segment_id = ${segmentId}
         and contact_id < ${idCursor(query.after) ?? "ffffffff-ffff-ffff-ffff-ffffffffffff"} order by contact_id desc limit ${query.limit + 1}`.execute(
      tx,
    );
    const page = toPage(
      rows,
      query.limit,
      (row) => row,
      (row) => [row.contact_id],
    );
    const since = new Map(page.items.map((row) => [row.contact_id, row.since]));
    const people = await summariesOf(tx, ctx.organizationId, [...since.keys()]);
    return { items: people.map((person) => ({ ...person, since: since.get(person.id) ?? new Date(0) })), next: page.next };
  });

export const segmentsOfContact = (ctx: Ctx, contactId: string) =>
  ctx.transaction(async (tx) => {
    const { rows } = await sql<{ id: string; name: string; since: Date }>`
      select s.id, s.name, m.since from segment_members m join segments s on s.organization_id = m.organization_id and s.id = m.segment_id
       where m.organization_id = ${ctx.organizationId} and m.contact_id = ${contactId} and s.archived_at is null and s.removed_at is null order by lower(s.name)`.execute(
      tx,
    );
    const there = await tx
      .selectFrom("contacts")
      .select("id")
      .where("organization_id", "=", ctx.organizationId)
      .where("id", "=", contactId)
      .executeTakeFirst();
    if (!there) throw notFound("contact");
    return { items: rows };
  });

/** Days on which somebody came or went, oldest first; the organization's calendar. */
export const segmentDays = (ctx: Ctx, segmentId: string, { days }: z.output<typeof SegmentDaysQuery>) =>
  ctx.transaction(async (tx) => {
    await requireSegment(tx, ctx.organizationId, segmentId);
    const { rows } = await sql<{ day: string; entered: number; left: number; members: number }>`
      select d.day::text, d.entered, d.departed as left, d.members from segment_days d join organizations o on o.id = d.organization_id
       where d.organization_id = ${ctx.organizationId} and d.segment_id = ${segmentId} and d.day > (now() at time zone o.time_zone)::date - ${days}::int order by d.day`.execute(
      tx,
    );
    return { items: rows };
  });
