import type { Json } from "../world.ts";

/** A file of a message: a named sample, bytes of one's own, or (when replaying) the media fields as Meta writes them. */
export type MediaOf<Extra = unknown> = {
  sample?: string;
  base64?: string;
  id?: string;
  mime_type?: string;
  sha256?: string;
  url?: string;
  caption?: string;
} & Extra;

export type Referral = {
  source_url: string;
  source_id: string;
  source_type: "ad" | "post";
  headline?: string;
  body?: string;
  media_type?: "image" | "video";
  image_url?: string;
  video_url?: string;
  ctwa_clid?: string;
  welcome_message?: { text: string };
};

export type Context = {
  id?: string;
  from?: string;
  forwarded?: boolean;
  frequently_forwarded?: boolean;
  referred_product?: { catalog_id: string; product_retailer_id: string };
};

export type OrderItem = {
  product_retailer_id: string;
  quantity: number | string;
  item_price: number;
  currency: string;
};

export type Content =
  | { type: "text"; text: { body: string } }
  | { type: "image"; image: MediaOf }
  | { type: "video"; video: MediaOf }
  | { type: "audio"; audio: MediaOf<{ voice?: boolean }> }
  | { type: "document"; document: MediaOf<{ filename?: string }> }
  | { type: "sticker"; sticker: MediaOf<{ animated?: boolean }> }
  | {
      type: "location";
      location: { latitude: number; longitude: number; name?: string; address?: string; url?: string };
    }
  | { type: "contacts"; contacts: Json[] }
  | {
      type: "interactive";
      interactive:
        | { type: "button_reply"; button_reply: { id: string; title: string } }
        | { type: "list_reply"; list_reply: { id: string; title: string; description?: string } }
        | { type: "nfm_reply"; nfm_reply: { name: string; body: string; response_json: string } }
        | { type: "call_permission_reply"; call_permission_reply: Json };
    }
  | { type: "button"; button: { text: string; payload: string } }
  | { type: "reaction"; reaction: { message_id?: string; emoji?: string } }
  | { type: "order"; order: { catalog_id: string; text?: string; product_items: OrderItem[] } }
  | {
      type: "system";
      system: { type: string; body?: string; wa_id?: string; user_id?: string; identity?: string; customer?: string };
    }
  | { type: "edit"; edit: { original_message_id?: string; message: Content } }
  | { type: "revoke"; revoke: { original_message_id?: string } }
  | { type: "unsupported"; unsupported?: { type: string }; errors: Json[] }
  | { type: "request_welcome" };

/** What a customer sends: any type the Cloud API knows, with what may stand beside it. */
export type CustomerMessage = Content & { context?: Context; referral?: Referral; group_id?: string };

export type CustomerContent = CustomerMessage | string;

export const asMessage = (content: CustomerContent): CustomerMessage =>
  typeof content === "string" ? { type: "text", text: { body: content } } : content;

/** The part of a message that holds its file, if it has one. */
export const fileOf = (message: Content): MediaOf | undefined => {
  switch (message.type) {
    case "image":
      return message.image;
    case "video":
      return message.video;
    case "audio":
      return message.audio;
    case "document":
      return message.document;
    case "sticker":
      return message.sticker;
    default:
      return undefined;
  }
};

export const defaultSamples: Record<string, string> = {
  image: "photo",
  video: "clip",
  audio: "voice",
  document: "purchase_order",
  sticker: "sticker",
};

export const unsupported = (kind: "poll" | "coexistence" = "poll"): CustomerMessage =>
  kind === "coexistence"
    ? {
        type: "unsupported",
        errors: [mishap(131060, "This message is unavailable", "This message is currently unavailable.")],
      }
    : {
        type: "unsupported",
        unsupported: { type: kind },
        errors: [mishap(131051, "Message type unknown", "Message type is currently not supported.")],
      };

const mishap = (code: number, title: string, details: string) => ({
  code,
  title,
  message: title,
  error_data: { details },
});
