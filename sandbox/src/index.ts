import type { AddressInfo } from "node:net";
import { controlRoutes } from "./control.ts";
import { graphServer } from "./graph/server.ts";
import { type Sandbox, sandboxVerbs } from "./sandbox.ts";
import { startDelivery } from "./webhooks/deliver.ts";
import { newWorld } from "./world.ts";

export type { Customer } from "./customers/customer.ts";
export { type DemoStep, demoCustomers, demoHistory, demoTemplates, openDemoShop } from "./demo-shop.ts";
export { type RefusalName, refusals } from "./graph/refusal-list.ts";
export { sample } from "./media/samples.ts";
export type { ReceivedMessage } from "./received.ts";
export type { Sandbox } from "./sandbox.ts";
export { webhookBody } from "./webhooks/body.ts";
export type { CustomerContent, CustomerMessage } from "./webhooks/message.ts";
export { rawBody, signatureOf } from "./webhooks/sign.ts";

export type SandboxOptions = {
  /** 0, the default, takes any free port. */
  port?: number;
  host?: string;
  seed?: number;
  /** How many times faster than the wall clock the sandbox waits. */
  clock?: { scale?: number };
  log?: boolean;
};

/** Starts a stand-in of Meta's Graph API on a port of its own. */
export const startSandbox = async (options: SandboxOptions = {}): Promise<Sandbox> => {
  const world = newWorld({ seed: options.seed, scale: options.clock?.scale, log: options.log });
  const delivery = startDelivery(world);
  const server = await graphServer(world, delivery);
  const sandbox = sandboxVerbs(world, delivery, () => server.close());
  controlRoutes(server, sandbox);
  const host = options.host ?? "127.0.0.1";
  await server.listen({ port: options.port ?? 0, host });
  const { port } = server.server.address() as AddressInfo;
  return Object.assign(sandbox, { port, url: `http://${host === "0.0.0.0" ? "127.0.0.1" : host}:${port}` });
};
