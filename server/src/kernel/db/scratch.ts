import { chmodSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/**
 * A temporary data folder for tests, benchmarks and generators. The database's unprivileged user may pass through it, so that the cluster
 * lies inside and goes when the folder goes; what is secret in it (keys, files) has modes of its own.
 */
export const scratchFolder = (name: string): string => {
  const folder = mkdtempSync(join(tmpdir(), `candor-${name}-`));
  chmodSync(folder, 0o711);
  return folder;
};
