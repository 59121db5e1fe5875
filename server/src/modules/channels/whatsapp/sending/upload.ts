import type { ClaimedDelivery } from "../../../../kernel/deliveries.ts";
import type { Kernel } from "../../../../kernel/module.ts";
import { callGraph, type GraphProblem } from "../graph/graph.ts";
import { accessOf, type NumberRow } from "../numbers/number.ts";

/** An uploaded id lives 30 days at Meta; a day of margin. */
const livesMs = 29 * 24 * 3600_000;

/** Meta refused the file. */
export class UploadFailed extends Error {
  readonly status: number;
  readonly problem: GraphProblem;
  constructor(status: number, problem: GraphProblem) {
    super("The upload was refused");
    this.status = status;
    this.problem = problem;
  }
}

/**
 * The id under which Meta has this file for this number, uploading it as `mime` when it has not. Two at once upload twice, which harms
 * nobody; a file fits one kind of message only, so it never needs two types.
 */
export const uploadedId = async (
  kernel: Kernel,
  number: NumberRow,
  delivery: ClaimedDelivery,
  fileId: string,
  mime: string,
): Promise<string> => {
  const { organizationId, channelId } = delivery;
  const db = kernel.db.system;
  const have = await db
    .selectFrom("whatsapp_uploads")
    .select("media_id")
    .where("organization_id", "=", organizationId)
    .where("channel_id", "=", channelId)
    .where("file_id", "=", fileId)
    .where("expires_at", ">", new Date())
    .executeTakeFirst();
  if (have) return have.media_id;
  const file = await db
    .selectFrom("files")
    .select(["name", "state"])
    .where("organization_id", "=", organizationId)
    .where("id", "=", fileId)
    .executeTakeFirst();
  const size = await kernel.files.size(organizationId, fileId);
  if (file?.state !== "stored" || size === null)
    throw new UploadFailed(404, { code: 131053, subcode: null, message: "", details: "The file is not here any more." });
  const answer = await callGraph(kernel, accessOf(kernel, number), {
    purpose: delivery.purpose,
    path: `${number.phone_number_id}/media`,
    method: "POST",
    upload: {
      fields: { messaging_product: "whatsapp", type: mime },
      name: asciiName(file.name),
      mime,
      size,
      stream: kernel.files.read(organizationId, fileId),
    },
    categories: ["user.content.private"],
    contactId: delivery.contactId,
    timeoutMs: 120_000,
  });
  const mediaId = answer.json?.id;
  if (typeof mediaId !== "string")
    throw new UploadFailed(
      answer.status,
      answer.error ?? { code: 131000, subcode: null, message: "", details: `The upload was answered with ${answer.status}.` },
    );
  await db
    .insertInto("whatsapp_uploads")
    .values({
      organization_id: organizationId,
      channel_id: channelId,
      file_id: fileId,
      media_id: mediaId,
      expires_at: new Date(Date.now() + livesMs),
    })
    .onConflict((conflict) =>
      conflict
        .columns(["organization_id", "channel_id", "file_id"])
        .doUpdateSet((eb) => ({ media_id: eb.ref("excluded.media_id"), expires_at: eb.ref("excluded.expires_at") })),
    )
    .execute();
  return mediaId;
};

/** Only the message shows the name to the customer; the upload's own may stay plain. */
const asciiName = (name: string | null) => (name ?? "file").replace(/[^\x20-\x7e]/g, "_");
