import { parseArgs } from "node:util";
import type { z } from "zod";
import { openKernel } from "../app.ts";
import { readConfig } from "../config.ts";

/** What the person typed cannot be used; main.ts prints the sentence without a stack. */
export class UsageError extends Error {
  override name = "UsageError";
}

/** Reads `--flag value` pairs. Every sentence names the flag. */
export const flags = <Needed extends string, Optional extends string = never>(
  args: string[],
  needed: Needed[],
  optional: Optional[] = [],
): Record<Needed, string> & Partial<Record<Optional, string>> => {
  const options = Object.fromEntries([...needed, ...optional].map((name) => [name, { type: "string" as const }]));
  let values: Record<string, string | undefined>;
  try {
    values = parseArgs({ args, options, strict: true, allowPositionals: false }).values as Record<string, string | undefined>;
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
  const missing = needed.filter((name) => !values[name]);
  if (missing.length > 0) throw new UsageError(`Missing ${missing.map((name) => `--${name}`).join(", ")}.`);
  return values as Record<Needed, string> & Partial<Record<Optional, string>>;
};

/** Judges a flag by the schema the API judges the same field by. */
export const checked = <Schema extends z.ZodType>(flag: string, schema: Schema, value: string): z.output<Schema> => {
  const parsed = schema.safeParse(value);
  if (!parsed.success) throw new UsageError(`--${flag}: ${parsed.error.issues[0]?.message ?? "is not valid"}.`);
  return parsed.data;
};

/** Beside a running server or without one. Standard output is the result's alone, so nothing is logged to it. */
export const openQuietly = () => openKernel({ ...readConfig(), logLevel: "silent" }, "join");
