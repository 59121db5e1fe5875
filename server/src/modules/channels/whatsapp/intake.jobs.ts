import type { JobBodies } from "../../../kernel/jobs.ts";
import { fetchMedia } from "./media-fetch.ts";
import type { MediaJob } from "./media-queue.ts";
import { replayParkedFor } from "./replay.ts";

export const intakeJobs: JobBodies = {
  "whatsapp.fetch-media": (kernel, payload) => fetchMedia(kernel, payload as MediaJob),
  "whatsapp.replay-parked": async (kernel, { appId }) => {
    if (typeof appId === "string") await replayParkedFor(kernel, appId);
  },
};
