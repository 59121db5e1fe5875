import { changeDraft, type Draft, readDraft } from "./drafts.ts";
import type { Message } from "./message-data.ts";
import { limits } from "./message-limits.ts";
import { send } from "./outbox.ts";
import type { Pending, SendMessage } from "./pending.ts";
import type { Upload } from "./upload.ts";

type Outgoing = { body: SendMessage; shown: Pending["shown"] };

/** Empties the draft and sends what was in it. */
export function sendDraft(conversationId: string, mode: "reply" | "note") {
  const draft = readDraft(conversationId);
  if (mode === "note") {
    const text = draft.note.trim();
    if (!text) return;
    changeDraft(conversationId, { note: "" });
    send(conversationId, { type: "note", text }, { text });
    return;
  }
  // Emptied before sending: a second press finds nothing to send.
  changeDraft(conversationId, { text: "", replyTo: null, uploads: [], linkPreview: true });
  for (const { preview } of draft.uploads) if (preview) URL.revokeObjectURL(preview);
  for (const { body, shown } of messagesOf(draft)) send(conversationId, body, shown);
}

/** Each file is a message, in order; the words stand under the first that can have any, or follow as a text. The first quotes. */
export function messagesOf(draft: Pick<Draft, "text" | "replyTo" | "uploads" | "linkPreview">): Outgoing[] {
  const text = draft.text.trim();
  const captioned = captionedBy(draft.uploads);
  const messages: Outgoing[] = draft.uploads.flatMap((upload) => {
    if (!upload.file) return [];
    return [ofUpload(upload, upload.file, (upload === captioned ? text : upload.caption).trim())];
  });
  if (text && !captioned) {
    const previewUrl = draft.linkPreview && hasLink(text);
    messages.push({ body: { type: "text", text, ...(previewUrl ? { previewUrl } : {}) }, shown: { text } });
  }
  const [first] = messages;
  const { replyTo } = draft;
  if (first && replyTo) {
    first.body = { ...first.body, replyTo: replyTo.id };
    first.shown = { ...first.shown, replyTo: quoteOf(replyTo) };
  }
  return messages;
}

/** The file under which the reply's own words will stand. */
export const captionedBy = (uploads: Upload[]) => uploads.find(({ as }) => takesCaption(as));
export const takesCaption = (as: Upload["as"]) => as === "image" || as === "video" || as === "document";
/** How long the words may be: a caption is shorter than a text. */
export const longestFor = (uploads: Upload[]) => (captionedBy(uploads) ? limits.caption : limits.text);
/** WhatsApp previews the first web address of a text. */
export const hasLink = (text: string) => /https?:\/\/[^\s<>"']+\.[^\s<>"']/.test(text);

function ofUpload({ as, recorded, name }: Upload, file: NonNullable<Upload["file"]>, caption: string): Outgoing {
  const fileId = file.id;
  const words = caption ? { text: caption } : {};
  if (as === "audio") {
    const voice = recorded?.voice ?? false;
    return { body: { type: "audio", fileId, ...(voice ? { voice } : {}) }, shown: { text: null, file, content: { voice } } };
  }
  if (as === "sticker") return { body: { type: "sticker", fileId }, shown: { text: null, file } };
  const content = as === "document" ? { filename: file.name ?? name } : {};
  return { body: { type: as, fileId, ...words }, shown: { text: caption || null, file, content } };
}

export const quoteOf = ({ id, direction, type, text }: Message): Message["replyTo"] => ({ id, direction, type, text });
