import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromiumPath, firefoxPath } from "./browsers.ts";

// Everything: builds the web app, finds or installs the browser, runs all test projects, closes with one plain line.
const root = join(import.meta.dirname, "..");
const run = (command: string, args: string[]) => spawnSync(command, args, { cwd: root, stdio: "inherit", env: process.env }).status ?? 1;

for (const script of ["scripts/build-web.ts", "scripts/build-sdk.ts"]) if (run(process.execPath, [script]) !== 0) process.exit(1);
let browserMissing = "";
try {
  process.env.CHROMIUM = chromiumPath();
  process.env.FIREFOX = firefoxPath();
} catch (error) {
  // The rest still runs and tells what it knows; the run as a whole fails below.
  browserMissing = (error as Error).message;
}

const folder = mkdtempSync(join(tmpdir(), "candor-results-"));
const output = join(folder, "results.json");
// The kill tests are a tier of their own: scripts/test-kill.ts.
const only = process.argv.length > 2 ? process.argv.slice(2) : ["--project=!kill"];
const status = run(process.execPath, [
  join(root, "node_modules/vitest/vitest.mjs"),
  "run",
  "--reporter=default",
  "--reporter=json",
  `--outputFile.json=${output}`,
  ...only,
]);

let passed = 0;
let failed = 0;
try {
  const results = JSON.parse(readFileSync(output, "utf8")) as {
    numPassedTests: number;
    numFailedTests: number;
    numFailedTestSuites: number;
  };
  passed = results.numPassedTests;
  failed = Math.max(
    results.numFailedTests,
    results.numFailedTestSuites > 0 && results.numFailedTests === 0 ? results.numFailedTestSuites : 0,
  );
} catch {
  failed = 1;
}
rmSync(folder, { recursive: true, force: true });
if (browserMissing) process.stderr.write(`${browserMissing}\n`);
process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
process.exit(status === 0 && failed === 0 && passed > 0 && !browserMissing ? 0 : 1);
