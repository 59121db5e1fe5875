import type { Tx } from "../../kernel/db/pools.ts";
import { type FieldDefinition, fieldsOf, type StoredValue, valuesOf } from "../contacts/index.ts";
import { exportColumns } from "./export.api.ts";
import { momentIn } from "./export-moment.ts";
import type { ExportRow } from "./export-rows.ts";

/** A day is written as one where a format knows days. */
export type Cell = string | number | { day: string } | null;
export type Column = { key: string; name: string; of: (row: ExportRow, values: Record<string, StoredValue>) => Cell };

export type ExportTable = {
  columns: Column[];
  definitions: FieldDefinition[];
  timeZone: string;
  moment: (at: Date) => string;
  members: Map<string, string>;
};

const names: Record<(typeof exportColumns)[number], string> = {
  id: "Id",
  name: "Name",
  company: "Company",
  phone: "Phone",
  email: "E-mail",
  language: "Language",
  country: "Country",
  time_zone: "Time zone",
  stage: "Stage",
  owner: "Owner",
  score: "Score",
  tags: "Tags",
  created_at: "Created at",
  last_seen_at: "Last seen at",
};

/** What the file has, in heads our import knows again. */
export const tableOf = async (tx: Tx, organizationId: string, wanted: string[] | undefined): Promise<ExportTable> => {
  const { time_zone } = await tx.selectFrom("organizations").select("time_zone").where("id", "=", organizationId).executeTakeFirstOrThrow();
  const members = await tx.selectFrom("members").select(["id", "email"]).where("organization_id", "=", organizationId).execute();
  const definitions = (await fieldsOf(tx, organizationId)).filter((field) => !field.archived);
  const moment = momentIn(time_zone);
  const emails = new Map(members.map((member) => [member.id, member.email]));
  const keys = wanted ?? [...exportColumns, ...definitions.map((field) => `fields.${field.key}`)];
  const taken = new Set(Object.values(names).map((name) => name.toLowerCase()));
  const columns = keys.flatMap((key): Column[] => {
    if (!key.startsWith("fields.")) return [{ key, name: names[key as keyof typeof names], of: builtIn(key, moment, emails) }];
    const field = definitions.find((one) => `fields.${one.key}` === key);
    if (!field) return [];
    const isFree = !taken.has(field.name.toLowerCase());
    taken.add(field.name.toLowerCase());
    return [{ key, name: isFree ? field.name : key, of: (_row, values) => ownCell(field, values[field.key] ?? null, moment) }];
  });
  return { columns, definitions, timeZone: time_zone, moment, members: emails };
};

const builtIn = (key: string, moment: (at: Date) => string, members: Map<string, string>): Column["of"] => {
  if (key === "phone") return (row) => list(row.phones.map((digits) => `+${digits}`));
  if (key === "email") return (row) => list(row.emails);
  if (key === "tags") return (row) => list(row.tags);
  if (key === "owner") return (row) => (row.owner_id === null ? null : (members.get(row.owner_id) ?? null));
  if (key === "created_at" || key === "last_seen_at") return (row) => (row[key] === null ? null : moment(row[key]));
  const column = key as "id" | "name" | "company" | "language" | "country" | "time_zone" | "stage" | "score";
  return (row) => row[column];
};

/** Several values in one cell; those that hold the separator themselves as a JSON list, which the import reads too. */
const list = (values: string[]): string | null =>
  values.length === 0
    ? null
    : values.some((value) => /[;\n|]|^\[/.test(value) || (values.length === 1 && value.includes(",")))
      ? JSON.stringify(values)
      : values.join("; ");

const ownCell = (field: FieldDefinition, value: StoredValue | null, moment: (at: Date) => string): Cell => {
  if (value === null) return null;
  if (field.type === "date") return { day: String(value) };
  if (field.type === "time") return moment(new Date(String(value)));
  if (field.type === "yes_no") return value ? "yes" : "no";
  if (field.type === "money") return wholeUnits(Number(value), field.currency ?? "USD");
  if (field.type === "choice") return optionName(field, String(value));
  if (Array.isArray(value)) return value.map((key) => optionName(field, key)).join("; ");
  return typeof value === "boolean" ? String(value) : value;
};

/** By name where the name leads back to it. */
const optionName = (field: FieldDefinition, key: string) => {
  const option = field.options.find((one) => one.key === key);
  const isClear =
    option &&
    !option.archived &&
    !option.name.includes(";") &&
    field.options.filter((one) => one.name.toLowerCase() === option.name.toLowerCase()).length === 1 &&
    !field.options.some((one) => one.key === option.name);
  return isClear ? option.name : key;
};

const wholeUnits = (minor: number, currency: string): string => {
  const digits = new Intl.NumberFormat("en", { style: "currency", currency }).resolvedOptions().maximumFractionDigits ?? 2;
  if (digits === 0) return String(minor);
  const text = String(Math.abs(minor)).padStart(digits + 1, "0");
  return `${minor < 0 ? "-" : ""}${text.slice(0, -digits)}.${text.slice(-digits)}`;
};

export const cellsOf = (table: ExportTable, row: ExportRow): Cell[] => {
  const values = valuesOf(table.definitions, row);
  return table.columns.map((column) => column.of(row, values));
};

/** Everything of a contact in the API's own words. */
export const objectOf = (table: ExportTable, row: ExportRow) => ({
  id: row.id,
  name: row.name,
  company: row.company,
  phones: row.phones.map((digits) => `+${digits}`),
  emails: row.emails,
  language: row.language,
  country: row.country,
  timeZone: row.time_zone,
  stage: row.stage,
  owner: row.owner_id === null ? null : (table.members.get(row.owner_id) ?? null),
  score: row.score,
  tags: row.tags,
  createdAt: table.moment(row.created_at),
  lastSeenAt: row.last_seen_at === null ? null : table.moment(row.last_seen_at),
  fields: valuesOf(table.definitions, row),
});
