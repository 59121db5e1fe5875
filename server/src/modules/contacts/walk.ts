import { type RawBuilder, sql } from "kysely";
import type { Tx } from "../../kernel/db/pools.ts";
import type { Order, Spot } from "./sort.ts";

/** `look`: the whole set is looked for and sorted, for what no walk meets soon. */
type Asked = {
  organizationId: string;
  order: Order;
  where: RawBuilder<unknown>[];
  look: () => Promise<RawBuilder<unknown>[] | null>;
  indexed: boolean;
};
type Row = { id: string; place: string | null };

const first = 2000;
const step = 7000;
const most = 30_000;
/** Of the first 2,000: fewer, and walking on costs more than looking for all. */
const enough = 2;

/**
 * The next `wanted` contacts in an order. The planner's guess of how many rows several conditions leave is off by hundreds where fields
 * depend on one another, and with it its choice between walking the order's index and looking through the conditions'. So the order is
 * walked first, which meets a common answer at once (2,000 rows: some 10 ms), and only what is too rare for that is looked for.
 */
export const nextInOrder = async (tx: Tx, asked: Asked, from: Spot | null, wanted: number): Promise<Spot[]> => {
  const found: Spot[] = [];
  if (asked.indexed) {
    const start = from ? asked.order.parts.findIndex((part) => part.key === from.part) : 0;
    for (const [at, part] of asked.order.parts.entries()) {
      if (at < start) continue;
      const walked = await walkPart(tx, asked, part, at === start ? from : null, wanted - found.length);
      if (!walked) return lookForAll(tx, asked, from, wanted);
      found.push(...walked);
      if (found.length >= wanted) return found;
    }
    return found;
  }
  return lookForAll(tx, asked, from, wanted);
};

type Part = Order["parts"][number];

/** Null: they are too rare to be met by walking. */
const walkPart = async (tx: Tx, asked: Asked, part: Part, from: Spot | null, wanted: number): Promise<Spot[] | null> => {
  const found: Spot[] = [];
  let spot = from;
  let walked = 0;
  for (let budget = first; walked < most; budget = step) {
    found.push(...(await stretch(tx, asked, part, spot, budget, wanted - found.length)));
    if (found.length >= wanted || asked.where.length === 0) return found;
    const reached = await after(tx, asked, part, spot, budget);
    if (!reached) return found;
    walked += budget;
    spot = reached;
    if (found.length < enough) return null;
  }
  return null;
};

const direction = ({ order }: Asked) => (order.direction === "asc" ? sql`asc` : sql`desc`);
const beyond = ({ order }: Asked) => (order.direction === "asc" ? sql`>` : sql`<`);
const sorted = (asked: Asked) =>
  sql`${asked.order.column ? sql`${asked.order.column} ${direction(asked)}, ` : sql``}c.id ${direction(asked)}`;
const placeValue = ({ order }: Asked, spot: Spot) => {
  const value = sql`${spot.value}::text::${sql.raw(order.cast)}`;
  return order.cast === "text" ? sql`${value} collate "und-x-icu"` : value;
};

const keyset = (asked: Asked, part: Part, spot: Spot | null): RawBuilder<unknown>[] => {
  if (!spot) return [];
  if (!part.valued) return [sql`c.id ${beyond(asked)} ${spot.id}::uuid`];
  return [sql`(${asked.order.column}, c.id) ${beyond(asked)} (${placeValue(asked, spot)}, ${spot.id}::uuid)`];
};

const within = (asked: Asked, part: Part, spot: Spot | null) =>
  sql.join([sql`c.organization_id = ${asked.organizationId}`, part.where, ...keyset(asked, part, spot)], sql` and `);

const stretch = async (tx: Tx, asked: Asked, part: Part, spot: Spot | null, budget: number, wanted: number): Promise<Spot[]> => {
  const stretched = sql`select * from contacts c where ${within(asked, part, spot)} order by ${sorted(asked)} limit ${asked.where.length === 0 ? wanted : budget}`;
  const { rows } = await sql<Row>`select c.id, ${placeOf(asked)} as place from (${stretched}) c
    ${asked.where.length === 0 ? sql`` : sql`where ${sql.join(asked.where, sql` and `)}`} order by ${sorted(asked)} limit ${wanted}`.execute(
    tx,
  );
  return rows.map((row) => ({ part: part.key, value: part.valued ? (row.place ?? "") : "", id: row.id }));
};

const placeOf = ({ order }: Asked) => (order.column ? sql`(${order.column})::text` : sql`null::text`);

/** The last row of a stretch; null where the part ends within it. */
const after = async (tx: Tx, asked: Asked, part: Part, spot: Spot | null, budget: number): Promise<Spot | null> => {
  const { rows } = await sql<Row>`select c.id, ${placeOf(asked)} as place from contacts c where ${within(asked, part, spot)}
    order by ${sorted(asked)} offset ${budget - 1} limit 1`.execute(tx);
  const [row] = rows;
  return row ? { part: part.key, value: part.valued ? (row.place ?? "") : "", id: row.id } : null;
};

/** `offset 0` keeps the planner from walking the order after all: its conditions are looked through, what they leave is sorted. */
const lookForAll = async (tx: Tx, asked: Asked, from: Spot | null, wanted: number): Promise<Spot[]> => {
  const where = await asked.look();
  if (!where) return [];
  const { parts } = asked.order;
  const start = from ? parts.findIndex((part) => part.key === from.part) : 0;
  const rank = sql`case ${sql.join(
    parts.map((part, at) => sql`when ${part.where} then ${sql.lit(at)}`),
    sql` `,
  )} end`;
  const ahead = parts.flatMap((part, at) => {
    if (at < start) return [];
    return [sql`(${sql.join([part.where, ...(at === start ? keyset(asked, part, from) : [])], sql` and `)})`];
  });
  const { rows } = await sql<Row & { rank: number }>`
    select c.id, ${placeOf(asked)} as place, ${rank} as rank
      from (select * from contacts c where ${sql.join([sql`c.organization_id = ${asked.organizationId}`, ...where], sql` and `)} offset 0) c
     where ${sql.join(ahead, sql` or `)} order by rank, ${sorted(asked)} limit ${wanted}`.execute(tx);
  return rows.map((row) => {
    const part = parts[row.rank];
    return { part: part?.key ?? "", value: part?.valued ? (row.place ?? "") : "", id: row.id };
  });
};
