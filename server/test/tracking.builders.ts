import { randomBytes } from "node:crypto";
import { newId } from "../src/kernel/id.ts";
import type { Shop } from "./builders.ts";

export const shopOrigin = "https://shop.example";
export const aBrowserAgent =
  "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36";

export type WriteKey = { id: string; key: string; secret: string };
type Options = { origins?: string[]; ip?: string; gpc?: string; unsigned?: string; eventsPerSecond?: number };

/** A website's key, straight into the table. */
export const aWriteKey = async (shop: Shop, options: Options = {}): Promise<WriteKey> => {
  const { kernel } = shop.world;
  const [id, key, secret] = [newId(), `wk_${randomBytes(16).toString("base64url")}`, randomBytes(24).toString("base64url")];
  await kernel.db.system
    .insertInto("write_keys")
    .values({
      organization_id: shop.id,
      id,
      key,
      name: "Website",
      origins: options.origins ?? [shopOrigin],
      ...(options.ip ? { ip: options.ip } : {}),
      ...(options.gpc ? { gpc: options.gpc } : {}),
      ...(options.unsigned ? { unsigned: options.unsigned } : {}),
      ...(options.eventsPerSecond ? { events_per_second: options.eventsPerSecond } : {}),
      signing_secret: kernel.vault.seal({ organizationId: shop.id, table: "write_keys", column: "signing_secret", row: id }, secret),
    })
    .execute();
  return { id, key, secret };
};

export type Answered = {
  status: number;
  headers: Headers;
  body: {
    accepted: number;
    duplicate: number;
    dropped: number;
    refused: number;
    results: { status: string; code?: string; field?: string; reason?: string }[];
    error?: { code: string; field?: string };
  };
};
export type Message = Record<string, unknown>;

/** As a page of the website sends them. One message goes alone, several as a batch. */
export const fromBrowser = async (
  shop: Shop,
  key: WriteKey,
  messages: Message | Message[],
  headers: Record<string, string> = {},
): Promise<Answered> =>
  post(
    shop,
    { writeKey: key.key, ...(Array.isArray(messages) ? { batch: messages } : messages) },
    { "content-type": "text/plain", origin: shopOrigin, "user-agent": aBrowserAgent, ...headers },
  );

/** As a server sends them, with an API key. */
export const fromServer = async (
  shop: Shop,
  apiKey: string,
  messages: Message | Message[],
  headers: Record<string, string> = {},
): Promise<Answered> =>
  post(shop, Array.isArray(messages) ? { batch: messages } : messages, {
    "content-type": "application/json",
    authorization: `Bearer ${apiKey}`,
    ...headers,
  });

const post = async (shop: Shop, body: unknown, headers: Record<string, string>): Promise<Answered> => {
  const response = await fetch(`${shop.world.url}/api/v1/events`, { method: "POST", headers, body: JSON.stringify(body) });
  return { status: response.status, headers: response.headers, body: (await response.json()) as Answered["body"] };
};

/** What was stored under these names, in the order of arrival. */
export const storedEvents = async (shop: Shop, ...names: string[]) =>
  (
    await shop.world.kernel.db.system
      .selectFrom("events")
      .selectAll()
      .where("organization_id", "=", shop.id)
      .$if(names.length > 0, (query) => query.where("name", "in", names))
      .orderBy("id")
      .execute()
  ).map((row) => ({
    ...row,
    payload: row.payload as { type: string; properties: Message; context: Message; personal?: Message; visitorId?: string },
  }));
