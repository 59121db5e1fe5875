import { idFloor } from "../src/modules/audience/leaf-matches.ts";
import type { RuleGroup, RuleLeaf } from "../src/modules/audience/rule.api.ts";
import { Rule } from "../src/modules/audience/rule.api.ts";
import { eventNames } from "./segments-data.ts";

type Question = { leaf: Record<string, unknown>; statement: (now: Date) => string };

/** A question as a rule has it, and as somebody would write it by hand in SQL: `c` is the contact. */
const question = (n: number): Question => {
  const name = eventNames[(n * 7) % eventNames.length] ?? "";
  const days = [7, 14, 30, 60, 90][n % 5] ?? 30;
  const since = (now: Date) => new Date(now.getTime() - days * 86_400_000);
  const among = (now: Date, windowed = true) => {
    const from = since(now);
    return `from events e where e.organization_id = $1 and e.contact_id is not null and not e.bot and e.name = '${name}'${windowed ? ` and e.id >= '${idFloor(from)}' and e.occurred_at > '${from.toISOString()}'` : ""} group by e.contact_id`;
  };
  const window = { kind: "last", amount: days, unit: "days" };
  const event = { about: "event", event: name };
  switch (n % 9) {
    case 0:
    case 3:
    case 6: {
      const value = 1 + (n % 3);
      return {
        leaf: { ...event, window, measure: { kind: "count", op: "at_least", value } },
        statement: (now) => `c.id in (select e.contact_id ${among(now)} having count(*) >= ${value})`,
      };
    }
    case 1:
    case 4: {
      const value = 50 + (n % 7) * 40;
      return {
        leaf: { ...event, window, measure: { kind: "sum", property: "amount", op: "at_least", value } },
        statement: (now) =>
          `c.id in (select e.contact_id ${among(now)} having sum((e.payload -> 'properties' ->> 'amount')::numeric) >= ${value})`,
      };
    }
    case 7: {
      const sku = `sku_${n % 60}`;
      return {
        leaf: { ...event, measure: { kind: "last", is: { property: "sku", op: "is", value: sku } } },
        statement: (now) =>
          `c.id in (select e.contact_id ${among(now, false)} having (array_agg(e.payload -> 'properties' ->> 'sku' order by e.occurred_at desc, e.id desc))[1] = '${sku}')`,
      };
    }
    case 2:
      return {
        leaf: { about: "field", field: "fields.number_1", op: "more_than", value: (n * 611) % 10_000 },
        statement: () => `(c.n01 is not null and c.n01 > ${(n * 611) % 10_000})`,
      };
    case 5:
      return {
        leaf: { about: "field", field: "fields.choice_1", op: "is", value: `option_${1 + (n % 8)}` },
        statement: () => `(c.t01 is not null and c.t01 = 'option_${1 + (n % 8)}')`,
      };
    default: {
      const tagId = `00000000-0000-7000-8000-${(1 + (n % 10)).toString(16).padStart(12, "0")}`;
      return {
        leaf: { about: "tag", op: "has", tagId },
        statement: () =>
          `exists (select from contact_tags k where k.organization_id = $1 and k.contact_id = c.id and k.tag_id = '${tagId}')`,
      };
    }
  }
};

export type Made = { name: string; rule: RuleGroup; statement: (now: Date) => string };

/** Segments of three questions in four shapes; two in three questions are about events. `salt` makes questions nobody has asked before. */
export const madeRules = (count: number, salt = 0): Made[] =>
  Array.from({ length: count }, (_each, at) => {
    const [a, b, c] = [0, 1, 2].map((k) => question(salt + at * 3 + k)) as [Question, Question, Question];
    const shape = at % 4;
    const leaves = { a: a.leaf, b: b.leaf, c: c.leaf } as unknown as Record<"a" | "b" | "c", RuleLeaf>;
    const not = (leaf: RuleLeaf) => ({ match: "none" as const, rules: [leaf] });
    const rule = [
      { match: "all", rules: [leaves.a, leaves.b, not(leaves.c)] },
      { match: "all", rules: [leaves.a, { match: "any", rules: [leaves.b, leaves.c] }] },
      {
        match: "any",
        rules: [
          { match: "all", rules: [leaves.a, leaves.b] },
          { match: "all", rules: [leaves.b, leaves.c] },
        ],
      },
      { match: "all", rules: [leaves.a, not(leaves.b), not(leaves.c)] },
    ][shape];
    const statement = (now: Date) => {
      const [x, y, z] = [a.statement(now), b.statement(now), c.statement(now)];
      return (
        [`${x} and ${y} and not ${z}`, `${x} and (${y} or ${z})`, `(${x} and ${y}) or (${y} and ${z})`, `${x} and not ${y} and not ${z}`][
          shape
        ] ?? ""
      );
    };
    return { name: `Segment ${salt ? `${salt} ` : ""}${at + 1}`, rule: Rule.parse(rule), statement };
  });
