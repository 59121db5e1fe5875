import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { manifest } from "./shop.ts";

const sdk = join(import.meta.dirname, "..");
const script = readFileSync(join(sdk, "dist/candor.js"));
const packageJson = JSON.parse(readFileSync(join(sdk, "package.json"), "utf8")) as Record<string, unknown>;

test("the whole SDK is under 6 kB compressed, the package as well", () => {
  const sizes = { plain: script.length, gzip: gzipSync(script, { level: 9 }).length, brotli: brotliCompressSync(script).length };
  process.stdout.write(`browser SDK: ${sizes.plain} bytes, ${sizes.gzip} with gzip, ${sizes.brotli} with brotli (limit 6,000)\n`);
  expect(sizes.gzip).toBeLessThan(6_000);
  expect(sizes).toEqual(manifest().sizes);
  expect(gzipSync(readFileSync(join(sdk, "dist/candor.mjs"))).length).toBeLessThan(6_000);
  expect(manifest().stub.length).toBeLessThan(400);
});

test("version and hashes of the manifest are those of the files", () => {
  const { version, integrity, stub, stubHash } = manifest();
  expect(version).toBe(packageJson.version);
  expect(script.toString()).toContain(`Candor ${version}, MIT`);
  expect(integrity).toBe(`sha384-${createHash("sha384").update(script).digest("base64")}`);
  expect(stubHash).toBe(`sha256-${createHash("sha256").update(stub).digest("base64")}`);
});

test("it has no dependencies, evaluates no text, writes no style and reads nothing that singles a device out", () => {
  expect(packageJson.dependencies).toBeUndefined();
  expect(script.toString()).not.toMatch(
    /\beval\b|new Function|innerHTML|\.style\b|document\.write|toDataURL|getContext|\bscreen\b|plugins|fonts|hardwareConcurrency|deviceMemory|AudioContext|getBattery|userAgentData/,
  );
});

test("the package can be installed: its module loads on a server without a page, and its types hold under strict checks", () => {
  const folder = mkdtempSync(join(tmpdir(), "candor-package-"));
  try {
    const installed = join(folder, "node_modules/@candor/sdk");
    mkdirSync(installed, { recursive: true });
    for (const file of [...(packageJson.files as string[]), "package.json"])
      cpSync(join(sdk, file), join(installed, file), { recursive: true });
    writeFileSync(join(folder, "package.json"), `{ "type": "module" }`);
    writeFileSync(
      join(folder, "use.ts"),
      `import { candor, createCandor, type Candor, type Settings } from "@candor/sdk";
const settings: Settings = { host: "https://candor.example.com", consent: "required", beforeSend: (message) => (message.type === "page" ? null : message) };
candor.init("wk_x", settings);
candor.track("a", { b: 1 });
const other: Candor = createCandor();
const state: "granted" | "denied" | "pending" = other.consent();
await candor.flush();
// @ts-expect-error: a name is a text
candor.track(1);
console.log(state, candor.visitorId());
`,
    );
    const types = spawnSync(
      process.execPath,
      [
        join(sdk, "../node_modules/typescript/bin/tsc"),
        ...["--noEmit", "--strict", "--skipLibCheck", "false", "--target", "es2022", "--lib", "es2022,dom", "--module", "nodenext"],
        "use.ts",
      ],
      { cwd: folder, encoding: "utf8" },
    );
    expect(types.stdout).toBe("");
    const run = spawnSync(process.execPath, ["use.ts"], { cwd: folder, encoding: "utf8" });
    expect(run.stdout.trim()).toBe("pending null");
    expect(run.status).toBe(0);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
