import { sql } from "kysely";
import type { Tx } from "../../kernel/db/pools.ts";
import { emitMany } from "../../kernel/events.ts";
import type { JobBodies } from "../../kernel/jobs.ts";
import type { Kernel } from "../../kernel/module.ts";
import { knownNow } from "../contacts/index.ts";
import { buildLeaf, leavesToBuild } from "./leaf-build.ts";
import { treeSql } from "./rule.ts";
import { empty } from "./segment-empty.ts";
import { holdOrganization } from "./segment-pass.ts";
import { planOf, plansChanged, segmentsIn } from "./segment-plan.ts";
import { rowSql } from "./segment-row.ts";
import { writeTouches } from "./segment-touch.ts";
import { dropUnasked, holdRules } from "./segment-versions.ts";
import { moveMembers } from "./segment-write.ts";

/**
 * `walk`: contacts asked in one transaction. `move`: up to so many people come and go in one moment, more in pieces of this size.
 * `between`: for tests, what happens meanwhile.
 */
export type Pieces = { walk: number; move: number; between?: () => Promise<void> };
const pieces: Pieces = { walk: 20_000, move: 20_000 };

type Clock = () => Date;

/**
 * All there is to build of an organization: questions first, one at a time, then versions, those that others ask about before them. Killed,
 * it goes on where it was: everything it has done is in the rows.
 */
export const build = async (kernel: Kernel, organizationId: string, clock: Clock, sizes = pieces): Promise<void> => {
  await empty(kernel, organizationId);
  for (;;) {
    for (const leafId of await leavesToBuild(kernel, organizationId))
      await buildLeaf(kernel, organizationId, leafId, clock(), sizes.between);
    const version = await nextToBuild(kernel, organizationId);
    if (!version) break;
    while (await walk(kernel, organizationId, version, clock, sizes.walk)) await sizes.between?.();
    while (await apply(kernel, organizationId, version, clock, sizes.move)) await sizes.between?.();
    kernel.live.wake();
  }
  await empty(kernel, organizationId);
};

export const buildJobs: JobBodies = {
  segments_build: async (kernel, payload) => build(kernel, String(payload.organizationId), () => new Date()),
};

/** A version whose questions are ready and that asks about no segment still to be built. */
const nextToBuild = async (kernel: Kernel, organizationId: string): Promise<string | null> => {
  const { rows } = await sql<{ id: string; segment_id: string; others: string[]; waits: boolean }>`
    select v.id, v.segment_id,
           array(select l.definition ->> 'segmentId' from segment_leaves l where l.organization_id = v.organization_id and l.id = any(v.leaves) and l.about = 'segment') as others,
           exists (select from segment_leaves l where l.organization_id = v.organization_id and l.id = any(v.leaves) and l.state = 'building') as waits
      from segments s join segment_versions v on v.organization_id = s.organization_id and v.id = s.next_version_id
     where s.organization_id = ${organizationId} and s.archived_at is null and s.removed_at is null order by v.id`.execute(
    kernel.db.system,
  );
  const waiting = new Set(rows.map((row) => row.segment_id));
  return rows.find((row) => !row.waits && !row.others.some((id) => waiting.has(id)))?.id ?? null;
};

/** The version is still to come: nobody has replaced it, archived or deleted the segment. */
const stillNext = async (tx: Tx, organizationId: string, versionId: string) => {
  const { rows } = await sql<{
    segment_id: string;
    number: number;
    walked_to: string | null;
    walked_at: Date | null;
    applied_to: string | null;
    old: string | null;
  }>`
    select s.id as segment_id, v.number, v.walked_to, v.walked_at, v.applied_to, s.version_id as old
      from segments s join segment_versions v on v.organization_id = s.organization_id and v.id = s.next_version_id
     where s.organization_id = ${organizationId} and v.id = ${versionId} and s.archived_at is null and s.removed_at is null for no key update of s`.execute(
    tx,
  );
  return rows[0];
};

/** Asks the next contacts and notes whom it holds of; whether there are more. */
const walk = (kernel: Kernel, organizationId: string, versionId: string, clock: Clock, atOnce: number): Promise<boolean> =>
  kernel.db.system.transaction().execute(async (tx) => {
    await holdOrganization(tx, organizationId, true);
    const version = await stillNext(tx, organizationId, versionId);
    if (!version || version.walked_at) return false;
    const plan = await planOf(tx, kernel, organizationId);
    const rule = plan?.rules.find((each) => each.versionId === versionId && each.into === "next");
    if (!plan || !rule) return false;
    const known = await knownNow(tx, organizationId, clock());
    const after = version.walked_to ?? "00000000-0000-0000-0000-000000000000";
    const place = await sql<{ id: string }>`
      select id from contacts where organization_id = ${organizationId} and id > ${after} order by id offset ${atOnce - 1} limit 1`.execute(
      tx,
    );
    const upTo = place.rows[0]?.id ?? null;
    await sql`
      insert into segment_next (organization_id, version_id, contact_id)
      select c.organization_id, ${versionId}, c.id from contacts c
       where c.organization_id = ${organizationId} and c.id > ${after} ${upTo ? sql`and c.id <= ${upTo}` : sql``} and ${treeSql(rule.tree, (id) => rowSql(plan, known, id))}
       order by c.id for key share of c
      on conflict do nothing`.execute(tx);
    await sql`
      update segment_versions set ${upTo ? sql`walked_to = ${upTo}` : sql`walked_at = ${known.now}`}
       where organization_id = ${organizationId} and id = ${versionId}`.execute(tx);
    await plansChanged(tx, organizationId);
    return upTo !== null;
  });

/** Moves the next people who differ; whether there are more. With the last of them the version is in force. */
const apply = (kernel: Kernel, organizationId: string, versionId: string, clock: Clock, atOnce: number): Promise<boolean> =>
  kernel.db.system.transaction().execute(async (tx) => {
    await holdOrganization(tx, organizationId, true);
    await holdRules(tx, organizationId);
    const version = await stillNext(tx, organizationId, versionId);
    if (!version?.walked_at) return false;
    const after = version.applied_to ?? "00000000-0000-0000-0000-000000000000";
    const { rows } = await sql<{ id: string; enters: boolean }>`
      select coalesce(n.contact_id, m.contact_id) as id, m.contact_id is null as enters
        from (select contact_id from segment_next where organization_id = ${organizationId} and version_id = ${versionId} and contact_id > ${after}) n
        full join (select contact_id from segment_members where organization_id = ${organizationId} and segment_id = ${version.segment_id} and contact_id > ${after}) m
          on m.contact_id = n.contact_id
       where n.contact_id is null or m.contact_id is null order by 1 limit ${atOnce}`.execute(tx);
    const known = await knownNow(tx, organizationId, clock());
    const moves = rows.map(({ id, enters }) => ({ contactId: id, segmentId: version.segment_id, enters }));
    await moveMembers(tx, organizationId, known, "build", moves);
    await touchDependents(
      tx,
      kernel,
      organizationId,
      version.segment_id,
      rows.map((row) => row.id),
    );
    const last = rows.length === atOnce ? rows.at(-1) : undefined;
    if (last)
      await sql`update segment_versions set applied_to = ${last.id} where organization_id = ${organizationId} and id = ${versionId}`.execute(
        tx,
      );
    else await putInForce(tx, organizationId, versionId, version, known.now);
    await plansChanged(tx, organizationId);
    return last !== undefined;
  });

/** Whoever asks about this segment is asked again, for the people who moved. */
const touchDependents = async (tx: Tx, kernel: Kernel, organizationId: string, segmentId: string, contactIds: string[]) => {
  const plan = await planOf(tx, kernel, organizationId);
  const asked = plan?.rules.some((rule) => segmentsIn(rule, plan.leaves).includes(segmentId));
  if (asked)
    await writeTouches(
      tx,
      contactIds.map((contactId) => ({ organizationId, contactId, keys: [`segment:${segmentId}`], again: false })),
    );
};

const putInForce = async (
  tx: Tx,
  organizationId: string,
  versionId: string,
  { segment_id, number, old }: { segment_id: string; number: number; old: string | null },
  now: Date,
) => {
  await sql`update segment_versions set in_force_at = ${now} where organization_id = ${organizationId} and id = ${versionId}`.execute(tx);
  if (old)
    await sql`update segment_versions set replaced_at = ${now} where organization_id = ${organizationId} and id = ${old}`.execute(tx);
  const { rows } = await sql<{ members: number }>`
    update segments set version_id = ${versionId}, next_version_id = null where organization_id = ${organizationId} and id = ${segment_id} returning members`.execute(
    tx,
  );
  await dropUnasked(tx, organizationId);
  await emitMany(tx, [
    {
      organizationId,
      name: "segment.built",
      payload: { segmentId: segment_id, version: number, members: rows[0]?.members ?? 0 },
      actor: { kind: "system", name: "segments" },
      occurredAt: now,
    },
  ]);
};
