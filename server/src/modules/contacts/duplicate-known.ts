import { sql } from "kysely";
import type { Tx } from "../../kernel/db/pools.ts";
import type { Known } from "./duplicate-keys.ts";
import { type StoredValue, valuesOf } from "./field-values.ts";
import { type FieldDefinition, fieldsOf } from "./fields.ts";
import type { ContactRow } from "./present.ts";

/** `suspects`: contacts that the intake saw named together with one of theirs. */
export type KnownPerson = Known & { suspects: string[] };

/** What is known of contacts, as far as it tells whether two are one; who is gone is left out, who is there stays until the transaction ends. */
export const knownOf = async (tx: Tx, organizationId: string, contactIds: string[]): Promise<Map<string, KnownPerson>> => {
  if (contactIds.length === 0) return new Map();
  const contacts = await tx
    .selectFrom("contacts")
    .selectAll()
    .where("organization_id", "=", organizationId)
    .where("id", "in", contactIds)
    .orderBy("id")
    .forKeyShare()
    .execute();
  if (contacts.length === 0) return new Map();
  const ids = contacts.map((contact) => contact.id);
  const fields = (await fieldsOf(tx, organizationId)).filter((field) => !field.archived && ["phone", "email", "date"].includes(field.type));
  const { rows: identities } = await sql<{ contact_id: string; kind: string; value: string; suspects: string[] }>`
    select contact_id, kind, value, coalesce(evidence -> 'suspects', '[]') as suspects from identities
     where organization_id = ${organizationId} and contact_id = any(${ids}::uuid[]) and retired_at is null order by id`.execute(tx);
  const addresses = await tx
    .selectFrom("contact_addresses")
    .select(["contact_id", "postal_code", "lines", "city"])
    .where("organization_id", "=", organizationId)
    .where("contact_id", "in", ids)
    .execute();
  const identitiesOf = Map.groupBy(identities, (row) => row.contact_id);
  const addressesOf = Map.groupBy(addresses, (row) => row.contact_id);
  return new Map(
    contacts.map((contact) => [
      contact.id,
      {
        name: contact.name,
        company: contact.company,
        country: contact.country,
        identities: (identitiesOf.get(contact.id) ?? []).map(({ kind, value }) => ({ kind, value })),
        addresses: (addressesOf.get(contact.id) ?? []).map(({ postal_code, lines, city }) => ({ postalCode: postal_code, lines, city })),
        values: valuesFor(fields, contact),
        suspects: (identitiesOf.get(contact.id) ?? []).flatMap(({ suspects }) => suspects),
      },
    ]),
  );
};

const valuesFor = (fields: FieldDefinition[], contact: ContactRow): Known["values"] => {
  const values: Record<string, StoredValue> = valuesOf(fields, contact);
  return fields.flatMap((field) => {
    const value = values[field.key];
    return typeof value === "string" && value !== "" ? [{ field, value }] : [];
  });
};
