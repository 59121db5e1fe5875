import { createHmac, hkdfSync, randomBytes } from "node:crypto";
import { chmodSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Config, ConfigError } from "../config.ts";

/** What is derived from the installation's master key. The key itself stays outside the database. */
export type Keys = {
  /** 32 bytes for one use; the label is part of the derivation, so no two uses share a key. */
  derive: (label: string) => Buffer;
  /** A keyed digest, hex: recognises a secret again without keeping it. */
  fingerprint: (label: string, value: string) => string;
  /** First eight digits of a digest of the master key: says which key sealed a value. */
  keyId: string;
};

/** CANDOR_KEY, else `keys/master.key` under the data folder, made on first start with mode 0600. */
export const loadKeys = (config: Config): Keys => keysFrom(config.key ? Buffer.from(config.key, "hex") : fileKey(config.dataDir));

export const keysFrom = (master: Buffer): Keys => {
  const derive = (label: string) => Buffer.from(hkdfSync("sha256", master, "candor", label, 32));
  return {
    derive,
    fingerprint: (label, value) =>
      createHmac("sha256", derive(`fingerprint:${label}`))
        .update(value)
        .digest("hex"),
    keyId: createHmac("sha256", master).update("key-id").digest("hex").slice(0, 8),
  };
};

const fileKey = (dataDir: string): Buffer => {
  const folder = join(dataDir, "keys");
  const file = join(folder, "master.key");
  try {
    const text = readFileSync(file, "utf8").trim();
    if (!/^[0-9a-f]{64}$/.test(text))
      throw new ConfigError(
        `${file} does not hold 64 hexadecimal digits. Restore it from your backup: without it sealed secrets cannot be read.`,
      );
    if (process.platform !== "win32" && (statSync(file).mode & 0o077) !== 0) chmodSync(file, 0o600);
    return Buffer.from(text, "hex");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
  }
  // The data folder itself may be passed through: the database's unprivileged user has its cluster inside.
  mkdirSync(dataDir, { recursive: true, mode: 0o711 });
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const key = randomBytes(32);
  try {
    writeFileSync(file, `${key.toString("hex")}\n`, { mode: 0o600, flag: "wx" });
    return key;
  } catch (error) {
    // Another process made it at the same moment: its key is the key.
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return fileKey(dataDir);
    throw error;
  }
};
