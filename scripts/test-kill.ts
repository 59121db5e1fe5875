import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

// The kill tests: real processes, one scenario at a time, with a line of counts for each. KILL_SEED tries another sequence; KILL_INBOUND,
// KILL_OUTBOUND, KILL_TIMES, KILL_SECONDS and KILL_EACH make it smaller. Closes with one plain line (docs/proofs.md).
const root = join(import.meta.dirname, "..");
const folder = mkdtempSync(join(tmpdir(), "candor-results-"));
const output = join(folder, "results.json");
const begun = Date.now();
const { status } = spawnSync(
  process.execPath,
  [
    join(root, "node_modules/vitest/vitest.mjs"),
    "run",
    "--project=kill",
    "--disableConsoleIntercept",
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${output}`,
    ...process.argv.slice(2),
  ],
  { cwd: root, stdio: "inherit", env: process.env },
);
let passed = 0;
let failed = 1;
try {
  const results = JSON.parse(readFileSync(output, "utf8")) as {
    numPassedTests: number;
    numFailedTests: number;
    numFailedTestSuites: number;
  };
  passed = results.numPassedTests;
  failed = results.numFailedTests || results.numFailedTestSuites;
} catch {
  // Nothing was written: it failed before it began.
}
rmSync(folder, { recursive: true, force: true });
process.stdout.write(`\nkill tests: ${Math.round((Date.now() - begun) / 1000)} s\n${passed} passed, ${failed} failed\n`);
process.exit(status === 0 && failed === 0 && passed > 0 ? 0 : 1);
