import { createHmac } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { newId } from "../src/kernel/id.ts";
import { eventually, type Shop } from "./builders.ts";
import type { World } from "./world.ts";

const folder = join(import.meta.dirname, "payloads");

/** The example bodies of the reference, as the bytes they are signed as. */
export const payloadNames = readdirSync(folder)
  .filter((name) => /^\d\d-.*\.json$/.test(name))
  .sort();
export const payload = (name: string): Buffer => readFileSync(join(folder, name));
const signed = JSON.parse(readFileSync(join(folder, "signatures.json"), "utf8")) as {
  app_secret: string;
  signatures: Record<string, string>;
};
export const payloadSecret = signed.app_secret;
export const payloadSignature = (name: string): string => signed.signatures[name] ?? "";

export type TestChannel = {
  shop: Shop;
  id: string;
  appId: string;
  phoneNumberId: string;
  accountId: string;
  displayPhoneNumber: string;
  appSecret: string;
  portfolioId: string;
};

let serial = 0;

/** A connected number, its rows written directly: the one all example bodies are for, unless told otherwise. */
export const aWhatsAppChannel = async (
  shop: Shop,
  more: Partial<Omit<TestChannel, "shop">> & { verifyToken?: string; graphUrl?: string; token?: string } = {},
): Promise<TestChannel> => {
  const { db, vault, keys, live } = shop.world.kernel;
  const channel: TestChannel = {
    shop,
    id: newId(),
    appId: newId(),
    phoneNumberId: "100000000000001",
    accountId: "200000000000001",
    displayPhoneNumber: "+1 202-555-0143",
    appSecret: payloadSecret,
    portfolioId: "700000000000001",
    ...more,
  };
  const fingerprint = keys.fingerprint("app-secret", channel.appSecret);
  const app = await db.system.selectFrom("meta_apps").select("id").where("secret_fingerprint", "=", fingerprint).executeTakeFirst();
  if (app) channel.appId = app.id;
  else
    await db.system
      .insertInto("meta_apps")
      .values({
        id: channel.appId,
        secret_fingerprint: fingerprint,
        secret_sealed: vault.seal(
          { organizationId: "installation", table: "meta_apps", column: "secret_sealed", row: channel.appId },
          channel.appSecret,
        ),
      })
      .execute();
  const place = (column: string) => ({ organizationId: shop.id, table: "whatsapp_numbers", column, row: channel.id });
  await db.system.insertInto("channels").values({ organization_id: shop.id, id: channel.id, kind: "whatsapp", name: "Shop" }).execute();
  await db.system
    .insertInto("whatsapp_numbers")
    .values({
      organization_id: shop.id,
      channel_id: channel.id,
      app_id: channel.appId,
      phone_number_id: channel.phoneNumberId,
      account_id: channel.accountId,
      portfolio_id: channel.portfolioId,
      display_phone_number: channel.displayPhoneNumber,
      graph_url: more.graphUrl ?? "http://127.0.0.1:9",
      token_sealed: vault.seal(place("token_sealed"), more.token ?? "token-long-enough"),
      verify_token_sealed: vault.seal(place("verify_token_sealed"), more.verifyToken ?? "verify-me"),
    })
    .execute();
  if (more.verifyToken)
    await db.system
      .insertInto("meta_verify_tokens")
      .values({ app_id: channel.appId, token_hash: keys.fingerprint("verify-token", more.verifyToken) })
      .execute();
  live.wake("apps");
  return channel;
};

/** A number that nothing else in the run has, with an app of its own. */
export const aNumberOfItsOwn = (shop: Shop, more: Parameters<typeof aWhatsAppChannel>[1] = {}) => {
  serial += 1;
  const end = String(serial).padStart(5, "0");
  return aWhatsAppChannel(shop, {
    phoneNumberId: `1100000000${end}`,
    accountId: `2100000000${end}`,
    displayPhoneNumber: `+1 202-556-${end.slice(1)}`,
    appSecret: `secret-of-app-${end}`,
    ...more,
  });
};

export const signatureOf = (body: Buffer | string, secret: string) => `sha256=${createHmac("sha256", secret).update(body).digest("hex")}`;

/** Posts as Meta does. */
export const postWebhook = (world: World, body: Buffer | string, signature: string | null): Promise<Response> =>
  fetch(`${world.url}/webhooks/meta`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      "user-agent": "facebookexternalua",
      ...(signature === null ? {} : { "x-hub-signature-256": signature }),
    },
    body: typeof body === "string" ? body : new Uint8Array(body),
  });

/** Posts a body for a channel, signed with its app's secret, and waits until it has become rows. */
export const receive = async (channel: TestChannel, body: unknown): Promise<void> => {
  const bytes = Buffer.isBuffer(body) ? body : Buffer.from(typeof body === "string" ? body : JSON.stringify(body));
  const answer = await postWebhook(channel.shop.world, bytes, signatureOf(bytes, channel.appSecret));
  if (answer.status !== 200) throw new Error(`the door answered ${answer.status}: ${await answer.text()}`);
  await projected(channel.shop.world);
};

export const projected = (world: World) =>
  eventually(
    async () => {
      const waiting = await world.kernel.db.system
        .selectFrom("intake_journal")
        .select("id")
        .where("projected_at", "is", null)
        .limit(1)
        .executeTakeFirst();
      return !waiting;
    },
    "the journal to be projected",
    25_000,
  );

/** `value` of a change, inside the envelope of the channel. */
export const bodyOf = (
  channel: Pick<TestChannel, "phoneNumberId" | "accountId" | "displayPhoneNumber">,
  value: Record<string, unknown>,
  field = "messages",
) => ({
  object: "whatsapp_business_account",
  entry: [
    {
      id: channel.accountId,
      changes: [
        {
          field,
          value: {
            messaging_product: "whatsapp",
            metadata: { display_phone_number: channel.displayPhoneNumber.replace(/\D/g, ""), phone_number_id: channel.phoneNumberId },
            ...value,
          },
        },
      ],
    },
  ],
});

export const person = { name: "Amara Okafor", phone: "447700900123", userId: "GB.10000000000000000001" };
export const contactsOf = (who: { name: string; phone?: string; userId?: string } = person) => [
  { profile: { name: who.name }, ...(who.phone ? { wa_id: who.phone } : {}), ...(who.userId ? { user_id: who.userId } : {}) },
];

let wamids = 0;
export const aWamid = () => `wamid.test${Date.now().toString(36)}${++wamids}=`;

/** A message of a customer, of any type: the fields of the type as Meta writes them. */
export const aMessage = (fields: Record<string, unknown>, who: { phone?: string; userId?: string } = person) => ({
  ...(who.phone ? { from: who.phone } : {}),
  ...(who.userId ? { from_user_id: who.userId } : {}),
  id: aWamid(),
  timestamp: String(Math.floor(Date.now() / 1000)),
  ...fields,
});
export const aText = (text: string, more: Record<string, unknown> = {}) => aMessage({ type: "text", text: { body: text }, ...more });

/** Something the shop had sent, known by its provider id; with a delivery, as from the composer. */
export const anOutboundMessage = async (
  channel: TestChannel,
  options: { providerId?: string | null; state?: string; contactId?: string; body?: string } = {},
) => {
  const { system } = channel.shop.world.kernel.db;
  const organization_id = channel.shop.id;
  const contactId = options.contactId ?? newId();
  if (!options.contactId) await system.insertInto("contacts").values({ organization_id, id: contactId, name: "Amara Okafor" }).execute();
  const [messageId, deliveryId] = [newId(), newId()];
  const state = options.state ?? "accepted";
  const body = options.body ?? "It is back on Monday";
  const existing = await system
    .selectFrom("conversations")
    .select("id")
    .where("organization_id", "=", organization_id)
    .where("contact_id", "=", contactId)
    .where("channel_id", "=", channel.id)
    .executeTakeFirst();
  const conversationId = existing?.id ?? newId();
  const preview = JSON.stringify({ direction: "outbound", type: "text", text: body, state });
  if (existing)
    await system
      .updateTable("conversations")
      .set({ last_message_id: messageId, preview })
      .where("organization_id", "=", organization_id)
      .where("id", "=", conversationId)
      .execute();
  else
    await system
      .insertInto("conversations")
      .values({
        organization_id,
        id: conversationId,
        channel_id: channel.id,
        contact_id: contactId,
        last_message_id: messageId,
        last_message_at: new Date(0),
        preview,
      })
      .execute();
  await system
    .insertInto("messages")
    .values({
      organization_id,
      id: messageId,
      conversation_id: conversationId,
      channel_id: channel.id,
      contact_id: contactId,
      direction: "outbound",
      origin: "api",
      type: "text",
      body,
      provider_id: options.providerId ?? null,
      occurred_at: new Date(0),
      state,
      delivery_id: deliveryId,
    })
    .execute();
  await system
    .insertInto("deliveries")
    .values({
      organization_id,
      id: deliveryId,
      intent_key: `test:${deliveryId}`,
      channel_id: channel.id,
      contact_id: contactId,
      conversation_id: conversationId,
      message_id: messageId,
      purpose: "customer_support",
      content: "{}",
      state,
      provider_id: options.providerId ?? null,
      created_by: JSON.stringify({ kind: "system", name: "test" }),
    })
    .execute();
  return { messageId, deliveryId, conversationId, contactId };
};
