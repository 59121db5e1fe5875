import { sql } from "kysely";
import type { Tx } from "../../kernel/db/pools.ts";
import { emitMany } from "../../kernel/events.ts";
import type { Known } from "../contacts/index.ts";
import type { Move } from "./segment-fold.ts";

type Moved = { contactId: string; segmentId: string; enters: boolean };
type Told = { by: "change" | "build" | "gone"; day: string; now: Date };
const slice = 2000;

/** Members, what will be members, counts and events, all of what was found to move. */
export const writeMoves = async (tx: Tx, organizationId: string, known: Known, by: Told["by"], moves: Move[]): Promise<void> => {
  await writeNext(
    tx,
    organizationId,
    moves.filter((move) => move.into === "next"),
  );
  const members = moves.filter((move) => move.into === "members");
  if (members.length === 0) return;
  await moveMembers(tx, organizationId, known, by, members);
};

/** Only what really moved is told of and counted, so that whoever does the same twice tells it once. */
export const moveMembers = async (tx: Tx, organizationId: string, known: Known, by: Told["by"], moves: Moved[]): Promise<void> => {
  const day = await dayOf(tx, organizationId, known.now);
  const [enter, leave] = [moves.filter((move) => move.enters), moves.filter((move) => !move.enters)];
  const moved: Moved[] = [];
  if (enter.length > 0) {
    const { rows } = await sql<{ contact_id: string; segment_id: string }>`
      with live as (select id from contacts where organization_id = ${organizationId} and id = any(${[...new Set(enter.map((move) => move.contactId))]}::uuid[])
                     order by id for key share)
      insert into segment_members (organization_id, segment_id, contact_id, since)
      select ${organizationId}, n.segment_id, n.contact_id, ${known.now}
        from unnest(${enter.map((move) => move.segmentId)}::uuid[], ${enter.map((move) => move.contactId)}::uuid[]) as n (segment_id, contact_id) join live on live.id = n.contact_id
      on conflict (organization_id, contact_id, segment_id) do nothing returning contact_id, segment_id`.execute(tx);
    for (const row of rows) moved.push({ contactId: row.contact_id, segmentId: row.segment_id, enters: true });
  }
  if (leave.length > 0) {
    const { rows } = await sql<{ contact_id: string; segment_id: string }>`
      delete from segment_members m using unnest(${leave.map((move) => move.segmentId)}::uuid[], ${leave.map((move) => move.contactId)}::uuid[]) as n (segment_id, contact_id)
       where m.organization_id = ${organizationId} and m.contact_id = n.contact_id and m.segment_id = n.segment_id
      returning m.contact_id, m.segment_id`.execute(tx);
    for (const row of rows) moved.push({ contactId: row.contact_id, segmentId: row.segment_id, enters: false });
  }
  await recordMoves(tx, organizationId, { by, day, now: known.now }, moved);
};

const writeNext = async (tx: Tx, organizationId: string, moves: Move[]): Promise<void> => {
  const [enter, leave] = [moves.filter((move) => move.enters), moves.filter((move) => !move.enters)];
  const pairs = (some: Move[]) =>
    sql`unnest(${some.map((move) => move.versionId)}::uuid[], ${some.map((move) => move.contactId)}::uuid[]) as n (version_id, contact_id)`;
  if (enter.length > 0)
    await sql`
      insert into segment_next (organization_id, version_id, contact_id)
      select ${organizationId}, n.version_id, n.contact_id from ${pairs(enter)} join contacts c on c.organization_id = ${organizationId} and c.id = n.contact_id
      on conflict do nothing`.execute(tx);
  if (leave.length > 0)
    await sql`
      delete from segment_next x using ${pairs(leave)} where x.organization_id = ${organizationId} and x.version_id = n.version_id and x.contact_id = n.contact_id`.execute(
      tx,
    );
};

/** The organization's calendar day. */
export const dayOf = async (tx: Tx, organizationId: string, now: Date): Promise<string> => {
  const { rows } = await sql<{
    day: string;
  }>`select (${now}::timestamptz at time zone time_zone)::date::text as day from organizations where id = ${organizationId}`.execute(tx);
  return rows[0]?.day ?? now.toISOString().slice(0, 10);
};

/** Events, the counts of the segments and of the day. The segments' rows come last: everybody who deletes a contact holds that first. */
export const recordMoves = async (tx: Tx, organizationId: string, { by, day, now }: Told, moves: Moved[]): Promise<void> => {
  for (let from = 0; from < moves.length; from += slice)
    await emitMany(
      tx,
      moves.slice(from, from + slice).map(({ contactId, segmentId, enters }) => ({
        organizationId,
        name: enters ? "segment.entered" : "segment.left",
        payload: { contactId, segmentId, by },
        actor: { kind: "system", name: "segments" } as const,
        occurredAt: now,
      })),
    );
  const counts = new Map<string, { entered: number; departed: number }>();
  for (const { segmentId, enters } of moves) {
    const count = counts.get(segmentId) ?? { entered: 0, departed: 0 };
    counts.set(segmentId, count);
    count[enters ? "entered" : "departed"] += 1;
  }
  if (counts.size === 0) return;
  const rows = [...counts].map(([id, count]) => ({ id, ...count })).sort((a, b) => (a.id < b.id ? -1 : 1));
  await sql`
    with n as (select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as n (id uuid, entered int, departed int)),
      held as (select s.id from segments s join n on n.id = s.id where s.organization_id = ${organizationId} order by s.id for no key update of s),
      counted as (update segments s set members = s.members + n.entered - n.departed from n join held on held.id = n.id
                   where s.organization_id = ${organizationId} and s.id = n.id returning s.id, s.members)
    insert into segment_days as d (organization_id, segment_id, day, entered, departed, members)
    select ${organizationId}, n.id, ${day}::date, n.entered, n.departed, counted.members from n join counted on counted.id = n.id
    on conflict (organization_id, segment_id, day) do update
      set entered = d.entered + excluded.entered, departed = d.departed + excluded.departed, members = excluded.members`.execute(tx);
};
