import type { Tx } from "../../../../kernel/db/pools.ts";
import { conflict, notFound } from "../../../../kernel/errors.ts";
import { emit } from "../../../../kernel/events.ts";
import { enqueue } from "../../../../kernel/jobs.ts";
import type { Ctx, Kernel } from "../../../../kernel/module.ts";
import { messageColumns, presentMessage } from "../../../conversations/index.ts";
import type { MediaJob } from "./media-queue.ts";

/** A media id in a webhook lives so long. */
const mediaDays = 7;
/** Somebody waits for the answer: a few minutes of tries, not hours. */
const triesDone = 6;

/** Keeps what is needed to fetch a file that was given up once more, as long as the provider has it. */
export const keepUnfetched = async (tx: Tx, job: MediaJob): Promise<void> => {
  if (!job.mediaId && !job.url) return;
  const message = await tx
    .selectFrom("messages")
    .select("created_at")
    .where("organization_id", "=", job.organizationId)
    .where("id", "=", job.messageId)
    .executeTakeFirst();
  if (!message) return;
  const values = { media_id: job.mediaId, url: job.url, sha256: job.sha256, mime: job.mime, failed_at: new Date() };
  await tx
    .insertInto("whatsapp_unfetched")
    .values({
      organization_id: job.organizationId,
      file_id: job.fileId,
      channel_id: job.channelId,
      ...values,
      expires_at: new Date(message.created_at.getTime() + mediaDays * 86_400_000),
    })
    .onConflict((at) => at.columns(["organization_id", "file_id"]).doUpdateSet(values))
    .execute();
};

/** A person asks for a customer's file again that could not be fetched. Asking while it is being fetched changes nothing. */
export const fetchAgain = (ctx: Ctx, path: { conversationId: string; messageId: string }) =>
  ctx.transaction(async (tx) => {
    const message = await tx
      .selectFrom("messages")
      .select([...messageColumns, "contact_id"])
      .where("organization_id", "=", ctx.organizationId)
      .where("conversation_id", "=", path.conversationId)
      .where("id", "=", path.messageId)
      .executeTakeFirst();
    if (!message?.file_id) throw notFound("file in this message");
    const file = await tx
      .selectFrom("files")
      .select("state")
      .where("organization_id", "=", ctx.organizationId)
      .where("id", "=", message.file_id)
      .forUpdate()
      .executeTakeFirst();
    if (!file) throw notFound("file in this message");
    if (file.state !== "failed") return presentMessage(tx, ctx.organizationId, message);
    const kept = await tx
      .deleteFrom("whatsapp_unfetched")
      .where("organization_id", "=", ctx.organizationId)
      .where("file_id", "=", message.file_id)
      .where("expires_at", ">", new Date())
      .returningAll()
      .executeTakeFirst();
    if (!kept)
      throw conflict(
        "media_gone",
        "WhatsApp keeps a customer's file for seven days; it is gone by now.",
        "Ask the customer to send it again.",
      );
    await tx
      .updateTable("files")
      .set({ state: "pending", failure: null })
      .where("organization_id", "=", ctx.organizationId)
      .where("id", "=", message.file_id)
      .execute();
    const job: MediaJob = {
      organizationId: ctx.organizationId,
      channelId: kept.channel_id,
      conversationId: path.conversationId,
      contactId: message.contact_id,
      messageId: path.messageId,
      fileId: message.file_id,
      mediaId: kept.media_id,
      url: kept.url,
      sha256: kept.sha256,
      mime: kept.mime,
    };
    await enqueue(tx, "whatsapp.fetch-media", { ...job, tries: triesDone }, { key: `media:${message.file_id}`, attempts: 12 });
    await emit(tx, ctx, "message.media_requested", {
      conversationId: path.conversationId,
      contactId: message.contact_id,
      messageId: path.messageId,
      fileId: message.file_id,
    });
    return presentMessage(tx, ctx.organizationId, message);
  });

/** Nothing can be fetched with these any more. */
export const forgetUnfetched = async (kernel: Kernel): Promise<void> => {
  await kernel.db.system.deleteFrom("whatsapp_unfetched").where("expires_at", "<", new Date()).execute();
};
