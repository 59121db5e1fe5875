import { type Sandbox, startSandbox } from "../../sandbox/src/index.ts";
import { newId } from "../src/kernel/id.ts";
import { type Answer, anOrganization, type Client, client, eventually, type Shop } from "./builders.ts";
import { aContact } from "./contacts.builders.ts";
import type { World } from "./world.ts";

export type ShopNumber = {
  phoneNumberId: string;
  accountId: string;
  appId: string;
  appSecret: string;
  token: string;
  portfolioId: string;
  displayPhoneNumber: string;
};
export type Reachable = { shop: Shop; api: Client; sandbox: Sandbox; number: ShopNumber; channelId: string };
export type MessageBody = {
  id: string;
  conversationId: string;
  state: string;
  type: string;
  text: string | null;
  failure: { code: string; remedy?: string; providerCode?: number } | null;
  replyTo: { id: string | null } | null;
  content: Record<string, unknown>;
};
export type ErrorBody = { error: { code: string; message: string; field?: string; remedy?: string } };

let count = 0;
/** A number of its own at the sandbox, in an account and app of its own. */
export const aNumber = (sandbox: Sandbox, world: World, more: Partial<ShopNumber> & { subscribed?: boolean } = {}): ShopNumber => {
  const at = String(++count).padStart(4, "0");
  const number: ShopNumber = {
    phoneNumberId: `10000000000${at}`,
    accountId: `20000000000${at}`,
    appId: `90000000000${at}`,
    appSecret: `app-secret-${at}`,
    token: `token-${at}-long-enough`,
    portfolioId: `70000000000${at}`,
    displayPhoneNumber: `+1 202-555-${at}`,
    ...more,
  };
  sandbox.addApp({
    appId: number.appId,
    appSecret: number.appSecret,
    verifyToken: "verify-me-please",
    webhookUrl: `${world.url}/webhooks/meta`,
  });
  sandbox.addAccount({
    accountId: number.accountId,
    appId: number.appId,
    portfolioId: number.portfolioId,
    ...(more.subscribed === undefined ? {} : { subscribed: more.subscribed }),
  });
  sandbox.addNumber({
    phoneNumberId: number.phoneNumberId,
    accountId: number.accountId,
    displayPhoneNumber: number.displayPhoneNumber,
    verifiedName: "Fernhill Coffee",
    token: number.token,
  });
  return number;
};

export const connection = (sandbox: Sandbox, number: ShopNumber) => ({
  phoneNumberId: number.phoneNumberId,
  accountId: number.accountId,
  token: number.token,
  appSecret: number.appSecret,
  verifyToken: "verify-me-please",
  graphUrl: sandbox.url,
});

/** An organization with one connected number, through the API. */
export const aReachableShop = async (world: World, sandbox: Sandbox): Promise<Reachable> => {
  const shop = await anOrganization(world);
  const api = await client(shop);
  const number = aNumber(sandbox, world);
  for (const template of sampleTemplates) sandbox.addTemplate(number.accountId, structuredClone(template));
  const made = await api.post<{ id: string }>("/channels/whatsapp", connection(sandbox, number));
  if (made.status !== 201) throw new Error(`the number was not connected: ${JSON.stringify(made.body)}`);
  await api.post(`/channels/${made.body.id}/templates/sync`);
  return { shop, api, sandbox, number, channelId: made.body.id };
};

/** A conversation with somebody the sandbox knows, whose window is open unless told otherwise. */
export const aConversation = async (
  at: Reachable,
  more: { userIdOnly?: boolean; windowUntil?: Date | null; persona?: string; phone?: string } = {},
) => {
  const serial = String(++count).padStart(6, "0");
  const userId = `GB.1000000000000${serial}`;
  const phone = more.phone ?? `447700${serial}`;
  const customer = at.sandbox.addCustomer({
    userId,
    name: `Customer ${serial}`,
    persona: "silent",
    ...(more.userIdOnly ? { username: `c${serial}` } : { phone }),
  });
  const contact = await aContact(at.shop, {
    name: customer.name,
    userId,
    scope: at.number.portfolioId,
    ...(more.userIdOnly ? {} : { phone }),
  });
  const id = newId();
  const windowUntil = more.windowUntil === undefined ? new Date(Date.now() + 20 * 3600_000) : more.windowUntil;
  await at.shop.world.kernel.db.system
    .insertInto("conversations")
    .values({
      organization_id: at.shop.id,
      id,
      channel_id: at.channelId,
      contact_id: contact.id,
      identity_id: contact.identityId,
      window_until: windowUntil,
      last_inbound_at: windowUntil && new Date(windowUntil.getTime() - 24 * 3600_000),
    })
    .execute();
  if (windowUntil) at.sandbox.openWindow(at.number.phoneNumberId, customer);
  return { id, contactId: contact.id, identityId: contact.identityId, phone, userId, customer };
};

/** A message the customer wrote, as the store keeps it. */
export const anInboundMessage = async (at: Reachable, conversation: { id: string; contactId: string }, text = "Is it back in stock?") => {
  const [id, providerId] = [newId(), `wamid.in${newId()}`];
  await at.shop.world.kernel.db.system
    .insertInto("messages")
    .values({
      organization_id: at.shop.id,
      id,
      conversation_id: conversation.id,
      channel_id: at.channelId,
      contact_id: conversation.contactId,
      direction: "inbound",
      origin: "customer",
      type: "text",
      body: text,
      provider_id: providerId,
      occurred_at: new Date(),
    })
    .execute();
  return { id, providerId };
};

/** A stored file of the organization. */
export const aStoredFile = async (
  shop: Shop,
  more: { mime?: string; name?: string; size?: number; state?: string; bytes?: Buffer } = {},
) => {
  const { Readable } = await import("node:stream");
  const id = newId();
  const bytes =
    more.bytes ??
    Buffer.from(
      "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d4944415478da63fcffff3f030005fe02fea72d0f4f0000000049454e44ae426082",
      "hex",
    );
  const written = await shop.world.kernel.files.write(shop.id, id, Readable.from([bytes]), 200_000_000, more.mime);
  await shop.world.kernel.db.system
    .insertInto("files")
    .values({
      organization_id: shop.id,
      id,
      state: more.state ?? "stored",
      name: more.name ?? "cup.png",
      mime: more.mime ?? written.mime,
      size: String(more.size ?? written.size),
      source: "upload",
      stored_at: new Date(),
    })
    .execute();
  return id;
};

export const send = <T = MessageBody>(
  at: Pick<Reachable, "api">,
  conversationId: string,
  body: unknown,
  key?: string,
): Promise<Answer<T>> =>
  at.api.post<T>(`/conversations/${conversationId}/messages`, body, key === undefined ? {} : { "idempotency-key": key });

/** The message once it has reached a state; fails when it never does. */
export const becomes = (at: Pick<Reachable, "shop">, messageId: string, ...states: string[]) =>
  eventually(
    async () => {
      const row = await at.shop.world.kernel.db.system
        .selectFrom("messages")
        .selectAll()
        .where("organization_id", "=", at.shop.id)
        .where("id", "=", messageId)
        .executeTakeFirst();
      return row?.state && states.includes(row.state) ? row : null;
    },
    `the message to become ${states.join(" or ")}`,
    25_000,
  );

export const attemptsOf = (at: Pick<Reachable, "shop">, messageId: string) =>
  at.shop.world.kernel.db.system
    .selectFrom("delivery_attempts")
    .innerJoin("deliveries", (join) =>
      join
        .onRef("deliveries.organization_id", "=", "delivery_attempts.organization_id")
        .onRef("deliveries.id", "=", "delivery_attempts.delivery_id"),
    )
    .select(["delivery_attempts.outcome", "delivery_attempts.number"])
    .where("deliveries.organization_id", "=", at.shop.id)
    .where("deliveries.message_id", "=", messageId)
    .orderBy("delivery_attempts.id")
    .execute();

export const theSandbox = () => startSandbox({ seed: 1, clock: { scale: 200 } });

export const sampleTemplates = [
  {
    name: "order_shipped",
    language: "en_GB",
    category: "UTILITY",
    components: [
      { type: "HEADER", format: "IMAGE" },
      { type: "BODY", text: "Hello {{1}}, your order {{2}} is on its way to you." },
      { type: "FOOTER", text: "Fernhill Coffee" },
      {
        type: "BUTTONS",
        buttons: [
          { type: "URL", text: "Track", url: "https://example.com/t/{{1}}" },
          { type: "QUICK_REPLY", text: "Order again" },
        ],
      },
    ],
  },
  {
    name: "order_named",
    language: "en_GB",
    category: "UTILITY",
    components: [
      { type: "HEADER", format: "TEXT", text: "Order {{order_no}}" },
      { type: "BODY", text: "Hello {{first_name}}, we have packed your order now." },
    ],
  },
  {
    name: "spring_offer",
    language: "en_GB",
    category: "MARKETING",
    components: [
      { type: "BODY", text: "Ten per cent off all beans until Sunday." },
      { type: "BUTTONS", buttons: [{ type: "COPY_CODE", text: "Copy code" }] },
    ],
  },
  { name: "resting", language: "en_GB", category: "UTILITY", status: "PAUSED", components: [{ type: "BODY", text: "We are open again." }] },
];
