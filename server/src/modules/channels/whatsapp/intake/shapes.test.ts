import { expect, test } from "vitest";
import { anOrganization, eventsOf } from "../../../../../test/builders.ts";
import {
  aMessage,
  aNumberOfItsOwn,
  anOutboundMessage,
  aText,
  aWamid,
  bodyOf,
  contactsOf,
  person,
  receive,
  type TestChannel,
} from "../../../../../test/whatsapp.builders.ts";
import { aWorld } from "../../../../../test/world.ts";

// The shapes whatsapp.md lists that have no example body.
const world = await aWorld();
const { system } = world.kernel.db;

const aChannel = async () => aNumberOfItsOwn(await anOrganization(world));
const rows = (channel: TestChannel) =>
  system.selectFrom("messages").selectAll().where("organization_id", "=", channel.shop.id).orderBy("occurred_at").orderBy("id").execute();
const says = (channel: TestChannel, ...messages: unknown[]) => receive(channel, bodyOf(channel, { contacts: contactsOf(), messages }));
const conversation = (channel: TestChannel) =>
  system.selectFrom("conversations").selectAll().where("organization_id", "=", channel.shop.id).executeTakeFirstOrThrow();
const identities = (channel: TestChannel) =>
  system
    .selectFrom("identities")
    .select(["kind", "value", "retired_at", "contact_id"])
    .where("organization_id", "=", channel.shop.id)
    .orderBy("kind")
    .orderBy("value")
    .execute();
const now = () => Math.floor(Date.now() / 1000);

const shapes: [
  name: string,
  fields: Record<string, unknown>,
  expected: { type: string; body: string | null; content: Record<string, unknown>; direction?: string },
][] = [
  [
    "the answer to a template's quick reply",
    { type: "button", button: { text: "Yes, order again", payload: "REORDER" } },
    { type: "button", body: "Yes, order again", content: { payload: "REORDER" } },
  ],
  [
    "a call permission",
    {
      type: "interactive",
      interactive: {
        type: "call_permission_reply",
        call_permission_reply: {
          response: "accept",
          is_permanent: false,
          expiration_timestamp: 1792600000,
          response_source: "user_action",
        },
      },
    },
    { type: "call_permission", body: null, content: { response: "accept", source: "user_action", expiresAt: 1792600000 } },
  ],
  [
    "an interactive answer of a kind to come",
    { type: "interactive", interactive: { type: "poll_reply", poll_reply: { votes: [1] } } },
    {
      type: "unsupported",
      body: null,
      content: { providerType: "interactive:poll_reply", raw: { interactive: { type: "poll_reply", poll_reply: { votes: [1] } } } },
    },
  ],
  [
    "a flow answer that is no JSON",
    { type: "interactive", interactive: { type: "nfm_reply", nfm_reply: { name: "flow", body: "Sent", response_json: "{broken" } } },
    { type: "flow_reply", body: "Sent", content: { name: "flow", answers: {}, raw: "{broken" } },
  ],
  [
    "a flow answer that is an object already",
    { type: "interactive", interactive: { type: "nfm_reply", nfm_reply: { body: "Sent", response_json: { rating: 5 } } } },
    { type: "flow_reply", body: "Sent", content: { answers: { rating: 5 } } },
  ],
  [
    "a list reply without description",
    { type: "interactive", interactive: { type: "list_reply", list_reply: { id: "a", title: "First" } } },
    { type: "list_reply", body: "First", content: { id: "a", title: "First" } },
  ],
  [
    "a plain location",
    { type: "location", location: { latitude: "51.5", longitude: -0.12 } },
    { type: "location", body: null, content: { latitude: 51.5, longitude: -0.12 } },
  ],
  [
    "a contact card without a name",
    { type: "contacts", contacts: [{ phones: [{ wa_id: "447700900789" }] }] },
    {
      type: "contacts",
      body: null,
      content: { contacts: [{ name: "", phones: [{ phone: "447700900789", whatsappId: "447700900789" }], emails: [] }] },
    },
  ],
  [
    "a card in answer to a contact request",
    {
      type: "contacts",
      contacts: [
        { vcard: "BEGIN:VCARD\nVERSION:3.0\nFN:Noor Haddad\nTEL;type=CELL:+44 7700 900789\nEND:VCARD", origin: "contact_request" },
      ],
    },
    {
      type: "contacts",
      body: "Noor Haddad",
      content: {
        contacts: [expect.objectContaining({ name: "Noor Haddad", phones: [{ phone: "+44 7700 900789" }], origin: "contact_request" })],
      },
    },
  ],
  [
    "an order with quantities as strings",
    {
      type: "order",
      order: { catalog_id: "5", product_items: [{ product_retailer_id: "A", quantity: "3", item_price: "1.5", currency: "GBP" }] },
    },
    {
      type: "order",
      body: null,
      content: { catalogId: "5", items: [{ productRetailerId: "A", quantity: 3, price: 1.5, currency: "GBP" }] },
    },
  ],
  [
    "a product question",
    { type: "text", text: { body: "Is it vegan?" }, context: { referred_product: { catalog_id: "5", product_retailer_id: "COCOA" } } },
    { type: "text", body: "Is it vegan?", content: { referredProduct: { catalogId: "5", productRetailerId: "COCOA" } } },
  ],
  [
    "what was forwarded many times",
    { type: "text", text: { body: "Look!" }, context: { frequently_forwarded: true } },
    { type: "text", body: "Look!", content: { forwarded: true, frequentlyForwarded: true } },
  ],
  [
    "the very first contact, without words",
    { type: "request_welcome" },
    { type: "system", body: null, content: { kind: "request_welcome" }, direction: "system" },
  ],
  [
    "a new device",
    {
      type: "system",
      system: { type: "customer_identity_changed", identity: "hash==", body: "Amara's security code changed", customer: person.phone },
    },
    {
      type: "system",
      body: "Amara's security code changed",
      content: { kind: "customer_identity_changed", identity: "hash==" },
      direction: "system",
    },
  ],
  [
    "a type to come",
    { type: "hologram", hologram: { depth: 3 } },
    { type: "unsupported", body: null, content: { providerType: "hologram", raw: { hologram: { depth: 3 } } } },
  ],
  [
    "no type at all",
    { text: { body: "hm" } },
    { type: "unsupported", body: null, content: { providerType: "unknown", raw: { text: { body: "hm" } } } },
  ],
  [
    "a type named like a function of every object",
    { type: "constructor" },
    { type: "unsupported", body: null, content: { providerType: "constructor" } },
  ],
  [
    "a text without its body",
    { type: "text", text: {} },
    { type: "unsupported", body: null, content: { providerType: "text", raw: { text: {} } } },
  ],
  [
    "media that could not be downloaded at Meta's side",
    { type: "image", image: {}, errors: [{ code: 131052, message: "Media download error", error_data: { details: "Too large" } }] },
    {
      type: "unsupported",
      body: null,
      content: {
        providerType: "image",
        raw: { image: {} },
        errors: [{ code: 131052, message: "Media download error", detail: "Too large" }],
      },
    },
  ],
  [
    "zero bytes and half characters",
    { type: "text", text: { body: "a\u0000b\ud83d c" } },
    { type: "text", body: "a\ufffdb\ufffd c", content: {} },
  ],
];

test.each(shapes)("%s", async (_name, fields, expected) => {
  const channel = await aChannel();
  await says(channel, aMessage(fields));
  expect(await rows(channel)).toMatchObject([{ direction: "inbound", ...expected }]);
  expect((await rows(channel))[0]?.content).toEqual(expected.content);
});

test("a reaction is changed and taken back, and an old one that comes late does not bring it back", async () => {
  const channel = await aChannel();
  const sent = await anOutboundMessage(channel, { providerId: aWamid() });
  const { provider_id: target } = await system
    .selectFrom("messages")
    .select("provider_id")
    .where("id", "=", sent.messageId)
    .executeTakeFirstOrThrow();
  const reaction = (at: number, emoji?: string) =>
    aMessage({
      type: "reaction",
      timestamp: String(now() - 100 + at),
      reaction: { message_id: target, ...(emoji === undefined ? {} : { emoji }) },
    });
  const reactions = async () => (((await rows(channel))[0]?.reactions ?? []) as { emoji: string }[]).map((one) => one.emoji);
  await says(channel, reaction(1, "👍"));
  expect(await reactions()).toEqual(["👍"]);
  await says(channel, reaction(3, "❤️"));
  expect(await reactions()).toEqual(["❤️"]);
  await says(channel, reaction(2, "😂"));
  expect(await reactions()).toEqual(["❤️"]);
  await says(channel, reaction(5));
  await says(channel, reaction(4, "🎉"));
  expect(await reactions()).toEqual([]);
  expect((await eventsOf(channel.shop)).filter((name) => name === "message.reacted")).toHaveLength(3);
});

test("an edit replaces the words and is marked; the list shows the new ones; a repeated or older edit changes no word", async () => {
  const channel = await aChannel();
  const original = aText("See you at fife", { timestamp: String(now() - 60) });
  const edit = (at: number, words: string) =>
    aMessage({
      type: "edit",
      timestamp: String(now() - 50 + at),
      edit: { original_message_id: original.id, message: { type: "text", text: { body: words } } },
    });
  await says(channel, original);
  const last = edit(2, "See you at five o'clock");
  await says(channel, last);
  await says(channel, last, edit(1, "See you at five"));
  expect(await rows(channel)).toMatchObject([
    {
      body: "See you at five o'clock",
      type: "text",
      edited_at: expect.any(Date),
      content: { edits: [{ at: expect.any(String) }, { at: expect.any(String) }] },
    },
  ]);
  expect((await conversation(channel)).preview).toMatchObject({ text: "See you at five o'clock" });
  expect((await eventsOf(channel.shop)).filter((name) => name === "message.edited")).toHaveLength(1);
});

test("what is revoked is erased: words, answers and the list's preview; later edits do not bring it back", async () => {
  const channel = await aChannel();
  const original = aText("My card number is 4111");
  await says(channel, original);
  await says(channel, aMessage({ type: "revoke", revoke: { original_message_id: original.id } }));
  await says(
    channel,
    aMessage({ type: "edit", edit: { original_message_id: original.id, message: { type: "text", text: { body: "again" } } } }),
  );
  expect(await rows(channel)).toMatchObject([{ body: null, content: {}, revoked_at: expect.any(Date), edited_at: null }]);
  expect((await conversation(channel)).preview).toMatchObject({ text: "" });
  expect(await eventsOf(channel.shop)).toContain("message.revoked");
});

test("reactions, edits and revokes that arrive before their message are applied when it comes", async () => {
  const channel = await aChannel();
  const [liked, changed, gone] = [aText("one"), aText("two"), aText("three")];
  await says(
    channel,
    aMessage({ type: "reaction", reaction: { message_id: liked.id, emoji: "👍" } }),
    aMessage({ type: "edit", edit: { original_message_id: changed.id, message: { type: "text", text: { body: "2" } } } }),
    aMessage({ type: "revoke", revoke: { original_message_id: gone.id } }),
  );
  expect(await rows(channel)).toEqual([]);
  await says(channel, liked, changed, gone);
  expect(await rows(channel)).toMatchObject([
    { body: "one", reactions: [{ emoji: "👍" }] },
    { body: "2" },
    { body: null, revoked_at: expect.any(Date) },
  ]);
  expect(await system.selectFrom("early_arrivals").selectAll().where("organization_id", "=", channel.shop.id).execute()).toEqual([]);
});

test("somebody changes their number: the thread goes on, with a line that says so", async () => {
  const channel = await aChannel();
  await says(channel, aText("from the old one"));
  await receive(
    channel,
    bodyOf(channel, {
      messages: [
        {
          from: person.phone,
          id: aWamid(),
          timestamp: String(now()),
          type: "system",
          system: { body: "User A changed from 447700900123 to 447700900999", wa_id: "447700900999", type: "user_changed_number" },
        },
      ],
    }),
  );
  const who = { name: "Amara Okafor", phone: "447700900999" };
  await receive(
    channel,
    bodyOf(channel, { contacts: contactsOf(who), messages: [aMessage({ type: "text", text: { body: "from the new one" } }, who)] }),
  );
  const thread = await rows(channel);
  expect(new Set(thread.map((row) => row.conversation_id)).size).toBe(1);
  expect(thread.map((row) => row.direction).sort()).toEqual(["inbound", "inbound", "system"]);
  expect(thread.find((row) => row.direction === "system")).toMatchObject({
    content: { kind: "user_changed_number", from: "447700900123", to: "447700900999" },
  });
  expect((await identities(channel)).filter((row) => row.kind === "phone").map((row) => [row.value, row.retired_at !== null])).toEqual([
    ["447700900123", true],
    ["447700900999", false],
  ]);
  expect(await conversation(channel)).toMatchObject({ inbound_count: 2, message_count: 3 });
});

test("old and new id in one body, in order, are one person", async () => {
  const channel = await aChannel();
  const [before, after] = [
    { name: "Mei", userId: "AU.1" },
    { name: "Mei", userId: "AU.2" },
  ];
  await receive(
    channel,
    bodyOf(channel, {
      contacts: [...contactsOf(before), ...contactsOf(after)],
      messages: [
        aMessage({ type: "text", text: { body: "as AU.1" } }, before),
        {
          id: aWamid(),
          timestamp: String(now()),
          type: "system",
          system: { type: "user_changed_user_id", user_id: "AU.2", body: "User mei changed from AU.1 to AU.2" },
        },
        aMessage({ type: "text", text: { body: "as AU.2" } }, after),
      ],
    }),
  );
  const thread = await rows(channel);
  expect(thread).toHaveLength(3);
  expect(new Set(thread.map((row) => row.contact_id)).size).toBe(1);
});

test("somebody unknown who changed their id becomes known under the new one", async () => {
  const channel = await aChannel();
  await receive(
    channel,
    bodyOf(channel, {
      messages: [{ id: aWamid(), timestamp: String(now()), type: "system", system: { type: "user_changed_user_id", user_id: "AU.77" } }],
    }),
  );
  expect(await rows(channel)).toMatchObject([{ direction: "system", content: { kind: "user_changed_user_id", to: "AU.77" } }]);
  expect(await identities(channel)).toMatchObject([{ kind: "whatsapp_user_id", value: "AU.77", retired_at: null }]);
});

test("a customer's message reopens a closed conversation and leaves it with its member; an echo and history do not", async () => {
  const channel = await aChannel();
  await says(channel, aText("hello"));
  const { id } = await conversation(channel);
  await system
    .updateTable("conversations")
    .set({ state: "closed", closed_at: new Date(), assignee_id: channel.shop.ownerMemberId })
    .where("id", "=", id)
    .execute();
  await receive(
    channel,
    bodyOf(
      channel,
      {
        contacts: contactsOf(),
        message_echoes: [
          { from: "12025560001", to: person.phone, id: aWamid(), timestamp: String(now()), type: "text", text: { body: "from the phone" } },
        ],
      },
      "smb_message_echoes",
    ),
  );
  await receive(
    channel,
    bodyOf(
      channel,
      {
        history: [
          {
            threads: [
              {
                id: person.phone,
                messages: [
                  {
                    from: person.phone,
                    id: aWamid(),
                    timestamp: String(now() - 5),
                    type: "text",
                    text: { body: "old" },
                    history_context: { status: "READ" },
                  },
                ],
              },
            ],
          },
        ],
      },
      "history",
    ),
  );
  expect(await conversation(channel)).toMatchObject({
    state: "closed",
    inbound_count: 1,
    message_count: 3,
    preview: { text: "from the phone" },
  });
  await says(channel, aText("one more thing"));
  expect(await conversation(channel)).toMatchObject({
    state: "open",
    closed_at: null,
    inbound_count: 2,
    assignee_id: channel.shop.ownerMemberId,
  });
  expect((await eventsOf(channel.shop)).filter((name) => name === "conversation.reopened")).toHaveLength(1);
});

test("an older message that comes late is stored, counts, and does not become the last one", async () => {
  const channel = await aChannel();
  await says(channel, aText("second", { timestamp: String(now() - 10) }));
  await says(channel, aText("first", { timestamp: String(now() - 100) }));
  const at = await conversation(channel);
  expect(at).toMatchObject({ inbound_count: 2, preview: { text: "second" } });
  expect(at.window_until?.getTime()).toBe(at.last_message_at.getTime() + 24 * 3600_000);
});

test("a clock that is ahead holds no window open", async () => {
  const channel = await aChannel();
  await says(channel, aText("from the future", { timestamp: String(now() + 400_000) }));
  expect((await conversation(channel)).window_until?.getTime()).toBeLessThanOrEqual(Date.now() + 24 * 3600_000);
});

test("history with media: the placeholder is filled when the file follows", async () => {
  const channel = await aChannel();
  const id = aWamid();
  const old = { from: person.phone, id, timestamp: String(now() - 9000), history_context: { status: "READ" } };
  await receive(
    channel,
    bodyOf(
      channel,
      {
        history: [
          {
            metadata: { phase: 0, chunk_order: 1, progress: 5 },
            threads: [{ id: person.phone, messages: [{ ...old, type: "media_placeholder" }] }],
          },
        ],
      },
      "history",
    ),
  );
  expect(await rows(channel)).toMatchObject([{ type: "unsupported", content: { providerType: "media_placeholder" } }]);
  await receive(
    channel,
    bodyOf(
      channel,
      {
        contacts: contactsOf(),
        messages: [{ ...old, type: "image", image: { id: "4001", mime_type: "image/jpeg", caption: "the torn bag" } }],
      },
      "history",
    ),
  );
  expect(await rows(channel)).toMatchObject([{ type: "image", body: "the torn bag", origin: "history", file_id: expect.any(String) }]);
  expect(await eventsOf(channel.shop)).not.toContain("message.received");
});

test("contacts of the shop's phone are added and renamed; one removed there stays here", async () => {
  const channel = await aChannel();
  const sync = (action: string, name: string) =>
    bodyOf(
      channel,
      {
        state_sync: [
          {
            type: "contact",
            contact: { full_name: name, first_name: name, phone_number: "447700900321" },
            action,
            metadata: { timestamp: String(now()) },
          },
        ],
      },
      "smb_app_state_sync",
    );
  const names = async () =>
    (await system.selectFrom("contacts").select("name").where("organization_id", "=", channel.shop.id).execute()).map((row) => row.name);
  await receive(channel, sync("add", "Noor"));
  await receive(channel, sync("edit", "Noor Haddad"));
  expect(await names()).toEqual(["Noor Haddad"]);
  await receive(channel, sync("remove", ""));
  expect(await names()).toEqual(["Noor Haddad"]);
});

test("consent is given and withdrawn as WhatsApp tells it, once each", async () => {
  const channel = await aChannel();
  const say = (value: string, at: number) =>
    bodyOf(
      channel,
      {
        contacts: contactsOf(),
        user_preferences: [
          { wa_id: person.phone, user_id: person.userId, category: "marketing_messages", value, timestamp: now() - 100 + at },
        ],
      },
      "user_preferences",
    );
  const stop = say("stop", 1);
  for (const body of [stop, stop, say("resume", 2), say("signup", 3)]) await receive(channel, body);
  const ledger = await system
    .selectFrom("consent_ledger")
    .select(["action", "source"])
    .where("organization_id", "=", channel.shop.id)
    .orderBy("occurred_at")
    .execute();
  expect(ledger.map((row) => row.action)).toEqual(["withdrawn", "granted", "granted"]);
});

test("a call of a customer is a line in the thread", async () => {
  const channel = await aChannel();
  await receive(
    channel,
    bodyOf(
      channel,
      {
        contacts: contactsOf(),
        calls: [{ id: "wacid.1", from: person.phone, to: "1", event: "connect", direction: "USER_INITIATED", timestamp: String(now()) }],
      },
      "calls",
    ),
  );
  expect(await rows(channel)).toMatchObject([{ type: "unsupported", content: { providerType: "call", event: "connect" } }]);
});

test("errors beside the messages are news about the number", async () => {
  const channel = await aChannel();
  await receive(
    channel,
    bodyOf(channel, { errors: [{ code: 130429, title: "Rate limit hit" }], contacts: contactsOf(), messages: [aText("beside it")] }),
  );
  expect(await rows(channel)).toHaveLength(1);
  const notices = await system.selectFrom("channel_notices").selectAll().where("organization_id", "=", channel.shop.id).execute();
  expect(notices).toMatchObject([{ kind: "errors", severity: "warning", channel_id: channel.id, payload: { errors: [{ code: 130429 }] } }]);
});

test("fields to come are kept as news", async () => {
  const channel = await aChannel();
  const body = {
    object: "whatsapp_business_account",
    entry: [
      { id: channel.accountId, time: now(), changes: [{ field: "starlight", value: { brightness: 12345678901234567890n.toString() } }] },
    ],
  };
  await receive(channel, JSON.stringify(body).replace('"12345678901234567890"', "12345678901234567890"));
  expect(
    await system.selectFrom("channel_notices").select(["kind", "payload"]).where("organization_id", "=", channel.shop.id).execute(),
  ).toEqual([{ kind: "starlight", payload: { brightness: "12345678901234567890" } }]);
});

test("of two template states the later by Meta's clock stands, whichever comes last", async () => {
  const channel = await aChannel();
  const update = (event: string, at: number) => ({
    object: "whatsapp_business_account",
    entry: [
      {
        id: channel.accountId,
        time: at,
        changes: [
          {
            field: "message_template_status_update",
            value: {
              event,
              message_template_id: 6e14,
              message_template_name: "sale",
              message_template_language: "en",
              message_template_category: "MARKETING",
            },
          },
        ],
      },
    ],
  });
  await receive(channel, update("PAUSED", now() - 10));
  await receive(channel, update("APPROVED", now() - 1000));
  const template = () =>
    system
      .selectFrom("whatsapp_templates")
      .select(["state", "category"])
      .where("organization_id", "=", channel.shop.id)
      .executeTakeFirstOrThrow();
  expect(await template()).toEqual({ state: "PAUSED", category: "MARKETING" });
  await receive(channel, update("REINSTATED", now() - 5));
  expect(await template()).toEqual({ state: "APPROVED", category: "MARKETING" });
});

test("a template put into another category says so", async () => {
  const channel = await aChannel();
  const at = (value: Record<string, unknown>, time = now()) => ({
    object: "whatsapp_business_account",
    entry: [
      {
        id: channel.accountId,
        time,
        changes: [
          {
            field: "template_category_update",
            value: { message_template_id: 1, message_template_name: "sale", message_template_language: "en", ...value },
          },
        ],
      },
    ],
  });
  const template = () =>
    system
      .selectFrom("whatsapp_templates")
      .select(["category", "correct_category"])
      .where("organization_id", "=", channel.shop.id)
      .executeTakeFirstOrThrow();
  await receive(channel, at({ new_category: "UTILITY", correct_category: "MARKETING" }));
  expect(await template()).toEqual({ category: "UTILITY", correct_category: "MARKETING" });
  await receive(channel, at({ previous_category: "UTILITY", new_category: "MARKETING" }));
  expect(await template()).toEqual({ category: "MARKETING", correct_category: null });
  // A warning that the change overtook takes nothing back: as utility it would go to people who did not agree to marketing.
  await receive(channel, at({ new_category: "UTILITY", correct_category: "MARKETING" }, now() - 60));
  expect(await template()).toEqual({ category: "MARKETING", correct_category: null });
});

test("a coexistence number comes back", async () => {
  const channel = await aChannel();
  const update = (value: Record<string, unknown>) => ({
    object: "whatsapp_business_account",
    entry: [{ id: channel.accountId, time: now(), changes: [{ field: "account_update", value }] }],
  });
  const state = () => system.selectFrom("channels").select(["state", "attention"]).where("id", "=", channel.id).executeTakeFirstOrThrow();
  await receive(channel, update({ event: "ACCOUNT_OFFBOARDED" }));
  expect(await state()).toEqual({ state: "attention", attention: "account_disconnected" });
  await receive(channel, update({ event: "ACCOUNT_RECONNECTED" }));
  expect(await state()).toEqual({ state: "active", attention: null });
});

test("the name is decided upon", async () => {
  const channel = await aChannel();
  await receive(channel, {
    object: "whatsapp_business_account",
    entry: [
      {
        id: channel.accountId,
        time: now(),
        changes: [
          {
            field: "phone_number_name_update",
            value: {
              display_phone_number: channel.displayPhoneNumber.replace(/\D/g, ""),
              decision: "APPROVED",
              requested_verified_name: "Fernhill Coffee",
              rejection_reason: "NONE",
            },
          },
        ],
      },
    ],
  });
  expect(
    await system
      .selectFrom("whatsapp_numbers")
      .select(["verified_name", "name_status"])
      .where("channel_id", "=", channel.id)
      .executeTakeFirstOrThrow(),
  ).toEqual({ verified_name: "Fernhill Coffee", name_status: "APPROVED" });
});
