import { sql } from "kysely";
import type { Tx } from "../../kernel/db/pools.ts";
import type { Kernel } from "../../kernel/module.ts";
import { knownNow } from "../contacts/index.ts";
import { askLeaves } from "./segment-ask.ts";
import { fold, type Touched } from "./segment-fold.ts";
import { tellGone } from "./segment-gone.ts";
import { type Plan, type PlanLeaf, planOf } from "./segment-plan.ts";
import { appeared, definitionsChanged, everything } from "./segment-touch.ts";
import { writeMoves } from "./segment-write.ts";

/** How much one transaction takes on: while it is open no reader of events gets past it. */
const most = 5000;

/** `definitions`: fields, tags or lists themselves may have changed. */
export type Passed = { busy: boolean; touched: number; moved: number; more: boolean; definitions: boolean };
const nothing: Passed = { busy: false, touched: 0, moved: 0, more: false, definitions: false };

/** One evaluator per organization: whoever holds it may write members and leaf states. */
export const holdOrganization = async (tx: Tx, organizationId: string, wait = false): Promise<boolean> => {
  const key = sql`hashtextextended(${`segments:${organizationId}`}, 0)`;
  if (wait) await sql`select pg_advisory_xact_lock(${key})`.execute(tx);
  else {
    const { rows } = await sql<{ mine: boolean }>`select pg_try_advisory_xact_lock(${key}) as mine`.execute(tx);
    if (!rows[0]?.mine) return false;
  }
  await sql`select set_config('candor.segments', 'on', true)`.execute(tx);
  return true;
};

/**
 * Looks at the contacts that were touched, or for whom time has come, and moves them in and out: one transaction, so that what a killed
 * process had begun never was. `now` decides what is due and which windows are over.
 */
export const pass = (kernel: Kernel, organizationId: string, now: Date): Promise<Passed> =>
  kernel.db.system.transaction().execute(async (tx) => {
    if (!(await holdOrganization(tx, organizationId))) return { ...nothing, busy: true };
    // Of everything here there is an index; without statistics of a fresh table the planner would not believe it.
    await sql`set local enable_seqscan = off`.execute(tx);
    const touches = await takeTouches(tx, organizationId);
    const plan = await planOf(tx, kernel, organizationId);
    await tellGone(tx, organizationId, now);
    if (!plan) return { ...nothing, more: touches.length === most };
    const due = await dueStates(tx, plan, now);
    const wanted = wantedOf(plan, touches, due);
    const known = await knownNow(tx, organizationId, now);
    const turned = await askLeaves(tx, plan, known, wanted);
    const moves = await fold(tx, plan, known, touchedLeaves(wanted, turned));
    await writeMoves(tx, organizationId, known, "change", moves);
    return {
      busy: false,
      touched: wanted.size,
      moved: moves.length,
      more: touches.length === most || due.length === most,
      definitions: touches.some(({ keys }) => keys.includes(definitionsChanged)),
    };
  });

type TouchRow = { contact_id: string; keys: string[]; again: boolean };

const takeTouches = async (tx: Tx, organizationId: string): Promise<TouchRow[]> => {
  const { rows } = await sql<TouchRow>`
    delete from segment_touches t using (
      select id from segment_touches where organization_id = ${organizationId} order by id limit ${most}) n
     where t.organization_id = ${organizationId} and t.id = n.id returning t.contact_id, t.keys, t.again`.execute(tx);
  return rows;
};

type DueRow = { contact_id: string; leaf_id: number };

const dueStates = async (tx: Tx, plan: Plan, now: Date): Promise<DueRow[]> => {
  const { rows } = await sql<DueRow>`
    select contact_id, leaf_id from leaf_state
     where organization_id = ${plan.organizationId} and due_at <= ${now} and leaf_id = any(${[...plan.leaves.keys()]}::int[])
     order by due_at limit ${most}`.execute(tx);
  return rows;
};

/** What to ask of a contact: leaf -> also if its answer may only stay as it is. `whole`: fold every segment. */
export type Wanted = Map<string, { leaves: Map<PlanLeaf, boolean>; whole: boolean }>;

const wantedOf = (plan: Plan, touches: TouchRow[], due: DueRow[]): Wanted => {
  const wanted: Wanted = new Map();
  const of = (contactId: string) => {
    const found = wanted.get(contactId) ?? { leaves: new Map<PlanLeaf, boolean>(), whole: false };
    wanted.set(contactId, found);
    return found;
  };
  const want = (contactId: string, leaf: PlanLeaf, again: boolean) => {
    const { leaves } = of(contactId);
    leaves.set(leaf, again || (leaves.get(leaf) ?? false));
  };
  for (const { contact_id, keys, again } of touches) {
    if (keys.includes(definitionsChanged)) continue;
    if (keys.includes(everything) || keys.includes(appeared)) of(contact_id).whole = true;
    if (keys.includes(everything)) for (const leaf of plan.leaves.values()) want(contact_id, leaf, true);
    if (keys.includes(appeared)) for (const leaf of plan.leaves.values()) if (leaf.leaf.about !== "event") want(contact_id, leaf, true);
    for (const key of keys) for (const leaf of plan.byKey.get(key) ?? []) want(contact_id, leaf, again);
  }
  for (const { contact_id, leaf_id } of due) {
    const leaf = plan.leaves.get(leaf_id);
    if (leaf) want(contact_id, leaf, true);
  }
  return wanted;
};

/** Which leaves have or may have another answer now: of event leaves those that turned, of all others those that were touched. */
const touchedLeaves = (wanted: Wanted, turned: Map<string, Set<number>>): Touched => {
  const touched: Touched = new Map();
  for (const [contactId, { leaves, whole }] of wanted) {
    const ids = new Set(turned.get(contactId));
    for (const leaf of leaves.keys()) if (leaf.leaf.about !== "event") ids.add(leaf.id);
    if (whole) touched.set(contactId, "all");
    else if (ids.size > 0) touched.set(contactId, ids);
  }
  return touched;
};
