import { defaultStage, type KnownFacts, readFacts } from "./facts.ts";
import { type Home, readValue } from "./field-read.ts";
import type { StoredValue } from "./field-values.ts";
import type { FieldDefinition } from "./fields.ts";
import type { ContactWrite, WriteProblem } from "./write.ts";

export type ReadWrite = { columns: Record<string, unknown>; values: Map<string, StoredValue | null>; problems: WriteProblem[] };

/** A write as typed columns and values, or what is wrong with it, all of it at once. */
export const readWrite = (
  definitions: readonly FieldDefinition[],
  write: Pick<ContactWrite, "facts" | "fields">,
  known: KnownFacts,
  home: Home,
  isNew: boolean,
): ReadWrite => {
  const { columns, problems } = readFacts(write.facts ?? {}, known);
  if (isNew) columns.stage ??= defaultStage;
  const values = new Map<string, StoredValue | null>();
  const problem = (field: string, message: string, remedy?: string) => problems.push({ field, message, ...(remedy ? { remedy } : {}) });
  const given = write.fields ?? {};
  for (const [key, raw] of Object.entries(given)) {
    const definition = definitions.find((each) => each.key === key);
    if (!definition) problem(`fields.${key}`.slice(0, 80), "There is no such field.", "Use a key of GET /fields.");
    else if (definition.archived) problem(`fields.${key}`, `${definition.name} is archived.`, "Bring the field back first.");
    else {
      const read = readValue(definition, raw, home);
      if ("message" in read) problem(`fields.${key}`, `${definition.name}: ${read.message}`, read.remedy);
      else values.set(key, read.value);
    }
  }
  for (const definition of definitions) {
    if (definition.archived) continue;
    if (isNew && !Object.hasOwn(given, definition.key) && definition.default !== null) values.set(definition.key, definition.default);
    const emptied = values.get(definition.key) === null;
    const absent = isNew && !Object.hasOwn(given, definition.key) && !values.has(definition.key);
    if (definition.required && (emptied || absent))
      problem(`fields.${definition.key}`, `${definition.name} is required.`, "Give it a value.");
  }
  return { columns, values, problems };
};
