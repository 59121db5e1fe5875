import { ConfigError, readConfig } from "./config.ts";

/** The `candor` command. Each command is a file of its own under commands/, loaded when asked for. */
const commands: Record<string, { usage: string; load: () => Promise<{ run: (args: string[]) => Promise<void> }> }> = {
  start: { usage: "start [--demo] [--role all|web|worker]", load: () => import("./commands/start.ts") },
};

const [name = "help", ...args] = process.argv.slice(2);
const key = commands[`${name} ${args[0] ?? ""}`] ? `${name} ${args.shift()}` : name;
const command = commands[key];
if (!command) {
  const lines = Object.values(commands).map((entry) => `  candor ${entry.usage}`);
  process.stderr.write(`Usage:\n${lines.join("\n")}\n`);
  process.exit(name === "help" ? 0 : 2);
}
try {
  readConfig();
  const { run } = await command.load();
  await run(args);
} catch (error) {
  const expected = error instanceof ConfigError || (error as Error).name === "Refusal" || (error as Error).name === "UsageError";
  process.stderr.write(`${expected ? (error as Error).message : (error as Error).stack}\n`);
  process.exit(1);
}
