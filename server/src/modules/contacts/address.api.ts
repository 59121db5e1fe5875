import { z } from "zod";

export const maximumAddresses = 20;
const part = (most: number) => z.string().trim().max(most).nullable();

/** A postal address; the parts are what one writes on a letter. */
export const ContactAddress = z
  .object({
    id: z.uuid(),
    label: z.string().describe("The team's word for it, such as Home; may be empty"),
    lines: z.string().describe("Street and number, and what else stands above the town; lines divided by newlines"),
    postalCode: z.string().nullable(),
    city: z.string().nullable(),
    region: z.string().nullable(),
    country: z.string().nullable().describe("ISO 3166, two letters"),
    main: z.boolean().describe("The one to use where one is enough; one of a contact's addresses always is"),
  })
  .meta({ id: "ContactAddress" });

export const AddressRequest = z
  .object({
    label: z.string().trim().max(60).optional(),
    lines: z.string().trim().max(300).optional(),
    postalCode: part(20).optional(),
    city: part(100).optional(),
    region: part(100).optional(),
    country: z.string().length(2).nullable().optional(),
    main: z.boolean().optional().describe("true makes it the main one and the others not; the first address is main by itself"),
  })
  .meta({ id: "AddressRequest" });
export const AddressPath = z.object({ contactId: z.uuid(), addressId: z.uuid() });
