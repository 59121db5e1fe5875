import { randomBytes } from "node:crypto";
import type { Json } from "../world.ts";

/** A refusal in Meta's words. `details` goes to error_data, where Meta's advice is to look. */
export class GraphError extends Error {
  readonly status: number;
  readonly code: number;
  readonly details: string | undefined;
  readonly extra: Json;

  constructor(code: number, message: string, more: { status?: number; details?: string; extra?: Json } = {}) {
    super(message);
    this.code = code;
    this.status = more.status ?? 400;
    this.details = more.details;
    this.extra = more.extra ?? {};
  }
}

export const errorBody = (problem: GraphError): Json => ({
  error: {
    message: problem.message,
    type: "OAuthException",
    code: problem.code,
    ...problem.extra,
    ...(problem.details ? { error_data: { messaging_product: "whatsapp", details: problem.details } } : {}),
    fbtrace_id: `A${randomBytes(16).toString("base64url")}`,
  },
});

const titled =
  (code: number, title: string) =>
  (details: string, status = 400) =>
    new GraphError(code, `(#${code}) ${title}`, { details, status });

export const missing = (path: string) => titled(131008, "Required parameter is missing")(`Parameter '${path}' is missing.`);
export const invalid = (path: string, why: string) => titled(131009, "Parameter value is not valid")(`Parameter '${path}': ${why}`);
export const unexpected = (key: string, path: string) =>
  new GraphError(100, `(#100) Unexpected key "${key}" on param "${path}".`, {
    details: `Unexpected key '${key}' on '${path}'.`,
  });
export const tooLong = (path: string, most: number) =>
  new GraphError(100, `(#100) Param ${path} must be at most ${most} characters long.`, {
    details: `Parameter '${path}' is longer than ${most} characters.`,
  });

export const notFound = (id: string) =>
  new GraphError(
    100,
    `Unsupported request. Object with ID '${id}' does not exist, cannot be loaded due to missing permissions, or does not support this operation.`,
    { extra: { error_subcode: 33 } },
  );
export const unknownPath = (path: string) => new GraphError(2500, `Unknown path components: ${path}`);

export const templateMissing = titled(132001, "Template name does not exist in the translation");
export const templateCount = titled(132000, "Number of parameters does not match the expected number of params");
export const templateFormat = titled(132012, "Parameter format does not match format in the created template");
export const templateTooLong = titled(132005, "Translated text too long");
export const parameterText = titled(132018, "There was an issue with the parameters in your template");
export const templatePaused = titled(132015, "Template is paused");
export const templateDisabled = titled(132016, "Template is disabled");
export const unsendable = titled(131051, "Unsupported message type");
export const mediaUpload = titled(131053, "Media upload error");
export const pairRate = titled(131056, "(Business Account, Consumer Account) pair rate limit hit");
export const throughput = titled(130429, "Rate limit hit");
export const needsPhone = titled(131062, "Business-scoped user id is not accepted for this message");
export const selfSend = titled(131021, "Recipient cannot be sender");
