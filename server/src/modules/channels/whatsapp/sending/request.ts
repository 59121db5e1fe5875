import type { ClaimedDelivery } from "../../../../kernel/deliveries.ts";
import type { Kernel } from "../../../../kernel/module.ts";
import type { NumberRow } from "../numbers/number.ts";
import type { Placed } from "./message.ts";
import { uploadedId } from "./upload.ts";

type Json = Record<string, unknown>;
type Parameters = Json[];
export type TemplatePart = Json & { type: string; parameters?: Parameters; cards?: { card_index: number; components: TemplatePart[] }[] };

/** What a delivery's `content` holds: the body of Graph's own shape, written by plan.ts, with `fileId` and `mime` where Graph wants an uploaded id. */
export type Payload = { quote?: string } & (
  | { type: "template"; template: { name: string; language: { code: string }; components?: TemplatePart[] } }
  | { type: "interactive"; interactive: Json & { header?: Json & { type: string } } }
  | { type: "image" | "video" | "audio" | "document" | "sticker" }
  | { type: "text" | "location" | "contacts" | "reaction" }
);
export type Address = { kind: "phone" | "whatsapp_user_id"; value: string };

/** The body of POST /{phone_number_id}/messages. Our delivery's id travels along: a status that brings it back settles an unknown. */
export const requestBody = async (kernel: Kernel, number: NumberRow, delivery: ClaimedDelivery, to: Address): Promise<Json> => {
  const content = delivery.content as Payload;
  const upload: Upload = async ({ fileId, mime, ...shown }) => ({ id: await uploadedId(kernel, number, delivery, fileId, mime), ...shown });
  return {
    messaging_product: "whatsapp",
    recipient_type: "individual",
    ...(to.kind === "phone" ? { to: to.value } : { recipient: to.value }),
    type: content.type,
    [content.type]: await partOf(content, upload),
    ...(content.quote ? { context: { message_id: content.quote } } : {}),
    biz_opaque_callback_data: delivery.id,
  };
};

type Upload = (file: Placed & Json) => Promise<Json>;

const partOf = async (content: Payload, upload: Upload): Promise<unknown> => {
  if (content.type === "template") {
    const { components, ...template } = content.template;
    return components ? { ...template, components: await uploadedParts(components, upload) } : template;
  }
  if (content.type === "interactive") {
    const { header } = content.interactive;
    return header ? { ...content.interactive, header: await uploaded(header, upload) } : content.interactive;
  }
  const part = (content as Json)[content.type];
  return (await uploaded({ type: content.type, [content.type]: part }, upload))[content.type];
};

const uploadedParts = async (parts: TemplatePart[], upload: Upload): Promise<TemplatePart[]> => {
  const done: TemplatePart[] = [];
  for (const part of parts) {
    const { parameters, cards, ...rest } = part;
    const ready: TemplatePart = rest;
    if (parameters) {
      ready.parameters = [];
      for (const one of parameters) ready.parameters.push(await uploaded(one, upload));
    }
    if (cards) {
      ready.cards = [];
      for (const card of cards) ready.cards.push({ ...card, components: await uploadedParts(card.components, upload) });
    }
    done.push(ready);
  }
  return done;
};

/** `{ type: "image", image: { fileId, ... } }`, wherever Graph has media, with the id in the file's place. */
const uploaded = async (part: Json, upload: Upload): Promise<Json> => {
  const held = part[String(part.type)];
  if (typeof held !== "object" || held === null || !("fileId" in held)) return part;
  return { ...part, [String(part.type)]: await upload(held as Placed & Json) };
};
