import { spawnSync } from "node:child_process";
import { join } from "node:path";

// Everything a machine can tell about the code, here and in CI alike.
const root = join(import.meta.dirname, "..");
const bin = (name: string) => join(root, "node_modules/.bin", name);
const checks: [string, string, string[]][] = [
  ["types of the server", bin("tsc"), ["--noEmit", "-p", "server"]],
  ["types of the sandbox", bin("tsc"), ["--noEmit", "-p", "sandbox"]],
  ["types of the SDK", bin("tsc"), ["--noEmit", "-p", "sdk"]],
  ["types of the web app", bin("tsc"), ["--noEmit", "-p", "web"]],
  ["types of the scripts", bin("tsc"), ["--noEmit", "-p", "scripts"]],
  ["style (Biome)", bin("biome"), ["check", "."]],
  [
    "boundaries (dependency-cruiser)",
    bin("depcruise"),
    ["--config", ".dependency-cruiser.mjs", "server/src", "web/src", "sdk/src", "sandbox/src"],
  ],
  ["drift of generated files", process.execPath, ["server/src/main.ts", "generate", "--check"]],
  ["licences of dependencies", process.execPath, ["scripts/licences.ts", "--check"]],
  ["nothing of this machine in the code", process.execPath, ["scripts/no-local-paths.ts"]],
];

let failures = 0;
for (const [name, command, args] of checks) {
  const started = Date.now();
  const run = spawnSync(command, args, { cwd: root, encoding: "utf8", maxBuffer: 50_000_000 });
  const ok = run.status === 0;
  process.stdout.write(`${ok ? "ok  " : "FAIL"} ${name} (${((Date.now() - started) / 1000).toFixed(1)} s)\n`);
  if (!ok) {
    failures += 1;
    process.stdout.write(`${run.stdout}${run.stderr}\n`);
  }
}
process.exit(failures === 0 ? 0 : 1);
