import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import type { Tx } from "../../../../kernel/db/pools.ts";
import { Refusal } from "../../../../kernel/errors.ts";
import { emitMany } from "../../../../kernel/events.ts";
import { enqueue } from "../../../../kernel/jobs.ts";
import type { Kernel } from "../../../../kernel/module.ts";
import { OutboundFailure } from "../../../../kernel/outbound.ts";
import { callGraph, type GraphAccess } from "../graph/graph.ts";
import { accessOf, numberOf } from "../numbers/number.ts";
import { keepUnfetched } from "./media-again.ts";
import type { MediaJob } from "./media-queue.ts";
import { imageSize } from "./media-size.ts";

/** An inbound file above 100 MB is Meta's own limit. */
const limit = 100_000_000;

/** Nothing will make it better: no more tries. */
class GivenUp extends Error {}

const mostTries = 10;
/** 2, 8, 32 s … at most an hour: some five hours in all. */
const waitSeconds = (tries: number) => Math.min(3600, 2 * 4 ** tries);

/** Brings a file that a customer sent into our store, now or (when that fails) later; after the last try it is failed for good, with the reason. */
export const fetchMedia = async (kernel: Kernel, job: MediaJob & { tries?: number }): Promise<void> => {
  const { organizationId, fileId } = job;
  const file = await kernel.db.system
    .selectFrom("files")
    .select("state")
    .where("organization_id", "=", organizationId)
    .where("id", "=", fileId)
    .executeTakeFirst();
  // Taken back meanwhile, or done by an earlier run of this very job.
  if (!file || file.state === "stored") return;
  try {
    const number = await numberOf(kernel.db.system, organizationId, job.channelId);
    if (!number || number.token_sealed === "") throw new GivenUp("channel_disconnected");
    await store(kernel, job, accessOf(kernel, number));
  } catch (error) {
    const tries = job.tries ?? 0;
    if (!(error instanceof GivenUp) && tries + 1 < mostTries) {
      kernel.log.info({ file: fileId, tries, reason: reasonOf(error) }, "a file could not be fetched; trying again later");
      await kernel.db.system
        .transaction()
        .execute((tx) =>
          enqueue(
            tx,
            "whatsapp.fetch-media",
            { ...job, tries: tries + 1 },
            { key: `media:${fileId}`, runAt: new Date(Date.now() + waitSeconds(tries) * 1000) },
          ),
        );
      return;
    }
    await settle(kernel, job, { state: "failed", failure: reasonOf(error) }, "message.media_failed");
  }
};

const store = async (kernel: Kernel, job: MediaJob, access: GraphAccess) => {
  const known = job.url ? await download(kernel, job, access, job.url) : null;
  const stored = known ?? (await download(kernel, job, access, await addressOf(kernel, job, access), true));
  if (!stored) throw new GivenUp("media_gone");
  const path = kernel.files.path(job.organizationId, job.fileId);
  if (job.sha256 !== null && !(await sameDigest(path, stored.sha256, job.sha256))) {
    await kernel.files.remove(job.organizationId, job.fileId);
    throw new Error("media_damaged");
  }
  const size = stored.mime.startsWith("image/") ? await imageSize(path).catch(() => null) : null;
  await settle(
    kernel,
    job,
    {
      state: "stored",
      failure: null,
      mime: mimeOf(stored.mime, job.mime),
      size: String(stored.size),
      sha256: stored.sha256,
      width: size?.width ?? null,
      height: size?.height ?? null,
      stored_at: new Date(),
    },
    "message.media_stored",
  );
};

/** The address lives about five minutes, so it is asked for right before it is used. */
const addressOf = async (kernel: Kernel, job: MediaJob, access: GraphAccess): Promise<string> => {
  if (!job.mediaId) throw new GivenUp("media_gone");
  const answer = await callGraph(kernel, access, {
    purpose: "direct_messaging",
    path: encodeURIComponent(job.mediaId),
    uncounted: true,
    categories: ["user.unique_id"],
    contactId: job.contactId,
  });
  if (answer.status === 404 || (answer.error && (answer.error.code === 100 || answer.error.subcode === 33)))
    throw new GivenUp("media_gone");
  const url = answer.json?.url;
  if (typeof url !== "string") throw new Error(`graph_${answer.error?.code ?? answer.status}`);
  return url;
};

/** 100 MB at half a megabyte a second. */
const downloadMs = 200_000;

/** Null where the address does not (any longer) lead to the file. */
const download = async (kernel: Kernel, job: MediaJob, access: GraphAccess, url: string, last = false) => {
  const answer = await kernel.outbound
    .stream({
      organizationId: job.organizationId,
      recipient: "meta",
      purpose: "direct_messaging",
      categories: ["user.unique_id"],
      contactId: job.contactId,
      url,
      headers: { authorization: `Bearer ${access.token}` },
      timeoutMs: 60_000,
    })
    .catch((error) => {
      // An address that may not be reached is not reached: the id leads to another.
      if (error instanceof Refusal && !last) return null;
      if (!last && error instanceof OutboundFailure) return null;
      throw error;
    });
  if (!answer) return null;
  if (answer.status !== 200) {
    (answer.stream as unknown as { destroy: () => void }).destroy();
    if (!last || answer.status === 404 || answer.status === 410) return null;
    throw new Error(`download_${answer.status}`);
  }
  const stream = answer.stream as unknown as { destroy: (error?: Error) => void };
  if (Number(answer.headers["content-length"] ?? 0) > limit) {
    stream.destroy();
    throw new GivenUp("file_too_large");
  }
  // A download that stalls must not hold its worker for ever: a few of them would stop all background work.
  const deadline = setTimeout(() => stream.destroy(new Error("ETIMEDOUT")), downloadMs);
  try {
    return await kernel.files.write(
      job.organizationId,
      job.fileId,
      answer.stream,
      limit,
      job.mime ?? String(answer.headers["content-type"] ?? ""),
    );
  } catch (error) {
    if (error instanceof Refusal) throw new GivenUp(error.code);
    throw error;
  } finally {
    clearTimeout(deadline);
  }
};

/** Meta writes the digest in base64, some in hexadecimal digits. */
const sameDigest = async (path: string, hex: string, claimed: string): Promise<boolean> => {
  const wanted = /^[0-9a-f]{64}$/i.test(claimed) ? claimed.toLowerCase() : Buffer.from(claimed, "base64").toString("hex");
  // A claim that is no SHA-256 at all proves nothing either way.
  if (wanted.length !== 64 || wanted === hex) return true;
  const digest = createHash("sha256");
  for await (const chunk of createReadStream(path)) digest.update(chunk as Buffer);
  return digest.digest("hex") === wanted;
};

/** Opus in OGG is sniffed as a container; what the provider says about the same container is more. */
const mimeOf = (sniffed: string, claimed: string | null): string => {
  const said = claimed?.split(";")[0]?.trim().toLowerCase() ?? "";
  if (sniffed === "application/ogg" && said === "audio/ogg") return said;
  return sniffed === "video/mp4" && said === "audio/mp4" ? said : sniffed;
};

const reasonOf = (error: unknown) =>
  error instanceof GivenUp || /^(media|graph|download)_/.test((error as Error).message)
    ? (error as Error).message
    : error instanceof OutboundFailure
      ? "provider_unreachable"
      : error instanceof Refusal
        ? error.code
        : "internal";

type Outcome = {
  state: "stored" | "failed";
  failure: string | null;
  mime?: string;
  size?: string;
  sha256?: string;
  width?: number | null;
  height?: number | null;
  stored_at?: Date;
};

const settle = async (kernel: Kernel, job: MediaJob, outcome: Outcome, name: string) => {
  const { organizationId, conversationId, contactId, messageId, fileId } = job;
  await kernel.db.system.transaction().execute(async (tx) => {
    const changed = await tx
      .updateTable("files")
      .set(outcome)
      .where("organization_id", "=", organizationId)
      .where("id", "=", fileId)
      .where("state", "<>", outcome.state)
      .returning("id")
      .executeTakeFirst();
    if (changed && outcome.state === "failed") await keepUnfetched(tx, job);
    if (changed)
      await emitMany(tx, [
        { organizationId, name, actor: { kind: "system", name: "whatsapp" }, payload: { conversationId, contactId, messageId, fileId } },
      ]);
    else if (outcome.state === "stored" && !(await isKept(tx, job))) await kernel.files.remove(organizationId, fileId);
  });
  kernel.live.wake();
};

/** Another run of this job may have stored the very same meanwhile; without a row, the message was erased while we fetched. */
const isKept = async (tx: Tx, { organizationId, fileId }: MediaJob): Promise<boolean> =>
  (await tx.selectFrom("files").select("id").where("organization_id", "=", organizationId).where("id", "=", fileId).executeTakeFirst()) !==
  undefined;
