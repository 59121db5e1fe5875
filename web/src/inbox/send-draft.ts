import { changeDraft, readDraft } from "./drafts.ts";
import type { Message } from "./message-data.ts";
import { send } from "./outbox.ts";

/** Empties the draft and sends what was in it; each file is a message, the words go with the first. */
export function sendDraft(conversationId: string, mode: "reply" | "note") {
  const draft = readDraft(conversationId);
  if (mode === "note") {
    const text = draft.note.trim();
    if (!text) return;
    changeDraft(conversationId, { note: "" });
    return send(conversationId, { type: "note", text }, { text });
  }
  const text = draft.text.trim();
  const { replyTo, uploads } = draft;
  const quote = replyTo ? { replyTo: replyTo.id } : {};
  const shownQuote = replyTo ? quoteOf(replyTo) : null;
  // Emptied before sending: a second press finds nothing to send.
  changeDraft(conversationId, { text: "", replyTo: null, uploads: [] });
  for (const [index, { as, file, preview }] of uploads.entries()) {
    if (preview) URL.revokeObjectURL(preview);
    if (!file) continue;
    const first = index === 0;
    const words = first && text ? { text } : {};
    send(
      conversationId,
      { type: as, fileId: file.id, ...words, ...(first ? quote : {}) },
      { text: words.text ?? null, file, content: file.name ? { filename: file.name } : {}, replyTo: first ? shownQuote : null },
    );
  }
  if (text && uploads.length === 0) send(conversationId, { type: "text", text, ...quote }, { text, replyTo: shownQuote });
}

const quoteOf = ({ id, direction, type, text }: Message): Message["replyTo"] => ({ id, direction, type, text });
