import { personal, plain, type Subject, table } from "../../kernel/register.ts";

const contact: Subject = { kind: "end_customer", path: "contact_id -> contacts.id" };
const clear = (reason: string) => ({ protection: "clear", reason }) as const;
const tenant = plain("tenant key");
const whose = personal("user.unique_id", clear("whose row it is"));
const ofPerson = {
  subject: contact,
  purpose: "customer_support",
  basis: "legitimate_interest",
  keep: { with: "contacts.id" },
  erase: "delete",
} as const;

export const mergeData = [
  table("merges", {
    ...ofPerson,
    export: "merges",
    columns: {
      organization_id: tenant,
      id: plain("surrogate key"),
      contact_id: whose,
      other_contact_id: personal("user.unique_id", clear("the contact that became part of this one")),
      contact: personal("user", clear("that contact's row as it was, until the merge is undone: what undoing brings back")),
      facts: personal("user", clear("what the merge wrote to the surviving contact and what stood there before")),
      counts: plain("how many rows of which kind were moved"),
      merged_by: personal("user.unique_id", { ...clear("who merged them"), subject: "member" }),
      merged_at: plain("when"),
      undone_by: personal("user.unique_id", { ...clear("who separated them again"), subject: "member" }),
      undone_at: plain("when"),
    },
  }),
  table("merge_rows", {
    ...ofPerson,
    subject: { kind: "end_customer", path: "merge_id -> merges.contact_id" },
    keep: { with: "merges.contact_id" },
    export: null,
    columns: {
      organization_id: tenant,
      merge_id: plain("belongs to"),
      relation: plain("the table"),
      moved: personal("user.unique_id", clear("keys of rows that go back when the merge is undone")),
      kept: personal("user.unique_id", clear("keys of rows that stay although what they hang on goes back")),
      set_aside: personal("user", clear("rows the surviving contact had already, whole, to bring back")),
      changed: personal("user", clear("what was changed in rows to make room, to bring back")),
    },
  }),
  table("duplicate_keys", {
    ...ofPerson,
    export: null,
    columns: {
      organization_id: tenant,
      contact_id: whose,
      key: personal("user.unique_id", {
        protection: "hashed",
        reason: "finds contacts that share a number, an address or a name and company, without repeating them",
      }),
      claimed: plain("whether only a browser said so"),
    },
  }),
  table("duplicates", {
    ...ofPerson,
    export: null,
    columns: {
      organization_id: tenant,
      contact_id: whose,
      other_contact_id: personal("user.unique_id", clear("who may be the same person")),
      score: plain("how likely"),
      reasons: personal("user.unique_id", clear("what the two share: kinds, not values")),
      found_at: plain("when"),
      dismissed_at: plain("when a member said they are two people"),
      dismissed_by: personal("user.unique_id", { ...clear("who said so"), subject: "member" }),
      merge_id: plain("the merge that carried this answer over"),
    },
  }),
];
