import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { type ConditionFields, useConditionFields } from "../contacts/condition-fields.ts";
import { useT } from "../i18n/index.ts";
import { isOwnEvent, ownEvents } from "./rule-words.ts";
import { eventNamesQuery, listsQuery } from "./segment-data.ts";

/** What there is to ask about: events seen, other segments, lists. */
export interface Known {
  events: { name: string; own: boolean }[];
  eventName: (name: string) => string;
  /** What the list of contacts asks about: fields, tags, members, other segments. */
  conditions: ConditionFields;
  lists: { id: string; name: string }[];
}

export function useKnown(): Known {
  const t = useT();
  const seen = useQuery(eventNamesQuery).data;
  const conditions = useConditionFields();
  const lists = useQuery(listsQuery).data;
  return useMemo(() => {
    const tracked = (seen ?? []).filter((name) => !isOwnEvent(name));
    return {
      events: [...tracked.map((name) => ({ name, own: false })), ...ownEvents.map((name) => ({ name, own: true }))],
      eventName: (name) => (isOwnEvent(name) ? t(`segments.event_${name}`) : name),
      conditions,
      lists: lists ?? [],
    };
  }, [seen, conditions, lists, t]);
}
