import { isSupportedCountry } from "libphonenumber-js/max";
import type { z } from "zod";
import type { Tx } from "../../kernel/db/pools.ts";
import { conflict, invalid, notFound } from "../../kernel/errors.ts";
import { type EventRow, emitMany } from "../../kernel/events.ts";
import { newId } from "../../kernel/id.ts";
import type { Ctx } from "../../kernel/module.ts";
import { type AddressRequest, type ContactAddress, maximumAddresses } from "./address.api.ts";
import { requireContact } from "./require-contact.ts";
import { insertFieldChanges } from "./write-rows.ts";

type Request = z.output<typeof AddressRequest>;
type Address = z.input<typeof ContactAddress>;

/** The main one first, then in the order they were learned. */
export const addressesOf = async (tx: Tx, organizationId: string, contactId: string): Promise<Address[]> => {
  const rows = await tx
    .selectFrom("contact_addresses")
    .select(["id", "label", "lines", "postal_code", "city", "region", "country", "main"])
    .where("organization_id", "=", organizationId)
    .where("contact_id", "=", contactId)
    .orderBy("main", "desc")
    .orderBy("id")
    .execute();
  return rows.map(({ postal_code, ...row }) => ({ ...row, postalCode: postal_code }));
};

export const addAddress = (ctx: Ctx, contactId: string, request: Request) =>
  ctx.transaction(async (tx) => {
    await requireContact(tx, ctx.organizationId, contactId);
    const have = await addressesOf(tx, ctx.organizationId, contactId);
    if (have.length >= maximumAddresses)
      throw conflict("too_many_addresses", `A contact has at most ${maximumAddresses} addresses.`, "Remove one first.");
    const address = { ...blank, id: newId(), ...partsOf(request), main: have.length === 0 || request.main === true };
    requireSomething(address);
    if (address.main) await noneIsMain(tx, ctx.organizationId, contactId);
    await tx
      .insertInto("contact_addresses")
      .values({ organization_id: ctx.organizationId, contact_id: contactId, ...columnsOf(address) })
      .execute();
    await tell(tx, ctx, contactId, null, address);
    return address;
  });

export const changeAddress = (ctx: Ctx, contactId: string, addressId: string, request: Request) =>
  ctx.transaction(async (tx) => {
    await requireContact(tx, ctx.organizationId, contactId);
    const before = (await addressesOf(tx, ctx.organizationId, contactId)).find((each) => each.id === addressId);
    if (!before) throw notFound("address");
    const after = { ...before, ...partsOf(request), main: before.main || request.main === true };
    requireSomething(after);
    if (JSON.stringify(before) === JSON.stringify(after)) return after;
    if (after.main && !before.main) await noneIsMain(tx, ctx.organizationId, contactId);
    await tx
      .updateTable("contact_addresses")
      .set(columnsOf(after))
      .where("organization_id", "=", ctx.organizationId)
      .where("id", "=", addressId)
      .execute();
    await tell(tx, ctx, contactId, before, after);
    return after;
  });

/** Where the main one goes, the oldest of the others becomes it. */
export const removeAddress = (ctx: Ctx, contactId: string, addressId: string) =>
  ctx.transaction(async (tx) => {
    await requireContact(tx, ctx.organizationId, contactId);
    const have = await addressesOf(tx, ctx.organizationId, contactId);
    const gone = have.find((each) => each.id === addressId);
    if (!gone) throw notFound("address");
    await tx.deleteFrom("contact_addresses").where("organization_id", "=", ctx.organizationId).where("id", "=", addressId).execute();
    const heir = gone.main ? have.find((each) => each.id !== addressId) : undefined;
    if (heir)
      await tx
        .updateTable("contact_addresses")
        .set({ main: true })
        .where("organization_id", "=", ctx.organizationId)
        .where("id", "=", heir.id)
        .execute();
    await tell(tx, ctx, contactId, gone, null);
  });

const blank = { label: "", lines: "", postalCode: null, city: null, region: null, country: null };

const partsOf = (request: Request): Partial<Address> => {
  const country = request.country?.toUpperCase();
  if (country && !isSupportedCountry(country))
    throw invalid("country", "There is no such country.", "Use the two letters of ISO 3166, such as GB.");
  const { main: _main, ...parts } = request;
  for (const [field, text] of Object.entries(parts))
    if (text?.includes("\u0000")) throw invalid(field, "The text holds a NUL character.", "Remove it.");
  const kept = Object.entries({ ...parts, ...(country ? { country } : {}) }).filter(([, text]) => text !== undefined);
  return Object.fromEntries(kept.map(([field, text]) => [field, field === "label" || field === "lines" ? text : text || null]));
};

const requireSomething = (address: Address) => {
  if (oneLine(address) === "")
    throw invalid("lines", "There is nothing to write on a letter.", "Give at least a line, a town or a country.");
};

const columnsOf = ({ postalCode, ...address }: Address) => ({ ...address, postal_code: postalCode });

const noneIsMain = (tx: Tx, organizationId: string, contactId: string) =>
  tx
    .updateTable("contact_addresses")
    .set({ main: false })
    .where("organization_id", "=", organizationId)
    .where("contact_id", "=", contactId)
    .where("main", "=", true)
    .execute();

const oneLine = ({ lines, postalCode, city, region, country }: Address) =>
  [lines.replace(/\s*\n\s*/g, ", "), [postalCode, city].filter(Boolean).join(" "), region, country].filter(Boolean).join(", ");

const tell = async (tx: Tx, ctx: Ctx, contactId: string, before: Address | null, after: Address | null) => {
  const event: EventRow = {
    id: newId(),
    organizationId: ctx.organizationId,
    name: "contact.updated",
    payload: { contactId, fields: ["addresses"] },
    actor: ctx.actor,
  };
  await emitMany(tx, [event]);
  await insertFieldChanges(tx, ctx.organizationId, [
    { eventId: event.id ?? "", contactId, field: "addresses", before: before && oneLine(before), after: after && oneLine(after) },
  ]);
};
