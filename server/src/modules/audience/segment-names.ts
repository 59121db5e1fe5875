import { sql } from "kysely";
import type { Tx } from "../../kernel/db/pools.ts";
import { invalid } from "../../kernel/errors.ts";

export type TextLeaf = Record<string, unknown>;
export type TextRule = { match: "all" | "any" | "none"; rules: (TextRule | TextLeaf)[] };
type About = "tag" | "list" | "segment" | "member";
export type Named = { about: About; name: string };

const idKeys: Record<string, string> = { tag: "tagId", list: "listId", segment: "segmentId" };
const isRule = (node: TextRule | TextLeaf): node is TextRule => Array.isArray(node.rules) && typeof node.match === "string";

export const mapNodes = (
  rule: { match: string; rules: unknown[] },
  leaf: (leaf: TextLeaf, path: string) => TextLeaf,
  path = "rule",
): TextRule => ({
  match: rule.match as TextRule["match"],
  rules: (rule.rules as (TextRule | TextLeaf)[]).map((node, at) => {
    const place = `${path}.rules.${at}`;
    return isRule(node) ? mapNodes(node, leaf, place) : leaf(node, place);
  }),
});

/** What a written rule refers to by name. */
export const namesIn = (rule: TextRule): Named[] =>
  rule.rules.flatMap((node) => {
    if (isRule(node)) return namesIn(node);
    const about = String(node.about) as About;
    const name = about in idKeys ? node[about] : undefined;
    return typeof name === "string" ? [{ about, name }] : [];
  });

/** The organization's own words for ids, and ids for words. Names are found whatever their case. */
export const words = async (tx: Tx, organizationId: string) => {
  const { rows } = await sql<{ about: About; id: string; name: string }>`
    select 'tag' as about, id, name from tags where organization_id = ${organizationId}
    union all select 'list', id, name from lists where organization_id = ${organizationId}
    union all select 'segment', id, name from segments where organization_id = ${organizationId} and archived_at is null and removed_at is null
    union all select 'member', id, email from members where organization_id = ${organizationId}`.execute(tx);
  const names = new Map(rows.map((row) => [`${row.about} ${row.id}`, row.name]));
  const ids = new Map(rows.map((row) => [`${row.about} ${row.name.toLowerCase()}`, row.id]));
  const idOf = (about: About, name: unknown, path: string): string => {
    const id = ids.get(`${about} ${String(name).toLowerCase()}`);
    if (!id)
      throw invalid(
        path,
        `There is no ${about} named ${String(name).slice(0, 120)}.`,
        about === "tag" || about === "list" ? "Make it, or import with make: true." : "Make it first.",
      );
    return id;
  };
  /** Owners are members: by e-mail in text. */
  const owners = (leaf: TextLeaf, one: (value: unknown) => unknown): TextLeaf =>
    leaf.about === "field" && leaf.field === "owner" && leaf.value !== undefined
      ? { ...leaf, value: Array.isArray(leaf.value) ? leaf.value.map(one) : one(leaf.value) }
      : leaf;
  return {
    has: (about: About, name: string) => ids.has(`${about} ${name.toLowerCase()}`),
    missing: (about: About, named: Named[]) => [
      ...new Set(
        named.filter((one) => one.about === about && !ids.has(`${about} ${one.name.toLowerCase()}`)).map((one) => one.name.trim()),
      ),
    ],
    toText: (leaf: TextLeaf): TextLeaf => {
      const about = String(leaf.about);
      const key = idKeys[about];
      if (!key) return owners(leaf, (id) => names.get(`member ${String(id)}`) ?? id);
      const { [key]: id, ...rest } = leaf;
      return { ...rest, [about]: names.get(`${about} ${String(id)}`) ?? String(id) };
    },
    toRule: (leaf: TextLeaf, path: string): TextLeaf => {
      const about = String(leaf.about) as About;
      const key = idKeys[about];
      if (!key) return owners(leaf, (email) => idOf("member", email, `${path}.value`));
      const { [about]: name, ...rest } = leaf;
      return { ...rest, [key]: idOf(about, name, `${path}.${about}`) };
    },
  };
};
