import { ApiError } from "../api/client.ts";
import { changeDraft } from "./drafts.ts";
import type { StoredFile } from "./message-data.ts";

export interface Upload {
  id: string;
  name: string;
  size: number;
  mime: string;
  /** WhatsApp shows JPEG and PNG up to 5 MB as pictures; anything else goes as a document. */
  as: "image" | "document";
  /** An address of this page for pictures. */
  preview: string | null;
  progress: number;
  file?: StoredFile;
  error?: ApiError;
  cancel: () => void;
}

export const imageLimit = 5_000_000;
export const documentLimit = 100_000_000;

export const sendsAs = (file: { type: string; size: number }): Upload["as"] =>
  ["image/jpeg", "image/png"].includes(file.type) && file.size <= imageLimit ? "image" : "document";

/** Begins at once, while the words are still being written. */
export function attach(conversationId: string, files: Iterable<File>) {
  for (const file of files) {
    const id = crypto.randomUUID();
    const change = (part: Partial<Upload>) =>
      changeDraft(conversationId, (draft) => ({ uploads: draft.uploads.map((each) => (each.id === id ? { ...each, ...part } : each)) }));
    const upload: Upload = {
      id,
      name: file.name || "file",
      size: file.size,
      mime: file.type || "application/octet-stream",
      as: sendsAs(file),
      preview: file.type.startsWith("image/") ? URL.createObjectURL(file) : null,
      progress: 0,
      cancel: () => undefined,
    };
    if (file.size > documentLimit) upload.error = new ApiError(413, { code: "too_large", message: "" });
    else upload.cancel = post(file, (progress) => change({ progress }), change);
    changeDraft(conversationId, (draft) => ({ uploads: [...draft.uploads, upload] }));
  }
}

export function detach(conversationId: string, upload: Upload) {
  upload.cancel();
  if (upload.preview) URL.revokeObjectURL(upload.preview);
  changeDraft(conversationId, (draft) => ({ uploads: draft.uploads.filter((each) => each.id !== upload.id) }));
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
