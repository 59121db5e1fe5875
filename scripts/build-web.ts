import { createHash } from "node:crypto";
import { existsSync, globSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

// Builds the web app when its sources changed since the last build (or with --force), so that `npm start` is one command.
const root = join(import.meta.dirname, "..");
const web = join(root, "web");
const stamp = join(web, "dist", ".built-from");

const digest = createHash("sha256");
const sources = [...globSync("{src,public}/**/*.*", { cwd: web }), "index.html", "vite.config.ts", "package.json"].sort();
for (const file of sources) digest.update(file).update(readFileSync(join(web, file)));
const from = digest.digest("hex");

if (!process.argv.includes("--force") && existsSync(stamp) && readFileSync(stamp, "utf8") === from) process.exit(0);
process.stdout.write("Building the web app ...\n");
const { build } = await import(join(root, "node_modules/vite/dist/node/index.js"));
await build({ root: web, logLevel: "warn" });
writeFileSync(stamp, from);
