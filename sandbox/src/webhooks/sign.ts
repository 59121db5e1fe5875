import { createHmac } from "node:crypto";
import type { Json } from "../world.ts";

/**
 * JSON as Meta's PHP writes it: non-ASCII as \uXXXX in lower-case hex, slashes escaped. A server which parses and writes it
 * again before checking the signature gets other bytes, and should be found out here.
 */
export const rawBody = (body: Json): Buffer =>
  Buffer.from(
    JSON.stringify(body)
      .replaceAll("/", "\\/")
      .replace(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`),
    "ascii",
  );

/** The value of X-Hub-Signature-256. */
export const signatureOf = (raw: Buffer, appSecret: string): string =>
  `sha256=${createHmac("sha256", appSecret).update(raw).digest("hex")}`;
