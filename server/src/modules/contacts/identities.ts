import { z } from "zod";
import type { Tx } from "../../kernel/db/pools.ts";
import { conflict, invalid, notFound } from "../../kernel/errors.ts";
import { emit } from "../../kernel/events.ts";
import { newId } from "../../kernel/id.ts";
import type { Ctx } from "../../kernel/module.ts";
import type { IdentityRequest } from "./contacts.api.ts";
import { homeCountry } from "./country.ts";
import { findIdentities, handle, type IdentityKey, identityKey, insertIdentities, releaseIdentities } from "./identity-rows.ts";
import { readPhone } from "./phone.ts";
import { identityColumns, presentIdentity } from "./present.ts";
import { requireContact } from "./require-contact.ts";

type Request = z.output<typeof IdentityRequest>;

/** Adding what the contact already has answers what is there. */
export const addIdentity = (ctx: Ctx, contactId: string, request: Request) =>
  ctx.transaction(async (tx) => {
    const contact = await requireContact(tx, ctx.organizationId, contactId);
    const [claimed] = await claimIdentities(tx, ctx, { contactId, country: contact.country, identities: [request], field: () => "value" });
    if (claimed?.isNew) await emit(tx, ctx, "contact.identity_added", { contactId, identityId: claimed.id, kind: request.kind });
    return presentIdentity(
      await tx
        .selectFrom("identities")
        .select(identityColumns)
        .where("organization_id", "=", ctx.organizationId)
        .where("id", "=", claimed?.id ?? "")
        .executeTakeFirstOrThrow(),
    );
  });

export const removeIdentity = (ctx: Ctx, contactId: string, identityId: string) =>
  ctx.transaction(async (tx) => {
    await requireContact(tx, ctx.organizationId, contactId);
    const removed = await tx
      .deleteFrom("identities")
      .where("organization_id", "=", ctx.organizationId)
      .where("contact_id", "=", contactId)
      .where("id", "=", identityId)
      .returning("kind")
      .executeTakeFirst();
    if (!removed) throw notFound("identity");
    await emit(tx, ctx, "contact.identity_removed", { contactId, identityId, kind: removed.kind });
  });

type Claim = { contactId: string; country: string | null; identities: Request[]; field: (index: number) => string };

/** Gives a contact identities a member wrote down; refuses one that another contact has. */
export const claimIdentities = async (tx: Tx, ctx: Ctx, claim: Claim): Promise<{ id: string; isNew: boolean }[]> => {
  if (claim.identities.length === 0) return [];
  const { organizationId } = ctx;
  const country = claim.country ?? (await homeCountry(tx, organizationId));
  const keys = [
    ...new Map(
      claim.identities.map((identity, index) => readIdentity(identity, country, claim.field(index))).map((key) => [handle(key), key]),
    ).values(),
  ];
  const found = await findIdentities(tx, organizationId, keys);
  const taken = [...found.values()].find((row) => row.contact_id !== claim.contactId && row.retired_at === null);
  if (taken) throw alreadyThere(taken.contact_id);
  // A number somebody gave up: it stays with them as history, under another key.
  await releaseIdentities(
    tx,
    organizationId,
    [...found.values()].filter((row) => row.contact_id !== claim.contactId).map((row) => row.id),
  );
  const own = new Map([...found].filter(([, row]) => row.contact_id === claim.contactId));
  const back = [...own.values()].filter((row) => row.retired_at !== null).map((row) => row.id);
  if (back.length > 0)
    await tx
      .updateTable("identities")
      .set({ retired_at: null })
      .where("organization_id", "=", organizationId)
      .where("id", "in", back)
      .execute();
  const fresh = keys
    .filter((key) => !own.has(handle(key)))
    .map((key) => ({ ...key, id: newId(), contactId: claim.contactId, at: new Date(), evidence: { by: ctx.actor.kind } }));
  const added = await insertIdentities(tx, organizationId, fresh);
  if (added.size < fresh.length) {
    const rival = [...(await findIdentities(tx, organizationId, fresh)).values()].find((row) => row.contact_id !== claim.contactId);
    throw alreadyThere(rival?.contact_id ?? claim.contactId);
  }
  return keys.map((key) => {
    const row = own.get(handle(key));
    return row ? { id: row.id, isNew: false } : { id: fresh.find((item) => handle(item) === handle(key))?.id ?? "", isNew: true };
  });
};

const alreadyThere = (contactId: string) =>
  conflict("identity_exists", "Another contact already has this number or address.", `See contact ${contactId}.`);

const readIdentity = (identity: Request, country: string | null, field: string): IdentityKey => {
  const value = identity.kind === "email" ? readEmail(identity.value) : readPhone(identity.value, country);
  if (value === null)
    throw identity.kind === "email"
      ? invalid(field, "This is not an e-mail address.")
      : invalid(field, "It is not clear which number this is.", "Write it with its country code, such as +44 20 7946 0018.");
  const key = identityKey({ kind: identity.kind, scope: "", value });
  if (!key) throw invalid(field, "Nothing is left of this value.");
  return key;
};

const readEmail = (text: string) => (z.email().safeParse(text.trim()).success ? text.trim() : null);
