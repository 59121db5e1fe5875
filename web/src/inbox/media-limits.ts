/** What WhatsApp takes as what, in decimal bytes. The server judges again: server/test/composer-limits.test.ts holds this against its list. */
export const mediaLimits = {
  image: { bytes: 5_000_000, mimes: ["image/jpeg", "image/png"] },
  video: { bytes: 16_000_000, mimes: ["video/mp4", "video/3gpp"] },
  audio: { bytes: 16_000_000, mimes: ["audio/aac", "audio/amr", "audio/mpeg", "audio/mp4", "audio/ogg"] },
  document: {
    bytes: 100_000_000,
    mimes: [
      "text/plain",
      "application/pdf",
      "application/msword",
      "application/vnd.ms-excel",
      "application/vnd.ms-powerpoint",
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
      "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    ],
  },
  sticker: { bytes: 500_000, mimes: ["image/webp"] },
} as const;

/** A sticker that does not move; whether it does is seen in its first bytes. */
export const stillStickerBytes = 100_000;

export type MediaKind = keyof typeof mediaLimits;
const kinds = Object.keys(mediaLimits) as MediaKind[];
const takes = (kind: MediaKind, mime: string) => (mediaLimits[kind].mimes as readonly string[]).includes(mime);

/** Why a file does not go as this kind. */
export interface MediaRefusal {
  because: "type" | "size" | "empty";
  kind: MediaKind;
  /** In bytes; of `size` only. */
  limit?: number;
  /** It is a picture: drawn again as a smaller JPEG it goes as a photo. */
  redraw: boolean;
}

/** Browsers leave the type of some files empty and call others by their older names. */
const byEnding: Record<string, string> = {
  "3gp": "video/3gpp",
  aac: "audio/aac",
  amr: "audio/amr",
  doc: "application/msword",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  m4a: "audio/mp4",
  mp3: "audio/mpeg",
  ogg: "audio/ogg",
  opus: "audio/ogg",
  pdf: "application/pdf",
  ppt: "application/vnd.ms-powerpoint",
  pptx: "application/vnd.openxmlformats-officedocument.presentationml.presentation",
  txt: "text/plain",
  webp: "image/webp",
  xls: "application/vnd.ms-excel",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};
const sameAs: Record<string, string> = {
  "audio/mp3": "audio/mpeg",
  "audio/vnd.dlna.adts": "audio/aac",
  "audio/x-m4a": "audio/mp4",
  "video/3gp": "video/3gpp",
  "video/ogg": "audio/ogg",
};

export function mimeOf({ name, type }: { name: string; type: string }): string {
  const given = type.split(";")[0]?.trim().toLowerCase() ?? "";
  const ending = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? "";
  return sameAs[given] ?? (given || byEnding[ending] || "application/octet-stream");
}

/** As what a file goes when nobody says otherwise; what nothing takes, as a document, which then says why. */
export const kindOf = (mime: string): MediaKind =>
  kinds.find((kind) => takes(kind, mime)) ?? (mime.startsWith("image/") ? "image" : "document");

/** For a file picker. */
export const acceptOf = (...wanted: MediaKind[]): string => wanted.flatMap((kind) => mediaLimits[kind].mimes).join(",");

export function mediaRefusal(
  kind: MediaKind,
  { mime, size, animated }: { mime: string; size: number; animated?: boolean },
): MediaRefusal | null {
  const limit = kind === "sticker" && animated === false ? stillStickerBytes : mediaLimits[kind].bytes;
  const redraw = mime.startsWith("image/") && kind !== "sticker";
  if (size === 0) return { because: "empty", kind, redraw: false };
  if (!takes(kind, mime)) return { because: "type", kind, redraw };
  if (size > limit) return { because: "size", kind, limit, redraw };
  return null;
}

/** Of a WebP: true when it moves (the ANIM flag of its VP8X header, RFC 9649 §2.7). */
export async function movesWebp(file: Blob): Promise<boolean> {
  const head = new Uint8Array(await file.slice(0, 21).arrayBuffer());
  const kind = String.fromCharCode(...head.subarray(12, 16));
  return kind === "VP8X" && ((head[20] ?? 0) & 0b10) !== 0;
}
