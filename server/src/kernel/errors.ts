/** An expected refusal: a stable code for programs, a sentence for a person, the field, what to do. */
export class Refusal extends Error {
  readonly status: number;
  readonly code: string;
  readonly field: string | undefined;
  readonly remedy: string | undefined;
  readonly retryAfter: number | undefined;
  /** What else a program needs to go on, such as the challenge of a sign-in. */
  readonly details: Record<string, unknown> | undefined;

  constructor(
    status: number,
    code: string,
    message: string,
    more: { field?: string; remedy?: string; retryAfter?: number; details?: Record<string, unknown> } = {},
  ) {
    super(message);
    this.name = "Refusal";
    this.status = status;
    this.code = code;
    this.field = more.field;
    this.remedy = more.remedy;
    this.retryAfter = more.retryAfter;
    this.details = more.details;
  }

  body() {
    return {
      error: {
        ...this.details,
        code: this.code,
        message: this.message,
        ...(this.field === undefined ? {} : { field: this.field }),
        ...(this.remedy === undefined ? {} : { remedy: this.remedy }),
      },
    };
  }
}

/** The same words whether it never existed or belongs to another organization. */
export const notFound = (thing: string) => new Refusal(404, "not_found", `There is no such ${thing}.`);
export const invalid = (field: string, message: string, remedy?: string) => new Refusal(400, "invalid_input", message, { field, remedy });
export const conflict = (code: string, message: string, remedy?: string, field?: string) =>
  new Refusal(409, code, message, { remedy, field });
export const unauthenticated = () =>
  new Refusal(401, "unauthenticated", "Sign in, or send an API key.", { remedy: "Authorization: Bearer <key>" });
export const forbidden = (permission: string) =>
  new Refusal(403, "forbidden", `This needs the permission ${permission}.`, { remedy: "Ask an owner or admin of the organization." });
export const tooMany = (seconds: number) =>
  new Refusal(429, "rate_limited", `Too many requests. Try again in ${Math.ceil(seconds)} s.`, { retryAfter: Math.ceil(seconds) });
export const unavailable = (message = "The server cannot store anything just now. Try again shortly.") =>
  new Refusal(503, "unavailable", message, { retryAfter: 5 });

/** PostgreSQL's own codes for "nothing can be written now": connection, resources, shutdown, read-only, i/o. */
export const cannotStore = (error: unknown) => {
  const code = (error as { code?: string } | null)?.code ?? "";
  return (
    /^(08|53|57P|58|25006|ECONN|EPIPE|ENOSPC|EDQUOT|ETIMEDOUT)/.test(code) ||
    /Connection terminated|timeout exceeded when trying to connect/.test(String((error as Error)?.message))
  );
};
