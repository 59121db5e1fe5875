import { z } from "zod";
import { PageQuery } from "../../kernel/page.ts";

const name = z.string().min(1).max(200);
export const EventNameQuery = PageQuery.extend({ search: z.string().trim().max(200).optional().describe("Part of the name") });
export const EventNamePath = z.object({ name });
export const EventDay = z.object({ day: z.iso.date(), people: z.number().int().describe("Without known bots"), bots: z.number().int() });
const facts = {
  name,
  received: z.number().int().describe("Without known bots"),
  bots: z.number().int().describe("From known bots and driven browsers"),
  refused: z.number().int().describe("Refused under this name"),
  firstSeenAt: z.date(),
  lastSeenAt: z.date(),
  blocked: z.boolean(),
  renamedTo: z.string().nullable().describe("What it is called on arrival"),
  keepDays: z.number().int().nullable().describe("Null: as long as the account"),
};
export const EventName = z
  .object({
    ...facts,
    days: z.array(EventDay).describe("The last 30 days that had any, by day of arrival in UTC"),
    conflicts: z.number().int().describe("Properties that came as more than one type"),
  })
  .meta({ id: "EventName" });
export const EventProperty = z
  .object({
    property: z.string(),
    types: z.record(z.string(), z.number().int()).describe("How often it came as text, number, flag, date, list, object, nothing"),
    conflict: z.boolean().describe("Came as more than one type"),
    handling: z
      .enum(["plain", "personal", "dropped"])
      .describe("personal: shown only to members with `events.personal`, left out of exports; dropped: not kept"),
    firstSeenAt: z.date(),
    lastSeenAt: z.date(),
  })
  .meta({ id: "EventProperty" });
export const EventNameDetail = EventName.extend({ properties: z.array(EventProperty) }).meta({ id: "EventNameDetail" });
export const EventNameChange = z
  .object({
    name,
    blocked: z.boolean().optional().describe("Refused from now on"),
    renamedTo: name.nullable().optional().describe("Arriving events get this name; those that are here keep theirs"),
    keepDays: z.number().int().min(1).max(3650).nullable().optional().describe("Older events of this name are deleted each night"),
  })
  .meta({ id: "EventNameChange" });
export const EventPropertyChange = z
  .object({ name, property: z.string().min(1).max(200), handling: z.enum(["plain", "personal", "dropped"]) })
  .meta({ id: "EventPropertyChange" });
