import { z } from "zod";
import { Condition } from "../contacts/condition.api.ts";

export const mostViews = 200;
export const ViewColumn = z.object({
  key: z
    .string()
    .min(1)
    .max(80)
    .describe("name, reached_by, tags, company, stage, owner, score, created_at, last_seen_at, ... or fields.<key>"),
  width: z.number().int().min(60).max(800).nullable().default(null).describe("In pixels; null: as wide as such a column usually is"),
});
const contents = {
  name: z.string().trim().min(1).max(80),
  shared: z.boolean().describe("Seen by everybody who sees contacts; sharing needs the permission contacts.write"),
  columns: z.array(ViewColumn).max(40).describe("In their order; empty: the usual ones"),
  filter: z.array(Condition).max(20),
  sort: z.string().max(80).nullable().describe("As in GET /contacts; null: newest first"),
  direction: z.enum(["asc", "desc"]),
};
export const SavedView = z
  .object({
    id: z.uuid(),
    ...contents,
    ownerId: z.uuid().nullable(),
    mayChange: z.boolean().describe("Whether the one who asks may change it"),
    pinned: z.number().int().nullable().describe("Its place in your row of views; null: it is in the menu only"),
    opensFirst: z.boolean().describe("Contacts open with it, for you"),
    updatedAt: z.date(),
  })
  .meta({ id: "SavedView" });
export const SavedViewList = z.object({ items: z.array(SavedView) });
export const SavedViewRequest = z
  .object({
    ...contents,
    shared: contents.shared.default(false),
    columns: contents.columns.default([]),
    filter: contents.filter.default([]),
    sort: contents.sort.default(null),
    direction: contents.direction.default("desc"),
  })
  .meta({ id: "SavedViewRequest" });
export const SavedViewChange = z.object(contents).partial().meta({ id: "SavedViewChange" });
export const SavedViewPath = z.object({ viewId: z.uuid() });
export const SavedViewPlaces = z
  .object({
    pinned: z.array(z.uuid()).max(50).describe("Your row of views, in order; those left out are in the menu only"),
    first: z.uuid().nullable().describe("The view Contacts open with; null: all contacts"),
  })
  .meta({ id: "SavedViewPlaces" });
