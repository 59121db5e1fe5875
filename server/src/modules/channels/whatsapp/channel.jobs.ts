import type { JobBodies } from "../../../kernel/jobs.ts";

export const channelJobs: JobBodies = {};
