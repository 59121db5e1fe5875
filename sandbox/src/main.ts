import { parseArgs } from "node:util";
import { startSandbox } from "./index.ts";

const { values } = parseArgs({
  options: {
    port: { type: "string", default: "4010" },
    host: { type: "string", default: "127.0.0.1" },
    seed: { type: "string", default: "1" },
    scale: { type: "string", default: "1" },
    quiet: { type: "boolean", default: false },
  },
});

const sandbox = await startSandbox({
  port: Number(values.port),
  host: values.host,
  seed: Number(values.seed),
  clock: { scale: Number(values.scale) },
  log: !values.quiet,
});
process.stdout.write(`sandbox of the Graph API at ${sandbox.url} (drive it at ${sandbox.url}/_sandbox/...)\n`);

for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.once(signal, () => {
    void sandbox.close();
  });
}
