import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import openapiTS, { astToString } from "openapi-typescript";
import pg from "pg";
import { buildEdge, openKernel } from "../app.ts";
import { readConfig } from "../config.ts";
import { schemaPicture } from "../kernel/db/picture.ts";
import { scratchFolder } from "../kernel/db/scratch.ts";

const root = join(import.meta.dirname, "../../..");

type Named = Record<string, unknown>;
const sorted = (of: Named = {}): Named => Object.fromEntries(Object.entries(of).sort(([a], [b]) => (a < b ? -1 : 1)));

/** Addresses and named shapes by name: their own order is that of the imports, and of what was built before: the same program must write the same document. */
const byName = (document: { paths?: Named; components?: { schemas?: Named } }) => ({
  ...document,
  components: { ...document.components, schemas: sorted(document.components?.schemas) },
  paths: sorted(document.paths),
});

/** Writes what follows from the sources (with --check: refuses when a committed copy differs): table types, schema picture, API description and its types. */
export const run = async (args: string[]) => {
  const folder = scratchFolder("generate");
  const { kernel, close } = await openKernel(readConfig({ DATA_DIR: folder, LOG_LEVEL: "silent", CANDOR_KEY: "00".repeat(32) }), "own");
  const stale: string[] = [];
  try {
    const url = kernel.db.raw.owner.options.connectionString ?? "";
    const edge = await buildEdge(kernel);
    const api = `${JSON.stringify(byName(JSON.parse(JSON.stringify(edge.swagger()))), null, 2)}\n`;
    await edge.close();
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    const picture = await schemaPicture(client);
    await client.end();
    const types = join(folder, "schema.types.ts");
    execFileSync(
      process.execPath,
      [
        join(root, "node_modules/kysely-codegen/dist/cli/bin.js"),
        "--dialect",
        "postgres",
        "--url",
        url,
        "--out-file",
        types,
        "--include-pattern",
        "public.*",
        "--exclude-pattern",
        "events_*",
      ],
      { stdio: "ignore" },
    );
    const results: [string, string][] = [
      ["server/src/kernel/db/schema.types.ts", readFileSync(types, "utf8")],
      ["server/schema.sql", picture],
      ["docs/openapi.json", api],
      [
        "web/src/api/schema.d.ts", // The web app's client adds /api/v1 by itself.
        astToString(await openapiTS(JSON.parse(api.replaceAll('"/api/v1/', '"/')))),
      ],
    ];
    for (const [file, text] of results) {
      const path = join(root, file);
      if (existsSync(path) && readFileSync(path, "utf8") === text) continue;
      if (args.includes("--check")) stale.push(file);
      else writeFileSync(path, text);
    }
  } finally {
    await close();
    rmSync(folder, { recursive: true, force: true });
  }
  if (stale.length > 0) {
    process.stderr.write(`Not current: ${stale.join(", ")}. Run \`npm run generate\` and commit the result.\n`);
    process.exit(1);
  }
};
