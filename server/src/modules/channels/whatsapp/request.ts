import type { ClaimedDelivery } from "../../../kernel/deliveries.ts";
import type { Kernel } from "../../../kernel/module.ts";
import type { NumberRow } from "./number.ts";
import { reach } from "./reach.ts";
import { uploadedId } from "./upload.ts";

/** What a delivery's `content` holds: written by plan.ts, read here when it is sent. */
export type Payload = { quote?: string } & (
  | { type: "text"; text: { body: string; preview_url: boolean } }
  | { type: "image" | "video" | "document"; media: { fileId: string; caption?: string; filename?: string } }
  | {
      type: "template";
      template: { name: string; language: { code: string }; components: { type: string; parameters?: Record<string, unknown>[] }[] };
      headerFileId?: string;
      headerFilename?: string | null;
    }
);
export type Address = { kind: "phone" | "whatsapp_user_id"; value: string };

export const addressOf = async (kernel: Kernel, delivery: ClaimedDelivery): Promise<Address | null> => {
  const db = kernel.db.system;
  const id = await reach(db, delivery.organizationId, delivery.channelId, delivery.contactId, delivery.identityId);
  if (!id) return null;
  const identity = await db
    .selectFrom("identities")
    .select(["kind", "value"])
    .where("organization_id", "=", delivery.organizationId)
    .where("id", "=", id)
    .executeTakeFirstOrThrow();
  return identity as Address;
};

/** The body of POST /{phone_number_id}/messages (whatsapp.md §3.7). Our delivery's id travels along: a status that brings it back settles an unknown. */
export const requestBody = async (
  kernel: Kernel,
  number: NumberRow,
  delivery: ClaimedDelivery,
  to: Address,
): Promise<Record<string, unknown>> => {
  const content = delivery.content as Payload;
  return {
    messaging_product: "whatsapp",
    recipient_type: "individual",
    ...(to.kind === "phone" ? { to: to.value } : { recipient: to.value }),
    type: content.type,
    [content.type]: await partOf(kernel, number, delivery, content),
    ...(content.quote ? { context: { message_id: content.quote } } : {}),
    biz_opaque_callback_data: delivery.id,
  };
};

const partOf = async (kernel: Kernel, number: NumberRow, delivery: ClaimedDelivery, content: Payload): Promise<Record<string, unknown>> => {
  if (content.type === "text") return content.text;
  if (content.type !== "template") {
    const { fileId, ...shown } = content.media;
    return { id: await uploadedId(kernel, number, delivery, fileId), ...shown };
  }
  if (!content.headerFileId) return content.template;
  const id = await uploadedId(kernel, number, delivery, content.headerFileId);
  const named = content.headerFilename ? { filename: content.headerFilename } : {};
  const components = content.template.components.map((part) =>
    part.type === "header"
      ? {
          ...part,
          parameters: part.parameters?.map((one) => ({ ...one, [String(one.type)]: { id, ...(one.type === "document" ? named : {}) } })),
        }
      : part,
  );
  return { ...content.template, components };
};
