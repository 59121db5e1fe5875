import { sql } from "kysely";
import type { z } from "zod";
import { idAt } from "../../kernel/id.ts";
import type { Ctx } from "../../kernel/module.ts";
import { isObject, type Json } from "./message.ts";
import { ownNames } from "./names.ts";
import type { Arrival, ArrivalQuery } from "./tail.api.ts";

export type ArrivalFilter = Pick<z.output<typeof ArrivalQuery>, "name" | "keyId" | "bots">;
export type Arrived = z.input<typeof Arrival>;
const hoursBack = 24;

/** What arrived in the last day, newest first; what was not taken among it. */
export const recentArrivals = async (ctx: Ctx, query: z.output<typeof ArrivalQuery>) => {
  const since = idAt(new Date(Date.now() - hoursBack * 3_600_000));
  const [taken, rejected] = await Promise.all([
    takenArrivals(ctx, query, { since, limit: query.limit }),
    rejectedArrivals(ctx, query, since, query.limit),
  ]);
  return { items: [...taken, ...rejected].sort((a, b) => (a.id < b.id ? 1 : -1)).slice(0, query.limit) };
};

/** Either the newest since an id, or those with these ids. */
export const takenArrivals = (
  ctx: Ctx,
  filter: ArrivalFilter,
  which: { since: string; limit: number } | { ids: string[] },
): Promise<Arrived[]> =>
  ctx.transaction(async (tx) => {
    const { rows } = await sql<{
      id: string;
      name: string;
      contact_id: string | null;
      visitor_id: string | null;
      bot: boolean;
      payload: Json;
      at: Date;
    }>`
      select e.id, e.name, e.contact_id, e.visitor_id, e.bot, e.payload, e.occurred_at as at from events e
       where e.organization_id = ${ctx.organizationId} and ${"ids" in which ? sql`e.id = any(${which.ids}::uuid[])` : sql`e.id > ${which.since}::uuid`}
         and not e.name = any(${ownNames(ctx.kernel)}::text[]) ${filter.name === undefined ? sql`` : sql`and e.name = ${filter.name}`}
         ${filter.keyId === undefined ? sql`` : sql`and e.payload ->> 'key' = ${filter.keyId}`} ${botsOf(filter, sql`e.bot`)}
       order by e.id desc limit ${"ids" in which ? which.ids.length : which.limit}`.execute(tx);
    return rows.map((row) => {
      const { key, type, personal, ...raw } = row.payload;
      const maySee = ctx.permissions.has("events.personal");
      return {
        id: row.id,
        at: arrivalOf(row.id),
        outcome: "accepted" as const,
        kind: String(type),
        name: row.name,
        keyId: typeof key === "string" ? key : null,
        bot: row.bot,
        contactId: row.contact_id,
        visitorId: row.visitor_id,
        field: null,
        reason: null,
        hidden: maySee || !isObject(personal) ? [] : Object.keys(personal),
        raw: { type, event: row.name, occurredAt: row.at.toISOString(), ...raw, ...(maySee && personal ? { personal } : {}) },
      };
    });
  });

export const rejectedArrivals = (ctx: Ctx, filter: ArrivalFilter, since: string, limit: number): Promise<Arrived[]> =>
  ctx.transaction(async (tx) => {
    const rows = await tx
      .selectFrom("event_rejects")
      .selectAll()
      .where("organization_id", "=", ctx.organizationId)
      .where("id", ">", since)
      .$if(filter.name !== undefined, (query) => query.where("name", "=", filter.name ?? ""))
      .$if(filter.keyId !== undefined, (query) => query.where("key_id", "=", filter.keyId ?? ""))
      .$if(filter.bots !== "with", (query) => query.where("bot", "=", filter.bots === "only"))
      .orderBy("id", "desc")
      .limit(limit)
      .execute();
    const hidden = await personalOf(ctx, [...new Set(rows.map((row) => row.name))]);
    return rows.map((row) => {
      const { raw, left } = withoutPersonal(row.raw, hidden.get(row.name) ?? new Set());
      return {
        id: row.id,
        at: row.received_at,
        outcome: row.outcome as "refused",
        kind: row.kind,
        name: row.name,
        keyId: row.key_id,
        bot: row.bot,
        contactId: null,
        visitorId: null,
        field: row.field,
        reason: row.reason,
        hidden: left,
        raw,
      };
    });
  });

const botsOf = (filter: ArrivalFilter, bot: ReturnType<typeof sql>) =>
  filter.bots === "with" ? sql`` : filter.bots === "only" ? sql`and ${bot}` : sql`and not ${bot}`;

/** The moment in a UUIDv7: when it arrived, whenever it happened. */
const arrivalOf = (id: string) => new Date(Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16));

/** Names -> personal properties, for whom they are to be hidden from. */
const personalOf = async (ctx: Ctx, names: string[]): Promise<Map<string, Set<string>>> => {
  if (names.length === 0 || ctx.permissions.has("events.personal")) return new Map();
  const rows = await ctx.transaction((tx) =>
    tx
      .selectFrom("event_properties")
      .select(["name", "property"])
      .where("organization_id", "=", ctx.organizationId)
      .where("name", "in", names)
      .where("handling", "!=", "plain")
      .execute(),
  );
  return new Map([...Map.groupBy(rows, (row) => row.name)].map(([name, found]) => [name, new Set(found.map((row) => row.property))]));
};

const withoutPersonal = (raw: unknown, personal: Set<string>): { raw: unknown; left: string[] } => {
  if (personal.size === 0 || !isObject(raw)) return { raw, left: [] };
  // A shortened one is text: nobody can tell what stands in it.
  if ("shortened" in raw || !isObject(raw.properties)) return { raw: { type: raw.type, event: raw.event }, left: [...personal] };
  const properties = Object.fromEntries(Object.entries(raw.properties).filter(([name]) => !personal.has(name)));
  return { raw: { ...raw, properties }, left: [...personal].filter((name) => name in (raw.properties as Json)) };
};
