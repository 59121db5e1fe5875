import type { JobBodies, Schedule } from "../../../../kernel/jobs.ts";
import { fetchMedia } from "../media/media-fetch.ts";
import type { MediaJob } from "../media/media-queue.ts";
import { tidyJournal } from "./journal-tidy.ts";
import { replayParkedFor } from "./replay.ts";

export const intakeJobs: JobBodies = {
  "whatsapp.tidy-journal": tidyJournal,
  "whatsapp.fetch-media": (kernel, payload) => fetchMedia(kernel, payload as MediaJob),
  "whatsapp.replay-parked": async (kernel, { appId }) => {
    if (typeof appId === "string") await replayParkedFor(kernel, appId);
  },
};

export const intakeSchedules: Schedule[] = [
  {
    job: "whatsapp.tidy-journal",
    cron: "29 3 * * *",
    why: "the register's retention of webhook bodies, parked items, early arrivals and notices",
  },
];
