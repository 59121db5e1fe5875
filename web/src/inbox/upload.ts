import { ApiError } from "../api/client.ts";
import { changeDraft, readDraft } from "./drafts.ts";
import { kindOf, type MediaKind, type MediaRefusal, mediaRefusal, mimeOf, movesWebp } from "./media-limits.ts";
import type { StoredFile } from "./message-data.ts";
import { redrawn } from "./redraw.ts";

export interface Upload {
  id: string;
  source: File;
  name: string;
  size: number;
  mime: string;
  /** As what it will be sent. */
  as: MediaKind;
  /** Under a picture, video or document that the reply's own words do not stand under. */
  caption: string;
  /** Recorded here: how long it is and how it looks. `voice` is false where the browser has no Opus. */
  recorded?: Recorded;
  /** An address of this page for what can be seen or heard before it is sent. */
  preview: string | null;
  progress: number;
  file?: StoredFile;
  /** WhatsApp would not take it: it is not uploaded. */
  refusal?: MediaRefusal;
  error?: ApiError;
  cancel: () => void;
}
export interface Recorded {
  voice: boolean;
  seconds: number;
  peaks: number[];
}

/** Uploads begin at once, while the words are still being written. `as`: what was asked for; else what the file is. */
export function attach(conversationId: string, files: Iterable<File>, { as, recorded }: { as?: MediaKind; recorded?: Recorded } = {}) {
  for (const given of files) {
    const mime = mimeOf(given);
    const source = given.type === mime || recorded ? given : new File([given], given.name, { type: mime });
    const kind = as ?? kindOf(mime);
    const upload: Upload = {
      id: crypto.randomUUID(),
      source,
      name: source.name || "file",
      size: source.size,
      mime,
      as: kind,
      caption: "",
      ...(recorded ? { recorded } : {}),
      preview: recorded || /^(image|video)\//.test(mime) ? URL.createObjectURL(source) : null,
      progress: 0,
      cancel: () => undefined,
    };
    changeDraft(conversationId, (draft) => ({ uploads: [...draft.uploads, upload] }));
    void begin(conversationId, upload);
  }
}

/** A picture WhatsApp does not take as it is, as a photo it takes. */
export async function attachRedrawn(conversationId: string, upload: Upload) {
  const source = await redrawn(upload.source).catch(() => null);
  // What this browser cannot read stays as it was, without the offer.
  if (!source) return change(conversationId, upload.id, { refusal: upload.refusal && { ...upload.refusal, redraw: false } });
  if (upload.preview) URL.revokeObjectURL(upload.preview);
  const { name, size, type: mime } = source;
  const part = { source, name, size, mime, as: "image" as const, preview: URL.createObjectURL(source), refusal: undefined };
  change(conversationId, upload.id, part);
  return begin(conversationId, { ...upload, ...part });
}

export function uploadAgain(conversationId: string, upload: Upload) {
  change(conversationId, upload.id, { error: undefined, progress: 0 });
  void begin(conversationId, upload);
}

export function detach(conversationId: string, upload: Upload) {
  upload.cancel();
  if (upload.preview) URL.revokeObjectURL(upload.preview);
  changeDraft(conversationId, (draft) => ({ uploads: draft.uploads.filter((each) => each.id !== upload.id) }));
}

export const change = (conversationId: string, uploadId: string, part: Partial<Upload>) =>
  changeDraft(conversationId, (draft) => ({
    uploads: draft.uploads.map((each) => (each.id === uploadId ? { ...each, ...part } : each)),
  }));

async function begin(conversationId: string, { id, source, as, mime, size, recorded }: Upload) {
  const animated = as === "sticker" ? await movesWebp(source) : undefined;
  // A recording becomes OGG on the server, which then judges it.
  const refusal = recorded ? null : mediaRefusal(as, { mime, size, animated });
  if (refusal) return change(conversationId, id, { refusal });
  if (!readDraft(conversationId).uploads.some((each) => each.id === id)) return;
  const cancel = post(
    source,
    (progress) => change(conversationId, id, { progress }),
    (end) => change(conversationId, id, end),
  );
  change(conversationId, id, { cancel });
}

/** XMLHttpRequest, because fetch does not tell how much has gone up. */
export function post(file: File, onProgress: (share: number) => void, onEnd: (end: { file: StoredFile } | { error: ApiError }) => void) {
  const request = new XMLHttpRequest();
  const form = new FormData();
  form.append("file", file, file.name);
  request.open("POST", "/api/v1/files");
  request.responseType = "json";
  request.upload.onprogress = ({ loaded, total }) => onProgress(total ? loaded / total : 0);
  request.onerror = () => onEnd({ error: new ApiError(0, { code: "offline", message: "The server cannot be reached." }) });
  request.onload = () => {
    if (request.status < 300) return onEnd({ file: request.response as StoredFile });
    const refused = request.response?.error ?? { code: "unexpected", message: `The server answered ${request.status}.` };
    return onEnd({ error: new ApiError(request.status, refused) });
  };
  request.send(form);
  return () => request.abort();
}
