import { z } from "zod";
import { PageQuery } from "../../kernel/page.ts";

/** A limit of Meta, how much of it is used, and what waits because of it. */
export const ChannelLimit = z
  .object({
    scope: z.enum(["number", "person", "account", "portfolio"]),
    limit: z.number().nullable().describe("null: there is none, or nobody told; see `source`"),
    windowSeconds: z.number().describe("The limit is for so many seconds"),
    used: z.number().nullable().describe("Just now; null where it is another figure for each person"),
    usedByMeta: z.number().nullable().describe("Per cent of the account's calls, as Graph last told"),
    source: z.enum(["graph", "webhook", "documented", "unlimited", "unknown"]),
    toldAt: z.date().nullable(),
    restsUntil: z.date().nullable().describe("Nothing goes out under this limit before"),
    nextFreeAt: z.date().nullable().describe("When the next place falls free"),
    sharedWith: z.array(z.object({ id: z.uuid(), name: z.string() })).describe("Other channels under the same limit"),
  })
  .meta({ id: "ChannelLimit" });
export const Waiting = z.object({
  code: z.string().nullable().describe("Why, as in a message's failure; null: only its turn"),
  scope: z.enum(["number", "person", "account", "portfolio"]).nullable(),
  count: z.number().describe("At most 10,000 are counted"),
  until: z.date().nullable().describe("When the last of them is due"),
});
export const ChannelLimits = z
  .object({ limits: z.array(ChannelLimit), waiting: z.array(Waiting), pacing: z.boolean(), at: z.date() })
  .meta({ id: "ChannelLimits" });

export const healthActions = [
  "renew_token",
  "resume",
  "repair_webhooks",
  "check_again",
  "open_parked",
  "open_limits",
  "move_number",
  "connect_again",
  "open_manager",
] as const;
export const HealthReason = z.object({
  code: z.string(),
  severity: z.enum(["warning", "danger"]),
  action: z.enum(healthActions).nullable(),
  facts: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
});
export const ChannelHealth = z
  .object({
    verdict: z.enum(["good", "attention", "stopped"]),
    reasons: z.array(HealthReason),
    token: z.object({
      state: z.enum(["valid", "invalid", "unknown"]),
      scopes: z.array(z.string()).nullable(),
      expiresAt: z.date().nullable(),
      dataAccessExpiresAt: z.date().nullable(),
    }),
    intake: z.object({
      lastReceivedAt: z.date().nullable(),
      waiting: z.number().describe("Bodies received and not yet rows, of the whole app; at most 1,000 are counted"),
      lagSeconds: z.number().describe("Age of the oldest of them"),
      p95Seconds: z.number().nullable().describe("From arrival to rows in the last hour; null: nothing came, or too much to tell quickly"),
      parked: z.number().describe("At most 1,000 are counted"),
    }),
    standing: z.object({
      accountState: z.string().nullable(),
      restrictions: z.array(z.object({ kind: z.string(), until: z.date().nullable(), at: z.date() })),
      violation: z.object({ kind: z.string(), at: z.date() }).nullable(),
      ban: z.object({ state: z.string(), date: z.string().nullable(), at: z.date() }).nullable(),
    }),
    coexistence: z
      .object({
        lastEchoAt: z.date().nullable(),
        history: z
          .object({
            declined: z.boolean(),
            phase: z.number().nullable(),
            chunk: z.number().nullable(),
            progress: z.number().nullable().describe("Per cent of the whole history"),
            at: z.date(),
          })
          .nullable(),
      })
      .nullable()
      .describe("null: the number is not used on a phone too"),
    movedTo: z.object({ accountId: z.string(), accountName: z.string().nullable() }).nullable(),
    changes: z.array(
      z.object({
        what: z.string(),
        was: z.string().nullable(),
        now: z.string().nullable(),
        by: z.enum(["check", "webhook"]),
        at: z.date(),
      }),
    ),
  })
  .meta({ id: "ChannelHealth" });

export const ParkedQuery = PageQuery.extend({ channel: z.uuid().optional(), reason: z.string().max(50).optional() });
export const ParkedReason = z
  .object({ reason: z.string(), kind: z.string(), count: z.number().describe("At most 1,000 are counted") })
  .meta({ id: "ParkedReason" });
export const ParkedReasonQuery = z.object({ channel: z.uuid().optional() });
export const ParkedMany = z.object({
  channelId: z.uuid().optional(),
  reason: z.string().max(50).optional().describe("Left out: of any reason"),
});
export const ParkedDiscarded = z.object({ discarded: z.number() }).meta({ id: "ParkedDiscarded" });
export const ParkedReplay = z
  .object({
    id: z.uuid(),
    channelId: z.uuid().nullable(),
    reason: z.string().nullable(),
    total: z.number(),
    replayed: z.number(),
    stillParked: z.number(),
    startedAt: z.date(),
    finishedAt: z.date().nullable(),
  })
  .meta({ id: "ParkedReplay" });
export const ParkedReplayPath = z.object({ replayId: z.uuid() });

export const JournalQuery = PageQuery.extend({
  before: z.iso.datetime({ offset: true }).optional().describe("Bodies received before this moment"),
});
export const JournalLine = z
  .object({
    id: z.string(),
    receivedAt: z.date(),
    projectedAt: z.date().nullable(),
    bytes: z.number(),
    kinds: z.array(z.object({ kind: z.string(), count: z.number() })).describe("What of this number and its account is in it"),
    parked: z.number(),
    others: z.boolean().describe("It holds entries of others too, which are not shown"),
  })
  .meta({ id: "JournalLine" });
export const JournalPage = z
  .object({ items: z.array(JournalLine), next: z.string().nullable(), keptDays: z.number() })
  .meta({ id: "JournalPage" });
export const JournalPath = z.object({ channelId: z.uuid(), journalId: z.string().regex(/^\d{1,18}$/) });
export const JournalBody = z
  .object({
    id: z.string(),
    receivedAt: z.date(),
    projectedAt: z.date().nullable(),
    body: z.string().describe("JSON; the bytes as they came where they are all of this organization"),
    asReceived: z.boolean(),
    leftOut: z.number().describe("Entries of others in the same body"),
    parked: z.array(z.object({ id: z.uuid(), path: z.string(), reason: z.string() })),
  })
  .meta({ id: "JournalBody" });
export const JournalReplayRequest = z.object({ since: z.iso.datetime({ offset: true }) });
