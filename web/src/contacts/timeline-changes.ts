import type { TimelineItem } from "./contact-data.ts";
import { shownText } from "./field-words.ts";
import { factKeys } from "./timeline-facts.ts";
import type { Known } from "./timeline-say.ts";

const keyOf = (field: string) => field.replace(/^fields\./, "");
const ownField = (known: Known, field: string) => known.fields.find((each) => each.key === keyOf(field));

/** What a field is called; one taken away meanwhile keeps its key. */
export const fieldName = (known: Known, field: string): string => {
  const key = factKeys[field];
  return key ? known.t(key) : (ownField(known, field)?.name ?? keyOf(field));
};

/** Each change as a line: what, from what, to what. */
export const changeLines = (changes: TimelineItem["changes"], known: Known): { field: string; from: string; to: string }[] =>
  changes.map(({ field, from, to }) => ({ field: fieldName(known, field), from: told(field, from, known), to: told(field, to, known) }));

const told = (field: string, value: TimelineItem["changes"][number]["from"], known: Known): string => {
  if (value === null || value === "") return "";
  if (field === "stage") return known.stageName(String(value));
  if (field === "ownerId" || field === "owner_id" || field === "owner")
    return known.members.find((member) => member.id === value)?.name ?? known.t("contacts.former_member");
  const own = ownField(known, field);
  if (own) return shownText(own, value, known);
  return Array.isArray(value) ? known.format.list(value.map(String)) : String(value);
};
