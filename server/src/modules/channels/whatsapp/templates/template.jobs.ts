import { z } from "zod";
import { Refusal } from "../../../../kernel/errors.ts";
import type { JobBodies, Schedule } from "../../../../kernel/jobs.ts";
import { systemContext } from "../../../../kernel/module.ts";
import { lookUp } from "./template-lookup.ts";
import { leaseMs } from "./template-submit.ts";
import { forgetOldUse } from "./template-use.ts";

const OfTemplate = z.object({ organizationId: z.uuid(), templateId: z.uuid() });

export const templateJobs: JobBodies = {
  /** Runs again, later and later, while Meta cannot be asked; a refusal a person has to act on ends it until the next daily sync. */
  "whatsapp.look-up-template": async (kernel, payload) => {
    const { organizationId, templateId } = OfTemplate.parse(payload);
    const row = await kernel.db.system
      .selectFrom("whatsapp_templates")
      .select(["id", "account_id", "name", "language", "submission", "submission_at"])
      .where("organization_id", "=", organizationId)
      .where("id", "=", templateId)
      .executeTakeFirst();
    if (!row?.submission) return;
    if (row.submission === "sending" && row.submission_at && row.submission_at.getTime() > Date.now() - leaseMs) return;
    await lookUp(systemContext(kernel, organizationId, "whatsapp"), row).catch((error) => {
      if (!(error instanceof Refusal) || error.status === 503 || error.status === 429) throw error;
    });
  },
  "whatsapp.template-use": async (kernel) => void (await forgetOldUse(kernel.db.system)),
};

export const templateSchedules: Schedule[] = [
  { job: "whatsapp.template-use", cron: "41 4 * * *", why: "Counts of templates' use are kept for 400 days" },
];
