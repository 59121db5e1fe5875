import type { z } from "zod";
import type { Config } from "../config.ts";
import type { Courtesy } from "./courtesy.ts";
import type { Pools, Tx } from "./db/pools.ts";
import type { DeliveryChannel } from "./deliveries.ts";
import type { Files } from "./files.ts";
import type { AnyRoute } from "./http.ts";
import type { JobBodies, Schedule } from "./jobs.ts";
import type { Keys } from "./keys.ts";
import type { Live } from "./live.ts";
import type { Log } from "./log.ts";
import type { Mail } from "./mail.ts";
import type { Metrics } from "./metrics.ts";
import type { Outbound } from "./outbound.ts";
import type { RecipientDeclaration, StoreDeclaration, TableDeclaration } from "./register.ts";
import type { Vault } from "./vault.ts";

/** Who does it. Recorded with every event and audit entry. */
export type Actor =
  | { kind: "member"; memberId: string; userId: string; name: string }
  | { kind: "api_key"; apiKeyId: string; name: string }
  | { kind: "contact"; contactId: string }
  | { kind: "system"; name: string };

/** What the kernel offers; made once at start, handed down, never a global. */
export type Kernel = {
  config: Config;
  keys: Keys;
  db: Pools;
  vault: Vault;
  files: Files;
  outbound: Outbound;
  live: Live;
  mail: Mail;
  log: Log;
  /** Lets those who wait for an answer go before what runs in the background of this process. */
  courtesy: Courtesy;
  metrics: Metrics;
  events: Map<string, z.ZodType>;
  /** Every permission of every module -> the sentence that tells what it allows. */
  permissions: Map<string, string>;
  /** Kind -> what sends and judges for it. */
  channels: Map<string, DeliveryChannel>;
  /** Known after listening: where a browser reaches us. PUBLIC_URL, else the local address. */
  publicUrl: () => string;
  /** Where this process itself listens; empty before it does. */
  localUrl: () => string;
  listening: (url: string) => void;
};

/** First parameter of every verb: for whom, by whom, with what rights, inside which kernel. */
export type Ctx = {
  kernel: Kernel;
  organizationId: string;
  actor: Actor;
  permissions: ReadonlySet<string>;
  log: Log;
  /** One transaction as candor_app for this organization, run again when a deadlock undid it. Wakes the event readers after commit. */
  transaction: <T>(run: (tx: Tx) => Promise<T>) => Promise<T>;
};

export type Module = {
  name: string;
  routes?: AnyRoute[];
  /** Permission -> the sentence that tells what it allows. */
  permissions?: Record<string, string>;
  /** Event name (past tense) -> schema of its payload. */
  events?: Record<string, z.ZodType>;
  jobs?: JobBodies;
  schedules?: Schedule[];
  channels?: DeliveryChannel[];
  data?: TableDeclaration[];
  stores?: StoreDeclaration[];
  recipients?: RecipientDeclaration[];
  /** Long-running work of a worker process; returns how to stop it (which drains). */
  start?: (kernel: Kernel) => Promise<() => Promise<void>> | (() => Promise<void>);
};

export const contextFor = (kernel: Kernel, organizationId: string, actor: Actor, permissions: ReadonlySet<string> = new Set()): Ctx => ({
  kernel,
  organizationId,
  actor,
  permissions,
  log: kernel.log,
  transaction: async (run) => {
    for (let tries = 1; ; tries += 1) {
      try {
        const result = await kernel.db.withOrganization(organizationId, run);
        kernel.live.wake();
        return result;
      } catch (error) {
        // PostgreSQL chose this one to end a deadlock: nothing of it happened, and the other is through by now.
        if ((error as { code?: unknown }).code !== "40P01" || tries === 3) throw error;
      }
    }
  },
});

/** For work the program does by itself. */
export const systemContext = (kernel: Kernel, organizationId: string, name: string) =>
  contextFor(kernel, organizationId, { kind: "system", name });
