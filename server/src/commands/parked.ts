import { discardStray, replayStray, type Stray, strayItems } from "../modules/channels/whatsapp/index.ts";
import { flags, openQuietly, UsageError } from "./usage.ts";

/**
 * Items of no organization: a signed webhook that names a number or account nobody has connected. No member sees them, because nobody
 * knows whose they are; who runs the installation lists, replays and discards them here. One JSON line per item.
 */
export const list = (args: string[]) =>
  withKernel(args, [], async (kernel, which) => {
    for (const item of await strayItems(kernel, which)) process.stdout.write(`${JSON.stringify(item)}\n`);
  });

export const replay = (args: string[]) =>
  withKernel(args, [], async (kernel, which) => {
    process.stdout.write(`${JSON.stringify(await replayStray(kernel, which))}\n`);
  });

export const discard = (args: string[]) =>
  withKernel(args, ["all"], async (kernel, which, given) => {
    if (!which.id && !which.reason && given.all !== "yes") throw new UsageError("Name --id or --reason, or say --all yes.");
    process.stdout.write(`${JSON.stringify(await discardStray(kernel, which))}\n`);
  });

type Kernel = Awaited<ReturnType<typeof openQuietly>>["kernel"];

const withKernel = async (
  args: string[],
  more: "all"[],
  run: (kernel: Kernel, which: Stray, given: { all?: string }) => Promise<void>,
): Promise<void> => {
  const given = flags(args, [], ["id", "reason", ...more]);
  if (given.id !== undefined && !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(given.id))
    throw new UsageError("--id: not an id of an item.");
  const { kernel, close } = await openQuietly();
  try {
    await run(kernel, { id: given.id, reason: given.reason }, given);
  } finally {
    await close();
  }
};
