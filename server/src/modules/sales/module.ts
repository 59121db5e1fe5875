import type { Module } from "../../kernel/module.ts";
import { dealRoutes } from "./deal.routes.ts";
import { pipelineRoutes } from "./pipeline.routes.ts";
import { reminderJobs } from "./reminders.ts";
import { salesData } from "./sales.data.ts";
import { salesEvents } from "./sales.events.ts";
import { stageJobs } from "./stage-removal.ts";
import { taskRoutes } from "./task.routes.ts";

export const sales: Module = {
  name: "sales",
  permissions: {
    "sales.read": "See deals, tasks and activities",
    "sales.write": "Create, change and move deals, tasks and activities",
    "pipelines.manage": "Make and change pipelines, their stages, and the reasons for winning and losing",
  },
  routes: [...pipelineRoutes, ...dealRoutes, ...taskRoutes],
  events: salesEvents,
  jobs: { ...stageJobs, ...reminderJobs },
  data: salesData,
};
