import type { Module } from "../../kernel/module.ts";
import { audienceData, audienceStores } from "./audience.data.ts";
import { audienceEvents } from "./audience.events.ts";
import { bulkRoutes } from "./bulk.routes.ts";
import { bulkJobs, bulkSchedules } from "./bulk-run.ts";
import { exportRoutes } from "./export.routes.ts";
import { exportJobs, exportSchedules, exportWork } from "./export-run.ts";
import { importRoutes } from "./import.routes.ts";
import { importJobs, importSchedules } from "./import-remove.ts";
import { importWork } from "./import-run.ts";
import { listRoutes } from "./lists.routes.ts";
import { buildJobs } from "./segment-build.ts";
import { startSegments } from "./segment-evaluator.ts";
import { segmentRoutes } from "./segments.routes.ts";
import { viewRoutes } from "./views.routes.ts";
import { startWork } from "./work.ts";

export const audience: Module = {
  name: "audience",
  permissions: {
    "contacts.import": "Take in files of contacts, and undo that",
    "contacts.export": "Give out contacts as a file",
    "contacts.erase_many": "Erase many contacts at once",
    "segments.read": "See segments and lists, and try rules out",
    "segments.write": "Make, change and delete segments and lists",
  },
  routes: [...viewRoutes, ...bulkRoutes, ...importRoutes, ...exportRoutes, ...segmentRoutes, ...listRoutes],
  events: audienceEvents,
  data: audienceData,
  stores: audienceStores,
  jobs: { ...bulkJobs, ...importJobs, ...exportJobs, ...buildJobs },
  schedules: [...bulkSchedules, ...importSchedules, ...exportSchedules],
  start: (kernel) => {
    const stops = [startWork(kernel, importWork), startWork(kernel, exportWork), startSegments(kernel)];
    return async () => {
      await Promise.all(stops.map((stop) => stop()));
    };
  },
};
