import { createHmac, createSecretKey, type KeyObject, timingSafeEqual } from "node:crypto";
import type { Kernel } from "../../../../kernel/module.ts";
import { appSecretPlace } from "../numbers/number.ts";

type App = { id: string; key: KeyObject };
type Known = { apps: Map<string, App>; byName: Map<string, App[]>; verifyTokens: Map<string, Buffer> };

export type Apps = {
  /** The id of the app that a body names, if its secret signed these bytes. */
  named: (body: Buffer, digest: Buffer) => string | null;
  /** The same among all apps, asking the database for new ones. Throws when that does not answer. */
  search: (body: Buffer, digest: Buffer) => Promise<string | null>;
  knowsVerifyToken: (token: string) => Promise<boolean>;
  close: () => void;
};

/** A channel may be added by another process a moment before Meta's first request: so often the database is asked again. */
const rereadMs = 250;
/** The most that is hashed for one request when no named app signed it: 50 apps at a usual size, few at 3 MB. */
const mostBytesHashed = 64_000_000;
/** Bodies that wait for such a read at once. */
const mostAskingBytes = 64_000_000;

/** The apps of this installation with their secrets as key objects (an HMAC with a KeyObject takes 5 µs, with a Buffer 21). */
export const knownApps = (kernel: Kernel): Apps => {
  let known: Known = { apps: new Map(), byName: new Map(), verifyTokens: new Map() };
  let startedAt = 0;
  let reading: Promise<void> | undefined;
  let coming: Promise<void> | undefined;
  let askingBytes = 0;
  const opened = new Map<string, KeyObject>();

  /** A secret that cannot be opened (another master key) closes its own app only. */
  const open = (app: { id: string; secret_sealed: string }): KeyObject | null => {
    try {
      return createSecretKey(kernel.vault.open(appSecretPlace(app.id), app.secret_sealed), "utf8");
    } catch {
      kernel.log.error({ app: app.id }, "the secret of an app cannot be opened; its webhooks are refused");
      return null;
    }
  };
  const read = async () => {
    startedAt = Date.now();
    const [apps, numbers, tokens] = await Promise.all([
      kernel.db.system.selectFrom("meta_apps").select(["id", "secret_sealed"]).where("secret_sealed", "<>", "").execute(),
      kernel.db.system
        .selectFrom("whatsapp_numbers")
        .select(["app_id", "phone_number_id", "account_id"])
        .where("app_id", "is not", null)
        .execute(),
      kernel.db.system.selectFrom("meta_verify_tokens").select("token_hash").execute(),
    ]);
    const next: Known = {
      apps: new Map(),
      byName: new Map(),
      verifyTokens: new Map(tokens.map(({ token_hash }) => [token_hash, Buffer.from(token_hash, "utf8")])),
    };
    for (const app of apps) {
      const key = opened.get(app.secret_sealed) ?? open(app);
      if (!key) continue;
      opened.set(app.secret_sealed, key);
      next.apps.set(app.id, { id: app.id, key });
    }
    for (const number of numbers) {
      const app = next.apps.get(number.app_id ?? "");
      if (!app) continue;
      for (const name of [number.phone_number_id, number.account_id]) {
        const same = next.byName.get(name) ?? [];
        if (!same.includes(app)) next.byName.set(name, [...same, app]);
      }
    }
    known = next;
  };
  /** A read that begins after this call, shared by all who wait, and at most every 250 ms. */
  const freshRead = (): Promise<void> => {
    coming ??= (async () => {
      await reading?.catch(() => {});
      await new Promise((resolve) => setTimeout(resolve, Math.max(0, startedAt + rereadMs - Date.now())));
      coming = undefined;
      reading = read();
      await reading;
    })();
    return coming;
  };
  // Whoever changed an app says so; a failed read is repeated by the next request that needs it.
  const off = kernel.live.on("apps", () => void freshRead().catch(() => {}));

  const namedBy = (body: Buffer): App[] => namesIn(body).flatMap((name) => known.byName.get(name) ?? []);
  const find = (body: Buffer, wanted: Buffer, among: Iterable<App>): string | null => {
    const tried = new Set<App>();
    let hashed = 0;
    for (const app of among) {
      if (tried.has(app)) continue;
      tried.add(app);
      if (timingSafeEqual(createHmac("sha256", app.key).update(body).digest(), wanted)) return app.id;
      hashed += body.length;
      if (hashed > mostBytesHashed) return null;
    }
    return null;
  };

  return {
    named: (body, digest) => find(body, digest, namedBy(body)),
    search: async (body, digest) => {
      const tried = new Set(namedBy(body));
      const found = find(
        body,
        digest,
        known.apps.values().filter((app) => !tried.has(app)),
      );
      if (found !== null) return found;
      // It may be the first of an app that was added a moment ago, and there may be many of these at once.
      if (askingBytes > mostAskingBytes) throw new Error("too many unknown signatures at once");
      askingBytes += body.length;
      await freshRead().finally(() => {
        askingBytes -= body.length;
      });
      return find(body, digest, chain(namedBy(body), known.apps.values()));
    },
    knowsVerifyToken: async (token) => {
      // Digests are compared, not tokens: where the comparison stops says nothing about the token.
      const digest = Buffer.from(kernel.keys.fingerprint("verify-token", token), "utf8");
      const matches = () => [...known.verifyTokens.values()].some((hash) => hash.length === digest.length && timingSafeEqual(hash, digest));
      if (matches()) return true;
      await freshRead();
      return matches();
    },
    close: off,
  };
};

function* chain<T>(...lists: Iterable<T>[]) {
  for (const list of lists) yield* list;
}

/** The first number and the first account a body names, without parsing it: only a guess at whose secret to try first. */
const namesIn = (body: Buffer): string[] =>
  [afterName(body, '"phone_number_id"'), afterName(body, '"id"', Math.max(0, body.indexOf('"entry"')))].filter((name) => name !== null);

const afterName = (body: Buffer, name: string, from = 0): string | null => {
  const at = body.indexOf(name, from);
  return at < 0 ? null : (/^\s*:\s*"?(\d{1,30})/.exec(body.toString("latin1", at + name.length, at + name.length + 48))?.[1] ?? null);
};

/** `sha256=` and 64 hexadecimal digits; null for everything else. */
export const digestIn = (signature: string | string[] | undefined): Buffer | null =>
  typeof signature === "string" && /^sha256=[0-9a-f]{64}$/i.test(signature) ? Buffer.from(signature.slice(7), "hex") : null;
