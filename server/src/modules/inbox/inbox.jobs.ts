import type { JobBodies, Schedule } from "../../kernel/jobs.ts";
import { removeForgottenUploads } from "./forgotten-uploads.ts";

export const inboxJobs: JobBodies = { remove_forgotten_uploads: removeForgottenUploads };
export const inboxSchedules: Schedule[] = [
  { job: "remove_forgotten_uploads", cron: "23 3 * * *", why: "An upload nobody sends within a day is kept for nothing" },
];
