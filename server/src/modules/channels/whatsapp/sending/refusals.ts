import { sql } from "kysely";
import type { Tx } from "../../../../kernel/db/pools.ts";
import type { Failure } from "../../../../kernel/deliveries.ts";
import { enqueue } from "../../../../kernel/jobs.ts";
import { rest } from "../../../../kernel/rate.ts";
import { recordConsent } from "../../../contacts/index.ts";
import { type Rule, ruleBehind } from "../graph/errors.ts";
import { needAttention } from "../numbers/attention.ts";
import { numberOf } from "../numbers/number.ts";
import { stopTemplates, templateStamps } from "./refused-templates.ts";
import { scopePace } from "./scope-pace.ts";

/** A delivery that WhatsApp refused, in its answer or by a status. */
export type Refused = {
  /** Null where it was not sent from here. */
  deliveryId: string | null;
  channelId: string;
  contactId: string;
  identityId: string | null;
  messageId: string | null;
  content: Record<string, unknown>;
  failure: Failure;
  at: Date;
};

/**
 * What refusals mean beyond their attempts: the channel stops, a budget rests, a template is used no more, a person is
 * left in peace or known to be out of reach. Set-based: a campaign may be refused a thousand times at once. Answers the failures that learned
 * something by it, by delivery. As candor_system, in the caller's transaction.
 */
export const heedRefusals = async (tx: Tx, organizationId: string, refused: Refused[]): Promise<Map<string, Failure>> => {
  const ruled = refused.flatMap((one) => {
    const rule = ruleBehind(one.failure);
    return rule ? [{ ...one, rule }] : [];
  });
  const having = (...then: Rule["then"][]) => ruled.filter((one) => then.includes(one.rule.then));
  const learned = new Map<string, Failure>();

  for (const one of having("opt_out")) await recordOptOut(tx, organizationId, one);
  await markUndeliverable(tx, organizationId, having("unreachable"));
  for (const [id, until] of await restUntil(tx, organizationId, having("limit"))) learned.set(id, until);

  await stopTemplates(tx, organizationId, having("pause_template"), "PAUSED");
  await stopTemplates(tx, organizationId, having("disable_template"), "DISABLED");
  const stamped = ruled.filter((one) => one.rule.again === "template_changed");
  for (const [id, failure] of await templateStamps(tx, organizationId, stamped)) learned.set(id, failure);

  // A status may come days late; what it says of the channel may be over by then.
  const now = ruled.filter((one) => one.at.getTime() > Date.now() - 3600_000);
  for (const channelId of new Set(having("stale_template").map((one) => one.channelId)))
    await enqueue(tx, "whatsapp.sync-templates", { organizationId, channelId }, { key: `sync-templates:${channelId}`, attempts: 5 });
  for (const one of oncePer(now.filter(stops), (each) => `${each.channelId} ${each.rule.code}`))
    await needAttention(tx, organizationId, one.channelId, one.failure);
  for (const one of oncePer(
    now.filter(rests),
    (each) => `${each.channelId} ${each.rule.scope} ${each.rule.scope === "pair" && each.contactId}`,
  ))
    await restBudget(tx, organizationId, one);
  return learned;
};

const stops = ({ rule }: { rule: Rule }) => rule.then === "token" || rule.then === "stop";
const rests = ({ rule }: { rule: Rule }) => rule.then === "retry" && rule.scope !== undefined;
const oncePer = <T>(all: T[], key: (one: T) => string): T[] => [...new Map(all.map((one) => [key(one), one])).values()];

/** The person said so to WhatsApp, and the refusal is how we hear of it (131050). */
const recordOptOut = (tx: Tx, organizationId: string, { contactId, messageId, failure, at }: Refused) =>
  recordConsent(tx, organizationId, {
    contactId,
    channel: "whatsapp",
    purpose: "marketing",
    action: "withdrawn",
    source: "provider_refusal",
    proof: { messageId, code: failure.providerCode },
    actor: { kind: "contact", contactId },
    occurredAt: at,
  });

/** No account, an old app, terms not accepted, or a choice of the person: which of them is not told, so nothing is concluded. */
const markUndeliverable = async (tx: Tx, organizationId: string, refused: Refused[]) => {
  const rows = refused.flatMap((one) => (one.identityId ? [{ i: one.identityId, at: one.at }] : []));
  if (rows.length === 0) return;
  await sql`
    update identities i set undeliverable_at = greatest(i.undeliverable_at, k.at)
      from (select i, max(at) as at from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as k (i uuid, at timestamptz) group by i) k
     where i.organization_id = ${organizationId} and i.id = k.i`.execute(tx);
};

/** A day, then two, four and at most a week: the gap grows with each refusal within 30 days (131049). */
const restUntil = async (tx: Tx, organizationId: string, refused: Refused[]): Promise<Map<string, Failure>> => {
  if (refused.length === 0) return new Map();
  const { rows } = await sql<{ contact_id: string; earlier: number }>`
    select contact_id, count(*)::int as earlier from deliveries
     where organization_id = ${organizationId} and contact_id = any(${refused.map((one) => one.contactId)}::uuid[])
       and failure ->> 'until' is not null and updated_at > now() - interval '30 days'
       and id <> all(${refused.flatMap((one) => one.deliveryId ?? [])}::uuid[])
     group by contact_id`.execute(tx);
  const before = new Map(rows.map((row) => [row.contact_id, row.earlier]));
  return new Map(
    refused.flatMap((one) => {
      if (one.deliveryId === null) return [];
      const days = Math.min(2 ** (before.get(one.contactId) ?? 0), 7);
      const from = Math.max(one.at.getTime(), Date.now() - 60_000);
      return [[one.deliveryId, { ...one.failure, until: new Date(from + days * 86_400_000).toISOString() }] as const];
    }),
  );
};

/** A "slow down" that came as a status concerns those that follow. In an answer the dispatcher lets the budget rest itself. */
const restBudget = async (tx: Tx, organizationId: string, { channelId, contactId, identityId, rule }: Refused & { rule: Rule }) => {
  if (!rule.scope) return;
  const number = await numberOf(tx, organizationId, channelId);
  if (!number) return;
  const { key, budget } = scopePace(number, rule.scope, identityId ?? contactId);
  await rest({ system: tx }, key, budget, rule.waitSeconds ?? 1);
};
