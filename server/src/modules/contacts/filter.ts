import { type RawBuilder, sql } from "kysely";
import { z } from "zod";
import type { Tx } from "../../kernel/db/pools.ts";
import { invalid } from "../../kernel/errors.ts";
import { Condition, type ContactCondition } from "./condition.api.ts";
import { conditionSql, type Known } from "./condition.ts";
import { askedField } from "./condition-fields.ts";

export const mostConditions = 20;
export const Filter = z.array(Condition).max(mostConditions);

/** The address's text, read as up to 20 conditions. */
export const readFilter = (text: string | undefined): ContactCondition[] => {
  if (text === undefined || text === "") return [];
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch {
    throw invalid(
      "filter",
      "The filter is not JSON.",
      'Pass a list such as [{"about":"field","field":"stage","op":"is","value":"customer"}].',
    );
  }
  const read = Filter.safeParse(raw);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  throw invalid(
    ["filter", ...(issue?.path ?? [])].join("."),
    issue?.message ?? "This is no filter.",
    `A list of at most ${mostConditions} conditions.`,
  );
};

/** A text condition an index of words may answer: which column, and what it must be like. */
type Words = { target: string; patterns: string[] };

const escaped = (text: string) => text.replaceAll(/[\\%_]/g, String.raw`\$&`);

const wordsOf = (condition: ContactCondition, known: Known): Words | null => {
  if (condition.about !== "field") return null;
  const asked = askedField(condition.field, known.fields);
  const target = asked?.slot ?? (condition.field === "name" || condition.field === "company" ? condition.field : null);
  if (asked?.kind !== "text" || target === null) return null;
  const values = (Array.isArray(condition.value) ? condition.value : [condition.value]).map((each) => escaped(String(each)));
  switch (condition.op) {
    case "is":
    case "one_of":
      return { target, patterns: values };
    case "starts_with":
      return { target, patterns: values.map((value) => `${value}%`) };
    case "contains":
      // Fewer than three characters hold no whole trigram.
      return values.every((value) => value.length >= 3) ? { target, patterns: values.map((value) => `%${value}%`) } : null;
    default:
      return null;
  }
};

/** Names of the indexes the conditions would be answered by, and what kind each is; see field-index.ts. */
export const indexesFor = (conditions: readonly ContactCondition[], known: Known): string[] =>
  conditions.flatMap((condition) => {
    if (condition.about !== "field") return [];
    const slot = askedField(condition.field, known.fields)?.slot;
    if (!slot) return [];
    const words = wordsOf(condition, known);
    return words ? [`contacts_words_${words.target}`] : [`contacts_order_${slot}`];
  });

const fewest = 20_000;

/** Conditions as SQL, those on words last: folding a text costs a hundred times what a comparison does. */
export const whereOf = (conditions: readonly ContactCondition[], known: Known): RawBuilder<unknown>[] =>
  dearLast(conditions, known).map((condition) => conditionSql(condition, known));

const dearLast = (conditions: readonly ContactCondition[], known: Known): ContactCondition[] => {
  const dear = (condition: ContactCondition) =>
    condition.about === "field" && askedField(condition.field, known.fields)?.kind === "text" ? 1 : 0;
  return conditions.toSorted((a, b) => dear(a) - dear(b));
};

/**
 * The same, with rare words already looked up in their index (as candor_app a comparison of words meets none). Null: nobody can match.
 * `indexes` are those there are.
 */
export const lookUpWords = async (
  tx: Tx,
  organizationId: string,
  conditions: readonly ContactCondition[],
  known: Known,
  indexes: ReadonlySet<string>,
): Promise<RawBuilder<unknown>[] | null> => {
  const where: RawBuilder<unknown>[] = [];
  for (const condition of dearLast(conditions, known)) {
    const words = wordsOf(condition, known);
    const ready = words && (!/^t\d/.test(words.target) || indexes.has(`contacts_words_${words.target}`));
    const ids = ready ? await few(tx, organizationId, words) : null;
    if (ids?.length === 0) return null;
    where.push(ids ? sql`c.id = any (${ids}::uuid[])` : conditionSql(condition, known));
  }
  return where;
};

const few = async (tx: Tx, organizationId: string, { target, patterns }: Words): Promise<string[] | null> => {
  const { rows } = await sql<{ ids: string[] }>`
    select candor_find_texts(${organizationId}, ${target}, array(select candor_fold(p) from unnest(${patterns}::text[]) as p), ${fewest}) as ids`.execute(
    tx,
  );
  const ids = rows[0]?.ids ?? [];
  return ids.length > fewest ? null : ids;
};
