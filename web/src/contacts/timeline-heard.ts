import type { Key } from "../i18n/index.ts";
import { apart, type Say, who } from "./timeline-say.ts";

const about =
  (key: Key): Say =>
  (entry, known) => ({ title: known.t(key, { actor: who(entry.item, known), name: apart(known.contact.name) }) });
const text = (value: unknown): string | undefined => (typeof value === "string" && value !== "" ? value : undefined);
const inside = (value: unknown): Record<string, unknown> =>
  typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};

/** One that was deleted meanwhile has no name any more. */
const segment =
  (key: Key): Say =>
  (entry, known) => ({ title: known.t(key), detail: known.segments.find(({ id }) => id === entry.item.payload.segmentId)?.name });

/** What happened elsewhere than in a conversation: stages, segments, lists, websites. */
const sentences: Record<string, Say> = {
  "contact.stage_changed": (entry, known) => {
    const { from, to } = entry.item.payload;
    return {
      title: known.t("merge.event_stage", {
        actor: who(entry.item, known),
        from: known.stageName(String(from)),
        to: known.stageName(String(to)),
      }),
    };
  },
  "contact.scored": (entry, known) => {
    const { from, to } = entry.item.payload;
    return { title: known.t("merge.event_scored", { from: known.format.number(Number(from)), to: known.format.number(Number(to)) }) };
  },
  "segment.entered": segment("merge.event_segment_entered"),
  "segment.left": segment("merge.event_segment_left"),
  "page.viewed": (entry, known) => {
    const { properties, context } = entry.item.payload;
    const page = { ...inside(inside(context).page), ...inside(properties) };
    const place = text(page.path) ?? text(page.url);
    return {
      title: known.t("merge.event_page", {
        name: apart(known.contact.name),
        page: apart(text(page.title) ?? place ?? known.t("merge.a_page")),
      }),
      detail: text(page.title) ? place : undefined,
    };
  },
  "visitor.identified": about("merge.event_identified"),
};

/** Known ones in words; what the organization's own systems tell by the name they gave it. */
export const heardSentences = (name: string): Say =>
  sentences[name] ??
  ((entry, known) => ({
    title: known.t("contacts.event_other", { name: apart(entry.item.name) }),
    detail: propertiesOf(entry.item.payload.properties),
  }));

/** A few of what came along, as they came. */
const propertiesOf = (properties: unknown): string | undefined => {
  const told = Object.entries(inside(properties))
    .filter(([, value]) => ["string", "number", "boolean"].includes(typeof value))
    .slice(0, 3)
    .map(([key, value]) => `${key}: ${String(value).slice(0, 80)}`);
  return told.length > 0 ? told.join(" · ") : undefined;
};
