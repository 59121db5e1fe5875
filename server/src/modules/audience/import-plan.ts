import { newId } from "../../kernel/id.ts";
import { type ContactWrite, checkFacts, handle, type IdentityKey, type WriteProblem } from "../contacts/index.ts";
import type { Known } from "./import-known.ts";
import { type Found, fieldKey, fieldValue, keyFields } from "./import-lookup.ts";
import type { Memory } from "./import-memory.ts";
import type { Draft, Reason } from "./import-row.ts";
import type { Settings } from "./import-settings.ts";

/** What becomes of a row. */
export type Fate =
  | { kind: "create" | "change"; draft: Draft; contactId: string; write: ContactWrite; identities: IdentityKey[] }
  | { kind: "skip"; draft: Draft }
  | { kind: "wrong" | "duplicate"; draft: Draft; reasons: Reason[] };

/** Goes through the rows in their order, so that a later one meets what an earlier one brings. `current` is what found contacts know already, for `fill`. */
export const planRows = (
  drafts: Draft[],
  found: Found,
  memory: Memory,
  settings: Settings,
  known: Known,
  current: Map<string, { facts: Set<string>; fields: Set<string> }>,
): Fate[] => drafts.map((draft) => planRow(draft, found, memory, settings, known, current));

type Owner = { contactId: string; row?: undefined } | { row: number };
const same = (a: Owner, b: Owner) =>
  "contactId" in a && "contactId" in b ? a.contactId === b.contactId : a.row !== undefined && a.row === b.row;

const planRow = (
  draft: Draft,
  found: Found,
  memory: Memory,
  settings: Settings,
  known: Known,
  current: Map<string, { facts: Set<string>; fields: Set<string> }>,
): Fate => {
  if (draft.reasons.length > 0) return { kind: "wrong", draft, reasons: draft.reasons };
  // A contact an earlier row was about is that row, whether it was there before or not: a dry run then counts as the import will.
  const ofContact = (contactId: string): Owner => {
    const row = memory.rowOf(contactKey(contactId));
    return row === undefined ? { contactId } : { row };
  };
  const ofKey = (key: string, contactId: string | undefined): Owner | null => {
    const row = memory.rowOf(key);
    return row !== undefined ? { row } : contactId === undefined ? null : ofContact(contactId);
  };
  const recognised: { by: string; owner: Owner }[] = [];
  const others: { column: string; owner: Owner }[] = [];
  for (const { key, column } of draft.identities) {
    const owner = ofKey(handle(key), found.owners.get(handle(key)));
    if (!owner) continue;
    if ((settings.match as string[]).includes(key.kind)) recognised.push({ by: column, owner });
    else others.push({ column, owner });
  }
  if (draft.id !== null && settings.match.includes("id") && found.ids.has(draft.id))
    recognised.push({ by: "id", owner: ofContact(draft.id) });
  const fields = keyFields(settings, known);
  const ownKeys = fields.flatMap((field) => {
    const value = fieldValue(draft, field, known);
    return value === null ? [] : [{ field, key: fieldKey(field, value) }];
  });
  for (const { field, key } of ownKeys) {
    const owned = found.byField.get(key) ?? [];
    if (owned.length > 1 && memory.rowOf(key) === undefined)
      return wrong(draft, field.name, "Several contacts have this value.", "Recognise contacts by something only one of them has.");
    const owner = ofKey(key, owned[0]);
    if (owner) recognised.push({ by: field.name, owner });
  }

  const first = recognised[0]?.owner;
  if (recognised.some(({ owner }) => first && !same(owner, first)))
    return wrong(
      draft,
      null,
      `What the row is recognised by (${[...new Set(recognised.map(({ by }) => by))].join(", ")}) belongs to different contacts.`,
      "Correct one of them, or merge the contacts first.",
    );
  if (first && "row" in first && first.row !== undefined)
    return {
      kind: "duplicate",
      draft,
      reasons: [
        {
          column: recognised[0]?.by ?? null,
          message: `This is the same person as in row ${first.row}.`,
          remedy: "Put both rows together.",
        },
      ],
    };
  const contactId = first?.contactId;
  const taken = others.find(({ owner }) => !first || !same(owner, first));
  if (taken)
    return wrong(
      draft,
      taken.column,
      taken.owner.row === undefined
        ? "Another contact already has this number or address."
        : `Row ${taken.owner.row} has this number or address, too.`,
      "Correct it, or recognise contacts by it.",
    );
  if (contactId === undefined ? settings.missing === "skip" : settings.found === "skip") return { kind: "skip", draft };

  const facts = { ...draft.facts };
  const own: Record<string, unknown> = { ...draft.fields };
  const has = contactId !== undefined && settings.found === "fill" ? current.get(contactId) : undefined;
  if (has) {
    for (const fact of has.facts) delete facts[fact as keyof typeof facts];
    for (const key of has.fields) delete own[key];
  }
  const problems = checkFacts(
    known.definitions,
    { facts, fields: own },
    { stages: known.stageKeys, members: known.memberIds, home: known.home, isNew: contactId === undefined },
  );
  if (problems.length > 0) return { kind: "wrong", draft, reasons: problems.map((problem) => reasonOf(problem, draft)) };
  const id = contactId ?? newId();
  for (const { key } of draft.identities) memory.remember(handle(key), draft.row);
  for (const { key } of ownKeys) memory.remember(key, draft.row);
  memory.remember(contactKey(id), draft.row);
  return {
    kind: contactId === undefined ? "create" : "change",
    draft,
    contactId: id,
    write: { contactId: id, facts, fields: own },
    identities: draft.identities
      .map(({ key }) => key)
      .filter((key) => contactId === undefined || found.owners.get(handle(key)) !== contactId),
  };
};

export const contactKey = (contactId: string) => `contact\n${contactId}`;

const wrong = (draft: Draft, column: string | null, message: string, remedy: string): Fate => ({
  kind: "wrong",
  draft,
  reasons: [{ column, message, remedy }],
});

const columnOf: Record<string, string> = { timeZone: "time_zone", ownerId: "owner" };
/** In the words of the file. */
export const reasonOf = ({ field, message, remedy }: WriteProblem, draft: Draft): Reason => ({
  column: draft.columnOf(columnOf[field] ?? field),
  message,
  remedy: remedy ?? null,
});
