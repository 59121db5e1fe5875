import type { FastifyInstance } from "fastify";
import type { Config } from "./config.ts";
import { courtesy } from "./kernel/courtesy.ts";
import { startEmbedded } from "./kernel/db/embedded.ts";
import { migrate } from "./kernel/db/migrate.ts";
import { openPools } from "./kernel/db/pools.ts";
import { startDispatcher } from "./kernel/dispatcher.ts";
import { createEdge } from "./kernel/edge.ts";
import { createFiles } from "./kernel/files.ts";
import { type Health, serveHealth } from "./kernel/health.ts";
import { startJobs } from "./kernel/jobs.ts";
import { loadKeys } from "./kernel/keys.ts";
import { startLive } from "./kernel/live.ts";
import { createLog } from "./kernel/log.ts";
import { createMail } from "./kernel/mail.ts";
import { createMetrics } from "./kernel/metrics.ts";
import type { Kernel, Module } from "./kernel/module.ts";
import { describeApi } from "./kernel/openapi.ts";
import { createOutbound } from "./kernel/outbound.ts";
import { servePages } from "./kernel/pages.ts";
import { serveReference } from "./kernel/reference-page.ts";
import { serveSdk } from "./kernel/sdk-files.ts";
import { createVault } from "./kernel/vault.ts";
import { accounts, authenticator } from "./modules/accounts/index.ts";
import { audience } from "./modules/audience/index.ts";
import { webhookDoor, whatsapp } from "./modules/channels/whatsapp/index.ts";
import { contacts } from "./modules/contacts/index.ts";
import { conversations } from "./modules/conversations/index.ts";
import { costs } from "./modules/costs/index.ts";
import { demo } from "./modules/demo/index.ts";
import { files } from "./modules/files/index.ts";
import { inbox } from "./modules/inbox/index.ts";
import { live as liveStream } from "./modules/live/index.ts";
import { sales } from "./modules/sales/index.ts";
import { system } from "./modules/system/index.ts";
import { eventDoor, tracking } from "./modules/tracking/index.ts";

/** Every module there is, lower layers first. */
export const modules: Module[] = [
  system,
  accounts,
  files,
  liveStream,
  contacts,
  tracking,
  conversations,
  audience,
  whatsapp,
  inbox,
  sales,
  costs,
  demo,
];

export type Running = { kernel: Kernel; edge: FastifyInstance; url: string; stop: () => Promise<void> };
export type Role = "all" | "web" | "worker";

/** Opens database and keys, without listening: what commands use beside or without a running server. */
export const openKernel = async (config: Config, mode: "own" | "join"): Promise<{ kernel: Kernel; close: () => Promise<void> }> => {
  const keys = loadKeys(config);
  const log = createLog(config);
  const embedded = config.databaseUrl ? null : await startEmbedded(config.dataDir, keys, mode, [], (sentence) => log.warn(sentence));
  const ownerUrl = config.databaseUrl ?? embedded?.url ?? "";
  try {
    await migrate(ownerUrl, keys);
    const db = openPools(ownerUrl, keys);
    const live = await startLive(ownerUrl, db, log);
    const events = new Map(modules.flatMap((module) => Object.entries(module.events ?? {})));
    const permissions = new Map(modules.flatMap((module) => Object.entries(module.permissions ?? {})));
    let local = "";
    const kernel: Kernel = {
      config,
      keys,
      db,
      live,
      log,
      events,
      permissions,
      channels: new Map(modules.flatMap((module) => module.channels ?? []).map((channel) => [channel.kind, channel])),
      vault: createVault(keys),
      files: createFiles(config.dataDir),
      outbound: createOutbound(
        config,
        db,
        modules.flatMap((module) => module.recipients ?? []),
        log,
      ),
      mail: createMail(config, db, log),
      courtesy: courtesy(),
      metrics: createMetrics(),
      publicUrl: () => config.publicUrl ?? (local || `http://localhost:${config.port}`),
      localUrl: () => local,
      listening: (url) => {
        local = url;
      },
    };
    return {
      kernel,
      close: async () => {
        await live.stop();
        await kernel.outbound.written();
        await db.close();
        await embedded?.stop();
      },
    };
  } catch (error) {
    await embedded?.stop();
    throw error;
  }
};

/** Builds the HTTP edge without listening: for the server, for tests, and for writing openapi.json. */
export const buildEdge = async (kernel: Kernel, health: Health = { stopping: false }): Promise<FastifyInstance> => {
  const edge = await createEdge(kernel, modules, authenticator(kernel), async (app) => {
    await describeApi(app);
    webhookDoor(app, kernel);
    eventDoor(app, kernel);
    serveHealth(app, kernel, health);
    serveReference(app);
    serveSdk(app);
    await servePages(app);
  });
  await edge.ready();
  return edge;
};

/** The whole program in one process; `web` answers requests only, `worker` does the work behind them. */
export const start = async (config: Config, role: Role = "all"): Promise<Running> => {
  const { kernel, close } = await openKernel(config, "own");
  const health: Health = { stopping: false };
  const stops: (() => Promise<void>)[] = [];
  try {
    const edge = await buildEdge(kernel, health);
    const url = await listen(edge, config);
    kernel.listening(url);
    if (role !== "web") {
      stops.push(
        await startJobs(
          kernel,
          Object.assign({}, ...modules.map((module) => module.jobs ?? {})),
          modules.flatMap((module) => module.schedules ?? []),
        ),
      );
      stops.push(startDispatcher(kernel));
      for (const module of modules) if (module.start) stops.push(await module.start(kernel));
    }
    const stop = async () => {
      health.stopping = true;
      kernel.live.drain();
      // Idle connections are closed once; one whose request was still being answered would keep us for its keep-alive of 72 s.
      const idle = setInterval(() => edge.server.closeIdleConnections(), 100);
      await edge.close().finally(() => clearInterval(idle));
      for (const end of stops.reverse()) await end();
      await close();
    };
    return { kernel, edge, url, stop };
  } catch (error) {
    for (const end of stops) await end().catch(() => {});
    await close();
    throw error;
  }
};

const listen = async (edge: FastifyInstance, config: Config) => {
  await edge.listen({ port: config.port, host: config.host });
  const address = edge.server.address();
  const port = typeof address === "object" && address ? address.port : config.port;
  return `http://${config.host === "0.0.0.0" || config.host === "127.0.0.1" ? "localhost" : config.host}:${port}`;
};
