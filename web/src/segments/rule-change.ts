import type { Leaf, Rule } from "./rule.ts";

/** Where in the tree: the places to go down from the top. */
export type Place = readonly number[];

export const isGroup = (rule: Rule | Leaf): rule is Rule => "match" in rule;

/** The tree with what `change` makes of the rule at a place; null takes it out. The rest stays the same object, so that only what changed is drawn again. */
export const changeAt = (tree: Rule, place: Place, change: (rule: Rule | Leaf) => Rule | Leaf | null): Rule => {
  const [first, ...rest] = place;
  if (first === undefined) {
    const next = change(tree);
    return next && isGroup(next) ? next : tree;
  }
  const rules = tree.rules.flatMap((rule, at) => {
    if (at !== first) return [rule];
    if (rest.length > 0) return isGroup(rule) ? [changeAt(rule, rest, change)] : [rule];
    const next = change(rule);
    return next ? [next] : [];
  });
  return { ...tree, rules };
};

export const addTo = (tree: Rule, place: Place, rule: Rule | Leaf): Rule =>
  changeAt(tree, place, (group) => (isGroup(group) ? { ...group, rules: [...group.rules, rule] } : group));

export const removeAt = (tree: Rule, place: Place): Rule => changeAt(tree, place, () => null);

/** The same once more, right below. */
export const copyAt = (tree: Rule, place: Place): Rule => {
  const at = place.at(-1) ?? 0;
  return changeAt(tree, place.slice(0, -1), (group) =>
    isGroup(group) ? { ...group, rules: group.rules.toSpliced(at, 0, group.rules[at] as Rule) } : group,
  );
};

/** In a group of its own, to which more can be added. */
export const wrapAt = (tree: Rule, place: Place): Rule => changeAt(tree, place, (rule) => ({ match: "any", rules: [rule] }));

export const leavesOf = (rule: Rule): number => rule.rules.reduce((sum, each) => sum + (isGroup(each) ? leavesOf(each) : 1), 0);
export const depthOf = (rule: Rule): number => 1 + Math.max(0, ...rule.rules.map((each) => (isGroup(each) ? depthOf(each) : 0)));

/** Every leaf with its place, in the order they are read. */
export const eachLeaf = (rule: Rule, place: Place = []): { leaf: Leaf; place: Place }[] =>
  rule.rules.flatMap((each, at) => (isGroup(each) ? eachLeaf(each, [...place, at]) : [{ leaf: each, place: [...place, at] }]));
