import type { Json } from "../world.ts";
import { GraphError, invalid, missing, tooLong, unexpected } from "./error.ts";

/** Checks a value of a request; throws the refusal that Meta would answer, naming the parameter. */
export type Check = (value: unknown, path: string) => void;

export const text =
  (most: number, least = 1): Check =>
  (value, path) => {
    if (typeof value !== "string") throw invalid(path, "must be a string");
    if (value.length < least) throw invalid(path, "must not be empty");
    if (value.length > most) throw tooLong(path, most);
  };

/** A text in which there is something to see. */
export const visible =
  (most: number): Check =>
  (value, path) => {
    text(most)(value, path);
    if (/^[\s\p{Z}\p{Cc}\p{Cf}]*$/u.test(String(value))) throw invalid(path, "must not be blank");
  };

export const flag: Check = (value, path) => {
  if (typeof value !== "boolean") throw invalid(path, "must be a boolean");
};

/** Meta takes numbers written as strings too. */
export const amount =
  (low = -Infinity, high = Infinity): Check =>
  (value, path) => {
    const number = typeof value === "string" && value.trim() ? Number(value) : value;
    if (typeof number !== "number" || !Number.isFinite(number)) throw invalid(path, "must be a number");
    if (number < low || number > high) throw invalid(path, `must be between ${low} and ${high}`);
  };

export const link: Check = (value, path) => {
  text(2000)(value, path);
  if (!/^https?:\/\/\S+$/i.test(String(value))) throw invalid(path, "is not a valid URL");
};

export const oneOf =
  (...allowed: string[]): Check =>
  (value, path) => {
    if (!allowed.includes(String(value))) throw invalid(path, `must be one of {${allowed.join(", ")}}`);
  };

export const anything: Check = () => {};

export const list =
  (item: Check, least: number, most: number): Check =>
  (value, path) => {
    if (!Array.isArray(value)) throw invalid(path, "must be an array");
    if (value.length < least || value.length > most) throw invalid(path, `must have ${least} to ${most} items`);
    value.forEach((one, index) => {
      item(one, `${path}[${index}]`);
    });
  };

/** Fields ending in `?` may be absent; others must be there, and nothing else may be. */
export const shape = (fields: Record<string, Check>): Check => {
  const known = Object.entries(fields).map(([name, check]) => ({
    name: name.replace(/\?$/, ""),
    optional: name.endsWith("?"),
    check,
  }));
  return (value, path) => {
    const given = objectAt(value, path);
    const inside = (name: string) => (path === "" ? name : `${path}['${name}']`);
    for (const key of Object.keys(given)) {
      if (!known.some(({ name }) => name === key)) throw unexpected(key, path);
    }
    for (const { name, optional, check } of known) {
      if (given[name] === undefined || given[name] === null) {
        if (!optional) throw missing(inside(name));
      } else check(given[name], inside(name));
    }
  };
};

export const objectAt = (value: unknown, path: string): Json => {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw new GraphError(100, `(#100) Param ${path || "body"} must be an object.`, {
      details: `'${path}' must be an object`,
    });
  }
  return value as Json;
};
