import { sql } from "kysely";
import type { Tx } from "../../kernel/db/pools.ts";
import type { Ctx } from "../../kernel/module.ts";
import { claimMany, insertContacts, mayContactAll, recordConsents, tagsByName, valuesOf, writeContacts } from "../contacts/index.ts";
import type { Counts } from "./import.api.ts";
import type { Known } from "./import-known.ts";
import { type Found, lookUp } from "./import-lookup.ts";
import type { Memory } from "./import-memory.ts";
import { contactKey, type Fate, planRows, reasonOf } from "./import-plan.ts";
import type { Draft, Reason } from "./import-row.ts";
import type { Settings } from "./import-settings.ts";

export type Problem = { row: number; kind: "wrong" | "duplicate"; reasons: Reason[]; cells: string[] };
export type Outcome = { counts: Counts; problems: Problem[] };
export type Pass = { importId: string; settings: Settings; known: Known; memory: Memory; isDry: boolean };
type Taken = Extract<Fate, { contactId: string }>;

export const noCounts = (): Counts => ({
  rows: 0,
  created: 0,
  changed: 0,
  unchanged: 0,
  skipped: 0,
  wrong: 0,
  duplicate: 0,
  consents: 0,
  unproven: 0,
});

/**
 * Takes in some rows, set-based. A dry run does the same with contacts that are there, in a transaction its caller undoes, so that what
 * counts as changed is decided by the code that changes; contacts it would make are judged and counted only.
 */
export const takeIn = async (tx: Tx, ctx: Ctx, pass: Pass, drafts: Draft[]): Promise<Outcome> => {
  const { settings, known } = pass;
  const found = await lookUp(tx, ctx.organizationId, drafts, settings, known);
  if (!pass.isDry) await recall(tx, ctx.organizationId, pass, found);
  const fates = planRows(drafts, found, pass.memory, settings, known, await currentOf(tx, ctx.organizationId, found, settings, known));
  const written = fates.filter((fate): fate is Taken => fate.kind === "change" || (fate.kind === "create" && !pass.isDry));
  await giveTags(tx, ctx, written, settings);
  const refused = new Map<string, Reason[]>();
  const changed = new Set<string>();
  const fresh = written.filter((fate) => fate.kind === "create");
  const answers = [
    ...(await insertContacts(
      tx,
      ctx,
      fresh.map(({ write }) => ({ ...write, source: "import" })),
    )),
    ...(await writeContacts(
      tx,
      ctx,
      written.filter((fate) => fate.kind === "change").map(({ write }) => write),
    )),
  ];
  for (const [contactId, answer] of answers) {
    const draft = answer.problems.length === 0 ? undefined : written.find((fate) => fate.contactId === contactId)?.draft;
    if (draft)
      refused.set(
        contactId,
        answer.problems.map((problem) => reasonOf(problem, draft)),
      );
    else if (answer.changed.length > 0) changed.add(contactId);
  }
  const good = written.filter((fate) => !refused.has(fate.contactId));
  const claims = good.map((fate) => ({ contactId: fate.contactId, isNew: fate.kind === "create", keys: fate.identities }));
  for (const contactId of (await claimMany(tx, ctx, claims, { source: "import", importId: pass.importId })).keys()) changed.add(contactId);
  const consented = await writeConsents(tx, ctx, pass, good);
  for (const contactId of consented) changed.add(contactId);
  if (!pass.isDry) await rememberContacts(tx, ctx.organizationId, pass.importId, good);
  return judge(fates, { refused, changed, consented, isDry: pass.isDry });
};

/** Contacts that earlier rows of this import were about. */
const recall = async (tx: Tx, organizationId: string, pass: Pass, found: Found) => {
  const ids = [...new Set([...found.owners.values(), ...found.ids, ...[...found.byField.values()].flat()])];
  if (ids.length === 0) return;
  const rows = await tx
    .selectFrom("import_contacts")
    .select(["contact_id", "row_number"])
    .where("organization_id", "=", organizationId)
    .where("import_id", "=", pass.importId)
    .where("contact_id", "in", ids)
    .execute();
  for (const row of rows) pass.memory.remember(contactKey(row.contact_id), row.row_number);
};

/** What is known of the contacts found, where only what is not known yet is to be written. */
const currentOf = async (tx: Tx, organizationId: string, found: Found, settings: Settings, known: Known) => {
  const current = new Map<string, { facts: Set<string>; fields: Set<string> }>();
  if (settings.found !== "fill") return current;
  const ids = [...new Set([...found.owners.values(), ...found.ids, ...[...found.byField.values()].flat()])];
  if (ids.length === 0) return current;
  const rows = await tx.selectFrom("contacts").selectAll().where("organization_id", "=", organizationId).where("id", "in", ids).execute();
  for (const row of rows) {
    const facts = {
      name: row.name,
      company: row.company,
      language: row.language,
      country: row.country,
      timeZone: row.time_zone,
      ownerId: row.owner_id,
    };
    current.set(row.id, {
      facts: new Set(["stage", ...Object.entries(facts).flatMap(([fact, value]) => (value ? [fact] : []))]),
      fields: new Set(Object.keys(valuesOf(known.definitions, row))),
    });
  }
  return current;
};

const giveTags = async (tx: Tx, ctx: Ctx, taken: Taken[], settings: Settings) => {
  const ids = await tagsByName(tx, ctx.organizationId, [...new Set(taken.flatMap((fate) => fate.draft.tags))]);
  for (const fate of taken) {
    const add = [...new Set([...settings.tagIds, ...fate.draft.tags.flatMap((name) => ids.get(name.toLowerCase()) ?? [])])];
    if (add.length > 0) fate.write.tags = { add };
  }
};

const writeConsents = async (tx: Tx, ctx: Ctx, pass: Pass, taken: Taken[]): Promise<Set<string>> => {
  const given = pass.settings.consent;
  if (!given) return new Set();
  const saying = taken.filter((fate) => fate.draft.consent !== null);
  // A no without its day is news only where the last word was not no.
  const undated = saying.filter((fate) => fate.draft.consent && !fate.draft.consent.isDated);
  const permits = await mayContactAll(
    tx,
    ctx.organizationId,
    undated.map((fate) => fate.contactId),
    given.channel,
    given.purpose,
  );
  const entries = saying.flatMap((fate) => {
    const said = fate.draft.consent;
    const permit = said?.isDated === false ? permits(fate.contactId) : null;
    if (!said || (permit && !permit.allowed && permit.reason === "consent_withdrawn")) return [];
    return {
      contactId: fate.contactId,
      channel: given.channel,
      purpose: given.purpose,
      action: said.action,
      source: said.source ?? "import",
      proof: { ...(said.proof === null ? {} : { text: said.proof }), importId: pass.importId, row: fate.draft.row },
      occurredAt: said.at,
    };
  });
  return recordConsents(tx, ctx, entries);
};

const rememberContacts = async (tx: Tx, organizationId: string, importId: string, taken: Taken[]) => {
  if (taken.length === 0) return;
  await sql`
    insert into import_contacts (organization_id, import_id, contact_id, row_number, made)
    select ${organizationId}::uuid, ${importId}::uuid, * from unnest(${taken.map((fate) => fate.contactId)}::uuid[], ${taken.map((fate) => fate.draft.row)}::int[], ${taken.map((fate) => fate.kind === "create")}::boolean[])
    on conflict do nothing`.execute(tx);
};

type Results = { refused: Map<string, Reason[]>; changed: Set<string>; consented: Set<string>; isDry: boolean };

const judge = (fates: Fate[], { refused, changed, consented, isDry }: Results): Outcome => {
  const counts = { ...noCounts(), rows: fates.length };
  const problems: Problem[] = [];
  for (const fate of fates) {
    const { draft } = fate;
    const reasons = "reasons" in fate ? fate.reasons : "contactId" in fate ? refused.get(fate.contactId) : undefined;
    if (reasons) {
      const kind = fate.kind === "duplicate" ? "duplicate" : "wrong";
      counts[kind] += 1;
      problems.push({ row: draft.row, kind, reasons, cells: draft.cells });
    } else if (fate.kind === "skip") counts.skipped += 1;
    else if ("contactId" in fate) {
      if (fate.kind === "create") counts.created += 1;
      else if (changed.has(fate.contactId)) counts.changed += 1;
      else counts.unchanged += 1;
      if (consented.has(fate.contactId) || (isDry && fate.kind === "create" && draft.consent)) counts.consents += 1;
      if (draft.unproven) counts.unproven += 1;
    }
  }
  return { counts, problems };
};
