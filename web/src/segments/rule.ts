import type { Shape } from "../api/client.ts";
import type { Condition } from "../contacts/condition-fields.ts";

export type Leaf = Shape<"RuleLeaf">;
export type EventLeaf = Extract<Leaf, { about: "event" }>;
export type ListLeaf = Extract<Leaf, { about: "list" }>;
export type ConditionLeaf = Condition;
export type PropertyCondition = EventLeaf["where"][number];
export type EventWindow = EventLeaf["window"];
export type Measure = EventLeaf["measure"];
export type Value = NonNullable<PropertyCondition["value"]>;
export type Span = { amount: number; unit: Unit };
export type Unit = "minutes" | "hours" | "days";
export type Match = "all" | "any" | "none";
/** All, any or none of what it holds: the rule of a segment is one such group. Written by hand, as a tree of itself has no shape of its own in the contract. */
export type Rule = { match: Match; rules: (Rule | Leaf)[] };

/** Limits the server keeps too. */
export const mostLeaves = 60;
export const deepest = 5;
