import type { Tx } from "../../kernel/db/pools.ts";
import { contextFor, type Kernel } from "../../kernel/module.ts";
import { checkFacts, type Facts, fieldsOf, ownValue, writeContacts } from "../contacts/index.ts";
import type { Json } from "./message.ts";
import type { Sender } from "./senders.ts";

type Told = { facts: Partial<Facts>; fields: Record<string, unknown> };

/**
 * Traits become the contact's facts and the organization's own fields of the same key; others are not kept. `fill` writes only where nothing
 * stands. What does not fit a field is left out, the rest is written: nobody is there to correct it.
 */
export const writeTraits = async (
  kernel: Kernel,
  tx: Tx,
  sender: Sender,
  contactId: string,
  traits: Json,
  mode: "overwrite" | "fill",
): Promise<void> => {
  if (Object.keys(traits).length === 0) return;
  const definitions = (await fieldsOf(tx, sender.organizationId)).filter((definition) => !definition.archived);
  const told: Told = { facts: factsIn(traits), fields: {} };
  for (const { key } of definitions)
    if (traits[key] !== undefined && (mode === "overwrite" || traits[key] !== null)) told.fields[key] = traits[key];
  if (mode === "fill") await keepBlanks(tx, sender.organizationId, contactId, definitions, told);
  for (const { field } of checkFacts(definitions, told)) {
    if (field.startsWith("fields.")) delete told.fields[field.slice("fields.".length)];
    else delete told.facts[field as keyof Facts];
  }
  if (Object.keys(told.facts).length + Object.keys(told.fields).length === 0) return;
  const ctx = contextFor(kernel, sender.organizationId, sender.actor);
  const written = await writeContacts(tx, ctx, [{ contactId, ...told }]);
  const problems = written.get(contactId)?.problems ?? [];
  if (problems.length > 0) kernel.log.debug({ fields: problems.map((problem) => problem.field) }, "traits were not written");
};

const factsIn = (traits: Json): Partial<Facts> => {
  const text = (value: unknown, longest: number) =>
    typeof value === "string" && value.trim() !== "" ? value.trim().slice(0, longest) : undefined;
  const name =
    text(traits.name, 200) ?? text([traits.firstName, traits.lastName].filter((part) => typeof part === "string").join(" "), 200);
  const company = text(typeof traits.company === "object" && traits.company ? (traits.company as Json).name : traits.company, 200);
  const address = typeof traits.address === "object" && traits.address ? (traits.address as Json) : {};
  const country = text(traits.country ?? address.country, 2);
  const language = text(traits.language ?? traits.locale, 35);
  const timeZone = text(traits.timezone ?? traits.timeZone, 60);
  return {
    ...(name ? { name } : {}),
    ...(company ? { company } : {}),
    ...(country ? { country } : {}),
    ...(language ? { language } : {}),
    ...(timeZone ? { timeZone } : {}),
  };
};

const columns = { name: "name", company: "company", language: "language", country: "country", timeZone: "time_zone" } as const;

const keepBlanks = async (
  tx: Tx,
  organizationId: string,
  contactId: string,
  definitions: Awaited<ReturnType<typeof fieldsOf>>,
  told: Told,
) => {
  const row = await tx
    .selectFrom("contacts")
    .selectAll()
    .where("organization_id", "=", organizationId)
    .where("id", "=", contactId)
    .forUpdate()
    .executeTakeFirst();
  if (!row) return;
  for (const [fact, column] of Object.entries(columns)) if (row[column]) delete told.facts[fact as keyof Facts];
  for (const definition of definitions) if (ownValue(definition, row) !== null) delete told.fields[definition.key];
};
