import { sql } from "kysely";
import type { z } from "zod";
import type { Tx } from "../../kernel/db/pools.ts";
import { invalid, notFound } from "../../kernel/errors.ts";
import { emit } from "../../kernel/events.ts";
import { newId } from "../../kernel/id.ts";
import type { Ctx } from "../../kernel/module.ts";
import { cursorOf, readPlace } from "../../kernel/page.ts";
import { namesOf } from "../contacts/index.ts";
import { memberOf } from "./deal-move.ts";
import { aboutColumns, named, namesAbout } from "./subject.ts";
import type { Activity, ActivityQuery, ActivityRequest } from "./tasks.api.ts";

/** What was done about one of them, newest first. */
export const listActivities = (ctx: Ctx, query: z.output<typeof ActivityQuery>) =>
  ctx.transaction(async (tx) => {
    const asked = (["contact", "company", "deal", "conversation"] as const).flatMap((subject) =>
      query[subject] === undefined ? [] : [{ column: `${subject}_id`, id: query[subject] }],
    );
    const [one] = asked;
    if (!one || asked.length > 1)
      throw invalid("contact", "Activities are listed of one thing.", "Name one of contact, company, deal and conversation.");
    const after = readPlace(query.after);
    const beyond = after ? sql`and (a.at, a.id) < (${after.at}::timestamptz, ${after.id}::uuid)` : sql``;
    const { rows } = await sql<{ id: string; place: string }>`
      select a.id, a.at::text as place from activities a where a.organization_id = ${ctx.organizationId} and a.${sql.ref(one.column)} = ${one.id} ${beyond}
       order by a.at desc, a.id desc limit ${query.limit + 1}`.execute(tx);
    const page = rows.slice(0, query.limit);
    const last = page.at(-1);
    return {
      items: await activitiesOf(
        tx,
        ctx.organizationId,
        page.map((row) => row.id),
      ),
      next: last && rows.length > query.limit ? cursorOf([last.place, last.id]) : null,
    };
  });

export const logActivity = (ctx: Ctx, request: z.output<typeof ActivityRequest>) =>
  ctx.transaction(async (tx) => {
    if (!request.contactId && !request.companyId && !request.dealId && !request.conversationId)
      throw invalid("contactId", "An activity is about somebody or something.", "Name one of contact, company, deal and conversation.");
    const about = await aboutColumns(tx, ctx, request);
    const row = { id: newId(), kind: request.kind, body: request.body, minutes: request.minutes ?? null, at: request.at ?? new Date() };
    await tx
      .insertInto("activities")
      .values({ ...row, ...about, organization_id: ctx.organizationId, author_id: memberOf(ctx) })
      .execute();
    await emit(tx, ctx, "activity.logged", {
      activityId: row.id,
      contactId: about.contact_id,
      conversationId: about.conversation_id,
      dealId: about.deal_id,
      kind: row.kind,
    });
    const [activity] = await activitiesOf(tx, ctx.organizationId, [row.id]);
    if (!activity) throw notFound("activity");
    return activity;
  });

export const deleteActivity = (ctx: Ctx, activityId: string) =>
  ctx.transaction(async (tx) => {
    const gone = await tx
      .deleteFrom("activities")
      .where("organization_id", "=", ctx.organizationId)
      .where("id", "=", activityId)
      .returning(["contact_id", "deal_id"])
      .executeTakeFirst();
    if (!gone) throw notFound("activity");
    await emit(tx, ctx, "activity.deleted", { activityId, contactId: gone.contact_id, dealId: gone.deal_id });
  });

const activitiesOf = async (tx: Tx, organizationId: string, ids: string[]): Promise<z.input<typeof Activity>[]> => {
  if (ids.length === 0) return [];
  const rows = await tx
    .selectFrom("activities as a")
    .leftJoin("members as m", (join) => join.onRef("m.organization_id", "=", "a.organization_id").onRef("m.id", "=", "a.author_id"))
    .select([
      "a.id",
      "a.kind",
      "a.body",
      "a.minutes",
      "a.contact_id",
      "a.company_id",
      "a.deal_id",
      "a.conversation_id",
      "a.author_id",
      "a.at",
    ])
    .select("m.name as author_name")
    .where("a.organization_id", "=", organizationId)
    .where("a.id", "in", ids)
    .execute();
  const people = await namesOf(tx, organizationId, [...new Set(rows.flatMap((row) => row.contact_id ?? []))]);
  const { companies, deals } = await namesAbout(tx, organizationId, rows);
  return ids.flatMap((id) => {
    const row = rows.find((each) => each.id === id);
    if (!row) return [];
    return {
      id: row.id,
      kind: row.kind as "call",
      body: row.body,
      minutes: row.minutes,
      contact: named(row.contact_id, people),
      company: named(row.company_id, companies),
      deal: named(row.deal_id, deals),
      conversationId: row.conversation_id,
      authorId: row.author_id,
      authorName: row.author_name,
      at: row.at,
    };
  });
};
