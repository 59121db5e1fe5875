import fc from "fast-check";
import { sql } from "kysely";
import { expect, test } from "vitest";
import { anOrganization, type Shop } from "../../../test/builders.ts";
import { everyMembership, readFacts } from "../../../test/segment-oracle.ts";
import { openStory, type Story, story } from "../../../test/segment-story.ts";
import { aWorld } from "../../../test/world.ts";
import { takeBatch } from "../../kernel/consumers.ts";
import type { RuleGroup } from "./rule.api.ts";
import { build } from "./segment-build.ts";
import { segmentsConsumer } from "./segment-evaluator.ts";
import { pass } from "./segment-pass.ts";
import { followDefinitions, rebuild } from "./segment-rebuild.ts";
import { putVersion } from "./segment-versions.ts";

// The heart of segments: after every batch of whatever happened, the members kept step by step are those that a plain evaluation of every rule
// over every row finds, and the events told so far, replayed, give the same members. Only web: the engine runs when the test says so.
const world = await aWorld({}, "web");
const { kernel } = world;
const runs = Number(process.env.SEGMENT_RUNS ?? 15);

const drain = async (shop: Shop) => {
  const consumer = segmentsConsumer(kernel);
  for (;;) {
    await takeBatch(kernel, "segments", consumer, 1000);
    const { rows } =
      await sql`select from events e where organization_id = ${shop.id} and (e.xid, e.id) > (select xid, id from event_cursors where consumer = 'segments') limit 1`.execute(
        kernel.db.system,
      );
    if (rows.length === 0) return;
  }
};
const evaluate = async (shop: Shop, now: Date) => {
  await drain(shop);
  for (let round = 0; ; round++) {
    const passed = await pass(kernel, shop.id, now);
    if (round > 50) throw new Error("passes do not come to rest");
    if (passed.touched === 0 && passed.moved === 0) return;
  }
};

const membersOf = async (shop: Shop) => {
  const { rows } = await sql<{
    segment_id: string;
    contact_id: string;
  }>`select segment_id, contact_id from segment_members where organization_id = ${shop.id}`.execute(kernel.db.system);
  return Map.groupBy(rows, (row) => row.segment_id);
};

/** What whoever listens to the events believes. Entering twice, or leaving where one is not, is told as an error. */
const replayed = async (shop: Shop) => {
  const { rows } = await sql<{ name: string; contact_id: string; segment: string }>`
    select name, payload ->> 'contactId' as contact_id, payload ->> 'segmentId' as segment from events where organization_id = ${shop.id} and name in ('segment.entered', 'segment.left') order by xid, id`.execute(
    kernel.db.system,
  );
  const inside = new Set<string>();
  for (const row of rows) {
    const key = `${row.segment} ${row.contact_id}`;
    const enters = row.name === "segment.entered";
    if (inside.has(key) === enters) throw new Error(`${row.name} twice: ${key}`);
    if (enters) inside.add(key);
    else inside.delete(key);
  }
  return inside;
};

const live = async ({ rules, batches }: Story) => {
  const shop = await anOrganization(world);
  const { state, play, ruleOf } = await openStory(shop);
  const kept = new Map<string, RuleGroup>();
  const put = async (segment: number, drawn: unknown) => {
    const segmentId = state.segments[segment] ?? "";
    const rule = ruleOf(drawn, segment);
    kept.set(segmentId, rule);
    await kernel.db.system.transaction().execute(async (tx) => {
      await putVersion(tx, shop.id, { segmentId, rule, reason: "edited", by: { kind: "system", name: "story" } });
    });
  };
  await kernel.db.system
    .insertInto("segments")
    .values(state.segments.map((id) => ({ organization_id: shop.id, id, name: id, created_by: "{}" })))
    .execute();
  for (const [segment, drawn] of rules.entries()) await put(segment, drawn);
  await build(kernel, shop.id, () => state.now);

  const check = async (after: string) => {
    await evaluate(shop, state.now);
    if ((await followDefinitions(kernel, shop.id)) > 0) await build(kernel, shop.id, () => state.now);
    await evaluate(shop, state.now);
    const truth = everyMembership(await readFacts(kernel, shop.id), kept, state.now);
    const members = await membersOf(shop);
    for (const [segmentId, ids] of truth)
      expect(
        [...new Set(members.get(segmentId)?.map((row) => row.contact_id))].sort(),
        `${after}: ${JSON.stringify(kept.get(segmentId))}`,
      ).toEqual([...ids].sort());
    const told = await replayed(shop);
    expect([...told].sort(), after).toEqual([...truth].flatMap(([id, ids]) => [...ids].map((contact) => `${id} ${contact}`)).sort());
    const counts = await kernel.db.system.selectFrom("segments").select(["id", "members"]).where("organization_id", "=", shop.id).execute();
    for (const { id, members: count } of counts) expect(count, after).toBe(truth.get(id)?.size ?? 0);
  };
  await check("first build");
  for (const batch of batches) {
    for (const act of batch) {
      if (act.do === "wait") state.now = new Date(state.now.getTime() + Number(act.minutes) * 60_000);
      else if (act.do === "rule") {
        await put(Number(act.segment), act.rule);
        await build(kernel, shop.id, () => state.now);
      } else if (act.do === "half-built") {
        await put(Number(act.segment), act.rule);
        const meanwhile = [...(act.meanwhile as Record<string, unknown>[])];
        const between = async () => {
          const next = meanwhile.shift();
          if (!next) return;
          await play(next);
          await evaluate(shop, state.now);
        };
        await build(kernel, shop.id, () => state.now, { ...(act.pieces as { walk: number; move: number }), between });
      } else if (act.do === "rebuild") {
        await kernel.db.system.transaction().execute((tx) => rebuild(tx, shop.id, null));
        await build(kernel, shop.id, () => state.now);
      } else await play(act);
    }
    await check(JSON.stringify(batch));
  }
};

test("members kept step by step are those a full evaluation finds, whatever happens in whatever order", {
  timeout: 3_600_000,
}, async () => {
  await fc.assert(fc.asyncProperty(story as fc.Arbitrary<Story>, live), { numRuns: runs, endOnFailure: !process.env.SEGMENT_SHRINK });
});
