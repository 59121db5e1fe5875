import type { Module } from "../../kernel/module.ts";
import { erasureJobs, followErasure } from "./erasure.ts";
import { eventRoutes } from "./event.routes.ts";
import { linkJobs } from "./link.ts";
import { nameJobs } from "./name-change.ts";
import { retentionJobs, retentionSchedules } from "./retention.ts";
import { trackingData } from "./tracking.data.ts";
import { trackingEvents } from "./tracking.events.ts";
import { writeKeyRoutes } from "./write-key.routes.ts";

export const tracking: Module = {
  name: "tracking",
  permissions: {
    "events.read": "See events of websites and servers, their names and what arrives",
    "events.manage": "Make write keys for websites, block and rename events, decide what is personal and how long events are kept",
    "events.write": "Send events from a server",
    "events.personal": "See properties of events that are marked as personal",
  },
  routes: [...writeKeyRoutes, ...eventRoutes],
  events: trackingEvents,
  jobs: { ...linkJobs, ...erasureJobs, ...nameJobs, ...retentionJobs },
  schedules: retentionSchedules,
  data: trackingData,
  start: followErasure,
};
