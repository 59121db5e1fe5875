import { sql } from "kysely";
import type { z } from "zod";
import type { Tx } from "../../kernel/db/pools.ts";
import { notFound } from "../../kernel/errors.ts";
import type { Ctx } from "../../kernel/module.ts";
import { readCursor, toPage } from "../../kernel/page.ts";
import type { EventName, EventNameDetail, EventNameQuery } from "./name.api.ts";

type Row = {
  name: string;
  received: string;
  bots: string;
  refused: string;
  first_seen_at: Date;
  last_seen_at: Date;
  blocked_at: Date | null;
  renamed_to: string | null;
  keep_days: number | null;
  conflicts: number;
  days: { day: string; people: number; bots: number }[];
};

const kinds = {
  texts: "text",
  numbers: "number",
  flags: "flag",
  dates: "date",
  lists: "list",
  objects: "object",
  nulls: "nothing",
} as const;
type Kind = keyof typeof kinds;
/** A date that sometimes is any text is a conflict, nothing at all is not. */
const typed = (Object.keys(kinds) as Kind[]).filter((kind) => kind !== "nulls");

/** There are at most a thousand names, so they are sorted and searched as they are: by the alphabet, whatever comes most at the moment. */
export const eventNames = (ctx: Ctx, query: z.output<typeof EventNameQuery>) =>
  ctx.transaction(async (tx) => {
    const [after] = readCursor(query.after, 1) ?? [];
    const rows = await read(
      tx,
      ctx,
      sql`${query.search ? sql`position(candor_fold(${query.search}) in candor_fold(e.name)) > 0` : sql`true`} and ${after === undefined ? sql`true` : sql`(candor_fold(e.name), e.name) > (candor_fold(${after}), ${after})`}`,
      query.limit + 1,
    );
    return toPage(rows, query.limit, view, (row) => [row.name]);
  });

export const eventName = (ctx: Ctx, name: string): Promise<z.input<typeof EventNameDetail>> =>
  ctx.transaction(async (tx) => {
    const [row] = await read(tx, ctx, sql`e.name = ${name}`, 1);
    if (!row) throw notFound("event name");
    const properties = await tx
      .selectFrom("event_properties")
      .selectAll()
      .where("organization_id", "=", ctx.organizationId)
      .where("name", "=", name)
      .orderBy("property")
      .limit(1000)
      .execute();
    return {
      ...view(row),
      properties: properties.map((property) => ({
        property: property.property,
        types: Object.fromEntries(
          (Object.keys(kinds) as Kind[]).flatMap((kind) => (Number(property[kind]) > 0 ? [[kinds[kind], Number(property[kind])]] : [])),
        ),
        conflict: typed.filter((kind) => Number(property[kind]) > 0).length > 1,
        handling: property.handling as "plain",
        firstSeenAt: property.first_seen_at,
        lastSeenAt: property.last_seen_at,
      })),
    };
  });

const read = async (tx: Tx, ctx: Ctx, where: ReturnType<typeof sql>, limit: number): Promise<Row[]> => {
  const count = sql.join(
    typed.map((kind) => sql`(p.${sql.ref(kind)} > 0)::int`),
    sql` + `,
  );
  const { rows } = await sql<Row>`
    select e.name, e.received, e.bots, e.refused, e.first_seen_at, e.last_seen_at, e.blocked_at, e.renamed_to, e.keep_days,
           (select count(*)::int from event_properties p where p.organization_id = e.organization_id and p.name = e.name and ${count} > 1) as conflicts,
           coalesce((select jsonb_agg(jsonb_build_object('day', d.day, 'people', d.received - d.bots, 'bots', d.bots) order by d.day) from event_days d
             where d.organization_id = e.organization_id and d.name = e.name and d.day > (now() at time zone 'UTC')::date - 30), '[]') as days
      from event_names e
     where e.organization_id = ${ctx.organizationId} and ${where}
     order by candor_fold(e.name), e.name limit ${limit}`.execute(tx);
  return rows;
};

const view = (row: Row): z.input<typeof EventName> => ({
  name: row.name,
  received: Number(row.received) - Number(row.bots),
  bots: Number(row.bots),
  refused: Number(row.refused),
  firstSeenAt: row.first_seen_at,
  lastSeenAt: row.last_seen_at,
  blocked: row.blocked_at !== null,
  renamedTo: row.renamed_to,
  keepDays: row.keep_days,
  days: row.days,
  conflicts: row.conflicts,
});
