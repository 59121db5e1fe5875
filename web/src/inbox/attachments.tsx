import { X } from "lucide-react";
import { useFormat, useT } from "../i18n/index.ts";
import { IconButton, Progress } from "../ui/index.ts";
import { FileMark, kindOf } from "./document-card.tsx";
import { detach, type Upload } from "./upload.ts";

/** What will go with the reply: its preview, how far it is, and as what WhatsApp will show it. */
export function Attachments({ conversationId, uploads }: { conversationId: string; uploads: Upload[] }) {
  const t = useT();
  const format = useFormat();
  if (uploads.length === 0) return null;
  return (
    <ul className="flex flex-wrap gap-2 px-2.5 pt-2">
      {uploads.map((upload) => (
        <li key={upload.id} className="flex w-60 max-w-full items-center gap-2 rounded-8 border bg-surface p-1.5 pe-1">
          {upload.preview ? (
            <img src={upload.preview} alt="" className="h-10 w-9 shrink-0 rounded-6 object-cover" />
          ) : (
            <FileMark kind={kindOf(upload.name, upload.mime)} />
          )}
          <div className="min-w-0 flex-1 text-12">
            <p className="cut font-medium">
              <bdi>{upload.name}</bdi>
            </p>
            {upload.error ? (
              <p role="alert" className="text-danger-text">
                {upload.error.code === "too_large" ? t("inbox.upload_too_large") : upload.error.message}
              </p>
            ) : upload.file ? (
              <p className="cut text-subtle">
                {format.bytes(upload.size)}
                {upload.preview && upload.as === "document" && `, ${t("inbox.as_document")}`}
              </p>
            ) : (
              <Progress value={upload.progress * 100} label={t("inbox.uploading", { name: upload.name })} />
            )}
          </div>
          <IconButton size="sm" label={t("common.remove_named", { name: upload.name })} onClick={() => detach(conversationId, upload)}>
            <X size={14} />
          </IconButton>
        </li>
      ))}
    </ul>
  );
}
