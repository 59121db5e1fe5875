import { ConfigError, readConfig } from "./config.ts";

/** The `candor` command. Each command is a file of its own under commands/, loaded when asked for. */
const commands: Record<string, { usage: string; load: () => Promise<{ run: (args: string[]) => Promise<void> }> }> = {
  start: { usage: "start [--demo] [--role all|web|worker]", load: () => import("./commands/start.ts") },
  generate: { usage: "generate [--check]", load: () => import("./commands/generate.ts") },
  "user create": { usage: "user create --email E --password P --organization NAME [--name N]", load: () => import("./commands/user.ts") },
  "user password": {
    usage: "user password --email E --password P",
    load: async () => ({ run: (await import("./commands/user.ts")).setPassword }),
  },
  "api-key create": {
    usage: "api-key create --organization NAME --name N --permissions all|a,b",
    load: () => import("./commands/api-key.ts"),
  },
  "channel add": {
    usage:
      "channel add whatsapp --organization NAME --phone-number-id P --account-id A --token T --app-secret S [--verify-token V] [--graph-url URL]",
    load: () => import("./commands/channel.ts"),
  },
  replay: { usage: "replay --since TIME|beginning [--app ID] [--into-empty]", load: () => import("./commands/replay.ts") },
  "segments rebuild": {
    usage: "segments rebuild [--organization NAME]",
    load: async () => ({ run: (await import("./commands/segments.ts")).rebuild }),
  },
  "parked list": {
    usage: "parked list [--reason R] [--id I]",
    load: async () => ({ run: (await import("./commands/parked.ts")).list }),
  },
  "parked replay": {
    usage: "parked replay [--reason R] [--id I]",
    load: async () => ({ run: (await import("./commands/parked.ts")).replay }),
  },
  "parked discard": {
    usage: "parked discard --reason R | --id I | --all yes",
    load: async () => ({ run: (await import("./commands/parked.ts")).discard }),
  },
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
