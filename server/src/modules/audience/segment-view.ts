import { sql } from "kysely";
import type { z } from "zod";
import type { Tx } from "../../kernel/db/pools.ts";
import { notFound } from "../../kernel/errors.ts";
import type { Ctx } from "../../kernel/module.ts";
import { readCursor, toPage } from "../../kernel/page.ts";
import type { RuleGroup } from "./rule.api.ts";
import { referencesOf } from "./rule-check.ts";
import type { Segment, SegmentQuery, SegmentSummary } from "./segments.api.ts";

type Row = {
  id: string;
  name: string;
  place: string;
  description: string;
  version_id: string | null;
  next_version_id: string | null;
  archived_at: Date | null;
  members: number;
  created_at: Date;
  updated_at: Date;
  entered: number;
  departed: number;
};

const columns = sql`s.id, s.name, lower(s.name) as place, s.description, s.version_id, s.next_version_id, s.archived_at, s.members, s.created_at, s.updated_at,
  (select coalesce(sum(d.entered), 0)::int from segment_days d where d.organization_id = s.organization_id and d.segment_id = s.id and d.day > current_date - 7) as entered,
  (select coalesce(sum(d.departed), 0)::int from segment_days d where d.organization_id = s.organization_id and d.segment_id = s.id and d.day > current_date - 7) as departed`;

/** By name. */
export const listSegments = (ctx: Ctx, query: z.output<typeof SegmentQuery>) =>
  ctx.transaction(async (tx) => {
    const [name, id] = readCursor(query.after, 2) ?? [];
    const { rows } = await sql<Row>`
      select ${columns} from segments s
       where s.organization_id = ${ctx.organizationId} and s.removed_at is null and (s.archived_at is not null) = ${query.state === "archived"}
         and (${query.search ?? null}::text is null or strpos(candor_fold(s.name), candor_fold(${query.search ?? ""})) > 0)
         ${name === undefined ? sql`` : sql`and (lower(s.name), s.id::text) > (${name}, ${id ?? ""})`}
       order by lower(s.name), s.id::text limit ${query.limit + 1}`.execute(tx);
    return toPage(rows, query.limit, presentSummary, (row) => [row.place, row.id]);
  });

const presentSummary = (row: Row): z.input<typeof SegmentSummary> => ({
  id: row.id,
  name: row.name,
  description: row.description,
  state: stateOf(row),
  members: row.archived_at ? 0 : row.members,
  enteredLastDays: row.entered,
  leftLastDays: row.departed,
  updatedAt: row.updated_at,
});

const stateOf = (row: Row): z.input<typeof SegmentSummary>["state"] => {
  if (row.archived_at) return "archived";
  if (!row.next_version_id) return "ready";
  return row.version_id ? "rebuilding" : "building";
};

export const readSegment = (ctx: Ctx, segmentId: string) => ctx.transaction((tx) => presentSegment(tx, ctx.organizationId, segmentId));

type Version = {
  id: string;
  number: number;
  rule: RuleGroup;
  reason: string;
  in_force_at: Date | null;
  walked_to: string | null;
  walked_at: Date | null;
  first: string | null;
  last: string | null;
  left: number;
};

export const presentSegment = async (tx: Tx, organizationId: string, segmentId: string): Promise<z.input<typeof Segment>> => {
  const { rows } = await sql<Row>`
    select ${columns} from segments s where s.organization_id = ${organizationId} and s.id = ${segmentId} and s.removed_at is null`.execute(
    tx,
  );
  const row = rows[0];
  if (!row) throw notFound("segment");
  const versions = await sql<Version>`
    select v.id, v.number, v.rule, v.reason, v.in_force_at, v.walked_to, v.walked_at,
           (select c.id from contacts c where c.organization_id = v.organization_id order by c.id limit 1) as first,
           (select c.id from contacts c where c.organization_id = v.organization_id order by c.id desc limit 1) as last,
           (select count(*)::int from segment_leaves l where l.organization_id = v.organization_id and l.id = any(v.leaves) and l.state = 'building') as left
      from segment_versions v where v.organization_id = ${organizationId} and v.segment_id = ${segmentId} order by v.number desc limit 20`.execute(
    tx,
  );
  const newest = versions.rows[0];
  const inForce = versions.rows.find((version) => version.id === row.version_id);
  const next = versions.rows.find((version) => version.id === row.next_version_id);
  if (!newest) throw notFound("segment");
  return {
    ...presentSummary(row),
    rule: newest.rule,
    version: newest.number,
    inForce: inForce?.in_force_at ? { version: inForce.number, since: inForce.in_force_at } : null,
    building: next
      ? { version: next.number, reason: next.reason as "made", questionsLeft: next.left, share: next.walked_at ? 1 : shareOf(next) }
      : null,
    usedBy: (await referencesOf(tx, organizationId)).filter((one) => one.asks.includes(segmentId)).map(({ id, name }) => ({ id, name })),
    createdAt: row.created_at,
  };
};

/** Contacts are walked in the order of their ids, which is that of time: close enough to show. */
const shareOf = ({ walked_to, first, last }: Version): number => {
  if (!walked_to || !first || !last) return 0;
  const time = (id: string) => Number.parseInt(id.replaceAll("-", "").slice(0, 12), 16);
  const whole = time(last) - time(first);
  return whole <= 0 ? 0 : Math.min(1, Math.max(0, Math.round(((time(walked_to) - time(first)) / whole) * 100) / 100));
};
