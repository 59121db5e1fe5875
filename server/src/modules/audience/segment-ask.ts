import { sql } from "kysely";
import type { Tx } from "../../kernel/db/pools.ts";
import type { Known } from "../contacts/index.ts";
import { isRelative, staysUntilDue } from "./leaf.ts";
import { answersOf } from "./leaf-answers.ts";
import { alarmsSql } from "./leaf-dates.ts";
import type { Wanted } from "./segment-pass.ts";
import type { Plan, PlanLeaf } from "./segment-plan.ts";

/** Moments stay PostgreSQL's own text: a JavaScript date would cut their microseconds, and wake too early again and again. */
type Answer = { ok: boolean; due: string | null };
type State = Answer & { contactId: string; leafId: number };

/** Asks the leaves that have state again, writes what differs, and says of whom which answers turned. */
export const askLeaves = async (tx: Tx, plan: Plan, known: Known, wanted: Wanted): Promise<Map<string, Set<number>>> => {
  const asked = new Map<PlanLeaf, string[]>();
  const before = await statesOf(tx, plan, wanted, known.now);
  for (const [contactId, { leaves }] of wanted) {
    for (const [leaf, again] of leaves) {
      if (!leaf.stateful || (!again && canStay(leaf, before.get(place(contactId, leaf.id))))) continue;
      const contactIds = asked.get(leaf) ?? [];
      asked.set(leaf, contactIds);
      contactIds.push(contactId);
    }
  }
  const turned = new Map<string, Set<number>>();
  const put: State[] = [];
  const drop: State[] = [];
  for (const [leaf, contactIds] of asked) {
    const answers = await askLeaf(tx, plan.organizationId, leaf, known, contactIds);
    for (const contactId of contactIds) {
      const was = before.get(place(contactId, leaf.id));
      const answer = answers.get(contactId) ?? { ok: leaf.base, due: null };
      const state = { contactId, leafId: leaf.id, ...answer };
      if (answer.ok !== (was?.ok ?? leaf.base)) turned.set(contactId, (turned.get(contactId) ?? new Set()).add(leaf.id));
      // While a leaf is being built a row that says nothing says that the build's answer is old.
      const says = answer.ok !== leaf.base || answer.due !== null || !leaf.ready;
      if (!says && was) drop.push(state);
      else if (says && (!was || was.ok !== answer.ok || was.due !== answer.due)) put.push(state);
    }
  }
  await putStates(tx, plan.organizationId, put);
  await dropStates(tx, plan.organizationId, drop);
  return turned;
};

const place = (contactId: string, leafId: number) => `${contactId}${leafId}`;

type KnownState = Answer & { ahead: boolean };

const canStay = ({ leaf, base }: PlanLeaf, was: KnownState | undefined): boolean =>
  leaf.about === "event" && staysUntilDue(leaf) && was !== undefined && was.ok !== base && was.ahead;

const statesOf = async (tx: Tx, plan: Plan, wanted: Wanted, now: Date): Promise<Map<string, KnownState>> => {
  const contactIds = [...wanted]
    .filter(([, { leaves }]) => [...leaves.keys()].some((leaf) => leaf.stateful))
    .map(([contactId]) => contactId);
  if (contactIds.length === 0) return new Map();
  // All of a contact's rows are one stretch of the key; asking for some of them would be a probe for each.
  const { rows } = await sql<{ contact_id: string; leaf_id: number; ok: boolean; due: string | null; ahead: boolean }>`
    select contact_id, leaf_id, ok, due_at::text as due, due_at is null or due_at > ${now} as ahead from leaf_state
     where organization_id = ${plan.organizationId} and contact_id = any(${contactIds}::uuid[])`.execute(tx);
  return new Map(rows.map((row) => [place(row.contact_id, row.leaf_id), { ok: row.ok, due: row.due, ahead: row.ahead }]));
};

const askLeaf = async (
  tx: Tx,
  organizationId: string,
  { leaf }: PlanLeaf,
  known: Known,
  contactIds: string[],
): Promise<Map<string, Answer>> => {
  const rows =
    leaf.about === "event"
      ? answersOf(leaf, { organizationId, now: known.now }, sql`${contactIds}`)
      : isRelative(leaf)
        ? alarmsSql(leaf, known, organizationId, sql`c.id = any(${contactIds}::uuid[])`)
        : null;
  if (!rows) return new Map();
  const found = await sql<{ contact_id: string; ok: boolean; due: string | null }>`
    select contact_id, ${leaf.about === "event" ? sql`ok` : sql`false as ok`}, due_at::text as due from (${rows}) a`.execute(tx);
  return new Map(found.rows.map((row) => [row.contact_id, { ok: row.ok, due: row.due }]));
};

/** A contact that was deleted meanwhile is passed over; the others are held until we are through, in the order everybody holds them. */
const putStates = async (tx: Tx, organizationId: string, states: State[]): Promise<void> => {
  if (states.length === 0) return;
  await sql`
    with live as (select id from contacts where organization_id = ${organizationId} and id = any(${[...new Set(states.map((state) => state.contactId))]}::uuid[])
                   order by id for key share)
    insert into leaf_state as s (organization_id, contact_id, leaf_id, ok, due_at)
    select ${organizationId}, n.contact_id, n.leaf_id, n.ok, n.due_at
      from unnest(${states.map((state) => state.contactId)}::uuid[], ${states.map((state) => state.leafId)}::int[], ${states.map((state) => state.ok)}::boolean[],
                  ${states.map((state) => state.due)}::timestamptz[]) as n (contact_id, leaf_id, ok, due_at) join live on live.id = n.contact_id
    on conflict (organization_id, contact_id, leaf_id) do update set ok = excluded.ok, due_at = excluded.due_at`.execute(tx);
};

const dropStates = async (tx: Tx, organizationId: string, states: State[]): Promise<void> => {
  if (states.length === 0) return;
  await sql`
    delete from leaf_state s using unnest(${states.map((state) => state.contactId)}::uuid[], ${states.map((state) => state.leafId)}::int[]) as n (contact_id, leaf_id)
     where s.organization_id = ${organizationId} and s.contact_id = n.contact_id and s.leaf_id = n.leaf_id`.execute(tx);
};
