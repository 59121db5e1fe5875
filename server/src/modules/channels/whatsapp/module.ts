import type { Module } from "../../../kernel/module.ts";
import { channelJobs, channelSchedules } from "./channel.jobs.ts";
import { channelRoutes } from "./channel.routes.ts";
import { whatsappDelivery } from "./delivery.ts";
import { intakeJobs } from "./intake.jobs.ts";
import { startIntake } from "./intake.ts";
import { parkedRoutes } from "./parked.routes.ts";
import { templateRoutes } from "./template.routes.ts";
import { whatsappData, whatsappRecipients } from "./whatsapp.data.ts";
import { whatsappEvents } from "./whatsapp.events.ts";

export const whatsapp: Module = {
  name: "whatsapp",
  permissions: {
    "channels.read": "See the connected numbers and their health",
    "channels.manage": "Connect, change and disconnect numbers",
    "templates.read": "See and use message templates",
    "journal.read": "See and replay items that could not be understood",
  },
  routes: [...channelRoutes, ...templateRoutes, ...parkedRoutes],
  events: whatsappEvents,
  jobs: { ...intakeJobs, ...channelJobs },
  schedules: channelSchedules,
  channels: [whatsappDelivery],
  data: whatsappData,
  recipients: whatsappRecipients,
  start: startIntake,
};
