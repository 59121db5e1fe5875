import { z } from "zod";
import { Refusal } from "../../kernel/errors.ts";
import { type Facts, type IdentityKey, identityKey, readPhone } from "../contacts/index.ts";
import { type ConsentSaid, readConsent } from "./import-consent.ts";
import type { Known } from "./import-known.ts";
import type { Settings } from "./import-settings.ts";
import { meantBy, readScientific, spreadsheetError } from "./import-shape.ts";
import { fold, readCountry } from "./import-words.ts";
import type { SourceRow } from "./source.ts";
import { trimEnd } from "./source-open.ts";

export type Reason = { column: string | null; message: string; remedy: string | null };

/** A row of the file as what it says about a person. */
export type Draft = {
  row: number;
  cells: string[];
  id: string | null;
  facts: Partial<Facts>;
  fields: Record<string, string>;
  tags: string[];
  identities: { key: IdentityKey; column: string }[];
  consent: ConsentSaid | null;
  unproven: boolean;
  reasons: Reason[];
  /** Name of the column that goes there. */
  columnOf: (to: string) => string | null;
};

const mostNewTags = 300;
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const isEmail = z.email().max(254);

/** What cannot be read is a reason. Blank cells say nothing. Fails only for a file whose tags are none: nobody wants ten thousand of them. */
export const readRow = (source: SourceRow, names: string[], settings: Settings, known: Known): Draft => {
  const nameOfTarget = (to: string) => names[settings.columns.find((one) => one.to === to)?.column ?? -1] ?? null;
  const draft: Draft = {
    row: source.number,
    cells: source.cells,
    id: null,
    facts: {},
    fields: {},
    tags: [],
    identities: [],
    consent: null,
    unproven: false,
    reasons: [],
    columnOf: nameOfTarget,
  };
  const wrong = (column: string | null, message: string, remedy: string | null = null) =>
    void draft.reasons.push({ column, message, remedy });
  if (source.broken)
    wrong(null, "A quotation mark is opened in this row and never closed.", "Close it, or write it twice where it is part of the text.");
  else if (trimEnd(source.cells).length > names.length)
    wrong(
      null,
      `This row has ${trimEnd(source.cells).length} cells, the head has ${names.length}.`,
      "Put a cell that holds the separator into quotation marks.",
    );
  if (draft.reasons.length > 0) return draft;

  const said = new Map<string, string>();
  for (const { column, to } of settings.columns) {
    const value = meantBy(source.cells[column] ?? "");
    const name = names[column] ?? "";
    if (value === "") continue;
    if (spreadsheetError.test(value))
      wrong(name, `The cell holds an error of the spreadsheet (${value}).`, "Correct the formula, or empty the cell.");
    else if (to === "phone" || to === "email") readIdentities(draft, to, value, name, wrong);
    else if (to === "tags") readTags(draft, value, name, known, wrong);
    else if (to.startsWith("fields.")) draft.fields[to.slice(7)] = ownValue(to.slice(7), value, name, known, wrong);
    else said.set(to, value);
  }
  readFacts(draft, said, nameOfTarget, known, wrong);
  readPhones(draft, known, wrong);
  if (settings.consent) readConsent(draft, said, nameOfTarget, settings.consent, known.home.timeZone, wrong);
  const isEmpty =
    draft.id === null && draft.identities.length === 0 && Object.keys(draft.facts).length === 0 && Object.keys(draft.fields).length === 0;
  if (isEmpty && draft.reasons.length === 0) wrong(null, "Nothing in this row says who it is.");
  return draft;
};

type Wrong = (column: string | null, message: string, remedy?: string | null) => void;

/** Several in one cell are divided by semicolon, comma, bar or line; phone numbers are read later, when the row's country is known. */
const readIdentities = (draft: Draft, kind: "phone" | "email", value: string, column: string, wrong: Wrong) => {
  for (const part of listOf(value, kind === "email" ? /[;,|\s]+/ : /[;,|\n]+/)) {
    const scientific = kind === "phone" ? readScientific(value) : null;
    const written =
      kind === "email"
        ? meantBy(part)
            .replace(/^mailto:/i, "")
            .toLowerCase()
        : scientific && "digits" in scientific
          ? scientific.digits
          : meantBy(part);
    if (scientific && "lost" in scientific) {
      wrong(
        column,
        `Of this number's ${scientific.of} digits only the first ${scientific.known} are left: a spreadsheet has written it in scientific notation.`,
        "Give the column the format Text in the spreadsheet, enter the number again, and save.",
      );
      return;
    }
    if (kind === "phone") draft.identities.push({ key: { kind, scope: "", value: written, match: "" }, column });
    else {
      const key = isEmail.safeParse(written).success ? identityKey({ kind, scope: "", value: written }) : null;
      if (key) draft.identities.push({ key, column });
      else wrong(column, `“${part.slice(0, 60)}” is not an e-mail address.`);
    }
    if (scientific) return;
  }
};

const readPhones = (draft: Draft, known: Known, wrong: Wrong) => {
  const country = draft.facts.country ?? known.home.country;
  const read: Draft["identities"] = [];
  for (const { key, column } of draft.identities) {
    const own = key.kind === "phone" ? phoneKey(key.value, country) : key;
    if (!own)
      wrong(
        column,
        `It is not clear which number “${key.value.slice(0, 40)}” is.`,
        "Write it with its country code, such as +44 20 7946 0018.",
      );
    else if (!read.some((other) => other.key.kind === own.kind && other.key.match === own.match)) read.push({ key: own, column });
  }
  draft.identities = read;
};

const phoneKey = (written: string, country: string | null): IdentityKey | null => {
  const digits = written.length > 40 ? null : readPhone(western(written), country);
  return digits === null ? null : identityKey({ kind: "phone", scope: "", value: digits });
};

const western = (text: string) =>
  text
    .replace(/[\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/[\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0));

/** A list in one cell; our own export writes values that hold the separator as JSON. */
const listOf = (value: string, separator: RegExp): string[] => {
  if (value.startsWith("[")) {
    try {
      const list: unknown = JSON.parse(value);
      if (Array.isArray(list) && list.every((one) => typeof one === "string")) return list;
    } catch {
      // a text that begins with a bracket
    }
  }
  return value
    .split(separator)
    .map((part) => part.trim())
    .filter((part) => part !== "");
};

const readTags = (draft: Draft, value: string, column: string, known: Known, wrong: Wrong) => {
  for (const name of listOf(value, value.includes(";") ? /;/ : /[,|\n]/)) {
    const key = name.toLowerCase();
    if (name.length > 60) return wrong(column, "A tag has at most 60 characters.");
    if (!known.tagNames.has(key)) known.newTags.add(key);
    if (known.newTags.size > mostNewTags)
      throw new Refusal(400, "too_many_tags", `The file brings more than ${mostNewTags} new tags.`, {
        remedy: "Is this a column of tags? Otherwise map it to a field of your own.",
      });
    if (!draft.tags.some((tag) => tag.toLowerCase() === key)) draft.tags.push(name);
  }
};

/** A number the spreadsheet shortened is no value for a field of phone numbers either. */
const ownValue = (key: string, value: string, column: string, known: Known, wrong: Wrong): string => {
  const type = known.definitions.find((field) => field.key === key)?.type;
  const scientific = type === "phone" ? readScientific(value) : null;
  if (scientific && "digits" in scientific) return scientific.digits;
  if (scientific)
    wrong(
      column,
      "A spreadsheet has written this number in scientific notation, and digits are lost.",
      "Give the column the format Text and enter it again.",
    );
  return value;
};

const readFacts = (draft: Draft, said: Map<string, string>, nameOfTarget: (to: string) => string | null, known: Known, wrong: Wrong) => {
  const { facts } = draft;
  const id = said.get("id");
  if (id !== undefined) {
    if (uuid.test(id)) draft.id = id.toLowerCase();
    else wrong(nameOfTarget("id"), "This is not the id of a contact.");
  }
  const parts = [said.get("first_name"), said.get("last_name")].filter((part) => part !== undefined).join(" ");
  const name = said.get("name") ?? parts;
  if (name !== "") facts.name = name;
  for (const [to, fact] of [
    ["company", "company"],
    ["language", "language"],
    ["time_zone", "timeZone"],
  ] as const) {
    const value = said.get(to);
    if (value !== undefined) facts[fact] = value;
  }
  const country = said.get("country");
  if (country !== undefined) {
    const code = readCountry(country);
    if (code) facts.country = code;
    else wrong(nameOfTarget("country"), `“${country.slice(0, 40)}” is no country.`, "Use its name or two letters such as GB.");
  }
  const stage = said.get("stage");
  if (stage !== undefined) {
    const key = known.stages.get(fold(stage));
    if (key) facts.stage = key as NonNullable<Facts["stage"]>;
    else wrong(nameOfTarget("stage"), `“${stage.slice(0, 40)}” is no stage.`, "Use one of Settings, Stages.");
  }
  const owner = said.get("owner");
  if (owner !== undefined) {
    const member = known.members.get(fold(owner));
    if (member) facts.ownerId = member;
    else
      wrong(
        nameOfTarget("owner"),
        member === null ? `Several members are called “${owner.slice(0, 40)}”.` : `“${owner.slice(0, 40)}” is no member of the team.`,
        "Use the member's e-mail address.",
      );
  }
};
