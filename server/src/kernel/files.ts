import { createHash } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { mkdir, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { fileTypeFromFile } from "file-type";
import { Refusal } from "./errors.ts";

export type Stored = { size: number; sha256: string; mime: string };

/** Bytes on disk under the data folder, one file per row of `files`. The row is the caller's, in its own transaction. */
export type Files = {
  /** Streams to a temporary name, then renames: a file is there whole or not at all. Sniffs the type, refuses more than `limit` bytes. */
  write: (organizationId: string, id: string, source: NodeJS.ReadableStream, limit: number, claimed?: string) => Promise<Stored>;
  read: (organizationId: string, id: string, range?: { start: number; end: number }) => NodeJS.ReadableStream;
  path: (organizationId: string, id: string) => string;
  remove: (organizationId: string, id: string) => Promise<void>;
  size: (organizationId: string, id: string) => Promise<number | null>;
};

const safeId = /^[0-9a-f-]{36}$/;

export const createFiles = (dataDir: string): Files => {
  const root = join(dataDir, "files");
  const path = (organizationId: string, id: string) => {
    if (!safeId.test(organizationId) || !safeId.test(id)) throw new Error("file ids are UUIDs");
    // The last two digits spread evenly; the first ones of a UUIDv7 are the time.
    return join(root, organizationId, id.slice(-2), id);
  };
  return {
    path,
    write: async (organizationId, id, source, limit, claimed) => {
      const target = path(organizationId, id);
      const partial = `${target}.${process.pid}.part`;
      await mkdir(join(target, ".."), { recursive: true, mode: 0o700 });
      const digest = createHash("sha256");
      let size = 0;
      const measure = new Transform({
        transform(chunk: Buffer, _encoding, done) {
          size += chunk.length;
          if (size > limit)
            return done(
              new Refusal(413, "file_too_large", `The file is larger than ${Math.floor(limit / 1_000_000)} MB.`, { field: "file" }),
            );
          digest.update(chunk);
          done(null, chunk);
        },
      });
      try {
        await pipeline(source, measure, createWriteStream(partial, { mode: 0o600, flush: true }));
        const mime = await sniff(partial, claimed);
        await rename(partial, target);
        return { size, sha256: digest.digest("hex"), mime };
      } catch (error) {
        await rm(partial, { force: true });
        throw error;
      }
    },
    read: (organizationId, id, range) => createReadStream(path(organizationId, id), range),
    remove: (organizationId, id) => rm(path(organizationId, id), { force: true }),
    size: (organizationId, id) =>
      stat(path(organizationId, id)).then(
        (found) => found.size,
        () => null,
      ),
  };
};

/** What the bytes are, not what somebody says they are; text has no signature and keeps a harmless claim. */
const sniff = async (file: string, claimed = ""): Promise<string> => {
  const found = await fileTypeFromFile(file);
  const said = claimed.split(";")[0]?.trim().toLowerCase() ?? "";
  if (found)
    return found.mime === "application/x-cfb" || found.mime === "application/zip"
      ? officeTypes.has(said)
        ? said
        : found.mime
      : found.mime;
  return said === "text/plain" || said === "text/csv" ? said : "application/octet-stream";
};

const officeTypes = new Set([
  "application/msword",
  "application/vnd.ms-excel",
  "application/vnd.ms-powerpoint",
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  "application/vnd.openxmlformats-officedocument.presentationml.presentation",
]);
