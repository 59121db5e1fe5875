import { resolve } from "node:path";
import { z } from "zod";

const Flag = z.enum(["true", "false"]).transform((value) => value === "true");
const whole = (low: number, high: number) => z.coerce.number().int().min(low).max(high);

/** Every setting there is. docs/configuration.md lists them in the same order. */
const Environment = z.object({
  PORT: whole(0, 65535).default(3000),
  HOST: z.string().default("127.0.0.1"),
  DATA_DIR: z.string().min(1).default("./data"),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/, error: "expected postgres://user:password@host:port/database" }).optional(),
  PUBLIC_URL: z.url({ protocol: /^https?$/, error: "expected an address such as https://candor.example.com" }).optional(),
  TRUSTED_PROXIES: z
    .string()
    .default("")
    .describe("Comma-separated addresses or networks of reverse proxies whose X-Forwarded-* is believed"),
  CANDOR_KEY: z
    .string()
    .regex(/^[0-9a-f]{64}$/, "expected 64 hexadecimal digits (openssl rand -hex 32)")
    .optional(),
  SMTP_URL: z.url({ protocol: /^smtps?$/, error: "expected smtp://user:password@host:587" }).optional(),
  MAIL_FROM: z.string().default("Candor <candor@localhost>"),
  LOG_LEVEL: z.enum(["debug", "info", "warn", "error", "silent"]).default("info"),
  SIGN_UP: z
    .enum(["open", "first", "closed"])
    .default("first")
    .describe("Who may create an organization on the page: anybody, only the first person, nobody"),
  PASSWORD_COST: whole(4, 15)
    .default(12)
    .describe("bcrypt's cost for new passwords: each step doubles the time of a sign-in. Below 10 only for tests"),
  DEMO: Flag.optional().describe("Whether the demo organization can be opened"),
  ALLOW_PRIVATE_GRAPH_URL: Flag.optional().describe("Whether a channel's Graph address may be a private one (the sandbox)"),
  PACING: Flag.default(true).describe("Whether messages are paced to the provider's limits. Off only to measure against the sandbox"),
});

export type Config = {
  port: number;
  host: string;
  dataDir: string;
  databaseUrl: string | null;
  publicUrl: string | null;
  secureCookies: boolean;
  trustedProxies: string[];
  key: string | null;
  smtpUrl: string | null;
  mailFrom: string;
  logLevel: "debug" | "info" | "warn" | "error" | "silent";
  signUp: "open" | "first" | "closed";
  passwordCost: number;
  demo: boolean;
  allowPrivateGraphUrl: boolean;
  pacing: boolean;
};

/** The only reader of process.env. Ends with a sentence that names the setting when one is wrong. */
export const readConfig = (env: NodeJS.ProcessEnv = process.env): Config => {
  const known = Object.fromEntries(Object.entries(env).filter(([name, value]) => name in Environment.shape && value !== ""));
  const parsed = Environment.safeParse(known);
  if (!parsed.success) {
    const problems = parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
    throw new ConfigError(`The configuration is not usable.\n  ${problems.join("\n  ")}\nSee docs/configuration.md.`);
  }
  const set = parsed.data;
  const publicUrl = set.PUBLIC_URL?.replace(/\/+$/, "") ?? null;
  return {
    port: set.PORT,
    host: set.HOST,
    dataDir: resolve(set.DATA_DIR),
    databaseUrl: set.DATABASE_URL ?? null,
    publicUrl,
    secureCookies: publicUrl?.startsWith("https://") ?? false,
    trustedProxies: set.TRUSTED_PROXIES.split(",")
      .map((part) => part.trim())
      .filter(Boolean),
    key: set.CANDOR_KEY ?? null,
    smtpUrl: set.SMTP_URL ?? null,
    mailFrom: set.MAIL_FROM,
    logLevel: set.LOG_LEVEL,
    signUp: set.SIGN_UP,
    passwordCost: set.PASSWORD_COST,
    demo: set.DEMO ?? publicUrl === null,
    // An installation reached from outside does not talk to private addresses unless its operator says so.
    pacing: set.PACING,
    allowPrivateGraphUrl: set.ALLOW_PRIVATE_GRAPH_URL ?? (publicUrl === null || /\/\/(localhost|127\.|\[::1\])/.test(publicUrl)),
  };
};

export class ConfigError extends Error {}
