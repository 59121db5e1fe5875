import { sql } from "kysely";
import type { timelineKinds } from "./timeline.api.ts";

type Kind = (typeof timelineKinds)[number];

/** Beginnings of our own events' names; the first kind that fits has them. */
const beginnings: [start: string, kind: Kind][] = [
  ["contact.note_", "notes"],
  ["note.", "notes"],
  ["activity.", "notes"],
  ["message.", "messages"],
  ["conversation.", "messages"],
  ["page.", "website"],
  ["visitor.", "website"],
  ["consent.", "consents"],
  ["deal.", "sales"],
  ["task.", "sales"],
  ["order.", "sales"],
  ["segment.", "segments"],
  ["list.", "segments"],
  ["campaign.", "campaigns"],
  ["contact.", "changes"],
];

const kindOf = (name: string) => beginnings.find(([start]) => name.startsWith(start))?.[1];

/** By name, which is leakproof and filtered while the person's own index is walked. What no module declares came from outside. */
export const ofKind = (kind: Kind, declared: Iterable<string>) => {
  const own = [...declared];
  const names = own.filter((name) => kindOf(name) === kind);
  return kind === "website"
    ? sql<boolean>`(e.name = any(${names}::text[]) or e.name <> all(${own}::text[]))`
    : sql<boolean>`e.name = any(${names}::text[])`;
};
