import type { Tx } from "../../kernel/db/pools.ts";
import { invalid } from "../../kernel/errors.ts";
import { type FieldDefinition, fieldsOf } from "../contacts/index.ts";
import type { Settings } from "./import-settings.ts";
import { fold } from "./import-words.ts";

/** What cells may refer to, read once for a whole pass over the file. */
export type Known = {
  definitions: FieldDefinition[];
  home: { country: string | null; timeZone: string };
  /** Folded names and keys -> key. */
  stages: Map<string, string>;
  stageKeys: Set<string>;
  /** Folded names, addresses and ids -> member. Two of one name are nobody. */
  members: Map<string, string | null>;
  memberIds: Set<string>;
  /** How many names of tags the file has brought that nobody knew. */
  newTags: Set<string>;
  tagNames: Set<string>;
};

export const knownOf = async (tx: Tx, organizationId: string, settings: Pick<Settings, "country">): Promise<Known> => {
  const organization = await tx
    .selectFrom("organizations")
    .select(["country", "time_zone"])
    .where("id", "=", organizationId)
    .executeTakeFirstOrThrow();
  const stages = await tx
    .selectFrom("stages")
    .select(["key", "name"])
    .where("organization_id", "=", organizationId)
    .where("removed_at", "is", null)
    .execute();
  const members = await tx
    .selectFrom("members")
    .select(["id", "name", "email"])
    .where("organization_id", "=", organizationId)
    .where("deactivated_at", "is", null)
    .execute();
  const tags = await tx.selectFrom("tags").select("name").where("organization_id", "=", organizationId).execute();
  const named = new Map<string, string | null>();
  for (const member of members) {
    const name = fold(member.name);
    named.set(name, named.has(name) ? null : member.id);
  }
  for (const member of members) named.set(fold(member.email), member.id).set(member.id, member.id);
  return {
    definitions: await fieldsOf(tx, organizationId),
    home: { country: settings.country ?? organization.country, timeZone: organization.time_zone },
    stages: new Map(stages.flatMap(({ key, name }) => [[fold(key), key] as const, ...(name === null ? [] : [[fold(name), key] as const])])),
    stageKeys: new Set(stages.map((stage) => stage.key)),
    members: named,
    memberIds: new Set(members.map((member) => member.id)),
    newTags: new Set(),
    tagNames: new Set(tags.map((tag) => tag.name.toLowerCase())),
  };
};

const keyTypes = ["text", "phone", "email", "link", "number"];

/** Whether what the settings name is there; asked when they are given and again when the import begins. */
export const checkAgainst = (settings: Settings, definitions: FieldDefinition[], width: number) => {
  const open = new Map(definitions.filter((field) => !field.archived).map((field) => [`fields.${field.key}`, field]));
  const seen = new Set<string>();
  for (const [at, { column, to }] of settings.columns.entries()) {
    if (column >= width) throw invalid(`columns.${at}.column`, `The file has ${width} columns.`);
    if (to.startsWith("fields.") && !open.has(to))
      throw invalid(`columns.${at}.to`, "There is no such field.", "Use a key of GET /fields.");
    if (seen.has(to) && !["phone", "email", "tags"].includes(to))
      throw invalid(`columns.${at}.to`, "Only phone, email and tags may be in several columns.", "Leave one of the columns out.");
    seen.add(to);
  }
  for (const [at, key] of settings.match.entries()) {
    if (!seen.has(key)) throw invalid(`match.${at}`, "No column of the file goes there.", "Recognise contacts by something the file has.");
    const field = open.get(key);
    if (key.startsWith("fields.") && (!field || field.slot === null || !keyTypes.includes(field.type)))
      throw invalid(`match.${at}`, "Contacts cannot be recognised by this field.", "Use one of type text, number, phone, e-mail or link.");
  }
  if (seen.has("consent") && !settings.consent)
    throw invalid("consent", "Say for which channel the consent is.", "Name channel and purpose.");
  if (settings.consent && !seen.has("consent"))
    throw invalid("consent", "There is no column with the consent.", "Map a column to consent.");
};
