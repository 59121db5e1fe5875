import type { Module } from "../../../kernel/module.ts";
import { intakeJobs, intakeSchedules } from "./intake/intake.jobs.ts";
import { startIntake } from "./intake/intake.ts";
import { parkedRoutes } from "./intake/parked.routes.ts";
import { mediaRoutes } from "./media/media.routes.ts";
import { unfetchedData } from "./media/unfetched.data.ts";
import { channelJobs, channelSchedules } from "./numbers/channel.jobs.ts";
import { channelRoutes } from "./numbers/channel.routes.ts";
import { healthData } from "./numbers/health.data.ts";
import { healthRoutes } from "./numbers/health.routes.ts";
import { whatsappDelivery } from "./sending/delivery.ts";
import { refusalJobs, refusalSchedules } from "./sending/refusal.jobs.ts";
import { templateData } from "./templates/template.data.ts";
import { templateJobs, templateSchedules } from "./templates/template.jobs.ts";
import { templateRoutes } from "./templates/template.routes.ts";
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
