import { personal, plain, type Subject, table } from "../../kernel/register.ts";

const contact: Subject = { kind: "end_customer", path: "contact_id -> contacts.id" };
const clear = (reason: string) => ({ protection: "clear", reason }) as const;
const tenant = plain("tenant key");
const key = plain("surrogate key");
const whose = personal("user.unique_id", clear("whose row it is"));
const ofPerson = {
  subject: contact,
  purpose: "customer_support",
  basis: "legitimate_interest",
  keep: { with: "contacts.id" },
  erase: "delete",
} as const;
const ofTeam = (reason: string) =>
  ({
    subject: { kind: "none", reason },
    purpose: "customer_support",
    basis: "legitimate_interest",
    keep: { with: "organizations.id" },
    erase: "none",
    export: null,
  }) as const;

export const recordData = [
  table("fields", {
    ...ofTeam("what the organization asks about people; the answers stand in contacts"),
    columns: {
      organization_id: tenant,
      key: plain("what the API, imports and conditions call it, whatever its name"),
      name: plain("the team's word"),
      help: plain("what the team means by it"),
      type: plain("what kind of value it takes"),
      required: plain("whether a person made by hand must have it"),
      default_value: plain("what a new person gets"),
      options: plain("what one may choose"),
      currency: plain("the currency of amounts"),
      category: plain("the category of personal data its values are, chosen when the field was made"),
      position: plain("its place in the order"),
      slot: plain("the column of contacts its values are in"),
      indexed: plain("whether that column has an index"),
      archived_at: plain("since when it is neither shown nor asked"),
      deleted_at: plain("since when its values are being removed"),
      created_at: plain("when"),
    },
  }),
  table("field_changes", {
    ...ofPerson,
    export: "contact",
    columns: {
      organization_id: tenant,
      event_id: plain("the event that says who changed it and when"),
      contact_id: whose,
      field: plain("which fact"),
      before: personal("user", clear("what stood there, shown in the person's history")),
      after: personal("user", clear("what was put there, shown in the person's history")),
    },
  }),
  table("stage_entries", {
    ...ofPerson,
    export: "contact",
    columns: {
      organization_id: tenant,
      contact_id: whose,
      stage: personal("user.behavior", clear("how far the relation had come")),
      entered_at: personal("user.behavior", clear("since when")),
      left_at: personal("user.behavior", clear("until when")),
    },
  }),
  table("contact_addresses", {
    ...ofPerson,
    export: "contact",
    columns: {
      organization_id: tenant,
      id: key,
      contact_id: whose,
      label: plain("the team's word for it, such as home"),
      lines: personal("user.contact.address.street", clear("read by the team")),
      postal_code: personal("user.contact.address.postal_code", clear("read by the team")),
      city: personal("user.contact.address.city", clear("read by the team")),
      region: personal("user.contact.address.state", clear("read by the team")),
      country: personal("user.contact.address.country", clear("read by the team")),
      main: plain("the one to use where one is enough"),
      created_at: plain("when"),
    },
  }),
  table("score_rules", {
    ...ofTeam("what the organization counts as interest; what it gives a person stands in score_states"),
    columns: {
      organization_id: tenant,
      id: key,
      name: plain("the team's words"),
      kind: plain("whether it asks about the contact or about an event"),
      condition: plain("what must hold of the contact"),
      event: plain("what must have happened"),
      points: plain("what it gives"),
      at_most: plain("how many events count"),
      window_days: plain("how old an event may be"),
      half_life_days: plain("after how many days it counts half"),
      active: plain("whether it counts"),
      position: plain("its place in the order"),
      created_at: plain("when"),
      removed_at: plain("since when it is being taken out of all scores"),
    },
  }),
  table("score_states", {
    ...ofPerson,
    export: "contact",
    columns: {
      organization_id: tenant,
      contact_id: whose,
      rule_id: plain("which rule"),
      points: personal("user.behavior", clear("what it gives this person now, shown beside the score")),
      times: personal("user.behavior", clear("how many events count")),
      newest_at: personal("user.behavior", clear("when the newest of them was")),
      due_at: plain("when to look again"),
    },
  }),
  table("score_passes", {
    ...ofTeam("how far counting again has come; the id is only a place in the order"),
    columns: {
      organization_id: tenant,
      reached: personal("user.unique_id", { ...clear("the last contact counted") }),
      counted: plain("how many"),
      started_at: plain("when"),
      finished_at: plain("when"),
    },
  }),
];
