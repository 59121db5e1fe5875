import { lookup } from "node:dns";
import { request as httpRequest, type RequestOptions } from "node:http";
import { request as httpsRequest } from "node:https";
import { BlockList, isIP, type LookupFunction } from "node:net";
import type { Readable } from "node:stream";
import type { Insertable } from "kysely";
import type { Config } from "../config.ts";
import type { Pools } from "./db/pools.ts";
import type { DB } from "./db/schema.types.ts";
import { Refusal } from "./errors.ts";
import { gather } from "./gather.ts";
import { newId } from "./id.ts";
import type { Log } from "./log.ts";
import type { RecipientDeclaration } from "./register.ts";

export type OutboundRequest = {
  organizationId: string;
  /** Named in the register; decides which hosts and categories are allowed. */
  recipient: string;
  purpose: string;
  categories: string[];
  contactId?: string;
  /** The address from the settings that this request follows, while it is not stored yet (checking a connection). */
  settingsUrl?: string;
  url: string;
  method?: "GET" | "POST" | "DELETE";
  headers?: Record<string, string>;
  body?: Buffer | string | NodeJS.ReadableStream;
  /** Milliseconds until the answer must be complete (for `stream`, until its head). */
  timeoutMs?: number;
  /** Bytes of answer accepted when not streaming. */
  limit?: number;
};

export type OutboundResponse = { status: number; headers: Record<string, string | string[] | undefined>; body: Buffer };
export type OutboundStream = { status: number; headers: Record<string, string | string[] | undefined>; stream: NodeJS.ReadableStream };

/** Whether the other side can have acted on a request that failed: the difference between failed and unknown. */
export class OutboundFailure extends Error {
  readonly mayHaveArrived: boolean;
  readonly code: string;
  constructor(code: string, mayHaveArrived: boolean) {
    super(`The request failed: ${code}`);
    this.code = code;
    this.mayHaveArrived = mayHaveArrived;
  }
}

/** The only way out. Refuses undeclared hosts, categories and private addresses; never follows a redirect; writes the egress ledger. */
export type Outbound = {
  send: (request: OutboundRequest) => Promise<OutboundResponse>;
  stream: (request: OutboundRequest) => Promise<OutboundStream>;
  /** Once everything sent so far stands in the ledger. */
  written: () => Promise<void>;
};

const privateNetworks = new BlockList();
for (const [network, prefix] of [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["224.0.0.0", 4],
  ["240.0.0.0", 4],
] as const)
  privateNetworks.addSubnet(network, prefix, "ipv4");
for (const [network, prefix] of [
  ["::", 128],
  ["::1", 128],
  ["fc00::", 7],
  ["fe80::", 10],
  ["ff00::", 8],
  ["64:ff9b::", 96],
] as const)
  privateNetworks.addSubnet(network, prefix, "ipv6");

export const isPrivateAddress = (address: string): boolean => {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address);
  if (mapped?.[1]) return isPrivateAddress(mapped[1]);
  if (/^::ffff:/i.test(address)) return true;
  return privateNetworks.check(address, isIP(address) === 6 ? "ipv6" : "ipv4");
};

export const createOutbound = (config: Config, db: Pools, recipients: RecipientDeclaration[], log: Log): Outbound => {
  const known = new Map(recipients.map((recipient) => [recipient.recipient, recipient]));

  // A channel's own Graph address is declared by connecting the channel: for that organization, and no other host rides along.
  const fromSettings = async (request: OutboundRequest, url: URL): Promise<boolean> => {
    if (request.settingsUrl && URL.canParse(request.settingsUrl) && new URL(request.settingsUrl).host === url.host) return true;
    const rows = await db.system
      .selectFrom("whatsapp_numbers")
      .select("graph_url")
      .distinct()
      .where("organization_id", "=", request.organizationId)
      .execute();
    return rows.some((row) => URL.canParse(row.graph_url) && new URL(row.graph_url).host === url.host);
  };

  const judge = async (request: OutboundRequest, url: URL): Promise<string | null> => {
    const recipient = known.get(request.recipient);
    if (!recipient) return `the recipient ${request.recipient} is not in the register`;
    const stranger = request.categories.find((category) => !recipient.categories.includes(category));
    if (stranger) return `${request.recipient} may not get ${stranger}`;
    if (url.protocol !== "https:" && !(config.allowPrivateGraphUrl && url.protocol === "http:")) return "only https addresses are reached";
    if (url.username || url.password) return "addresses with a user name in them are not reached";
    if (!recipient.hosts.includes(url.hostname) && !(recipient.hostsFromSettings && (await fromSettings(request, url))))
      return `the host ${url.hostname} is not declared for ${request.recipient}`;
    const literal = url.hostname.replace(/^\[|\]$/g, "");
    if (isIP(literal) && isPrivateAddress(literal) && !config.allowPrivateGraphUrl) return "private addresses are not reached";
    return null;
  };

  // Checked at connect time on the address actually used: a name that changes its mind between two lookups gains nothing.
  const guardedLookup: LookupFunction = (host, options, done) =>
    lookup(host, { ...options, all: true }, (error, addresses) => {
      if (error) return done(error, "", 0);
      const refused = !config.allowPrivateGraphUrl && addresses.some(({ address }) => isPrivateAddress(address));
      if (refused) return done(Object.assign(new Error("private address"), { code: "EPRIVATE" }), "", 0);
      if (options.all) return done(null, addresses as never);
      return done(null, addresses[0]?.address ?? "", addresses[0]?.family ?? 4);
    });

  const write = gather(async (rows: Insertable<DB["egress_ledger"]>[]) => {
    await db.system.insertInto("egress_ledger").values(rows).execute();
    return rows;
  });
  // Written beside the answer, not before it: who waits for the provider does not wait for the ledger, too.
  const unwritten = new Set<Promise<unknown>>();
  const record = (request: OutboundRequest, host: string, outcome: "sent" | "refused" | "failed", bytes: number, reason?: string) => {
    const writing = write({
      organization_id: request.organizationId,
      id: newId(),
      recipient: request.recipient,
      host,
      purpose: request.purpose,
      categories: request.categories,
      contact_id: request.contactId ?? null,
      items: 1,
      bytes: String(bytes),
      outcome,
      reason: reason ?? null,
    })
      .catch((error) => log.error({ err: error, host, outcome }, "the egress ledger misses a request"))
      .finally(() => unwritten.delete(writing));
    unwritten.add(writing);
    return writing;
  };

  const open = async (request: OutboundRequest): Promise<OutboundStream & { sent: () => number }> => {
    const url = URL.canParse(request.url) ? new URL(request.url) : null;
    const refusal = url ? await judge(request, url) : "this is not an address";
    if (!url || refusal) {
      letGo(request.body);
      await record(request, url?.hostname ?? "", "refused", 0, refusal ?? undefined);
      throw new Refusal(422, "outbound_refused", `Nothing was sent: ${refusal}.`, {
        remedy: "Declare it in the data register, or correct the address.",
      });
    }
    let sent = 0;
    let connected = false;
    // Until the head of the answer: a body is read under its reader's own clock.
    const patience = new AbortController();
    const late = setTimeout(() => patience.abort(), request.timeoutMs ?? 20_000);
    try {
      const answer = await new Promise<OutboundStream>((resolve, reject) => {
        const options: RequestOptions = {
          method: request.method ?? "GET",
          headers: { "user-agent": "Candor/0.1", ...request.headers },
          lookup: guardedLookup,
          signal: patience.signal,
        };
        const outgoing = (url.protocol === "https:" ? httpsRequest : httpRequest)(url, options, (incoming) => {
          clearTimeout(late);
          resolve({ status: incoming.statusCode ?? 0, headers: incoming.headers, stream: incoming });
        });
        outgoing.on("socket", (socket) => {
          // A socket used before is connected already, and would collect a listener per request.
          if (!socket.connecting) connected = true;
          else
            socket.once(url.protocol === "https:" ? "secureConnect" : "connect", () => {
              connected = true;
            });
        });
        // Stays: a second error, after the answer's head, would otherwise end the process.
        outgoing.on("error", reject);
        const body = request.body;
        if (body === undefined) outgoing.end();
        else if (typeof body === "string" || Buffer.isBuffer(body)) {
          sent = Buffer.byteLength(body);
          outgoing.setHeader("content-length", sent);
          outgoing.end(body);
        } else {
          body.on("data", (chunk: Buffer) => {
            sent += chunk.length;
          });
          body.once("error", (error) => outgoing.destroy(error as Error));
          // An answer may come, and the connection end, before all of it was taken.
          outgoing.once("close", () => letGo(body));
          body.pipe(outgoing);
        }
      });
      void record(request, url.hostname, "sent", sent);
      return { ...answer, sent: () => sent };
    } catch (error) {
      clearTimeout(late);
      letGo(request.body);
      const code = patience.signal.aborted ? "ETIMEDOUT" : ((error as { code?: string }).code ?? (error as Error).name);
      await record(request, url.hostname, code === "EPRIVATE" ? "refused" : "failed", sent, String(code));
      if (code === "EPRIVATE") throw new Refusal(422, "outbound_refused", "Nothing was sent: private addresses are not reached.");
      throw new OutboundFailure(String(code), connected);
    }
  };

  return {
    written: async () => void (await Promise.all(unwritten)),
    stream: open,
    send: async (request) => {
      const answer = await open(request);
      const limit = request.limit ?? 5_000_000;
      const chunks: Buffer[] = [];
      let size = 0;
      const late = setTimeout(
        () => (answer.stream as unknown as { destroy: (error: Error) => void }).destroy(new Error("ETIMEDOUT")),
        request.timeoutMs ?? 20_000,
      );
      try {
        for await (const chunk of answer.stream) {
          size += (chunk as Buffer).length;
          if (size > limit) throw new OutboundFailure("answer_too_large", true);
          chunks.push(chunk as Buffer);
        }
      } catch (error) {
        throw error instanceof OutboundFailure ? error : new OutboundFailure("answer_broke_off", true);
      } finally {
        clearTimeout(late);
      }
      return { status: answer.status, headers: answer.headers, body: Buffer.concat(chunks) };
    },
  };
};

/** A stream nobody reads to its end keeps its file open. */
const letGo = (body: OutboundRequest["body"]) => {
  if (body && typeof body !== "string" && !Buffer.isBuffer(body)) (body as Readable).destroy();
};
