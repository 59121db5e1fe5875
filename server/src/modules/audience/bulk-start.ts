import { sql } from "kysely";
import type { z } from "zod";
import { audit } from "../../kernel/audit.ts";
import type { Tx } from "../../kernel/db/pools.ts";
import { conflict, forbidden, invalid } from "../../kernel/errors.ts";
import { emit } from "../../kernel/events.ts";
import { newId } from "../../kernel/id.ts";
import type { Ctx } from "../../kernel/module.ts";
import { checkConditions, countMatching } from "../contacts/index.ts";
import type { BulkJob, BulkRequest } from "./bulk.api.ts";
import { checkAction } from "./bulk-action.ts";
import { queueBulk } from "./bulk-rows.ts";
import { jobView } from "./bulk-view.ts";

type Request = z.output<typeof BulkRequest>;
const mostAtOnce = 20;

/** Freezes whom it is for and lets a job do it: at once for those chosen, by the job for all that match. */
export const startBulk = (ctx: Ctx, { action, contacts }: Request): Promise<z.input<typeof BulkJob>> =>
  ctx.transaction(async (tx) => {
    if (action.kind === "erase" && !ctx.permissions.has("contacts.erase_many")) throw forbidden("contacts.erase_many");
    await checkAction(tx, ctx, action);
    const all = "filter" in contacts;
    if (all) await checkConditions(tx, ctx.organizationId, contacts.filter, "contacts.filter");
    await refuseTooMany(tx, ctx);
    if (action.kind === "erase") await confirmed(tx, ctx, action.confirm, contacts);
    const id = newId();
    await tx
      .insertInto("bulk_jobs")
      .values({
        organization_id: ctx.organizationId,
        id,
        action: action.kind,
        request: JSON.stringify(action),
        filter: all ? JSON.stringify(contacts.filter) : null,
        search: (all && contacts.search) || null,
        state: all ? "preparing" : "running",
        member_id: ctx.actor.kind === "member" ? ctx.actor.memberId : null,
        actor: JSON.stringify(ctx.actor),
      })
      .execute();
    if (!all) await freezeChosen(tx, ctx.organizationId, id, contacts.ids);
    await queueBulk(tx, ctx.organizationId, id);
    if (action.kind === "erase") await audit(tx, ctx, "contacts.bulk_erase_started", { bulkId: id }, { expected: action.confirm });
    await emit(tx, ctx, "bulk.started", { bulkId: id, action: action.kind });
    return jobView(tx, ctx.organizationId, id);
  });

const freezeChosen = async (tx: Tx, organizationId: string, id: string, ids: string[]) => {
  const { numAffectedRows } = await sql`
    insert into bulk_rows (organization_id, job_id, contact_id)
    select organization_id, ${id}::uuid, id from contacts where organization_id = ${organizationId} and id = any (${[...new Set(ids)]}::uuid[])`.execute(
    tx,
  );
  const total = Number(numAffectedRows ?? 0);
  if (total === 0) throw invalid("contacts.ids", "None of these contacts exists.", "Choose from GET /contacts.");
  await tx.updateTable("bulk_jobs").set({ total }).where("organization_id", "=", organizationId).where("id", "=", id).execute();
};

/** Whoever erases says how many: a filter that catches more than was seen must not. */
const confirmed = async (tx: Tx, ctx: Ctx, expected: number, contacts: Request["contacts"]) => {
  const found = "filter" in contacts ? await countMatching(tx, ctx.organizationId, contacts) : new Set(contacts.ids).size;
  if (found !== expected)
    throw conflict(
      "count_changed",
      `${found} people match, not ${expected}.`,
      "Look again whom it would erase, and confirm that number.",
      "action.confirm",
    );
};

const refuseTooMany = async (tx: Tx, ctx: Ctx) => {
  const { count } = await tx
    .selectFrom("bulk_jobs")
    .select((eb) => eb.fn.countAll<string>().as("count"))
    .where("organization_id", "=", ctx.organizationId)
    .where("state", "in", ["preparing", "running"])
    .executeTakeFirstOrThrow();
  if (Number(count) >= mostAtOnce)
    throw conflict("too_many_bulk_jobs", `${mostAtOnce} changes of many contacts wait already.`, "Wait until one is done, or cancel one.");
};
