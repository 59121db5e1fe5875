import type { z } from "zod";
import { notFound, Refusal } from "../../kernel/errors.ts";
import type { Ctx } from "../../kernel/module.ts";
import { contactPage } from "./contact.ts";
import type { ContactChange } from "./contacts.api.ts";
import { type WriteProblem, writeContacts } from "./write.ts";

/** Writes what differs. A change to what already holds changes nothing and tells nobody. */
export const changeContact = (ctx: Ctx, contactId: string, change: z.output<typeof ContactChange>) =>
  ctx.transaction(async (tx) => {
    const { fields, ...facts } = change;
    const written = await writeContacts(tx, ctx, [{ contactId, facts, ...(fields ? { fields } : {}) }]);
    refuse(written.get(contactId)?.problems);
    return contactPage(tx, ctx, contactId);
  });

/** The first problem as a refusal; the answer names one field, the others follow when it is mended. */
export const refuse = (problems: WriteProblem[] = []) => {
  const [first] = problems;
  if (!first) return;
  if (first.field === "contactId") throw notFound("contact");
  throw new Refusal(400, "invalid_input", first.message, {
    field: first.field,
    ...(first.remedy === undefined ? {} : { remedy: first.remedy }),
  });
};
