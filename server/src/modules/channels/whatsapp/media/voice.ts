import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { Readable } from "node:stream";
import { invalid } from "../../../../kernel/errors.ts";
import type { Ctx } from "../../../../kernel/module.ts";
import { mediaLimits, metaMime } from "../sending/limits-media.ts";
import type { Message, Of } from "../sending/message.ts";
import { lookAt } from "./media-look.ts";
import { markMono, writeOgg } from "./voice-ogg.ts";
import { OpusBroken } from "./voice-opus.ts";
import { readWebm } from "./voice-webm.ts";

/**
 * What browsers record and WhatsApp does not take: Chromium's WebM becomes OGG with the same Opus packets in it, and a voice message of two
 * channels is marked as mono. The result is a file of its own, always the same one for the same recording. Anything else stays as it is,
 * for limits-media.ts to judge.
 */
export const readyRecording = async (ctx: Ctx, message: Message): Promise<Message> => {
  if (message.type !== "audio") return message;
  const file = await ctx.transaction((tx) =>
    tx
      .selectFrom("files")
      .select(["name", "state", "mime", "size"])
      .where("organization_id", "=", ctx.organizationId)
      .where("id", "=", message.fileId)
      .executeTakeFirst(),
  );
  if (file?.state !== "stored" || Number(file.size) > mediaLimits.audio.bytes) return message;
  const path = ctx.kernel.files.path(ctx.organizationId, message.fileId);
  const convert = await conversionOf(message, metaMime(file.mime), path);
  if (!convert) return message;
  return { ...message, fileId: await converted(ctx, message, `${(file.name ?? "voice").replace(/\.\w{1,5}$/, "")}.ogg`, convert) };
};

const conversionOf = async (message: Of<"audio">, mime: string, path: string): Promise<(() => Promise<Buffer>) | null> => {
  if (mime === "video/webm" || mime === "audio/webm") return async () => writeOgg(readWebm(await readFile(path)));
  if (!message.voice || mime !== "audio/ogg") return null;
  const look = await lookAt(path, mime);
  const stereo = look.kind === "ogg" && look.streams.length === 1 && look.streams[0] === "opus" && look.channels === 2;
  return stereo ? async () => markMono(await readFile(path)) : null;
};

/** The row first, as with an upload: bytes without a row would never be found again. Who asks at the same moment waits and finds it done. */
const converted = async (ctx: Ctx, message: Of<"audio">, name: string, convert: () => Promise<Buffer>): Promise<string> => {
  const { organizationId } = ctx;
  const id = idOf(message.fileId);
  const bytes = await convert().catch((error: unknown) => {
    if (!(error instanceof OpusBroken)) throw error;
    throw invalid("fileId", `${error.message} It cannot be sent as audio.`, "Record it again, or send it as MP3.");
  });
  await ctx.transaction((tx) =>
    tx
      .insertInto("files")
      .values({ organization_id: organizationId, id, state: "pending", name, source: "upload" })
      .onConflict((conflict) => conflict.columns(["organization_id", "id"]).doNothing())
      .execute(),
  );
  await ctx.transaction(async (tx) => {
    const row = await tx
      .selectFrom("files")
      .select("state")
      .where("organization_id", "=", organizationId)
      .where("id", "=", id)
      .forUpdate()
      .executeTakeFirst();
    if (row?.state === "stored") return;
    const stored = await ctx.kernel.files.write(organizationId, id, Readable.from([bytes]), mediaLimits.audio.bytes, "audio/ogg");
    await tx
      .updateTable("files")
      .set({ state: "stored", mime: stored.mime, size: String(stored.size), sha256: stored.sha256, stored_at: new Date() })
      .where("organization_id", "=", organizationId)
      .where("id", "=", id)
      .execute();
  });
  return id;
};

/** A UUID of version 8 (RFC 9562 §5.8) that follows from the recording's. */
const idOf = (fileId: string): string => {
  const digest = createHash("sha256").update(`ogg of ${fileId}`).digest("hex");
  const variant = "89ab"[Number.parseInt(digest[16] ?? "0", 16) & 3];
  return `${digest.slice(0, 8)}-${digest.slice(8, 12)}-8${digest.slice(13, 16)}-${variant}${digest.slice(17, 20)}-${digest.slice(20, 32)}`;
};
