import { createHash } from "node:crypto";
import type { z } from "zod";
import type { EventLeaf, RuleLeaf } from "./rule.api.ts";

export type EventQuestion = z.output<typeof EventLeaf>;
export type FieldQuestion = Extract<RuleLeaf, { about: "field" }>;

/** Equal questions have equal hashes, whatever the order of their keys. Another generation is another question: so everything is built anew. */
export const leafHash = (leaf: RuleLeaf, generation: number) =>
  createHash("sha256")
    .update(`${generation}:${JSON.stringify(sorted(leaf))}`)
    .digest("hex")
    .slice(0, 40);

const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, each]) => each !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, each]) => [key, sorted(each)]),
  );
};

/** Which news may change the answer; segment-touch.ts says what each event brings. */
export const leafKeys = (leaf: RuleLeaf): string[] => {
  switch (leaf.about) {
    case "field":
      return [`field:${leaf.field}`];
    case "tag":
      return [`tag:${leaf.tagId}`];
    case "list":
      return [`list:${leaf.listId}`];
    case "segment":
      return [`segment:${leaf.segmentId}`];
    case "event":
      return [`event:${leaf.event}`, ...(leaf.relation ? [`event:${leaf.relation.event}`] : [])];
    default:
      return [leaf.about];
  }
};

const relative = ["in_last_days", "not_in_last_days", "in_next_days"];
/** Changes by time alone although it is read from the contact: its state is the due moment only. */
export const isRelative = (leaf: RuleLeaf): leaf is FieldQuestion => leaf.about === "field" && relative.includes(leaf.op);

/** Whether it has rows in leaf_state. */
export const hasState = (leaf: RuleLeaf): boolean => leaf.about === "event" || isRelative(leaf);

/** The answer for somebody who never did anything: they need no row. */
export const baseOf = ({ measure }: EventQuestion): boolean => {
  switch (measure.kind) {
    case "count":
    case "distinct":
      return measure.op === "at_most" || measure.value === 0;
    case "sum":
      return measure.op === "at_most" ? measure.value >= 0 : measure.value <= 0;
    default:
      return false;
  }
};

/** More of such events cannot change an answer that differs from the base: until it is due it need not be asked again. */
export const staysUntilDue = ({ measure }: EventQuestion): boolean =>
  measure.kind === "happened" || ((measure.kind === "count" || measure.kind === "distinct") && measure.op !== "exactly");

const units = { minutes: 60_000, hours: 3_600_000, days: 86_400_000 };
export const milliseconds = ({ amount, unit }: { amount: number; unit: keyof typeof units }): number => amount * units[unit];
