import { type RawBuilder, sql } from "kysely";
import type { z } from "zod";
import type { Tx } from "../../kernel/db/pools.ts";
import type { Ctx } from "../../kernel/module.ts";
import type { ContactCondition } from "./condition.api.ts";
import { checkConditions } from "./condition-check.ts";
import type { ContactQuery } from "./contacts.api.ts";
import { homeCountry } from "./country.ts";
import { indexesNow } from "./field-index.ts";
import { indexesFor, lookUpWords, readFilter, whereOf } from "./filter.ts";
import { type Needle, readNeedle } from "./needle.ts";
import { presentSummaries } from "./present.ts";
import { type Order, orderOf, readSpot, type Spot, spotCursor } from "./sort.ts";
import { nextInOrder } from "./walk.ts";

type Query = z.output<typeof ContactQuery>;
const newest = "ffffffff-ffff-ffff-ffff-ffffffffffff";

/** Filtered, searched and sorted. Reads the page's ids first, then everything else for these ids only. */
export const listContacts = (ctx: Ctx, query: Query) =>
  ctx.transaction(async (tx) => {
    const spots = await spotsOf(tx, ctx.organizationId, query);
    const shown = spots.slice(0, query.limit);
    const last = shown.at(-1);
    return {
      items: await presentSummaries(tx, ctx.organizationId, await rowsOf(tx, ctx.organizationId, shown)),
      next: spots.length > query.limit && last ? spotCursor(last) : null,
    };
  });

const rowsOf = async (tx: Tx, organizationId: string, spots: Spot[]) => {
  if (spots.length === 0) return [];
  const ids = spots.map((spot) => spot.id);
  const rows = await tx.selectFrom("contacts").selectAll().where("organization_id", "=", organizationId).where("id", "in", ids).execute();
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => byId.get(id) ?? []);
};

/** One more than asked for, where there are more. */
const spotsOf = async (tx: Tx, organizationId: string, query: Query): Promise<Spot[]> => {
  const conditions = conditionsOf(query);
  const known = await checkConditions(tx, organizationId, conditions);
  const order = orderOf(
    query.sort,
    query.direction ?? (query.sort === undefined ? "desc" : "asc"),
    known.fields,
    await stageKeys(tx, query.sort),
  );
  const from = readSpot(query.after, order);
  const wanted = query.limit + 1;
  if (query.search !== undefined) {
    const needle = readNeedle(query.search, await homeCountry(tx, organizationId));
    if (needle) {
      const found = { organizationId, needle, query, where: whereOf(conditions, known) };
      return order.column === null && order.parts.length === 1 && order.direction === "desc"
        ? newestFound(tx, found, from, wanted)
        : sortedFound(tx, found, order, from, wanted);
    }
  }
  const indexes = await indexesNow(tx, [...(order.index ? [order.index] : []), ...indexesFor(conditions, known)]);
  const asked = {
    organizationId,
    order,
    where: whereOf(conditions, known),
    look: () => lookUpWords(tx, organizationId, conditions, known, indexes),
    indexed: order.index === null || indexes.has(order.index),
  };
  return nextInOrder(tx, asked, from, wanted);
};

/** `tag` and `stage` are two conditions with a name of their own. */
export const conditionsOf = ({ filter, tag, stage }: Pick<Query, "filter" | "tag" | "stage">): ContactCondition[] => [
  ...readFilter(filter),
  ...(tag === undefined ? [] : [{ about: "tag" as const, op: "has" as const, tagId: tag }]),
  ...(stage === undefined ? [] : [{ about: "field" as const, field: "stage", op: "is" as const, value: stage }]),
];

/** All there are, those on their way out last: their people must not be missing. */
const stageKeys = async (tx: Tx, sort: string | undefined): Promise<string[]> => {
  if (sort !== "stage") return [];
  const stages = await tx
    .selectFrom("stages")
    .select("key")
    .orderBy(sql`removed_at is not null`)
    .orderBy("position")
    .orderBy("key")
    .execute();
  return stages.map((stage) => stage.key);
};

type Found = { organizationId: string; needle: Needle; query: Query; where: RawBuilder<unknown>[] };
const piece = 1000;

const searchIds = async (tx: Tx, { organizationId, needle, query }: Found, before: string, maximum: number): Promise<string[]> => {
  const { rows } = await sql<{ id: string }>`
    select id from candor_search_contacts(${organizationId}, ${needle.words}::text[], ${needle.handle}, ${needle.keys}::text[], ${needle.ending},
      ${query.tag ?? null}, ${query.stage ?? null}, ${before}, ${maximum}) as id order by id desc`.execute(tx);
  return rows.map((row) => row.id);
};

/** Newest first the search itself knows the order; what it finds is asked the conditions a thousand at a time. */
const newestFound = async (tx: Tx, found: Found, from: Spot | null, wanted: number): Promise<Spot[]> => {
  const ids: string[] = [];
  const size = found.where.length === 0 ? wanted : piece;
  let before = from?.id ?? newest;
  for (;;) {
    const next = await searchIds(tx, found, before, size);
    ids.push(...(await keeping(tx, found, next)));
    const last = next.at(-1);
    if (ids.length >= wanted || next.length < size || last === undefined) break;
    before = last;
  }
  return ids.slice(0, wanted).map((id) => ({ part: "all", value: "", id }));
};

const keeping = async (tx: Tx, { organizationId, where }: Found, ids: string[]): Promise<string[]> => {
  if (where.length === 0 || ids.length === 0) return ids;
  const { rows } = await sql<{ id: string }>`
    select c.id from contacts c where ${sql.join([sql`c.organization_id = ${organizationId}`, sql`c.id = any (${ids}::uuid[])`, ...where], sql` and `)}
     order by c.id desc`.execute(tx);
  return rows.map((row) => row.id);
};

/** In another order the newest thousand that are found are sorted. */
const sortedFound = async (tx: Tx, found: Found, order: Order, from: Spot | null, wanted: number): Promise<Spot[]> => {
  const ids = await searchIds(tx, found, newest, piece);
  const where = [sql`c.id = any (${ids}::uuid[])`, ...found.where];
  return nextInOrder(tx, { organizationId: found.organizationId, order, where, look: async () => where, indexed: false }, from, wanted);
};
