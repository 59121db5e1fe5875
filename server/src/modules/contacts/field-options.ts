import type { z } from "zod";
import { invalid } from "../../kernel/errors.ts";
import { type FieldRequest, maximumOptions, type Option } from "./field.api.ts";

type Asked = NonNullable<z.output<typeof FieldRequest>["options"]>;

/** The options as they will be: in the order given, then those left out, archived, for the contacts who have them. */
export const nextOptions = (asked: Asked, before: Option[]): Option[] => {
  const next: Option[] = [];
  for (const [at, { key, name, hue }] of asked.entries()) {
    const old =
      before.find((option) => option.key === key) ?? (key === undefined ? before.find((option) => same(option.name, name)) : undefined);
    if (next.some((option) => same(option.name, name))) throw invalid(`options.${at}.name`, "Two options have this name.");
    const taken = [...before, ...next].map((option) => option.key);
    if (key !== undefined && next.some((option) => option.key === key)) throw invalid(`options.${at}.key`, "Two options have this key.");
    next.push({
      key: old?.key ?? key ?? keyFor(name, taken, "option"),
      name,
      hue: hue ?? old?.hue ?? (taken.length % 6) + 1,
      archived: false,
    });
  }
  const left = before.filter((option) => !next.some((each) => each.key === option.key)).map((option) => ({ ...option, archived: true }));
  if (next.length + left.length > maximumOptions)
    throw invalid("options", `A field has at most ${maximumOptions} options, archived ones counted.`, "Make another field.");
  return [...next, ...left];
};

/** A key from a name: its Latin letters and digits, else `fallback`; numbered where it is taken. */
export const keyFor = (name: string, taken: readonly string[], fallback: string): string => {
  const plain = name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "_")
    .replace(/^[_0-9]+|_+$/g, "")
    .slice(0, 34)
    .replace(/_+$/, "");
  const base = plain || fallback;
  if (!taken.includes(base)) return base;
  for (let number = 2; ; number++) if (!taken.includes(`${base}_${number}`)) return `${base}_${number}`;
};

const same = (a: string, b: string) => a.trim().toLowerCase() === b.trim().toLowerCase();
