import type { Kernel } from "../src/kernel/module.ts";
import type { RuleGroup, RuleLeaf } from "../src/modules/audience/rule.api.ts";

// A second opinion: reads every row of an organization and asks every rule of everybody, in plain JavaScript. It shares no code with the engine.

type Row = Record<string, unknown>;
export type Facts = {
  timeZone: string;
  fields: Row[];
  contacts: Row[];
  tags: Row[];
  lists: Row[];
  consents: Row[];
  identities: Row[];
  conversations: Row[];
  events: Row[];
};

const tables = {
  fields: "select * from fields where organization_id = $1 and deleted_at is null",
  contacts: "select * from contacts where organization_id = $1",
  tags: "select * from contact_tags where organization_id = $1",
  lists: "select * from list_members where organization_id = $1",
  consents: "select * from consent_ledger where organization_id = $1",
  identities: "select * from identities where organization_id = $1",
  conversations: "select * from conversations where organization_id = $1",
  events: "select * from events where organization_id = $1 and contact_id is not null and not bot and name not like 'segment.%'",
};

export const readFacts = async (kernel: Kernel, organizationId: string): Promise<Facts> => {
  const client = await kernel.db.raw.owner.connect();
  try {
    const facts: Record<string, unknown> = {};
    for (const [name, query] of Object.entries(tables)) facts[name] = (await client.query(query, [organizationId])).rows;
    const { rows } = await client.query("select time_zone from organizations where id = $1", [organizationId]);
    return { ...(facts as Omit<Facts, "timeZone">), timeZone: rows[0].time_zone as string };
  } finally {
    client.release();
  }
};

/** Segment -> whom it holds of, now. */
export const everyMembership = (facts: Facts, rules: Map<string, RuleGroup>, now: Date): Map<string, Set<string>> => {
  const known = new Map<string, boolean>();
  const inSegment = (segmentId: string, contactId: string): boolean => {
    const place = `${segmentId}/${contactId}`;
    const found = known.get(place);
    if (found !== undefined) return found;
    const rule = rules.get(segmentId);
    const answer = rule ? group(rule, contactId) : false;
    known.set(place, answer);
    return answer;
  };
  const node = (one: RuleGroup | RuleLeaf, contactId: string): boolean =>
    "match" in one ? group(one, contactId) : leafHolds(one, contactId, facts, now, inSegment);
  const group = (rule: RuleGroup, contactId: string): boolean => {
    const answers = rule.rules.map((one) => node(one, contactId));
    if (rule.match === "all") return !answers.includes(false);
    return rule.match === "any" ? answers.includes(true) : !answers.includes(true);
  };
  return new Map(
    [...rules.keys()].map((id) => [
      id,
      new Set(facts.contacts.map((one) => one.id as string).filter((contactId) => inSegment(id, contactId))),
    ]),
  );
};

const leafHolds = (
  leaf: RuleLeaf,
  contactId: string,
  facts: Facts,
  now: Date,
  inSegment: (segmentId: string, contactId: string) => boolean,
): boolean => {
  const own = (rows: Row[]) => rows.filter((row) => row.contact_id === contactId);
  switch (leaf.about) {
    case "segment":
      return inSegment(leaf.segmentId, contactId) === (leaf.op === "in");
    case "tag":
      return own(facts.tags).some((row) => row.tag_id === leaf.tagId) === (leaf.op === "has");
    case "list":
      return own(facts.lists).some((row) => row.list_id === leaf.listId) === (leaf.op === "in");
    case "consent": {
      const said = own(facts.consents)
        .filter((row) => row.channel === leaf.channel && row.purpose === leaf.purpose)
        .sort((a, b) => Number(a.occurred_at) - Number(b.occurred_at) || (String(a.action) < String(b.action) ? -1 : 1));
      return (said.at(-1)?.action === "granted") === (leaf.op === "granted");
    }
    case "reachable": {
      const kinds = { whatsapp: ["phone", "whatsapp_user_id"], phone: ["phone"], email: ["email"] }[leaf.by];
      const works = (row: Row) =>
        row.retired_at === null &&
        kinds.includes(String(row.kind)) &&
        (row.undeliverable_at === null || Number(row.undeliverable_at) <= Number(row.last_seen_at));
      return own(facts.identities).some(works) === (leaf.op === "is");
    }
    case "conversation": {
      const such = (row: Row) =>
        leaf.state === "any" ||
        (leaf.state === "unanswered" ? row.state === "open" && (row.preview as Row).direction === "inbound" : row.state === leaf.state);
      return own(facts.conversations).some(such) === (leaf.op === "is");
    }
    case "field":
      return fieldHolds(leaf, facts.contacts.find((row) => row.id === contactId) ?? {}, facts, now);
    case "event":
      return eventHolds(leaf, own(facts.events), now);
  }
};

const columns: Record<string, [string, "text" | "number" | "moment" | "choice"]> = {
  name: ["name", "text"],
  company: ["company", "text"],
  stage: ["stage", "choice"],
  score: ["score", "number"],
  created_at: ["created_at", "moment"],
  last_seen_at: ["last_seen_at", "moment"],
};
const negations: Record<string, string> = {
  is_not: "is",
  not_one_of: "one_of",
  not_contains: "contains",
  not_in_last_days: "in_last_days",
  unknown: "known",
};

const fieldHolds = (leaf: Extract<RuleLeaf, { about: "field" }>, contact: Row, facts: Facts, now: Date): boolean => {
  const opposite = negations[leaf.op];
  if (opposite) return !fieldHolds({ ...leaf, op: opposite as typeof leaf.op }, contact, facts, now);
  const field = facts.fields.find((row) => `fields.${row.key}` === leaf.field);
  const [column, kind] = field
    ? [String(field.slot), { text: "text", number: "number", date: "day", time: "moment" }[String(field.type)] ?? "text"]
    : (columns[leaf.field] ?? [null, "text"]);
  const value = column === null ? null : (contact[column] ?? null);
  if (value === null) return false;
  if (leaf.op === "known") return kind !== "text" || value !== "";
  if (kind === "number") {
    const [it, than] = [Number(value), Number(leaf.value)];
    return { is: it === than, more_than: it > than, at_least: it >= than, less_than: it < than, at_most: it <= than }[leaf.op as "is"];
  }
  if (kind === "choice") return (Array.isArray(leaf.value) ? leaf.value : [leaf.value]).includes(value as string);
  if (kind === "day" || kind === "moment") return daysHold(leaf, value as Date, kind, facts.timeZone, now);
  const [text, sought] = [String(value).toLowerCase(), String(leaf.value).toLowerCase()];
  return leaf.op === "contains" ? text.includes(sought) : text === sought;
};

const dayIn = (at: Date, zone: string) => Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone).toPlainDate();

/** By the calendar: today is 0, yesterday -1; of a moment that of the organization, and the part of today that is over or still to come. */
const daysHold = (leaf: Extract<RuleLeaf, { about: "field" }>, value: Date, kind: "day" | "moment", zone: string, now: Date): boolean => {
  const distance = dayIn(now, zone).until(dayIn(value, kind === "day" ? "UTC" : zone)).days;
  const days = Number(leaf.value);
  if (leaf.op === "in_last_days") return distance >= -days && distance <= 0 && (kind === "day" || value <= now);
  return distance >= 0 && distance <= days && (kind === "day" || value > now);
};

const lengths = { minutes: 60_000, hours: 3_600_000, days: 86_400_000 };

const eventHolds = (leaf: Extract<RuleLeaf, { about: "event" }>, all: Row[], now: Date): boolean => {
  const at = (row: Row) => Number(row.occurred_at);
  const { relation, measure, window } = leaf;
  const near = (row: Row) => {
    if (!relation) return true;
    const within = relation.within ? relation.within.amount * lengths[relation.within.unit] : Number.POSITIVE_INFINITY;
    return all.some((other) => {
      const gap = relation.order === "before" ? at(other) - at(row) : at(row) - at(other);
      return other.name === relation.event && gap >= 0 && gap <= within;
    });
  };
  const such = all
    .filter((row) => row.name === leaf.event && leaf.where.every((condition) => propertyHolds(row, condition)) && near(row))
    .sort((a, b) => at(a) - at(b) || (String(a.id) < String(b.id) ? -1 : 1));
  const inside = (row: Row) => {
    if (window.kind === "ever") return true;
    if (window.kind === "last") return at(row) > now.getTime() - window.amount * lengths[window.unit];
    return (window.from === null || at(row) >= Date.parse(window.from)) && (window.to === null || at(row) < Date.parse(window.to));
  };
  const within = such.filter(inside);
  const compare = (number: number, op: string, value: number) =>
    op === "at_least" ? number >= value : op === "at_most" ? number <= value : number === value;
  switch (measure.kind) {
    case "happened":
      return within.length > 0;
    case "count":
      return compare(within.length, measure.op, measure.value);
    case "distinct": {
      const values = within.map((row) => property(row, measure.property)).filter((value) => value !== null && value !== undefined);
      return compare(new Set(values.map(String)).size, measure.op, measure.value);
    }
    case "sum":
      return compare(
        within.reduce((sum, row) => sum + (numeric(property(row, measure.property)) ?? 0), 0),
        measure.op,
        measure.value,
      );
    default: {
      const chosen = measure.kind === "first" ? such[0] : such.at(-1);
      return chosen !== undefined && inside(chosen) && (measure.is === null || propertyHolds(chosen, measure.is));
    }
  }
};

const property = (row: Row, path: string): unknown => {
  const payload = row.payload as Row;
  const root = typeof payload.properties === "object" && payload.properties !== null ? payload.properties : payload;
  return path.split(".").reduce<unknown>((value, key) => (value === null || value === undefined ? undefined : (value as Row)[key]), root);
};

const numeric = (value: unknown): number | null =>
  typeof value === "number" ? value : typeof value === "string" && /^-?\d{1,15}(\.\d{1,10})?$/.test(value) ? Number(value) : null;

const propertyHolds = (row: Row, { property: path, op, value }: { property: string; op: string; value?: unknown }): boolean => {
  const it = property(row, path) ?? null;
  if (op === "known") return it !== null;
  if (op === "unknown") return it === null;
  if (op === "is_not") return !propertyHolds(row, { property: path, op: "is", value });
  if (it === null) return false;
  if (op === "contains") return Array.isArray(it) ? it.includes(value) : String(it).toLowerCase().includes(String(value).toLowerCase());
  const [a, b] = typeof value === "number" ? [numeric(it), value] : [String(it), String(value)];
  if (a === null) return false;
  return { is: a === b, more_than: a > b, at_least: a >= b, less_than: a < b, at_most: a <= b }[op] ?? false;
};
