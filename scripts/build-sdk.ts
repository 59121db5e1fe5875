import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";

// Builds the browser SDK when its sources changed since the last build (or with --force): the file websites load, the package for npm,
// and manifest.json, from which the server and the settings page know version, integrity and stub.
const root = join(import.meta.dirname, "..");
const sdk = join(root, "sdk");
const dist = join(sdk, "dist");
const stamp = join(dist, ".built-from");
const { version } = JSON.parse(readFileSync(join(sdk, "package.json"), "utf8")) as { version: string };

const digest = createHash("sha256");
for (const file of [...globSync("src/**/*.ts", { cwd: sdk }).sort(), "package.json", "tsconfig.types.json", "../scripts/build-sdk.ts"])
  digest.update(file).update(readFileSync(join(sdk, file)));
const from = digest.digest("hex");
if (!process.argv.includes("--force") && existsSync(stamp) && readFileSync(stamp, "utf8") === from) process.exit(0);

process.stdout.write("Building the browser SDK ...\n");
const { build } = await import(join(root, "node_modules/vite/dist/node/index.js"));
const bundle = async (entry: string, format: "es" | "iife") => {
  const [result] = (await build({
    root: sdk,
    configFile: false,
    logLevel: "warn",
    define: { CANDOR_VERSION: JSON.stringify(version) },
    build: { write: false, target: "es2020", minify: true, lib: { entry: join(sdk, "src", entry), formats: [format], name: "candorSdk" } },
  })) as [{ output: { code: string }[] }];
  return result.output[0]?.code.trim() ?? "";
};
const script = `/*! Candor ${version}, MIT */\n${await bundle("script.ts", "iife")}\n`;
const stub = await bundle("stub.ts", "iife");

// Pages pin a released file by its hash: it stays as it was, here and on every server that is upgraded.
const release = join(sdk, "releases", `candor-${version}.js`);
if (process.argv.includes("--release") && !existsSync(release)) writeFileSync(release, script);
if (existsSync(release) && readFileSync(release, "utf8") !== script) {
  process.stderr.write(`Version ${version} of the SDK is released and must not change: raise the version in sdk/package.json.\n`);
  process.exit(1);
}

rmSync(dist, { recursive: true, force: true });
mkdirSync(dist, { recursive: true });
writeFileSync(join(dist, "candor.js"), script);
writeFileSync(join(dist, "candor.mjs"), await bundle("index.ts", "es"));
const types = spawnSync(process.execPath, [join(root, "node_modules/typescript/bin/tsc"), "-p", join(sdk, "tsconfig.types.json")], {
  encoding: "utf8",
});
if (types.status !== 0) {
  process.stderr.write(types.stdout);
  process.exit(1);
}
const sizes = { plain: script.length, gzip: gzipSync(script, { level: 9 }).length, brotli: brotliCompressSync(script).length };
const hash = (algorithm: string, text: string) => `${algorithm}-${createHash(algorithm).update(text).digest("base64")}`;
writeFileSync(
  join(dist, "manifest.json"),
  `${JSON.stringify({ version, integrity: hash("sha384", script), stub, stubHash: hash("sha256", stub), sizes }, null, 2)}\n`,
);
writeFileSync(stamp, from);
process.stdout.write(`  ${sizes.plain} bytes, ${sizes.gzip} with gzip, ${sizes.brotli} with brotli\n`);
