import type { Selectable } from "kysely";
import type { z } from "zod";
import { audit } from "../../kernel/audit.ts";
import type { Tx } from "../../kernel/db/pools.ts";
import type { ScoreRules } from "../../kernel/db/schema.types.ts";
import { conflict, invalid, notFound } from "../../kernel/errors.ts";
import { emit } from "../../kernel/events.ts";
import { newId } from "../../kernel/id.ts";
import type { Ctx } from "../../kernel/module.ts";
import type { ContactCondition } from "./condition.api.ts";
import { checkConditions } from "./condition-check.ts";
import { requireContact } from "./require-contact.ts";
import {
  maximumRules,
  type ScoreExplained,
  type ScorePreviewRequest,
  type ScoreRule,
  type ScoreRuleChange,
  type ScoreRuleRequest,
} from "./score.api.ts";
import { countRules, lockScores, type Rule } from "./score.ts";
import { countAgain } from "./score-pass.ts";

type Request = z.output<typeof ScoreRuleRequest>;
type Shown = z.input<typeof ScoreRule>;
type Row = Selectable<ScoreRules>;

export const listScoreRules = (ctx: Ctx) =>
  ctx.transaction(async (tx) => {
    const pass = await tx.selectFrom("score_passes").selectAll().where("organization_id", "=", ctx.organizationId).executeTakeFirst();
    return {
      items: (await rulesOf(tx, ctx.organizationId)).map(presentRule),
      counting: pass && pass.finished_at === null ? { counted: pass.counted, startedAt: pass.started_at } : null,
    };
  });

export const makeScoreRule = (ctx: Ctx, request: Request) =>
  ctx.transaction(async (tx) => {
    await lockScores(tx, ctx.organizationId);
    const there = await rulesOf(tx, ctx.organizationId);
    if (there.length >= maximumRules)
      throw conflict("too_many_rules", `An organization has at most ${maximumRules} scoring rules.`, "Remove one first.");
    await requireSense(tx, ctx.organizationId, request.rule);
    const ruleId = newId();
    const row = await tx
      .insertInto("score_rules")
      .values({
        organization_id: ctx.organizationId,
        id: ruleId,
        ...columnsOf(request),
        position: Math.max(0, ...there.map((rule) => rule.position)) + 1,
      })
      .returningAll()
      .executeTakeFirstOrThrow();
    if (request.active) await countAgain(tx, ctx.organizationId);
    await told(tx, ctx, "score_rule.created", ruleId);
    return presentRule(row);
  });

export const changeScoreRule = (ctx: Ctx, ruleId: string, change: z.output<typeof ScoreRuleChange>) =>
  ctx.transaction(async (tx) => {
    const before = await requireRule(tx, ctx.organizationId, ruleId);
    const was = presentRule(before);
    const after = { ...was, ...Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)) };
    if (JSON.stringify(was) === JSON.stringify(after)) return was;
    if (change.rule) await requireSense(tx, ctx.organizationId, change.rule);
    const row = await tx
      .updateTable("score_rules")
      .set(columnsOf(after))
      .where("organization_id", "=", ctx.organizationId)
      .where("id", "=", ruleId)
      .returningAll()
      .executeTakeFirstOrThrow();
    if (JSON.stringify({ ...was, name: "" }) !== JSON.stringify({ ...after, name: "" })) await countAgain(tx, ctx.organizationId);
    await told(tx, ctx, "score_rule.changed", ruleId);
    return presentRule(row);
  });

/** Its points are taken from everybody in the background. */
export const removeScoreRule = (ctx: Ctx, ruleId: string) =>
  ctx.transaction(async (tx) => {
    await requireRule(tx, ctx.organizationId, ruleId);
    await tx
      .updateTable("score_rules")
      .set({ removed_at: new Date() })
      .where("organization_id", "=", ctx.organizationId)
      .where("id", "=", ruleId)
      .execute();
    await countAgain(tx, ctx.organizationId);
    await told(tx, ctx, "score_rule.removed", ruleId);
  });

/** Which rules give a contact how much, and by what. Their points are those the score was added up from. */
export const explainScore = (ctx: Ctx, contactId: string): Promise<z.input<typeof ScoreExplained>> =>
  ctx.transaction(async (tx) => {
    const { score } = await requireContact(tx, ctx.organizationId, contactId);
    const rows = await tx
      .selectFrom("score_states as s")
      .innerJoin("score_rules as r", (join) => join.onRef("r.organization_id", "=", "s.organization_id").onRef("r.id", "=", "s.rule_id"))
      .selectAll("r")
      .select(["s.points as given", "s.times", "s.newest_at", "s.due_at"])
      .where("s.organization_id", "=", ctx.organizationId)
      .where("s.contact_id", "=", contactId)
      .where("s.points", "<>", 0)
      .orderBy("s.points", "desc")
      .orderBy("r.position")
      .execute();
    return {
      score,
      parts: rows.map((row) => ({
        ruleId: row.id,
        name: row.name,
        points: row.given,
        rule: presentRule(row).rule,
        times: row.times,
        newestAt: row.newest_at,
        changesAt: row.due_at,
      })),
    };
  });

/** What a rule would give a contact, without keeping it. */
export const previewScoreRule = (ctx: Ctx, { contactId, points, rule }: z.output<typeof ScorePreviewRequest>) =>
  ctx.transaction(async (tx) => {
    await requireContact(tx, ctx.organizationId, contactId);
    await requireSense(tx, ctx.organizationId, rule);
    const asked: Rule = { ...rule, id: newId(), points };
    const [counted] = await countRules(tx, ctx.organizationId, [contactId], [asked], new Date());
    const part = counted?.rules.get(asked.id);
    return { points: part?.points ?? 0, times: part?.times ?? 0, newestAt: part?.newestAt ?? null };
  });

const rulesOf = (tx: Tx, organizationId: string) =>
  tx
    .selectFrom("score_rules")
    .selectAll()
    .where("organization_id", "=", organizationId)
    .where("removed_at", "is", null)
    .orderBy("position")
    .orderBy("id")
    .execute();

const requireRule = async (tx: Tx, organizationId: string, ruleId: string): Promise<Row> => {
  await lockScores(tx, organizationId);
  const found = (await rulesOf(tx, organizationId)).find((rule) => rule.id === ruleId);
  if (!found) throw notFound("scoring rule");
  return found;
};

/** A rule about the score, or about a segment that may ask for the score, would count what it changes. */
const requireSense = async (tx: Tx, organizationId: string, rule: Request["rule"]) => {
  if (rule.kind === "event") {
    if (rule.event === "contact.scored") throw invalid("rule.event", "The score cannot count its own changes.", "Choose another event.");
    return;
  }
  const { condition } = rule;
  if (condition.about === "segment" || (condition.about === "field" && condition.field === "score"))
    throw invalid(
      "rule.condition",
      "A score cannot follow from itself or from a segment.",
      "Ask for a field, a tag, a consent or a conversation.",
    );
  await checkConditions(tx, organizationId, [condition], "rule.condition");
};

const presentRule = (row: Row): Shown => ({
  id: row.id,
  name: row.name,
  points: row.points,
  active: row.active,
  rule:
    row.kind === "condition"
      ? { kind: "condition", condition: row.condition as ContactCondition }
      : { kind: "event", event: row.event ?? "", atMost: row.at_most, windowDays: row.window_days, halfLifeDays: row.half_life_days },
});

const columnsOf = ({ name, points, active, rule }: Omit<Request, "rule"> & { rule: Shown["rule"] | Request["rule"] }) => ({
  name,
  points,
  active,
  kind: rule.kind,
  condition: rule.kind === "condition" ? JSON.stringify(rule.condition) : null,
  event: rule.kind === "event" ? rule.event : null,
  at_most: rule.kind === "event" ? (rule.atMost ?? 1) : 1,
  window_days: rule.kind === "event" ? (rule.windowDays ?? null) : null,
  half_life_days: rule.kind === "event" ? (rule.halfLifeDays ?? null) : null,
});

const told = async (tx: Tx, ctx: Ctx, name: string, ruleId: string) => {
  await audit(tx, ctx, name, { ruleId });
  await emit(tx, ctx, name, { ruleId });
};
