import type { Tx } from "../../kernel/db/pools.ts";
import type { IdentityKind } from "./match-key.ts";
import { displayPhone } from "./phone.ts";

type Shown = { kind: string; value: string; retired_at?: Date | null };

/** How an identity is shown to people. */
export const displayIdentity = (identity: { kind: string; value: string }): string => {
  if (identity.kind === "phone" || identity.kind === "claimed_phone") return displayPhone(identity.value);
  return identity.kind === "whatsapp_username" ? `@${identity.value}` : identity.value;
};

const order: IdentityKind[] = ["whatsapp_username", "phone", "email"];

/** What to call a person, never empty: the name, else @username, phone, e-mail, else "Customer" and the end of the id. */
export const displayName = (contact: { id: string; name: string }, identities: Shown[]): string => {
  if (contact.name.trim() !== "") return contact.name;
  for (const retired of [false, true]) {
    for (const kind of order) {
      const found = identities.find((identity) => identity.kind === kind && Boolean(identity.retired_at) === retired);
      if (found) return displayIdentity(found);
    }
  }
  return `Customer ${contact.id.slice(-4)}`;
};

/** Names of many contacts in two queries, for the lists of other modules. An unknown id is left out. */
export const namesOf = async (tx: Tx, organizationId: string, contactIds: string[]): Promise<Map<string, string>> => {
  if (contactIds.length === 0) return new Map();
  const contacts = await tx
    .selectFrom("contacts")
    .select(["id", "name"])
    .where("organization_id", "=", organizationId)
    .where("id", "in", contactIds)
    .execute();
  const nameless = contacts.filter((contact) => contact.name.trim() === "").map((contact) => contact.id);
  const identities =
    nameless.length === 0
      ? []
      : await tx
          .selectFrom("identities")
          .select(["contact_id", "kind", "value", "retired_at"])
          .where("organization_id", "=", organizationId)
          .where("contact_id", "in", nameless)
          .orderBy("id")
          .execute();
  const byContact = Map.groupBy(identities, (identity) => identity.contact_id);
  return new Map(contacts.map((contact) => [contact.id, displayName(contact, byContact.get(contact.id) ?? [])]));
};
