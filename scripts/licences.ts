import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

// Reads every installed package's licence from the lockfile and its package.json; writes THIRD-PARTY-NOTICES.md (or checks it).
const root = join(import.meta.dirname, "..");
/** Permissive, plus OFL for the font and MPL for a tool that only runs in tests. */
const allowed =
  /^(MIT|MIT-0|ISC|0BSD|BSD-2-Clause|BSD-3-Clause|Apache-2\.0|BlueOak-1\.0\.0|CC0-1\.0|CC-BY-3\.0|CC-BY-4\.0|Unlicense|Python-2\.0|WTFPL|Zlib|PostgreSQL|OFL-1\.1|MPL-2\.0)$/;
const onlyForTests = new Set(["@axe-core/playwright", "axe-core", "lightningcss"]);

type Lock = { packages: Record<string, { version?: string; license?: string; dev?: boolean; link?: boolean; optional?: boolean }> };
const lock = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")) as Lock;
const problems: string[] = [];
const rows = new Map<string, string>();
for (const [path, entry] of Object.entries(lock.packages)) {
  if (!path.includes("node_modules/") || entry.link) continue;
  const name = path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length);
  const licence = entry.license ?? licenceOf(join(root, path)) ?? (entry.optional && !existsSync(join(root, path)) ? null : "unknown");
  if (licence === null) continue;
  const choices = licence.replace(/[()]/g, "").split(/ OR /);
  const parts = choices.map((choice) => choice.split(/ AND /));
  if (!parts.some((all) => all.every((one) => allowed.test(one.trim())))) problems.push(`${name}@${entry.version}: ${licence}`);
  if (/MPL/.test(licence) && !onlyForTests.has(name) && !name.startsWith("lightningcss"))
    problems.push(`${name}@${entry.version}: ${licence} is accepted for tools of the build and tests only`);
  if (!entry.dev) rows.set(`${name} ${entry.version}`, licence);
}

function licenceOf(folder: string): string | null {
  try {
    const found = (JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as { license?: string | { type: string } }).license;
    return typeof found === "string" ? found : (found?.type ?? null);
  } catch {
    return null;
  }
}

const text = `# Third-party notices\n\nCandor runs on these packages, each under its own licence; the texts are in the packages. The embedded database is PostgreSQL (PostgreSQL Licence), the typeface is Inter (SIL Open Font License 1.1).\n\n| Package | Licence |\n|---|---|\n${[
  ...rows,
]
  .sort(([a], [b]) => (a < b ? -1 : 1))
  .map(([name, licence]) => `| ${name} | ${licence} |`)
  .join("\n")}\n`;
const file = join(root, "THIRD-PARTY-NOTICES.md");
if (process.argv.includes("--check")) {
  if (!existsSync(file) || readFileSync(file, "utf8") !== text)
    problems.push("THIRD-PARTY-NOTICES.md is not current: run `node scripts/licences.ts`");
} else writeFileSync(file, text);
for (const problem of problems) process.stdout.write(`${problem}\n`);
process.exit(problems.length === 0 ? 0 : 1);
