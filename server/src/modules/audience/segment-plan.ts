import { sql } from "kysely";
import type { Tx } from "../../kernel/db/pools.ts";
import { baseOf, hasState } from "./leaf.ts";
import type { RuleGroup, RuleLeaf } from "./rule.api.ts";
import { mapRule, type Tree } from "./rule.ts";

export type PlanLeaf = { id: number; leaf: RuleLeaf; keys: string[]; ready: boolean; stateful: boolean; base: boolean };

/** A version that somebody's membership follows: for contacts after `after` and up to `upTo`, in the members or in what will be. */
export type Rule = {
  segmentId: string;
  versionId: string;
  tree: Tree<number>;
  leaves: ReadonlySet<number>;
  into: "members" | "next";
  after: string | null;
  upTo: string | null;
};

/** All an evaluator knows of an organization's segments. `rules`: a segment comes after those it asks about. */
export type Plan = {
  organizationId: string;
  generation: number;
  leaves: ReadonlyMap<number, PlanLeaf>;
  byKey: ReadonlyMap<string, PlanLeaf[]>;
  rules: Rule[];
  /** Rules that hold a leaf. */
  holding: ReadonlyMap<number, Rule[]>;
};

type VersionRow = {
  id: string;
  segment_id: string;
  rule: RuleGroup;
  leaves: number[];
  current: boolean;
  walked_to: string | null;
  walked_at: Date | null;
  applied_to: string | null;
  next_applied_to: string | null;
};
const last = "ffffffff-ffff-ffff-ffff-ffffffffffff";
const plans = new WeakMap<object, Map<string, { revision: string; plan: Plan }>>();

/** Read again only after something changed; `cache` is whose memory it is (the kernel). */
export const planOf = async (tx: Tx, cache: object, organizationId: string): Promise<Plan | null> => {
  const row = (
    await sql<{ revision: string; generation: number }>`
      select revision::text, generation from segment_plans where organization_id = ${organizationId}`.execute(tx)
  ).rows[0];
  if (!row) return null;
  const kept = plans.get(cache) ?? new Map();
  plans.set(cache, kept);
  const found = kept.get(organizationId);
  if (found?.revision === row.revision) return found.plan;
  const plan = await readPlan(tx, organizationId, row.generation);
  kept.set(organizationId, { revision: row.revision, plan });
  return plan;
};

/** Whoever writes rules says so, in the same transaction. */
export const plansChanged = (tx: Tx, organizationId: string) =>
  sql`insert into segment_plans (organization_id) values (${organizationId})
      on conflict (organization_id) do update set revision = segment_plans.revision + 1`.execute(tx);

const readPlan = async (tx: Tx, organizationId: string, generation: number): Promise<Plan> => {
  const rows = await sql<{ id: number; definition: RuleLeaf; keys: string[]; state: string }>`
    select id, definition, keys, state from segment_leaves where organization_id = ${organizationId} and state <> 'dropped'`.execute(tx);
  const leaves = new Map(rows.rows.map((row) => [row.id, planLeaf(row)]));
  const versions = await sql<VersionRow>`
    select v.id, v.segment_id, v.rule, v.leaves, v.id = s.version_id as current, v.walked_to, v.walked_at, v.applied_to, n.applied_to as next_applied_to
      from segments s
      join segment_versions v on v.organization_id = s.organization_id and v.id in (s.version_id, s.next_version_id)
      left join segment_versions n on n.organization_id = s.organization_id and n.id = s.next_version_id
     where s.organization_id = ${organizationId} and s.archived_at is null and s.removed_at is null`.execute(tx);
  const rules = inOrder(
    versions.rows.flatMap((row) => rulesOf(row, treeOf(row))),
    leaves,
  );
  return {
    organizationId,
    generation,
    leaves,
    byKey: grouped([...leaves.values()].flatMap((leaf) => leaf.keys.map((key): [string, PlanLeaf] => [key, leaf]))),
    rules,
    holding: grouped(rules.flatMap((rule) => [...rule.leaves].map((id): [number, Rule] => [id, rule]))),
  };
};

const planLeaf = (row: { id: number; definition: RuleLeaf; keys: string[]; state: string }): PlanLeaf => ({
  id: row.id,
  leaf: row.definition,
  keys: row.keys,
  ready: row.state === "ready",
  stateful: hasState(row.definition),
  base: row.definition.about === "event" && baseOf(row.definition),
});

/** `leaves` are in the order in which the rule has them. */
const treeOf = (row: VersionRow): Tree<number> => {
  let at = 0;
  return mapRule(row.rule, () => row.leaves[at++] ?? 0);
};

const rulesOf = (row: VersionRow, tree: Tree<number>): Rule[] => {
  const rule = { segmentId: row.segment_id, versionId: row.id, tree, leaves: idsIn(tree) };
  if (row.current) return [{ ...rule, into: "members", after: row.next_applied_to, upTo: last }];
  return [
    ...(row.applied_to ? [{ ...rule, into: "members" as const, after: null, upTo: row.applied_to }] : []),
    { ...rule, into: "next", after: row.applied_to, upTo: row.walked_at ? last : row.walked_to },
  ];
};

const idsIn = (tree: Tree<number>): Set<number> => new Set(tree.rules.flatMap((node) => ("leaf" in node ? [node.leaf] : [...idsIn(node)])));

/** What will be is asked last: it reads the members of others as they are after this pass. */
const inOrder = (rules: Rule[], leaves: ReadonlyMap<number, PlanLeaf>): Rule[] => {
  const members = rules.filter((rule) => rule.into === "members");
  const done = new Set<string>();
  const sorted: Rule[] = [];
  const visit = (segmentId: string) => {
    if (done.has(segmentId)) return;
    done.add(segmentId);
    const own = members.filter((rule) => rule.segmentId === segmentId);
    for (const rule of own) for (const other of segmentsIn(rule, leaves)) visit(other);
    sorted.push(...own);
  };
  for (const rule of members) visit(rule.segmentId);
  return [...sorted, ...rules.filter((rule) => rule.into === "next")];
};

export const segmentsIn = (rule: Pick<Rule, "leaves">, leaves: ReadonlyMap<number, PlanLeaf>): string[] =>
  [...rule.leaves].flatMap((id) => {
    const leaf = leaves.get(id)?.leaf;
    return leaf?.about === "segment" ? [leaf.segmentId] : [];
  });

const grouped = <K, V>(pairs: [K, V][]): Map<K, V[]> => {
  const map = new Map<K, V[]>();
  for (const [key, value] of pairs) {
    const found = map.get(key);
    if (found) found.push(value);
    else map.set(key, [value]);
  }
  return map;
};
