import { invalid, type Refusal } from "../../../../kernel/errors.ts";
import { type Look, lookAt } from "../media/media-look.ts";

/** What Meta takes, in decimal bytes; where its pages differ, the smaller. */
export const mediaLimits = {
  image: { words: "JPEG or PNG as an image", bytes: 5_000_000, mimes: /^image\/(jpeg|png)$/ },
  video: { words: "MP4 or 3GP as a video", bytes: 16_000_000, mimes: /^video\/(mp4|3gpp)$/ },
  audio: {
    words: "AAC, AMR, MP3, MP4 or OGG with Opus as audio",
    bytes: 16_000_000,
    mimes: /^(audio\/(aac|amr|mpeg|mp4|ogg)|video\/mp4)$/,
  },
  voice: { words: "OGG with Opus as a voice message", bytes: 16_000_000, mimes: /^audio\/ogg$/ },
  document: {
    words: "PDF, plain text, Word, Excel or PowerPoint as a document",
    bytes: 100_000_000,
    mimes:
      /^(text\/plain|application\/pdf|application\/msword|application\/vnd\.ms-(excel|powerpoint)|application\/vnd\.openxmlformats-officedocument\.(wordprocessingml\.document|spreadsheetml\.sheet|presentationml\.presentation))$/,
  },
  sticker: { words: "WebP as a sticker", bytes: 500_000, mimes: /^image\/webp$/ },
} as const;
const stillSticker = 100_000;

export type MediaKind = keyof typeof mediaLimits;
export type HeldFile = { state: string; mime: string | null; size: string | null };

/** The bytes' own type in Meta's spelling, which knows one name for each. */
export const metaMime = (mime: string | null): string => {
  const bare = (mime ?? "").split(";")[0]?.trim().toLowerCase() ?? "";
  return ({ "audio/x-m4a": "audio/mp4", "video/x-m4v": "video/mp4", "audio/mp3": "audio/mpeg" } as Record<string, string>)[bare] ?? bare;
};

/** The refusal naming field and limit, or null. Words of files are the bytes' own type, not what somebody called them. */
export const mediaRefusal = (field: string, kind: MediaKind, file: HeldFile | undefined): Refusal | null => {
  const limit = mediaLimits[kind];
  if (!file) return invalid(field, "There is no such file.", "Upload it with POST /files.");
  if (file.state !== "stored") return invalid(field, "This file is not here yet.", "Wait until its state is stored, or upload it again.");
  const size = Number(file.size);
  if (size === 0) return invalid(field, "This file is empty.");
  if (!limit.mimes.test(metaMime(file.mime)))
    return invalid(field, `WhatsApp takes ${limit.words}; this file is ${file.mime ?? "of unknown type"}.`, remedies[kind]);
  if (size > limit.bytes)
    return invalid(field, `This ${kind} has ${inWords(size)}; WhatsApp takes at most ${inWords(limit.bytes)}.`, "Make it smaller.");
  return null;
};

/** What only the bytes tell. Answers the type to upload it as, or throws the refusal. */
export const requireFit = async (field: string, kind: MediaKind, file: HeldFile | undefined, path: string): Promise<string> => {
  const refusal = mediaRefusal(field, kind, file);
  if (refusal) throw refusal;
  const mime = metaMime(file?.mime ?? null);
  if (kind === "document") return mime;
  const look = await lookAt(path, mime);
  const unfit = look.kind === "broken" ? "This file is damaged." : misfit(kind, look, Number(file?.size));
  if (unfit) throw invalid(field, unfit, remedies[kind]);
  return kind === "audio" && mime === "video/mp4" ? "audio/mp4" : mime;
};

const misfit = (kind: MediaKind, look: Look, size: number): string | null => {
  if (look.kind === "picture") return pictureMisfit(look);
  if (look.kind === "sticker" && !look.animated && size > stillSticker)
    return `This sticker has ${inWords(size)}; WhatsApp takes at most ${inWords(stillSticker)} of one that does not move.`;
  if (look.kind === "ogg") return oggMisfit(kind, look);
  if (look.kind === "movie") return kind === "audio" ? soundMisfit(look) : videoMisfit(look);
  return null;
};

const pictureMisfit = ({ bits, colours }: Extract<Look, { kind: "picture" }>): string | null => {
  if (bits !== 8) return `WhatsApp takes images of 8 bits a colour; this one has ${bits}.`;
  if (colours === "cmyk") return "WhatsApp takes images in RGB; this one is in CMYK, for print.";
  if (colours === "rgb" || colours === "rgba") return null;
  return `WhatsApp takes PNG images in RGB or RGBA; this one is in ${colours === "palette" ? "a palette of its own" : "grey"}.`;
};

const oggMisfit = (kind: MediaKind, { streams, channels }: Extract<Look, { kind: "ogg" }>): string | null => {
  if (streams.length !== 1 || streams[0] !== "opus") return "WhatsApp takes OGG only with one Opus stream; this file has another codec.";
  return kind === "voice" && channels !== 1 ? `A voice message is mono; this recording has ${channels} channels.` : null;
};

const soundMisfit = ({ video, audio }: Extract<Look, { kind: "movie" }>): string | null => {
  if (video.length > 0) return "This file is a video.";
  return audio.length === 1 && audio[0] === "aac" ? null : `WhatsApp takes MP4 audio with one AAC track; this has ${named(audio)}.`;
};

const videoMisfit = ({ video, audio }: Extract<Look, { kind: "movie" }>): string | null => {
  if (video.length !== 1 || !/^avc[134]$/.test(video[0] ?? "")) return `WhatsApp takes video in H.264; this has ${named(video)}.`;
  if (audio.length > 1) return `WhatsApp takes at most one audio track; this has ${audio.length}.`;
  return audio.length === 0 || audio[0] === "aac" ? null : `WhatsApp takes the sound of a video in AAC; this has ${named(audio)}.`;
};

const remedies: Record<MediaKind, string> = {
  image: "Save it as JPEG or as 8-bit RGB PNG.",
  video: "Convert it to MP4 with H.264 and AAC.",
  audio: "Convert it to MP3, or to OGG with Opus.",
  voice: "Record it as OGG or WebM with Opus, or send it without `voice` as plain audio.",
  document: "Convert it to PDF.",
  sticker: "Save it as WebP of 512 x 512 pixels; without movement at most 100 kB.",
};

const named = (codecs: string[]) => (codecs.length === 0 ? "none" : codecs.join(" and "));
const inWords = (bytes: number) =>
  bytes < 1_000_000 ? `${(bytes / 1000).toFixed(1).replace(/\.0$/, "")} kB` : `${(bytes / 1_000_000).toFixed(1).replace(/\.0$/, "")} MB`;
