import { parseArgs } from "node:util";
import { openKernel } from "../app.ts";
import { ConfigError, readConfig } from "../config.ts";
import { rebuildSegments } from "../modules/audience/index.ts";

/** Builds all segments of one organization, or of all, anew from what is true; beside what there is, by the running server. */
export const rebuild = async (args: string[]) => {
  const { values } = parseArgs({ args, options: { organization: { type: "string" } } });
  const { kernel, close } = await openKernel(readConfig(), "join");
  try {
    const organizations = await kernel.db.system
      .selectFrom("organizations")
      .select(["id", "name"])
      .$if(values.organization !== undefined, (q) => q.where("name", "=", values.organization ?? ""))
      .orderBy("name")
      .execute();
    if (organizations.length === 0) throw new ConfigError(`There is no organization named ${values.organization}.`);
    for (const { id, name } of organizations) {
      const count = await rebuildSegments(kernel, id);
      if (count > 0) process.stdout.write(`${name}: ${count} segments are being built anew\n`);
    }
  } finally {
    await close();
  }
};
