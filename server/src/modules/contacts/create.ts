import type { z } from "zod";
import { emit } from "../../kernel/events.ts";
import { newId } from "../../kernel/id.ts";
import type { Ctx } from "../../kernel/module.ts";
import { contactPage } from "./contact.ts";
import type { ContactRequest } from "./contacts.api.ts";
import { columnsOf } from "./facts.ts";
import { claimIdentities } from "./identities.ts";

/** A person without any identity is a contact too. An identity somebody already has refuses the whole request and names its contact. */
export const createContact = (ctx: Ctx, request: z.output<typeof ContactRequest>) =>
  ctx.transaction(async (tx) => {
    const { identities, ...facts } = request;
    const contactId = newId();
    const columns = await columnsOf(tx, ctx.organizationId, facts);
    await tx
      .insertInto("contacts")
      .values({ organization_id: ctx.organizationId, id: contactId, ...columns })
      .execute();
    await claimIdentities(tx, ctx, {
      contactId,
      country: columns.country ?? null,
      identities,
      field: (index) => `identities.${index}.value`,
    });
    await emit(tx, ctx, "contact.created", { contactId, source: ctx.actor.kind });
    return contactPage(tx, ctx, contactId);
  });
