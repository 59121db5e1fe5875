import type { Random } from "../random.ts";
import type { Content, CustomerMessage } from "../webhooks/message.ts";
import type { Json } from "../world.ts";
import type { Customer } from "./customer.ts";
import { type Persona, personaOf } from "./personas.ts";
import { type Mood, moodOf, phrases } from "./phrases.ts";

export type Step = { afterSeconds: number; message: CustomerMessage };

/** How this person answers that message: nothing, or one or two messages, each so many seconds after the one before. */
export const planAnswer = (customer: Customer, random: Random, body: Json, messageId: string, buttons: Json[]): Step[] => {
  const persona = personaOf(customer.persona);
  const type = String(body.type ?? "text");
  if (type === "reaction" || random.chance(persona.silence)) return [];
  const step = (message: CustomerMessage): Step => ({ afterSeconds: random.between(...persona.typing), message });
  const quote = { context: { id: messageId } };

  const tapped = type === "interactive" ? tap(random, body.interactive as Json) : tapTemplate(random, buttons);
  if (tapped) return [step({ ...tapped, ...quote })];
  if (random.chance(persona.reaction)) {
    return [step({ type: "reaction", reaction: { message_id: messageId, emoji: random.pick(persona.emoji) } })];
  }
  const mood = moodFor(type, body);
  const say = (what: Mood): CustomerMessage => ({
    type: "text",
    text: { body: random.pick(phrases[customer.language][what]) },
  });
  const first = vivid(random, persona, mood, say(mood)) ?? say(mood);
  const steps = [step(random.chance(persona.quoting) ? { ...first, ...quote } : first)];
  if (random.chance(persona.second)) steps.push(step(say("chat")));
  return steps;
};

/** What somebody writes who begins a conversation. */
export const planOpener = (customer: Customer, random: Random): CustomerMessage => {
  const words = random.pick(phrases[customer.language].opener);
  const kind = random.next();
  if (kind < 0.12) {
    return {
      type: "text",
      text: { body: words },
      referral: {
        source_url: "https://fb.me/fernhillAd",
        source_id: "300000000000001",
        source_type: "ad",
        headline: "Starter box",
        body: "Six roasts, one box",
        media_type: "image",
        image_url: "https://example.com/ads/starter-box.jpg",
        ctwa_clid: `click-${customer.userId}`,
      },
    };
  }
  if (kind < 0.22) return { type: "image", image: { sample: random.pick(["bag", "beans", "moka", "torn_bag"]), caption: words } };
  if (kind < 0.3) return { type: "audio", audio: { voice: true } };
  if (kind < 0.38) return order(random);
  return { type: "text", text: { body: words } };
};

const moodFor = (type: string, body: Json): Mood => {
  if (type === "text") return moodOf(String((body.text as Json).body));
  if (type === "template") return "order";
  if (type === "document") return "thanks";
  return "chat";
};

const vivid = (random: Random, persona: Persona, mood: Mood, words: CustomerMessage): CustomerMessage | undefined => {
  const caption = words.type === "text" ? words.text.body : "";
  if (mood === "photo") return { type: "image", image: { sample: random.pick(["torn_bag", "bag", "parcel", "cup"]), caption } };
  if (!random.chance(persona.vivid)) return undefined;
  if (mood === "order") return random.chance(0.5) ? order(random) : place;
  return random.pick<CustomerMessage>([
    { type: "image", image: { sample: random.pick(["latte", "cup", "moka", "beans"]), caption } },
    { type: "audio", audio: { voice: true } },
    { type: "sticker", sticker: {} },
    { type: "document", document: { sample: "purchase_order", filename: "PO-0042.pdf", caption } },
    { type: "video", video: { caption } },
  ]);
};

const place: CustomerMessage = {
  type: "location",
  location: { latitude: 51.4769, longitude: -0.0005, name: "Home", address: "1 Example Hill, London" },
};

const order = (random: Random): CustomerMessage => ({
  type: "order",
  order: {
    catalog_id: "500000000000001",
    text: "",
    product_items: [
      {
        product_retailer_id: random.pick(["HOUSE-1KG", "HARBOUR-1KG", "DECAF-250G"]),
        quantity: random.pick([1, 2, 3]),
        item_price: 24.5,
        currency: "GBP",
      },
      { product_retailer_id: "FILTERS-100", quantity: "1", item_price: 3.2, currency: "GBP" },
    ],
  },
});

const tap = (random: Random, given: Json): Content | undefined => {
  const action = given.action as Json;
  if (given.type === "button") {
    const { reply } = random.pick(action.buttons as { reply: { id: string; title: string } }[]);
    return { type: "interactive", interactive: { type: "button_reply", button_reply: reply } };
  }
  if (given.type === "list") {
    const sections = action.sections as { rows: { id: string; title: string; description?: string }[] }[];
    const row = random.pick(sections.flatMap((section) => section.rows));
    return { type: "interactive", interactive: { type: "list_reply", list_reply: row } };
  }
  if (given.type === "flow") {
    const { flow_token } = action.parameters as Json;
    const response = JSON.stringify({
      flow_token,
      screen_0_rating: random.pick(["3", "4", "5"]),
      screen_0_comment: "Fast delivery",
    });
    return {
      type: "interactive",
      interactive: { type: "nfm_reply", nfm_reply: { name: "flow", body: "Sent", response_json: response } },
    };
  }
  if (given.type === "location_request_message") return place;
  if (given.type === "product" || given.type === "product_list") return order(random);
  return undefined;
};

const tapTemplate = (random: Random, buttons: Json[]): Content | undefined => {
  if (buttons.length === 0) return undefined;
  const button = random.pick(buttons);
  return { type: "button", button: { text: String(button.text), payload: String(button.payload ?? button.text) } };
};
