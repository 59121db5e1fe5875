import { describe, expect, test } from "vitest";
import { anOrganization, type Client, client, eventsOf } from "../../../../../test/builders.ts";
import {
  anOutboundMessage,
  aWhatsAppChannel,
  payload,
  payloadNames,
  payloadSignature,
  postWebhook,
  projected,
  type TestChannel,
} from "../../../../../test/whatsapp.builders.ts";
import { aWorld } from "../../../../../test/world.ts";

const world = await aWorld();
const { system } = world.kernel.db;

type Message = {
  id: string;
  direction: string;
  origin: string;
  type: string;
  text: string | null;
  content: Record<string, unknown>;
  file: Record<string, unknown> | null;
  replyTo: { id: string | null; text: string | null } | null;
  reactions: unknown[];
  state: string | null;
  failure: Record<string, unknown> | null;
  at: string;
};
type Seen = { channel: TestChannel; api: Client; sent: Awaited<ReturnType<typeof anOutboundMessage>> | null };
type Case = { sentBefore?: string; before?: (channel: TestChannel) => Promise<void>; sees: (seen: Seen) => Promise<void> };

const ours = "wamid.TMH6kEhavwfVsAABhilwLUHwU/IUeMtTQdVw4QVkA=";

const conversations = (seen: Seen) =>
  system.selectFrom("conversations").selectAll().where("organization_id", "=", seen.channel.shop.id).execute();
const theConversation = async (seen: Seen) => {
  const [found, ...others] = await conversations(seen);
  if (!found) throw new Error("there is no conversation");
  expect(others).toEqual([]);
  return found;
};
const thread = async (seen: Seen): Promise<Message[]> => {
  const { id } = await theConversation(seen);
  const answer = await seen.api.get<{ items: Message[] }>(`/conversations/${id}/messages`);
  expect(answer.status).toBe(200);
  return answer.body.items;
};
const people = (seen: Seen) =>
  system
    .selectFrom("contacts")
    .innerJoin("identities", "identities.contact_id", "contacts.id")
    .select(["contacts.name", "kind", "value", "scope", "retired_at"])
    .where("contacts.organization_id", "=", seen.channel.shop.id)
    .orderBy("kind")
    .execute();
const person = async (seen: Seen, name: string, values: string[]) => {
  const rows = await people(seen);
  expect(rows.map((row) => row.value).sort()).toEqual(values.toSorted());
  expect(new Set(rows.map((row) => row.name))).toEqual(new Set([name]));
};
const amara = (seen: Seen) => person(seen, "Amara Okafor", ["447700900123", "GB.10000000000000000001"]);
const bruno = (seen: Seen) => person(seen, "Bruno Teixeira", ["447700900456", "GB.10000000000000000002"]);

/** One inbound message of the type, unread, in an open window, in a conversation of its own. */
const inbound = (type: string, text: string | null, content: Record<string, unknown>, who = amara, more: Partial<Message> = {}): Case => ({
  sees: async (seen) => {
    const messages = await thread(seen);
    expect(messages).toMatchObject([{ direction: "inbound", origin: "customer", type, text, state: null, ...more }]);
    expect(messages[0]?.content).toEqual(content);
    const conversation = await theConversation(seen);
    const at = new Date(messages[0]?.at ?? 0);
    expect(conversation).toMatchObject({
      state: "open",
      inbound_count: 1,
      message_count: 1,
      last_message_at: at,
      last_inbound_at: at,
      window_until: new Date(at.getTime() + 24 * 3600_000),
    });
    expect(conversation.preview).toEqual({ direction: "inbound", type, text: text ?? "", state: null });
    await who(seen);
    expect(await eventsOf(seen.channel.shop)).toEqual(
      expect.arrayContaining(["contact.created", "conversation.started", "message.received"]),
    );
    expect(await openParked(seen)).toEqual([]);
  },
});
const pending = (mime: string, name: string | null = null) => ({
  file: expect.objectContaining({ mime, name, state: expect.stringMatching(/pending|failed/) }),
});

const status = (
  state: string,
  more: {
    providerId?: string;
    failure?: Record<string, unknown>;
    pricing?: Record<string, unknown>;
    also?: (seen: Seen) => Promise<void>;
  } = {},
): Case => ({
  sentBefore: more.providerId ?? ours,
  sees: async (seen) => {
    expect(await thread(seen)).toMatchObject([{ direction: "outbound", state, failure: more.failure ?? null }]);
    const delivery = await system
      .selectFrom("deliveries")
      .selectAll()
      .where("organization_id", "=", seen.channel.shop.id)
      .where("id", "=", seen.sent?.deliveryId ?? "")
      .executeTakeFirstOrThrow();
    expect(delivery).toMatchObject({ state, failure: more.failure ?? null });
    expect((await theConversation(seen)).preview).toMatchObject({ state });
    const row = await system
      .selectFrom("messages")
      .select("pricing")
      .where("organization_id", "=", seen.channel.shop.id)
      .executeTakeFirstOrThrow();
    if (more.pricing) expect(row.pricing).toMatchObject(more.pricing);
    expect(await eventsOf(seen.channel.shop)).toContain("message.status_changed");
    await more.also?.(seen);
  },
});

const templates = async (seen: Seen) => (await seen.api.get<{ items: Record<string, unknown>[] }>("/templates")).body.items;
const notices = async (seen: Seen) =>
  (await system.selectFrom("channel_notices").selectAll().where("organization_id", "=", seen.channel.shop.id).execute()).map((row) => ({
    kind: row.kind,
    severity: row.severity,
    channelId: row.channel_id,
    payload: row.payload as Record<string, unknown>,
  }));
const numberRow = (seen: Seen) =>
  system
    .selectFrom("whatsapp_numbers")
    .innerJoin("channels", "channels.id", "whatsapp_numbers.channel_id")
    .selectAll()
    .where("whatsapp_numbers.organization_id", "=", seen.channel.shop.id)
    .executeTakeFirstOrThrow();
const openParked = (seen: Seen) =>
  system
    .selectFrom("intake_parked")
    .selectAll()
    .where((eb) => eb.or([eb("organization_id", "=", seen.channel.shop.id), eb("organization_id", "is", null)]))
    .where("resolved_at", "is", null)
    .execute();
const consents = (seen: Seen) =>
  system
    .selectFrom("consent_ledger")
    .innerJoin("contacts", "contacts.id", "consent_ledger.contact_id")
    .select(["contacts.name", "channel", "purpose", "action", "source", "occurred_at"])
    .where("consent_ledger.organization_id", "=", seen.channel.shop.id)
    .execute();

const aTemplate =
  (name: string, more: Record<string, unknown> = {}) =>
  async (channel: TestChannel) => {
    await system
      .insertInto("whatsapp_templates")
      .values({
        organization_id: channel.shop.id,
        id: crypto.randomUUID(),
        account_id: channel.accountId,
        name,
        language: "en_GB",
        category: "UTILITY",
        state: "PENDING",
        components: JSON.stringify([
          { type: "BODY", text: "Old words" },
          { type: "FOOTER", text: "Fernhill" },
        ]),
        ...more,
      })
      .execute();
  };
const news = (kind: string, severity: string, also: (seen: Seen) => Promise<void> = async () => {}): Case => ({
  sees: async (seen) => {
    expect(await notices(seen)).toMatchObject([{ kind, severity, channelId: seen.channel.id }]);
    expect(await eventsOf(seen.channel.shop)).toContain("channel.notice");
    await also(seen);
  },
});
const aside = (kind: string): Case => ({
  sees: async (seen) => {
    expect(await openParked(seen)).toMatchObject([{ reason: "no_channel_yet", kind, resolved_at: null }]);
    expect(await conversations(seen)).toEqual([]);
  },
});

/** What a person then sees, for every example body. */
const cases: Record<string, Case> = {
  "01-text.json": inbound("text", "Hello, is the 5 kg bag of cocoa nibs back in stock?", {}),
  "02-text-reply-to-our-message.json": {
    sentBefore: ours,
    sees: async (seen) => {
      const rows = await system
        .selectFrom("messages")
        .select(["body", "reply_to_provider_id"])
        .where("organization_id", "=", seen.channel.shop.id)
        .where("direction", "=", "inbound")
        .execute();
      expect(rows).toEqual([{ body: "Yes please, two of them", reply_to_provider_id: ours }]);
      const [conversation] = (await conversations(seen)).filter((one) => one.inbound_count === 1);
      const answer = await seen.api.get<{ items: Message[] }>(`/conversations/${conversation?.id}/messages`);
      expect(answer.body.items[0]?.replyTo).toMatchObject({ id: seen.sent?.messageId, text: "It is back on Monday" });
    },
  },
  "03-text-username-only-no-phone.json": inbound("text", "Do you ship to Hobart?", {}, (seen) =>
    person(seen, "Mei Tanaka", ["AU.10000000000000000003", "mei.tanaka"]),
  ),
  "04-text-click-to-whatsapp-ad-referral.json": inbound(
    "text",
    "I saw your ad for the starter box",
    {
      referral: {
        sourceType: "ad",
        sourceId: "300000000000001",
        sourceUrl: "https://fb.me/demoAd01",
        headline: "Starter box",
        body: "Six roasts, one box",
        mediaType: "image",
        url: "https://example.com/ads/starter-box.jpg",
        clickId: "demo-click-id-0001",
        welcomeText: "Hi! How can we help?",
      },
    },
    bruno,
  ),
  "05-image-with-caption-and-url.json": inbound("image", "The bag arrived torn", {}, amara, pending("image/jpeg")),
  "06-audio-voice-note.json": inbound("audio", null, { voice: true }, amara, pending("audio/ogg; codecs=opus")),
  "07-video-forwarded.json": inbound("video", "How do I fix this?", { forwarded: true }, bruno, pending("video/mp4")),
  "08-document.json": inbound(
    "document",
    "Purchase order attached",
    { filename: "PO-0042.pdf" },
    bruno,
    pending("application/pdf", "PO-0042.pdf"),
  ),
  "09-sticker-animated.json": inbound("sticker", null, { animated: true }, amara, pending("image/webp")),
  "10-location-named-place.json": inbound("location", "Demo Depot", {
    latitude: 51.4769,
    longitude: -0.0005,
    name: "Demo Depot",
    address: "1 Example Hill, London",
    url: "https://example.com/places/demo-depot",
  }),
  "11-contacts-card.json": inbound(
    "contacts",
    "Noor Haddad",
    {
      contacts: [
        {
          name: "Noor Haddad",
          phones: [{ phone: "+44 7700 900789", type: "CELL", whatsappId: "447700900789" }],
          emails: [{ email: "noor@example.com", type: "WORK" }],
          org: "Example Traders",
        },
      ],
    },
    bruno,
  ),
  "13-interactive-button-reply.json": inbound("button_reply", "Confirm", { id: "order:confirm:1042", title: "Confirm" }),
  "14-interactive-list-reply.json": inbound("list_reply", "Thursday morning", {
    id: "slot:2026-10-15:am",
    title: "Thursday morning",
    description: "08:00 to 12:00",
  }),
  "15-interactive-nfm-reply-flow.json": inbound(
    "flow_reply",
    "Sent",
    { name: "flow", flowToken: "demo-flow-token-1", answers: { screen_0_rating: "4", screen_0_comment: "Fast delivery" } },
    bruno,
  ),
  "17-reaction-add.json": {
    sentBefore: ours,
    sees: async (seen) => {
      expect(await thread(seen)).toMatchObject([{ direction: "outbound", reactions: [{ emoji: "👍", by: "contact" }] }]);
      expect(await eventsOf(seen.channel.shop)).toContain("message.reacted");
    },
  },
  "19-order-from-catalog.json": inbound(
    "order",
    "Please deliver before Friday",
    {
      catalogId: "500000000000001",
      text: "Please deliver before Friday",
      items: [
        { productRetailerId: "COCOA-5KG", quantity: 2, price: 24.5, currency: "GBP" },
        { productRetailerId: "FILTERS-100", quantity: 1, price: 3.2, currency: "GBP" },
      ],
    },
    bruno,
  ),
  "21-system-user-changed-user-id.json": {
    before: async () => {
      await postWebhook(world, payload("03-text-username-only-no-phone.json"), payloadSignature("03-text-username-only-no-phone.json"));
      await projected(world);
    },
    sees: async (seen) => {
      const messages = await thread(seen);
      expect(messages.map((message) => [message.direction, message.type]).sort()).toEqual([
        ["inbound", "text"],
        ["system", "system"],
      ]);
      expect(messages.find((message) => message.direction === "system")).toMatchObject({
        content: { kind: "user_changed_user_id", from: "AU.10000000000000000003", to: "AU.10000000000000000009" },
      });
      const rows = await people(seen);
      expect(
        rows
          .filter((row) => row.kind === "whatsapp_user_id")
          .map((row) => [row.value, row.retired_at !== null])
          .sort(),
      ).toEqual([
        ["AU.10000000000000000003", true],
        ["AU.10000000000000000009", false],
      ]);
      expect((await theConversation(seen)).preview).toMatchObject({ text: "Do you ship to Hobart?" });
    },
  },
  "22-unsupported-type.json": inbound("unsupported", null, {
    providerType: "poll",
    raw: { unsupported: { type: "poll" } },
    errors: [{ code: 131051, message: "Message type unknown", detail: "Message type is currently not supported." }],
  }),
  "23-unsupported-coexistence-131060.json": inbound("unavailable", null, { code: 131060 }, bruno),
  "30-status-sent-per-message-pricing.json": status("sent", { pricing: { pricing_model: "PMP", type: "regular", category: "service" } }),
  "31-status-delivered.json": status("delivered", { pricing: { pricing_model: "PMP" } }),
  "32-status-read.json": status("read"),
  "34-status-failed-131047-window-closed.json": status("failed", {
    providerId: "wamid.bU/2jgqUTZJqYGL02cHYAhf79JUFVv7bBJ6upVBwA=",
    failure: {
      code: "window_closed",
      providerCode: 131047,
      message: "More than 24 hours have passed since the customer last wrote.",
      remedy: "send_template",
      detail: "More than 24 hours have passed since the customer last replied.",
    },
  }),
  "35-status-failed-131049-marketing-cap.json": status("failed", {
    providerId: "wamid.06Q0AFoyT7e/Zmp9NPHAtMKiOilU2FH7shXoI95rA=",
    failure: {
      code: "marketing_limited",
      providerCode: 131049,
      message: expect.any(String),
      remedy: "wait",
      detail: "Per-user marketing limit reached.",
    },
  }),
  "36-status-failed-131026-undeliverable.json": status("failed", {
    providerId: "wamid.Sz8Y5a7eeR0SYQ4sVpkxAEmmOKjFfQz00ZtXC7w2A=",
    failure: {
      code: "undeliverable",
      providerCode: 131026,
      message: expect.any(String),
      remedy: "fix_number",
      detail: "Receiver is incapable of receiving this message.",
    },
  }),
  "37-status-failed-131050-user-stopped-marketing.json": status("failed", {
    providerId: "wamid.U0gsZb8MMOXhj7BpQqyc/eP5Q9z/N7ei8Rl1ViKmA=",
    failure: { code: "marketing_stopped", providerCode: 131050, message: expect.any(String), remedy: "none", detail: expect.any(String) },
    also: async (seen) =>
      expect(await consents(seen)).toMatchObject([
        { name: "Amara Okafor", channel: "whatsapp", purpose: "marketing", action: "withdrawn", source: "provider_refusal" },
      ]),
  }),
  "39-status-sent-legacy-conversation-pricing.json": status("sent", {
    providerId: "wamid.qcdl4ltcqosbQcyNEKPHObNwxkAHZca9go53h1KkA=",
    pricing: { pricing_model: "CBP", category: "service", conversation: { origin: { type: "service" } } },
  }),
  "40-template-status-approved.json": {
    before: aTemplate("order_shipped"),
    sees: async (seen) =>
      expect(await templates(seen)).toMatchObject([
        { name: "order_shipped", language: "en_GB", state: "APPROVED", category: "UTILITY", reason: null },
      ]),
  },
  "41-template-status-rejected.json": {
    sees: async (seen) => {
      expect(await templates(seen)).toMatchObject([
        {
          name: "autumn_sale",
          state: "REJECTED",
          category: "MARKETING",
          reason: expect.stringContaining("Two parameters stand next to each other"),
        },
      ]);
      expect(await notices(seen)).toMatchObject([{ kind: "message_template_status_update", severity: "warning" }]);
      expect(await eventsOf(seen.channel.shop)).toContain("template.updated");
    },
  },
  "42-template-status-disabled.json": {
    before: aTemplate("autumn_sale", { state: "APPROVED", category: "MARKETING" }),
    sees: async (seen) => expect(await templates(seen)).toMatchObject([{ name: "autumn_sale", state: "DISABLED" }]),
  },
  "44-template-quality-update.json": {
    before: aTemplate("order_shipped", { state: "APPROVED" }),
    sees: async (seen) => expect(await templates(seen)).toMatchObject([{ state: "APPROVED", quality: "YELLOW" }]),
  },
  "45-template-components-update.json": {
    before: aTemplate("order_shipped", { state: "APPROVED" }),
    sees: async (seen) =>
      expect(await templates(seen)).toMatchObject([
        {
          state: "APPROVED",
          components: [
            { type: "BODY", text: "Hi {{1}}, your order {{2}} is on its way." },
            { type: "FOOTER", text: "Fernhill" },
          ],
          variables: ["1", "2"],
        },
      ]),
  },
  "46-phone-number-quality-update.json": news("phone_number_quality_update", "info", async (seen) =>
    expect(await numberRow(seen)).toMatchObject({ messaging_limit: "TIER_UNLIMITED", throughput: "HIGH" }),
  ),
  "47-business-capability-update.json": news("business_capability_update", "info", async (seen) =>
    expect(await numberRow(seen)).toMatchObject({ messaging_limit: "TIER_2K" }),
  ),
  "48-account-update-violation.json": news("account_update", "danger", async (seen) =>
    expect(await numberRow(seen)).toMatchObject({ account_state: "ACCOUNT_VIOLATION", state: "active" }),
  ),
  "50-account-alerts.json": news("account_alerts", "info", async (seen) =>
    expect((await notices(seen))[0]?.payload).toMatchObject({
      alert_info: { alert_description: "Additional verification is required for your business." },
    }),
  ),
  "51-account-update-coexistence-disconnected.json": news("account_update", "danger", async (seen) =>
    expect(await numberRow(seen)).toMatchObject({
      account_state: "PRIMARY_INACTIVITY",
      state: "attention",
      attention: "account_disconnected",
      coexistence: false,
    }),
  ),
  "52-user-preferences-stop-marketing.json": {
    sees: async (seen) => {
      expect(await consents(seen)).toEqual([
        {
          name: "Bruno Teixeira",
          channel: "whatsapp",
          purpose: "marketing",
          action: "withdrawn",
          source: "provider_preference",
          occurred_at: new Date(1792000700_000),
        },
      ]);
      expect(await conversations(seen)).toEqual([]);
      expect(await eventsOf(seen.channel.shop)).toContain("consent.withdrawn");
    },
  },
  "54-smb-message-echo.json": {
    sees: async (seen) => {
      expect(await thread(seen)).toMatchObject([
        { direction: "outbound", origin: "phone", type: "text", text: "Sent from the phone in the shop", state: "sent" },
      ]);
      expect(await theConversation(seen)).toMatchObject({ inbound_count: 0, window_until: null, last_inbound_at: null });
      expect(await eventsOf(seen.channel.shop)).not.toContain("message.received");
      await amara(seen);
    },
  },
  "56-history-chunk.json": {
    sees: async (seen) => {
      const messages = await thread(seen);
      expect(messages.map((message) => [message.direction, message.origin, message.text, message.state]).sort()).toEqual([
        ["inbound", "history", "An old question", null],
        ["outbound", "history", "An old answer", "read"],
      ]);
      expect(await theConversation(seen)).toMatchObject({
        state: "closed",
        inbound_count: 0,
        window_until: null,
        last_message_at: new Date(1780000100_000),
        preview: { text: "An old answer" },
      });
      expect(await eventsOf(seen.channel.shop)).not.toContain("message.received");
    },
  },
  "70-messenger-text.json": aside("page"),
  "71-messenger-attachment-reply.json": aside("page"),
  "73-messenger-postback.json": aside("page"),
  "74-messenger-delivery-watermark.json": aside("page"),
  "75-messenger-read-watermark.json": aside("page"),
  "77-messenger-echo.json": aside("page"),
  "80-instagram-text.json": aside("instagram"),
  "81-instagram-story-reply.json": aside("instagram"),
  "83-instagram-unsend.json": aside("instagram"),
  "84-instagram-seen.json": aside("instagram"),
};

test("every example body has a line that says what a person then sees", () => {
  expect(Object.keys(cases).sort()).toEqual(payloadNames);
  expect(payloadNames.length).toBeGreaterThanOrEqual(50);
});

describe("a body arrives, signed, and twice", () => {
  for (const name of payloadNames) {
    test(name, async () => {
      const one = cases[name];
      if (!one) throw new Error(`${name} has no case`);
      await system.deleteFrom("organizations").execute();
      await system.deleteFrom("intake_parked").execute();
      const shop = await anOrganization(world);
      const channel = await aWhatsAppChannel(shop);
      const api = await client(shop);
      const sent = one.sentBefore ? await anOutboundMessage(channel, { providerId: one.sentBefore }) : null;
      await one.before?.(channel);

      expect((await postWebhook(world, payload(name), payloadSignature(name))).status).toBe(200);
      await projected(world);
      await one.sees({ channel, api, sent });

      const events = await eventsOf(shop);
      expect((await postWebhook(world, payload(name), payloadSignature(name))).status).toBe(200);
      await projected(world);
      const told = (await eventsOf(shop)).slice(events.length).filter((event) => !event.startsWith("message.media_"));
      expect(told, "told again, nothing happens again").toEqual([]);
    });
  }
});
