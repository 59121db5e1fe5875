import { consume } from "../../kernel/consumers.ts";
import type { Module } from "../../kernel/module.ts";
import { companiesData } from "./companies.data.ts";
import { companyEvents } from "./company.events.ts";
import { companyRoutes } from "./company.routes.ts";
import { companyJobs } from "./company-people.ts";
import { contactsData } from "./contacts.data.ts";
import { contactEvents } from "./contacts.events.ts";
import { contactRoutes } from "./contacts.routes.ts";
import { duplicateEvents, findDuplicates } from "./duplicates-find.ts";
import { eraseJobs } from "./erase.ts";
import { erasedJobs, erasedSchedules } from "./erased.ts";
import { fieldJobs } from "./field-empty.ts";
import { indexJobs } from "./field-index.ts";
import { mergeData } from "./merge.data.ts";
import { mergeEvents } from "./merge.events.ts";
import { mergeRoutes } from "./merge.routes.ts";
import { bringLateEvents } from "./merge-late.ts";
import { recordData } from "./record.data.ts";
import { recordEvents } from "./record.events.ts";
import { recordRoutes } from "./record.routes.ts";
import { scoreConsumer, scoreDueJobs, scoreDueSchedules } from "./score-follow.ts";
import { scoreJobs } from "./score-pass.ts";
import { stageJobs } from "./stages.ts";

export const contacts: Module = {
  name: "contacts",
  permissions: {
    "contacts.read": "See contacts, their identities, notes, consents and history",
    "contacts.write": "Create, change, tag and erase contacts, and write notes about them",
    "contacts.merge": "Review contacts that may be one person, merge them, and undo merges",
    "contacts.configure": "Make and change the fields, stages and scoring rules of contacts",
  },
  routes: [...contactRoutes, ...companyRoutes, ...recordRoutes, ...mergeRoutes],
  events: { ...contactEvents, ...companyEvents, ...mergeEvents, ...recordEvents },
  jobs: { ...indexJobs, ...companyJobs, ...eraseJobs, ...erasedJobs, ...fieldJobs, ...scoreDueJobs, ...scoreJobs, ...stageJobs },
  schedules: [...erasedSchedules, ...scoreDueSchedules],
  start: (kernel) => {
    const stops = [
      consume(kernel, "scores", scoreConsumer),
      consume(kernel, "duplicates", { names: duplicateEvents, handle: findDuplicates(kernel) }),
      consume(kernel, "merges", { names: ["contact.merged"], handle: bringLateEvents }),
    ];
    return async () => {
      for (const stop of stops) await stop();
    };
  },
  data: [...contactsData, ...companiesData, ...recordData, ...mergeData],
};
