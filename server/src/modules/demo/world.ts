import type { Sandbox } from "@candor/sandbox";
import type { Kernel } from "../../kernel/module.ts";

/** The demo's number at the bundled sandbox. Secrets follow from the master key, so that a restart knows them again. */
export const demoNumber = (kernel: Kernel) => {
  const secret = (what: string) => kernel.keys.fingerprint("demo", what).slice(0, 40);
  return {
    appId: "900000000000001",
    appSecret: secret("app-secret"),
    verifyToken: secret("verify-token"),
    token: `EAADemo${secret("token")}`,
    accountId: "200000000000900",
    phoneNumberId: "100000000000900",
    displayPhoneNumber: "+44 20 7946 0018",
    verifiedName: "Fernhill Coffee",
  };
};

const running = new WeakMap<Kernel, Promise<Sandbox>>();

/** Starts the sandbox with the shop's number and its customers, once per process. It keeps nothing: each start fills it anew. */
export const demoWorld = (kernel: Kernel): Promise<Sandbox> => {
  const found = running.get(kernel);
  if (found) return found;
  const starting = begin(kernel);
  running.set(kernel, starting);
  starting.catch(() => running.delete(kernel));
  return starting;
};

export const endDemoWorld = async (kernel: Kernel) => {
  const sandbox = await running.get(kernel)?.catch(() => undefined);
  running.delete(kernel);
  await sandbox?.close();
};

const begin = async (kernel: Kernel) => {
  const { openDemoShop, startSandbox } = await import("@candor/sandbox");
  const sandbox = await startSandbox({ seed: 1 });
  const number = demoNumber(kernel);
  sandbox.addApp({
    appId: number.appId,
    appSecret: number.appSecret,
    verifyToken: number.verifyToken,
    webhookUrl: `${kernel.localUrl()}/webhooks/meta`,
  });
  sandbox.addAccount({ accountId: number.accountId, appId: number.appId, portfolioId: "700000000000900", name: "Fernhill Coffee" });
  sandbox.addNumber({
    phoneNumberId: number.phoneNumberId,
    accountId: number.accountId,
    displayPhoneNumber: number.displayPhoneNumber,
    verifiedName: number.verifiedName,
    token: number.token,
  });
  openDemoShop(sandbox, { phoneNumberId: number.phoneNumberId, accountId: number.accountId });
  return sandbox;
};
