import type { FastifyReply, FastifyRequest } from "fastify";
import type { z } from "zod";
import type { Ctx } from "./module.ts";

type Input<P, Q, B> = {
  params: P extends z.ZodType ? z.output<P> : undefined;
  query: Q extends z.ZodType ? z.output<Q> : undefined;
  body: B extends z.ZodType ? z.output<B> : undefined;
};

/** What a handler may need beyond its input: the idempotency key of a sending POST, and the raw pair for streams and cookies. */
export type Edge = { request: FastifyRequest; reply: FastifyReply; idempotencyKey: string | null };

/**
 * `"public"`: no session, the handler gets a ctx without organization (do not touch tenant data with it).
 * `"signed-in"`: a person with a session, whatever the organization or role. Otherwise the permission needed.
 */
export type Access = "public" | "signed-in" | `${string}.${string}`;

export type RouteSpec<P, Q, B, R> = {
  method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  /** Below /api/v1. */
  url: `/${string}`;
  summary: string;
  description?: string;
  tag?: string;
  permission: Access;
  params?: P;
  query?: Q;
  body?: B;
  /** What leaves: anything else in the handler's answer is cut off. Missing: 204, or a stream the handler sends itself. */
  returns?: R;
  status?: number;
  /** A POST that sends something outside: takes the header Idempotency-Key. */
  sends?: boolean;
  /** The handler answers by itself (server-sent events, files, multipart). */
  raw?: boolean;
  /** Accepts multipart/form-data up to this many bytes; the handler reads the parts. */
  multipartLimit?: number;
  handler: (
    ctx: Ctx,
    input: Input<P, Q, B>,
    edge: Edge,
  ) => Promise<R extends z.ZodType ? z.input<R> : unknown> | (R extends z.ZodType ? z.input<R> : unknown);
};

// biome-ignore lint/suspicious/noExplicitAny: the list of routes forgets the schemas' types; route() has checked each one.
export type AnyRoute = RouteSpec<any, any, any, any>;

/** Declares a route; infers the handler's input from the schemas. */
export const route = <
  P extends z.ZodType | undefined = undefined,
  Q extends z.ZodType | undefined = undefined,
  B extends z.ZodType | undefined = undefined,
  R extends z.ZodType | undefined = undefined,
>(
  spec: RouteSpec<P, Q, B, R>,
): AnyRoute => spec;
