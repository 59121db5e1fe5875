import type { z } from "zod";
import { newId } from "../../kernel/id.ts";
import type { Ctx } from "../../kernel/module.ts";
import { refuse } from "./change.ts";
import { contactPage } from "./contact.ts";
import type { ContactRequest } from "./contacts.api.ts";
import { claimIdentities } from "./identities.ts";
import { insertContacts } from "./write.ts";

/** A person without any identity is a contact too. An identity somebody already has refuses the whole request and names its contact. */
export const createContact = (ctx: Ctx, request: z.output<typeof ContactRequest>) =>
  ctx.transaction(async (tx) => {
    const { identities, fields, ...facts } = request;
    const contactId = newId();
    const written = await insertContacts(tx, ctx, [{ contactId, facts, ...(fields ? { fields } : {}), source: ctx.actor.kind }]);
    refuse(written.get(contactId)?.problems);
    await claimIdentities(tx, ctx, {
      contactId,
      country: facts.country?.toUpperCase() ?? null,
      identities,
      field: (index) => `identities.${index}.value`,
    });
    return contactPage(tx, ctx, contactId);
  });
