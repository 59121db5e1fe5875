import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import type { Keys } from "./keys.ts";

/** Where a sealed value lives. Part of the seal: a box moved to another row, column or organization does not open. */
export type Place = { organizationId: string; table: string; column: string; row: string };

export type Vault = {
  seal: (place: Place, secret: string) => string;
  open: (place: Place, sealed: string) => string;
};

/** AES-256-GCM, random 96-bit nonce, `v1.<keyId>.<nonce>.<box>` in base64url, additional data organization|table|column|row. */
export const createVault = (keys: Keys): Vault => {
  const key = keys.derive("vault:v1");
  return {
    seal: (place, secret) => {
      const nonce = randomBytes(12);
      const cipher = createCipheriv("aes-256-gcm", key, nonce).setAAD(additional(place));
      const box = Buffer.concat([cipher.update(secret, "utf8"), cipher.final(), cipher.getAuthTag()]);
      return `v1.${keys.keyId}.${nonce.toString("base64url")}.${box.toString("base64url")}`;
    },
    open: (place, sealed) => {
      const [version, keyId, nonce, box] = sealed.split(".");
      if (version !== "v1" || !nonce || !box) throw new Error(`${place.table}.${place.column} does not hold a sealed value`);
      if (keyId !== keys.keyId)
        throw new Error(
          `${place.table}.${place.column} was sealed with key ${keyId}; this installation has key ${keys.keyId}. Restore the master key.`,
        );
      const bytes = Buffer.from(box, "base64url");
      const decipher = createDecipheriv("aes-256-gcm", key, Buffer.from(nonce, "base64url")).setAAD(additional(place));
      decipher.setAuthTag(bytes.subarray(-16));
      return Buffer.concat([decipher.update(bytes.subarray(0, -16)), decipher.final()]).toString("utf8");
    },
  };
};

const additional = (place: Place) => Buffer.from(`${place.organizationId}|${place.table}|${place.column}|${place.row}`, "utf8");
