import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { request, type Shape } from "../api/client.ts";
import { useMe } from "../api/session.ts";
import { type Key, type Translate, useT } from "../i18n/index.ts";
import { type Member, type Tag, useMembers, useTags } from "./contact-data.ts";
import { type OwnField, type Stage, useFields, useStages } from "./record-data.ts";

/** One question about a contact: filters, saved views, and the leaves of a segment's rule that look at no events. */
export type Condition = Shape<"Condition">;
export type FieldCondition = Extract<Condition, { about: "field" }>;
export type Operator = FieldCondition["op"];
export type Value = NonNullable<FieldCondition["value"]>;
export type Kind = "text" | "choice" | "choices" | "number" | "flag" | "day" | "moment";

const textual: Operator[] = ["is", "is_not", "one_of", "not_one_of", "contains", "not_contains", "starts_with", "known", "unknown"];
const chosen: Operator[] = ["is", "is_not", "one_of", "not_one_of", "known", "unknown"];
const dated: Operator[] = [
  "in_last_days",
  "not_in_last_days",
  "in_next_days",
  "is",
  "is_not",
  "before",
  "after",
  "between",
  "known",
  "unknown",
];
/** As the server knows them (contacts/condition-fields.ts there). */
export const operatorsOf: Record<Kind, Operator[]> = {
  text: ["contains", ...textual.filter((op) => op !== "contains")],
  choice: chosen,
  choices: ["contains", "not_contains", "one_of", "not_one_of", "known", "unknown"],
  number: ["is", "is_not", "more_than", "at_least", "less_than", "at_most", "between", "known", "unknown"],
  flag: ["is", "is_not", "known", "unknown"],
  day: dated,
  moment: dated,
};

const builtIn: Record<string, { kind: Kind; operators?: Operator[] }> = {
  name: { kind: "text" },
  company: { kind: "text" },
  stage: { kind: "choice", operators: ["is", "is_not", "one_of", "not_one_of"] },
  owner: { kind: "choice" },
  score: { kind: "number", operators: ["at_least", "more_than", "less_than", "at_most", "is", "is_not", "between"] },
  language: { kind: "text" },
  country: { kind: "choice" },
  time_zone: { kind: "text" },
  created_at: { kind: "moment", operators: dated.filter((op) => op !== "known" && op !== "unknown" && op !== "in_next_days") },
  last_seen_at: { kind: "moment", operators: dated.filter((op) => op !== "in_next_days") },
};
const ownKinds: Record<OwnField["type"], Kind> = {
  ...{ text: "text", long_text: "text", link: "text", phone: "text", email: "text" },
  ...{ number: "number", money: "number", date: "day", time: "moment", yes_no: "flag", choice: "choice", choices: "choices" },
};

export interface AskedField {
  field: string;
  label: string;
  kind: Kind;
  operators: Operator[];
  own?: OwnField;
}

/** What there is to ask about, and what it takes to ask: `fields` of the condition components. */
export interface ConditionFields {
  fields: AskedField[];
  stages: Stage[];
  tags: Tag[];
  members: Member[];
  /** The id of the member who asks. */
  me: string | undefined;
  segments: { id: string; name: string }[];
}

export function useConditionFields(): ConditionFields {
  const t = useT();
  const [own, stages, tags, members] = [useFields(), useStages(), useTags(), useMembers()];
  const me = useMe().data?.member.id;
  const segments = useQuery({
    queryKey: ["segments", "names"],
    queryFn: async ({ signal }) =>
      (await request<{ items: { id: string; name: string }[] }>("GET", "/segments", { query: { limit: 100 }, signal })).items,
    staleTime: 60_000,
    retry: false,
  }).data;
  return useMemo(
    () => ({ fields: [...builtInFields(t), ...own.map(ownField)], stages, tags, members, me, segments: segments ?? [] }),
    [t, own, stages, tags, members, me, segments],
  );
}

const builtInFields = (t: Translate): AskedField[] =>
  Object.entries(builtIn).map(([field, { kind, operators }]) => ({
    field,
    kind,
    operators: operators ?? operatorsOf[kind],
    label: t(`filters.${field}` as Key),
  }));
const ownField = (own: OwnField): AskedField => {
  const kind = ownKinds[own.type];
  return { field: `fields.${own.key}`, label: own.name, kind, operators: operatorsOf[kind], own };
};

export const isBare = (op: Operator) => op === "known" || op === "unknown";
export const isList = (op: Operator) => op === "one_of" || op === "not_one_of";
export const isDays = (op: Operator) => op.endsWith("_days");

/** A question about a subject, as it is begun: the value is still to come. */
export const beginCondition = (subject: string, known: ConditionFields): Condition => {
  switch (subject) {
    case "about tag":
      return { about: "tag", op: "has", tagId: known.tags[0]?.id ?? "" };
    case "about consent":
      return { about: "consent", op: "granted", channel: "whatsapp", purpose: "marketing" };
    case "about reachable":
      return { about: "reachable", op: "is", by: "whatsapp" };
    case "about conversation":
      return { about: "conversation", op: "is", state: "open" };
    case "about segment":
      return { about: "segment", op: "in", segmentId: known.segments[0]?.id ?? "" };
    default: {
      const asked = known.fields.find((each) => each.field === subject);
      return withOperator({ about: "field", field: subject, op: asked?.operators[0] ?? "known" }, asked?.operators[0] ?? "known", known);
    }
  }
};

/** The same question with another operator; a value is kept where it still means something. */
export const withOperator = (condition: FieldCondition, op: Operator, known: ConditionFields): FieldCondition => {
  const { value, ...rest } = condition;
  const next = { ...rest, op };
  if (isBare(op)) return next;
  if (isDays(op)) return { ...next, value: typeof value === "number" && isDays(condition.op) ? value : 30 };
  const asked = known.fields.find((each) => each.field === condition.field);
  const kept = isDays(condition.op) ? undefined : Array.isArray(value) ? value : value === undefined ? undefined : [value];
  if (isList(op)) return kept?.length ? { ...next, value: kept } : next;
  if (op === "between") return kept?.length === 2 ? { ...next, value: kept } : next;
  if (asked?.kind === "flag") return { ...next, value: kept?.[0] ?? true };
  return kept?.[0] === undefined ? next : { ...next, value: kept[0] };
};

/** Whether it can be asked as it stands. */
export const isWhole = (condition: Condition): boolean => {
  if (condition.about === "tag") return condition.tagId !== "";
  if (condition.about === "segment") return condition.segmentId !== "";
  if (condition.about === "consent") return condition.channel !== "" && condition.purpose !== "";
  if (condition.about !== "field" || isBare(condition.op)) return true;
  const { op, value } = condition;
  if (value === undefined || value === "") return false;
  if (!Array.isArray(value)) return true;
  return op === "between" ? value.length === 2 && value.every((each) => each !== "") : value.length > 0;
};
