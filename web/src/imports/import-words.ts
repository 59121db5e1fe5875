import type { OwnField } from "../contacts/record-data.ts";
import type { Key, useT } from "../i18n/index.ts";
import type { Tone } from "../ui/index.ts";

export const targets = [
  "name",
  "first_name",
  "last_name",
  "phone",
  "email",
  "company",
  "tags",
  "country",
  "language",
  "time_zone",
  "stage",
  "owner",
  "id",
  "consent",
  "consent_proof",
  "consent_source",
  "consent_date",
] as const;

/** "Phone", or the name of one's own field. */
export const targetWord = (target: string, fields: OwnField[], t: ReturnType<typeof useT>): string =>
  target.startsWith("fields.")
    ? (fields.find((field) => `fields.${field.key}` === target)?.name ?? target)
    : t(`imports.target_${target}` as Key);

export const stateTone = (state: string): Tone =>
  state === "done" || state === "checked"
    ? "success"
    : state === "failed"
      ? "danger"
      : state === "running" || state === "checking" || state === "waiting"
        ? "info"
        : "plain";

export const several = new Set(["phone", "email", "tags"]);
const keyTypes = ["text", "number", "phone", "email", "link"];

/** By what contacts can be recognised, of what the columns go to. */
export const matchable = (chosen: string[], fields: OwnField[]): string[] => {
  const own = fields.filter((field) => keyTypes.includes(field.type) && field.filterable === "fast").map((field) => `fields.${field.key}`);
  return ["phone", "email", "id", ...own].filter((key) => chosen.includes(key));
};
