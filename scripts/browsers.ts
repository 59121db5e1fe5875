import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

/** Debian's Chromium, or what CHROMIUM names. Installed when we may; otherwise the sentence that says what to install. */
export const chromiumPath = (): string =>
  findOrInstall(
    findChromium,
    "chromium",
    "The browser tests need Chromium: install it (Debian: apt-get install -y chromium) or set CHROMIUM to its path.",
  );

/** The same for Firefox, which the tests of the browser SDK drive as well. */
export const firefoxPath = (): string =>
  findOrInstall(
    findFirefox,
    "firefox-esr",
    "The tests of the browser SDK need Firefox: install it (Debian: apt-get install -y firefox-esr) or set FIREFOX to its path.",
  );

const findOrInstall = (find: () => string | null, packageName: string, otherwise: string): string => {
  const found = find();
  if (found) return found;
  if (process.getuid?.() === 0 && spawnSync("apt-get", ["--version"]).status === 0) {
    process.stdout.write(`Installing ${packageName} for the browser tests ...\n`);
    spawnSync("apt-get", ["update", "-qq"], { stdio: "ignore" });
    spawnSync("apt-get", ["install", "-y", "-qq", packageName], {
      stdio: "ignore",
      env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
    });
  }
  const installed = find();
  if (installed) return installed;
  throw new Error(otherwise);
};

const findChromium = () =>
  findProgram(
    process.env.CHROMIUM,
    ["chromium", "chromium-browser", "google-chrome"],
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  );
const findFirefox = () => findProgram(process.env.FIREFOX, ["firefox-esr", "firefox"], "/Applications/Firefox.app/Contents/MacOS/firefox");

const findProgram = (named: string | undefined, names: string[], onMac: string): string | null => {
  if (named && existsSync(named)) return named;
  for (const name of names) {
    const run = spawnSync("sh", ["-c", `command -v ${name}`], { encoding: "utf8" });
    if (run.status === 0 && run.stdout.trim()) return run.stdout.trim();
  }
  return existsSync(onMac) ? onMac : null;
};

/** Quiet and closed: no update checks, no look-ups of its own; root needs --no-sandbox. */
export const chromiumFlags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--disable-dev-shm-usage",
];
