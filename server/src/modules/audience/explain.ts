import { type RawBuilder, sql } from "kysely";
import type { z } from "zod";
import type { Tx } from "../../kernel/db/pools.ts";
import { conflict, notFound } from "../../kernel/errors.ts";
import type { Ctx } from "../../kernel/module.ts";
import { askedField, type Known, knownNow } from "../contacts/index.ts";
import { baseOf, type EventQuestion, isRelative } from "./leaf.ts";
import { answersOf } from "./leaf-answers.ts";
import { alarmsSql } from "./leaf-dates.ts";
import { matches } from "./leaf-matches.ts";
import { numberOf, textOf } from "./leaf-property.ts";
import type { RuleGroup, RuleLeaf } from "./rule.api.ts";
import { isGroup } from "./rule.ts";
import { plainSql } from "./segment-fold.ts";
import { mayReadPeople, requireSegment } from "./segment-people.ts";
import type { ExplainedNode, SegmentExplanation } from "./segments.api.ts";

/** Why somebody is in or out: the rule in force, question by question, asked this moment of what is there. */
export const explainMembership = (ctx: Ctx, segmentId: string, contactId: string): Promise<z.input<typeof SegmentExplanation>> =>
  ctx.transaction(async (tx) => {
    mayReadPeople(ctx);
    const { organizationId } = ctx;
    const segment = await requireSegment(tx, organizationId, segmentId);
    if (segment.archived_at) throw conflict("segment_archived", "Nobody is in an archived segment.", "Restore it first.");
    const there = await tx
      .selectFrom("contacts")
      .select("id")
      .where("organization_id", "=", organizationId)
      .where("id", "=", contactId)
      .executeTakeFirst();
    if (!there) throw notFound("contact");
    const { rows } = await sql<{ number: number; rule: RuleGroup }>`
      select number, rule from segment_versions where organization_id = ${organizationId} and id = ${segment.version_id ?? segment.next_version_id}`.execute(
      tx,
    );
    const version = rows[0];
    if (!version) throw notFound("segment");
    const known = await knownNow(tx, organizationId);
    const rule = await explainGroup({ tx, organizationId, contactId, known }, version.rule, "rule");
    const member = await tx
      .selectFrom("segment_members")
      .select("since")
      .where("organization_id", "=", organizationId)
      .where("segment_id", "=", segmentId)
      .where("contact_id", "=", contactId)
      .executeTakeFirst();
    return {
      member: member !== undefined,
      since: member?.since ?? (await leftAt(tx, organizationId, segmentId, contactId)),
      holds: rule.holds,
      at: known.now,
      version: version.number,
      rule,
    };
  });

type Of = { tx: Tx; organizationId: string; contactId: string; known: Known };

const explainGroup = async (of: Of, group: RuleGroup, path: string): Promise<ExplainedNode> => {
  const rules: ExplainedNode[] = [];
  for (const [at, node] of group.rules.entries())
    rules.push(isGroup(node) ? await explainGroup(of, node, `${path}.rules.${at}`) : await explainLeaf(of, node, `${path}.rules.${at}`));
  const holds = group.match === "all" ? rules.every((rule) => rule.holds) : rules.some((rule) => rule.holds) === (group.match === "any");
  return { kind: "group", path, match: group.match, holds, rules };
};

const explainLeaf = async (of: Of, leaf: RuleLeaf, path: string): Promise<ExplainedNode> => {
  const { tx, organizationId, contactId, known } = of;
  if (leaf.about === "event") {
    const answer = await sql<{ ok: boolean; due_at: Date | null }>`
      select ok, due_at from (${answersOf(leaf, { organizationId, now: known.now }, sql`${[contactId]}`)}) a`.execute(tx);
    const row = answer.rows[0];
    return {
      kind: "leaf",
      path,
      holds: row?.ok ?? baseOf(leaf),
      leaf,
      value: null,
      seen: await seenOf(of, leaf),
      changesAt: row?.due_at ?? null,
    };
  }
  const { rows } = await sql<{ ok: boolean; value: unknown }>`
    select ${plainSql(leaf, known)} as ok, ${valueSql(leaf, known)} as value from contacts c where c.organization_id = ${organizationId} and c.id = ${contactId}`.execute(
    tx,
  );
  const alarm = isRelative(leaf) ? alarmsSql(leaf, known, organizationId, sql`c.id = ${contactId}::uuid`) : null;
  const due = alarm ? (await sql<{ due_at: Date }>`select due_at from (${alarm}) a`.execute(tx)).rows[0] : undefined;
  return {
    kind: "leaf",
    path,
    holds: rows[0]?.ok ?? false,
    leaf,
    value: rows[0]?.value ?? null,
    seen: null,
    changesAt: due?.due_at ?? null,
  };
};

/** What the contact has where the question looks. */
const valueSql = (leaf: Exclude<RuleLeaf, { about: "event" }>, known: Known): RawBuilder<unknown> => {
  const own = sql`x.organization_id = c.organization_id and x.contact_id = c.id`;
  switch (leaf.about) {
    case "field": {
      const asked = askedField(leaf.field, known.fields);
      return asked ? sql`to_jsonb(${asked.column})` : sql`null::jsonb`;
    }
    case "tag":
      return sql`(select to_jsonb(x.added_at) from contact_tags x where ${own} and x.tag_id = ${leaf.tagId}::uuid)`;
    case "list":
      return sql`(select to_jsonb(x.added_at) from list_members x where ${own} and x.list_id = ${leaf.listId}::uuid)`;
    case "segment":
      return sql`(select to_jsonb(x.since) from segment_members x where ${own} and x.segment_id = ${leaf.segmentId}::uuid)`;
    case "consent":
      return sql`(select jsonb_build_object('action', x.action, 'at', x.occurred_at) from consent_ledger x
        where ${own} and x.channel = ${leaf.channel} and x.purpose = ${leaf.purpose} order by x.occurred_at desc, x.action desc limit 1)`;
    case "reachable":
      return sql`(select jsonb_agg(distinct x.kind) from identities x where ${own} and x.retired_at is null)`;
    case "conversation":
      return sql`(select jsonb_agg(distinct x.state) from conversations x where ${own})`;
  }
};

const seenOf = async ({ tx, organizationId, contactId, known }: Of, leaf: EventQuestion) => {
  const property = "property" in leaf.measure ? leaf.measure.property : null;
  const sums = leaf.measure.kind === "sum" && property !== null;
  const x = property === null ? sql`null::text` : sums ? numberOf(property) : textOf(property);
  const { rows } = await sql<{ count: number; first: Date | null; last: Date | null; values: number; sum: string | null }>`
    select count(*)::int as count, min(at) as first, max(at) as last, count(distinct x)::int as values, ${sums ? sql`sum(x)::text` : sql`null::text`} as sum
      from (${matches(leaf, { organizationId, now: known.now, contact: sql`e.contact_id = ${contactId}::uuid` }, x)}) m`.execute(tx);
  const row = rows[0];
  if (!row) return null;
  return {
    count: row.count,
    firstAt: row.first,
    lastAt: row.last,
    distinct: leaf.measure.kind === "distinct" ? row.values : null,
    sum: sums ? Number(row.sum ?? 0) : null,
  };
};

/** Looked for among the contact's newest events only: who left longer ago than that is out, since some time. */
const leftAt = async (tx: Tx, organizationId: string, segmentId: string, contactId: string): Promise<Date | null> => {
  const { rows } = await sql<{ occurred_at: Date }>`
    select occurred_at from (select name, payload, occurred_at, id from events where organization_id = ${organizationId} and contact_id = ${contactId} order by id desc limit 2000) e
     where name = 'segment.left' and payload ->> 'segmentId' = ${segmentId} order by id desc limit 1`.execute(tx);
  return rows[0]?.occurred_at ?? null;
};
