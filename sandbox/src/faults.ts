import type { World } from "./world.ts";

/** A probability from 0 to 1, or the next so many times. */
export type Chance = number | { times: number };

/** What goes wrong on the way of webhooks. */
export type Faults = {
  /** The same body is posted once more, a little later. */
  repeat?: Chance;
  /** A webhook is held back so that younger ones overtake it. */
  disorder?: Chance;
  /** Up to so many changes travel in one body. */
  batch?: number;
  /** Each webhook waits this long, in sandbox milliseconds. */
  delayMs?: [number, number];
};

/** What goes wrong with the answers of the Graph API to POST /messages (to every route with `on: "all"`). */
export type GraphFaults = {
  /** The connection stays open and nothing is ever answered. */
  hang?: Chance;
  /** The connection is cut. */
  reset?: Chance;
  /** Answers come this much later, in sandbox milliseconds. */
  lateMs?: number | [number, number];
  /** The message is taken and sent, the answer is a 500. */
  status500AfterAccept?: Chance;
  /** Refused with this code, before anything is taken. */
  error?: { code: number; times?: number; probability?: number; subcode?: number; status?: number; details?: string };
  /** Whether hang and reset strike after the message was taken (the default, an unknown outcome) or before. */
  at?: "before" | "after";
  /** The sent status is delivered before the answer to POST /messages. */
  statusBeforeAnswer?: boolean;
  /** Which requests: POST /messages unless said otherwise; `templates` is creating and editing them. */
  on?: "messages" | "templates" | "all";
};

export const strikes = (world: World, stream: string, chance: Chance | undefined): boolean => {
  if (chance === undefined) return false;
  if (typeof chance === "number") return world.random(`fault:${stream}`).chance(chance);
  if (chance.times <= 0) return false;
  chance.times -= 1;
  return true;
};
