import { personal, plain, type Subject, table } from "../../kernel/register.ts";

const clear = (reason: string) => ({ protection: "clear", reason }) as const;
const tenant = plain("tenant key");
const key = plain("surrogate key");
const contact: Subject = { kind: "end_customer", path: "contact_id -> contacts.id" };
const whose = personal("user.unique_id", clear("whom it is about"));
const noPerson: Subject = { kind: "none", reason: "rules the organization wrote, and counts; whom they hold of stands in segment_members" };
const author = personal("user.unique_id", { ...clear("who wrote it"), subject: "member" });
const own = { subject: noPerson, purpose: "direct_messaging", basis: "legitimate_interest", erase: "none", export: null } as const;
const persons = { subject: contact, purpose: "direct_messaging", basis: "legitimate_interest", erase: "delete", export: null } as const;

export const segmentsData = [
  table("segments", {
    ...own,
    subject: { kind: "member", path: "created_by.memberId -> members.id" },
    keep: { with: "organizations.id" },
    columns: {
      organization_id: tenant,
      id: key,
      name: plain("what the team calls it"),
      description: plain("what it is for"),
      version_id: plain("the rule in force"),
      next_version_id: plain("the rule being built"),
      members: plain("how many, kept on write"),
      created_by: author,
      created_at: plain("when"),
      updated_at: plain("when"),
      archived_at: plain("since when it is kept without members"),
      removed_at: plain("deleted, until it is emptied"),
    },
  }),
  table("segment_versions", {
    ...own,
    subject: { kind: "member", path: "created_by.memberId -> members.id" },
    keep: { with: "segments.id" },
    columns: {
      organization_id: tenant,
      id: key,
      segment_id: plain("whose rule"),
      number: plain("counts up with every edit"),
      rule: plain("the rule as it was written"),
      leaves: plain("the questions it asks"),
      reason: plain("made, edited, rebuilt or restored"),
      created_by: author,
      created_at: plain("when"),
      walked_to: plain("how far contacts have been asked"),
      walked_at: plain("when all were"),
      applied_to: plain("how far the members follow it"),
      in_force_at: plain("since when"),
      replaced_at: plain("until when"),
    },
  }),
  table("segment_leaves", {
    ...own,
    keep: { with: "segments.id" },
    columns: {
      organization_id: tenant,
      id: key,
      hash: plain("finds an equal question"),
      about: plain("which kind"),
      definition: plain("the question"),
      keys: plain("which news may change its answer"),
      state: plain("being built, ready, or being dropped"),
      created_at: plain("when"),
      built_at: plain("when"),
    },
  }),
  table("segment_plans", {
    ...own,
    keep: { with: "organizations.id" },
    columns: {
      organization_id: tenant,
      revision: plain("tells whether a plan read before still holds"),
      generation: plain("counts up when everything is built anew"),
      shape: plain("what the rules' fields, tags and lists were when they were built"),
    },
  }),
  table("leaf_state", {
    ...persons,
    keep: { with: "contacts.id" },
    columns: {
      organization_id: tenant,
      contact_id: whose,
      leaf_id: plain("which question"),
      ok: personal("user.behavior", clear("the answer, counted from their events; read with every change")),
      due_at: personal("user.behavior", clear("when time alone may change it")),
    },
  }),
  table("segment_members", {
    ...persons,
    keep: { with: "contacts.id" },
    export: "contact",
    columns: {
      organization_id: tenant,
      segment_id: personal("user.behavior", clear("which segment they are in")),
      contact_id: whose,
      since: personal("user.behavior", clear("since when")),
    },
  }),
  table("segment_next", {
    ...persons,
    keep: { with: "contacts.id" },
    columns: { organization_id: tenant, version_id: plain("the rule being built"), contact_id: whose },
  }),
  table("segment_days", {
    ...own,
    keep: { with: "segments.id" },
    columns: {
      organization_id: tenant,
      segment_id: plain("which segment"),
      day: plain("the organization's calendar day"),
      entered: plain("how many came"),
      departed: plain("how many went"),
      members: plain("how many there were at its end"),
    },
  }),
  table("segment_touches", {
    ...persons,
    keep: { with: "the next pass, about a second" },
    columns: { organization_id: tenant, id: key, contact_id: whose, keys: plain("what kind of news it was"), again: plain("how to look") },
  }),
  table("segment_gone", {
    ...persons,
    keep: { with: "the next pass, about a second" },
    columns: { organization_id: tenant, id: key, segment_id: plain("what they were in"), contact_id: whose },
  }),
  table("lists", {
    ...own,
    subject: { kind: "member", path: "created_by.memberId -> members.id" },
    keep: { with: "organizations.id" },
    columns: {
      organization_id: tenant,
      id: key,
      name: plain("what the team calls it"),
      description: plain("what it is for"),
      members: plain("how many, kept on write"),
      created_by: author,
      created_at: plain("when"),
    },
  }),
  table("list_members", {
    ...persons,
    keep: { with: "contacts.id" },
    export: "contact",
    columns: {
      organization_id: tenant,
      list_id: personal("user.behavior", clear("which list somebody put them on")),
      contact_id: whose,
      added_at: plain("when"),
    },
  }),
];
