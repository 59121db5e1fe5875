import type { Module } from "../../../kernel/module.ts";
import { channelJobs, channelSchedules } from "./channel.jobs.ts";
import { channelRoutes } from "./channel.routes.ts";
import { whatsappDelivery } from "./delivery.ts";
import { healthData } from "./health.data.ts";
import { healthRoutes } from "./health.routes.ts";
import { intakeJobs, intakeSchedules } from "./intake.jobs.ts";
import { startIntake } from "./intake.ts";
import { mediaRoutes } from "./media.routes.ts";
import { parkedRoutes } from "./parked.routes.ts";
import { refusalJobs, refusalSchedules } from "./refusal.jobs.ts";
import { templateData } from "./template.data.ts";
import { templateJobs, templateSchedules } from "./template.jobs.ts";
import { templateRoutes } from "./template.routes.ts";
import { unfetchedData } from "./unfetched.data.ts";
import { whatsappData, whatsappRecipients } from "./whatsapp.data.ts";
import { whatsappEvents } from "./whatsapp.events.ts";

export const whatsapp: Module = {
  name: "whatsapp",
  permissions: {
    "channels.read": "See the connected numbers and their health",
    "channels.manage": "Connect, change and disconnect numbers",
    "templates.read": "See and use message templates",
    "templates.manage": "Write, submit, change and delete message templates",
    "journal.read": "See and replay items that could not be understood",
    "journal.raw": "Look at the webhooks as they came, with what customers wrote; each look is recorded",
  },
  routes: [...channelRoutes, ...healthRoutes, ...mediaRoutes, ...templateRoutes, ...parkedRoutes],
  events: whatsappEvents,
  jobs: { ...intakeJobs, ...channelJobs, ...refusalJobs, ...templateJobs },
  schedules: [...intakeSchedules, ...channelSchedules, ...refusalSchedules, ...templateSchedules],
  channels: [whatsappDelivery],
  data: [...whatsappData, ...unfetchedData, ...templateData, ...healthData],
  recipients: whatsappRecipients,
  start: startIntake,
};
