import fc from "fast-check";
import { bodyOf, type TestChannel } from "./whatsapp.builders.ts";

type Json = Record<string, unknown>;
/** One thing the provider has to say, and when it happened (seconds since 1970). */
export type News = { field: string; value: Json; at: number };
export type Step = { who: number; what: string; gap: number; pick: number; mark: number };

const kinds = [
  "text",
  "text",
  "text",
  "image",
  "location",
  "answer",
  "order",
  "unsupported",
  "referral",
  "reply",
  "reaction",
  "reaction",
  "edit",
  "edit",
  "revoke",
  "echo",
  "echo reaction",
  "echo edit",
  "echo revoke",
  "echo status",
  "echo status",
  "history",
  "history",
  "history media",
  "old history",
  "preference",
  "number",
  "user id",
  "device",
  "contact",
  "rename",
  "template",
  "template",
  "account error",
  "stray status",
  "stray reaction",
];

/** What happens: who, what, how long after the last, about which earlier message, and a bit of chance for the words. */
export const steps = (length: { min: number; max: number }): fc.Arbitrary<Step[]> =>
  fc.array(
    fc.record({
      who: fc.nat({ max: 2 }),
      what: fc.constantFrom(...kinds),
      // Often within the same second, now and then hours later.
      gap: fc.oneof(
        { weight: 3, arbitrary: fc.constant(0) },
        { weight: 4, arbitrary: fc.integer({ min: 1, max: 50 }) },
        fc.integer({ min: 100, max: 40_000 }),
      ),
      pick: fc.nat({ max: 1000 }),
      mark: fc.nat({ max: 3 }),
    }),
    { minLength: length.min, maxLength: length.max },
  );

type Person = {
  name: string;
  phone: string | null;
  userId: string | null;
  sometimes: "phone" | "userId";
  said: Said[];
  generation: number;
};
type Said = {
  id: string;
  with: Pick<Person, "phone" | "userId">;
  from: "customer" | "shop";
  type: string;
  body: Json;
  at: number;
  status: string[];
};

const emojis = ["👍", "❤️", "", "🎉"];

/**
 * Tells a story as the provider would: every wamid is one message, a message is delivered or it fails, a number that was given up is
 * nobody else's yet, one person is not named by phone alone here and by user id alone there. Times grow.
 */
export const tell = (channel: TestChannel, script: Step[], begin: number): News[] => {
  const news: News[] = [];
  let now = begin;
  let serial = 0;
  const people: Person[] = [0, 1, 2].map((at) => ({
    name: `Person ${at}`,
    phone: `44770090010${at}`,
    userId: at === 2 ? null : `GB.1000${at}`,
    sometimes: at === 0 ? "userId" : "phone",
    said: [],
    generation: 0,
  }));
  const wamid = () => `wamid.${channel.phoneNumberId}.${String(++serial).padStart(4, "0")}`;
  const say = (field: string, value: Json, at = now) => news.push({ field, value: value, at });
  /** How a person is named this time: by all we have, or by the one thing they are always named by. */
  const naming = (who: Person, mark: number) => ({
    phone: mark === 0 && who.userId && who.sometimes === "userId" ? null : who.phone,
    userId: mark === 0 && who.phone && who.sometimes === "phone" ? null : who.userId,
  });
  const contacts = (who: Pick<Person, "name">, as: ReturnType<typeof naming>) => [
    { profile: { name: who.name }, ...(as.phone ? { wa_id: as.phone } : {}), ...(as.userId ? { user_id: as.userId } : {}) },
  ];
  const inbound = (who: Person, mark: number, fields: Json, id = wamid(), at = now): Json => {
    const as = naming(who, mark);
    const message = {
      ...(as.phone ? { from: as.phone } : {}),
      ...(as.userId ? { from_user_id: as.userId } : {}),
      id,
      timestamp: String(at),
      ...fields,
    };
    return { contacts: contacts(who, as), messages: [message] };
  };
  const echo = (who: Person, mark: number, fields: Json, id = wamid()): Json => {
    const as = naming(who, mark);
    const to = { ...(as.phone ? { to: as.phone } : {}), ...(as.userId ? { to_user_id: as.userId } : {}) };
    const from = channel.displayPhoneNumber.replace(/\D/g, "");
    return { contacts: contacts(who, as), message_echoes: [{ from, ...to, id, timestamp: String(now), ...fields }] };
  };
  const content = (what: string, mark: number): Json =>
    what === "image"
      ? {
          type: "image",
          image: { id: `media${serial}`, mime_type: "image/png", sha256: "AA==", ...(mark > 1 ? { caption: `look ${mark}` } : {}) },
        }
      : what === "location"
        ? { type: "location", location: { latitude: 1 + mark, longitude: 2, name: "Shop" } }
        : what === "answer"
          ? { type: "interactive", interactive: { type: "button_reply", button_reply: { id: "b", title: `Yes ${mark}` } } }
          : what === "order"
            ? {
                type: "order",
                order: { catalog_id: "1", product_items: [{ product_retailer_id: "x", quantity: mark, item_price: 2, currency: "GBP" }] },
              }
            : what === "unsupported"
              ? { type: "unsupported", errors: [{ code: 131051, title: "Message type unknown" }] }
              : { type: "text", text: { body: `${what} ${mark} ${serial}` } };
  const remember = (who: Person, from: Said["from"], body: Json): Said => {
    const said: Said = {
      id: String(body.id),
      with: { phone: who.phone, userId: who.userId },
      from,
      type: String(body.type),
      body,
      at: now,
      status: [],
    };
    who.said.push(said);
    return said;
  };
  const only = (value: Json, list: "messages" | "message_echoes") => (value[list] as Json[])[0] ?? {};
  const thread = (who: Pick<Person, "name" | "phone" | "userId">, message: Json, state?: string): Json => {
    const from = channel.displayPhoneNumber.replace(/\D/g, "");
    const { from: _, from_user_id: __, ...rest } = message;
    const sides = state === undefined ? { from: who.phone } : { from, to: who.phone };
    return {
      metadata: { phase: 1, chunk_order: 1, progress: 50 },
      threads: [
        {
          id: who.phone,
          messages: [{ ...rest, ...sides, ...(state === undefined ? {} : { history_context: { status: state } }) }],
          contacts: contacts(who, who),
        },
      ],
    };
  };

  for (const { who: at, what, gap, pick, mark } of script) {
    now += gap;
    const who = people[at] as Person;
    const target = (from?: Said["from"]) => {
      const all = who.said.filter((said) => from === undefined || said.from === from);
      return all.length === 0 ? undefined : all[pick % all.length];
    };
    const about = target();
    if (["text", "image", "location", "answer", "order", "unsupported"].includes(what)) {
      const value = inbound(who, mark, content(what, mark));
      remember(who, "customer", only(value, "messages"));
      say("messages", value);
    } else if (what === "referral" || what === "reply") {
      const more =
        what === "reply"
          ? { context: { id: about?.id ?? "wamid.elsewhere" } }
          : { referral: { source_type: "ad", source_id: "7", headline: "Offer" } };
      const value = inbound(who, mark, { ...content("text", mark), ...more });
      remember(who, "customer", only(value, "messages"));
      say("messages", value);
    } else if (what === "reaction" && about)
      say(
        "messages",
        inbound(who, mark, { type: "reaction", reaction: { message_id: about.id, ...(emojis[mark] ? { emoji: emojis[mark] } : {}) } }),
      );
    else if (what === "edit" && target("customer"))
      say(
        "messages",
        inbound(who, mark, { type: "edit", edit: { original_message_id: target("customer")?.id, message: content("text", mark) } }),
      );
    else if (what === "revoke" && mark === 0 && target("customer"))
      say("messages", inbound(who, mark, { type: "revoke", revoke: { original_message_id: target("customer")?.id } }));
    else if (what === "echo") {
      const value = echo(who, mark, content(mark > 2 ? "image" : "text", mark));
      remember(who, "shop", only(value, "message_echoes"));
      say("smb_message_echoes", value);
    } else if (what === "echo reaction" && about)
      say(
        "smb_message_echoes",
        echo(who, mark, { type: "reaction", reaction: { message_id: about.id, ...(emojis[mark] ? { emoji: emojis[mark] } : {}) } }),
      );
    else if (what === "echo edit" && target("shop"))
      say(
        "smb_message_echoes",
        echo(who, mark, { type: "edit", edit: { original_message_id: target("shop")?.id, message: content("text", mark) } }),
      );
    else if (what === "echo revoke" && mark === 0 && target("shop"))
      say("smb_message_echoes", echo(who, mark, { type: "revoke", revoke: { original_message_id: target("shop")?.id } }));
    else if (what === "echo status") {
      const sent = target("shop");
      const status = sent?.status.includes("failed") ? "failed" : (["sent", "delivered", "read", "failed"][mark] ?? "sent");
      if (!sent || (status === "failed" && sent.status.some((one) => one === "delivered" || one === "read"))) continue;
      sent.status.push(status);
      const pricing = { billable: false, pricing_model: "PMP", type: "free_customer_service", category: "service" };
      say("messages", {
        statuses: [
          {
            id: sent.id,
            status,
            timestamp: String(now),
            recipient_id: who.phone,
            ...(status === "failed" ? { errors: [{ code: 131026, title: "Undeliverable" }] } : { pricing }),
          },
        ],
      });
    } else if (what === "history" && about) {
      // The same message once more, told by the history; it never claims less than the other did.
      const state = about.from === "shop" ? (["SENT", "DELIVERED", "READ"][mark] ?? "SENT") : undefined;
      if (about.status.includes("failed") && state !== undefined) continue;
      if (state === "DELIVERED" || state === "READ") about.status.push("delivered");
      if (who.phone) say("history", { history: [thread({ name: who.name, ...about.with }, about.body, state)] });
    } else if (what === "old history" && who.generation === 0 && who.phone) {
      const message = { id: wamid(), timestamp: String(begin - 90_000 - pick * 60), ...content("text", mark) };
      say("history", { history: [thread(who, message, mark > 1 ? "READ" : undefined)] });
    } else if (what === "history media" && who.generation === 0 && who.phone) {
      const id = wamid();
      const timestamp = String(begin - 90_000 - pick * 60);
      say("history", { history: [thread(who, { id, timestamp, type: "media_placeholder" })] });
      say("history", {
        contacts: contacts(who, who),
        messages: [{ from: who.phone, ...(who.userId ? { from_user_id: who.userId } : {}), id, timestamp, ...content("image", mark) }],
      });
    } else if (what === "preference") {
      const as = naming(who, 1);
      const said = mark % 2 === 0 ? "stop" : "resume";
      say("user_preferences", {
        contacts: contacts(who, as),
        user_preferences: [
          {
            ...(as.phone ? { wa_id: as.phone } : {}),
            ...(as.userId ? { user_id: as.userId } : {}),
            detail: said,
            category: "marketing_messages",
            value: said,
            timestamp: now,
          },
        ],
      });
    } else if (what === "number" && who.phone && who.sometimes === "phone") {
      now += 1;
      const [from, to] = [who.phone, `4477${at}${String(++who.generation).padStart(2, "0")}00${at}1`];
      say("messages", {
        messages: [
          {
            from,
            id: wamid(),
            timestamp: String(now),
            type: "system",
            system: { type: "user_changed_number", wa_id: to, body: `User changed from ${from} to ${to}` },
          },
        ],
      });
      who.phone = to;
      now += 1;
    } else if (what === "user id" && who.userId && who.sometimes === "userId") {
      now += 1;
      const [from, to] = [who.userId, `GB.2${at}${++who.generation}`];
      say("messages", {
        messages: [
          {
            from_user_id: from,
            id: wamid(),
            timestamp: String(now),
            type: "system",
            system: { type: "user_changed_user_id", user_id: to, body: `User changed from ${from} to ${to}` },
          },
        ],
      });
      who.userId = to;
      now += 1;
    } else if (what === "device")
      say("messages", inbound(who, mark, { type: "system", system: { type: "customer_identity_changed", identity: `hash${mark}` } }));
    else if (what === "contact") {
      const contact = {
        full_name: who.name,
        ...(who.phone ? { phone_number: who.phone } : {}),
        ...(who.userId ? { user_id: who.userId } : {}),
      };
      say("smb_app_state_sync", { state_sync: [{ type: "contact", action: "add", contact, metadata: { timestamp: String(now) } }] });
    } else if (what === "rename") {
      // Names are kept to the minute.
      now += 61;
      who.name = `Person ${at} ${pick}`;
      now += 61;
    } else if (what === "template") {
      now += 1;
      const event = ["APPROVED", "PAUSED", "DISABLED", "REINSTATED"][mark];
      say("message_template_status_update", {
        event,
        message_template_id: 900 + (pick % 2),
        message_template_name: `offer_${pick % 2}`,
        message_template_language: "en",
        reason: mark === 1 ? "LOW_QUALITY" : "NONE",
      });
    } else if (what === "account error") say("messages", { errors: [{ code: 130429 + (pick % 2), title: "Rate limit hit" }] });
    else if (what === "stray status")
      say("messages", {
        statuses: [{ id: `wamid.stray${pick % 3}`, status: "delivered", timestamp: String(now), recipient_id: who.phone }],
      });
    else if (what === "stray reaction")
      say("messages", inbound(who, 1, { type: "reaction", reaction: { message_id: `wamid.stray${pick % 3}`, emoji: "👍" } }));
  }
  return news;
};

/** Several pieces of news in one body; those of the account carry the time of their entry, as Meta writes it. */
export const bodyWith = (channel: TestChannel, news: News[]) => ({
  object: "whatsapp_business_account",
  entry: news.map(({ field, value, at }) => {
    const entry = bodyOf(channel, value, field).entry[0];
    const change = entry?.changes[0];
    if (field !== "message_template_status_update") return entry;
    return { id: channel.accountId, time: at, changes: [{ field, value: { ...(change?.value ?? {}), metadata: undefined } }] };
  }),
});
