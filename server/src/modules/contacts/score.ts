import { type Selectable, sql } from "kysely";
import type { Tx } from "../../kernel/db/pools.ts";
import type { ScoreRules } from "../../kernel/db/schema.types.ts";
import { emitMany } from "../../kernel/events.ts";
import type { ContactCondition } from "./condition.api.ts";
import { conditionSql, type Known } from "./condition.ts";
import { knownNow } from "./condition-check.ts";
import { askedField } from "./condition-fields.ts";
import { asksDays, conditionDue } from "./score-due.ts";
import { type Counted, countEvents, type EventTerms } from "./score-points.ts";

export type Rule = { id: string } & (
  | { kind: "condition"; points: number; condition: ContactCondition }
  | ({ kind: "event"; event: string } & EventTerms)
);
type Row = Pick<Selectable<ScoreRules>, "id" | "kind" | "points" | "condition" | "event" | "at_most" | "window_days" | "half_life_days">;

export const ruleOf = (row: Row): Rule =>
  row.kind === "condition"
    ? { id: row.id, kind: "condition", points: row.points, condition: row.condition as ContactCondition }
    : {
        id: row.id,
        kind: "event",
        event: row.event ?? "",
        points: row.points,
        atMost: row.at_most,
        windowDays: row.window_days,
        halfLifeDays: row.half_life_days,
      };

export const activeRules = async (tx: Tx, organizationId: string): Promise<Rule[]> => {
  const rows = await tx
    .selectFrom("score_rules")
    .selectAll()
    .where("organization_id", "=", organizationId)
    .where("active", "=", true)
    .where("removed_at", "is", null)
    .execute();
  return rows.map(ruleOf);
};

/** One who counts per organization: two at once could each leave what the other had not seen. */
export const lockScores = (tx: Tx, organizationId: string) =>
  sql`select pg_advisory_xact_lock(hashtextextended(${`score:${organizationId}`}, 0))`.execute(tx);

/**
 * Counts these contacts anew with the rules as they are, as candor_system; lockScores goes before. Writes what differs and tells whose
 * score changed. Any contact may be counted at any time: the same facts give the same score.
 */
export const scoreContacts = async (tx: Tx, organizationId: string, contactIds: string[], rules: Rule[], now: Date): Promise<void> => {
  const ids = [...new Set(contactIds)].sort();
  if (ids.length === 0) return;
  const counted = await countRules(tx, organizationId, ids, rules, now);
  await writeStates(tx, organizationId, ids, counted);
  const totals = new Map(
    counted.map(({ contactId, rules: parts }) => [contactId, [...parts.values()].reduce((sum, part) => sum + part.points, 0)]),
  );
  const { rows } = await sql<{ id: string; was: number; score: number }>`
    with totals as (select * from unnest(${[...totals.keys()]}::uuid[], ${[...totals.values()]}::int[]) as t (id, score)),
    old as (select c.id, c.score as was, t.score from contacts c join totals t on t.id = c.id
             where c.organization_id = ${organizationId} and c.score <> t.score order by c.id for no key update of c)
    update contacts c set score = old.score from old where c.organization_id = ${organizationId} and c.id = old.id returning c.id, old.was, old.score`.execute(
    tx,
  );
  await emitMany(
    tx,
    rows.map((row) => ({
      organizationId,
      name: "contact.scored",
      payload: { contactId: row.id, from: row.was, to: row.score },
      actor: { kind: "system", name: "score" } as const,
    })),
  );
};

export type CountedContact = { contactId: string; rules: Map<string, Counted> };

/** What each rule gives each of the contacts there are; what gives nothing and never will by time alone is left out. */
export const countRules = async (tx: Tx, organizationId: string, ids: string[], rules: Rule[], now: Date): Promise<CountedContact[]> => {
  const known = { ...(await knownNow(tx, organizationId, now)), now };
  const answers = await askConditions(tx, organizationId, ids, rules, known);
  const moments = await readMoments(tx, organizationId, [...answers.keys()], rules, now);
  return [...answers].map(([contactId, answer]) => {
    const parts = new Map<string, Counted>();
    for (const [at, rule] of rules.entries()) {
      const part =
        rule.kind === "event"
          ? countEvents(rule, moments.get(`${contactId} ${rule.id}`) ?? [], now)
          : {
              points: answer[`holds${at}`] === true ? rule.points : 0,
              times: 0,
              newestAt: null,
              dueAt: conditionDue(rule.condition, (answer[`day${at}`] as Date | null | undefined) ?? null, now, known.timeZone),
            };
      if (part.points !== 0 || part.dueAt !== null) parts.set(rule.id, part);
    }
    return { contactId, rules: parts };
  });
};

const askConditions = async (tx: Tx, organizationId: string, ids: string[], rules: Rule[], known: Known) => {
  const columns = rules.flatMap((rule, at) => {
    if (rule.kind !== "condition") return [];
    const day = asksDays(rule.condition) ? askedField(rule.condition.field, known.fields) : null;
    return [
      sql`${conditionSql(rule.condition, known)} as ${sql.id(`holds${at}`)}`,
      ...(day ? [sql`${day.column} as ${sql.id(`day${at}`)}`] : []),
    ];
  });
  const { rows } = await sql<{ id: string } & Record<string, unknown>>`
    select ${sql.join([sql`c.id`, ...columns])} from contacts c where c.organization_id = ${organizationId} and c.id = any(${ids}::uuid[])`.execute(
    tx,
  );
  return new Map(rows.map((row) => [row.id, row]));
};

/** The newest moments of each event rule, bots left out. Bound by the id's time as well, which is never before the moment: so few partitions are read. */
const readMoments = async (tx: Tx, organizationId: string, ids: string[], rules: Rule[], now: Date): Promise<Map<string, Date[]>> => {
  const asked = rules.filter((rule) => rule.kind === "event");
  if (asked.length === 0 || ids.length === 0) return new Map();
  const since = asked.map((rule) => (rule.windowDays === null ? 0 : Math.max(0, now.getTime() - rule.windowDays * 86_400_000)));
  const { rows } = await sql<{ contact_id: string; rule_id: string; occurred_at: Date }>`
    select k.id as contact_id, r.id as rule_id, e.occurred_at
      from unnest(${ids}::uuid[]) as k (id)
     cross join unnest(${asked.map((rule) => rule.id)}::uuid[], ${asked.map((rule) => rule.event)}::text[], ${asked.map((rule) => rule.atMost)}::int[],
                       ${since.map((at) => new Date(at).toISOString())}::timestamptz[], ${since.map(floorId)}::uuid[]) as r (id, name, most, since, floor)
     cross join lateral (
       select occurred_at from events
        where organization_id = ${organizationId} and contact_id = k.id and id >= r.floor and name = r.name and not bot and occurred_at > r.since
        order by occurred_at desc limit r.most) e`.execute(tx);
  const moments = new Map<string, Date[]>();
  for (const row of rows) {
    const key = `${row.contact_id} ${row.rule_id}`;
    moments.set(key, [...(moments.get(key) ?? []), row.occurred_at]);
  }
  return moments;
};

/** The least id of a moment, an hour before it: clocks of several servers differ. */
const floorId = (at: number) => {
  const hex = Math.max(0, at - 3_600_000)
    .toString(16)
    .padStart(12, "0");
  return `${hex.slice(0, 8)}-${hex.slice(8)}-0000-0000-000000000000`;
};

const writeStates = async (tx: Tx, organizationId: string, ids: string[], counted: CountedContact[]) => {
  const flat = counted.flatMap(({ contactId, rules }) => [...rules].map(([ruleId, part]) => ({ contactId, ruleId, ...part })));
  const iso = (moment: Date | null) => moment?.toISOString() ?? null;
  await sql`
    with now_so as (
      select * from unnest(${flat.map((each) => each.contactId)}::uuid[], ${flat.map((each) => each.ruleId)}::uuid[], ${flat.map((each) => each.points)}::int[],
        ${flat.map((each) => each.times)}::int[], ${flat.map((each) => iso(each.newestAt))}::timestamptz[], ${flat.map((each) => iso(each.dueAt))}::timestamptz[])
        as n (contact_id, rule_id, points, times, newest_at, due_at)),
    gone as (
      delete from score_states s where s.organization_id = ${organizationId} and s.contact_id = any(${ids}::uuid[])
         and not exists (select from now_so n where n.contact_id = s.contact_id and n.rule_id = s.rule_id))
    insert into score_states as s (organization_id, contact_id, rule_id, points, times, newest_at, due_at)
    select ${organizationId}::uuid, * from now_so
    on conflict (organization_id, contact_id, rule_id) do update
      set points = excluded.points, times = excluded.times, newest_at = excluded.newest_at, due_at = excluded.due_at
    where (s.points, s.times, s.newest_at, s.due_at) is distinct from (excluded.points, excluded.times, excluded.newest_at, excluded.due_at)`.execute(
    tx,
  );
};
