import type { JobBodies } from "../../kernel/jobs.ts";

/** A file whose message was taken back: row and bytes. */
export const recordJobs: JobBodies = {
  "conversations.forget-file": async (kernel, { organizationId, fileId }) => {
    if (typeof organizationId !== "string" || typeof fileId !== "string") return;
    await kernel.files.remove(organizationId, fileId);
    await kernel.db.system.deleteFrom("files").where("organization_id", "=", organizationId).where("id", "=", fileId).execute();
  },
};
