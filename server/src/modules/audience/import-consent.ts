import { readValue } from "../contacts/index.ts";
import type { Draft } from "./import-row.ts";
import type { Settings } from "./import-settings.ts";
import { readYesNo } from "./import-words.ts";

export type ConsentSaid = { action: "granted" | "withdrawn"; at: Date; isDated: boolean; proof: string | null; source: string | null };

/**
 * A yes goes into the ledger only with what was agreed to, where and when: from the row, else from what was given for the whole file.
 * A no is taken at its word, now where no date stands beside it: it only ever forbids.
 */
export const readConsent = (
  draft: Draft,
  said: Map<string, string>,
  nameOfTarget: (to: string) => string | null,
  given: NonNullable<Settings["consent"]>,
  timeZone: string,
  wrong: (column: string | null, message: string, remedy?: string | null) => void,
) => {
  const cell = said.get("consent");
  if (cell === undefined) return;
  const agreed = readYesNo(cell);
  if (agreed === null) return wrong(nameOfTarget("consent"), `“${cell.slice(0, 40)}” is neither yes nor no.`, "Write yes or no.");
  const written = said.get("consent_date") ?? (agreed ? given.date : null);
  const at = written === null || written === undefined ? null : momentOf(written, timeZone);
  if (at === "unclear")
    return wrong(nameOfTarget("consent_date"), `“${String(written).slice(0, 40)}” is no day.`, "Write it as 2026-11-30.");
  if (at && at.getTime() > Date.now() + 86_400_000) return wrong(nameOfTarget("consent_date"), "This day has not come yet.");
  const proof = said.get("consent_proof") ?? given.proof;
  const source = said.get("consent_source") ?? given.source;
  if (!agreed) draft.consent = { action: "withdrawn", at: at ?? new Date(), isDated: at !== null, proof, source };
  else if (proof && source && at) draft.consent = { action: "granted", at, isDated: true, proof, source };
  else draft.unproven = true;
};

const field = {
  key: "at",
  name: "at",
  help: null,
  required: false,
  default: null,
  options: [],
  currency: null,
  category: "user",
  slot: null,
  indexed: false,
  archived: false,
} as const;

const momentOf = (text: string, timeZone: string): Date | "unclear" => {
  const read = readValue({ ...field, options: [], type: "time" }, text, { country: null, timeZone });
  if ("value" in read && typeof read.value === "string") return new Date(read.value);
  const day = readValue({ ...field, options: [], type: "date" }, text, { country: null, timeZone });
  return "value" in day && typeof day.value === "string" ? new Date(day.value) : "unclear";
};
