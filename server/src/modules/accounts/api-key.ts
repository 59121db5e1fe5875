import { createHash, randomBytes } from "node:crypto";

/** 256 random bits: a plain digest is enough, there is nothing to guess. */
export const newKey = () => `candor_${randomBytes(32).toString("base64url")}`;
export const keyHash = (key: string) => createHash("sha256").update(key).digest("hex");
