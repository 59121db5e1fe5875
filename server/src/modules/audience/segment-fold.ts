import { type RawBuilder, sql } from "kysely";
import type { Tx } from "../../kernel/db/pools.ts";
import type { ContactCondition } from "../contacts/condition.api.ts";
import { conditionSql, type Known } from "../contacts/index.ts";
import type { RuleLeaf } from "./rule.api.ts";
import { holds } from "./rule.ts";
import type { Plan, PlanLeaf, Rule } from "./segment-plan.ts";

/** Contact -> leaves whose answer may be another one now; "all": every segment is folded. */
export type Touched = Map<string, ReadonlySet<number> | "all">;
export type Move = { contactId: string; segmentId: string; versionId: string; into: Rule["into"]; enters: boolean };

/** Asked of the contact as they are; never null. */
export const plainSql = (leaf: Exclude<RuleLeaf, { about: "event" }>, known: Known): RawBuilder<boolean> => {
  if (leaf.about !== "list") return conditionSql(leaf as ContactCondition, known);
  const on = sql<boolean>`exists (select from list_members k where k.organization_id = c.organization_id and k.contact_id = c.id and k.list_id = ${leaf.listId}::uuid)`;
  return leaf.op === "in" ? on : sql<boolean>`(not ${on})`;
};

/** Asks the rules that hold a touched leaf, those that ask about their segments after them, and answers who moves. */
export const fold = async (tx: Tx, plan: Plan, known: Known, touched: Touched): Promise<Move[]> => {
  const moves: Move[] = [];
  for (const [rules, contactIds] of groups(plan, touched)) {
    for (let from = 0; from < contactIds.length; from += 1000)
      moves.push(...(await foldSome(tx, plan, known, rules, contactIds.slice(from, from + 1000))));
  }
  return moves;
};

const fewGroups = 12;
/** A statement of its own costs as much as asking so many contacts about everything. */
const worthIt = 40;

/** Contacts with the same rules to ask go together; where these are too many kinds, the small ones all together. */
const groups = (plan: Plan, touched: Touched): [Rule[], string[]][] => {
  const found = new Map<string, [Set<Rule>, string[]]>();
  const bySignature = new Map<string, Set<Rule>>();
  for (const [contactId, leaves] of touched) {
    const signature = leaves === "all" ? "all" : [...leaves].sort((a, b) => a - b).join();
    const rules = bySignature.get(signature) ?? affected(plan, leaves);
    bySignature.set(signature, rules);
    if (rules.size === 0) continue;
    const key = [...rules].map((rule) => `${rule.versionId}${rule.into}`).join();
    const group = found.get(key) ?? [rules, []];
    found.set(key, group);
    group[1].push(contactId);
  }
  const all = [...found.values()];
  const apart = all.length <= fewGroups ? all : all.filter(([, contactIds]) => contactIds.length >= worthIt);
  const rest = all.filter((group) => !apart.includes(group));
  const merged: [Set<Rule>, string[]][] =
    rest.length === 0 ? apart : [...apart, [new Set(rest.flatMap(([rules]) => [...rules])), rest.flatMap(([, contactIds]) => contactIds)]];
  return merged.map(([rules, contactIds]) => [plan.rules.filter((rule) => rules.has(rule)), contactIds]);
};

/** The rules that hold one of the leaves, and those that ask about a segment which may change so. */
const affected = (plan: Plan, leaves: ReadonlySet<number> | "all"): Set<Rule> => {
  if (leaves === "all") return new Set(plan.rules);
  const rules = new Set<Rule>();
  const add = (rule: Rule) => {
    if (rules.has(rule)) return;
    rules.add(rule);
    if (rule.into === "next") return;
    for (const leaf of plan.byKey.get(`segment:${rule.segmentId}`) ?? []) for (const other of plan.holding.get(leaf.id) ?? []) add(other);
  };
  for (const id of leaves) for (const rule of plan.holding.get(id) ?? []) add(rule);
  return rules;
};

type Row = { id: string; states: number[] | null; members: string[] | null; next: string[] | null; plain: string };

const foldSome = async (tx: Tx, plan: Plan, known: Known, rules: Rule[], contactIds: string[]): Promise<Move[]> => {
  const leaves = [...new Set(rules.flatMap((rule) => [...rule.leaves]))].flatMap((id) => plan.leaves.get(id) ?? []);
  const plain = leaves.filter(({ leaf }) => leaf.about !== "event" && leaf.about !== "segment");
  const rows = await readRows(tx, plan, known, rules, leaves, plain, contactIds);
  const order = new Map(plain.map((leaf, at) => [leaf.id, at]));
  const moves: Move[] = [];
  for (const row of rows) {
    const members = new Set(row.members);
    const next = new Set(row.next);
    const states = new Map(row.states?.map((id) => [Math.abs(id), id > 0]));
    const answer = (id: number): boolean => {
      const known = plan.leaves.get(id) as PlanLeaf;
      const { leaf } = known;
      if (leaf.about === "event") return states.get(id) ?? known.base;
      if (leaf.about === "segment") return members.has(leaf.segmentId) === (leaf.op === "in");
      return row.plain[order.get(id) ?? -1] === "1";
    };
    for (const rule of rules) {
      if (!follows(rule, row.id)) continue;
      const [set, key] = rule.into === "members" ? [members, rule.segmentId] : [next, rule.versionId];
      const enters = holds(rule.tree, answer);
      if (enters === set.has(key)) continue;
      if (enters) set.add(key);
      else set.delete(key);
      moves.push({ contactId: row.id, segmentId: rule.segmentId, versionId: rule.versionId, into: rule.into, enters });
    }
  }
  return moves;
};

const follows = ({ after, upTo }: Rule, contactId: string): boolean =>
  upTo !== null && contactId <= upTo && (after === null || contactId > after);

/**
 * One row per contact: kept answers (of a no the negative), where they are now, and the answers of all other leaves in their order. All of a
 * contact's rows are one stretch of the key: naming the wanted ones made it a probe for each, three times as slow.
 */
const readRows = async (
  tx: Tx,
  plan: Plan,
  known: Known,
  rules: Rule[],
  leaves: PlanLeaf[],
  plain: PlanLeaf[],
  contactIds: string[],
): Promise<Row[]> => {
  const events = leaves.some(({ leaf }) => leaf.about === "event");
  const next = rules.some((rule) => rule.into === "next");
  const answers = plain.map(({ leaf }) => sql`(${plainSql(leaf as Exclude<RuleLeaf, { about: "event" }>, known)})::int`);
  const { rows } = await sql<Row>`
    select c.id,
           ${
             events
               ? sql`(select array_agg(case when s.ok then s.leaf_id else - s.leaf_id end) from leaf_state s where s.organization_id = c.organization_id and s.contact_id = c.id)`
               : sql`null::int[]`
           } as states,
           (select array_agg(m.segment_id::text) from segment_members m where m.organization_id = c.organization_id and m.contact_id = c.id) as members,
           ${
             next
               ? sql`(select array_agg(n.version_id::text) from segment_next n where n.organization_id = c.organization_id and n.contact_id = c.id)`
               : sql`null::text[]`
           } as next,
           ${answers.length > 0 ? sql`array_to_string(array[${sql.join(answers)}], '')` : sql`''`} as plain
      from contacts c where c.organization_id = ${plan.organizationId} and c.id = any(${contactIds}::uuid[])`.execute(tx);
  return rows;
};
