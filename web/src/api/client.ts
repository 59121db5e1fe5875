import createClient, { type Middleware } from "openapi-fetch";
import type { components, paths } from "./schema.d.ts";

/** What the server answers when it refuses: `{ error: { code, message, field?, remedy? } }`. */
export class ApiError extends Error {
  readonly code: string;
  readonly status: number;
  readonly field: string | undefined;
  readonly remedy: string | undefined;
  /** Whatever else the refusal carries, such as `retryAfter` or `blocking`. */
  readonly details: Record<string, unknown>;

  constructor(status: number, body: { code: string; message: string; field?: string; remedy?: string }) {
    super(body.message);
    this.name = "ApiError";
    this.status = status;
    const { code, field, remedy, message: _, ...details } = body;
    this.code = code;
    this.field = field;
    this.remedy = remedy;
    this.details = details;
  }
}

/** No answer at all: the server is down or the network is. */
const offline = () => new ApiError(0, { code: "offline", message: "The server cannot be reached." });

const refusals: Middleware = {
  onResponse: async ({ response }) => {
    if (!response.ok) throw await refusal(response);
    return undefined;
  },
  onError: ({ error }) => (error instanceof TypeError ? offline() : (error as Error)),
};

/**
 * The typed client: `api.GET("/contacts/{contactId}", { params: { path: { contactId } } })`. A refusal throws ApiError,
 * so an answer always has its data: read it with `unwrap`.
 */
export const api = createClient<paths>({ baseUrl: "/api/v1", credentials: "same-origin" });
api.use(refusals);

/** `unwrap(api.GET(...))` is the body of the answer. */
export const unwrap = async <Body>(answer: Promise<{ data?: Body }>): Promise<NonNullable<Body>> =>
  (await answer).data as NonNullable<Body>;

/** A shape of the public contract by its name, as the server answers it. */
export type Shape<Name extends keyof components["schemas"]> = components["schemas"][Name];

type Query = Record<string, string | number | boolean | undefined | null>;

/** For what openapi-fetch does not do well: uploads, paths put together, and answers not in the schema. Same refusals. */
export async function request<Body = unknown>(
  method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE",
  path: `/${string}`,
  { query, body, signal }: { query?: Query; body?: unknown; signal?: AbortSignal } = {},
): Promise<Body> {
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(query ?? {})) {
    if (value !== undefined && value !== null && value !== "") search.set(key, String(value));
  }
  const raw = body instanceof FormData || body instanceof Blob;
  const response = await fetch(`/api/v1${path}${search.size ? `?${search}` : ""}`, {
    method,
    credentials: "same-origin",
    signal: signal ?? null,
    headers: body === undefined || raw ? {} : { "content-type": "application/json" },
    body: body === undefined ? null : raw ? body : JSON.stringify(body),
  }).catch((error) => {
    throw error instanceof TypeError ? offline() : error;
  });
  if (!response.ok) throw await refusal(response);
  return (response.status === 204 ? undefined : await response.json()) as Body;
}

export async function refusal(response: Response): Promise<ApiError> {
  const body = await response.json().catch(() => null);
  if (typeof body?.error?.code === "string") return new ApiError(response.status, body.error);
  return new ApiError(response.status, { code: "unexpected", message: `The server answered ${response.status}.` });
}
