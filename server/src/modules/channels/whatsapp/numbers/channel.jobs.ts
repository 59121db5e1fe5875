import { sql } from "kysely";
import { z } from "zod";
import { Refusal } from "../../../../kernel/errors.ts";
import { enqueue, type JobBodies, type Schedule } from "../../../../kernel/jobs.ts";
import { type Kernel, systemContext } from "../../../../kernel/module.ts";
import { runJournalReplay } from "../intake/journal-view.ts";
import { runReplay } from "../intake/parked-replay.ts";
import { tidyPortfolios } from "../sending/portfolio.ts";
import { markRead } from "../sending/read-receipts.ts";
import { syncTemplates } from "../templates/template-sync.ts";
import { recheckChannel } from "./change.ts";
import { tidyApps } from "./disconnect.ts";

const OfChannel = z.object({ organizationId: z.uuid(), channelId: z.uuid() });
const OfReplay = z.object({ organizationId: z.uuid(), replayId: z.uuid() });
const OfJournal = z.object({ organizationId: z.uuid(), channelId: z.uuid(), appId: z.uuid(), since: z.string() });
const OfConversation = z.object({ organizationId: z.uuid(), conversationId: z.uuid() });

export const channelJobs: JobBodies = {
  "whatsapp.sync-templates": (kernel, payload) => forChannel(kernel, payload, syncTemplates),
  "whatsapp.check-number": (kernel, payload) => forChannel(kernel, payload, recheckChannel),
  "whatsapp.mark-read": (kernel, payload) => markRead(kernel, OfConversation.parse(payload)),
  "whatsapp.replay-many": async (kernel, payload) => {
    const { organizationId, replayId } = OfReplay.parse(payload);
    await runReplay(kernel, organizationId, replayId);
  },
  "whatsapp.replay-journal": (kernel, payload) => runJournalReplay(kernel, OfJournal.parse(payload)),
  "whatsapp.health": async (kernel) => {
    const numbers = await working(kernel);
    await kernel.db.system.transaction().execute(async (tx) => {
      for (const { organization_id: organizationId, id: channelId } of numbers)
        await enqueue(tx, "whatsapp.check-number", { organizationId, channelId }, { key: `check-number:${channelId}`, attempts: 5 });
    });
  },
  "whatsapp.daily": async (kernel) => {
    const numbers = await working(kernel);
    await kernel.db.system.deleteFrom("whatsapp_uploads").where("expires_at", "<", new Date()).execute();
    await tidyPortfolios(kernel);
    await tidyApps(kernel);
    await kernel.db.system.deleteFrom("channel_changes").where("at", "<", sql<Date>`now() - interval '365 days'`).execute();
    await kernel.db.system.deleteFrom("parked_replays").where("started_at", "<", sql<Date>`now() - interval '30 days'`).execute();
    await kernel.db.system.transaction().execute(async (tx) => {
      for (const { organization_id: organizationId, id: channelId } of numbers) {
        await enqueue(tx, "whatsapp.sync-templates", { organizationId, channelId }, { key: `sync-templates:${channelId}`, attempts: 5 });
      }
    });
  },
};

const working = (kernel: Kernel) =>
  kernel.db.system
    .selectFrom("channels")
    .select(["organization_id", "id"])
    .where("kind", "=", "whatsapp")
    .where("state", "in", ["active", "attention"])
    .execute();

export const channelSchedules: Schedule[] = [
  {
    job: "whatsapp.health",
    cron: "47 */6 * * *",
    why: "Quality, limits, tokens and webhooks change at Meta without a webhook we may rely on",
  },
  {
    job: "whatsapp.daily",
    cron: "17 4 * * *",
    why: "Templates change at Meta without a webhook we may rely on; the register's retention of limits",
  },
];

/** What a person would be told by a refusal (disconnected, token invalid) is no reason to run a job again. */
const forChannel = async (
  kernel: Kernel,
  payload: Record<string, unknown>,
  verb: (ctx: ReturnType<typeof systemContext>, channelId: string) => Promise<unknown>,
) => {
  const { organizationId, channelId } = OfChannel.parse(payload);
  await verb(systemContext(kernel, organizationId, "whatsapp"), channelId).catch((error) => {
    if (!(error instanceof Refusal) || error.status === 503) throw error;
  });
};
