import { sql } from "kysely";
import type { z } from "zod";
import type { Tx } from "../../kernel/db/pools.ts";
import { conflict, invalid, notFound } from "../../kernel/errors.ts";
import { emit } from "../../kernel/events.ts";
import { newId } from "../../kernel/id.ts";
import type { Ctx } from "../../kernel/module.ts";
import { idCursor, type PageQuery, readCursor, toPage } from "../../kernel/page.ts";
import { limits } from "./segment-limits.ts";
import { mayReadPeople, summariesOf } from "./segment-people.ts";
import { writeTouches } from "./segment-touch.ts";
import type { ListChange, ListMembersChange, ListRequest } from "./segments.api.ts";

type Row = { id: string; name: string; description: string; members: number; created_at: Date };
const columns = sql`id, name, description, members, created_at`;
const present = (row: Row) => ({
  id: row.id,
  name: row.name,
  description: row.description,
  members: row.members,
  createdAt: row.created_at,
});

/** By name. */
export const listLists = (ctx: Ctx, query: z.output<typeof PageQuery>) =>
  ctx.transaction(async (tx) => {
    const [after] = readCursor(query.after, 1) ?? [];
    const { rows } = await sql<Row & { place: string }>`
      select ${columns}, lower(name) as place from lists where organization_id = ${ctx.organizationId} ${after === undefined ? sql`` : sql`and lower(name) > ${after}`}
       order by lower(name) limit ${query.limit + 1}`.execute(tx);
    return toPage(rows, query.limit, present, (row) => [row.place]);
  });

export const makeList = (ctx: Ctx, { name, description }: z.output<typeof ListRequest>) =>
  ctx.transaction(async (tx) => {
    const { rows } = await sql<{
      count: number;
    }>`select count(*)::int as count from lists where organization_id = ${ctx.organizationId}`.execute(tx);
    if ((rows[0]?.count ?? 0) >= limits.lists)
      throw conflict("too_many_lists", `An organization has at most ${limits.lists} lists.`, "Delete some.");
    const id = await insertList(tx, ctx, name, description);
    if (!id) throw taken();
    return requireList(tx, ctx.organizationId, id);
  });

/** Null where the name is taken. */
export const insertList = async (tx: Tx, ctx: Ctx, name: string, description: string): Promise<string | null> => {
  const id = newId();
  const made = await sql`
    insert into lists (organization_id, id, name, description, created_by) values (${ctx.organizationId}, ${id}, ${name}, ${description}, ${JSON.stringify(ctx.actor)}::jsonb)
    on conflict (organization_id, lower(name)) do nothing returning id`.execute(tx);
  if (made.rows.length === 0) return null;
  await emit(tx, ctx, "list.created", { listId: id });
  return id;
};

export const changeList = (ctx: Ctx, listId: string, change: z.output<typeof ListChange>) =>
  ctx.transaction(async (tx) => {
    const list = await requireList(tx, ctx.organizationId, listId);
    const twin =
      await sql`select from lists where organization_id = ${ctx.organizationId} and lower(name) = lower(${change.name ?? list.name}) and id <> ${listId}`.execute(
        tx,
      );
    if (twin.rows.length > 0) throw taken();
    await sql`update lists set name = ${change.name ?? list.name}, description = ${change.description ?? list.description} where organization_id = ${ctx.organizationId} and id = ${listId}`.execute(
      tx,
    );
    return requireList(tx, ctx.organizationId, listId);
  });

/** Segments that ask about it find nobody on it any more; refused while there are such. */
export const removeList = (ctx: Ctx, listId: string) =>
  ctx.transaction(async (tx) => {
    await requireList(tx, ctx.organizationId, listId);
    const { rows } = await sql<{ name: string }>`
      select distinct s.name from segments s join segment_versions v on v.organization_id = s.organization_id and v.id in (s.version_id, s.next_version_id)
        join segment_leaves l on l.organization_id = v.organization_id and l.id = any(v.leaves)
       where s.organization_id = ${ctx.organizationId} and s.archived_at is null and s.removed_at is null and l.about = 'list' and l.definition ->> 'listId' = ${listId}`.execute(
      tx,
    );
    if (rows.length > 0)
      throw conflict(
        "list_in_use",
        `Segments ask about it: ${rows
          .map((row) => row.name)
          .slice(0, 5)
          .join(", ")}.`,
        "Change these first.",
      );
    await tx.deleteFrom("lists").where("organization_id", "=", ctx.organizationId).where("id", "=", listId).execute();
    await emit(tx, ctx, "list.deleted", { listId });
  });

/** Who is on it already stays, who is not is not missed: the same again changes nothing and tells nobody. */
export const changeListMembers = (ctx: Ctx, listId: string, { add, remove }: z.output<typeof ListMembersChange>) =>
  ctx.transaction(async (tx) => {
    const { organizationId } = ctx;
    await requireList(tx, organizationId, listId);
    const there = await sql<{ id: string }>`
      select id from contacts where organization_id = ${organizationId} and id = any(${add}::uuid[]) order by id for key share`.execute(tx);
    const known = new Set(there.rows.map((row) => row.id));
    const missing = add.findIndex((id) => !known.has(id.toLowerCase()));
    if (missing >= 0) throw invalid(`add.${missing}`, "There is no such contact.", "Choose from GET /contacts.");
    const added = await sql<{ contact_id: string }>`
      insert into list_members (organization_id, list_id, contact_id) select ${organizationId}, ${listId}, id from unnest(${[...known]}::uuid[]) as n (id)
      on conflict do nothing returning contact_id`.execute(tx);
    const removed = await sql<{ contact_id: string }>`
      delete from list_members where organization_id = ${organizationId} and list_id = ${listId} and contact_id = any(${remove}::uuid[]) returning contact_id`.execute(
      tx,
    );
    const changed = [...added.rows, ...removed.rows].map((row) => row.contact_id);
    if (changed.length > 0) {
      await writeTouches(
        tx,
        changed.map((contactId) => ({ organizationId, contactId, keys: [`list:${listId}`], again: false })),
      );
      await emit(tx, ctx, "list.changed", { listId, added: added.rows.length, removed: removed.rows.length });
    }
    const { members } = await requireList(tx, organizationId, listId);
    return { added: added.rows.length, removed: removed.rows.length, members };
  });

/** Newest contacts first. */
export const listListMembers = (ctx: Ctx, listId: string, query: z.output<typeof PageQuery>) =>
  ctx.transaction(async (tx) => {
    mayReadPeople(ctx);
    await requireList(tx, ctx.organizationId, listId);
    const { rows } = await sql<{ contact_id: string; added_at: Date }>`
      select contact_id, added_at from list_members where organization_id = ${ctx.organizationId} and list_id = ${listId}
         and contact_id < ${idCursor(query.after) ?? "ffffffff-ffff-ffff-ffff-ffffffffffff"} order by contact_id desc limit ${query.limit + 1}`.execute(
      tx,
    );
    const page = toPage(
      rows,
      query.limit,
      (row) => row,
      (row) => [row.contact_id],
    );
    const added = new Map(page.items.map((row) => [row.contact_id, row.added_at]));
    const people = await summariesOf(tx, ctx.organizationId, [...added.keys()]);
    return { items: people.map((person) => ({ ...person, addedAt: added.get(person.id) ?? new Date(0) })), next: page.next };
  });

const requireList = async (tx: Tx, organizationId: string, listId: string) => {
  const { rows } = await sql<Row>`select ${columns} from lists where organization_id = ${organizationId} and id = ${listId}`.execute(tx);
  if (!rows[0]) throw notFound("list");
  return present(rows[0]);
};

const taken = () => conflict("list_exists", "There is a list of this name.", "Choose another name.", "name");
