import { type RawBuilder, sql } from "kysely";
import type { z } from "zod";
import { invalid } from "../../kernel/errors.ts";
import type { Ctx } from "../../kernel/module.ts";
import { cursorOf, readCursor } from "../../kernel/page.ts";
import { memberOf } from "./deal-move.ts";
import { presentTasks, taskColumns } from "./task.ts";
import type { TaskCountsQuery, TaskQuery } from "./tasks.api.ts";
import { endOfDay, todayIn, zoneOf } from "./zone.ts";

type Query = z.output<typeof TaskQuery>;
/** Nobody counts further: shown as 999+. */
const most = 1000;
const due = sql`coalesce(t.due_at, 'infinity')`;
const placeText = /^(infinity|\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d{1,6})?[+-]\d\d(:\d\d)?)$/;
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Open ones by when they are due, done ones by when they were, latest first. */
export const listTasks = async (ctx: Ctx, query: Query) => {
  const midnight = endOfDay(...(await todayOf(ctx)));
  return ctx.transaction(async (tx) => {
    const done = query.show === "done";
    const key = done ? sql`t.done_at` : due;
    const subjects = (["contact", "company", "deal", "conversation"] as const).flatMap((subject) =>
      query[subject] === undefined ? [] : [sql`t.${sql.ref(`${subject}_id`)} = ${query[subject]}`],
    );
    const { rows } = await sql<{ id: string; place: string }>`
      select t.id, ${key}::text as place from tasks t
       where ${sql.join([...whose(ctx, query.assignee), ...within(query.show, midnight), ...subjects, ...beyond(key, done, query.after)], sql` and `)}
       order by ${key} ${done ? sql`desc` : sql`asc`}, t.id ${done ? sql`desc` : sql`asc`} limit ${query.limit + 1}`.execute(tx);
    const page = rows.slice(0, query.limit);
    const last = page.at(-1);
    const found =
      page.length === 0
        ? []
        : await tx
            .selectFrom("tasks")
            .select(taskColumns)
            .where("organization_id", "=", ctx.organizationId)
            .where(
              "id",
              "in",
              page.map((row) => row.id),
            )
            .execute();
    return {
      items: await presentTasks(
        tx,
        ctx.organizationId,
        page.flatMap((row) => found.find((each) => each.id === row.id) ?? []),
      ),
      next: last && rows.length > query.limit ? cursorOf([last.place, last.id]) : null,
    };
  });
};

export const countTasks = async (ctx: Ctx, query: z.output<typeof TaskCountsQuery>) => {
  const midnight = endOfDay(...(await todayOf(ctx)));
  return ctx.transaction(async (tx) => {
    const count = (show: Query["show"]) =>
      sql`(select count(*)::int from (select from tasks t where ${sql.join([...whose(ctx, query.assignee), ...within(show, midnight)], sql` and `)} limit ${most}) capped)`;
    const { rows } = await sql<{ overdue: number; today: number; upcoming: number }>`
      select ${count("overdue")} as overdue, ${count("today")} as today, ${count("upcoming")} as upcoming`.execute(tx);
    return rows[0] ?? { overdue: 0, today: 0, upcoming: 0 };
  });
};

const todayOf = async (ctx: Ctx): Promise<[string, string]> => {
  const zone = await zoneOf(ctx, memberOf(ctx));
  return [todayIn(zone), zone];
};

const whose = (ctx: Ctx, assignee: Query["assignee"]): RawBuilder<unknown>[] => {
  const organization = sql`t.organization_id = ${ctx.organizationId}`;
  if (assignee === undefined) return [organization];
  if (assignee === "nobody") return [organization, sql`t.assignee_id is null`];
  // An API key has no tasks of its own.
  const member = assignee === "me" ? memberOf(ctx) : assignee;
  return [organization, member === null ? sql`false` : sql`t.assignee_id = ${member}`];
};

const within = (show: Query["show"], midnight: Date): RawBuilder<unknown>[] => {
  if (show === "done") return [sql`t.done_at is not null`];
  const open = sql`t.done_at is null`;
  if (show === "overdue") return [open, sql`${due} < now()`];
  if (show === "today") return [open, sql`${due} >= now()`, sql`${due} <= ${midnight}`];
  if (show === "upcoming") return [open, sql`${due} > ${midnight}`];
  return [open];
};

const beyond = (key: RawBuilder<unknown>, down: boolean, after: string | undefined): RawBuilder<unknown>[] => {
  const [place, id] = readCursor(after, 2) ?? [];
  if (place === undefined || id === undefined) return [];
  if (!placeText.test(place) || !uuid.test(id) || (place !== "infinity" && Number.isNaN(Date.parse(place.slice(0, 10)))))
    throw invalid("after", "This is not a page cursor of this list.", "Pass the `next` of the page before, unchanged.");
  return [sql`(${key}, t.id) ${down ? sql`<` : sql`>`} (${place}::text::timestamptz, ${id}::uuid)`];
};
