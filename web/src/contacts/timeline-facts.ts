import type { Key } from "../i18n/index.ts";

/** Facts every contact has, by the names that events, conditions and merges use. */
export const factKeys: Record<string, Key> = {
  name: "contacts.name",
  company: "contacts.company",
  stage: "contacts.stage",
  ownerId: "contacts.owner",
  owner_id: "contacts.owner",
  owner: "contacts.owner",
  language: "contacts.language",
  country: "contacts.country",
  timeZone: "contacts.time_zone",
  time_zone: "contacts.time_zone",
  addresses: "record.addresses",
};
