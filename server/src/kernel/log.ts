import { type Logger, pino } from "pino";
import type { Config } from "../config.ts";

export type Log = Logger;

/** Names under which secrets and people's words travel. Matched at every depth the serializer reaches. */
const hidden = [
  "authorization",
  "cookie",
  "password",
  "token",
  "secret",
  "appSecret",
  "verifyToken",
  "body",
  "text",
  "content",
  "payload",
  "email",
  "phone",
  "name",
  "value",
  "raw",
  "parameters",
  "detail",
];

/**
 * Structured logs that cannot contain secrets or message bodies: requests are logged by method, route pattern and status only, errors
 * by class, code and stack frames (never the message of an unknown error, which may quote data), and named fields are removed.
 */
export const createLog = (config: Pick<Config, "logLevel">, destination?: { write: (line: string) => void }): Log =>
  pino(
    {
      level: config.logLevel,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      redact: { paths: hidden.flatMap((name) => [name, `*.${name}`, `*.*.${name}`, `*.*.*.${name}`]), remove: true },
      serializers: {
        err: safeError,
        error: safeError,
        req: (request: { method?: string; routeOptions?: { url?: string }; id?: string }) => ({
          id: request.id,
          method: request.method,
          route: request.routeOptions?.url,
        }),
        res: (reply: { statusCode?: number }) => ({ status: reply.statusCode }),
      },
    },
    destination ?? process.stdout,
  );

const safeError = (error: unknown) => {
  if (!(error instanceof Error)) return { type: typeof error };
  const known = error as Error & { code?: string; constraint?: string; table?: string; status?: number };
  return {
    type: known.name,
    code: known.code,
    status: known.status,
    table: known.table,
    constraint: known.constraint,
    // Frames only: the first line of a stack repeats the message.
    at: known.stack
      ?.split("\n")
      .filter((line) => /^\s+at /.test(line))
      .slice(0, 8)
      .map((line) => line.trim()),
  };
};
