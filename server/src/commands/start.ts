import { type Role, start } from "../app.ts";
import { readConfig } from "../config.ts";

export const run = async (args: string[]) => {
  const role = (args.includes("--role") ? args[args.indexOf("--role") + 1] : "all") as Role;
  const running = await start(readConfig(), role);
  let stopping = false;
  const stop = (signal: string) => {
    // A second signal means now.
    if (stopping) process.exit(1);
    stopping = true;
    process.stdout.write(`\n${signal}: finishing what is in hand ...\n`);
    running.stop().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.on("SIGINT", () => stop("SIGINT"));
  process.on("SIGTERM", () => stop("SIGTERM"));

  if (args.includes("--demo")) {
    const { openDemo } = await import("../modules/demo/open.ts");
    await openDemo(running.kernel);
  }
  process.stdout.write(`\nCandor is ready: ${running.kernel.publicUrl()}\n`);
};
