import type { Module } from "../../kernel/module.ts";
import { contactsData } from "./contacts.data.ts";
import { contactEvents } from "./contacts.events.ts";
import { contactRoutes } from "./contacts.routes.ts";
import { eraseJobs } from "./erase.ts";
import { erasedJobs, erasedSchedules } from "./erased.ts";

export const contacts: Module = {
  name: "contacts",
  permissions: {
    "contacts.read": "See contacts, their identities, notes, consents and history",
    "contacts.write": "Create, change, tag and erase contacts, and write notes about them",
  },
  routes: contactRoutes,
  events: contactEvents,
  jobs: { ...eraseJobs, ...erasedJobs },
  schedules: erasedSchedules,
  data: contactsData,
};
