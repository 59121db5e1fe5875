import { createHash, randomUUID } from "node:crypto";
import { type Clock, startClock } from "./clock.ts";
import type { Customer } from "./customers/customer.ts";
import type { Faults, GraphFaults } from "./faults.ts";
import type { QualityHold } from "./graph/quality-hold.ts";
import type { Script } from "./graph/refuse.ts";
import { type Random, randomFrom } from "./random.ts";
import type { Received } from "./received.ts";

export type Json = Record<string, unknown>;

export type App = {
  appId: string;
  appSecret: string;
  verifyToken: string;
  webhookUrl: string;
  name: string;
  /** The webhook fields it subscribes to; everything, when nothing is said. What it does not subscribe to is not posted. */
  fields?: string[];
};

export type Template = {
  id: string;
  name: string;
  language: string;
  status: string;
  category: string;
  parameter_format: "NAMED" | "POSITIONAL";
  components: Json[];
  quality_score?: { score: string };
  rejected_reason?: string;
  /** When it was edited while approved, in sandbox time. */
  edits?: number[];
};

export type Account = {
  accountId: string;
  appId: string;
  portfolioId: string;
  name: string;
  subscribed: boolean;
  /** Set by POST subscribed_apps with override_callback_uri: this account's webhooks go here instead of the app's URL. */
  callbackOverride?: string;
  templates: Template[];
  /** A verified business may have 6,000 names instead of 250. */
  verified?: boolean;
  /** When templates were created, and which were deleted when, in sandbox time. */
  createdTemplates?: number[];
  deletedTemplates?: { name: string; language: string; at: number }[];
  /** Moments of calls that count against the hour's limit. */
  calls: number[];
  /** What its usage headers say instead of what was counted. */
  usage?: { percent: number; regainMinutes?: number };
};

export type PhoneNumber = {
  phoneNumberId: string;
  accountId: string;
  displayPhoneNumber: string;
  /** The digits alone, as webhooks write them. */
  digits: string;
  verifiedName: string;
  token: string;
  quality: string;
  nameStatus: string;
  limit: string;
  /** Messages a second. */
  throughput: number;
  coexistence: boolean;
  /** How many free replies this number has used of the thousand that Meta grants it a month. */
  freeReplies: { month: string; used: number };
  recent: number[];
};

export type Token = {
  token: string;
  appId: string;
  accountIds: string[];
  expired: boolean;
  denied: string[];
  /** Seconds since 1970; 0: never. */
  expiresAt?: number;
  dataAccessExpiresAt?: number;
};

export type Media = {
  id: string;
  mimeType: string;
  bytes: Buffer;
  sha256: string;
  accountId?: string;
  filename?: string;
  voice?: boolean;
};

/** What passed between one number and one person. Times are wall-clock milliseconds. */
export type Chat = {
  lastInbound?: number;
  freeEntryUntil?: number;
  lastMessageId?: string;
  allowance: { left: number; at: number };
  answers: number[];
};

export type World = {
  seed: number;
  clock: Clock;
  log: (line: string) => void;
  apps: Map<string, App>;
  accounts: Map<string, Account>;
  numbers: Map<string, PhoneNumber>;
  tokens: Map<string, Token>;
  customers: Map<string, Customer>;
  byPhone: Map<string, Customer>;
  media: Map<string, Media>;
  chats: Map<string, Chat>;
  received: Received;
  faults: Faults;
  graphFaults: GraphFaults;
  scripts: Script[];
  qualityHolds: QualityHold[];
  templateReview: { outcome: string; reason?: string; delayMs: number; category?: string };
  /** Resumable uploads under way, and the handles of those that ended. */
  uploadSessions: Map<string, { length: number; type: string }>;
  handles: Map<string, { type: string; size: number }>;
  random: (name: string) => Random;
  newId: () => string;
  newMessageId: () => string;
  changed: () => void;
  onChange: (listener: () => void) => () => void;
};

export const newWorld = (options: { seed?: number; scale?: number; log?: boolean }): World => {
  const seed = options.seed ?? 1;
  const streams = new Map<string, Random>();
  const listeners = new Set<() => void>();
  // Behaviour repeats by seed; ids never do, or a sandbox restarted beside a kept database would look like webhook repeats.
  const run = randomUUID();
  let count = 0;
  let id = Date.now() * 1000;
  return {
    seed,
    clock: startClock(options.scale),
    log: options.log ? (line) => process.stdout.write(`${line}\n`) : () => {},
    apps: new Map(),
    accounts: new Map(),
    numbers: new Map(),
    tokens: new Map(),
    customers: new Map(),
    byPhone: new Map(),
    media: new Map(),
    chats: new Map(),
    received: { messages: [], reads: [], uploads: [], refused: [], requests: 0 },
    faults: {},
    graphFaults: {},
    scripts: [],
    qualityHolds: [],
    templateReview: { outcome: "APPROVED", delayMs: 3000 },
    uploadSessions: new Map(),
    handles: new Map(),
    random: (name) => {
      const stream = streams.get(name) ?? randomFrom(seed, name);
      streams.set(name, stream);
      return stream;
    },
    newId: () => String(++id),
    newMessageId: () => `wamid.${createHash("sha256").update(`${run}:${++count}`).digest("base64")}`,
    changed: () => {
      for (const listener of listeners) listener();
    },
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
};

export const chatOf = (world: World, number: PhoneNumber, person: string): Chat => {
  const key = `${number.phoneNumberId}:${person}`;
  const chat = world.chats.get(key) ?? { allowance: { left: 45, at: 0 }, answers: [] };
  world.chats.set(key, chat);
  return chat;
};

export const numberOf = (world: World, phoneNumberId: string): PhoneNumber => {
  const number = world.numbers.get(phoneNumberId);
  if (!number) throw new Error(`the sandbox has no number ${phoneNumberId}`);
  return number;
};

export const accountOf = (world: World, accountId: string): Account => {
  const account = world.accounts.get(accountId);
  if (!account) throw new Error(`the sandbox has no account ${accountId}`);
  return account;
};

export const digitsOf = (phone: string) => phone.replace(/\D/g, "");
