import type { IncomingMessage } from "node:http";
import { Refusal } from "./errors.ts";

/** The bytes as they came, for doors outside the framework; more than `limit` is refused. */
export const readBody = (request: IncomingMessage, limit: number): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const tooLarge = () => {
      request.removeAllListeners("data");
      // What still comes is thrown away, so that the sender gets to read the answer.
      request.resume();
      reject(new Refusal(413, "too_large", "The body is larger than this address accepts.", { remedy: `At most ${limit} bytes.` }));
    };
    if (Number(request.headers["content-length"] ?? 0) > limit) return tooLarge();
    request.on("data", (chunk: Buffer) => {
      size += chunk.length;
      if (size > limit) return tooLarge();
      chunks.push(chunk);
    });
    request.once("end", () => resolve(chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks, size)));
    request.once("error", () => reject(new Refusal(400, "bad_request", "The request broke off.")));
    request.once("aborted", () => reject(new Refusal(400, "bad_request", "The request broke off.")));
  });
