import { invalid, type Refusal } from "../../../kernel/errors.ts";

/** What Meta takes, whatsapp.md §3.11, in decimal bytes: the smaller reading. */
export const mediaLimits = {
  image: { words: "JPEG or PNG", bytes: 5_000_000, mimes: /^image\/(jpeg|png)$/ },
  video: { words: "MP4 or 3GP", bytes: 16_000_000, mimes: /^video\/(mp4|3gpp)$/ },
  document: {
    words: "PDF, plain text, Word, Excel or PowerPoint",
    bytes: 100_000_000,
    mimes:
      /^(text\/plain|application\/pdf|application\/msword|application\/vnd\.ms-(excel|powerpoint)|application\/vnd\.openxmlformats-officedocument\.(wordprocessingml\.document|spreadsheetml\.sheet|presentationml\.presentation))$/,
  },
} as const;

export type MediaKind = keyof typeof mediaLimits;
type HeldFile = { state: string; mime: string | null; size: string | null };

/** The refusal naming field and limit, or null. Words of files are the bytes' own type, not what somebody called them. */
export const mediaRefusal = (field: string, kind: MediaKind, file: HeldFile | undefined): Refusal | null => {
  const limit = mediaLimits[kind];
  if (!file) return invalid(field, "There is no such file.", "Upload it with POST /files.");
  if (file.state !== "stored") return invalid(field, "This file is not here yet.", "Wait until its state is stored, or upload it again.");
  if (!limit.mimes.test(file.mime ?? ""))
    return invalid(
      field,
      `WhatsApp takes ${limit.words} as ${kind === "image" ? "an" : "a"} ${kind}; this file is ${file.mime ?? "of unknown type"}.`,
      kind === "document" ? "Convert it to PDF." : "Send it as a document, or convert it.",
    );
  if (Number(file.size) > limit.bytes)
    return invalid(
      field,
      `This ${kind} has ${inMegabytes(Number(file.size))}; WhatsApp takes at most ${inMegabytes(limit.bytes)}.`,
      "Make it smaller.",
    );
  if (Number(file.size) === 0) return invalid(field, "This file is empty.");
  return null;
};

const inMegabytes = (bytes: number) => `${(bytes / 1_000_000).toFixed(1).replace(/\.0$/, "")} MB`;
