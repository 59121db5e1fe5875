import { isObject, type Json, listOf, numberOf, objectOf, present, readJson, textOf } from "./parse-json.ts";

export type Media = { id: string | null; url: string | null; mime: string | null; sha256: string | null; filename: string | null };
/** What a message says, in our words (docs/messages.md). */
export type Content = { type: string; body: string | null; content: Json; media: Media | null };

const said = (type: string, body: string | null, content: Json = {}, media: Media | null = null): Content => ({
  type,
  body,
  content,
  media,
});

/** Any message the Cloud API knows. What this version does not know is kept whole and shown as unsupported, never dropped. */
export const contentOf = (message: Json): Content => {
  const type = textOf(message.type) ?? "unknown";
  const errors = errorsOf(message.errors);
  if (errors.some((error) => error.code === 131060)) return said("unavailable", null, { code: 131060 });
  const known = Object.hasOwn(readers, type) ? readers[type]?.(objectOf(message[type]), message) : undefined;
  const found = known ?? unsupported(type, message);
  return errors.length === 0 ? found : { ...found, content: { ...found.content, errors } };
};

/** Where it comes from and what it answers: beside the content of any type. */
export const surroundingsOf = (message: Json): { replyTo: string | null; content: Json } => {
  const context = objectOf(message.context);
  const product = objectOf(context.referred_product);
  const referral = isObject(message.referral) ? referralOf(message.referral) : null;
  return {
    replyTo: textOf(context.id) ?? textOf(context.message_id),
    content: present({
      forwarded: context.forwarded === true || context.frequently_forwarded === true,
      frequentlyForwarded: context.frequently_forwarded === true,
      referredProduct: isObject(context.referred_product)
        ? present({ catalogId: textOf(product.catalog_id), productRetailerId: textOf(product.product_retailer_id) })
        : null,
      referral,
      groupId: textOf(message.group_id),
    }),
  };
};

const referralOf = (referral: Json): Json =>
  present({
    sourceType: textOf(referral.source_type),
    sourceId: textOf(referral.source_id),
    sourceUrl: textOf(referral.source_url),
    headline: textOf(referral.headline),
    body: textOf(referral.body),
    mediaType: textOf(referral.media_type),
    url: textOf(referral.image_url) ?? textOf(referral.video_url) ?? textOf(referral.thumbnail_url),
    clickId: textOf(referral.ctwa_clid),
    welcomeText: textOf(objectOf(referral.welcome_message).text),
  });

type Reader = (part: Json, message: Json) => Content | undefined;

const media =
  (type: string, extra: (part: Json) => Json): Reader =>
  (part) => {
    const found: Media = {
      id: textOf(part.id),
      url: textOf(part.url) ?? textOf(part.link),
      mime: textOf(part.mime_type),
      sha256: textOf(part.sha256),
      filename: textOf(part.filename),
    };
    return found.id || found.url ? said(type, textOf(part.caption), extra(part), found) : undefined;
  };

const readers: Record<string, Reader> = {
  text: (part) => (typeof part.body === "string" ? said("text", part.body) : undefined),
  image: media("image", () => ({})),
  video: media("video", () => ({})),
  audio: media("audio", (part) => ({ voice: part.voice === true })),
  voice: media("audio", () => ({ voice: true })),
  document: media("document", (part) => present({ filename: textOf(part.filename) })),
  sticker: media("sticker", (part) => ({ animated: part.animated === true })),
  location: (part) => {
    const [latitude, longitude] = [numberOf(part.latitude), numberOf(part.longitude)];
    if (latitude === null || longitude === null) return undefined;
    const place = present({ name: textOf(part.name), address: textOf(part.address), url: textOf(part.url) });
    return said("location", textOf(part.name) ?? textOf(part.address), { latitude, longitude, ...place });
  },
  contacts: (_part, message) => {
    const cards = listOf(message.contacts).filter(isObject).map(cardOf);
    return cards.length === 0
      ? undefined
      : said(
          "contacts",
          cards
            .map((card) => card.name)
            .filter(Boolean)
            .join(", ") || null,
          { contacts: cards },
        );
  },
  interactive: (part) => interactive(part),
  button: (part) =>
    textOf(part.text) === null && textOf(part.payload) === null
      ? undefined
      : said("button", textOf(part.text), present({ payload: textOf(part.payload) })),
  order: (part) => {
    if (!Array.isArray(part.product_items)) return undefined;
    const items = part.product_items.filter(isObject).map((item) => ({
      productRetailerId: textOf(item.product_retailer_id),
      quantity: numberOf(item.quantity) ?? 1,
      price: numberOf(item.item_price),
      currency: textOf(item.currency),
    }));
    return said("order", textOf(part.text), present({ catalogId: textOf(part.catalog_id), items, text: textOf(part.text) }));
  },
  unsupported: (part, message) => unsupported(textOf(part.type) ?? "unknown", message),
};

const interactive = (part: Json): Content | undefined => {
  const kind = textOf(part.type) ?? Object.keys(part)[0] ?? "";
  const reply = objectOf(part[kind]);
  if (kind === "button_reply" || kind === "list_reply") {
    const title = textOf(reply.title);
    return title === null && textOf(reply.id) === null
      ? undefined
      : said(kind, title, present({ id: textOf(reply.id), title, description: textOf(reply.description) }));
  }
  if (kind === "nfm_reply") return flowReply(reply);
  if (kind === "call_permission_reply") {
    const response = textOf(reply.response);
    return said(
      "call_permission",
      null,
      present({
        response,
        permanent: reply.is_permanent === true,
        source: textOf(reply.response_source),
        expiresAt: numberOf(reply.expiration_timestamp),
      }),
    );
  }
  return unsupported(`interactive:${kind || "unknown"}`, { interactive: part });
};

/** The answers are JSON inside a string; what cannot be read is kept as it came (chatwoot 13970 stored null). */
const flowReply = (reply: Json): Content => {
  const raw = reply.response_json;
  let answers: unknown = isObject(raw) ? raw : null;
  if (typeof raw === "string") {
    try {
      answers = readJson(raw);
    } catch {
      // kept as raw below
    }
  }
  const { flow_token: token, ...given } = objectOf(answers);
  return said("flow_reply", textOf(reply.body), {
    ...present({ name: textOf(reply.name), flowToken: textOf(token) }),
    answers: given,
    ...(isObject(answers) || raw === undefined ? {} : { raw: typeof raw === "string" ? raw : JSON.stringify(raw) }),
  });
};

const cardOf = (card: Json): Json => {
  const name = objectOf(card.name);
  const vcard = textOf(card.vcard);
  const fullName =
    textOf(name.formatted_name) ??
    ([textOf(name.first_name), textOf(name.last_name)].filter(Boolean).join(" ") || textOf(card.name) || vcardLine(vcard, "FN"));
  const phones = listOf(card.phones)
    .filter(isObject)
    .map((phone) =>
      present({ phone: textOf(phone.phone) ?? textOf(phone.wa_id), type: textOf(phone.type), whatsappId: textOf(phone.wa_id) }),
    );
  const written = vcardLine(vcard, "TEL");
  return {
    name: fullName ?? "",
    phones: phones.length > 0 || !written ? phones : [{ phone: written }],
    emails: listOf(card.emails)
      .filter(isObject)
      .map((email) => present({ email: textOf(email.email), type: textOf(email.type) })),
    ...present({ org: textOf(objectOf(card.org).company), origin: textOf(card.origin), vcard }),
  };
};

const vcardLine = (vcard: string | null, field: string): string | null =>
  vcard?.match(new RegExp(`^${field}[^:\\r\\n]*:(.+)$`, "mi"))?.[1]?.trim() || null;

const rawLimit = 10_000;

const unsupported = (providerType: string, message: Json): Content => {
  const raw = Object.fromEntries(Object.entries(message).filter(([name]) => !commonFields.has(name)));
  const size = JSON.stringify(raw).length;
  return said("unsupported", null, { providerType, ...(size > 2 && size <= rawLimit ? { raw } : {}) });
};

const commonFields = new Set([
  "id",
  "from",
  "from_user_id",
  "from_parent_user_id",
  "to",
  "to_user_id",
  "timestamp",
  "type",
  "context",
  "referral",
  "errors",
  "history_context",
  "group_id",
]);

const errorsOf = (errors: unknown): { code: number | null; message: string | null; detail: string | null }[] =>
  listOf(errors)
    .filter(isObject)
    .map((error) => ({
      code: numberOf(error.code),
      message: textOf(error.message) ?? textOf(error.title),
      detail: textOf(objectOf(error.error_data).details),
    }));
