import type { Json } from "../world.ts";
import { GraphError } from "./error.ts";

/** Answers `fields=a,b{c}` from all that the node knows; without `fields`, the ones in `usual`. */
export const select = (asked: unknown, node: Json, nodeType: string, usual: string[]): Json => {
  const names = typeof asked === "string" && asked.trim() ? split(asked) : usual;
  const answer: Json = {};
  for (const name of ["id", ...names]) {
    if (!(name in node)) {
      throw new GraphError(100, `(#100) Tried accessing nonexisting field (${name}) on node type (${nodeType})`);
    }
    if (node[name] !== undefined) answer[name] = node[name];
  }
  return answer;
};

const split = (asked: string): string[] => {
  let flat = asked;
  while (/\{[^{}]*\}/.test(flat)) flat = flat.replace(/\{[^{}]*\}/g, "");
  return flat
    .split(",")
    .map((name) => name.trim().replace(/\..*$/, ""))
    .filter(Boolean);
};

/** One page of a Graph edge, with cursors, and `next` where there is more. */
export const page = (items: Json[], query: Record<string, string | undefined>, url: string): Json => {
  const limit = Math.max(1, Math.min(1000, Number(query.limit) || 25));
  const start = query.after ? read(query.after) + 1 : query.before ? Math.max(0, read(query.before) - limit) : 0;
  const data = items.slice(start, start + limit);
  if (data.length === 0) return { data };
  const last = start + data.length - 1;
  const next = new URL(url);
  next.searchParams.set("limit", String(limit));
  next.searchParams.set("after", cursor(last));
  return {
    data,
    paging: {
      cursors: { before: cursor(start), after: cursor(last) },
      ...(last + 1 < items.length ? { next: next.href } : {}),
    },
  };
};

const cursor = (index: number) => Buffer.from(`at:${index}`).toString("base64url");
const read = (given: string): number => {
  const index = Number(Buffer.from(given, "base64url").toString().replace("at:", ""));
  if (!Number.isInteger(index)) throw new GraphError(100, "(#100) Invalid cursors values");
  return index;
};
