import { sampleById } from "../media/samples.ts";
import type { Account, Json, World } from "../world.ts";
import { GraphError, mediaUpload } from "./error.ts";

type File = { mimeType: string; bytes: Buffer };

const MB = 1_000_000;
/** What each kind of message takes (where pages of Meta differ, the smaller). */
const kinds: Record<string, { match: RegExp; most: number }> = {
  image: { match: /^image\/(jpeg|png)$/, most: 5 * MB },
  video: { match: /^video\/(mp4|3gpp)$/, most: 16 * MB },
  audio: { match: /^audio\/(aac|amr|mpeg|mp4|ogg)$/, most: 16 * MB },
  document: { match: /^(text\/plain|application\/.+)$/, most: 100 * MB },
  sticker: { match: /^image\/webp$/, most: 500_000 },
};

/** Files named by id, wherever in the body: headers and template parameters have them too. They must be ours and of the kind. */
export const checkMedia = (world: World, account: Account, body: Json): void => {
  for (const { kind, id, voice } of filesOf(body)) {
    const kept = world.media.get(id);
    const file = kept ? (kept.accountId === account.accountId ? kept : undefined) : sampleById(id);
    if (!file)
      throw new GraphError(100, `(#100) Param media id '${id}' is not a valid whatsapp business account media attachment ID`, {
        details: `Media with id '${id}' was not uploaded to this account.`,
      });
    checkKind(kind, file, voice);
  }
};

type Named = { kind: string; id: string; voice: boolean };

const filesOf = (value: unknown): Named[] => {
  if (Array.isArray(value)) return value.flatMap(filesOf);
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inside]): Named[] => {
    // What a flow is given is the business's own, whatever it is called.
    if (key === "flow_action_payload" || key === "flow_action_data") return [];
    const id = key in kinds && (inside as Json | null)?.id;
    return id ? [{ kind: key, id: String(id), voice: (inside as Json).voice === true }] : filesOf(inside);
  });
};

const checkKind = (kind: string, { mimeType, bytes }: File, voice: boolean): void => {
  const bare = mimeType.replace(/;.*$/, "").trim();
  const rule = kinds[kind];
  if (!rule?.match.test(bare)) throw mediaUpload(`Unsupported ${kind} mime type ${bare}.`);
  if (bytes.length > rule.most) throw mediaUpload(`A ${kind} has at most ${rule.most} bytes; this has ${bytes.length}.`);
  if (kind === "sticker" && bytes.length > 100_000 && !animated(bytes))
    throw mediaUpload(`A static sticker has at most 100000 bytes; this has ${bytes.length}.`);
  if (voice && (bare !== "audio/ogg" || bytes.indexOf("OpusHead") < 0))
    throw mediaUpload("A voice message must be an OGG file with the OPUS codec.");
  if (voice && bytes[bytes.indexOf("OpusHead") + 9] !== 1) throw mediaUpload("A voice message must be mono.");
};

/** The animation flag of an extended WebP file. */
const animated = (bytes: Buffer) => bytes.toString("latin1", 12, 16) === "VP8X" && ((bytes[20] ?? 0) & 2) !== 0;
