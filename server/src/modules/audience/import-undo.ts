import { sql } from "kysely";
import { audit } from "../../kernel/audit.ts";
import { conflict } from "../../kernel/errors.ts";
import { emit, emitMany } from "../../kernel/events.ts";
import type { Ctx } from "../../kernel/module.ts";
import { keepDays, presentImport, requireImport } from "./import-view.ts";

const batch = 1000;

/**
 * Takes away the contacts an import made, except those anything has happened to since: who was changed, wrote or was written to, got a note,
 * a merge or a task stays, and so does everybody who was there before. What the import changed in those is not put back.
 */
export const undoImport = async (ctx: Ctx, importId: string) => {
  const row = await ctx.transaction((tx) => requireImport(tx, ctx.organizationId, importId));
  if (presentImport(row).undoUntil === null || (presentImport(row).undoUntil as Date) < new Date())
    throw conflict("undo_too_late", "This import cannot be undone any more.", `It can be within ${keepDays} days, once it has ended.`);
  let [removed, kept] = [0, 0];
  for (let after = "00000000-0000-0000-0000-000000000000"; ; ) {
    const from = after;
    const done = await ctx.transaction((tx) => removeSome(tx, ctx, importId, from));
    removed += done.removed;
    kept += done.kept;
    if (done.last === null) break;
    after = done.last;
  }
  return ctx.transaction(async (tx) => {
    await tx
      .updateTable("imports")
      .set({ undone_at: new Date(), changed_at: new Date() })
      .where("organization_id", "=", ctx.organizationId)
      .where("id", "=", importId)
      .execute();
    await audit(tx, ctx, "import.undone", { importId }, { removed, kept });
    await emit(tx, ctx, "import.undone", { importId, removed, kept });
    return { removed, kept };
  });
};

type Tx = Parameters<typeof requireImport>[0];

/** Its own events aside, a contact the import made has none but by what the import did: anything later is a touch. */
const removeSome = async (tx: Tx, ctx: Ctx, importId: string, after: string) => {
  const made = await tx
    .selectFrom("import_contacts")
    .select("contact_id")
    .where("organization_id", "=", ctx.organizationId)
    .where("import_id", "=", importId)
    .where("made", "=", true)
    .where("contact_id", ">", after)
    .orderBy("contact_id")
    .limit(batch)
    .execute();
  const ids = made.map((one) => one.contact_id);
  if (ids.length === 0) return { removed: 0, kept: 0, last: null };
  await sql`select id from contacts where organization_id = ${ctx.organizationId} and id = any(${ids}::uuid[]) order by id for update`.execute(
    tx,
  );
  const { rows } = await sql<{ id: string }>`
    delete from contacts c where c.organization_id = ${ctx.organizationId} and c.id = any(${ids}::uuid[])
       and not exists (select from events e where e.organization_id = c.organization_id and e.contact_id = c.id
             and e.name <> all(${ownEvents}::text[]) and e.occurred_at > c.created_at - interval '1 minute')
       and not exists (select from events e where e.organization_id = c.organization_id and e.contact_id = c.id
             and e.name = any('{contact.tagged,consent.granted,consent.withdrawn}'::text[]) and e.occurred_at > c.created_at + interval '1 minute')
       and not exists (select from conversations v where v.organization_id = c.organization_id and v.contact_id = c.id)
    returning c.id`.execute(tx);
  await emitMany(
    tx,
    rows.map(({ id }) => ({ organizationId: ctx.organizationId, name: "contact.erased", payload: { contactId: id }, actor: ctx.actor })),
  );
  return { removed: rows.length, kept: ids.length - rows.length, last: ids.length < batch ? null : (ids.at(-1) ?? null) };
};

/** What is told of a contact without anybody having done anything to it. */
const ownEvents = [
  "contact.created",
  "contact.tagged",
  "consent.granted",
  "consent.withdrawn",
  "contact.scored",
  "contact.duplicate_suspected",
  "segment.entered",
  "segment.left",
];
