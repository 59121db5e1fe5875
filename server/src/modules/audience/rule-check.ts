import { sql } from "kysely";
import type { Tx } from "../../kernel/db/pools.ts";
import { conflict, invalid } from "../../kernel/errors.ts";
import { checkField, knownNow } from "../contacts/index.ts";
import type { RuleGroup, RuleLeaf } from "./rule.api.ts";
import { depthOf, leavesOf } from "./rule.ts";
import { limits } from "./segment-limits.ts";

type Placed = { leaf: RuleLeaf; path: string };

/** Refuses by its place what no segment can be made of: rule.rules.1.rules.0.tagId. `segmentId`: whose rule it is to be, so that no circle comes about. */
export const checkRule = async (tx: Tx, organizationId: string, rule: RuleGroup, segmentId: string | null = null): Promise<void> => {
  const placed = leavesOf(rule);
  if (depthOf(rule) > limits.depth)
    throw invalid(
      "rule",
      `A rule has at most ${limits.depth} groups inside one another.`,
      "Make a segment of the inner part and ask about that.",
    );
  if (placed.length > limits.leaves)
    throw invalid(
      "rule",
      `A rule asks at most ${limits.leaves} questions, this one ${placed.length}.`,
      "Make a segment of a part of it and ask about that.",
    );
  const known = await knownNow(tx, organizationId);
  for (const { leaf, path } of placed) {
    if (leaf.about === "field") checkField(leaf, known, path);
    if (leaf.about === "event") checkEvent(leaf, path);
  }
  await checkThere(tx, organizationId, placed);
  await checkCircle(tx, organizationId, placed, segmentId);
};

const checkEvent = (leaf: Extract<RuleLeaf, { about: "event" }>, path: string) => {
  if (leaf.event.startsWith("segment.") || leaf.relation?.event.startsWith("segment."))
    throw invalid(`${path}.event`, "Entering and leaving segments cannot be asked as events.", "Ask whether they are in the segment.");
  if (leaf.relation?.event === leaf.event)
    throw invalid(`${path}.relation.event`, "An event cannot be before or after itself.", "Ask how often it happened.");
  if (leaf.window.kind === "between") {
    const { from, to } = leaf.window;
    if (from !== null && to !== null && from >= to) throw invalid(`${path}.window.to`, "The end must come after the beginning.");
  }
  const asked = [
    ...leaf.where.map((condition, at) => ({ condition, at: `${path}.where.${at}` })),
    ...("is" in leaf.measure && leaf.measure.is ? [{ condition: leaf.measure.is, at: `${path}.measure.is` }] : []),
  ];
  for (const { condition, at } of asked) {
    const bare = condition.op === "known" || condition.op === "unknown";
    if (bare !== (condition.value === undefined))
      throw invalid(`${at}.value`, bare ? `${condition.op} takes no value.` : `${condition.op} needs a value.`);
  }
};

const things = {
  tag: { relation: sql`tags`, alive: sql`true`, remedy: "Choose one of GET /tags." },
  list: { relation: sql`lists`, alive: sql`true`, remedy: "Choose one of GET /lists." },
  segment: { relation: sql`segments`, alive: sql`archived_at is null and removed_at is null`, remedy: "Choose one of GET /segments." },
};

const checkThere = async (tx: Tx, organizationId: string, placed: Placed[]) => {
  for (const about of ["tag", "list", "segment"] as const) {
    const asked = placed.flatMap(({ leaf, path }) => {
      const id = idOf(leaf, about);
      return id === null ? [] : [{ id, path }];
    });
    if (asked.length === 0) continue;
    const { relation, alive, remedy } = things[about];
    const { rows } = await sql<{ id: string }>`
      select id from ${relation} where organization_id = ${organizationId} and id = any(${asked.map(({ id }) => id)}::uuid[]) and ${alive}`.execute(
      tx,
    );
    const missing = asked.find(({ id }) => !rows.some((row) => row.id === id.toLowerCase()));
    if (missing) throw invalid(`${missing.path}.${about}Id`, `There is no such ${about}.`, remedy);
  }
};

const idOf = (leaf: RuleLeaf, about: "tag" | "list" | "segment"): string | null => {
  if (leaf.about === "tag" && about === "tag") return leaf.tagId;
  if (leaf.about === "list" && about === "list") return leaf.listId;
  return leaf.about === "segment" && about === "segment" ? leaf.segmentId : null;
};

/** What each segment asks about, by the rule in force and by the one being built. */
export const referencesOf = async (tx: Tx, organizationId: string): Promise<{ id: string; name: string; asks: string[] }[]> => {
  const { rows } = await sql<{ id: string; name: string; asks: string[] }>`
    select s.id, s.name, array(select distinct l.definition ->> 'segmentId' from segment_versions v
             join segment_leaves l on l.organization_id = v.organization_id and l.id = any(v.leaves) and l.about = 'segment'
            where v.organization_id = s.organization_id and v.id in (s.version_id, s.next_version_id)) as asks
      from segments s where s.organization_id = ${organizationId} and s.archived_at is null and s.removed_at is null`.execute(tx);
  return rows;
};

const checkCircle = async (tx: Tx, organizationId: string, placed: Placed[], segmentId: string | null) => {
  if (segmentId === null || !placed.some(({ leaf }) => leaf.about === "segment")) return;
  const all = new Map((await referencesOf(tx, organizationId)).map((row) => [row.id, row]));
  const wayTo = (from: string, seen: Set<string>): string[] | null => {
    if (from === segmentId) return [from];
    if (seen.has(from)) return null;
    seen.add(from);
    for (const next of all.get(from)?.asks ?? []) {
      const way = wayTo(next, seen);
      if (way) return [from, ...way];
    }
    return null;
  };
  for (const { leaf, path } of placed) {
    if (leaf.about !== "segment") continue;
    const way = wayTo(leaf.segmentId, new Set());
    if (!way) continue;
    const names = [segmentId, ...way].map((id) => all.get(id)?.name ?? "this one");
    throw invalid(`${path}.segmentId`, `Segments would ask about one another in a circle: ${names.join(" → ")}.`, "Take one of these out.");
  }
};

/** Refuses where others ask about it. */
export const checkUnused = async (tx: Tx, organizationId: string, segmentId: string): Promise<void> => {
  const users = (await referencesOf(tx, organizationId)).filter((row) => row.id !== segmentId && row.asks.includes(segmentId));
  if (users.length > 0)
    throw conflict(
      "segment_in_use",
      `Other segments ask about it: ${users
        .map((row) => row.name)
        .slice(0, 5)
        .join(", ")}.`,
      "Change these first.",
    );
};
