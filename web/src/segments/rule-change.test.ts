import { expect, test } from "vitest";
import type { Leaf, Rule } from "./rule.ts";
import { addTo, changeAt, copyAt, depthOf, eachLeaf, leavesOf, removeAt, wrapAt } from "./rule-change.ts";

const stage = (value: string): Leaf => ({ about: "field", field: "stage", op: "is", value });
const tree: Rule = { match: "all", rules: [stage("lead"), { match: "any", rules: [stage("loyal"), stage("lost")] }] };

test("a condition is changed where it stands, and what was not touched stays the same object", () => {
  const next = changeAt(tree, [1, 0], () => stage("customer"));
  expect(eachLeaf(next).map(({ leaf }) => "value" in leaf && leaf.value)).toEqual(["lead", "customer", "lost"]);
  expect(next.rules[0]).toBe(tree.rules[0]);
});

test("conditions are added, copied, put into a group and taken out", () => {
  expect(leavesOf(addTo(tree, [1], stage("x")))).toBe(4);
  expect(eachLeaf(copyAt(tree, [1, 0])).map(({ leaf }) => "value" in leaf && leaf.value)).toEqual(["lead", "loyal", "loyal", "lost"]);
  expect(depthOf(wrapAt(tree, [1, 1]))).toBe(3);
  expect(leavesOf(removeAt(tree, [1]))).toBe(1);
  expect(removeAt(tree, [])).toBe(tree);
});
