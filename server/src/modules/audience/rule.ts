import { type RawBuilder, sql } from "kysely";
import type { RuleGroup, RuleLeaf } from "./rule.api.ts";

export const isGroup = (node: RuleGroup | RuleLeaf): node is RuleGroup => "match" in node;

/** Every leaf with its place, such as `rule.rules.1.rules.0`. */
export const leavesOf = (rule: RuleGroup, path = "rule"): { leaf: RuleLeaf; path: string }[] =>
  rule.rules.flatMap((node, at) => {
    const place = `${path}.rules.${at}`;
    return isGroup(node) ? leavesOf(node, place) : [{ leaf: node, path: place }];
  });

export const depthOf = (rule: RuleGroup): number => 1 + Math.max(0, ...rule.rules.map((node) => (isGroup(node) ? depthOf(node) : 0)));

/** A tree whose leaves are something else: ids of stored questions, or answers. */
export type Tree<T> = { match: RuleGroup["match"]; rules: (Tree<T> | { leaf: T })[] };

export const mapRule = <T>(rule: RuleGroup, leaf: (leaf: RuleLeaf, path: string) => T, path = "rule"): Tree<T> => ({
  match: rule.match,
  rules: rule.rules.map((node, at) => {
    const place = `${path}.rules.${at}`;
    return isGroup(node) ? mapRule(node, leaf, place) : { leaf: leaf(node, place) };
  }),
});

export const holds = <T>(tree: Tree<T>, answer: (leaf: T) => boolean): boolean => {
  const one = (node: Tree<T> | { leaf: T }) => ("leaf" in node ? answer(node.leaf) : holds(node, answer));
  if (tree.match === "all") return tree.rules.every(one);
  return tree.match === "any" ? tree.rules.some(one) : !tree.rules.some(one);
};

/** The same as SQL; every leaf must be a question that is never null. */
export const treeSql = <T>(tree: Tree<T>, leaf: (leaf: T) => RawBuilder<boolean>): RawBuilder<boolean> => {
  if (tree.rules.length === 0) return tree.match === "any" ? sql<boolean>`false` : sql<boolean>`true`;
  const parts = tree.rules.map((node) => ("leaf" in node ? leaf(node.leaf) : treeSql(node, leaf)));
  const joined = sql<boolean>`(${sql.join(parts, tree.match === "all" ? sql` and ` : sql` or `)})`;
  return tree.match === "none" ? sql<boolean>`(not ${joined})` : joined;
};
