import { sql } from "kysely";
import { audit } from "../../kernel/audit.ts";
import type { Tx } from "../../kernel/db/pools.ts";
import { emit } from "../../kernel/events.ts";
import { enqueue, type JobBodies } from "../../kernel/jobs.ts";
import type { Ctx } from "../../kernel/module.ts";
import { markErased } from "./erased.ts";
import { requireContact } from "./require-contact.ts";

/**
 * Erases a person: their row, and with it identities, notes, consents, conversations, messages and deliveries. Files of their messages
 * leave the disk by a job of the same transaction, so that neither a crash nor a refusal leaves one half. What remains are ids in events,
 * audit log and egress ledger, which then lead to nobody, and for some days keyed digests of what they were known by (erased.ts).
 */
export const eraseContact = (ctx: Ctx, contactId: string) => ctx.transaction((tx) => eraseWithin(tx, ctx, contactId));

/** The same in a transaction of the caller's, which erases more than one. */
export const eraseWithin = async (tx: Tx, ctx: Ctx, contactId: string) => {
  await requireContact(tx, ctx.organizationId, contactId);
  const files = await removeFileRows(tx, ctx.organizationId, contactId);
  await markErased(tx, ctx, contactId);
  await tx.deleteFrom("contacts").where("organization_id", "=", ctx.organizationId).where("id", "=", contactId).execute();
  for (let from = 0; from < files.length; from += 1000)
    await enqueue(tx, "contacts_remove_files", { organizationId: ctx.organizationId, fileIds: files.slice(from, from + 1000) });
  await audit(tx, ctx, "contact.erased", { contactId }, { files: files.length });
  await emit(tx, ctx, "contact.erased", { contactId });
};

/** A file that was sent to somebody else too stays theirs. */
const removeFileRows = async (tx: Tx, organizationId: string, contactId: string): Promise<string[]> => {
  const { rows } = await sql<{ id: string }>`
    delete from files f using (
        select file_id from messages where organization_id = ${organizationId} and contact_id = ${contactId} and file_id is not null
        union
        select x.file_id from messages m join message_files x on x.organization_id = m.organization_id and x.message_id = m.id
         where m.organization_id = ${organizationId} and m.contact_id = ${contactId}) mine
     where f.organization_id = ${organizationId} and f.id = mine.file_id
       and not exists (select from messages o where o.organization_id = ${organizationId} and o.file_id = f.id and o.contact_id <> ${contactId})
       and not exists (select from message_files x join messages o on o.organization_id = x.organization_id and o.id = x.message_id
                        where x.organization_id = ${organizationId} and x.file_id = f.id and o.contact_id <> ${contactId})
    returning f.id`.execute(tx);
  return rows.map((row) => row.id);
};

export const eraseJobs: JobBodies = {
  contacts_remove_files: async (kernel, payload) => {
    const { organizationId, fileIds } = payload as { organizationId: string; fileIds: string[] };
    for (const id of fileIds) await kernel.files.remove(organizationId, id);
  },
};
