import type { z } from "zod";
import type { Tx } from "../../../../kernel/db/pools.ts";
import type { PlannedSend, SendWish } from "../../../../kernel/deliveries.ts";
import type { Ctx } from "../../../../kernel/module.ts";
import type { SendMessage } from "../../../conversations/conversations.api.ts";
import type { NumberRow } from "../numbers/number.ts";
import { type MediaKind, requireFit } from "./limits-media.ts";

export type Message = z.output<typeof SendMessage>;
export type Of<T extends Message["type"]> = Extract<Message, { type: T }>;

/** For whom and by whom a message is planned. */
export type Planning = { tx: Tx; ctx: Ctx; number: NumberRow; wish: SendWish; identityId: string };
/** What a kind of message says of itself; the rest is the same for all but templates. */
export type Planned = Pick<PlannedSend, "type" | "text" | "content" | "payload"> & Partial<PlannedSend>;

/** A file where Graph wants an uploaded id: request.ts puts that in its place. */
export type Placed = { fileId: string; mime: string };
export type Shown = { placed: Placed; name: string; kind: MediaKind };

/** A file of the organization that fits, as it stands in the request; throws the refusal naming the field. */
export const placeFile = async ({ tx, ctx }: Planning, field: string, kind: MediaKind, fileId: string): Promise<Shown> => {
  const file = await fileRow(tx, ctx.organizationId, fileId);
  const mime = await requireFit(field, kind, file, ctx.kernel.files.path(ctx.organizationId, fileId));
  return { placed: { fileId, mime }, name: file?.name || `file.${mime === "application/pdf" ? "pdf" : "bin"}`, kind };
};

/** Above buttons and links stands an image, a video or a document, whichever the file is. */
export const placeHeader = async (planning: Planning, field: string, fileId: string): Promise<Shown> => {
  const file = await fileRow(planning.tx, planning.ctx.organizationId, fileId);
  const mime = file?.mime ?? "";
  return placeFile(planning, field, mime.startsWith("image/") ? "image" : mime.startsWith("video/") ? "video" : "document", fileId);
};

export const fileRow = (tx: Tx, organizationId: string, fileId: string) =>
  tx
    .selectFrom("files")
    .select(["name", "state", "mime", "size"])
    .where("organization_id", "=", organizationId)
    .where("id", "=", fileId)
    .executeTakeFirst();
