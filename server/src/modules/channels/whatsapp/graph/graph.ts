import { Readable } from "node:stream";
import type { Kernel } from "../../../../kernel/module.ts";
import { drawCall, type Metered, noteUsage } from "./graph-usage.ts";

/** How to speak to Graph for one number. `metered` is missing while a number is not connected yet. */
export type GraphAccess = { organizationId: string; graphUrl: string; graphVersion: string; token: string; metered?: Metered };

export type GraphCall = {
  purpose: string;
  path: string;
  method?: "GET" | "POST" | "DELETE";
  query?: Record<string, string>;
  json?: unknown;
  upload?: { fields: Record<string, string>; name: string; mime: string; size: number; stream: NodeJS.ReadableStream };
  /** The bytes of a resumable upload, whole (developers.facebook.com/docs/graph-api/guides/upload: OAuth instead of Bearer, file_offset). */
  bytes?: { mime: string; size: number; stream: NodeJS.ReadableStream };
  /** What the request carries of a person, for the gate and the ledger. */
  categories?: string[];
  contactId?: string;
  timeoutMs?: number;
  /** Meta counts it by throughput, not among the account's calls an hour: messages and media. */
  uncounted?: boolean;
};

/** `error` is Meta's own, when the answer is one of its refusals; `json` is null when the answer is no JSON at all. */
export type GraphAnswer = { status: number; json: Record<string, unknown> | null; error: GraphProblem | null };
export type GraphProblem = {
  code: number;
  subcode: number | null;
  message: string;
  details: string /** What Meta would show a person. */;
  userMessage?: string;
};

/** One request to Graph. Throws OutboundFailure when no answer came, Refusal when the gate refused. */
export const callGraph = async (kernel: Kernel, access: GraphAccess, call: GraphCall): Promise<GraphAnswer> => {
  const url = new URL(`${access.graphUrl.replace(/\/+$/, "")}/${access.graphVersion}/${call.path}`);
  for (const [name, value] of Object.entries(call.query ?? {})) url.searchParams.set(name, value);
  const sent = bodyOf(call);
  const of = call.path.endsWith("/messages") ? "message" : "other";
  if (access.metered && !call.uncounted && of === "other" && !call.upload) await drawCall(kernel, access.metered);
  const answer = await kernel.outbound.send({
    organizationId: access.organizationId,
    recipient: "meta",
    purpose: call.purpose,
    categories: call.categories ?? ["system.operations"],
    contactId: call.contactId,
    settingsUrl: access.graphUrl,
    url: url.href,
    method: call.method ?? "GET",
    headers: { authorization: `${call.bytes ? "OAuth" : "Bearer"} ${access.token}`, accept: "application/json", ...sent.headers },
    body: sent.body,
    timeoutMs: call.timeoutMs ?? 15_000,
  });
  if (access.metered)
    await noteUsage(kernel, access.metered, answer.headers, of).catch((error) => kernel.log.warn({ err: error }, "a usage was not noted"));
  const json = parse(answer.body);
  return { status: answer.status, json, error: problemOf(json) };
};

const bodyOf = (call: GraphCall): { headers: Record<string, string>; body?: string | NodeJS.ReadableStream } => {
  if (call.upload) return multipart(call.upload);
  if (call.bytes)
    return {
      headers: { "content-type": call.bytes.mime, "content-length": String(call.bytes.size), file_offset: "0" },
      body: call.bytes.stream,
    };
  if (call.json === undefined) return { headers: {} };
  return { headers: { "content-type": "application/json" }, body: JSON.stringify(call.json) };
};

/** multipart/form-data (RFC 7578) written by hand, so that a 100 MB file streams and its length is known beforehand. */
const multipart = ({ fields, name, mime, size, stream }: NonNullable<GraphCall["upload"]>) => {
  const boundary = `candor${Math.random().toString(36).slice(2)}${Date.now().toString(36)}`;
  const safeName = name.replace(/[\r\n"\\]/g, "_").slice(0, 200) || "file";
  const head = Buffer.from(
    `${Object.entries(fields)
      .map(([field, value]) => `--${boundary}\r\nContent-Disposition: form-data; name="${field}"\r\n\r\n${value}\r\n`)
      .join("")}--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${safeName}"\r\nContent-Type: ${mime}\r\n\r\n`,
  );
  const tail = Buffer.from(`\r\n--${boundary}--\r\n`);
  const body = Readable.from(joined(head, stream, tail));
  body.once("close", () => (stream as Readable).destroy());
  return {
    headers: { "content-type": `multipart/form-data; boundary=${boundary}`, "content-length": String(head.length + size + tail.length) },
    body,
  };
};

async function* joined(head: Buffer, stream: NodeJS.ReadableStream, tail: Buffer) {
  yield head;
  for await (const chunk of stream) yield chunk as Buffer;
  yield tail;
}

const parse = (body: Buffer): Record<string, unknown> | null => {
  try {
    const json: unknown = JSON.parse(body.toString("utf8"));
    return json && typeof json === "object" && !Array.isArray(json) ? (json as Record<string, unknown>) : null;
  } catch {
    return null;
  }
};

const problemOf = (json: Record<string, unknown> | null): GraphProblem | null => {
  const error = json?.error as
    | { code?: unknown; error_subcode?: unknown; message?: unknown; error_user_msg?: unknown; error_data?: { details?: unknown } }
    | undefined;
  if (!error || typeof error !== "object" || typeof error.code !== "number") return null;
  const message = typeof error.message === "string" ? error.message : "";
  return {
    code: error.code,
    subcode: typeof error.error_subcode === "number" ? error.error_subcode : null,
    message,
    details: typeof error.error_data?.details === "string" ? error.error_data.details : message,
    ...(typeof error.error_user_msg === "string" ? { userMessage: error.error_user_msg.slice(0, 500) } : {}),
  };
};
