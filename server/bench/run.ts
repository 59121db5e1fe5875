import { existsSync } from "node:fs";
import { join } from "node:path";

// npm run bench -- <name> [options]: the last line of output is the result as JSON. Benchmarks are not tests and fail no build.
type Result = { bench: string; value: number; unit: string; ceiling: number; ratio: number; detail: Record<string, unknown> };
const [name = "", ...args] = process.argv.slice(2);
const file = join(import.meta.dirname, `${name}.ts`);
if (!/^[a-z-]+$/.test(name) || name === "run" || !existsSync(file)) {
  process.stderr.write("Usage: npm run bench -- <name> [options]\nNames are the files of server/bench that export `run`.\n");
  process.exit(2);
}
const { run } = (await import(file)) as { run?: (args: string[]) => Promise<Result> };
if (!run) {
  process.stderr.write(`${name} is a part of another benchmark, not one of its own.\n`);
  process.exit(2);
}
const result = await run(args);
process.stdout.write(`${JSON.stringify(result)}\n`);
process.exit(0);
