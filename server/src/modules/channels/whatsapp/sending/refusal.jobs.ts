import type { JobBodies, Schedule } from "../../../../kernel/jobs.ts";
import { forgetUnfetched } from "../media/media-again.ts";
import { writeToManagers } from "../numbers/attention-letter.ts";

export const refusalJobs: JobBodies = {
  "whatsapp.tell-managers": writeToManagers,
  "whatsapp.forget-unfetched": forgetUnfetched,
};

export const refusalSchedules: Schedule[] = [
  { job: "whatsapp.forget-unfetched", cron: "37 3 * * *", why: "Meta forgets a customer's file after seven days, and so do we its name" },
];
