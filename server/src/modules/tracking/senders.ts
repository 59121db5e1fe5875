import { createSecretKey, type KeyObject } from "node:crypto";
import type { FastifyRequest } from "fastify";
import type { Actor, Kernel } from "../../kernel/module.ts";
import { authenticator } from "../accounts/index.ts";
import type { AddressRule } from "./address.ts";

/** Who sends: a website with a public write key (its words about people are claims), or a server with an API key (trusted). */
export type Sender = {
  organizationId: string;
  keyId: string;
  trusted: boolean;
  actor: Actor;
  /** Which messageIds belong together: a public key cannot use up those of a server. */
  scope: string;
  origins: string[];
  ip: AddressRule;
  gpc: "anonymous" | "drop";
  unsigned: "claims" | "ignored";
  eventsPerSecond: number;
  signingKey: KeyObject | null;
};
export type Senders = {
  website: (key: string) => Promise<Sender | null>;
  /** An API key; "forbidden" when it may not send events. */
  server: (key: string) => Promise<Sender | "forbidden" | null>;
  close: () => void;
};

const keepMs = 10_000;
const most = 5_000;
/** What API keys may send a second, each. */
const serverEventsPerSecond = 20_000;

/** Keys are looked up once in a while, not once a request; whoever revokes one wakes all processes. */
export const knownSenders = (kernel: Kernel): Senders => {
  const known = new Map<string, { sender: Promise<Sender | "forbidden" | null>; until: number }>();
  const off = kernel.live.on("access", () => known.clear());
  const remember = <T extends Sender | "forbidden" | null>(key: string, look: () => Promise<T>): Promise<T> => {
    const found = known.get(key);
    if (found && found.until > Date.now()) return found.sender as Promise<T>;
    if (known.size >= most) known.clear();
    const sender = look();
    known.set(key, { sender, until: Date.now() + keepMs });
    sender.then(
      // An unknown key is asked for again: it may have been made a moment ago.
      (answer) => answer === null && known.delete(key),
      () => known.delete(key),
    );
    return sender;
  };
  const authenticate = authenticator(kernel);
  return {
    website: (key) => remember(key, () => findWebsite(kernel, key)),
    server: (key) => remember(key, () => findServer(authenticate, key)),
    close: off,
  };
};

const findWebsite = async (kernel: Kernel, key: string): Promise<Sender | null> => {
  const row = await kernel.db.system
    .selectFrom("write_keys")
    .selectAll()
    .where("key", "=", key)
    .where("revoked_at", "is", null)
    .executeTakeFirst();
  if (!row) return null;
  if (!row.last_used_at || Date.now() - row.last_used_at.getTime() > 60_000)
    await kernel.db.system
      .updateTable("write_keys")
      .set({ last_used_at: new Date() })
      .where("organization_id", "=", row.organization_id)
      .where("id", "=", row.id)
      .execute();
  const secret = kernel.vault.open(
    { organizationId: row.organization_id, table: "write_keys", column: "signing_secret", row: row.id },
    row.signing_secret,
  );
  return {
    organizationId: row.organization_id,
    keyId: row.id,
    trusted: false,
    actor: { kind: "system", name: "website" },
    scope: row.id,
    origins: row.origins,
    ip: row.ip as AddressRule,
    gpc: row.gpc as "anonymous" | "drop",
    unsigned: row.unsigned as "claims" | "ignored",
    eventsPerSecond: row.events_per_second,
    signingKey: createSecretKey(Buffer.from(secret, "utf8")),
  };
};

const findServer = async (authenticate: ReturnType<typeof authenticator>, key: string): Promise<Sender | "forbidden" | null> => {
  const principal = await authenticate({ headers: { authorization: `Bearer ${key}` } } as FastifyRequest);
  if (!principal?.organizationId || principal.actor.kind !== "api_key") return null;
  if (!principal.permissions.has("events.write")) return "forbidden";
  return {
    organizationId: principal.organizationId,
    keyId: principal.actor.apiKeyId,
    trusted: true,
    actor: principal.actor,
    scope: "server",
    origins: [],
    ip: "truncated",
    gpc: "anonymous",
    unsigned: "claims",
    eventsPerSecond: serverEventsPerSecond,
    signingKey: null,
  };
};
