import { createHash } from "node:crypto";
import bcrypt from "bcrypt";

/**
 * bcrypt with the given cost. It reads 72 bytes and stops at a zero byte: whatever it would cut is digested first
 * (base64 of SHA-384 is 64 characters without a zero byte), so two long passwords that only differ at their end stay two passwords.
 */
export const hashPassword = (password: string, cost: number) => bcrypt.hash(readable(password), cost);
export const passwordMatches = (password: string, hash: string) => bcrypt.compare(readable(password), hash);

const readable = (password: string) =>
  Buffer.byteLength(password, "utf8") > 72 || password.includes("\0")
    ? createHash("sha384").update(password, "utf8").digest("base64")
    : password;
