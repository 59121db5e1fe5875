import type { z } from "zod";
import type { Tx } from "../../kernel/db/pools.ts";
import { notFound } from "../../kernel/errors.ts";
import type { Actor, Ctx } from "../../kernel/module.ts";
import { type PageQuery, toPage } from "../../kernel/page.ts";
import { cursorId } from "./cursor.ts";
import { namesOf } from "./display.ts";

/** What happened with a person, newest first. A member is shown by today's name, somebody who left by the name they had. */
export const readTimeline = (ctx: Ctx, contactId: string, query: z.output<typeof PageQuery>) =>
  ctx.transaction(async (tx) => {
    const { organizationId } = ctx;
    const contact = (await namesOf(tx, organizationId, [contactId])).get(contactId);
    if (contact === undefined) throw notFound("contact");
    const before = cursorId(query.after);
    const rows = await tx
      .selectFrom("events")
      .select(["id", "name", "occurred_at", "actor", "payload"])
      .where("organization_id", "=", organizationId)
      .where("contact_id", "=", contactId)
      .$if(before !== undefined, (q) => q.where("id", "<", before ?? ""))
      .orderBy("id", "desc")
      .limit(query.limit + 1)
      .execute();
    const members = await memberNames(
      tx,
      organizationId,
      rows.map((row) => row.actor as Actor),
    );
    const nameOf = (actor: Actor) =>
      actor.kind === "contact" ? contact : actor.kind === "member" ? (members.get(actor.memberId) ?? actor.name) : actor.name;
    return toPage(
      rows,
      query.limit,
      (row) => {
        const actor = row.actor as Actor;
        return {
          id: row.id,
          name: row.name,
          at: row.occurred_at,
          actor: { kind: actor.kind, name: nameOf(actor) ?? null },
          payload: row.payload as Record<string, unknown>,
        };
      },
      (row) => [row.id],
    );
  });

const memberNames = async (tx: Tx, organizationId: string, actors: Actor[]): Promise<Map<string, string>> => {
  const ids = [...new Set(actors.flatMap((actor) => (actor.kind === "member" ? [actor.memberId] : [])))];
  if (ids.length === 0) return new Map();
  const rows = await tx
    .selectFrom("members")
    .select(["id", "name"])
    .where("organization_id", "=", organizationId)
    .where("id", "in", ids)
    .execute();
  return new Map(rows.map((row) => [row.id, row.name]));
};
