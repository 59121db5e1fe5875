import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

/** Debian's Chromium, or what CHROMIUM names. Installed when we may; otherwise the sentence that says what to install. */
export const chromiumPath = (): string => {
  const found = findChromium();
  if (found) return found;
  if (process.getuid?.() === 0 && spawnSync("apt-get", ["--version"]).status === 0) {
    process.stdout.write("Installing chromium for the browser tests ...\n");
    spawnSync("apt-get", ["update", "-qq"], { stdio: "ignore" });
    spawnSync("apt-get", ["install", "-y", "-qq", "chromium"], {
      stdio: "ignore",
      env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
    });
  }
  const installed = findChromium();
  if (installed) return installed;
  throw new Error("The browser tests need Chromium: install it (Debian: apt-get install -y chromium) or set CHROMIUM to its path.");
};

const findChromium = (): string | null => {
  const named = process.env.CHROMIUM;
  if (named && existsSync(named)) return named;
  for (const name of ["chromium", "chromium-browser", "google-chrome"]) {
    const run = spawnSync("sh", ["-c", `command -v ${name}`], { encoding: "utf8" });
    if (run.status === 0 && run.stdout.trim()) return run.stdout.trim();
  }
  const mac = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome";
  return existsSync(mac) ? mac : null;
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
