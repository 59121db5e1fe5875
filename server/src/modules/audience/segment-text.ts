import { sql } from "kysely";
import { z } from "zod";
import type { Tx } from "../../kernel/db/pools.ts";
import { conflict, invalid } from "../../kernel/errors.ts";
import { newId } from "../../kernel/id.ts";
import type { Ctx } from "../../kernel/module.ts";
import { insertList } from "./lists.ts";
import { Rule, type RuleGroup } from "./rule.api.ts";
import { limits } from "./segment-limits.ts";
import { mapNodes, type Named, namesIn, type TextRule, words } from "./segment-names.ts";
import { holdRules } from "./segment-versions.ts";
import type { SegmentImport } from "./segments.api.ts";
import { insertSegment } from "./segments.ts";

/** The format of exported text. A later one is refused, an earlier one is read. */
const format = 1;
const Text = z.object({
  candor: z.literal("segments"),
  version: z.number().int().min(1),
  segments: z
    .array(z.object({ name: z.string().trim().min(1).max(120), description: z.string().max(1000).default(""), rule: z.unknown() }))
    .max(limits.segments),
});

/** Rules as text for another installation: tags, lists, segments and owners by name, fields and stages by their keys. */
export const exportSegments = (ctx: Ctx, ids: string[] | null): Promise<{ text: string }> =>
  ctx.transaction(async (tx) => {
    const { rows } = await sql<{ name: string; description: string; rule: RuleGroup }>`
      select s.name, s.description, v.rule from segments s
        join segment_versions v on v.organization_id = s.organization_id and v.id = coalesce(s.next_version_id, s.version_id)
       where s.organization_id = ${ctx.organizationId} and s.archived_at is null and s.removed_at is null and (${ids}::uuid[] is null or s.id = any(${ids}::uuid[]))
       order by s.id`.execute(tx);
    const names = await words(tx, ctx.organizationId);
    const segments = rows.map((row) => ({ ...row, rule: mapNodes(row.rule, (leaf) => names.toText(leaf)) }));
    return { text: `${JSON.stringify({ candor: "segments", version: format, segments }, null, 2)}\n` };
  });

type Imported = { segments: { name: string; id: string | null }[]; made: { tags: string[]; lists: string[] } };

/** All of the text or nothing of it. A name that is taken, and what a rule refers to and is not there, is refused by its place. */
export const importSegments = (ctx: Ctx, request: z.output<typeof SegmentImport>): Promise<Imported> =>
  ctx.transaction(async (tx) => {
    await holdRules(tx, ctx.organizationId);
    const { segments } = read(request.text);
    const made = await makeMissing(
      tx,
      ctx,
      segments.flatMap((segment) => namesIn(segment.rule)),
      request,
    );
    const done: Imported = { segments: [], made };
    if (request.check) {
      await checkNames(tx, ctx.organizationId, segments, made);
      return { segments: segments.map(({ name }) => ({ name, id: null })), made };
    }
    for (const segment of inOrder(segments)) {
      // Read anew each time: a segment may ask about one that came just before it.
      const names = await words(tx, ctx.organizationId);
      const place = `text.segments.${segments.indexOf(segment)}.rule`;
      const rule = Rule.safeParse(mapNodes(segment.rule, (leaf, path) => names.toRule(leaf, path), place));
      if (!rule.success) throw invalid(place, "This is not a rule.", z.prettifyError(rule.error).slice(0, 300));
      const id = await insertSegment(tx, ctx, { name: segment.name, description: segment.description, rule: rule.data });
      done.segments.push({ name: segment.name, id });
    }
    return done;
  });

type Written = { name: string; description: string; rule: TextRule };

const read = (text: string): { segments: Written[] } => {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw invalid("text", "This is not text that was exported here.", "Take it from GET /segments/text, unchanged.");
  }
  const parsed = Text.safeParse(json);
  if (!parsed.success) throw invalid("text", "This is not text that was exported here.", z.prettifyError(parsed.error).slice(0, 300));
  if (parsed.data.version > format)
    throw invalid("text", `This text is of format ${parsed.data.version}; this program reads up to ${format}.`, "Use a newer program.");
  return {
    segments: parsed.data.segments.map((segment, at) => ({ ...segment, rule: ruleShape(segment.rule, `text.segments.${at}.rule`) })),
  };
};

/** Only that groups are groups: the leaves are judged once their names are ids. */
const ruleShape = (node: unknown, path: string, depth = 0): TextRule => {
  const group = z
    .object({ match: z.enum(["all", "any", "none"]), rules: z.array(z.record(z.string(), z.unknown())).max(60) })
    .safeParse(node);
  if (!group.success || depth > limits.depth) throw invalid(path, "This is not a rule.");
  return {
    match: group.data.match,
    rules: group.data.rules.map((each, at) => ("match" in each ? ruleShape(each, `${path}.rules.${at}`, depth + 1) : each)),
  };
};

/** Segments that others ask about come first. */
const inOrder = (segments: Written[]): Written[] => {
  const sorted: Written[] = [];
  const visit = (segment: Written, above: Written[]) => {
    if (sorted.includes(segment)) return;
    if (above.includes(segment))
      throw invalid(
        "text",
        `Segments ask about one another in a circle: ${[...above.slice(above.indexOf(segment)), segment].map((one) => one.name).join(" → ")}.`,
      );
    for (const { about, name } of namesIn(segment.rule)) {
      const other = about === "segment" ? segments.find((one) => same(one.name, name)) : undefined;
      if (other) visit(other, [...above, segment]);
    }
    sorted.push(segment);
  };
  for (const segment of segments) visit(segment, []);
  return sorted;
};

const same = (a: string, b: string) => a.toLowerCase() === b.toLowerCase();

const makeMissing = async (tx: Tx, ctx: Ctx, named: Named[], { make, check }: { make: boolean; check: boolean }) => {
  const { missing } = await words(tx, ctx.organizationId);
  const made = { tags: missing("tag", named), lists: missing("list", named) };
  if (check || !make) return made;
  for (const name of made.tags)
    await sql`insert into tags (organization_id, id, name) values (${ctx.organizationId}, ${newId()}, ${name}) on conflict do nothing`.execute(
      tx,
    );
  for (const name of made.lists) await insertList(tx, ctx, name, "");
  return made;
};

const checkNames = async (tx: Tx, organizationId: string, segments: Written[], made: Imported["made"]) => {
  const names = await words(tx, organizationId);
  const taken = segments.find(({ name }) => names.has("segment", name));
  if (taken)
    throw conflict(
      "segment_exists",
      `There is a segment named ${taken.name}.`,
      "Rename one of the two.",
      `text.segments.${segments.indexOf(taken)}.name`,
    );
  for (const [at, segment] of segments.entries())
    mapNodes(
      segment.rule,
      (leaf, path) => {
        const known = namesIn({ match: "all", rules: [leaf] }).every(
          ({ about, name }) =>
            (about === "segment" && segments.some((one) => same(one.name, name))) ||
            made.tags.some((one) => same(one, name)) ||
            made.lists.some((one) => same(one, name)),
        );
        return known ? leaf : names.toRule(leaf, path);
      },
      `text.segments.${at}.rule`,
    );
};
