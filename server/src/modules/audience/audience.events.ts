import { bulkEvents } from "./bulk.events.ts";
import { exportEvents } from "./export.events.ts";
import { importEvents } from "./import.events.ts";
import { segmentEvents } from "./segments.events.ts";

export const audienceEvents = { ...bulkEvents, ...importEvents, ...exportEvents, ...segmentEvents };
