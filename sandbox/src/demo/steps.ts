import type { CustomerContent, CustomerMessage, MediaOf, OrderItem } from "../webhooks/message.ts";
import { asMessage } from "../webhooks/message.ts";
import type { Json } from "../world.ts";
import { type DemoCustomer, demoCustomer } from "./customers.ts";

export type ShopMessage =
  | { type: "text"; text: { body: string } }
  | { type: "image"; image: MediaOf }
  | { type: "document"; document: MediaOf<{ filename?: string }> }
  | { type: "template"; template: { name: string; language: { code: string }; components: Json[] } };

/** `about` is the index of the step that is quoted, answered, reacted to, edited or revoked. */
export type DemoStep =
  | { from: "customer"; minutesAgo: number; message: CustomerMessage; about?: number }
  | { from: "shop"; minutesAgo: number; message: ShopMessage; about?: number };

export type DemoConversation = { customer: DemoCustomer; steps: DemoStep[] };

type Line = { gap: number; about?: number } & ({ from: "customer"; message: CustomerMessage } | { from: "shop"; message: ShopMessage });

/** One conversation; each line says how many minutes it comes after the one before. */
export const talk = (key: string, startedMinutesAgo: number, ...lines: Line[]): DemoConversation => {
  let minutesAgo = startedMinutesAgo;
  const steps = lines.map(({ gap, ...line }): DemoStep => {
    minutesAgo -= gap;
    if (minutesAgo < 0) throw new Error(`the conversation with ${key} reaches into the future`);
    return { ...line, minutesAgo };
  });
  return { customer: demoCustomer(key), steps };
};

export const them = (gap: number, content: CustomerContent, about?: number): Line => ({
  from: "customer",
  gap,
  message: asMessage(content),
  ...(about === undefined ? {} : { about }),
});

export const us = (gap: number, content: ShopMessage | string, about?: number): Line => ({
  from: "shop",
  gap,
  message: typeof content === "string" ? { type: "text", text: { body: content } } : content,
  ...(about === undefined ? {} : { about }),
});

export const photo = (sample: string, caption?: string): CustomerMessage => ({
  type: "image",
  image: { sample, ...(caption ? { caption } : {}) },
});
export const voice: CustomerMessage = { type: "audio", audio: { sample: "voice", voice: true } };
export const react = (emoji: string): CustomerMessage => ({ type: "reaction", reaction: { emoji } });
export const tapped = (id: string, title: string): CustomerMessage => ({
  type: "interactive",
  interactive: { type: "button_reply", button_reply: { id, title } },
});
export const chose = (id: string, title: string, description: string): CustomerMessage => ({
  type: "interactive",
  interactive: { type: "list_reply", list_reply: { id, title, description } },
});
export const filled = (answers: Json): CustomerMessage => ({
  type: "interactive",
  interactive: { type: "nfm_reply", nfm_reply: { name: "flow", body: "Sent", response_json: JSON.stringify(answers) } },
});
export const pressed = (text: string): CustomerMessage => ({ type: "button", button: { text, payload: text } });
export const basket = (note: string, ...items: [retailerId: string, quantity: number, price: number][]): CustomerMessage => ({
  type: "order",
  order: {
    catalog_id: "500000000000001",
    text: note,
    product_items: items.map(
      ([product_retailer_id, quantity, item_price]): OrderItem => ({
        product_retailer_id,
        quantity,
        item_price,
        currency: "GBP",
      }),
    ),
  },
});
export const edited = (body: string): CustomerMessage => ({
  type: "edit",
  edit: { message: { type: "text", text: { body } } },
});
export const revoked: CustomerMessage = { type: "revoke", revoke: {} };

export const reorder = (firstName: string, product: string): ShopMessage => template("time_to_reorder", { first_name: firstName, product });
export const shipped = (firstName: string, orderNo: string): ShopMessage =>
  template("order_shipped_named", { first_name: firstName, order_no: orderNo });
export const slot = (when: string): ShopMessage => ({
  type: "template",
  template: {
    name: "delivery_slot",
    language: { code: "en_GB" },
    components: [{ type: "body", parameters: [{ type: "text", text: when }] }],
  },
});

const template = (name: string, named: Record<string, string>): ShopMessage => ({
  type: "template",
  template: {
    name,
    language: { code: "en_GB" },
    components: [
      {
        type: "body",
        parameters: Object.entries(named).map(([parameter_name, text]) => ({ type: "text", parameter_name, text })),
      },
    ],
  },
});
