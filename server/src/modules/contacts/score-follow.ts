import { sql } from "kysely";
import type { ConsumedEvent, Consumer } from "../../kernel/consumers.ts";
import type { Tx } from "../../kernel/db/pools.ts";
import type { JobBodies, Schedule } from "../../kernel/jobs.ts";
import type { Kernel } from "../../kernel/module.ts";
import { activeRules, lockScores, type Rule, scoreContacts } from "./score.ts";

/** What of our own events can change an answer about a contact; what visitors do cannot. */
const changing = /^(contact|consent|message|conversation|visitor|field|organization)\./;

/** Counts whom the events touch. Other than an event a rule counts, only what may change a condition is of interest. */
const follow = async (tx: Tx, events: ConsumedEvent[]): Promise<void> => {
  const organizations = [...new Set(events.map((event) => event.organizationId))].sort();
  const { rows } = await sql<{ organization_id: string }>`
    select distinct organization_id from score_rules where organization_id = any(${organizations}::uuid[]) and active and removed_at is null`.execute(
    tx,
  );
  for (const { organization_id: organizationId } of rows) {
    const rules = await activeRules(tx, organizationId);
    const touched = events.filter((event) => event.organizationId === organizationId && concerns(event, rules)).flatMap(contactsOf);
    if (touched.length === 0) continue;
    await lockScores(tx, organizationId);
    await scoreContacts(tx, organizationId, touched, rules, new Date());
  }
};

const concerns = ({ name }: ConsumedEvent, rules: Rule[]) =>
  name !== "contact.scored" &&
  (["contact.merged", "contact.unmerged", "contact.joined", "visitor.identified"].includes(name) ||
    rules.some((rule) => (rule.kind === "event" ? rule.event === name : changing.test(name))));

const contactsOf = ({ contactId, payload }: ConsumedEvent): string[] =>
  [contactId, payload.otherContactId].filter((id): id is string => typeof id === "string");

export const scoreConsumer: Consumer = { names: "all", handle: follow };

const batch = 500;

/** Counts those again whose points change by time alone, the longest due first. */
export const scoreDue = async (kernel: Kernel, now = new Date()): Promise<void> => {
  const { system } = kernel.db;
  const { rows } = await sql<{ organization_id: string }>`
    select distinct organization_id from score_states where due_at <= ${now.toISOString()}`.execute(system);
  for (const { organization_id: organizationId } of rows) {
    for (let counted = batch; counted > 0; )
      counted = await system.transaction().execute(async (tx) => {
        await lockScores(tx, organizationId);
        const due = await sql<{ contact_id: string }>`
          select contact_id from score_states where organization_id = ${organizationId} and due_at <= ${now.toISOString()} order by due_at limit ${batch}`.execute(
          tx,
        );
        await scoreContacts(
          tx,
          organizationId,
          due.rows.map((row) => row.contact_id),
          await activeRules(tx, organizationId),
          now,
        );
        return due.rows.length;
      });
  }
  if (rows.length > 0) kernel.live.wake("events");
};

export const scoreDueJobs: JobBodies = { contacts_score_due: (kernel) => scoreDue(kernel) };
export const scoreDueSchedules: Schedule[] = [
  { job: "contacts_score_due", cron: "* * * * *", why: "points of a lead score that fade or age are taken away when their time has come" },
];
